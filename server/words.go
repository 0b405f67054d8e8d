package server

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// terms are the words of a search that a page marks: what is inside quotation
// marks and out of them, without operators and excluded words.
func terms(text string) []string {
	var out []string
	for _, w := range strings.Fields(text) {
		if strings.HasPrefix(w, "-") || w == "AND" || w == "OR" || w == "NOT" {
			continue
		}
		if _, after, found := strings.Cut(w, ":"); found {
			w = after
		}
		for _, t := range splitWords(w) {
			out = append(out, stem(t))
		}
	}
	return out
}

// splitWords are the runs of letters and digits in s, in lower case, an
// apostrophe within a word kept.
func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "’", "'")), func(r rune) bool { return !inWord(r) && r != '\'' })
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// stem takes off the commonest English endings, so that "allowances" marks
// "allowance". It need not agree with the index to the letter: a word too
// many or too few that is marked misleads nobody.
func stem(w string) string {
	w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
	for _, end := range []struct{ cut, put string }{
		{"ies", "y"}, {"sses", "ss"}, {"ings", ""}, {"ing", ""}, {"edly", ""}, {"ed", ""}, {"es", ""}, {"ly", ""}, {"s", ""}, {"e", ""},
	} {
		if base, ok := strings.CutSuffix(w, end.cut); ok && utf8.RuneCountInString(base) >= 3 && !(end.cut == "s" && strings.HasSuffix(w, "ss")) {
			return base + end.put
		}
	}
	return w
}

// mark cuts text into parts, those whose words are among the terms marked.
// The parts joined are the text.
func mark(text string, terms []string) []archive.Part {
	if len(terms) == 0 || text == "" {
		return []archive.Part{{Text: text}}
	}
	wanted := map[string]bool{}
	for _, t := range terms {
		wanted[t] = true
	}
	var parts []archive.Part
	plain := 0 // where the text not yet given out begins
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		end := i
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !inWord(r) && !((r == '\'' || r == '’') && followedByWord(text[end+size:])) {
				break
			}
			end += size
		}
		if wanted[stem(strings.ReplaceAll(strings.ToLower(text[i:end]), "’", "'"))] {
			parts = addPart(parts, text[plain:i], false)
			parts = append(parts, archive.Part{Text: text[i:end], Match: true})
			plain = end
		}
		i = end
	}
	if rest := text[plain:]; rest != "" || len(parts) == 0 {
		parts = append(parts, archive.Part{Text: rest})
	}
	return parts
}

func followedByWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return inWord(r)
}

// paragraphs cuts text at its blank lines.
func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// welshWords are frequent in Welsh and not words of English.
var welshWords = map[string]bool{
	"yr": true, "yn": true, "ac": true, "i'r": true, "o'r": true, "a'r": true, "mae": true, "wedi": true, "gan": true, "bod": true,
	"ei": true, "ar": true, "gyfer": true, "cyngor": true, "pwyllgor": true, "cyfarfod": true, "adroddiad": true, "fod": true, "eu": true,
	"gyda": true, "hyn": true, "sydd": true, "nad": true, "nid": true, "trwy": true, "rhwng": true, "ddim": true, "oedd": true, "y": true,
}

// language is "cy" for text that is plainly Welsh, else "": the page's own.
func language(text string) string {
	words := splitWords(text)
	n := 0
	for _, w := range words {
		if welshWords[w] {
			n++
		}
	}
	if len(words) >= 6 && n*6 >= len(words) {
		return "cy"
	}
	return ""
}

// count is a number with its noun: "1 result", "1,204 results".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands writes 1204 as "1,204".
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// pounds writes a sum as a paper does: "£300", "£1,250.50".
func pounds(sum float64) string {
	pence := int(sum*100 + 0.5)
	s := "£" + thousands(pence/100)
	if p := pence % 100; p > 0 {
		s += "." + strconv.Itoa(p/10) + strconv.Itoa(p%10)
	}
	return s
}

// bytesLong is a size as people say it: "264 KB".
func bytesLong(n int64) string {
	switch {
	case n >= 1<<20:
		return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
	case n >= 1<<10:
		return strconv.FormatInt((n+1<<9)/(1<<10), 10) + " KB"
	}
	return count(int(n), "byte", "bytes")
}

// shortened is text in one line of at most n characters, cut between words.
func shortened(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + " …"
}

// listed joins words as a sentence does: "a, b and c".
func listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
