package classify

import (
	"os"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

// Titles of many councils, with no word of use in the text below them.
func TestServicesOfTitles(t *testing.T) {
	file, err := os.ReadFile("testdata/service_titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	stated, right, wanted := 0, 0, 0
	for _, line := range strings.Split(string(file), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 3 {
			continue
		}
		var want []archive.Service
		for _, s := range strings.Split(f[0], ",") {
			want = append(want, archive.Service(s))
		}
		it := &archive.Item{Head: archive.Head{Title: f[2], Text: f[2] + "\n\nMembers considered the matter, and after some discussion there was general agreement."},
			Committee: f[1], Procedural: procedural(f[2]), Outcome: archive.Noted}
		services(it)
		stated, wanted = stated+len(it.Services), wanted+len(want)
		same := len(it.Services) == len(want)
		for _, s := range it.Services {
			if slices.Contains(want, s) {
				right++
			} else {
				same = false
			}
		}
		if !same {
			t.Logf("%s, %q: got %v, want %v", f[1], f[2], it.Services, want)
		}
	}
	precision, recall := float64(right)/float64(stated), float64(right)/float64(wanted)
	t.Logf("precision %.3f, recall %.3f", precision, recall)
	if precision < 0.97 || recall < 0.97 {
		t.Errorf("precision %.3f, recall %.3f; want at least 0.97 of both", precision, recall)
	}
}
