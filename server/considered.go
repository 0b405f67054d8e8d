package server

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"moothall/archive"
)

// Bounds on what one record's page asks of the index and the catalogue.
const (
	mostCases    = 3  // a paper that names more is of no single matter
	mostRefs     = 12 // meetings looked up
	mostSteps    = 40 // results of one question
	titleAtLeast = 3  // words that make a title worth searching for
)

// A step is one place where a matter was considered, or is said to have been.
type step struct {
	Date     *dateView
	Body     string // the committee, or who decided
	Kind     string // "Agenda item 415"
	Title    string
	Href     string
	Here     bool // the record whose page this is
	Absent   bool // named in this paper and not held
	Meeting  bool // the meeting is held; which of its items is meant is not plain
	Tag      *tag
	Decision string
	Remedies *textLink // what it says became of the remedies
	Raised   *textLink // how much members raised
}

// considered are the steps of a record's matter in time, the record itself
// among them: papers that name the same case, that are the publisher's same
// issue or that name this meeting under the same title, and the meetings that
// this paper names. Nil where there is none but the record itself.
//
// A shared case or issue is the publisher's own word for it; a title alone is
// not, for "Budget monitoring" comes to every meeting.
func (s *Server) considered(ctx context.Context, rec archive.Record) ([]step, error) {
	m := matter{own: rec, records: map[archive.ID]archive.Record{rec.About().ID: rec}}
	cases := casesOf(rec)
	if len(cases) <= mostCases {
		for _, ref := range cases {
			if err := s.naming(ctx, &m, ref); err != nil {
				return nil, err
			}
		}
	}
	if err := s.sameTitle(ctx, &m); err != nil {
		return nil, err
	}
	steps, err := s.named(ctx, &m)
	if err != nil {
		return nil, err
	}
	for _, r := range m.records {
		steps = append(steps, newStep(r, r.About().ID == rec.About().ID))
	}
	if len(steps) < 2 {
		return nil, nil
	}
	slices.SortFunc(steps, func(a, b step) int {
		return cmp.Or(cmp.Compare(sortDate(a.Date), sortDate(b.Date)), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Href, b.Href), cmp.Compare(a.Body, b.Body))
	})
	return steps, nil
}

// A matter is what has been found to belong together.
type matter struct {
	own     archive.Record
	records map[archive.ID]archive.Record
}

// casesOf are the Ombudsman's cases a record is about.
func casesOf(r archive.Record) []string {
	if f, ok := r.(*archive.Finding); ok {
		if f.Reference == "" {
			return nil
		}
		return []string{f.Reference}
	}
	return r.About().CaseRefs
}

// same reports whether another record is plainly of this one's matter.
func (m matter) same(r archive.Record) bool {
	cases := casesOf(m.own)
	if len(cases) <= mostCases && slices.ContainsFunc(casesOf(r), func(c string) bool { return slices.Contains(cases, c) }) {
		return true
	}
	if m.own.About().Council != r.About().Council {
		return false
	}
	a, isItem := m.own.(*archive.Item)
	b, areItems := r.(*archive.Item)
	return isItem && areItems && a.IssueID != "" && a.IssueID == b.IssueID || sameWords(m.own, r) && (isNamed(m.own, r) || isNamed(r, m.own) || sameMeeting(m.own, r))
}

func sameWords(a, b archive.Record) bool {
	title := func(r archive.Record) []string { return splitWords(r.About().Title) }
	return len(title(a)) >= titleAtLeast && slices.Equal(title(a), title(b))
}

// isNamed reports whether a paper names the meeting that r belongs to.
func isNamed(by, r archive.Record) bool {
	return slices.ContainsFunc(by.About().MeetingRefs, func(ref archive.MeetingRef) bool {
		return ref.Date != "" && ref.Date == archive.When(r) && archive.Slug(ref.Body) == archive.Slug(archive.Committee(r))
	})
}

func sameMeeting(a, b archive.Record) bool {
	return archive.When(a) != "" && archive.When(a) == archive.When(b) && archive.Committee(a) != "" && archive.Slug(archive.Committee(a)) == archive.Slug(archive.Committee(b))
}

// naming adds the decision on a case and the papers that name it.
func (s *Server) naming(ctx context.Context, m *matter, ref string) error {
	rec, err := s.decisionOn(ctx, ref)
	switch {
	case err == nil:
		m.add(rec)
	case !errors.Is(err, archive.ErrNotFound):
		return err
	}
	return s.gather(ctx, m, archive.Query{Text: `"` + ref + `"`})
}

