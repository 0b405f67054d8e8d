package classify

import (
	"fmt"
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

// BenchmarkMeetingRefs reads texts dense with dates, some ten in each 1,000
// bytes, of which half are meetings'. The time a date takes is the same in a
// long text as in a short one, and in one without paragraphs.
func BenchmarkMeetingRefs(b *testing.B) {
	for _, kb := range []int{10, 100} {
		text := denseWithDates(kb << 10)
		for name, text := range map[string]string{"paragraphs": text, "one": strings.ReplaceAll(text, "\n\n", " ")} {
			b.Run(fmt.Sprintf("%s/%dKB", name, kb), func(b *testing.B) {
				h := &archive.Head{Title: "Budget", Text: text}
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					meetingRefs(h, sentences(h), "Council", "2021-07-22")
				}
			})
		}
	}
}

func denseWithDates(size int) string {
	var b strings.Builder
	for day := 1; b.Len() < size; day = day%28 + 1 {
		fmt.Fprintf(&b, "The Cabinet considered the report at its meeting on %d May 2021 and asked the Director for a further report. ", day)
		fmt.Fprintf(&b, "Mr Green wrote to the Council on %d June 2021 and the letter was received on 3 July. ", day)
		fmt.Fprintf(&b, "The Audit Committee, having met on %d April 2021, was content with the accounts to 31 March 2021. ", day)
		fmt.Fprintf(&b, "Work started on %d March 2021 and will end on 30 September, when the road is opened. ", day)
		fmt.Fprintf(&b, "RESOLVED: That the minutes of the meeting of the Planning Committee held on %d February 2021 be confirmed. ", day)
		b.WriteString("Members thanked officers and asked for the figures of the county, which were given at the table.\n\n")
	}
	return b.String()
}
