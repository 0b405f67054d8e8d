package index

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"

	api "github.com/blevesearch/bleve_index_api"
)

// format is raised whenever an index made by an older version would answer
// differently; such an index is made anew by itself.
const format = 6

// The fields of the index. mapping says what each is for.
const (
	fieldID        = "_id"
	fieldText      = "text"
	fieldFurniture = "furniture"
	fieldOwn       = "own"
	fieldCites     = "cites"
	fieldDay       = "day"
	fieldTextLen   = "textlen"
	fieldTitleLen  = "titlelen"
	fieldRoutine   = "routine"
	fieldShown     = "shown"
	fieldSum       = "sum"
)

// facetField is the field that holds a facet's values.
func facetField(f archive.Facet) string { return "f." + string(f) }

// How a field is kept.
const (
	keptWords = api.IndexField | api.IncludeTermVectors // frequencies and places
	keptFlags = api.IndexField | api.SkipFreqNorm       // only which records
	keptValue = api.StoreField                          // not searched, only given back
)

// mapping says how each field is kept; a field that is not listed is our
// mistake and panics when a record is indexed.
func mapping() map[string]api.FieldIndexingOptions {
	m := map[string]api.FieldIndexingOptions{
		// The record's name in the catalogue: update, delete, order among equals.
		fieldID: api.IndexField | api.StoreField,
		// Search, phrases, suggestions, ranking: every word the record says, title
		// first, under the form it was written in. Forms of one word are brought
		// together when a query is read, so the dictionary can also complete and
		// correct what people type. A word's frequency says besides whether it
		// stands in the title and in the decision: see frequency.
		fieldText: keptWords,
		// Search at low weight, never shown: running lines, the names of council
		// and body, and what else carries the record.
		fieldFurniture: keptFlags,
		// Search first of all: references that are the record's own (an Ombudsman's
		// reference, an item or decision number), as key gives them.
		fieldOwn: keptFlags,
		// Search: references of other things that the record cites.
		fieldCites: keptFlags,
		// Filter and sort: the day as "20210722".
		fieldDay: keptFlags,
		// Ranking: how many words the text and the title have, in digits.
		fieldTextLen:  keptFlags,
		fieldTitleLen: keptFlags,
		// Filter: "1" for procedural items.
		fieldRoutine: keptFlags,
		// Show: all that a hit shows, and the text snippets are cut from, packed.
		fieldShown: keptValue,
		// Verify: the digest of the record this was made from.
		fieldSum: keptValue,
	}
	for _, f := range archive.Facets {
		// Filter and count: "value" or, where a value has a name, "value\x00name".
		m[facetField(f)] = keptFlags
	}
	return m
}

var mapped = mapping()

// A doc is a record as the index sees it.
type doc struct {
	id        archive.ID
	title     string
	text      string // everything said, what is shown in snippets
	decision  string
	furniture []string
	own       []string // keys
	cites     []string // keys
	facets    map[archive.Facet][]string
	day       int // 20210722, 0 where not known
	routine   bool
	shown     shown
	sum       []byte
}

// newDoc makes of a record what is indexed of it.
func newDoc(r archive.Record) doc {
	d := doc{sum: sum(r)}
	r = archive.Withhold(r) // else a search would tell, word by word, what is not shown
	h := r.About()
	d.id, d.title, d.text = h.ID, h.Title, h.Text
	var inText bool
	d.decision, inText = decision(r)
	marks := h.PageMarks
	if !inText {
		d.text = strings.TrimPrefix(d.text+"\n\n"+d.decision, "\n\n")
		marks = append(slices.Clip(marks), archive.PageMark{Offset: len(h.Text)})
	}
	// Parsers keep every block in Text; what a record says besides, in its own
	// fields, is searchable all the same.
	said := []string{h.Summary}
	carriers := []string{h.Furniture, h.Council, archive.Committee(r), archive.When(r).Long(), h.Source.Name}
	switch r := r.(type) {
	case *archive.Item:
		said = append(said, r.Background, r.Discussion, r.Decision)
		for _, e := range r.Exchanges {
			said = append(said, e.Issue, e.Response)
		}
		carriers = append(carriers, r.ItemNumber, r.AgendaItem, r.MeetingTime, r.Venue, r.MovedBy, r.SecondedBy, r.DecisionRef, r.IssueID)
		for _, a := range r.Documents {
			carriers = append(carriers, a.Title)
		}
		d.own = keys(r.ItemNumber, r.DecisionRef, r.IssueID)
		d.routine = r.Procedural
	case *archive.Report:
		for _, s := range r.Sections {
			said = append(said, s.Heading, s.Text)
		}
		carriers = append(carriers, r.SubmittedBy, r.DecisionRef, strings.Join(r.Wards, ", "))
		d.own = keys(r.DecisionRef)
	case *archive.Finding:
		for _, s := range r.Sections {
			said = append(said, s.Heading)
			for _, p := range s.Paragraphs {
				said = append(said, p.Text)
			}
		}
		carriers = append(carriers, r.Reference, r.Category, r.Subcategory, r.Decision)
		d.own = keys(r.Reference)
	}
	for _, s := range said {
		if s != "" && !strings.Contains(h.Text, s) {
			carriers = append(carriers, s)
		}
	}
	for i, c := range carriers {
		carriers[i] = archive.BlankContacts(c)
	}
	d.furniture = carriers
	d.cites = keys(h.CaseRefs...)
	for _, m := range h.MinuteRefs {
		d.cites = append(d.cites, keys(m.Number)...)
	}
	d.facets = facetValues(r)
	d.day = dayNumber(archive.When(r))
	d.shown = newShown(r, d, marks)
	return d
}

