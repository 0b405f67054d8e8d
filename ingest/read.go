package ingest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// A Reading is all that was read from one document.
type Reading struct {
	Entry archive.Entry
	// Skip says why the document is not to be kept at all: it is of a kind
	// that holds no words. Empty otherwise.
	Skip string
	// Attachments are documents inside this one, to be read by themselves.
	Attachments []archive.Raw
	Doubts      []Doubt
	// Waiting says that there is more to be found, slowly; the Reading is what
	// was found without it.
	Waiting bool
}

// Read reads one document. What cannot be read is said in the Reading
// (Entry.Unread, Skip, Doubts); an error means that nothing can be read any
// more, or that ctx is done.
func (r Reader) Read(ctx context.Context, raw archive.Raw, digest archive.Digest) (Reading, error) {
	return r.read(ctx, raw, digest, true)
}

// read is Read; unless slow is set it leaves out what takes long, and says
// so.
func (r Reader) read(ctx context.Context, raw archive.Raw, digest archive.Digest, slow bool) (Reading, error) {
	e := newEntry(raw, digest, r.Version)
	e.Media = extract.Media(raw.Bytes)
	more, _ := r.Extract.(Finisher)
	if why, ok := wordless[e.Media]; ok && (more == nil || !more.Reads(e.Media, raw.Bytes)) {
		return Reading{Entry: e, Skip: why}, nil
	}
	paper, err := r.pages(ctx, e.Media, raw.Bytes)
	var unreadable *Unreadable
	if errors.As(err, &unreadable) {
		e.Unread, e.Lethal, e.Format = unreadable.Reason, unreadable.Lethal, archive.Plain
		return Reading{Entry: e}, nil
	}
	if err != nil {
		return Reading{}, fmt.Errorf("ingest: %s: %w", raw.Name, err)
	}
	waiting := more != nil && more.Waiting(paper)
	if waiting && slow {
		if paper, err = more.Finish(ctx, raw.Bytes, paper); err != nil {
			return Reading{}, fmt.Errorf("ingest: %s: %w", raw.Name, err)
		}
	}
	if paper.Media == "" {
		paper.Media = e.Media
	}
	e.Lethal = paper.Settled
	doc := parse.Document{Raw: raw, Digest: digest, Paper: paper}
	doc.Format = Detect(doc)
	reading := r.understand(doc, e)
	reading.Waiting = waiting && !slow
	return reading, nil
}

// pages has the bytes read into pages. Small papers of text and markup are
// read in this process, so a panic in their readers is caught here: it must
// cost that document and not the run.
func (r Reader) pages(ctx context.Context, media string, raw []byte) (p extract.Paper, err error) {
	defer func() {
		if x := recover(); x != nil {
			p, err = extract.Paper{}, &Unreadable{Reason: fmt.Sprintf("the reader of %s failed on it: %v", media, x), Lethal: true}
		}
	}()
	return r.Extract.Read(ctx, media, raw)
}

// wordless are the media in which there is nothing for us to read.
var wordless = map[string]string{
	"png": picture, "jpeg": picture, "gif": picture, "tiff": picture, "bmp": picture, "webp": picture, "jp2": picture,
	"xlsx": spreadsheet, "xls": spreadsheet, "ods": spreadsheet,
	"pptx": slides, "ppt": slides, "odp": slides,
	"zip": "a zip inside another; unpack it and name the folder", "gzip": "compressed with gzip; unpack it first",
	"epub": "an e-book, which Moothall does not read", "msg": "a message as Outlook keeps it; save it as .eml",
	"ole": "an old Office file that is no text document", "unknown": "not a kind of file that holds a paper's words",
}

const (
	picture     = "a picture; Moothall reads pictures of text inside a PDF and, with tesseract-ocr installed, in PNG and JPEG files"
	spreadsheet = "a spreadsheet, which Moothall does not read"
	slides      = "a slide show, which Moothall does not read"
)

