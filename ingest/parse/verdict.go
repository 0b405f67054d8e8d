package parse

import (
	"regexp"
	"strings"
)

// Clerks mark a decision by its verb. In capitals it is a decision wherever it
// stands; in small letters only where its form says so, for "it was noted
// that" is usually discussion. Each form carries the council whose minutes
// show it.
//
// A weak form decides only where the item has no strong one: "Agreed." may
// answer a vote on an amendment, after which "RESOLVED that" says what was
// decided in the end.
var verdictForms = []struct {
	weak bool
	form *regexp.Regexp
	seen string
}{
	{false, regexp.MustCompile(`^(?:(?:It|IT|it) (?:was|WAS) )?(?:then |accordingly |duly |further |unanimously |UNANIMOUSLY )*` +
		`(?:RESOLVED|Resolved|resolved|R ?E ?S ?O ?L ?V ?E ?D|RESOLUTION|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|DEFERRED|REFUSED|GRANTED|ENDORSED|WITHDRAWN|ORDERED|RATIFIED|ADOPTED|RECEIVED)\b`),
		"RESOLVED – That the report be noted (Darlington); RESOLVED:That the Minutes (North Herts); resolved: (Winchester); Resolved –  That (Slough); IT WAS RESOLVED THAT"},
	{true, regexp.MustCompile(`^(?:(?:It|it) was )?(?:unanimously )?(?:Agreed|Decided|Recommended|Noted|Approved|Deferred|Endorsed|Refused|Granted|Adopted|Ratified)\s*(?:[:–—-]|that\b|to\b|unanimously\b|by\b|\.?$)`),
		"Agreed. (Surrey); Recommended – That"},
	{true, regexp.MustCompile(`^(?:Recommendations?|Decisions?|Resolutions?) (?:was |were |as amended (?:was |were )?)?(?:unanimously )?(?:agreed|approved|carried|accepted|adopted)\b`),
		"Recommendation agreed. (Oxfordshire)"},
	{false, regexp.MustCompile(`\b(?:it was|was|were|it is|and) (?:then |accordingly |duly |further |unanimously |UNANIMOUSLY )*(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|DEFERRED|REFUSED|GRANTED|ENDORSED|WITHDRAWN)\b`),
		"Cllr Bell MOVED, Cllr Dacres SECONDED and it was RESOLVED to: (Lewisham); were duly NOTED (West Lindsey); The minutes were AGREED as a correct record (Lewisham)"},
	{true, regexp.MustCompile(`\b(?:CARRIED|LOST|FELL)\b`), "The motion was put to the vote and CARRIED"},
	{false, regexp.MustCompile(`[.!?;:]["”)]? (Resolved)(?: unanimously)?(?: that\b| to\b| not to\b|\s*[:–—-])`), "Members looked at the plans. Resolved: approve (town councils)"},
	{true, regexp.MustCompile(`\b(?:votes?|for|against|abstentions?|abstained|unanimous(?:ly)?|favour)\)?[.,;]? ?[–—-] ?(Carried|Lost|Defeated)\.?$`),
		"4 votes for, 2 abstentions – Carried (parish councils)"},
	{true, regexp.MustCompile(`^(?:agreed|approved|confirmed|accepted|adopted)(?:,? (?:and|as)\b[^.]{0,60})?(?:\.|$)`),
		"agreed and signed. (after a title on the same line)"},
	{false, regexp.MustCompile(`\b(RESOLVED|AGREED|RECOMMENDED|DECIDED)(?: unanimously| UNANIMOUSLY)?(?: \([^()]{3,80}\))?(?: that\b| THAT\b| to\b| TO\b| not to\b| NOT TO\b|\s*[:–—-])`),
		"Moved by Councillor A and seconded by Councillor B RESOLVED that (Bolsover)"},
}

// verdict finds the first decision in a paragraph. before is what the
// paragraph says ahead of the sentence that decides, decision that sentence
// and all after it, and rest the decision without the keyword: "RESOLVED –
// That the report be noted" gives "That the report be noted".
func verdict(text string, weak bool) (before, decision, rest string, ok bool) {
	body := text
	marker := 0
	if _, r, has := Marker(text); has {
		marker = len(text) - len(r)
		body = r
	} else if at := pointNumber.FindString(text); at != "" {
		marker = len(at)
		body = text[marker:]
	}
	best := []int(nil)
	for _, f := range verdictForms {
		if f.weak && !weak {
			continue
		}
		at := f.form.FindStringSubmatchIndex(body)
		if at != nil && (best == nil || at[0] < best[0]) {
			best = at[:2]
			if len(at) > 2 { // the keyword, where the form also looks at what follows it
				best = at[2:4]
			}
		}
	}
	if best == nil {
		return text, "", "", false
	}
	if strings.HasPrefix(strings.ToLower(body[best[0]:]), "resolution") && !keywordTail.MatchString(body[best[1]:]) {
		return text, "", "", false
	}
	if best[0] == 0 {
		return "", text[marker:], afterKeyword(body[best[1]:]), true
	}
	start := sentenceStart(body, best[0])
	decision = strings.TrimSpace(body[start:])
	rest = afterKeyword(body[best[1]:])
	if rest != "" && !leadsOn.MatchString(body[best[1]:]) { // "The minutes were AGREED as a correct record": the sentence is the decision
		rest = decision
	}
	return strings.TrimSpace(body[:start]), decision, rest, true
}

// pointNumber is the number of a point within an item: "214.2 Resolved: to
// write to the owner".
var pointNumber = regexp.MustCompile(`^\d{1,4}(?:\.\d{1,3}){1,2}[.):]?\s+`)

// keywordTail is what must follow a word that may also open a sentence about
// something else: "Resolution 5 of the UN …".
var keywordTail = regexp.MustCompile(`^\s*(?:[:–—-]|that\b|to\b|$)`)

// leadsOn follows a keyword that only announces what was decided.
var leadsOn = regexp.MustCompile(`^(?i:\s*(?:unanimously|nem\.? ?con\.?)?,?\s*(?:[:–—‒-]|that\b|(?:not )?to\b|by \d|by a majority|with \d))`)

// afterKeyword drops what stands between the keyword and what was decided:
// "unanimously", "nem con", "by 7 votes to 3", a dash or a colon.
func afterKeyword(s string) string {
	s = strings.TrimSpace(s)
	for {
		cut := manner.FindString(s)
		if cut == "" {
			break
		}
		s = strings.TrimSpace(s[len(cut):])
	}
	return s
}

var manner = regexp.MustCompile(`^(?:(?i:unanimously|nem\.? ?con\.?|accordingly|by (?:a majority(?: of)?|\d+ votes? to \d+)|with \d+ abstentions?|on the casting vote of the chair\w*|\([^()]{3,80}\))[,;]?|[:–—‒-]+|\.+$)`)

// sentenceStart is the offset at which the sentence holding at begins.
func sentenceStart(s string, at int) int {
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(s[:at], -1) {
		if endsSentence(s[:m[0]+1], s[m[1]:at]) {
			start = m[1]
		}
	}
	return start
}