// decision is what a record decides, asks to be decided, or finds, and whether
// the record's Text says it too.
func decision(r archive.Record) (text string, inText bool) {
	var parts, shown []string
	add := func(label, text string) {
		parts = append(parts, text)
		if label != "" {
			text = label + ") " + text
		}
		shown = append(shown, text)
	}
	switch r := r.(type) {
	case *archive.Item:
		if r.Decision != "" {
			add("", r.Decision)
			break
		}
		for _, res := range r.Resolutions {
			add(res.Label, res.Text)
		}
	case *archive.Report:
		for _, rec := range r.Recommendations {
			add(rec.Label, rec.Text)
		}
	case *archive.Finding:
		for _, s := range r.Sections {
			if strings.HasSuffix(s.Canonical, "decision") {
				add("", sectionText(s))
			}
		}
	}
	for _, p := range parts {
		for _, line := range strings.Split(p, "\n") {
			if !strings.Contains(r.About().Text, strings.TrimSpace(line)) {
				return strings.Join(shown, "\n\n"), false
			}
		}
	}
	return strings.Join(shown, "\n\n"), true
}

func sectionText(s archive.Section) string {
	parts := []string{}
	if s.Text != "" {
		parts = append(parts, s.Text)
	}
	for _, p := range s.Paragraphs {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, "\n\n")
}

// facetValues are the values of every facet, NotStated where a record says
// nothing. A part of a service counts for the whole service too.
func facetValues(r archive.Record) map[archive.Facet][]string {
	h := r.About()
	v := map[archive.Facet][]string{
		archive.FacetKind:      {string(h.Kind)},
		archive.FacetCouncil:   named(archive.CouncilSlug(h.Council), h.Council),
		archive.FacetCommittee: named(archive.Slug(archive.Committee(r)), archive.Committee(r)),
		archive.FacetYear:      {archive.When(r).Year()},
	}
	for _, s := range archive.ServicesOf(r) {
		v[archive.FacetService] = append(v[archive.FacetService], string(s))
	}
	switch r := r.(type) {
	case *archive.Item:
		v[archive.FacetOutcome] = []string{string(r.Outcome)}
	case *archive.Finding:
		v[archive.FacetFinding] = []string{string(r.Finding)}
	}
	for _, m := range archive.Remedies(r) {
		v[archive.FacetRemedyStatus] = addNew(v[archive.FacetRemedyStatus], string(cmp.Or(m.Status, archive.StatusNotStated)))
	}
	for _, f := range archive.Facets {
		if len(v[f]) == 0 || v[f][0] == "" {
			v[f] = []string{archive.NotStated}
		}
	}
	return v
}

func named(slug, name string) []string {
	if slug == "" {
		return nil
	}
	return []string{slug + "\x00" + name}
}

func addNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

func keys(references ...string) []string {
	var list []string
	for _, r := range references {
		if k := key(r); k != "" {
			list = addNew(list, k)
		}
	}
	return list
}

// dayNumber is the date as a number that sorts as dates do, 20210722; 0 where
// it is not known.
func dayNumber(d archive.Date) int {
	n, err := strconv.Atoi(strings.ReplaceAll(string(d), "-", ""))
	if err != nil || len(d) != len("2021-07-22") {
		return 0
	}
	return n
}
