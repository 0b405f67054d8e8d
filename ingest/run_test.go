package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
	"moothall/ingest/parse"
	"moothall/ingest/source"
)

// A shelf is a Sink and a Vault in memory.
type shelf struct {
	mu      sync.Mutex
	order   []string // of what happened: "bytes X", "entry X"
	entries map[archive.Digest]archive.Entry
	skips   map[string]string
	broken  error
}

func newShelf() *shelf {
	return &shelf{entries: make(map[archive.Digest]archive.Entry), skips: make(map[string]string)}
}

// bytesOf is the vault's side of a shelf.
type bytesOf struct {
	*shelf
	broken error
}

func (b bytesOf) Put(raw []byte) (archive.Digest, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.order = append(b.order, "bytes "+string(archive.DigestOf(raw)))
	return archive.DigestOf(raw), b.broken
}

func (s *shelf) Revisit(_ context.Context, e archive.Entry) (archive.Visit, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	held, ok := s.entries[e.SHA256]
	return archive.Visit{Known: ok && (held.Unread == "" || held.Lethal), Kept: archive.KeptUnchanged, Unread: held.Unread}, s.broken
}

func (s *shelf) Put(_ context.Context, entries ...archive.Entry) ([]archive.Kept, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var kept []archive.Kept
	for _, e := range entries {
		s.order = append(s.order, "entry "+string(e.SHA256))
		k := archive.KeptNew
		if _, held := s.entries[e.SHA256]; held {
			k = archive.KeptUnchanged
		}
		s.entries[e.SHA256] = e
		kept = append(kept, k)
	}
	return kept, s.broken
}

func (s *shelf) Skip(_ context.Context, skips map[string]string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for path, reason := range skips {
		s.skips[path] = reason
	}
	return s.broken
}

// A desk that reads text, and fails as the text tells it to.
type fickle struct{}

func (fickle) Read(ctx context.Context, a Ask) (Answer, error) {
	switch s := string(a.Bytes); {
	case strings.HasPrefix(s, "kill"):
		return Answer{}, &Unreadable{Reason: "reading it took too long and was stopped", Lethal: true}
	case strings.HasPrefix(s, "no reader"):
		return Answer{}, errors.New("there is no program to read with")
	case strings.HasPrefix(s, "riddle") && !a.Plain:
		return Answer{}, &Unreadable{Reason: "reading it took too long and was stopped", Lethal: true, Halfway: true}
	}
	return fickleRooms.Read(ctx, a)
}

var fickleRooms = Rooms{
	Pages: ficklePages,
	Parsers: map[archive.Format]parse.Func{
		archive.ModernGovItem: func(parse.Document) parse.Reading { panic("a mistake of ours") },
	},
	Whole: func(p extract.Paper) bool { return len(p.Pages) < 2 },
}

func ficklePages(_ string, raw []byte) (extract.Paper, error) {
	if strings.HasPrefix(string(raw), "damaged") {
		return extract.Paper{}, errors.New("it is damaged")
	}
	p, err := text.Read(raw)
	if strings.HasPrefix(string(raw), "scan") {
		p.Pages = append(p.Pages, extract.Page{Number: 2, Unread: "a picture"})
	}
	if rest, ok := strings.CutPrefix(string(raw), "letter "); ok {
		p.Attachments = []archive.Raw{{Name: `C:\papers\inside.txt`, Bytes: []byte(rest)}}
	}
	return p, err
}

func papersOf(texts ...string) Source {
	return SourceFunc(func(context.Context) iter.Seq2[archive.Raw, error] {
		return func(yield func(archive.Raw, error) bool) {
			for i, s := range texts {
				raw := archive.Raw{Name: fmt.Sprintf("p%d", i), Bytes: []byte(s), Retrieved: time.Unix(int64(i+1), 0).UTC()}
				var err error
				if strings.HasPrefix(s, "skip") {
					raw, err = archive.Raw{}, &source.Skip{Path: raw.Name, Reason: "no permission"}
				}
				if !yield(raw, err) {
					return
				}
			}
		}
	})
}

