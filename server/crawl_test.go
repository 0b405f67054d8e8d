package server

import (
	"slices"
	"testing"

	"moothall/archive"
)

func TestSitemapSpans(t *testing.T) {
	if got := sitemapSpans(archive.FacetValue{Value: "2021", Count: sitemapMost}); !slices.Equal(got, []string{"year=2021"}) {
		t.Errorf("a year that fits: %q", got)
	}
	got := sitemapSpans(archive.FacetValue{Value: "2024", Count: sitemapMost + 1})
	if len(got) != 12 || got[0] != "from=2024-01-01&to=2024-01-31" || got[1] != "from=2024-02-01&to=2024-02-29" || got[11] != "from=2024-12-01&to=2024-12-31" {
		t.Errorf("a year that does not fit: %q", got)
	}
	if got := sitemapSpans(archive.FacetValue{Value: archive.NotStated, Count: sitemapMost + 1}); len(got) != 1 {
		t.Errorf("records without a date: %q", got)
	}
}
