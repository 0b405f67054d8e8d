package server

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"moothall/archive"
	"moothall/static"

	"github.com/PuerkitoBio/goquery"
)

// A world is an archive in memory: it answers as an index, a catalogue and a
// vault do, simply and slowly.
type world struct {
	records   []archive.Record
	documents map[archive.Digest]archive.Document
	pages     map[archive.Digest][]archive.PageText
	bytes     map[archive.Digest][]byte
	doubts    []archive.ListedDoubt // beside those of the records
	fail      error                 // what every question is answered with, when set
	asked     []archive.Query

	remediesBreak int // from which row on the list of remedies fails, from 1; 0 for never
}

const (
	minutesDigest = archive.Digest("1111111111111111111111111111111111111111111111111111111111111111")
	pageDigest    = archive.Digest("2222222222222222222222222222222222222222222222222222222222222222")
	decisionOf    = archive.Digest("3333333333333333333333333333333333333333333333333333333333333333")
)

func pointer[T any](v T) *T { return &v }

// newWorld has a little of everything, one record of which tries to be a script.
func newWorld() *world {
	when := time.Date(2023, 5, 6, 7, 8, 9, 0, time.UTC)
	minutes := archive.Source{URL: "https://democracy.ambershire.example/m1.pdf", SHA256: minutesDigest, Name: "cabinet.pdf", Retrieved: when}
	item := func(number, title string, procedural bool, outcome archive.Outcome, text string, services ...archive.Service) *archive.Item {
		return &archive.Item{
			Head: archive.Head{
				Kind: archive.KindItem, ID: archive.ID("ambershire/2022-11-08/cabinet/" + number), Council: "Ambershire County Council",
				Title: title, Text: text, Services: services, Visibility: archive.Public, Pages: []int{1, 2}, Source: minutes,
			},
			Committee: "Cabinet", MeetingDate: "2022-11-08", MeetingTime: "10:00", Venue: "County Hall", ItemNumber: number,
			Procedural: procedural, Outcome: outcome,
		}
	}
	respite := item("41", "Respite care: the Ombudsman’s findings", false, archive.Approved,
		"The Cabinet considered the Ombudsman’s findings on respite care.\n\nContact Jo Marsh, Tel: (01632) 960123, jo.marsh@ambershire.example.\n\nThe allowances had been paid.",
		archive.ChildrensServices)
	respite.PageMarks = []archive.PageMark{{Offset: 0, Page: 1}, {Offset: strings.Index(respite.Text, "The allowances"), Page: 2}}
	respite.Background = "The Cabinet considered the Ombudsman’s findings on respite care."
	respite.Resolutions = []archive.Resolution{
		{Label: "a", Text: "That the findings be accepted.", Outcome: archive.Approved, Page: 2},
		{Label: "b", Text: "That the update be noted.", Outcome: archive.Noted, Page: 2},
	}
	respite.Exchanges = []archive.Exchange{{Issue: "How carers were told", Response: "Officers wrote to each of them."}}
	respite.CaseRefs = []string{"21 003 456", "19 999 999"}
	respite.MeetingRefs = []archive.MeetingRef{{Body: "Cabinet", Date: "2022-11-08", Quote: "at this meeting"}, {Body: "Council", Date: "2022-12-01", Quote: "goes to Council on 1 December 2022"}}
	respite.Documents = []archive.Attachment{{Title: "Report", URL: "https://democracy.ambershire.example/r.pdf", Media: "pdf"}, {Title: "Appendix", URL: "javascript:alert(1)", Restricted: true}}
	respite.Doubts = []archive.Doubt{{Field: "services", Confidence: .6, Because: "only the portfolio holder’s title names it"}}
	respite.Votes = &archive.Votes{For: pointer(7), Against: pointer(2)}
	evil := item("42", `<script>alert("title")</script>`, false, archive.Noted, `Members <script>alert(1)</script> noted the "roads" & <b>bridges</b>.`, archive.HighwaysTransport)
	evil.Decision = `<img src=x onerror=alert(2)>`
	exempt := item("43", "Disposal of land at Mill Lane", false, archive.Approved, "The secret price was agreed.")
	exempt.Visibility = archive.Exempt
	exempt.Decision = "The secret price was agreed."
	apologies := item("40", "Apologies for absence", true, archive.OutcomeNone, "Apologies were received.")
	report := &archive.Report{
		Head: archive.Head{
			Kind: archive.KindReport, ID: "ambershire/2022-11-08/cabinet/report-respite", Council: "Ambershire County Council", Title: "Respite care: what has been done",
			Text: "Summary of the report.", Source: archive.Source{SHA256: pageDigest, Retrieved: when}, Services: []archive.Service{archive.ChildrensServices}, CaseRefs: []string{"21 003 456"},
		},
		Committee: "Cabinet", MeetingDate: "2022-11-08", SubmittedBy: "Director of Children’s Services",
		Sections:        []archive.Section{{Heading: "Summary", Canonical: "summary", Text: "Summary of the report.", Pages: []int{1}}},
		Recommendations: []archive.Recommendation{{Label: "i", Text: "That Cabinet notes the report.", To: "Cabinet"}},
		Remedies: []archive.Remedy{
			{Label: "1", Text: "Apologise to Mrs C.", Kinds: []archive.RemedyKind{archive.Apology}, Status: archive.Implemented, Evidence: &archive.Evidence{Quote: "An apology was sent.", Page: 1}},
			{Label: "2", Text: "Pay £300 a month.", Kinds: []archive.RemedyKind{archive.Payment}, AmountGBP: pointer(300.0), Per: "month", Status: archive.Partly, Evidence: &archive.Evidence{Quote: "Two of three were paid."}},
			{Label: "3", Text: "Review the policy.", Status: archive.StatusNotStated},
		},
	}
	finding := &archive.Finding{
		Head: archive.Head{
			Kind: archive.KindFinding, ID: "lgsco/21-003-456", Council: "Ambershire County Council", Title: "Ambershire County Council (21 003 456)",
			Summary: "Mrs C complained about respite care.", Text: "Mrs C complained.", Source: archive.Source{URL: "https://ombudsman.example/d", SHA256: decisionOf, Retrieved: when},
			Services: []archive.Service{archive.ChildrensServices},
		},
		Ombudsman: "lgsco", Reference: "21 003 456", Category: "Children’s care services", Subcategory: "Disabled children", Decision: "Upheld",
		Finding: archive.Upheld, Fault: pointer(true), Injustice: pointer(true), DecisionDate: "2022-06-30", PaymentTotalGBP: pointer(1250.5),
		Sections: []archive.Section{{Heading: "The complaint", Paragraphs: []archive.Paragraph{{N: 1, Text: "Mrs C complained about respite."}, {N: 2, Text: "She wanted an apology."}}}},
		Remedies: []archive.Remedy{{Text: "Apologise within one month.", Due: "within one month", DueDate: "2022-07-30", Status: archive.StatusNotStated}},
	}
	loose := &archive.Page{
		Head: archive.Head{Kind: archive.KindPage, ID: archive.PageID(pageDigest, 2), Title: "Respite appendix", Text: "A respite table.", Pages: []int{2}, Source: archive.Source{SHA256: pageDigest}},
		Page: 2,
	}
	w := &world{
		records: []archive.Record{respite, evil, exempt, apologies, report, finding, loose},
		documents: map[archive.Digest]archive.Document{
			minutesDigest: {SHA256: minutesDigest, Name: "minutes/cabinet.pdf", Title: "Cabinet minutes", Media: "pdf", Format: archive.Minutes, Bytes: 5000, Pages: 2, Retrieved: when, Council: "Ambershire County Council"},
			pageDigest:    {SHA256: pageDigest, Name: `x"; evil=<script>.html`, Media: "html", Format: archive.OfficerReport, Bytes: 70, Pages: 2, Retrieved: when, Replaces: minutesDigest},
			decisionOf:    {SHA256: decisionOf, Name: "decision", Media: "text", Format: archive.LGSCODecision, Bytes: 9, Pages: 1, Retrieved: when},
		},
		pages: map[archive.Digest][]archive.PageText{
			minutesDigest: {{Number: 1, Text: "The Cabinet considered respite care.\n\nTel: (01632) 960123\n\nMae'r cyfarfod yn cael ei gynnal yn y Gymraeg ac mae croeso i bawb.", Running: "CABINET 1"}, {Number: 2, Text: "The allowances had been paid. <script>alert(3)</script>"}},
			pageDigest:    {{Number: 1, Text: "Summary of the report."}, {Number: 2, Text: "A respite table.", OCR: true}},
			decisionOf:    {{Number: 1, Text: "", Unread: "the page is a picture"}},
		},
		bytes: map[archive.Digest][]byte{
			minutesDigest: []byte("%PDF-1.4 minutes"), pageDigest: []byte("<html><script>alert(1)</script></html>"), decisionOf: []byte("Mrs C ..."),
		},
	}
	for i := range 30 {
		w.records = append(w.records, &archive.Item{
			Head: archive.Head{
				Kind: archive.KindItem, ID: archive.ID(fmt.Sprintf("thornley/2021-%02d-03/committee-%d/1", i%12+1, i%11)), Council: "Thornley District Council",
				Title: fmt.Sprintf("Budget monitoring %d", i), Text: "The budget was considered.", Services: []archive.Service{archive.Corporate}, Source: archive.Source{SHA256: decisionOf, Retrieved: when},
			},
			Committee: fmt.Sprintf("Committee %d", i%11), MeetingDate: archive.NewDate(2021, time.Month(i%12+1), 3), ItemNumber: "1", Outcome: archive.Noted,
		})
	}
	return w
}

