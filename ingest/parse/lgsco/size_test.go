package lgsco

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"moothall/archive"
)

// A remedy that goes on over many entries is put together once: twice the
// entries take twice the memory, not four times.
func TestLongRemedyIsPutTogetherOnce(t *testing.T) {
	taken := func(entries int) uint64 {
		s := archive.Section{Paragraphs: []archive.Paragraph{{N: 1, Text: "The Council has agreed to:"}, {Text: "a) pay £950, comprised of:"}}}
		for i := range entries {
			s.Paragraphs = append(s.Paragraphs, archive.Paragraph{Text: fmt.Sprintf("• £%d for the distress of each of the months in which nothing was done:", i+1)})
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		all, _ := actions(nil, s)
		runtime.ReadMemStats(&after)
		if len(all) != 1 || strings.Count(all[0].Text, "£") != entries+1 {
			t.Fatalf("%d entries are %d remedies", entries, len(all))
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	taken(10)
	if once, twice := taken(1000), taken(2000); twice > 3*once {
		t.Errorf("1,000 entries take %d bytes, 2,000 take %d", once, twice)
	}
}