func config(s *shelf) Config {
	return Config{
		Reader: Reader{Desk: fickle{}, Version: "test/1"},
		Vault:  bytesOf{shelf: s}, Sink: s,
	}
}

func TestOneBadDocumentNeverStopsARun(t *testing.T) {
	s := newShelf()
	src := papersOf("good one", "damaged", "skip", "kill", "\x89PNG\r\n\x1a\n", " \n", "Agenda item\n\nBridge repairs\n\nMinutes:\n\nNoted by all.", "good two")
	r, err := Run(t.Context(), src, config(s))
	if err != nil {
		t.Fatal(err)
	}
	var skipped []string
	for _, sk := range r.Skipped {
		skipped = append(skipped, fmt.Sprintf("%s %v: %s", sk.Path, sk.Kept, sk.Reason))
	}
	want := []string{"p1 true: it is damaged", "p2 false: no permission", "p3 true: reading it took too long and was stopped",
		"p4 false: " + picture, "p5 true: there are no words in it"}
	if !reflect.DeepEqual(skipped, want) {
		t.Errorf("skipped\n%s\nwant\n%s", strings.Join(skipped, "\n"), strings.Join(want, "\n"))
	}
	if r.Documents != 8 || r.Added != 3 || r.Records[archive.KindPage] != 3 {
		t.Errorf("report %+v", r)
	}
	if len(r.Doubts) != 1 || r.Doubts[0].Path != "p6" || !strings.Contains(r.Doubts[0].Reason, "a mistake of ours") {
		t.Errorf("doubts %v: the parser's panic is not among them", r.Doubts)
	}
	if len(s.skips) != 2 {
		t.Errorf("skips kept: %v", s.skips)
	}
	// The words of the paper whose parser failed are all there.
	if e := s.entries[archive.DigestOf([]byte("Agenda item\n\nBridge repairs\n\nMinutes:\n\nNoted by all."))]; len(e.Records) != 1 || !strings.Contains(e.Records[0].About().Text, "Noted by all.") {
		t.Errorf("records of the paper whose parser failed: %+v", e.Records)
	}

	again, err := Run(t.Context(), src, config(s))
	if err != nil || again.Added+again.Changed != 0 || again.Unchanged != 3 || len(again.Skipped) != 5 {
		t.Errorf("second run: %+v, %v", again, err)
	}
}

// A paper that kills its reader when its pages are there loses its structure
// and no word, and is not tried again by the same reader.
func TestWordsOutliveTheirStructure(t *testing.T) {
	s := newShelf()
	const riddle = "riddle of the minutes of the Cabinet"
	r, err := Run(t.Context(), papersOf(riddle), config(s))
	if err != nil || r.Added != 1 || r.Records[archive.KindPage] != 1 || len(r.Doubts) != 1 || !strings.Contains(r.Doubts[0].Reason, "kept as pages") {
		t.Fatalf("%+v, %v", r, err)
	}
	if e := s.entries[archive.DigestOf([]byte(riddle))]; !e.Lethal || e.Format != archive.Plain || e.Records[0].About().Text != riddle {
		t.Errorf("kept: %+v", e)
	}
}

func TestABrokenStoreStopsARun(t *testing.T) {
	full := errors.New("the disk is full")
	for name, breakIt := range map[string]func(*Config, *shelf){
		"sink":  func(_ *Config, s *shelf) { s.broken = full },
		"vault": func(c *Config, s *shelf) { c.Vault = bytesOf{s, full} },
	} {
		s := newShelf()
		c := config(s)
		breakIt(&c, s)
		var texts []string
		for i := range 200 {
			texts = append(texts, fmt.Sprint("paper ", i))
		}
		r, err := Run(t.Context(), papersOf(texts...), c)
		if !errors.Is(err, full) {
			t.Errorf("%s: err = %v", name, err)
		}
		if r.Documents != 0 {
			t.Errorf("%s: the report counts %d documents, none was kept", name, r.Documents)
		}
	}
	c := config(newShelf())
	if _, err := Run(t.Context(), papersOf("good", "no reader", "good too"), c); err == nil || !strings.Contains(err.Error(), "no program") {
		t.Errorf("without a reader: %v", err)
	}
}

func TestRunStopsWhenToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := newShelf()
	c := config(s)
	c.Progress = func(p Progress) {
		if p.Documents == 5 {
			cancel()
		}
	}
	var texts []string
	for i := range 500 {
		texts = append(texts, fmt.Sprint("paper ", i))
	}
	r, err := Run(ctx, papersOf(texts...), c)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
	if r.Documents < 5 || r.Documents == 500 || r.Added != len(s.entries) {
		t.Errorf("the report counts %d added of %d, %d are kept", r.Added, r.Documents, len(s.entries))
	}
}

// A letter is known only once what was sent with it is, and bytes are kept
// before anything is said of them.
func TestOrderOfKeeping(t *testing.T) {
	s := newShelf()
	r, err := Run(t.Context(), papersOf("letter with a paper inside"), config(s))
	if err != nil || r.Documents != 2 || r.Added != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	letter, inside := archive.DigestOf([]byte("letter with a paper inside")), archive.DigestOf([]byte("with a paper inside"))
	at := make(map[string]int)
	for i, what := range s.order {
		at[what] = i
	}
	if at["entry "+string(inside)] > at["entry "+string(letter)] {
		t.Errorf("the letter was kept before its enclosure: %v", s.order)
	}
	for _, d := range []archive.Digest{letter, inside} {
		if at["bytes "+string(d)] > at["entry "+string(d)] {
			t.Errorf("%s was kept before its bytes: %v", d.Short(), s.order)
		}
	}
	if got := s.entries[inside].Name; got != "p0!inside.txt" {
		t.Errorf("the enclosure is called %q", got)
	}
}

func TestReparseReadsAllAnew(t *testing.T) {
	s := newShelf()
	if _, err := Run(t.Context(), papersOf("one", "two", "kill"), config(s)); err != nil {
		t.Fatal(err)
	}
	c := config(s)
	c.Reader.Version = "test/2"
	r, err := Reparse(t.Context(), Kept{
		Documents: func(context.Context) iter.Seq2[archive.Entry, error] {
			return func(yield func(archive.Entry, error) bool) {
				for _, text := range []string{"one", "two", "kill", "lost"} {
					e := archive.Entry{}
					e.SHA256, e.Name = archive.DigestOf([]byte(text)), text
					if !yield(e, nil) {
						return
					}
				}
			}
		},
		Bytes: func(d archive.Digest) ([]byte, error) {
			for _, text := range []string{"one", "two", "kill"} {
				if d == archive.DigestOf([]byte(text)) {
					return []byte(text), nil
				}
			}
			return nil, archive.ErrNotFound
		},
	}, c)
	if err != nil || r.Documents != 4 || len(r.Skipped) != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	for _, e := range s.entries {
		if e.Reader != "test/2" || e.Path != "" || e.Address != "" {
			t.Errorf("%s: reader %q, seen at %q", e.Name, e.Reader, e.Path+e.Address)
		}
	}
}

