package ingest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"moothall/archive"
	"moothall/ingest/source"
)

// Config says how a run goes.
type Config struct {
	Reader Reader
	Vault  Vault
	Sink   Sink

	// Bytes gives back what the vault keeps. With it, papers in which more is to
	// be found slowly are first kept as they can be read at once, and finished
	// after all others. Nil means that each is finished in its turn.
	Bytes func(archive.Digest) ([]byte, error)

	Workers int // documents read at once; 0 means one for each processor
	// Place gives the name by which a file is known again when it is handed in
	// another time, or "" for what has no such name. Nil means its name as it
	// is.
	Place func(name string) string
	// Anew has every document read even if all of it is known; that it is read
	// is then no sign that it was seen anywhere.
	Anew bool
	// Progress is called after each document, and after each page of one that
	// takes long, never twice at once. It may be nil.
	Progress func(Progress)
	Now      func() time.Time // nil means time.Now
}

// Progress is how far a run has come.
type Progress struct {
	Documents int // done
	Skipped   int
	Records   int
	Name      string // of the last document
	// Page, of Pages, is where a document is that takes long; 0 between
	// documents.
	Page, Pages int
}

// Run reads every document in the source and puts what it finds in the sink.
//
// A document that cannot be read or parsed is recorded in the report and does
// not stop the run. Run returns an error only when it cannot go on: the vault
// or the sink failed, documents cannot be read at all, or ctx is done. The
// report is valid even then, and what it counts is kept.
//
// At any time Run holds no more than a few documents for each worker.
func Run(ctx context.Context, src Source, c Config) (Report, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Workers <= 0 {
		c.Workers = runtime.GOMAXPROCS(0)
	}
	started := c.Now()
	inner, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	r := run{
		Config: c, ctx: inner, stop: stop, jobs: make(chan job), done: make(chan result, c.Workers), report: newReport(),
		kept: make(map[slowKey]archive.Kept),
	}
	go r.feed(src)
	go func() {
		r.together(r.work)
		r.together(r.workSlowly)
		close(r.done)
	}()
	r.collect()
	r.report.finish(c.Now().Sub(started).Seconds())
	if err := context.Cause(inner); err != nil {
		return r.report, err
	}
	return r.report, nil
}

// run is one Run under way. Only collect touches the report and kept.
type run struct {
	Config
	ctx    context.Context
	stop   context.CancelCauseFunc
	jobs   chan job
	done   chan result
	report Report
	kept   map[slowKey]archive.Kept // what keeping the documents of the slow queue changed the first time

	mu   sync.Mutex
	slow []slowJob
}

// together does work in all workers and waits until they are done.
func (r *run) together(work func()) {
	var workers sync.WaitGroup
	for range r.Workers {
		workers.Go(work)
	}
	workers.Wait()
}

// A job is one document to read, or why it cannot be.
type job struct {
	order int
	raw   archive.Raw
	skip  string
}

// A result is what became of one document.
type result struct {
	order  int
	path   string
	skip   string // it was not kept
	known  bool   // visit says it all
	visit  archive.Visit
	entry  archive.Entry
	doubts []Doubt
	// first says that the document will come again, finished, and is to be
	// reported then.
	first bool
	// Where page is set the document is being read still, and is so far.
	page, pages int
}

// feed hands out the source's documents.
func (r *run) feed(src Source) {
	defer close(r.jobs)
	order := 0
	for raw, err := range src.Documents(r.ctx) {
		j := job{order: order, raw: raw}
		var skip *source.Skip
		switch {
		case errors.As(err, &skip):
			j.raw.Name, j.skip = skip.Path, skip.Reason
		case err != nil:
			j.skip = err.Error()
		}
		select {
		case r.jobs <- j:
		case <-r.ctx.Done():
			return
		}
		order++
	}
}

// work reads documents until there are none, or the run is stopped.
func (r *run) work() {
	for j := range r.jobs {
		if j.skip != "" {
			r.send(result{order: j.order, path: j.raw.Name, skip: j.skip})
			continue
		}
		if err := r.document(j.order, j.raw, maxDepth); err != nil {
			r.stop(err)
			return
		}
	}
}

// maxDepth is how deep documents inside documents are followed.
const maxDepth = 4

