package promise

import (
	"regexp"
	"strings"
)

// Due is until when a promise is to be kept, as stated: "within one month of
// my final decision", "by 31 March 2024", "immediately". "" where it is not
// said. The time within which others are to act from now on ("remind staff to
// answer within ten days") is none, unless it runs from the decision.
func Due(s string) string {
	for _, form := range dueForms {
		for _, m := range form.FindAllStringSubmatchIndex(s, -1) {
			if len(m) > 2 && m[3] >= 0 {
				m = m[2:4] // without the words that follow it
			}
			due := strings.Trim(s[m[0]:m[1]], ",: ")
			if !span.MatchString(due) || fromDecision.MatchString(due) || !standing.MatchString(s[:m[0]]) {
				return due
			}
		}
	}
	return ""
}

// dueForms are the ways of saying until when, in the order in which they are
// believed.
var dueForms = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\bwithin (?:the next )?` + spanForm + sinceForm +
		`|\b(?:by|before|no later than|on or before) (?:the end of )?(?:\d{1,2}(?:st|nd|rd|th)? )?` + monthForm + ` \d{4}` +
		`|\bimmediately\b|\bby the (?:start|end) of the [\w ]{3,30}(?:term|year|month)\b` +
		`|^(?:and )?(?:in)?\s?` + spanForm + `:|^in ` + spanForm + `[,:]|^(in ` + spanForm + `) (?:it|they|the \w+) (?:will|should|must)\b|, in ` + spanForm + `,`),
	regexp.MustCompile(`(?i)\b(?:by|before|no later than|on or before) (?:the end of ` + monthForm + `|\d{1,2}(?:st|nd|rd|th)? ` + monthForm + `)\b`),
	regexp.MustCompile(`(?i)\bno later than ` + spanForm + sinceForm + `|\b(?:has|have) until (?:the end of )?(?:\d{1,2}(?:st|nd|rd|th)? )?` + monthForm + ` \d{4}`),
}

// standing is what is to be so from now on, before the time within which.
var standing = regexp.MustCompile(`(?i)\b(?:remind|train|brief|ensur|make sure|guidance|so that|polic|procedure)\w*\b[^;]*\b(?:to|that|of|on|how)\b`)

var span = regexp.MustCompile(`(?i)^(?:within|in) `)

var fromDecision = regexp.MustCompile(`(?i)\b(?:decision|report|statement|determination|letter)\b`)
