package archive

import (
	"regexp"
	"testing"
)

func TestSlug(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"words", "Business Support Overview and Scrutiny Committee", "business-support-overview-and-scrutiny-committee"},
		{"ampersand", "Overview & Scrutiny", "overview-and-scrutiny"},
		{"apostrophe joins", "Children’s Services", "childrens-services"},
		{"numbers with a slash", "77/21", "77-21"},
		{"accents", "Tŷ Gwŷr Café", "ty-gwyr-cafe"},
		{"nothing to keep", " – ", ""},
		{"edges", "(Item 5)", "item-5"},
	} {
		if got := Slug(c.in); got != c.want {
			t.Errorf("%s: Slug(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCouncilSlug(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Medway Council", "medway"},
		{"Lancashire County Council", "lancashire"},
		{"London Borough of Barnet", "barnet"},
		{"Burton-cum-Walden Parish Council", "burton-cum-walden-parish"},
		{"Council of the City", "council-of-the-city"},
		{"", ""},
	} {
		if got := CouncilSlug(c.in); got != c.want {
			t.Errorf("CouncilSlug(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestItemID(t *testing.T) {
	const digest = Digest("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
	for _, c := range []struct {
		name                     string
		council, body, num, titl string
		date                     Date
		want                     ID
	}{
		{"numbered", "Medway Council", "Council", "183", "Findings", "2021-07-22", "medway/2021-07-22/council/183"},
		{"by its title where it has no number", "Medway Council", "Cabinet", "", "Revenue Budget", "2021-05-04", "medway/2021-05-04/cabinet/revenue-budget"},
		{"council not known", "", "Cabinet", "5", "", "2021-05-04", "paper-0123456789ab/2021-05-04/cabinet/5"},
		{"nothing known", "", "", "", "", "", "paper-0123456789ab/undated/meeting/item"},
	} {
		if got := ItemID(c.council, c.date, c.body, c.num, c.titl, digest); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

var safeID = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*$`)

func FuzzItemIDIsSafeInAnAddress(f *testing.F) {
	f.Add("Medway Council", "Council", "183", "Findings")
	f.Add("Tŷ", "../..", "1/2", "<b>")
	f.Fuzz(func(t *testing.T, council, body, number, title string) {
		id := ItemID(council, "2021-07-22", body, number, title, "0123456789abcdef")
		if !safeID.MatchString(string(id)) {
			t.Errorf("ItemID(%q, %q, %q, %q) = %q", council, body, number, title, id)
		}
	})
}
