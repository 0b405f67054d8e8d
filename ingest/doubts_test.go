package ingest

import (
	"reflect"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// What reader and parser were unsure of is kept with the paper, each reason
// once, so that it can be listed for people to look at.
func TestAPapersDoubtsAreKept(t *testing.T) {
	rooms := Rooms{
		Pages: func(string, []byte) (extract.Paper, error) {
			return extract.Paper{Doubts: []string{"an attachment is missing"}, Pages: []extract.Page{{Number: 1, Blocks: []extract.Block{{Text: "Words."}}}}}, nil
		},
		Parsers: map[archive.Format]parse.Func{archive.Plain: func(d parse.Document) parse.Reading {
			r := Pages(d)
			for _, where := range []string{"item 1", "item 2", "item 3"} {
				r.Doubts = append(r.Doubts, parse.Doubt{Where: where, Because: "no day is stated"})
			}
			return r
		}},
	}
	answer, err := rooms.Read(t.Context(), Ask{Entry: archive.Entry{Document: archive.Document{Media: "text", SHA256: "aa"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []archive.PaperDoubt{
		{Field: archive.DoubtWords, Because: "an attachment is missing"},
		{Field: archive.DoubtParts, Because: "item 1: no day is stated (and so of 2 more)"},
	}
	if got := answer.Reading.Entry.Doubts; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
