package classify

import (
	"os"
	"strings"
	"testing"

	"moothall/archive"
)

func TestServiceParts(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		service           archive.Service
		want              archive.Service
		quote             string
	}{
		{"the title", "Homelessness and rough sleeping strategy", "Members debated it.", archive.Housing, "housing/homelessness", "Homelessness and rough sleeping strategy"},
		{"the text, again and again", "Report of the Director", "Potholes were bad. Many potholes are left. The potholes in Sheep Street will be filled.", archive.HighwaysTransport, "highways_transport/highway-repair-and-maintenance", "Potholes were bad."},
		{"said once", "Report of the Director", "Somebody spoke of potholes.", archive.HighwaysTransport, "", ""},
		{"of another service", "Homelessness strategy", "Members debated it.", archive.Education, "", ""},
		{"too many to be about any", "Roads: parking, footpaths, street lights and speeding", "Members debated it.", archive.HighwaysTransport, "", ""},
	} {
		it := &archive.Item{Head: archive.Head{Title: c.title, Text: c.text, Services: []archive.Service{c.service}}}
		services(it)
		if c.want == "" {
			if len(it.ServiceParts) > 0 {
				t.Errorf("%s: got %v, want none", c.name, it.ServiceParts)
			}
			continue
		}
		if len(it.ServiceParts) != 1 || it.ServiceParts[0].Part != c.want || it.ServiceParts[0].Quote != c.quote {
			t.Errorf("%s: got %+v, want %s from %q", c.name, it.ServiceParts, c.want, c.quote)
		}
	}
}

// A sample labelled by hand: what is said is right, and most of what could be
// said is.
func TestServicePartsOfTitles(t *testing.T) {
	text, err := os.ReadFile("testdata/service_parts.txt")
	if err != nil {
		t.Fatal(err)
	}
	said, right, wanted := 0, 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 3 {
			continue
		}
		want := archive.Service(f[0] + "/" + f[2])
		if f[2] != "-" {
			wanted++
		}
		it := &archive.Item{Head: archive.Head{Title: f[1], Text: f[1], Services: []archive.Service{archive.Service(f[0])}}}
		services(it)
		var got archive.Service
		for _, p := range it.ServiceParts {
			said++
			if got = p.Part; got == want {
				right++
			}
		}
		if got != want && (got != "" || f[2] != "-") {
			t.Logf("%q: got %q, want %q", f[1], got, want)
		}
	}
	precision, recall := float64(right)/float64(said), float64(right)/float64(wanted)
	t.Logf("%d parts said, %d right of %d: precision %.3f, recall %.3f", said, right, wanted, precision, recall)
	if precision < 0.97 || recall < 0.9 {
		t.Errorf("precision %.3f, recall %.3f; want at least 0.97 and 0.9", precision, recall)
	}
}
