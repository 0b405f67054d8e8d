package ingest

import (
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Printed minutes headed as a site's page of a meeting is: "Minutes" below a
// body and a day with its time. The page's parser finds nothing in them.
func TestInstead(t *testing.T) {
	var page extract.Page
	for _, l := range strings.Split("Amber Fire Authority\nFull Authority\nWednesday, 14 December 2016, 10:30\nMinutes\nMembers Present:\nMr A Amis\n1 Apologies for Absence\nNone.\n2 Confirmation of Minutes\nRESOLVED that they be signed.", "\n") {
		page.Blocks = append(page.Blocks, extract.Block{Text: l})
	}
	var asked []archive.Format
	read := func(found int) parse.Func {
		return func(doc parse.Document) (out parse.Reading) {
			asked = append(asked, doc.Format)
			for range found {
				out.Records = append(out.Records, &archive.Item{Head: archive.Head{Kind: archive.KindItem, ID: "a", Title: "Apologies"}})
			}
			return out
		}
	}
	for _, c := range []struct {
		name         string
		page, prints int
		want         archive.Format
	}{
		{"the page's parser finds none", 0, 1, archive.Minutes},
		{"it finds one", 1, 1, archive.ModernGovMeeting},
		{"neither does", 0, 0, archive.ModernGovMeeting},
	} {
		r := Rooms{Parsers: map[archive.Format]parse.Func{archive.ModernGovMeeting: read(c.page), archive.Minutes: read(c.prints)}}
		doc := parse.Document{Paper: extract.Paper{Media: "text", Pages: []extract.Page{page}}}
		if doc.Format = Detect(doc); doc.Format != archive.ModernGovMeeting {
			t.Fatalf("taken for %s", doc.Format)
		}
		if got := r.understand(doc, archive.Entry{}).Entry.Format; got != c.want {
			t.Errorf("%s: read as %s, want %s (asked %v)", c.name, got, c.want, asked)
		}
	}
}
