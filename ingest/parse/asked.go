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
		`|(?:(?i:(?:by way of|as|in) a supplementary(?: question)?),? )?(?:` + someone + `\b[^.:]{0,60}?\b|(?i:it was (?:then |also )?))` +
		`(?:asked|enquired|inquired|wondered|queried|questioned|wanted to know)\b(?:(?: [^.:]{0,60}?)?(?: (?:whether|if|why|what|how|when|who|where|which|about)\b|:).*| the .*)` +
		`|(?:` + someone + `\b[^.:]{0,60}?\b)(?:(?:raised|expressed|voiced|reiterated) (?:some |their |his |her |a |the |several |further |particular )?(?:concerns?|quer(?:y|ies)|questions?|worr(?:y|ies))\b|sought (?:clarification|assurances?|reassurances?|confirmation)\b|requested clarification\b).*` +
		`|(?:Further |Some |Particular )?(?:[Cc]oncerns?|[Qq]uestions?|[Qq]uer(?:y|ies)) (?:was|were|had been) (?:also |then )?(?:raised|expressed|asked|voiced)\b.*` +
		`|A (?:further |second )?(?:concern|question|query) (?:was|had been) (?:also |then )?(?:raised|expressed|asked)\b.*)$`)
	repliedForm = regexp.MustCompile(`^(?:(?:Answer|Reply|Response)\b[^.]{0,60}?[:–—-].*` +
		`|(?i:in (?:response|reply|answer)|by way of (?:response|reply))\b(?:,| (?:it was|the|cllr|councillor|officers?|mr|mrs|ms|dr|he|she|they)\b).*` +
		`|(?:(?i:it was|the|officers?|cllr\.?|councillor|mr|mrs|ms|miss|dr|he|she|they)\b[^.:]{0,70}?\s)?(?:replied|responded|answered|said|explained|confirmed|advised|clarified|stated|assured|reassured|told|promised|undertook)\b.*)$`)
	listMark = regexp.MustCompile(`^(?:\(?[a-z0-9]{1,3}[).]|[-–•·])\s+`)
	// raisesOnly tells a concern from a question.
	raisesOnly = regexp.MustCompile(`\b(?:concern|quer|worr|sought|clarification)`)
	// answersStraight opens an answer to a concern, which need not be one
	// where the sentence is somebody's next remark.
	answersStraight = regexp.MustCompile(`^(?:(?i:in (?:response|reply))\b|(?i:it was)\b|(?i:officers?)\b|[Tt]he (?:[\w’'()&,-]+ ){0,9}?(?:[Oo]fficer|[Dd]irector|[Hh]ead|[Mm]anager|[Ll]eader|[Mm]ember|[Cc]hair\w*|[Ee]xecutive|[Ss]olicitor|[Cc]lerk|[Ee]ngineer|[Cc]onsultant|[Ss]ecretary|[Tt]reasurer|[Ss]uperintendent|[Ii]nspector|[Pp]lanner)\b|(?:Mr|Mrs|Ms|Dr)\b|(?:Councillor|Cllr)\b)`)
	// anew is a sentence that takes up another matter, which ends an answer.
	anew = regexp.MustCompile(`^(?:(?:(?:By way of|As|In) a supplementary|Supplementary)\b|(?:Another|A further|A second|One|Other|Some|Several)\s+(?:members?|councillors?|residents?|parishioners?|speakers?|questions?|points?|concerns?)\b` +
		`|` + someone + `\b[^.:]{0,50}?\b(?:asked|raised|queried|questioned|expressed|complained|thanked|suggested|proposed|moved|seconded|commented|welcomed|requested|sought)\b` +
		`|(?:Further |Some )?(?:[Cc]oncerns?|[Qq]uestions?|[Qq]ueries) (?:was|were)\b|A (?:further )?(?:concern|question|query) (?:was|had been)\b` +
		`|(?:RESOLVED|Resolved|AGREED|It was (?:then )?(?:resolved|agreed|RESOLVED|AGREED|proposed|PROPOSED))\b|` + whoDecides + ` (?:then |also |therefore |unanimously |duly )*(?:noted|agreed|approved|endorsed|resolved|recommended|deferred)\b)`)
)

