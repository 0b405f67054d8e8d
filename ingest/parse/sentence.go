package parse

import (
	"regexp"
	"strings"
)

// Sentences parts a paragraph into its sentences, as printed. Short forms
// ("Cllr.", "No. 8", initials) do not end one.
func Sentences(text string) []string {
	var out []string
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if abbreviated(text[:m[0]+1]) && !lettered(text[:m[0]+1], text[m[1]:]) {
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

// lettered reports whether a sentence ends with somebody who goes by a letter
// alone, as in an Ombudsman's papers: "apologise to Mr X. It will also". An
// initial before a surname ("Mr J. Smith") is told from it by the word that
// follows, which here opens a sentence.
func lettered(before, after string) bool {
	return letterName.MatchString(before[max(len(before)-longestAbbreviation, 0):]) && opensSentence.MatchString(after)
}

var (
	letterName    = regexp.MustCompile(`\b(?:Mrs?|Ms|Miss|Mx|Dr|Child|Company|Provider|Officer|Councillor|School|and|to|for|with) [A-Z]\.$`)
	opensSentence = regexp.MustCompile(`^(?:The|This|That|These|Those|It|Its|They|Their|We|Our|I|He|She|His|Her|There|In|On|At|As|To|For|From|By|If|When|While|And|But|Or|However|Additionally|Also|Although|After|Before|Because|Both|Some|No|Not|Further|Following|Within|Between|During|Mrs?|Ms|Miss|Mx|Dr|An?|Part|Any|All|Most|So|What|Where)\b`)
)
