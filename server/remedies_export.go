package server

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
)

// A RemedyListAnswer is a list of remedies and recommendations for programs.
type RemedyListAnswer struct {
	Total    int            `json:"total"`
	Papers   int            `json:"papers"`  // that the rows were read from
	Overdue  int            `json:"overdue"` // rows that are open and were due before as_of
	AsOf     archive.Date   `json:"as_of"`   // the day on which this was asked
	Remedies []RemedyAnswer `json:"remedies"`
	Facets   []FacetGroup   `json:"facets"`
	Page     int            `json:"page"`
	Pages    int            `json:"pages"`
	Next     *string        `json:"next"`
	Prev     *string        `json:"prev"`
}

// A RemedyAnswer is one row. Text to Evidence are the paper's own words; Kind
// and what follows are the record's it stands in.
type RemedyAnswer struct {
	What        string               `json:"what"` // "remedy" or "recommendation"
	N           int                  `json:"n"`    // which one of the record, from 1
	Label       string               `json:"label,omitempty"`
	Text        string               `json:"text"`
	Kinds       []archive.RemedyKind `json:"kinds"`
	AmountGBP   *float64             `json:"amount_gbp"`
	Per         string               `json:"per,omitempty"`
	Due         string               `json:"due,omitempty"`      // as stated
	DueDate     archive.Date         `json:"due_date,omitempty"` // the day of it, where it can be counted
	AddressedTo string               `json:"addressed_to,omitempty"`
	Status      archive.RemedyStatus `json:"status,omitempty"` // a recommendation has none
	Open        bool                 `json:"open"`             // the paper says neither that it was carried out nor that it is no longer required
	Overdue     bool                 `json:"overdue"`          // open, and due before as_of
	Evidence    *archive.Evidence    `json:"evidence"`

	Kind      archive.Kind      `json:"kind"`
	ID        archive.ID        `json:"id"`
	Title     string            `json:"title"`
	Council   string            `json:"council,omitempty"`
	Committee string            `json:"committee,omitempty"`
	Date      archive.Date      `json:"date,omitempty"`
	Services  []archive.Service `json:"services"`
	Finding   archive.Verdict   `json:"finding,omitempty"`
	CaseRefs  []string          `json:"case_refs"`
	URL       string            `json:"url"`                 // of the row on its record's page
	SHA256    archive.Digest    `json:"sha256,omitempty"`    // of the paper
	Page      int               `json:"page,omitempty"`      // of the paper, with the evidence or the row
	ProofURL  string            `json:"proof_url,omitempty"` // that page, or the paper where no page is known
}

func remedyAnswer(l archive.ListedRemedy, today archive.Date) RemedyAnswer {
	l = publicRemedy(l)
	page, href := proof(l)
	return RemedyAnswer{
		What: l.What, N: l.N, Label: l.Label, Text: l.Text, Kinds: orEmpty(l.Kinds), AmountGBP: l.AmountGBP, Per: l.Per,
		Due: l.Remedy.Due, DueDate: l.Due(), AddressedTo: l.AddressedTo, Status: l.Status, Open: l.Status.Open(), Overdue: l.Overdue(today), Evidence: l.Evidence,
		Kind: l.Kind, ID: l.ID, Title: l.Title, Council: l.Council, Committee: l.Committee, Date: l.Date, Services: orEmpty(l.Services),
		Finding: l.Finding, CaseRefs: orEmpty(l.CaseRefs), URL: listedRemedyURL(l), SHA256: l.Paper, Page: page, ProofURL: href,
	}
}

// remediesAnswer is a page of the list without its rows.
func remediesAnswer(path string, q archive.Query, list archive.RemedyList, today archive.Date) RemedyListAnswer {
	a := RemedyListAnswer{
		Total: list.Total, Papers: list.Papers, Overdue: list.Overdue, AsOf: today, Remedies: []RemedyAnswer{}, Facets: []FacetGroup{},
		Page: list.Page, Pages: list.Pages,
	}
	for _, f := range list.Facets {
		a.Facets = append(a.Facets, facetAnswer(path, q, f))
	}
	a.Next, a.Prev = neighbouring(list.Page, list.Pages, func(page int) string {
		to := q
		to.Page = page
		return address(path, to)
	})
	return a
}

// remediesAPI is one page of the list for programs.
func (s *Server) remediesAPI(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	ask := s.remedyQuery(q)
	list, err := s.catalogue.Remedies(r.Context(), ask)
	if err != nil {
		return view{}, err
	}
	path := strings.TrimSuffix(r.URL.Path, ".json")
	if path == "/remedies" {
		path += ".json"
	}
	a := remediesAnswer(path, q, list, ask.Today)
	for _, l := range list.Rows {
		a.Remedies = append(a.Remedies, remedyAnswer(l, ask.Today))
	}
	v, err := jsonView(a)
	return linked(v, a.Next, a.Prev).with("Link", `</api/openapi.json>; rel="service-desc"`), err
}

