package html

import (
	"strings"
	"testing"
)

// Shapes that have made readers quadratic. Each takes some tenths of a second;
// one that has become quadratic again is noticed by the minutes it takes.
func TestSlowShapes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	const n = 40000
	for name, page := range map[string]string{
		"line breaks":        "<p>" + strings.Repeat("word<br>", n),
		"links never closed": strings.Repeat("<a href=x>word ", n/10),
		"paragraphs":         strings.Repeat("<p>word", n),
		"tables in tables":   strings.Repeat("<table><tr><td>word", 100) + strings.Repeat("<p>word", n),
		"lists in lists":     strings.Repeat("<ul><li>word", 200) + strings.Repeat("<li>word", n),
		"rows":               "<table>" + strings.Repeat("<tr><td>a<td>b", n),
		"bold never closed":  strings.Repeat("<b>word<p>", n/100),
	} {
		t.Run(name, func(t *testing.T) {
			if p, err := Read([]byte(page)); err != nil || len(p.Pages[0].Blocks) == 0 {
				t.Errorf("nothing was read: %v", err)
			}
		})
	}
}
