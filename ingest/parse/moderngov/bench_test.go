package moderngov

import (
	"os"
	"strings"
	"testing"
)

// A budget meeting's page: a hundred items.
func BenchmarkMeeting(b *testing.B) {
	raw, err := os.ReadFile("testdata/meeting-minutes.in.html")
	if err != nil {
		b.Fatal(err)
	}
	page := string(raw)
	from, to := strings.LastIndex(page, "<tr>\n      <td class=\"mgItemNumberCell\">"), strings.Index(page, "  </table>\n</div>")
	page = page[:from] + strings.Repeat(page[from:to], 100) + page[to:]
	d := document(b, "meeting.html", []byte(page))
	b.SetBytes(int64(len(page)))
	b.ResetTimer()
	for b.Loop() {
		if r := ParseMeeting(d); len(r.Records) != 100 {
			b.Fatalf("%d records", len(r.Records))
		}
	}
}
