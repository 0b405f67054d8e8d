package parse

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// What was asked and what was answered, each in a sentence or a paragraph of
// its own: "Councillor A asked whether the clock would be mended. The Leader
// said that it would." Asking that something be done is no question.
var (
	askedForm = regexp.MustCompile(`^(?:(?:Questions? (?:\d+ )?(?:from|by|asked by)|Supplementary (?:question )?from)\b[^.]{3,}[:–—-].*` +
		`|(?:(?i:cllrs?\.?|councillors?|alderman|mr|mrs|ms|miss|dr|members?|a (?:member|resident|councillor|parishioner)(?: of the (?:public|committee|panel|board))?|one member|(?:some|several|other) members?|residents?|the (?:committee|panel|board|chair(?:man|person)?|vice-chair(?:man)?))\b[^.:]{0,60}?\b|(?i:it was (?:then |also )?))` +
		`(?:asked|enquired|inquired|wondered|queried|questioned)\b(?:(?: [^.:]{0,60}?)?(?: (?:whether|if|why|what|how|when|who|where|which|about)\b|:).*| the .*))$`)
	repliedForm = regexp.MustCompile(`^(?:(?:Answer|Reply|Response)\b[^.]{0,60}?[:–—-].*` +
		`|(?i:in (?:response|reply|answer)|by way of (?:response|reply))\b(?:,| (?:it was|the|cllr|councillor|officers?|mr|mrs|ms|dr|he|she|they)\b).*` +
		`|(?:(?i:it was|the|officers?|cllr\.?|councillor|mr|mrs|ms|miss|dr|he|she|they)\b[^.:]{0,70}?\s)?(?:replied|responded|answered|said|explained|confirmed|advised|stated|assured|told)\b.*)$`)
	listMark = regexp.MustCompile(`^(?:\(?[a-z0-9]{1,3}[).]|[-–•·])\s+`)
)

// told reads what paragraph i tells of questions and their answers, an answer
// being in the same paragraph or the whole of the next. next is the paragraph
// to go on with. It gives nothing where the paragraph has a form that
// answeredForms know.
func told(lines []Line, i int) (out []archive.Exchange, next int) {
	said := Sentences(listMark.ReplaceAllString(lines[i].Text, ""))
	for _, s := range said {
		for _, f := range answeredForms {
			if f.form.MatchString(s) {
				return nil, i
			}
		}
	}
	next = i + 1
	for j := 0; j < len(said); j++ {
		if !askedForm.MatchString(said[j]) {
			continue
		}
		x := archive.Exchange{Issue: said[j], Page: lines[i].Page}
		if j+1 == len(said) && next < len(lines) && next == i+1 {
			if answer := listMark.ReplaceAllString(lines[next].Text, ""); repliedForm.MatchString(firstOf(answer)) {
				x.Response = answer
				out = append(out, x)
				next++
			}
			continue
		}
		if j+1 >= len(said) || !repliedForm.MatchString(said[j+1]) {
			continue
		}
		for j++; j < len(said) && !askedForm.MatchString(said[j]); j++ {
			x.Response = strings.TrimSpace(x.Response + " " + said[j])
		}
		j--
		out = append(out, x)
	}
	return out, next
}

// firstOf is the first sentence of a paragraph.
func firstOf(text string) string {
	for _, s := range Sentences(text) {
		return s
	}
	return ""
}
