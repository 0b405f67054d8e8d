package server

import (
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"moothall/archive"
)

// robots says what crawlers may fetch. Records may be crawled, for a page that
// cannot be fetched cannot be seen to ask to be left out; searches by several
// filters at once are without end and may not.
func (s *Server) robots(r *http.Request) (view, error) {
	body := "User-agent: *\nDisallow: /search?*&*&\nDisallow: /search.\nDisallow: /remedies?*&*&\nDisallow: /remedies.\nDisallow: /suggest\nDisallow: /metrics\nAllow: /\n\nSitemap: " + s.origin(r) + "/sitemap.xml\n"
	return view{media: "text/plain; charset=utf-8", body: []byte(body)}, nil
}

// sitemapMost is how many addresses one sitemap may have (sitemaps.org).
const sitemapMost = 50_000

var errSitemapFull = errors.New("server: the sitemap is full")

type sitemapLink struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap is an index of a map for each year, or for each month of a year that
// has too many; with ?year= or ?from= and ?to= it is the map of that time. It
// has items and reports; Ombudsman decisions tell of people's lives and are
// left to those who come here for them.
func (s *Server) sitemap(r *http.Request) (view, error) {
	q, err := ReadQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	origin := s.origin(r)
	q = archive.Query{From: q.From, To: q.To, Filters: map[archive.Facet]archive.Filter{
		archive.FacetKind: {Any: []string{string(archive.KindItem), string(archive.KindReport)}},
		archive.FacetYear: q.Filters[archive.FacetYear],
	}}
	if len(q.Filters[archive.FacetYear].Any) == 0 && q.From == "" {
		return s.sitemapIndex(r, q, origin)
	}
	var links []sitemapLink
	err = s.hits(r.Context(), q, func(hits []archive.Hit) error {
		for _, h := range hits {
			if len(links) == sitemapMost {
				return errSitemapFull
			}
			if h.Visibility != archive.Exempt {
				links = append(links, sitemapLink{Loc: origin + hitURL(h)})
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errSitemapFull) {
		return view{}, err
	}
	return xmlView(struct {
		XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Links   []sitemapLink `xml:"url"`
	}{Links: links})
}

func (s *Server) sitemapIndex(r *http.Request, q archive.Query, origin string) (view, error) {
	delete(q.Filters, archive.FacetYear)
	q.Limit = 1
	res, err := s.search.Search(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	var links []sitemapLink
	for _, f := range res.Facets {
		for _, v := range f.Values {
			if f.Facet != archive.FacetYear || v.Count == 0 {
				continue
			}
			for _, span := range sitemapSpans(v) {
				links = append(links, sitemapLink{Loc: origin + "/sitemap.xml?" + span})
			}
		}
	}
	slices.SortFunc(links, func(a, b sitemapLink) int {
		if a.Loc < b.Loc {
			return -1
		}
		return 1
	})
	return xmlView(struct {
		XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Links   []sitemapLink `xml:"sitemap"`
	}{Links: links})
}

// sitemapSpans are the queries whose maps have a year's records between them.
func sitemapSpans(year archive.FacetValue) []string {
	first := archive.Date(year.Value + "-01-01").Time()
	if year.Count <= sitemapMost || first.IsZero() {
		return []string{"year=" + year.Value}
	}
	var spans []string
	for m := range 12 {
		from := first.AddDate(0, m, 0)
		to := from.AddDate(0, 1, -1)
		spans = append(spans, "from="+from.Format(time.DateOnly)+"&to="+to.Format(time.DateOnly))
	}
	return spans
}

func xmlView(v any) (view, error) {
	b, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		return view{}, fmt.Errorf("server: %w", err)
	}
	return view{media: "application/xml; charset=utf-8", body: append([]byte(xml.Header), b...)}, nil
}
