package server

import (
	"encoding/xml"
	"fmt"
	"net/http"

	"moothall/archive"
)

// suggest answers the search box in OpenSearch's form: what was typed, and
// what begins with it.
func (s *Server) suggest(r *http.Request) (view, error) {
	values := r.URL.Query()
	for name := range values {
		if name != "q" {
			return view{}, BadParameters{{name, "is not a parameter; only q is"}}
		}
	}
	text, err := searchText(values.Get("q"))
	if err != nil {
		return view{}, BadParameters{{"q", err.Error()}}
	}
	found := []string{}
	if text != "" {
		for _, w := range s.search.Suggest(r.Context(), text) {
			found = append(found, archive.MaskContacts(w))
		}
	}
	v, err := jsonView([]any{text, found})
	v.media = "application/x-suggestions+json"
	return v, err
}

// openSearch lets a browser search here from its own box.
func (s *Server) openSearch(r *http.Request) (view, error) {
	type address struct {
		Type     string `xml:"type,attr"`
		Rel      string `xml:"rel,attr,omitempty"`
		Template string `xml:"template,attr"`
	}
	origin := s.origin(r)
	b, err := xml.MarshalIndent(struct {
		XMLName       xml.Name  `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName     string    `xml:"ShortName"`
		Description   string    `xml:"Description"`
		InputEncoding string    `xml:"InputEncoding"`
		Language      string    `xml:"Language"`
		URL           []address `xml:"Url"`
	}{
		ShortName: clipped(s.name, 16), Description: "Search what councils decided and what the Ombudsman found",
		InputEncoding: "UTF-8", Language: "en-GB",
		URL: []address{
			{"text/html", "results", origin + "/search?q={searchTerms}"},
			{"application/atom+xml", "results", origin + "/search.atom?q={searchTerms}"},
			{"application/json", "results", origin + "/search.json?q={searchTerms}"},
			{"application/x-suggestions+json", "suggestions", origin + "/suggest?q={searchTerms}"},
		},
	}, "", " ")
	if err != nil {
		return view{}, fmt.Errorf("server: opensearch: %w", err)
	}
	return view{media: "application/opensearchdescription+xml; charset=utf-8", body: append([]byte(xml.Header), b...)}, nil
}

func clipped(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}
