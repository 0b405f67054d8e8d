package minutes

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/ingest/parse"
)

// What a line says about whether the public is there: that it was excluded,
// that it may be, that it was let in again.

// excluded is the resolution by which the public leave: "That, under Section
// 100A of the Local Government Act 1972, the public be excluded from the
// meeting for the following items".
var excluded = regexp.MustCompile(`(?is)\b(?:press|public)\b.{0,60}\b(?:be|were|was|are) (?:now |therefore |then )?excluded\b|\bexclu(?:de|ding|sion of) (?:members of )?(?:the )?(?:press|public)\b.{0,120}\b(?:RESOLVED|[Rr]esolved)\b|(?:RESOLVED|[Rr]esolved|agreed|AGREED).{0,120}\bexclude (?:all )?(?:members of )?(?:the )?(?:press|public)\b`)

// leave tells the resolution itself from a report about one.
var leave = regexp.MustCompile(`(?i)\b(?:following|remaining|next|this) (?:item|items|part|business)|\bduring\b|\bremainder\b|RESOLVED|section 100A|Admission to Meetings|\bagreed\b`)

// announced is said ahead of an exclusion that is only asked for, as agendas
// word it, or that may yet come.
var announced = regexp.MustCompile(`(?i)^\W*(?:\(?[a-z0-9]{1,3}[.)] )?to (?:consider|resolve|agree|move|pass|exclude|approve|discuss|decide|determine|propose)\b|\b(?:whether|may|might|if|unless|not|possible|wish(?:es|ed)? to)\b`)

// stays says that nobody had to leave.
var stays = regexp.MustCompile(`(?i)\b(?:no|nothing) (?:[a-z]+ ){0,3}(?:items?|business|matters?|need|reports?|information|discussion)\b|\bno need\b|\bnot (?:be )?(?:required|needed|necessary|excluded|applicable|exercised|moved)\b|^\W*(?:none|nil|n/a|not\b|nothing)|\bremain(?:ed)? in (?:public|open)\b`)

// agreedTo is what is said below a title that asks for the exclusion.
var agreedTo = regexp.MustCompile(`\b(?:RESOLVED|AGREED|CARRIED|APPROVED)\b|(?i)\b(?:resolved|agreed|carried|approved|all in favour|unanimous(?:ly)?)\b|\b(?:press|public)\b[^.]{0,60}\b(?:left|withdrew|were asked to leave|were excluded|was excluded)\b`)

// thisItem is an exclusion for the item under which it stands and no other.
var thisItem = regexp.MustCompile(`(?i)\b(?:for|during) (?:the )?(?:(?:discussion|consideration|duration) of )?this item\b`)

// readmitted says that the public is let in again.
var readmitted = regexp.MustCompile(`(?i)\b(?:press|public)\b[^.]{0,60}\b(?:re-?admitted|re-?joined|re-?entered|returned|were invited back|invited to return|allowed back)\b|\bre-?admi(?:t|tting|ssion of) (?:members of )?(?:the )?(?:press|public)\b|\b(?:meeting|committee|council|panel|cabinet|members)\b[^.]{0,60}\b(?:returned to|came out of (?:private|closed)|reconvened in|resumed in|moved back (?:in)?to|went back into|re-?opened (?:to|in)|back in)\b[^.]{0,20}\b(?:open|public|session)\b`)

// closedSession is the same without a word of the public.
var closedSession = regexp.MustCompile(`(?i)\b(?:went|moved?|goes|go|entered) into (?:private|closed|confidential)\b|\b(?:resolved|agreed) (?:to sit|to meet|that the [^.]{0,40} (?:sit|meet)) in (?:private|closed session|camera)\b`)

// excludes reports whether a paragraph below a title says that the public was
// excluded. Under a title that asks for it, that it was agreed to is enough.
func excludes(text, title string) bool {
	_, ok := exclusionIn(text, title)
	return ok
}

// exclusionIn is what excludes looks for, with the sentences behind it.
func exclusionIn(text, title string) (behind []string, ok bool) {
	asked := exclusion.MatchString(title) || excluded.MatchString(title)
	if low := strings.ToLower(text); !asked && !strings.Contains(low, "exclu") && !strings.Contains(low, "private") && !strings.Contains(low, "closed") && !strings.Contains(low, "confidential") && !strings.Contains(low, "camera") {
		return nil, false // most lines by far
	}
	said := parse.Sentences(text)
	for i, s := range said {
		if at := closedSession.FindStringIndex(s); at != nil && !announced.MatchString(s[:at[1]]) {
			return said[i+1:], true
		}
		if at := excluded.FindStringIndex(s); at != nil {
			if announced.MatchString(s[:at[1]]) {
				asked = asked || !stays.MatchString(s)
				continue
			}
			if leave.MatchString(s) || exclusion.MatchString(title) {
				return said[i+1:], true
			}
			continue
		}
		if stays.MatchString(s) {
			return nil, false
		}
		if asked && agreedTo.MatchString(s) && !announced.MatchString(s) {
			return said[i+1:], true
		}
	}
	return nil, false
}

// goesOn reports whether a paragraph that excludes the public goes on with
// what was done without it.
func goesOn(text, title string) bool {
	behind, _ := exclusionIn(text, title)
	for _, s := range behind {
		if readmitted.MatchString(s) {
			return false
		}
		if didInPrivate.MatchString(s) && !aboutLeaving.MatchString(s) {
			return true
		}
	}
	return false
}

var didInPrivate = regexp.MustCompile(`(?i)\b(?:resolved|agreed|approved|noted|reported|considered|discussed|advised|accepted|appointed)\b`)

// namedItems are the items for which an exclusion says it is made: "for items
// 12 and 13".
var namedItems = regexp.MustCompile(`(?i)\bitems?(?: (?:numbers?|nos?\.?))? (\d{1,3}(?:(?:, | and | & |, and | to |–|-)\d{1,3})*)\b`)

// forItems are the numbers of those items.
func forItems(text string) map[string]bool {
	at := excluded.FindStringIndex(text)
	if at == nil {
		return nil
	}
	out := map[string]bool{}
	for _, m := range namedItems.FindAllStringSubmatch(text[at[0]:], -1) {
		last, ranged := 0, false
		for _, w := range strings.FieldsFunc(strings.NewReplacer("–", " to ", "-", " to ").Replace(m[1]), func(r rune) bool { return r == ' ' || r == ',' || r == '&' }) {
			n, err := strconv.Atoi(w)
			if err != nil {
				ranged = w == "to"
				continue
			}
			for k := last + 1; ranged && k < n && n-last < 60; k++ {
				out[strconv.Itoa(k)] = true
			}
			out[w], last, ranged = true, n, false
		}
	}
	return out
}