// someone is who asks at a meeting.
const someone = `(?i:cllrs?\.?|councillors?|alderman|mr|mrs|ms|miss|dr|members?|a (?:member|resident|councillor|parishioner)(?: of the (?:public|committee|panel|board))?|one member|(?:some|several|other|another) (?:members?|residents?|councillors?)|another (?:member|resident|councillor)|residents?|the (?:committee|panel|board|chair(?:man|person)?|vice-chair(?:man)?))`

// told reads what paragraph i tells of questions and their answers, an answer
// being in the same paragraph or the whole of the next. It ends where another
// matter is taken up. next is the paragraph to go on with.
func told(lines []Line, i int) (out []archive.Exchange, next int) {
	said := Sentences(listMark.ReplaceAllString(lines[i].Text, ""))
	next = i + 1
	for j := 0; j < len(said); j++ {
		x, ok := both(said[j])
		switch {
		case ok:
		case !askedForm.MatchString(said[j]):
			continue
		case j+1 < len(said):
			if !answers(said[j], said[j+1]) {
				continue
			}
			x = archive.Exchange{Issue: said[j], Response: said[j+1]}
			j++
		case next < len(lines) && next == i+1:
			if answer := listMark.ReplaceAllString(lines[next].Text, ""); answers(said[j], firstOf(answer)) {
				out = append(out, archive.Exchange{Issue: said[j], Response: answer, Page: lines[i].Page})
				next++
			}
			continue
		default:
			continue
		}
		for ; j+1 < len(said) && !opensExchange(said[j+1]) && !anew.MatchString(said[j+1]); j++ {
			x.Response += " " + said[j+1]
		}
		if x.Page = lines[i].Page; x.Issue != "" && !emptyQuestion.MatchString(x.Issue) && !strings.HasSuffix(x.Response, ":") {
			out = append(out, x)
		}
	}
	return out, next
}

// both parts a sentence that holds a question and its answer: "In response to
// a question from Councillor A about costs, the officer said …". The issue is
// empty where the sentence names only who asked.
func both(sentence string) (x archive.Exchange, ok bool) {
	for _, f := range answeredForms {
		if m := f.form.FindStringSubmatch(sentence); m != nil {
			x.Issue, x.Response = tidyIssue(m[1]), strings.TrimSpace(m[2])
			if onlyAsker.MatchString(x.Issue) {
				x.Issue = ""
			}
			return x, true
		}
	}
	return x, false
}

// emptyQuestion tells that somebody was questioned, and nothing of what.
var emptyQuestion = regexp.MustCompile(`\b(?:questioned|asked|queried) (?:the )?(?:[A-Z][\w’'-]+(?: (?:of|for|and|the))? ?){1,8}\.$`)

// onlyAsker is who asked, and nothing of what.
var onlyAsker = regexp.MustCompile(`^(?:(?:from|by|of|put by|raised by|asked by) )?(?:(?:the|a|an|one|some|several|other|various) )?(?:(?i:members?|councillors?|cllrs?\.?|committee|panel|board|cabinet|chair\w*|mr|mrs|ms|miss|dr|public|residents?)(?: of the (?:committee|panel|public|board|cabinet))?)?(?:,? (?:and )?(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)?\.? ?[A-Z][\w’'-]+){0,6}$`)

func opensExchange(sentence string) bool {
	_, ok := both(sentence)
	return ok || askedForm.MatchString(sentence)
}

// answers reports whether a sentence answers what the one before it raised. A
// question wants any answer, a concern one that is plainly somebody's to it.
func answers(raised, said string) bool {
	return repliedForm.MatchString(said) && (!raisesOnly.MatchString(raised) || answersStraight.MatchString(said))
}

// firstOf is the first sentence of a paragraph.
func firstOf(text string) string {
	for _, s := range Sentences(text) {
		return s
	}
	return ""
}
