package server

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"moothall/archive"
)

const (
	// exportBatch is how many records an export asks for at a time.
	exportBatch = 100
	// exportMost is how many records one export may have.
	exportMost = 100_000
	// feedEntries is how many entries a feed has.
	feedEntries = 50
)

// searchJSON is results for programs, with the neighbouring pages in the Link
// header too.
func (s *Server) searchJSON(r *http.Request) (view, error) {
	q, err := ReadQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	res, err := s.search.Search(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	path := r.URL.Path
	if path == "/search" {
		path = "/search.json"
	}
	a := SearchJSON(path, q, res)
	v, err := jsonView(a)
	if a.Next != nil {
		v = v.with("Link", "<"+*a.Next+`>; rel="next"`)
	}
	if a.Prev != nil {
		v = v.with("Link", "<"+*a.Prev+`>; rel="prev"`)
	}
	return v.with("Link", `</api/openapi.json>; rel="service-desc"`), err
}

// hits walks through every hit of a query, batch by batch. Where the query
// itself names a part of the results (page, limit or cursor), that part is
// all.
func (s *Server) hits(ctx context.Context, q archive.Query, each func([]archive.Hit) error) error {
	part := q.Limit > 0 || q.Page > 0 || q.Cursor != ""
	q.HitsOnly = true
	if !part {
		q.Limit = exportBatch
	}
	for sent := 0; ; {
		batch, cancel := context.WithTimeout(ctx, answerDeadline)
		res, err := s.search.Search(batch, q)
		cancel()
		if err != nil {
			return err
		}
		if !part && res.Total > exportMost {
			return BadParameters{{"q", fmt.Sprintf("finds %s records; an export has at most %s: narrow the dates", thousands(res.Total), thousands(exportMost))}}
		}
		if err := each(res.Hits); err != nil {
			return err
		}
		sent += len(res.Hits)
		if part || res.Next == "" || len(res.Hits) == 0 {
			if !part && sent < res.Total {
				return fmt.Errorf("server: export of %d records ended at %d", res.Total, sent)
			}
			return nil
		}
		q.Cursor, q.Page = res.Next, 0
	}
}

// export is a list as a stream. The first batch is asked for before anything
// is sent, so that what is wrong with the address is still an error page.
func (s *Server) export(r *http.Request, media, name string, start func(io.Writer) (batch func([]archive.Hit) error, err error)) (view, error) {
	q, err := ReadQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	v := view{media: media}
	v = v.with("Content-Disposition", `attachment; filename="`+name+`"`).with("Cache-Control", "no-cache")
	v.stream = func(w http.ResponseWriter, req *http.Request) error {
		if req.Method == http.MethodHead {
			return nil
		}
		var batch func([]archive.Hit) error
		live := http.NewResponseController(w)
		return s.hits(req.Context(), q, func(hits []archive.Hit) error {
			// The server's own deadline is for a page; each batch has as long.
			if err := live.SetWriteDeadline(time.Now().Add(2 * answerDeadline)); err != nil && !errors.Is(err, http.ErrNotSupported) {
				return err
			}
			if batch == nil {
				if batch, err = start(w); err != nil {
					return err
				}
			}
			return batch(hits)
		})
	}
	return v, nil
}

// csvColumns are the columns of an export. New ones go at the end.
var csvColumns = []string{
	"id", "kind", "title", "council", "committee", "date", "item_number", "reference", "services", "outcome", "finding",
	"decision", "procedural", "visibility", "url", "source_url", "source_sha256", "pages",
}

func (s *Server) searchCSV(r *http.Request) (view, error) {
	origin := s.origin(r)
	return s.export(r, "text/csv; charset=utf-8; header=present", "moothall.csv", func(w io.Writer) (func([]archive.Hit) error, error) {
		out := csv.NewWriter(w)
		out.UseCRLF = true
		if err := out.Write(csvColumns); err != nil {
			return nil, err
		}
		return func(hits []archive.Hit) error {
			for _, h := range hits {
				if err := out.Write(csvRow(origin, h)); err != nil {
					return err
				}
			}
			out.Flush()
			return out.Error()
		}, nil
	})
}

func csvRow(origin string, h archive.Hit) []string {
	h = publicHit(h)
	pages := strings.Trim(strings.ReplaceAll(fmt.Sprint(h.Pages), " ", ";"), "[]")
	row := []string{
		string(h.ID), string(h.Kind), h.Title, h.Council, h.Committee, string(h.Date), h.Number, h.Reference,
		strings.Join(texts(h.Services), ";"), string(h.Outcome), string(h.Finding), h.Decision, fmt.Sprint(h.Procedural),
		string(h.Visibility), origin + hitURL(h), h.Source.URL, string(h.Source.SHA256), pages,
	}
	for i, cell := range row {
		row[i] = plainCell(cell)
	}
	return row
}

// plainCell keeps a spreadsheet from running a cell as a formula: whatever
// begins like one gets an apostrophe before it (OWASP, "CSV Injection").
func plainCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}

