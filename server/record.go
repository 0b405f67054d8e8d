package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
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
	Exchanges       []exchangeView
	Remedies        []remedyView
	RemedyHeading   string
	RemedySummary   string
	RemediesOpen    bool // a decision says what is to be done, not what was
	Sections        []section
	Contents        []textLink // of the sections, where there are many
	Whole           *section   // the whole text; folded where the sections above have it
	WholeFolded     bool

	Lead        *section // what a decision says in short, before all else
	Considered  []step   // where the matter was, in time
	Cases       []fact
	Meetings    []mention
	Minutes     []mention
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

// A point is a resolution or a recommendation.
type point struct {
	ID, Label string
	Paras     []para
	To        string
	Tag       *tag
	Page      *textLink
}

// A para is one paragraph, or rows of a table; Page leads to the page that
// begins with it.
type para struct {
	ID, Number string
	Parts      []archive.Part
	Rows       [][][]archive.Part // of cells, instead of Parts
	Lang       string
	Bullet     bool // it begins with one
	Page       *textLink
}

// A section is a heading with what stands under it.
type section struct {
	ID, Heading string
	Paras       []para
	Page        *textLink
}

// An exchangeView is what members raised and what was answered.
type exchangeView struct {
	ID              string
	Issue, Response []archive.Part
	Page            *textLink
}

// A remedyView is one row of the table of remedies.
type remedyView struct {
	ID, Label string
	Parts     []archive.Part
	Facts     []string // kinds, sum, deadline, addressee
	Status    tag
	Evidence  []archive.Part
	Page      *textLink
}

// A mention is another meeting or minute that the paper names.
type mention struct {
	What  string
	Href  string // "" where it is not held
	Quote []archive.Part
	Page  *textLink
}

// An attachmentView is a paper the record links to.
type attachmentView struct {
	Title, Href, Media string
	Restricted         bool
}

// A sourceView is where a record came from.
type sourceView struct {
	URL, Published string // the publisher's own address
	Paper          string // the paper's pages here
	Digest         string
	Retrieved      *dateView
	Others         []textLink
}

// A doubtView is something we are not sure of.
type doubtView struct{ Field, Sure, Because string }

// A reader draws the words of one record, marking what was searched for and
// linking pages.
type reader struct {
	terms []string
	text  string
	head  *archive.Head
	loose bool // the paper has no pages worth naming: it is a web page
}

func (rd reader) parts(text string) []archive.Part { return mark(text, rd.terms) }

// page links a page of the record's paper.
func (rd reader) page(n int) *textLink {
	if n < 1 || rd.loose || rd.head.Source.SHA256 == "" {
		return nil
	}
	return &textLink{"page " + strconv.Itoa(n), withText(pageURL(rd.head.Source.SHA256, n), rd.text)}
}

// paras draws text; prefix begins each paragraph's anchor. A paragraph that
// begins a new page says so, unless it is the one its heading has named.
func (rd reader) paras(prefix, text string, named ...int) []para {
	last := 0
	if len(named) > 0 {
		last = named[0]
	}
	out := drawn(prefix, text, rd.terms)
	if rd.loose || len(rd.head.PageMarks) == 0 {
		return out
	}
	at := 0 // in the record's text; its parts are mostly in order
	for i := range out {
		words := out[i].opening()
		if j := strings.Index(rd.head.Text[at:], words); j >= 0 {
			at += j
		} else if at = strings.Index(rd.head.Text, words); at < 0 {
			at = 0
			continue
		}
		if n := rd.head.PageAt(at); n != 0 && n != last {
			out[i].Page, last = rd.page(n), n
		}
	}
	return out
}

// opening is the words a paragraph begins with: a table's first row.
func (p para) opening() string {
	if len(p.Rows) == 0 {
		return joined(p.Parts)
	}
	var cells []string
	for _, c := range p.Rows[0] {
		cells = append(cells, joined(c))
	}
	return strings.Join(cells, " | ")
}