// sameTitle adds the papers of the council that bear the record's title and
// are plainly of its matter.
func (s *Server) sameTitle(ctx context.Context, m *matter) error {
	head := m.own.About()
	words := splitWords(head.Title)
	if head.Kind == archive.KindFinding || len(words) < titleAtLeast {
		return nil
	}
	q := archive.Query{Text: `title:"` + strings.Join(words, " ") + `"`}
	council := archive.NotStated
	if head.Council != "" {
		council = archive.CouncilSlug(head.Council)
	}
	narrow(&q, archive.FacetCouncil, council, false)
	return s.gather(ctx, m, q)
}

// gather adds the items and reports that a question finds and that are of the
// matter.
func (s *Server) gather(ctx context.Context, m *matter, q archive.Query) error {
	q.Limit, q.Sort, q.Procedural, q.HitsOnly = mostSteps, archive.SortNewest, true, true
	narrow(&q, archive.FacetKind, string(archive.KindItem), false)
	narrow(&q, archive.FacetKind, string(archive.KindReport), false)
	res, err := s.search.Search(ctx, q)
	if err != nil {
		return err
	}
	for _, h := range res.Hits {
		if m.records[h.ID] != nil {
			continue
		}
		rec, err := s.catalogue.Record(ctx, h.ID)
		if errors.Is(err, archive.ErrNotFound) {
			continue // the index is a moment behind
		}
		if err != nil {
			return err
		}
		if rec = publicRecord(rec); m.same(rec) {
			m.add(rec)
		}
	}
	return nil
}

func (m *matter) add(r archive.Record) {
	if id := r.About().ID; m.records[id] == nil {
		m.records[id] = publicRecord(r)
	}
}

// named are the meetings that the paper names: of one that is held, the items
// of this matter join it; where there is none, and where the meeting is not
// held, the meeting is a step of its own.
func (s *Server) named(ctx context.Context, m *matter) ([]step, error) {
	head := m.own.About()
	own := archive.MeetingID(head.Council, archive.When(m.own), archive.Committee(m.own), head.Source.SHA256)
	seen := map[archive.ID]bool{own: true}
	var out []step
	for _, ref := range head.MeetingRefs {
		if ref.Body == "" || !ref.Date.Valid() || len(seen) > mostRefs {
			continue
		}
		id := archive.MeetingID(head.Council, ref.Date, ref.Body, head.Source.SHA256)
		if seen[id] {
			continue
		}
		seen[id] = true
		held, err := s.catalogue.Meeting(ctx, id)
		if errors.Is(err, archive.ErrNotFound) {
			out = append(out, step{Date: newDate(ref.Date), Body: ref.Body, Absent: true})
			continue
		}
		if err != nil {
			return nil, err
		}
		joined := false
		for _, r := range held.Records {
			if r = publicRecord(r); m.same(r) {
				m.add(r)
				joined = true
			}
		}
		if !joined {
			out = append(out, step{Date: newDate(held.Date), Body: held.Committee, Href: "/meetings/" + string(id), Meeting: true})
		}
	}
	return out, nil
}

// newStep is one record as a step.
func newStep(r archive.Record, here bool) step {
	h := r.About()
	st := step{
		Date: newDate(archive.When(r)), Body: cmp.Or(archive.Committee(r), h.Council), Kind: h.Kind.Label(),
		Title: cmp.Or(h.Title, "Without a title"), Href: recordURL(h.Kind, h.ID), Here: here,
	}
	switch r := r.(type) {
	case *archive.Item:
		if r.ItemNumber != "" {
			st.Kind = "Agenda item " + r.ItemNumber
		}
		if r.Outcome != "" {
			st.Tag = &tag{"Meeting outcome", r.Outcome.Label(), "outcome"}
		}
		st.Decision = opening(r)
		if n := len(r.Exchanges); n > 0 {
			st.Raised = &textLink{count(n, "point", "points") + " raised by members", st.Href + "#issues"}
		}
	case *archive.Finding:
		st.Body = cmp.Or(ombudsmen[r.Ombudsman], "Ombudsman")
		if r.Finding != "" {
			st.Tag = &tag{"Ombudsman’s finding", r.Finding.Label(), "finding"}
		}
	}
	if list := archive.Remedies(r); h.Kind != archive.KindFinding && len(list) > 0 {
		_, states := remedyViews(reader{head: h}, list)
		st.Remedies = &textLink{states, st.Href + "#remedies"}
	}
	return st
}

// sortDate puts what has no date last.
func sortDate(d *dateView) string {
	if d == nil {
		return "9999"
	}
	return d.ISO
}
