package server

import (
	"net/http"
	"time"

	"moothall/archive"
)

// help says what can be typed into the search box.
func (s *Server) help(r *http.Request) (view, error) {
	return s.render(r, "help.html", frame{Title: "Search help", Canonical: "/help", Body: nil})
}

// accessibility is the accessibility statement.
func (s *Server) accessibility(r *http.Request) (view, error) {
	return s.render(r, "accessibility.html", frame{Title: "Accessibility statement", Canonical: "/accessibility", Body: nil})
}

// guideView is what api.html shows.
type guideView struct {
	Coverage   []coverageRow
	Parameters []parameterRow
	Routes     []guideRoute
	Origin     string
}

// A parameterRow is one parameter of a list and what it may be.
type parameterRow struct{ Name, Means, Values string }

// A guideRoute is one address of the API.
type guideRoute struct{ Path, Means, Example string }

// apiGuide is the API for people.
func (s *Server) apiGuide(r *http.Request) (view, error) {
	c, err := s.catalogue.Coverage(r.Context())
	if err != nil {
		return view{}, err
	}
	v := guideView{Coverage: coverageRows(c), Origin: s.origin(r)}
	for _, p := range queryParameters() {
		v.Parameters = append(v.Parameters, parameterRow{p.Name, p.Description, p.allowed()})
	}
	v.Routes = []guideRoute{
		{"/api/v1/search", "Search, with counts to narrow it by", "/api/v1/search?q=homelessness&outcome=noted"},
		{"/api/v1/meetings", "Meetings, newest first", "/api/v1/meetings"},
		{"/api/v1/remedies", "Remedies and recommendations that are open, the earliest due first", "/api/v1/remedies?remedy_status=open"},
		{"/remedies.csv", "Every remedy and recommendation of one kind as a table", "/remedies.csv?remedy_kind=payment"},
		{"/api/v1/coverage", "What the archive holds, council by council", "/api/v1/coverage"},
		{"/search.csv", "Every result of a search as a table", "/search.csv?q=homelessness"},
		{"/search.ndjson", "Every result of a search, a line each", "/search.ndjson?q=homelessness"},
		{"/search.atom", "The newest results of a search as a feed", "/search.atom?q=homelessness"},
	}
	return s.render(r, "api.html", frame{Title: "API guide", Canonical: "/api", Body: v, Alternates: []alternate{
		{"application/vnd.oai.openapi+json;version=3.1", "OpenAPI description", "/api/openapi.json"},
	}})
}

// openAPI is the API for programs.
func (s *Server) openAPI(*http.Request) (view, error) {
	return view{media: "application/json", body: s.api}, nil
}

// A CoverageAnswer says what the archive holds.
type CoverageAnswer struct {
	Councils      []CouncilAnswer      `json:"councils"`
	Documents     int                  `json:"documents"`
	Records       map[archive.Kind]int `json:"records"`
	Meetings      int                  `json:"meetings"`
	LastRetrieved time.Time            `json:"last_retrieved,omitzero"`
	Unread        []ReasonAnswer       `json:"unread"`
	Skipped       []ReasonAnswer       `json:"skipped"`
}

// A CouncilAnswer is what is held of one council.
type CouncilAnswer struct {
	ID            string               `json:"id"`
	Name          string               `json:"name"`
	From          archive.Date         `json:"from,omitempty"`
	To            archive.Date         `json:"to,omitempty"`
	Documents     int                  `json:"documents"`
	Records       map[archive.Kind]int `json:"records"`
	Meetings      int                  `json:"meetings"`
	LastRetrieved time.Time            `json:"last_retrieved,omitzero"`
	Committees    []CommitteeAnswer    `json:"committees"`
}

// A CommitteeAnswer is what is held of one body of a council.
type CommitteeAnswer struct {
	ID       string               `json:"id"`
	Name     string               `json:"name"`
	From     archive.Date         `json:"from,omitempty"`
	To       archive.Date         `json:"to,omitempty"`
	Records  map[archive.Kind]int `json:"records"`
	Meetings int                  `json:"meetings"`
}

// A ReasonAnswer is how often one reason was given.
type ReasonAnswer struct {
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

func (s *Server) coverageJSON(r *http.Request) (view, error) {
	c, err := s.catalogue.Coverage(r.Context())
	if err != nil {
		return view{}, err
	}
	a := CoverageAnswer{
		Councils: []CouncilAnswer{}, Documents: c.Documents, Records: counts(c.Records), Meetings: c.Meetings,
		LastRetrieved: c.LastRetrieved, Unread: reasons(c.Unread), Skipped: reasons(c.Skipped),
	}
	for _, x := range c.Councils {
		council := CouncilAnswer{
			ID: x.Slug, Name: x.Label, From: x.From, To: x.To, Documents: x.Documents, Records: counts(x.Records),
			Meetings: x.Meetings, LastRetrieved: x.LastRetrieved, Committees: []CommitteeAnswer{},
		}
		for _, y := range x.Committees {
			council.Committees = append(council.Committees, CommitteeAnswer{y.Slug, y.Label, y.From, y.To, counts(y.Records), y.Meetings})
		}
		a.Councils = append(a.Councils, council)
	}
	return jsonView(a)
}

func reasons(list []archive.ReasonCount) []ReasonAnswer {
	out := []ReasonAnswer{}
	for _, x := range list {
		out = append(out, ReasonAnswer{x.Reason, x.Count})
	}
	return out
}
