package main

import (
	"path/filepath"
	"strings"
	"testing"

	"moothall/archive"
)

func TestPrintedMasksContacts(t *testing.T) {
	const lines = "Jo Field, Tel: (01632) 960123, jo.field@ambershire.example\nPage 3"
	for _, r := range []archive.Record{
		&archive.Item{Head: archive.Head{Furniture: lines}}, &archive.Report{Head: archive.Head{Furniture: lines}},
		&archive.Finding{Head: archive.Head{Furniture: lines}}, &archive.Page{Head: archive.Head{Furniture: lines}},
	} {
		got := printed(r).About().Furniture
		if strings.Contains(got, "960123") || strings.Contains(got, "@") || !strings.Contains(got, "Page 3") {
			t.Errorf("%T is printed with %q", r, got)
		}
		if r.About().Furniture != lines {
			t.Errorf("%T itself was changed", r)
		}
	}
}

func TestParsePrintsNoContact(t *testing.T) {
	seeds, _ := filepath.Glob(filepath.Join(realPapers(t), "seeds", "001_*.txt"))
	code, out, _ := moothall(t, append([]string{"parse"}, seeds...)...)
	if code != exitDone || !strings.Contains(out, `"furniture"`) {
		t.Fatalf("code %d, printed %.200q", code, out)
	}
	for _, private := range []string{"533950", "@lancashire"} {
		if strings.Contains(out, private) {
			t.Errorf("parse prints %q", private)
		}
	}
}