func values(f archive.Facet, r archive.Record) []string {
	h := r.About()
	var out []string
	switch f {
	case archive.FacetKind:
		out = []string{string(h.Kind)}
	case archive.FacetCouncil:
		out = []string{archive.CouncilSlug(h.Council)}
	case archive.FacetCommittee:
		out = []string{archive.Slug(archive.Committee(r))}
	case archive.FacetService:
		out = texts(h.Services)
	case archive.FacetOutcome:
		if it, ok := r.(*archive.Item); ok {
			out = []string{string(it.Outcome)}
		}
	case archive.FacetFinding:
		if f, ok := r.(*archive.Finding); ok {
			out = []string{string(f.Finding)}
		}
	case archive.FacetRemedyStatus:
		for _, x := range archive.Remedies(r) {
			out = append(out, string(x.Status))
		}
	case archive.FacetYear:
		out = []string{archive.When(r).Year()}
	}
	out = nonEmpty(out)
	if len(out) == 0 {
		out = []string{archive.NotStated}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (w *world) matches(q archive.Query, r archive.Record, ignore archive.Facet) bool {
	h := r.About()
	if it, ok := r.(*archive.Item); ok && it.Procedural && !q.Procedural {
		return false
	}
	if d := archive.When(r); q.From != "" && d < q.From || q.To != "" && (d > q.To || d == "") {
		return false
	}
	all := strings.ToLower(h.Title + " " + h.Text + " " + strings.Join(h.CaseRefs, " "))
	for _, t := range strings.Fields(strings.ToLower(strings.ReplaceAll(q.Text, `"`, ""))) {
		if !strings.Contains(all, t) {
			return false
		}
	}
	for f, filter := range q.Filters {
		if f == ignore {
			continue
		}
		has := func(v string) bool { return slices.Contains(values(f, r), v) }
		if len(filter.Any) > 0 && !slices.ContainsFunc(filter.Any, has) || slices.ContainsFunc(filter.Not, has) {
			return false
		}
	}
	return true
}

func (w *world) Search(_ context.Context, q archive.Query) (archive.Results, error) {
	w.asked = append(w.asked, q)
	if w.fail != nil {
		return archive.Results{}, w.fail
	}
	var found []archive.Record
	for _, r := range w.records {
		if w.matches(q, r, "") {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b archive.Record) int {
		c := cmp.Compare(archive.When(b), archive.When(a))
		if q.Sort == archive.SortOldest {
			c = -c
		}
		return c
	})
	limit := cmp.Or(q.Limit, defaultLimit)
	start := (max(q.Page, 1) - 1) * limit
	if q.Cursor != "" {
		n, err := strconv.Atoi(q.Cursor)
		if err != nil {
			return archive.Results{}, BadParameters{{"cursor", "is not one"}}
		}
		start = n
	}
	res := archive.Results{Total: len(found), Page: start/limit + 1, Pages: max(1, (len(found)+limit-1)/limit)}
	end := min(start+limit, len(found))
	if end < len(found) {
		res.Next = strconv.Itoa(end)
	}
	if start > 0 {
		res.Prev = strconv.Itoa(max(0, start-limit))
	}
	if strings.Contains(q.Text, "respit ") {
		res.Suggestion = "respite"
	}
	for _, r := range found[min(start, end):end] {
		h := r.About()
		hit := archive.Hit{
			ID: h.ID, Kind: h.Kind, Title: h.Title, Council: h.Council, Committee: archive.Committee(r), Date: archive.When(r),
			Services: h.Services, Visibility: h.Visibility, Source: h.Source, Pages: h.Pages, Remedies: len(archive.Remedies(r)),
		}
		if it, ok := r.(*archive.Item); ok {
			hit.Outcome, hit.Number, hit.Procedural, hit.Decision = it.Outcome, it.ItemNumber, it.Procedural, it.Decision
		}
		if f, ok := r.(*archive.Finding); ok {
			hit.Finding, hit.Reference = f.Finding, f.Reference
		}
		hit.Snippets = []archive.Snippet{{Field: "text", Page: 1, Parts: mark(h.Text, terms(q.Text))}}
		res.Hits = append(res.Hits, hit)
	}
	for _, f := range archive.Facets {
		counts := map[string]int{}
		for _, r := range w.records {
			if w.matches(q, r, f) {
				for _, v := range values(f, r) {
					counts[v]++
				}
			}
		}
		fc := archive.FacetCount{Facet: f}
		for v, n := range counts {
			fc.Values = append(fc.Values, archive.FacetValue{Value: v, Count: n, Selected: slices.Contains(q.Filters[f].Any, v)})
		}
		slices.SortFunc(fc.Values, func(a, b archive.FacetValue) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
		res.Facets = append(res.Facets, fc)
	}
	return res, nil
}

func (w *world) Suggest(_ context.Context, prefix string) []string {
	if strings.HasPrefix("respite", prefix) {
		return []string{"respite care"}
	}
	return nil
}

func (w *world) Seq(context.Context) (uint64, error) { return uint64(len(w.records)), w.fail }

func (w *world) Record(_ context.Context, id archive.ID) (archive.Record, error) {
	for _, r := range w.records {
		if r.About().ID == id {
			return r, w.fail
		}
	}
	return nil, fmt.Errorf("world: %s: %w", id, archive.ErrNotFound)
}

func (w *world) Sightings(_ context.Context, id archive.ID) ([]archive.Source, error) {
	r, err := w.Record(context.Background(), id)
	if err != nil {
		return nil, err
	}
	return []archive.Source{r.About().Source, {SHA256: pageDigest, Name: "the decision page"}}, nil
}

func (w *world) Doubts(_ context.Context, q archive.DoubtQuery) (archive.DoubtList, error) {
	list := archive.DoubtList{Page: q.Page, Pages: 1}
	for _, r := range w.records {
		head := r.About()
		for _, d := range head.Doubts {
			if len(q.Councils) > 0 && !slices.Contains(q.Councils, archive.CouncilSlug(head.Council)) || len(q.Fields) > 0 && !slices.Contains(q.Fields, d.Field) {
				continue
			}
			list.Total, list.Records = list.Total+1, list.Records+1
			list.Fields = append(list.Fields, archive.FieldCount{Field: d.Field, Count: 1, Records: 1, Rows: 1})
			list.Doubts = append(list.Doubts, archive.ListedDoubt{
				Doubt: d, Stated: d.Stated(r), Kind: head.Kind, ID: head.ID, Title: head.Title, Council: head.Council, Date: archive.When(r), Paper: head.Source.SHA256, Page: 2,
			})
		}
	}
	for _, d := range w.doubts {
		f := archive.FieldCount{Field: d.Field, Count: max(len(d.Places), 1), Records: max(len(d.Places), 1), Rows: 1}
		list.Fields, list.Doubts = append(list.Fields, f), append(list.Doubts, d)
		list.Total, list.Records = list.Total+1, list.Records+f.Records
		if d.Unopened {
			list.Unopened++
		}
	}
	return list, w.fail
}

func (w *world) Document(_ context.Context, d archive.Digest) (archive.Document, error) {
	if doc, ok := w.documents[d]; ok {
		return doc, w.fail
	}
	return archive.Document{}, fmt.Errorf("world: %w", archive.ErrNotFound)
}

func (w *world) DocumentRecords(_ context.Context, d archive.Digest) (all []archive.Record, err error) {
	for _, r := range w.records {
		if h := r.About(); h.Source.SHA256 == d && h.Kind != archive.KindPage {
			all = append(all, r)
		}
	}
	return all, w.fail
}

func (w *world) PageText(_ context.Context, d archive.Digest, n int) (archive.PageText, error) {
	if p := w.pages[d]; n >= 1 && n <= len(p) {
		return p[n-1], w.fail
	}
	return archive.PageText{}, fmt.Errorf("world: %w", archive.ErrNotFound)
}

func (w *world) meetingOf(r archive.Record) archive.ID {
	if r.About().Kind == archive.KindFinding || archive.Committee(r) == "" {
		return ""
	}
	return archive.MeetingID(r.About().Council, archive.When(r), archive.Committee(r), "")
}

func (w *world) Meeting(_ context.Context, id archive.ID) (archive.Meeting, error) {
	m := archive.Meeting{ID: id}
	for _, r := range w.records {
		if w.meetingOf(r) == id {
			m.Council, m.Committee, m.Date = r.About().Council, archive.Committee(r), archive.When(r)
			m.Records = append(m.Records, r)
		}
	}
	if len(m.Records) == 0 {
		return m, fmt.Errorf("world: %w", archive.ErrNotFound)
	}
	return m, w.fail
}

func (w *world) Meetings(_ context.Context, q archive.MeetingQuery) (archive.MeetingList, error) {
	byID := map[archive.ID]*archive.MeetingSummary{}
	var ids []archive.ID
	for _, r := range w.records {
		id := w.meetingOf(r)
		if id == "" || len(q.Councils) > 0 && !slices.Contains(q.Councils, archive.CouncilSlug(r.About().Council)) {
			continue
		}
		m := byID[id]
		if m == nil {
			m = &archive.MeetingSummary{ID: id, Council: r.About().Council, Committee: archive.Committee(r), Date: archive.When(r), Records: map[archive.Kind]int{}}
			byID[id] = m
			ids = append(ids, id)
		}
		m.Records[r.About().Kind]++
	}
	slices.SortStableFunc(ids, func(a, b archive.ID) int { return cmp.Compare(byID[b].Date, byID[a].Date) })
	list := archive.MeetingList{Total: len(ids), Page: max(q.Page, 1), Pages: (len(ids) + q.Limit - 1) / q.Limit}
	for i := (list.Page - 1) * q.Limit; i < min(list.Page*q.Limit, len(ids)); i++ {
		list.Meetings = append(list.Meetings, *byID[ids[i]])
	}
	return list, w.fail
}

func (w *world) Coverage(context.Context) (archive.Coverage, error) {
	return archive.Coverage{
		Councils: []archive.CouncilCoverage{
			{Label: "Ambershire County Council", Slug: "ambershire", From: "2022-06-30", To: "2022-11-08", Documents: 3, Meetings: 1, Records: map[archive.Kind]int{archive.KindItem: 4},
				Committees: []archive.CommitteeCoverage{{Label: "Cabinet", Slug: "cabinet", Meetings: 1}}},
			{Documents: 1},
		},
		Documents: 4, Records: map[archive.Kind]int{archive.KindItem: 1234}, Meetings: 1,
	}, w.fail
}

// file is bytes that can be sought and closed.
type bytesFile struct{ *bytes.Reader }

func (bytesFile) Close() error { return nil }

func (w *world) Open(d archive.Digest) (io.ReadSeekCloser, error) {
	if b, ok := w.bytes[d]; ok {
		return bytesFile{bytes.NewReader(b)}, nil
	}
	return nil, fmt.Errorf("world: %w", archive.ErrNotFound)
}

// today is the day on which everything is asked.
var today = time.Date(2023, 6, 1, 12, 0, 0, 0, time.UTC)

// handler is a server over the world.
func (w *world) handler(t testing.TB) http.Handler {
	t.Helper()
	h, err := New(Config{Search: w, Catalogue: w, Vault: w, Static: static.Files, Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// get asks for an address; headers come in pairs.
func get(t testing.TB, h http.Handler, address string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	return rec
}

// look asks for a page and reads it; anything but the status wanted ends the test.
func look(t testing.TB, h http.Handler, address string, status int) *goquery.Document {
	t.Helper()
	rec := get(t, h, address, "Accept", "text/html")
	if rec.Code != status {
		t.Fatalf("%s: status %d, want %d\n%s", address, rec.Code, status, rec.Body)
	}
	doc, err := goquery.NewDocumentFromReader(rec.Body)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return doc
}