func TestReparseStopsWhenTheDocumentsCannotBeListed(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := Reparse(t.Context(), Kept{
		Documents: func(context.Context) iter.Seq2[archive.Entry, error] {
			return func(yield func(archive.Entry, error) bool) { yield(archive.Entry{}, broken) }
		},
	}, config(newShelf()))
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// A lens finds the second pages of scans, slowly.
type lens struct {
	mu   sync.Mutex
	done []string // what was looked at again and finished, in order
}

func (l *lens) Again(_ context.Context, _ string, raw []byte, p extract.Paper, failed *Unreadable) (extract.Paper, error) {
	l.note("again", raw)
	if failed != nil {
		return p, failed
	}
	return p, nil
}

func (l *lens) note(what string, raw []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done = append(l.done, what+" "+string(raw))
}

func (l *lens) Reads(string, []byte) bool { return false }

func (l *lens) Waiting(p extract.Paper) bool {
	return len(p.Pages) == 2 && p.Pages[1].Unread != ""
}

func (l *lens) Finish(ctx context.Context, raw []byte, p extract.Paper) (extract.Paper, error) {
	l.note("finish", raw)
	extract.Tell(ctx, 2, 2)
	if strings.Contains(string(raw), "photograph") {
		p.Settled = true
		return p, nil
	}
	p.Pages[1] = extract.Page{Number: 2, OCR: true, Blocks: blocksOf("Words that only a slow look finds on the second page.")}
	return p, nil
}

// Papers that take long are kept at once as far as they can be read, finished
// after all others, and reported once.
func TestSlowPapersComeLast(t *testing.T) {
	s, l := newShelf(), &lens{}
	c := config(s)
	c.Workers, c.Reader.More = 1, l
	held := map[archive.Digest][]byte{}
	texts := []string{"scan of the minutes of the Cabinet, a long while ago", "scan of a photograph of the members of the Cabinet", "minutes of the Cabinet, which are plain text and quick"}
	for _, text := range texts {
		held[archive.DigestOf([]byte(text))] = []byte(text)
	}
	c.Bytes = func(d archive.Digest) ([]byte, error) { return held[d], nil }
	told := 0
	c.Progress = func(p Progress) {
		if p.Page == 2 && p.Pages == 2 && p.Name != "" {
			told++
		}
	}
	report, err := Run(t.Context(), papersOf(texts...), c)
	if told != 2 {
		t.Errorf("told of %d pages that take long, want the 2 that do", told)
	}
	if err != nil {
		t.Fatal(err)
	}
	want := "again " + texts[0] + "; again " + texts[1] +
		"; again " + texts[0] + "; finish " + texts[0] + "; again " + texts[1] + "; finish " + texts[1]
	if got := strings.Join(l.done, "; "); got != want {
		t.Errorf("done\n%s\nwant\n%s", got, want)
	}
	if report.Documents != 3 || report.Added != 3 || report.Unchanged+report.Changed+len(report.Skipped) != 0 {
		t.Errorf("report %+v: every paper counts once, as added", report)
	}
	if n := report.Records[archive.KindPage]; n == 0 {
		t.Error("no record of what was finished is reported")
	}
	scan := s.entries[archive.DigestOf([]byte(texts[0]))]
	if len(scan.Texts) != 2 || !scan.Texts[1].OCR || scan.Texts[1].Text == "" || scan.Records[len(scan.Records)-1].About().Text == "" {
		t.Errorf("what was kept in the end: %+v", scan)
	}
	if !s.entries[archive.DigestOf([]byte(texts[1]))].Lethal {
		t.Error("a paper on which all was tried would be tried again")
	}
	if reasons := fmt.Sprint(report.Doubts); !strings.Contains(reasons, "read by OCR") {
		t.Errorf("doubts %s", reasons)
	}
	again, err := Run(t.Context(), papersOf(texts...), c)
	if err != nil || again.Unchanged != 3 {
		t.Errorf("handed in again: %+v, %v", again, err)
	}
}

// Without the way back to the bytes each paper is finished in its turn.
func TestSlowPapersInTheirTurn(t *testing.T) {
	l := &lens{}
	c := config(newShelf())
	c.Workers, c.Reader.More = 1, l
	if _, err := Run(t.Context(), papersOf("scan one", "two"), c); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(l.done, "; "); got != "again scan one; finish scan one" {
		t.Errorf("done %s", got)
	}
}