// drawn cuts text into paragraphs and marks what was searched for. Paragraphs
// that are rows of a table, "Year | Plans | Within 20 weeks", with as many
// cells as their neighbours, are a table again.
func drawn(prefix, text string, terms []string) []para {
	var out []para
	for i, words := range paragraphs(text) {
		cells := strings.Split(words, " | ")
		if len(cells) < 2 {
			out = append(out, para{ID: prefix + strconv.Itoa(i+1), Parts: mark(words, terms), Lang: language(words), Bullet: bullet(words)})
			continue
		}
		var row [][]archive.Part
		for _, c := range cells {
			row = append(row, mark(c, terms))
		}
		if n := len(out); n > 0 && len(out[n-1].Rows) > 0 && len(out[n-1].Rows[0]) == len(row) {
			out[n-1].Rows = append(out[n-1].Rows, row)
			continue
		}
		out = append(out, para{ID: prefix + strconv.Itoa(i+1), Rows: [][][]archive.Part{row}})
	}
	return out
}

// bullet reports whether a paragraph is an entry of a list without numbers.
func bullet(words string) bool {
	return strings.HasPrefix(words, "• ") || strings.HasPrefix(words, "· ") || strings.HasPrefix(words, "– ")
}

// plain is paras without pages, for what says its page itself.
func (rd reader) plain(prefix, text string) []para {
	out := rd.paras(prefix, text)
	for i := range out {
		out[i].Page = nil
	}
	return out
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

func (s *Server) itemView(ctx context.Context, v *recordView, rd reader, it *archive.Item) error {
	if it.ItemNumber != "" {
		v.Kicker = "Agenda item " + it.ItemNumber
	}
	if it.Outcome != "" {
		v.Tags = append(v.Tags, tag{"Meeting outcome", it.Outcome.Label(), "outcome"})
	}
	headTags(v, &it.Head)
	if it.Procedural {
		v.Tags = append(v.Tags, tag{"Kind", "Procedural", "kind"})
	}
	if err := s.inMeeting(ctx, v, it); err != nil {
		return err
	}
	v.fact("Time and place", strings.Trim(it.MeetingTime+", "+it.Venue, ", "))
	if it.AgendaItem != it.ItemNumber {
		v.fact("Number on the agenda", it.AgendaItem)
	}
	v.fact("Moved by", it.MovedBy)
	v.fact("Seconded by", it.SecondedBy)
	v.fact("Votes", votes(it.Votes))
	v.fact("Decision reference", it.DecisionRef)
	v.services(it.Services)

	for i, res := range it.Resolutions {
		p := point{ID: "decision-" + strconv.Itoa(i+1), Label: res.Label, Page: rd.page(res.Page), Paras: rd.plain("decision-"+strconv.Itoa(i+1)+"-", res.Text)}
		if res.Outcome != "" && len(it.Resolutions) > 1 {
			p.Tag = &tag{"Outcome", res.Outcome.Label(), "outcome"}
		}
		v.Resolutions = append(v.Resolutions, p)
	}
	if len(it.Resolutions) == 0 && it.Decision != "" {
		v.Resolutions = []point{{ID: "decision-1", Paras: rd.paras("decision-1-", it.Decision)}}
	}
	v.NoDecision = len(v.Resolutions) == 0 && it.Outcome == archive.OutcomeNone && !v.Exempt
	v.section(rd, "Summary as published", "summary", it.Summary)
	v.section(rd, "Background", "background", it.Background)
	v.section(rd, "Discussion", "discussion", it.Discussion)
	for i, e := range it.Exchanges {
		v.Exchanges = append(v.Exchanges, exchangeView{"issue-" + strconv.Itoa(i+1), rd.parts(e.Issue), rd.parts(e.Response), rd.page(e.Page)})
	}
	v.whole(rd, it.Text, len(v.Sections) > 0 || len(v.Resolutions) > 0)
	for _, d := range it.Documents {
		a := attachmentView{Title: cmp.Or(d.Title, d.URL), Media: strings.ToUpper(d.Media), Restricted: d.Restricted}
		if !d.Restricted && webAddress(d.URL) {
			a.Href = d.URL
		}
		v.Attachments = append(v.Attachments, a)
	}
	v.Cite = sentence(it.Title, whereAndWhen(it), it.Council, prefixed("item ", it.ItemNumber))
	return nil
}

// inMeeting fills what places an item or a report in a meeting: crumbs, facts and
// the neighbours on the agenda.
func (s *Server) inMeeting(ctx context.Context, v *recordView, rec archive.Record) error {
	head := rec.About()
	body, when := archive.Committee(rec), archive.When(rec)
	v.councilFact("Council", head.Council)
	v.Crumbs = []textLink{{"Meetings", "/meetings"}}
	id := archive.MeetingID(head.Council, when, body, head.Source.SHA256)
	m, err := s.catalogue.Meeting(ctx, id)
	switch {
	case errors.Is(err, archive.ErrNotFound):
		v.fact("Meeting", strings.Trim(body+", "+when.Long(), ", "))
		return nil
	case err != nil:
		return err
	}
	at := textLink{meetingName(m.Committee, m.Date), "/meetings/" + string(m.ID)}
	v.Crumbs = append(v.Crumbs, at)
	v.Facts = append(v.Facts, fact{"Meeting", []textLink{at}})
	var agenda []archive.Record
	for _, x := range m.Records {
		if x.About().Kind == head.Kind {
			agenda = append(agenda, x)
		}
	}
	i := slices.IndexFunc(agenda, func(x archive.Record) bool { return x.About().ID == head.ID })
	if i > 0 {
		v.Prev = neighbour(agenda[i-1])
	}
	if i >= 0 && i+1 < len(agenda) {
		v.Next = neighbour(agenda[i+1])
	}
	return nil
}

func neighbour(r archive.Record) *textLink {
	h := r.About()
	return &textLink{archive.MaskContacts(cmp.Or(h.Title, "Without a title")), recordURL(h.Kind, h.ID)}
}

// meetingName is "Cabinet, 4 May 2021".
func meetingName(body string, d archive.Date) string {
	return strings.Trim(cmp.Or(body, "Meeting")+", "+cmp.Or(d.Long(), "date not known"), ", ")
}

func (s *Server) reportView(ctx context.Context, v *recordView, rd reader, rp *archive.Report) error {
	headTags(v, &rp.Head)
	if err := s.inMeeting(ctx, v, rp); err != nil {
		return err
	}
	v.fact("Submitted by", rp.SubmittedBy)
	v.fact("Wards affected", strings.Join(rp.Wards, ", "))
	v.fact("Decision reference", rp.DecisionRef)
	if rp.FindingDate != "" {
		v.fact("Answers the Ombudsman’s report of", rp.FindingDate.Long()+daysBefore(rp.FindingDate, rp.MeetingDate))
	}
	v.services(rp.Services)
	for i, rec := range rp.Recommendations {
		id := "recommendation-" + strconv.Itoa(i+1)
		v.Recommendations = append(v.Recommendations, point{ID: id, Label: rec.Label, Paras: rd.plain(id+"-", rec.Text), To: rec.To, Page: rd.page(rec.Page)})
	}
	v.sections(rd, rp.Sections)
	if len(v.Sections) == 0 {
		v.section(rd, "Summary", "summary", rp.Summary)
	}
	v.whole(rd, rp.Text, len(v.Sections) > 0)
	v.Cite = sentence(rp.Title, "report to "+whereAndWhen(rp), rp.Council)
	return nil
}

// daysBefore is " (113 days before the meeting)", as a fact and no verdict: the
// time that the Act gives runs from a day that papers do not state.
func daysBefore(report, meeting archive.Date) string {
	if !report.Valid() || !meeting.Valid() || meeting <= report {
		return ""
	}
	days := int(meeting.Time().Sub(report.Time()).Hours() / 24)
	return " (" + count(days, "day", "days") + " before the meeting)"
}

// ombudsmen are the schemes in full.
var ombudsmen = map[string]string{
	"lgsco": "Local Government and Social Care Ombudsman", "housing_ombudsman": "Housing Ombudsman",
	"spso": "Scottish Public Services Ombudsman", "psow": "Public Services Ombudsman for Wales",
}

func findingView(v *recordView, rd reader, f *archive.Finding) {
	who := cmp.Or(ombudsmen[f.Ombudsman], "Ombudsman")
	v.Kicker = "Ombudsman decision " + f.Reference
	if f.PublicReport {
		v.Kicker = "Public report " + f.Reference
	}
	if about := categories(f); about != "" {
		v.Kicker += ": " + about
	}
	v.Crumbs = []textLink{{"Ombudsman decisions", address("/search", with(archive.Query{}, archive.FacetKind, string(archive.KindFinding)))}}
	if f.Finding != "" {
		v.Tags = append(v.Tags, tag{"Ombudsman’s finding", f.Finding.Label(), "finding"})
	}
	headTags(v, &f.Head)
	if f.Council != "" {
		v.councilFact("Complaint about", f.Council)
	} else {
		v.fact("Complaint about", f.Body) // no council: it has no page of its own
	}
	v.fact("Ombudsman", who)
	v.fact("Reference", f.Reference)
	v.fact("Category", categories(f))
	v.fact("Decision as published", f.Decision)
	v.fact("Decided on", f.DecisionDate.Long())
	v.fact("Fault", yesOrNo(f.Fault, "Fault found", "No fault found"))
	v.fact("Injustice", yesOrNo(f.Injustice, "Injustice caused", "No injustice caused"))
	if f.PaymentTotalGBP != nil {
		v.fact("Payments in all", pounds(*f.PaymentTotalGBP))
	}
	v.services(f.Services)
	if f.Summary != "" {
		v.Lead = &section{ID: "summary", Heading: "Summary", Paras: rd.plain("summary-", f.Summary)}
		v.Lead.Page = rd.page(f.PageAt(max(0, strings.Index(f.Text, f.Summary))))
	}
	v.sections(rd, slices.DeleteFunc(slices.Clone(f.Sections), func(x archive.Section) bool { return saysOnly(x, f.Summary) }))
	v.whole(rd, f.Text, len(f.Sections) > 0)
	v.Cite = sentence(who, cmp.Or(f.Title, "Decision"), "reference "+f.Reference, f.Council, f.DecisionDate.Long())
}

// saysOnly reports whether a section holds the words and no others but what
// announces them ("Summary: ").
func saysOnly(x archive.Section, words string) bool {
	text := strings.TrimSpace(x.Text)
	for _, p := range x.Paragraphs {
		text = strings.TrimSpace(text + " " + p.Text)
	}
	return words != "" && strings.TrimSpace(strings.TrimPrefix(text, "Summary:")) == words
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

func (v *recordView) section(rd reader, heading, id, text string) {
	if paras := rd.paras(id+"-", text); len(paras) > 0 {
		v.Sections = append(v.Sections, section{ID: id, Heading: heading, Paras: paras})
	}
}

// sections draws a report's or a finding's own sections. A numbered paragraph
// has its number as anchor.
func (v *recordView) sections(rd reader, list []archive.Section) {
	taken := map[string]bool{}
	for i, x := range list {
		sec := section{ID: "section-" + strconv.Itoa(i+1), Heading: x.Heading}
		if len(x.Pages) > 0 {
			sec.Page = rd.page(x.Pages[0])
		}
		sec.Paras = rd.paras(sec.ID+"-", x.Text, x.Pages...)
		for j, p := range x.Paragraphs {
			q := para{ID: sec.ID + "-n" + strconv.Itoa(j+1), Parts: rd.parts(p.Text), Lang: language(p.Text), Bullet: bullet(p.Text)}
			if p.N > 0 {
				q.Number = strconv.Itoa(p.N)
				if id := "para-" + q.Number; !taken[id] {
					q.ID, taken[id] = id, true
				}
			}
			sec.Paras = append(sec.Paras, q)
		}
		if sec.Heading != "" || len(sec.Paras) > 0 {
			v.Sections = append(v.Sections, sec)
		}
	}
}

// contents leads to the sections of a long record.
func contents(list []section) []textLink {
	var out []textLink
	for _, x := range list {
		if x.Heading != "" {
			out = append(out, textLink{x.Heading, "#" + x.ID})
		}
	}
	if len(out) < 4 {
		return nil
	}
	return out
}

// whole is everything the paper says, folded away where it has been shown in
// its parts.
func (v *recordView) whole(rd reader, text string, folded bool) {
	if paras := rd.paras("p", text); len(paras) > 0 {
		v.Whole = &section{ID: "text", Heading: "The whole text, in order", Paras: paras}
		v.WholeFolded = folded
	}
}

// remedies says what was asked for and, where the paper does, what became of
// it. An Ombudsman's decision is written before anything could.
func (v *recordView) remedies(rd reader, rec archive.Record) {
	list := archive.Remedies(rec)
	var states string
	v.Remedies, states = remedyViews(rd, list)
	v.RemedyHeading = "Remedies and what became of them"
	v.RemedySummary = states + ". The status is what the paper says; the words that say so stand beside it."
	settled := func(x archive.Remedy) bool {
		return x.Status != "" && x.Status != archive.StatusNotStated || x.Evidence != nil
	}
	if rec.About().Kind == archive.KindFinding && !slices.ContainsFunc(list, settled) {
		v.RemediesOpen = true
		v.RemedyHeading = "What the Ombudsman asked for"
		v.RemedySummary = count(len(list), "action", "actions") + ". A decision is written before they are carried out, so what became of them can only stand in later papers."
	}
}

// remedyViews are the rows of the table, and what became of them in a line.
func remedyViews(rd reader, list []archive.Remedy) ([]remedyView, string) {
	var out []remedyView
	states := map[archive.RemedyStatus]int{}
	for i, x := range list {
		x.Status = cmp.Or(x.Status, archive.StatusNotStated)
		v := remedyView{
			ID: "remedy-" + strconv.Itoa(i+1), Label: cmp.Or(strings.Trim(x.Label, "()."), strconv.Itoa(i+1)), Parts: rd.parts(x.Text),
			Status: tag{"Status", x.Status.Label(), "status-" + string(x.Status)}, Page: rd.page(x.Page),
		}
		for _, k := range x.Kinds {
			v.Facts = append(v.Facts, k.Label())
		}
		if x.AmountGBP != nil {
			v.Facts = append(v.Facts, strings.TrimSpace(pounds(*x.AmountGBP)+" "+prefixed("a ", x.Per)))
		}
		if x.Due != "" {
			due := cmp.Or(archive.Date(x.Due).Long(), x.Due)
			v.Facts = append(v.Facts, "due: "+due)
		}
		if x.AddressedTo != "" {
			v.Facts = append(v.Facts, "for "+x.AddressedTo)
		}
		if x.Evidence != nil {
			v.Evidence = rd.parts(x.Evidence.Quote)
			if p := rd.page(x.Evidence.Page); p != nil {
				v.Page = p
			}
		}
		states[x.Status]++
		out = append(out, v)
	}
	var words []string
	for _, st := range archive.RemedyStatuses {
		if n := states[st]; n > 0 {
			words = append(words, strconv.Itoa(n)+" "+strings.ToLower(st.Label()))
		}
	}
	return out, listed(words)
}

// references links the cases, meetings and minutes that the record names to
// what is held of them.
func (s *Server) references(ctx context.Context, v *recordView, rd reader) error {
	head := rd.head
	for _, ref := range head.CaseRefs {
		if head.Kind == archive.KindFinding && isDecisionOn(head.ID, ref) {
			continue
		}
		f := fact{Term: ref}
		rec, err := s.decisionOn(ctx, ref)
		switch {
		case errors.Is(err, archive.ErrNotFound):
			f.Values = []textLink{{"The decision is not held here: search for papers that name it", address("/search", archive.Query{Text: `"` + ref + `"`})}}
		case err != nil:
			return err
		default:
			h := rec.About()
			f.Values = []textLink{{archive.MaskContacts(cmp.Or(h.Title, ref)), recordURL(h.Kind, h.ID)}}
		}
		v.Cases = append(v.Cases, f)
	}
	for _, ref := range head.MeetingRefs {
		m := mention{What: meetingName(ref.Body, ref.Date), Quote: rd.parts(ref.Quote), Page: rd.page(ref.Page)}
		if ref.Body != "" && ref.Date != "" {
			id := archive.MeetingID(head.Council, ref.Date, ref.Body, head.Source.SHA256)
			_, err := s.catalogue.Meeting(ctx, id)
			if err != nil && !errors.Is(err, archive.ErrNotFound) {
				return err
			}
			if err == nil {
				m.Href = "/meetings/" + string(id)
			}
		}
		v.Meetings = append(v.Meetings, m)
	}
	for _, ref := range head.MinuteRefs {
		what := "Minute " + ref.Number
		if ref.Body != "" || ref.Date != "" {
			what += " of " + meetingName(ref.Body, ref.Date)
		}
		v.Minutes = append(v.Minutes, mention{What: what, Quote: rd.parts(ref.Quote), Page: rd.page(ref.Page)})
	}
	return nil
}

// provenance says which papers a record was read from, and what is unsure.
func (s *Server) provenance(ctx context.Context, v *recordView, head *archive.Head) error {
	src := head.Source
	v.Source = sourceView{Digest: string(src.SHA256)}
	if webAddress(src.URL) {
		v.Source.URL = src.URL
	}
	if src.SHA256 != "" {
		v.Source.Paper = "/documents/" + string(src.SHA256) + "/pages"
		v.Source.Published = "/documents/" + string(src.SHA256)
	}
	if !src.Retrieved.IsZero() {
		v.Source.Retrieved = newDate(archive.Date(src.Retrieved.UTC().Format("2006-01-02")))
	}
	others, err := s.catalogue.Sightings(ctx, head.ID)
	if err != nil && !errors.Is(err, archive.ErrNotFound) {
		return err
	}
	for _, o := range others {
		if o.SHA256 != "" && o.SHA256 != src.SHA256 {
			v.Source.Others = append(v.Source.Others, textLink{cmp.Or(publicName(o.Name), o.URL, o.SHA256.Short()), "/documents/" + string(o.SHA256) + "/pages"})
		}
	}
	for _, d := range head.Doubts {
		v.Doubts = append(v.Doubts, doubtView{fieldLabel(d.Field), sureness(d.Confidence), archive.MaskContacts(d.Because)})
	}
	return nil
}

// webAddress reports whether s may stand in a link: papers come with
// addresses of every sort.
func webAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

func votes(v *archive.Votes) string {
	if v == nil {
		return ""
	}
	var out []string
	for _, x := range []struct {
		n    *int
		word string
	}{{v.For, "for"}, {v.Against, "against"}, {v.Abstained, "abstained"}} {
		if x.n != nil {
			out = append(out, strconv.Itoa(*x.n)+" "+x.word)
		}
	}
	return strings.Join(out, ", ")
}

func yesOrNo(b *bool, yes, no string) string {
	switch {
	case b == nil:
		return ""
	case *b:
		return yes
	}
	return no
}

// sentence joins what there is of the parts with commas and ends with a full
// stop.
func sentence(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ") + "."
}
