package server

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strings"
	"time"

	"moothall/archive"
)

// feedEntries is how many entries a feed has.
const feedEntries = 50

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
