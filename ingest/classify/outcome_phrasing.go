package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// A phrasing is a pattern and the stems of which a text that it matches holds
// one at least, in small letters with _ for a space, looked for first because
// they cost a hundredth of it; where there are none it is always tried.
type phrasing struct {
	stems []string
	form  *regexp.Regexp
}

func pattern(stems, form string) phrasing {
	p := phrasing{form: regexp.MustCompile(form)}
	for _, s := range strings.Fields(stems) {
		p.stems = append(p.stems, strings.ReplaceAll(s, "_", " "))
	}
	return p
}

// bodyDid is a phrase that those who decide are the subject of: "members
// acknowledged the report". What they had done before is told, not decided.
func bodyDid(stems, predicate string) phrasing {
	return pattern(stems, `(?i)\b(?:members|councillors|cllrs|cc|pc|trustees|the meeting|committee|council|cabinet|board|panel|executive|forum|commission`+
		`|sub-?committee|working group|(?:cabinet|executive) member|leader)(?: (?:has|have|then|also|therefore|unanimously|duly|formally`+
		`|all|accordingly))* `+"(?:"+predicate+")")
}

// find is where the phrase stands in a text, of which low is in small letters.
func (p phrasing) find(text, low string) []int {
	for _, s := range p.stems {
		if strings.Contains(low, s) {
			return p.form.FindStringSubmatchIndex(text)
		}
	}
	if len(p.stems) > 0 {
		return nil
	}
	return p.form.FindStringSubmatchIndex(text)
}

// phrases are the decisions of a text that no verb makes.
func phrases(text string, told bool) []placed {
	var found []placed
	if told && reporting.MatchString(text) {
		text = reportedSpeech.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	}
	low := strings.ToLower(text)
	for _, p := range decisionPhrases {
		m := p.form.find(text, low)
		if m == nil || p.ruled && told && !carrying.MatchString(text) {
			continue
		}
		if p.is == archive.Deferred && (paperSubject.MatchString(text[:m[0]]) || paperObject.MatchString(text[m[0]:m[1]])) {
			continue
		}
		if len(m) > 2 && m[2] >= 0 { // the verb, where the form also holds its subject
			m[0] = m[2]
		}
		if p.is == archive.Rejected { // "recommendation 1 be accepted and recommendation 2 be not"
			if last := votedOn.FindAllStringIndex(text[m[0]:m[1]], -1); len(last) > 1 {
				m[0] += last[len(last)-1][0]
			}
		}
		if p.is == archive.OtherResult && p.by == strong {
			if len(found) > 0 && found[len(found)-1].is == archive.Approved {
				break // approved and signed
			}
			return []placed{{m[0], verdict{p.is, p.by, byPhrase}}}
		}
		found = append(found, placed{m[0], verdict{p.is, p.by, byPhrase}})
	}
	return found
}

// reportedSpeech is what somebody said, up to where the sentence goes on to
// what was done about it.
var reportedSpeech = regexp.MustCompile(`(?i)\b(?:chair|chairman|clerk|officers?|director|manager|member|councillor|cllr|leader|mr|mrs|ms|dr|head|committee|council|panel` +
	`|board|forum|members|councillors|residents?)\b[^.;]{0,60}? (?:said|reported|advised|informed|explained|stated|announced|reminded` +
	`|heard|told|suggested|commented|queried|wondered|replied|answered|added|understood|outlined|clarified|learned` +
	`|discussed)(?: [\w’'-]+){0,3}? (?:that|how|whether|why) [^;]*?(?:, (?:and|but|so) |;|$)`)

// reporting is a word that what somebody said begins with.
var reporting = regexp.MustCompile(` (?:that|how|whether|why) `)

// paperSubject is a paper that is to be written, by which nothing is put off:
// "that a risk assessment be brought to the next meeting".
var paperSubject = regexp.MustCompile(`(?i)\b(?:assessments?|specifications?|contracts?|reports?|proposals?|papers?|quot(?:es?|ations?)|lists?|details|information` +
	`|updates?|drafts?|costings?|figures|estimates?)(?: and \w+)? (?:should |will |shall |to |would )?(?:be |is |are )?(?:then ` +
	`|also )?$`)

// paperObject is such a paper as what is brought: "bring a further report to
// a future meeting".
var paperObject = regexp.MustCompile(`(?i)^(?:bring|brought|put|place|return|come back)(?: back| forward)? (?:with )?(?:an?|further|more|some` +
	`|another) (?:[\w’'-]+ )*?(?:assessments?|reports?|proposals?|papers?|quot(?:es?|ations?)|details|information|updates?|drafts?` +
	`|costings?|figures|estimates?|options)\b`)

// carrying opens a decision within a sentence of the minutes.
var carrying = regexp.MustCompile(`(?i)\b(?:agreed|resolved|decided|determined|voted) (?:unanimously )?(?:that|to|not to)\b` +
	`|\b(?:members|councillors|committee|council|cabinet|board|panel|executive) (?:asked|requested|directed|wished|proposed) (?:that` +
	`|to)\b|\b(?:chair|chairman|mayor) (?:ruled|directed) that\b`)
