package classify

import (
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
