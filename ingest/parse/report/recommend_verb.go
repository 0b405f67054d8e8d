package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isAsked reports whether a paragraph without a letter begins as what a body
// is asked does: with a verb of decision in capitals ("DELEGATE authority
// to"), or as a sentence does ("Approve the plan", "To note the report").
func isAsked(s string) bool {
	m := verbFirst.FindStringSubmatch(s)
	if m == nil || !verbs[strings.ToLower(m[2])] {
		return false
	}
	verb, next := m[2], strings.ToLower(m[3])
	if verb == strings.ToUpper(verb) || m[1] != "" {
		return true
	}
	return startsUpper(verb) && next != "of" && next != "for" && next != "is" && next != "was" && next != "has"
}

// verbFirst has what may go before the verb, the verb, and the word after it.
var verbFirst = regexp.MustCompile(`^((?:To|TO|to|Agree to|AGREE to|AGREE TO) )?(\pL{3,})(?:,? and \pL{3,})?[, ]+\(?["“‘£]?([\pL\d]+)`)

// verbs are what bodies are asked to do, in the words of councils' reports.
var verbs = wordSet(`accept acknowledge acquire adopt agree allocate amend appoint approve ask authorise authorize award cease close comment commend
	commission confirm consider consult continue create debate decide declare defer delegate designate determine develop direct discuss dispose
	elect endorse ensure establish extend fund give grant identify implement increase instruct invest invite make monitor nominate note
	permit proceed procure propose provide publish purchase ratify reaffirm receive recommend refer refuse reject release remove request rescind
	resolve retain review revoke scrutinise seek set submit support thank transfer undertake vary waive welcome withdraw`)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// goesOn reports whether a paragraph may be the rest of an entry that stops
// without a stop; label is the entry's. It is not where it opens a sentence: a
// word such as "All" has a capital nowhere else. What has no letter goes on in
// small letters only.
func goesOn(s, label string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	if unicode.IsLower(r) {
		return true
	}
	return label != "" && !opensSentence.MatchString(s)
}

var (
	opensSentence = regexp.MustCompile(`^(?:All|Any|Each|Every|The|This|These|Those|It|If|In|For|As|An?|There|Where|When|Please|Further|Members are|Details)\s`)
	// reminds is what stands below the recommendations of a budget: that who owes
	// council tax may not vote.
	reminds = regexp.MustCompile(`(?i)^(?:[\pL’']+ ){1,8}(?:is|are) (?:respectfully )?reminded\b`)
)
