package ingest

import (
	"bytes"
	"reflect"
	"testing"

	"moothall/archive"
)

// The files inside a paper come back as they were, and make its answer hardly
// larger than they are.
func TestAnswerWithFilesInside(t *testing.T) {
	large := bytes.Repeat([]byte("\x00\xff of a picture"), 50_000)
	a := Answer{Reading: Reading{Attachments: []archive.Raw{
		{Name: "letter.eml!plan.pdf", Bytes: large},
		{Name: "letter.eml!note.txt", Bytes: []byte("See the plan."), Council: "Westermouth Council"},
	}}}
	want := Answer{Reading: Reading{Attachments: append([]archive.Raw(nil), a.Reading.Attachments...)}}
	b, err := writeAnswer(a)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, want) {
		t.Error("the answer that was sent is no longer what it was")
	}
	if most := len(large) + 2_000; len(b) > most {
		t.Errorf("%d bytes for files of %d, want at most %d", len(b), len(large), most)
	}
	if got, err := readAnswer(b); err != nil || !reflect.DeepEqual(got.Reading.Attachments, want.Reading.Attachments) {
		t.Errorf("other files came back, %v", err)
	}
}
