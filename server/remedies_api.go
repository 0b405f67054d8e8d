package server

import (
	"net/http"
	"strings"

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
	CaseRef     string               `json:"case_ref,omitempty"` // the Ombudsman's case it is of, where the record tells of several

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
		Finding: l.Finding, CaseRef: ownCase(l.Remedy, l.CaseRefs), CaseRefs: orEmpty(l.CaseRefs), URL: listedRemedyURL(l), SHA256: l.Paper, Page: page, ProofURL: href,
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