// understand is the pure part of reading: from pages to records.
func (r Reader) understand(doc parse.Document, e archive.Entry) Reading {
	out := Reading{Attachments: attachments(doc)}
	parsed := r.parse(doc)
	title := titleOf(doc, parsed)
	rest, missed := leftOver(doc.Paper, parsed)
	records := append(parsed.Records, pageRecords(doc, parsed, rest, title)...)
	records = nameApart(records, doc.Digest)
	addFurniture(doc.Paper, records)

	e.Format, e.Engine, e.Pages, e.Title = doc.Format, doc.Paper.Engine, len(doc.Paper.Pages), title
	e.Council = councilOf(parsed, records)
	e.Draft = markDraft(records, isDraft(doc))
	e.Work = workOf(doc, records)
	e.Texts = pageTexts(doc.Paper)
	e.Records = records
	if len(records) == 0 {
		e.Unread = noWords(doc.Paper)
	}
	out.Entry = e
	out.Doubts = doubtsOf(doc, parsed, records, missed)
	return out
}

// parse runs the format's parser and has what it found classified. A panic is
// a mistake in one of them; it is caught here,
// because it must cost one document its structure and not the run: its words
// are kept as pages.
func (r Reader) parse(doc parse.Document) (out parse.Reading) {
	defer func() {
		if x := recover(); x != nil {
			out = Pages(doc)
			out.Doubts = append(out.Doubts, parse.Doubt{Because: fmt.Sprintf("the parser of %s failed, its words are kept as pages: %v", doc.Format, x)})
		}
	}()
	f := r.Parsers[doc.Format]
	if f == nil {
		f = Pages
	}
	out = f(doc)
	if r.Classify != nil {
		for _, record := range out.Records {
			r.Classify(record)
		}
	}
	return out
}

// Pages is the parser of papers that no other parser structures: all of their
// blocks are left to be page records.
func Pages(doc parse.Document) parse.Reading {
	return parse.Reading{Rest: parse.Places(doc.Paper), Council: doc.Raw.Council}
}

// newEntry is the entry of a document that has not been read yet.
func newEntry(raw archive.Raw, digest archive.Digest, version string) archive.Entry {
	e := archive.Entry{Reader: version, Hint: raw.Council, Address: CanonicalAddress(raw.URL)}
	e.SHA256, e.Name, e.URL, e.Bytes, e.Retrieved = digest, raw.Name, raw.URL, int64(len(raw.Bytes)), raw.Retrieved
	return e
}

// attachments are the documents inside a document, named as parts of it.
func attachments(doc parse.Document) []archive.Raw {
	var all []archive.Raw
	for i, a := range doc.Paper.Attachments {
		name := path.Base(strings.ReplaceAll(a.Name, `\`, "/"))
		if a.Name == "" {
			name = fmt.Sprintf("attachment %d", i+1)
		}
		a.Name = doc.Raw.Name + "!" + name
		if a.Council == "" {
			a.Council = doc.Raw.Council
		}
		if a.Retrieved.IsZero() {
			a.Retrieved = doc.Raw.Retrieved
		}
		all = append(all, a)
	}
	return all
}

// noWords says why a paper that could be opened gives nothing to read.
func noWords(p extract.Paper) string {
	for _, page := range p.Pages {
		if page.Unread != "" {
			return fmt.Sprintf("no words on any of its %d pages: %s", len(p.Pages), strings.TrimRight(page.Unread, "."))
		}
	}
	return "there are no words in it"
}

// councilOf is the council a paper belongs to: what its parser says, else the
// one that all of its records have.
func councilOf(parsed parse.Reading, records []archive.Record) string {
	if parsed.Council != "" {
		return parsed.Council
	}
	shared := ""
	for _, r := range records {
		c := r.About().Council
		if c != "" && shared != "" && c != shared {
			return ""
		}
		shared = cmp.Or(c, shared)
	}
	return shared
}
