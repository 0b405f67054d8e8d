package minutes

import (
	"slices"
	"strconv"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
)

func TestDateIn(t *testing.T) {
	for want, lines := range map[archive.Date][]string{
		"2019-05-28": {"The Council will meet on Tuesday 28\" May 2019 at 7 pm", "A Thrupp, Parish Clerk Date: 20/5/19"},
		"2019-05-29": {"Meeting to be held on Wednesday 29'\" May 2019", "Date: 20/5/19"},
		"2019-05-30": {"A Thrupp, Parish Clerk Date: 20/5/19", "The meeting is held on Thursday 30th May 2019"},
		"2019-05-31": {"A Thrupp, Parish Clerk Date: 20/5/19", "31 May 2019"},
		"":           {"The meeting will be held on Tuesday 2B May", "Parish Clerk", "Dated: 20/5/19"},
		"2019-05-20": {"Notice of business", "A Thrupp, Parish Clerk Date: 20/5/19"},
		"2019-05-21": {"Date: 21 May 2019"},
	} {
		if got := dateIn(lines); got != want {
			t.Errorf("%q: %s, want %s", lines, got, want)
		}
	}
}

func TestVenueEnds(t *testing.T) {
	for line, want := range map[string]string{
		"The meeting will be held on Tuesday 28 May 2019 at 7.30 pm in the Reading Room The agenda is set out below.": "the Reading Room",
		"A meeting held in the Jubilee Hall, The Street, Thrupp on Tuesday 28 May 2019":                               "the Jubilee Hall, The Street, Thrupp",
		"Venue: Market House Members of the public may attend":                                                        "Market House",
	} {
		if got := venueIn([]string{line}); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// A number without a space after it is one where the run of numbers lacks it,
// and else part of its word.
func TestStuckNumbers(t *testing.T) {
	front := "Thornley Parish Council\nMeeting held on 28 May 2019\n"
	for _, c := range []struct {
		lines string
		want  []string
	}{
		{"1 Apologies\n2 Minutes\n3Planning – the old creamery\n4 Accounts\n5 Correspondence", []string{"Apologies", "Minutes", "Planning – the old creamery", "Accounts", "Correspondence"}},
		{"1APOLOGIES\n2MINUTES\n3ACCOUNTS\n4CORRESPONDENCE", []string{"APOLOGIES", "MINUTES", "ACCOUNTS", "CORRESPONDENCE"}},
		{"1 Apologies\n2 Minutes\n20Mile walk\n3 Accounts\n4 Correspondence", []string{"Apologies", "Minutes", "Accounts", "Correspondence"}},
	} {
		got := Parse(lined(front + c.lines)).Records
		if len(got) != len(c.want) {
			t.Errorf("%q: %d items, want %d", c.lines, len(got), len(c.want))
			continue
		}
		for i, r := range got {
			if r.About().Title != c.want[i] {
				t.Errorf("%q: item %d is %q, want %q", c.lines, i, r.About().Title, c.want[i])
			}
		}
	}
}

// The second line of a title of an agenda stands in below the first; where the
// first cannot end a title they are one.
func TestTitleOverTwoLines(t *testing.T) {
	doc := lined("Thornley District Council\nMeeting of the Council on 28 May 2019\nApologies\nDeclarations of Pecuniary Interests or Other\nSignificant Interests in the business\nMinutes\nMembers bring their copies\nAccounts")
	n := 0
	for i := range doc.Paper.Pages[0].Blocks {
		b := &doc.Paper.Pages[0].Blocks[i]
		b.X0 = 57
		switch b.Text {
		case "Significant Interests in the business", "Members bring their copies":
			b.X0 = 87
		case "Apologies", "Declarations of Pecuniary Interests or Other", "Minutes", "Accounts":
			n++
			b.Kind, b.Marker = extract.Entry, strconv.Itoa(n)+"."
		}
	}
	var titles []string
	for _, r := range Parse(doc).Records {
		titles = append(titles, r.About().Title)
	}
	if want := []string{"Apologies", "Declarations of Pecuniary Interests or Other Significant Interests in the business", "Minutes", "Accounts"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
}
