package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// A Report says what a run did. Every document counts once: as added, changed,
// unchanged or skipped.
type Report struct {
	Documents int `json:"documents"` // all that were handed in, those inside others among them
	Added     int `json:"added"`     // not seen before
	Changed   int `json:"changed"`   // a newer version of a paper, or read anew with another result
	Unchanged int `json:"unchanged"` // all of it was known
	// Earlier counts, among the unchanged, those of which an earlier reading
	// stands because this one knew less: what OCR had read, without OCR.
	Earlier int `json:"earlier,omitempty"`
	// Records counts the records read from what was added or changed.
	Records map[archive.Kind]int `json:"records"`
	// Engines counts, of the same papers, which engine read how many.
	Engines map[string]int `json:"engines"`
	Skipped []Skip         `json:"skipped"` // in the order in which they were handed in
	Doubts  []Doubt        `json:"doubts"`  // the first maxDoubts, in that order
	// MoreDoubts is how many doubts there were besides.
	MoreDoubts int     `json:"more_doubts,omitempty"`
	Seconds    float64 `json:"seconds"`
}

// A Skip is a document of which nothing can be found, and why.
type Skip struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
	// Kept says that its bytes are in the vault all the same.
	Kept bool `json:"kept"`

	order int
}

// A Doubt is something in a document that could not be settled.
type Doubt struct {
	Path   string `json:"path"`
	Where  string `json:"where"`
	Reason string `json:"reason"`

	order int
}

// maxDoubts bounds the memory a run's doubts may take.
const maxDoubts = 20_000

// doubtful is the confidence below which a record's own doubt is reported.
const doubtful = 0.5

func newReport() Report {
	return Report{
		Records: map[archive.Kind]int{archive.KindItem: 0, archive.KindReport: 0, archive.KindFinding: 0, archive.KindPage: 0},
		Engines: map[string]int{}, Skipped: []Skip{}, Doubts: []Doubt{},
	}
}

func (r *Report) skip(order int, path, reason string, kept bool) {
	r.Documents++
	r.Skipped = append(r.Skipped, Skip{path, reason, kept, order})
}

func (r *Report) doubt(order int, doubts []Doubt) {
	for _, d := range doubts {
		if len(r.Doubts) == maxDoubts {
			r.MoreDoubts++
			continue
		}
		d.order = order
		r.Doubts = append(r.Doubts, d)
	}
}

func (r *Report) keep(kept archive.Kept, engine string, records []archive.Record) {
	r.Documents++
	switch kept {
	case archive.KeptNew:
		r.Added++
	case archive.KeptChanged:
		r.Changed++
	case archive.KeptEarlier:
		r.Earlier++
		fallthrough
	default:
		r.Unchanged++
		return
	}
	if engine != "" {
		r.Engines[engine]++
	}
	for _, record := range records {
		r.Records[record.About().Kind]++
	}
}

// finish puts what several workers reported into the order of the source.
func (r *Report) finish(seconds float64) {
	slices.SortStableFunc(r.Skipped, func(a, b Skip) int { return cmp.Compare(a.order, b.order) })
	slices.SortStableFunc(r.Doubts, func(a, b Doubt) int { return cmp.Compare(a.order, b.order) })
	r.Seconds = seconds
}

// doubtsOf gathers what the reader of the file, the parser and the rules were
// unsure of.
func doubtsOf(doc parse.Document, parsed parse.Reading, records []archive.Record, missed []int) []Doubt {
	var all []Doubt
	add := func(where, reason string) {
		all = append(all, Doubt{Path: doc.Raw.Name, Where: where, Reason: reason})
	}
	for _, d := range doc.Paper.Doubts {
		add("", d)
	}
	for _, page := range doc.Paper.Pages {
		if page.Unread != "" && len(records) > 0 {
			add(fmt.Sprintf("page %d", page.Number), strings.TrimRight(page.Unread, "."))
		}
	}
	for _, page := range doc.Paper.Pages {
		if page.OCR {
			add(fmt.Sprintf("page %d", page.Number), "read by OCR: check it against the original")
		}
	}
	for _, n := range missed {
		add(fmt.Sprintf("page %d", n), unplaced)
	}
	for _, d := range parsed.Doubts {
		add(d.Where, d.Because)
	}
	for _, r := range records {
		for _, d := range r.About().Doubts {
			if d.Confidence < doubtful {
				add(string(r.About().ID)+" "+d.Field, d.Because)
			}
		}
	}
	return all
}

// paperDoubts are the doubts that no record carries, as they are kept: of
// those that give one reason for many parts, one.
func paperDoubts(doc parse.Document, parsed parse.Reading, missed []int) []archive.PaperDoubt {
	var all []archive.PaperDoubt
	for _, d := range doc.Paper.Doubts {
		all = append(all, archive.PaperDoubt{Field: archive.DoubtWords, Because: d})
	}
	for _, n := range missed {
		all = append(all, archive.PaperDoubt{Field: archive.DoubtParts, Page: n, Because: unplaced})
	}
	also := make(map[string]int) // how many more parts each reason was given for
	for _, d := range parsed.Doubts {
		if _, seen := also[d.Because]; seen {
			also[d.Because]++
			continue
		}
		also[d.Because] = 0
	}
	for _, d := range parsed.Doubts {
		more, first := also[d.Because]
		if !first {
			continue
		}
		delete(also, d.Because)
		because := d.Because
		if d.Where != "" {
			because = d.Where + ": " + because
		}
		if more > 0 {
			because += fmt.Sprintf(" (and so of %d more)", more)
		}
		all = append(all, archive.PaperDoubt{Field: archive.DoubtParts, Because: because})
	}
	return all
}

// unplaced is said of a page some words of which no parser placed.
const unplaced = "some words found no place in an item or section and are kept as page text"
