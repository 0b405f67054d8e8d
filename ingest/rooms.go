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

// Rooms are the rooms between a document's bytes and its records, joined. What
// they do is pure, and takes time and memory by what the document holds: they
// are run in a process that can be stopped (see Apart), and in this one only
// for documents of our own.
type Rooms struct {
	Pages    func(media string, raw []byte) (extract.Paper, error) // its error is for a person
	Parsers  map[archive.Format]parse.Func                         // a format without one is kept as pages
	Classify func(archive.Record)                                  // may be nil
	// Whole reports whether there is no more to be found in the file than
	// Pages found. Nil means that it is always so.
	Whole func(extract.Paper) bool
}

// Read reads a document in this process.
func (r Rooms) Read(_ context.Context, a Ask) (Answer, error) {
	answer, err := r.read(a, func() {})
	var why *Unreadable
	if err != nil && !errors.As(err, &why) {
		return answer, &Unreadable{Reason: err.Error()}
	}
	return answer, err
}

// read reads a document; half is called when its pages are there.
func (r Rooms) read(a Ask, half func()) (Answer, error) {
	if a.Paper == nil {
		paper, err := r.Pages(a.Entry.Media, a.Bytes)
		if err != nil {
			return Answer{}, err
		}
		if !a.Plain && r.Whole != nil && !r.Whole(paper) {
			return Answer{Paper: &paper}, nil
		}
		a.Paper = &paper
	}
	half()
	e := a.Entry
	doc := parse.Document{
		Raw:    archive.Raw{Bytes: a.Bytes, Name: e.Name, URL: e.URL, Council: e.Hint, Retrieved: e.Retrieved},
		Digest: e.SHA256, Paper: *a.Paper, Format: archive.Plain,
	}
	doc.Paper.Media = cmp.Or(doc.Paper.Media, e.Media)
	if a.Plain {
		r.Parsers, r.Classify = nil, nil
	} else {
		doc.Format = Detect(doc)
	}
	e.Lethal = doc.Paper.Settled
	return Answer{Reading: r.understand(doc, e)}, nil
}

// understand is the pure part of reading: from pages to records.
func (r Rooms) understand(doc parse.Document, e archive.Entry) Reading {
	out := Reading{Attachments: attachments(doc)}
	parsed, several := r.parseBound(doc)
	if !several {
		parsed = r.parse(doc)
	}
	if other, ok := instead(doc, parsed); ok && r.Parsers[other] != nil {
		second := doc
		second.Format = other
		if again := r.parse(second); len(again.Records) > 0 {
			doc, parsed = second, again
		}
	}
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
	e.Doubts = paperDoubts(doc, parsed, missed)
	out.Entry = e
	out.Doubts = doubtsOf(doc, parsed, records, missed)
	return out
}

// instead is what a paper may be whose parser found no record in it: printed
// minutes with a heading like that of a site's page about a meeting.
func instead(doc parse.Document, parsed parse.Reading) (archive.Format, bool) {
	if doc.Format != archive.ModernGovMeeting || len(parsed.Records) > 0 {
		return "", false
	}
	return archive.Minutes, readSigns(doc).score(minutesSigns) >= 3
}

// parse runs the format's parser and has what it found classified. A panic is
// a mistake in one of them; it is caught here because it must cost the document
// its structure and not its words: those are kept as pages.
func (r Rooms) parse(doc parse.Document) (out parse.Reading) {
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
