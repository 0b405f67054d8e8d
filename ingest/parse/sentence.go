package parse

import "strings"

// Sentences parts a paragraph into its sentences, as printed. Short forms
// ("Cllr.", "No. 8", initials) do not end one.
func Sentences(text string) []string {
	var out []string
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if abbreviated(text[:m[0]+1]) {
			continue
		}
		if s := strings.TrimSpace(text[start:m[1]]); s != "" {
			out = append(out, s)
		}
		start = m[1]
	}
	if s := strings.TrimSpace(text[start:]); s != "" {
		out = append(out, s)
	}
	return out
}
