package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"moothall/archive"
)

// record is one record as a page, or as JSON under the same address with
// ".json" after it. A record asked for under another kind's address is where
// its own kind's is.
func (s *Server) record(kind archive.Kind) handler {
	return func(r *http.Request) (view, error) {
		id, asJSON := strings.CutSuffix(r.PathValue("id"), ".json")
		if asJSON || prefersJSON(r) {
			r.SetPathValue("id", id)
			v, err := s.recordJSON(kind)(r)
			return v.with("Vary", "Accept"), err
		}
		rec, err := s.publicRecord(r.Context(), id)
		if err != nil {
			return view{}, err
		}
		head := rec.About()
		if head.Kind != kind {
			return redirect(recordURL(head.Kind, head.ID))
		}
		if p, ok := rec.(*archive.Page); ok {
			return redirect(withText(pageURL(p.Source.SHA256, p.Page), r.URL.Query().Get("q")))
		}
		body, err := s.recordView(r, rec)
		if err != nil {
			return view{}, err
		}
		address := recordURL(head.Kind, head.ID)
		f := frame{
			Title: body.WindowTitle, Canonical: address, Body: body,
			Alternates: []alternate{{"application/json", "This record as JSON", address + ".json"}},
			// What the Ombudsman says of people's lives is found by those who
			// come here for it, not by a name typed into a search engine.
			NoIndex: head.Kind == archive.KindFinding || head.Visibility == archive.Exempt,
		}
		v, err := s.render(r, "record.html", f)
		return v.with("Vary", "Accept"), err
	}
}

// recordJSON is one record in its published form.
func (s *Server) recordJSON(kind archive.Kind) handler {
	return func(r *http.Request) (view, error) {
		rec, err := s.publicRecord(r.Context(), r.PathValue("id"))
		if err != nil {
			return view{}, err
		}
		head := rec.About()
		if head.Kind != kind {
			return redirect("/api/v1" + recordURL(head.Kind, head.ID))
		}
		v, err := jsonView(rec)
		return v.with("Link", "<"+recordURL(head.Kind, head.ID)+`>; rel="canonical"`), err
	}
}

// publicRecord fetches a record as anybody may see it.
func (s *Server) publicRecord(ctx context.Context, id string) (archive.Record, error) {
	if !idLike(id) {
		return nil, fmt.Errorf("server: %q: %w", id, archive.ErrNotFound)
	}
	rec, err := s.catalogue.Record(ctx, archive.ID(id))
	if err != nil {
		return nil, err
	}
	return publicRecord(rec), nil
}

// idLike reports whether s has the form of an archive.ID.
func idLike(s string) bool {
	return s != "" && len(s) <= 400 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-/") == ""
}

// A recordView is what record.html shows of an item, a report or a finding;
// what a record does not have is empty and leaves no gap.
type recordView struct {
	WindowTitle string
	Text        string // what was searched for on the way here
	Back        string // the search, "" without one
	Crumbs      []textLink
	Kicker      string
	Title, Lang string
	Tags        []tag
	Facts       []fact
	Exempt      bool

	Resolutions     []point
	NoDecision      bool // the paper is of a meeting and records none
	Recommendations []point
	Decided         bool // what is recommended was decided
	Exchanges       []exchangeView
	Remedies        []remedyView
	RemedyHeading   string
	RemedySummary   string
	RemediesOpen    bool      // a decision says what is to be done, not what was
	OpenElsewhere   *textLink // all that is open of the record's council
	Sections        []section
	Contents        []textLink // of the sections, where there are many
	Whole           *section   // the whole text; folded where the sections above have it
	WholeFolded     bool

	Lead        *section // what a decision says in short, before all else
	Considered  []step   // where the matter was, in time
	Cases       []fact
	Meetings    []mention
	Minutes     []mention
	Parts       []mention // earlier decisions, appendices, sections, paragraphs
	Attachments []attachmentView
	Source      sourceView
	Doubts      []doubtView
	Prev, Next  *textLink
	JSON, Cite  string
}

// A fact is one line of the summary list.
type fact struct {
	Term   string
	Values []textLink // without Href where there is nowhere to go
}

