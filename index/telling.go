package index

import (
	"strings"
	"unicode"
)

// A snippet of sentences tells more than one of a heading or of a list of
// papers ("• Appendix 1 - Ombudsman's decision"), which name what was
// searched for and say nothing about it.

// fewWords make a heading or a title rather than a sentence.
const fewWords = 8

// paperWords begin the lines of a list of papers, after its bullet.
var paperWords = map[string]bool{
	"appendix": true, "appendices": true, "annex": true, "annexe": true, "attachment": true, "attachments": true,
	"enclosure": true, "enclosures": true, "background": true, "document": true, "documents": true,
	"schedule": true, "additional": true, "supplementary": true,
}

// enoughLine is how much of a line shows what it is, in bytes.
const enoughLine = 1 << 10

// told reports of each span, which are in order, whether the line of text it
// stands in is of sentences.
func told(text string, list []span) []bool {
	out := make([]bool, len(list))
	end, tells := 0, false // of the line looked at last
	for i, sp := range list {
		if i == 0 || sp.start >= end {
			from := end + strings.LastIndexByte(text[end:sp.start], '\n') + 1
			end = len(text)
			if n := strings.IndexByte(text[sp.start:], '\n'); n >= 0 {
				end = sp.start + n
			}
			tells = isProse(clip(text[from:end], enoughLine))
		}
		out[i] = tells
	}
	return out
}

// isProse reports whether a line is of sentences.
func isProse(line string) bool {
	words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	return len(words) >= fewWords && (!paperWords[strings.ToLower(words[0])] || saysSentence(line))
}

// saysSentence reports whether a sentence ends in a line, for some begin with
// the name of a paper: "Appendix 2 sets out what the Council agreed."
func saysSentence(line string) bool {
	line = strings.TrimSpace(line)
	return strings.Contains(line, ". ") || strings.HasSuffix(line, ".")
}