// document reads one document and those inside it.
func (r *run) document(order int, raw archive.Raw, depth int) error {
	if r.ctx.Err() != nil {
		return context.Cause(r.ctx)
	}
	if raw.Retrieved.IsZero() {
		raw.Retrieved = r.Now()
	}
	digest := archive.DigestOf(raw.Bytes)
	known := newEntry(raw, digest, r.Reader.Version)
	known.Path = r.place(raw.Name)
	if !r.Anew {
		visit, err := r.Sink.Revisit(r.ctx, known)
		if err != nil {
			return fmt.Errorf("ingest: %s: %w", raw.Name, err)
		}
		if visit.Known {
			// The disk may have damaged what was kept; here it is whole.
			if _, err := r.Vault.Put(raw.Bytes); err != nil {
				return fmt.Errorf("ingest: %s: %w", raw.Name, err)
			}
			r.send(result{order: order, path: raw.Name, known: true, visit: visit})
			return nil
		}
	}
	reading, err := r.Reader.read(r.ctx, raw, digest, r.Bytes == nil)
	if err != nil {
		return err
	}
	if reading.Skip != "" {
		r.send(result{order: order, path: raw.Name, skip: reading.Skip})
		return nil
	}
	// The bytes are safe before anything is said of them.
	if _, err := r.Vault.Put(raw.Bytes); err != nil {
		return fmt.Errorf("ingest: %s: %w", raw.Name, err)
	}
	// What lies inside comes first: once the document itself is known, nobody
	// looks inside it again.
	for _, inside := range reading.Attachments {
		if depth == 0 {
			r.send(result{order: order, path: inside.Name, skip: "it lies too deep inside other documents"})
			continue
		}
		if err := r.document(order, inside, depth-1); err != nil {
			return err
		}
	}
	r.send(r.read(order, raw.Name, reading))
	if reading.Waiting {
		r.later(slowJob{order, raw, digest})
	}
	return nil
}

// read is the result of a document that was read.
func (r *run) read(order int, name string, reading Reading) result {
	reading.Entry.Path = r.place(name)
	if r.Anew {
		reading.Entry.Path, reading.Entry.Address = "", ""
	}
	return result{order: order, path: name, entry: reading.Entry, doubts: reading.Doubts, first: reading.Waiting}
}

func (r *run) place(name string) string {
	if r.Place == nil {
		return name
	}
	return r.Place(name)
}

func (r *run) send(res result) {
	select {
	case r.done <- res:
	case <-r.ctx.Done():
	}
}

// Several documents share one flush of the disk, but no more than are ready,
// nor more bytes than these, so that little is lost by a kill and little held.
const (
	batchDocuments = 32
	batchBytes     = 16 << 20
)

// collect keeps what was read until nothing more comes. After a failure it
// only waits for the workers to end.
func (r *run) collect() {
	for res := range r.done {
		if res.page > 0 {
			r.progress(res)
			continue
		}
		batch := []result{res}
		size := res.entry.Bytes
	fill:
		for len(batch) < batchDocuments && size < batchBytes {
			select {
			case more, ok := <-r.done:
				if !ok {
					break fill
				}
				if more.page > 0 {
					r.progress(more)
					continue
				}
				batch = append(batch, more)
				size += more.entry.Bytes
			default:
				break fill
			}
		}
		if r.ctx.Err() != nil {
			continue
		}
		if err := r.keep(batch); err != nil {
			r.stop(err)
		}
	}
}

// keep puts a batch in the sink and then into the report.
func (r *run) keep(batch []result) error {
	var entries []archive.Entry
	skips := make(map[string]string)
	for _, res := range batch {
		switch {
		case res.known:
		case res.skip != "":
			skips[cmp.Or(r.place(res.path), res.path)] = res.skip
		default:
			entries = append(entries, res.entry)
		}
	}
	if len(skips) > 0 {
		if err := r.Sink.Skip(r.ctx, skips); err != nil {
			return fmt.Errorf("ingest: %w", err)
		}
	}
	var kept []archive.Kept
	if len(entries) > 0 {
		var err error
		if kept, err = r.Sink.Put(r.ctx, entries...); err != nil {
			return fmt.Errorf("ingest: %w", err)
		}
	}
	for _, res := range batch {
		switch {
		case res.skip != "":
			r.report.skip(res.order, res.path, res.skip, false)
		case res.known && res.visit.Unread != "":
			r.report.skip(res.order, res.path, res.visit.Unread, true)
		case res.known:
			r.report.keep(res.visit.Kept, "", nil)
		default:
			now := kept[0]
			kept = kept[1:]
			if res.first {
				r.kept[res.key()] = now
				continue
			}
			r.reportEntry(res, r.bothTimes(res, now))
		}
		r.progress(res)
	}
	return nil
}

func (r *run) reportEntry(res result, kept archive.Kept) {
	if kept == archive.KeptEarlier {
		r.report.doubt(res.order, []Doubt{{Path: res.path, Reason: "what was read of it before is kept, for now less can be read: " + strings.TrimRight(whyUnread(res.entry), ".")}})
		r.report.keep(kept, "", nil)
		return
	}
	r.report.doubt(res.order, res.doubts)
	if res.entry.Unread != "" {
		r.report.skip(res.order, res.path, res.entry.Unread, true)
		return
	}
	r.report.keep(kept, res.entry.Engine, res.entry.Records)
}

// whyUnread is why the first page of a document that could not be read, or all
// of it, could not.
func whyUnread(e archive.Entry) string {
	for _, p := range e.Texts {
		if p.Unread != "" {
			return p.Unread
		}
	}
	return e.Unread
}

func (r *run) progress(of result) {
	if r.Progress == nil {
		return
	}
	p := Progress{Documents: r.report.Documents, Skipped: len(r.report.Skipped), Name: of.path, Page: of.page, Pages: of.pages}
	for _, n := range r.report.Records {
		p.Records += n
	}
	r.Progress(p)
}
