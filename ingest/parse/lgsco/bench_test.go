package lgsco

import (
	"os"
	"testing"
)

// One decision statement as it is printed.
func BenchmarkParse(b *testing.B) {
	raw, err := os.ReadFile("../../../testdata/demo/papers/ombudsman/22-907-331.html")
	if err != nil {
		b.Fatal(err)
	}
	d := document(b, "decision.html", raw)
	b.SetBytes(int64(len(raw)))
	b.ResetTimer()
	for b.Loop() {
		if r := Parse(d); len(r.Records) != 1 {
			b.Fatalf("%d records", len(r.Records))
		}
	}
}
