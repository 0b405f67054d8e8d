package classify

import (
	"strings"
	"testing"

	"moothall/archive"
)

// BenchmarkRecord classifies a long debate of some 5,000 words.
func BenchmarkRecord(b *testing.B) {
	text := strings.Repeat("Mr Green thanked officers for their work on the highways programme and asked whether the Cabinet had considered the report on 4 May 2021. The Director said that the budget was under pressure, and that schools would be asked for their views.\n\n", 120)
	for b.Loop() {
		it := &archive.Item{Head: archive.Head{Title: "Highways programme", Text: text}, Committee: "Cabinet", MeetingDate: "2021-07-22", Discussion: text,
			Decision: "RESOLVED that the report be noted.", Resolutions: []archive.Resolution{{Text: "that the report be noted."}}}
		Record(it)
	}
}