// remediesJSON is every row with the counts, or one page of them where the
// address names it.
func (s *Server) remediesJSON(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	if q.Limit > 0 || q.Page > 0 {
		return s.remediesAPI(r)
	}
	ask := s.remedyQuery(q)
	list, err := s.catalogue.Remedies(r.Context(), ask)
	if err != nil {
		return view{}, err
	}
	list.Pages = 1 // all of them on one
	body, err := json.Marshal(remediesAnswer("/remedies.json", q, list, ask.Today))
	if err != nil {
		return view{}, fmt.Errorf("server: remedies: %w", err)
	}
	before, after, _ := bytes.Cut(body, []byte(`"remedies":[]`))
	return s.remedyExport(q, "application/json", "", func(w io.Writer) remedyWriter {
		sent := 0
		return remedyWriter{
			begin: func() error { _, err := fmt.Fprintf(w, `%s"remedies":[`, before); return err },
			row: func(l archive.ListedRemedy) error {
				if sent++; sent > 1 {
					if _, err := w.Write([]byte(",")); err != nil {
						return err
					}
				}
				return plainEncoder(w).Encode(remedyAnswer(l, ask.Today))
			},
			end: func() error {
				if sent != list.Total {
					return fmt.Errorf("server: the list had %d rows and ended at %d", list.Total, sent)
				}
				_, err := fmt.Fprintf(w, "]%s\n", after)
				return err
			},
		}
	}), nil
}

func (s *Server) remediesNDJSON(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	today := s.today()
	return s.remedyExport(q, "application/x-ndjson", "remedies.ndjson", func(w io.Writer) remedyWriter {
		out := plainEncoder(w)
		return remedyWriter{row: func(l archive.ListedRemedy) error { return out.Encode(remedyAnswer(l, today)) }}
	}), nil
}

// remedyColumns are the columns of the list as a table. New ones go at the
// end.
var remedyColumns = []string{
	"what", "label", "text", "kinds", "amount_gbp", "per", "due", "due_date", "overdue", "addressed_to", "status", "evidence",
	"council", "committee", "date", "case_refs", "services", "finding", "kind", "id", "n", "title", "url", "page", "proof_url", "sha256",
}

func (s *Server) remediesCSV(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	origin, today := s.origin(r), s.today()
	return s.remedyExport(q, "text/csv; charset=utf-8; header=present", "remedies.csv", func(w io.Writer) remedyWriter {
		out := csv.NewWriter(w)
		out.UseCRLF = true
		return remedyWriter{
			begin: func() error { return out.Write(remedyColumns) },
			row:   func(l archive.ListedRemedy) error { return out.Write(remedyCells(origin, remedyAnswer(l, today))) },
			end: func() error {
				out.Flush()
				return out.Error()
			},
		}
	}), nil
}

func remedyCells(origin string, a RemedyAnswer) []string {
	quote := ""
	if a.Evidence != nil {
		quote = a.Evidence.Quote
	}
	cells := []string{
		a.What, a.Label, a.Text, strings.Join(texts(a.Kinds), ";"), sumCell(a.AmountGBP), a.Per, a.Due, string(a.DueDate), strconv.FormatBool(a.Overdue),
		a.AddressedTo, string(a.Status), quote, a.Council, a.Committee, string(a.Date), strings.Join(a.CaseRefs, ";"), strings.Join(texts(a.Services), ";"),
		string(a.Finding), string(a.Kind), string(a.ID), strconv.Itoa(a.N), a.Title, origin + a.URL, "", "", string(a.SHA256),
	}
	if a.Page > 0 {
		cells[23] = strconv.Itoa(a.Page)
	}
	if a.ProofURL != "" {
		cells[24] = origin + a.ProofURL
	}
	for i, cell := range cells {
		cells[i] = plainCell(cell)
	}
	return cells
}

// plainEncoder writes JSON a line each, with no character made safe for HTML.
func plainEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// A remedyWriter writes rows in some form; begin and end may be nil.
type remedyWriter struct {
	begin, end func() error
	row        func(archive.ListedRemedy) error
}

// remedyExport is the list as a stream: every row, or the page that q names.
// Nothing is sent before the first row is there, so that what fails by then is
// still an error page.
func (s *Server) remedyExport(q archive.Query, media, name string, start func(io.Writer) remedyWriter) view {
	v := view{media: media}.with("Cache-Control", "no-cache")
	if name != "" {
		v = v.with("Content-Disposition", `attachment; filename="`+name+`"`)
	}
	v.stream = func(w http.ResponseWriter, req *http.Request) error {
		if req.Method == http.MethodHead {
			return nil
		}
		live := http.NewResponseController(w)
		out := start(w)
		begun, n := false, 0
		begin := func() error {
			if begun || out.begin == nil {
				return nil
			}
			begun = true
			return out.begin()
		}
		for row, err := range s.everyRemedy(req, q) {
			if err != nil {
				return err
			}
			if n%exportBatch == 0 {
				// The server's own deadline is for a page; each batch has as long.
				if err := live.SetWriteDeadline(time.Now().Add(2 * answerDeadline)); err != nil && !errors.Is(err, http.ErrNotSupported) {
					return err
				}
			}
			n++
			if err := begin(); err != nil {
				return err
			}
			if err := out.row(row); err != nil {
				return err
			}
		}
		if err := begin(); err != nil || out.end == nil {
			return err
		}
		return out.end()
	}
	return v
}

func (s *Server) everyRemedy(r *http.Request, q archive.Query) iter.Seq2[archive.ListedRemedy, error] {
	ask := s.remedyQuery(q)
	if q.Limit == 0 && q.Page == 0 {
		return s.catalogue.EveryRemedy(r.Context(), ask)
	}
	return func(yield func(archive.ListedRemedy, error) bool) {
		list, err := s.catalogue.Remedies(r.Context(), ask)
		if err != nil {
			yield(archive.ListedRemedy{}, err)
			return
		}
		for _, row := range list.Rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