// recordView says what a record's page shows.
func (s *Server) recordView(r *http.Request, rec archive.Record) (recordView, error) {
	ctx, head := r.Context(), rec.About()
	text, err := searchText(r.URL.Query().Get("q"))
	if err != nil {
		return recordView{}, BadParameters{{"q", err.Error()}}
	}
	rd := reader{terms: terms(text), text: text, head: head}
	if doc, err := s.catalogue.Document(ctx, head.Source.SHA256); err == nil {
		rd.loose = doc.Pages < 2
	} else if !errors.Is(err, archive.ErrNotFound) {
		return recordView{}, err
	}
	v := recordView{
		Text: text, Title: cmp.Or(head.Title, "Without a title"), Lang: language(head.Title),
		Exempt: head.Visibility == archive.Exempt, JSON: recordURL(head.Kind, head.ID) + ".json",
		Kicker: head.Kind.Label(),
	}
	if text != "" {
		v.Back = address("/search", archive.Query{Text: text})
	}
	switch rec := rec.(type) {
	case *archive.Item:
		err = s.itemView(ctx, &v, rd, rec)
	case *archive.Report:
		err = s.reportView(ctx, &v, rd, rec)
	case *archive.Finding:
		findingView(&v, rd, rec)
	}
	if err != nil {
		return recordView{}, err
	}
	v.remedies(rd, rec)
	if council := head.Council; council != "" && len(v.Remedies)+len(v.Recommendations) > 0 {
		v.OpenElsewhere = &textLink{"All open remedies and recommendations of " + council, openRemedies(archive.FacetCouncil, archive.CouncilSlug(council))}
	}
	if v.Considered, err = s.considered(ctx, rec); err != nil {
		return recordView{}, err
	}
	if err := s.references(ctx, &v, rd); err != nil {
		return recordView{}, err
	}
	if err := s.provenance(ctx, &v, head); err != nil {
		return recordView{}, err
	}
	v.Contents = contents(v.Sections)
	v.Cite += " " + s.origin(r) + recordURL(head.Kind, head.ID)
	v.WindowTitle = v.Title
	if where := whereAndWhen(rec); where != "" {
		v.WindowTitle += " – " + where
	}
	return v, nil
}

// whereAndWhen is "Cabinet, 4 May 2021", as far as known.
func whereAndWhen(rec archive.Record) string {
	body := archive.Committee(rec)
	if body == "" {
		body = rec.About().Council
	}
	return strings.Trim(body+", "+archive.When(rec).Long(), ", ")
}

// ombudsmen are the schemes in full.
var ombudsmen = map[string]string{
	"lgsco": "Local Government and Social Care Ombudsman", "housing_ombudsman": "Housing Ombudsman",
	"spso": "Scottish Public Services Ombudsman", "psow": "Public Services Ombudsman for Wales",
	"nipso": "Northern Ireland Public Services Ombudsman",
}

func headTags(v *recordView, h *archive.Head) {
	if h.Visibility == archive.Exempt {
		v.Tags = append(v.Tags, tag{"Access", "Exempt", "exempt"})
	}
	if h.OCR {
		v.Tags = append(v.Tags, tag{"Text", "Read by OCR", "ocr"})
	}
}

func (v *recordView) fact(term, value string) {
	if value != "" {
		v.Facts = append(v.Facts, fact{term, []textLink{{Text: value}}})
	}
}

func (v *recordView) councilFact(term, name string) {
	if name != "" {
		v.Facts = append(v.Facts, fact{term, []textLink{{name, "/councils/" + archive.CouncilSlug(name)}}})
	}
}

func (v *recordView) services(list []archive.Service) {
	term := "Services"
	if len(list) == 1 {
		term = "Service"
	}
	if len(list) > 0 {
		v.Facts = append(v.Facts, fact{term, placeLinks(list)})
	}
}

// parts are the parts of services that the record is about, each with the
// words that say so.
func (v *recordView) parts(rd reader, list []archive.ServicePart) {
	var values []textLink
	for _, x := range list {
		values = append(values, placeLinks([]archive.Service{x.Part})...)
		said := textLink{Text: "“" + shortened(x.Quote, 90) + "”"}
		if at := rd.page(x.Page); at != nil {
			said.Href = at.Href
		}
		values = append(values, said)
	}
	if len(values) > 0 {
		v.Facts = append(v.Facts, fact{"In particular", values})
	}
}
