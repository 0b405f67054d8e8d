package report

import (
	"runtime"
	"strings"
	"testing"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// What goes on over many lines is put together once: twice the lines take
// twice the memory, not four times.
func TestLongEntriesArePutTogetherOnce(t *testing.T) {
	line := func(marker, text string, level int) parse.Line {
		kind := extract.Paragraph
		if marker != "" {
			kind = extract.Entry
		}
		return parse.Line{Block: extract.Block{Kind: kind, Marker: marker, Text: text, Level: level}}
	}
	for _, c := range []struct {
		name  string
		lines func(n int) []parse.Line
		read  func(lines []parse.Line) (entries, words int)
	}{
		{"a recommendation", func(n int) []parse.Line {
			all := []parse.Line{line("1.", "note", 1)}
			for range n {
				all = append(all, line("", "the figures of the year and of the years before it", 0))
			}
			return all
		}, func(lines []parse.Line) (int, int) {
			all := asked(part{lines: lines}, "Cabinet")
			return len(all), len(strings.Fields(all[0].Text))
		}},
		{"a remedy", func(n int) []parse.Line {
			all := []parse.Line{line("1.", "pay", 1)}
			for range n {
				all = append(all, line("a.", "the figures of the year and of the years before it", 2))
			}
			return all
		}, func(lines []parse.Line) (int, int) {
			all := runs(lines)[0].remedies()
			return len(all), len(strings.Fields(all[0].Text))
		}},
		{"a row of a table", func(n int) []parse.Line {
			cells := func(cells ...string) parse.Line {
				return parse.Line{Block: extract.Block{Kind: extract.Row, Cells: cells}}
			}
			all := []parse.Line{cells("Recommendation", "Progress", "Status"), cells("Pay", "Paid", "Done")}
			for range n {
				all = append(all, cells("the figures of the year and of the years before it", "with those of the month", ""))
			}
			return all
		}, func(lines []parse.Line) (int, int) {
			all := tabled(lines, true)
			if len(strings.Fields(all[0].Evidence.Quote)) < 5*(len(lines)-2) {
				t.Error("the answer was cut")
			}
			return len(all), len(strings.Fields(all[0].Text))
		}},
	} {
		taken := func(n int) uint64 {
			lines := c.lines(n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			entries, words := c.read(lines)
			runtime.ReadMemStats(&after)
			if entries != 1 || words < 11*n {
				t.Fatalf("%s: %d lines are %d entries of %d words", c.name, n, entries, words)
			}
			return after.TotalAlloc - before.TotalAlloc
		}
		taken(10)
		least := func(n int) uint64 { // what a collection drops between is taken anew and is not ours
			return min(taken(n), taken(n), taken(n))
		}
		if once, twice := least(1000), least(2000); twice > 3*once {
			t.Errorf("%s: 1,000 lines take %d bytes, 2,000 take %d", c.name, once, twice)
		}
	}
}
