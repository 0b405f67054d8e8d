package classify

import (
	"strings"
	"testing"
)

// The tables stay readable: short lines, each service's weight in one row, and
// no word twice in a row.
func TestWordTables(t *testing.T) {
	for _, name := range []string{"services.txt", "titles.txt"} {
		text, err := wordFiles.ReadFile("words/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if len(line) > 200 || strings.Contains(line, "||") || strings.HasSuffix(line, "|") || strings.TrimSpace(line) != line {
				t.Errorf("words/%s:%d: too long for a line, or a word is missing: %q", name, i+1, line)
			}
		}
		rows := map[string]bool{}
		lines := map[string]bool{}
		for _, line := range strings.Split(string(text), "\n") {
			if strings.HasPrefix(line, "== ") {
				if rows[line] {
					t.Errorf("words/%s: %q twice", name, line)
				}
				rows[line], lines = true, map[string]bool{}
				continue
			}
			for _, word := range topWords(line) {
				if word != "" && lines[word] {
					t.Errorf("words/%s: %q stands twice in a row", name, word)
				}
				lines[word] = true
			}
		}
	}
}

// topWords parts a line of a table at the strokes outside brackets.
func topWords(line string) []string {
	if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "- ") {
		return nil
	}
	depth := 0
	return strings.FieldsFunc(line, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == '|' && depth == 0
	})
}