func (s *Server) searchNDJSON(r *http.Request) (view, error) {
	return s.export(r, "application/x-ndjson", "moothall.ndjson", func(w io.Writer) (func([]archive.Hit) error, error) {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		return func(hits []archive.Hit) error {
			for _, h := range hits {
				if err := out.Encode(hitAnswer(h)); err != nil {
					return err
				}
			}
			return nil
		}, nil
	})
}

// The elements of a feed (RFC 4287).
type (
	atomFeed struct {
		XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang     string      `xml:"xml:lang,attr"`
		ID       string      `xml:"id"`
		Title    string      `xml:"title"`
		Subtitle string      `xml:"subtitle,omitempty"`
		Updated  string      `xml:"updated"`
		Author   atomAuthor  `xml:"author"`
		Links    []atomLink  `xml:"link"`
		Entries  []atomEntry `xml:"entry"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID         string         `xml:"id"`
		Title      string         `xml:"title"`
		Updated    string         `xml:"updated"`
		Published  string         `xml:"published,omitempty"`
		Links      []atomLink     `xml:"link"`
		Categories []atomCategory `xml:"category"`
		Summary    string         `xml:"summary,omitempty"`
	}
	atomCategory struct {
		Term  string `xml:"term,attr"`
		Label string `xml:"label,attr"`
	}
)

// searchAtom is the newest results as a feed. A feed is for what is new, so
// that is its order unless another is asked for.
func (s *Server) searchAtom(r *http.Request) (view, error) {
	q, err := ReadQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	asked := q
	if q.Sort == archive.SortDefault {
		q.Sort = archive.SortNewest
	}
	if q.Limit == 0 {
		q.Limit = feedEntries
	}
	res, err := s.search.Search(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	origin := s.origin(r)
	feed := atomFeed{
		Lang: "en-GB", ID: origin + address("/search.atom", firstPage(asked)), Title: s.name + ": " + feedTitle(asked),
		Subtitle: "Council papers and Ombudsman decisions", Author: atomAuthor{s.name},
		Links: []atomLink{
			{"self", "application/atom+xml", origin + address("/search.atom", asked)},
			{"alternate", "text/html", origin + address("/search", firstPage(asked))},
		},
	}
	for rel, cursor := range map[string]string{"next": res.Next, "previous": res.Prev} {
		if to := atCursor("/search.atom", asked, cursor); to != "" {
			feed.Links = append(feed.Links, atomLink{rel, "application/atom+xml", origin + to})
		}
	}
	latest := time.Unix(0, 0).UTC()
	for _, h := range res.Hits {
		e, at := entryOf(origin, h)
		feed.Entries = append(feed.Entries, e)
		if at.After(latest) {
			latest = at
		}
	}
	feed.Updated = latest.Format(time.RFC3339)
	b, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return view{}, fmt.Errorf("server: feed: %w", err)
	}
	return view{media: "application/atom+xml; charset=utf-8", body: append([]byte(xml.Header), b...)}, nil
}

// entryOf is a record in a feed, with when it last changed as far as we know.
func entryOf(origin string, h archive.Hit) (atomEntry, time.Time) {
	h = publicHit(h)
	at := h.Source.Retrieved.UTC().Truncate(time.Second)
	if at.IsZero() {
		at = h.Date.Time()
	}
	if at.IsZero() {
		at = time.Unix(0, 0).UTC()
	}
	e := atomEntry{
		ID: origin + recordURL(h.Kind, h.ID), Title: xmlText(feedEntryTitle(h)), Updated: at.Format(time.RFC3339),
		Links: []atomLink{{"alternate", "text/html", origin + hitURL(h)}},
	}
	if t := h.Date.Time(); !t.IsZero() {
		e.Published = t.Format(time.RFC3339)
	}
	e.Categories = append(e.Categories, atomCategory{string(h.Kind), h.Kind.Label()})
	for _, sv := range h.Services {
		e.Categories = append(e.Categories, atomCategory{string(sv), sv.Label()})
	}
	summary := h.Decision
	if summary == "" && len(h.Snippets) > 0 {
		summary = joined(h.Snippets[0].Parts)
	}
	e.Summary = xmlText(summary)
	return e, at
}

func feedEntryTitle(h archive.Hit) string {
	title := h.Title
	if title == "" {
		title = "Without a title"
	}
	var where []string
	for _, w := range []string{h.Committee, h.Council, h.Date.Long()} {
		if w != "" {
			where = append(where, w)
		}
	}
	if len(where) == 0 {
		return title
	}
	return title + " – " + strings.Join(where, ", ")
}

func feedTitle(q archive.Query) string {
	if q.Text != "" {
		return xmlText(q.Text)
	}
	if len(q.Filters) > 0 {
		return "a search"
	}
	return "everything new"
}

// xmlText leaves out what XML 1.0 has no place for.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

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
