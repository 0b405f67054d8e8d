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
	listMark = regexp.MustCompile(`^(?:\(?[a-z0-9]{1,3}[).]|\d{1,2}(?:\.\d{1,3}){1,2}|[-–•·])\s+`)
	// anew is a sentence that takes up another matter, which ends an answer.
	anew = regexp.MustCompile(`^(?:In (?:reply|response|answer) to\b|(?:(?:By way of|As|In) a supplementary|Supplementary)\b|(?:Another|A further|A second|One|Other|Some|Several)\s+(?:members?|councillors?|residents?|parishioners?|speakers?|questions?|points?|concerns?)\b` +
		`|` + someone + `\b[^.:]{0,50}?\b(?:asked|raised|queried|questioned|expressed|complained|thanked|suggested|proposed|moved|seconded|commented|welcomed|requested|sought)\b` +
		`|(?:Further |Some )?(?:[Cc]oncerns?|[Qq]uestions?|[Qq]ueries) (?:was|were)\b|A (?:further )?(?:concern|question|query) (?:was|had been)\b` +
		`|(?:RESOLVED|Resolved|AGREED|It was (?:then )?(?:resolved|agreed|RESOLVED|AGREED|proposed|PROPOSED))\b|` + whoDecides + ` (?:then |also |therefore |unanimously |duly )*(?:noted|agreed|approved|endorsed|resolved|recommended|deferred)\b)`)
)

// told reads what paragraph i tells of questions and their answers, an answer
// being in the same paragraph or the whole of the next. It ends where another
// matter is taken up. next is the paragraph to go on with.
func told(lines []Line, i int) (out []archive.Exchange, next int) {
	said := Sentences(listMark.ReplaceAllString(lines[i].Text, ""))
	next = i + 1
	for j := 0; j < len(said); j++ {
		x, ok := both(said[j])
		if !ok {
			asked, at := askedAt(said, j)
			switch {
			case asked == "":
				continue
			case at < len(said):
				x = archive.Exchange{Issue: asked, Response: said[at]}
				j = at
			case next < len(lines) && next == i+1:
				if answer := listMark.ReplaceAllString(lines[next].Text, ""); answers(said[j], firstOf(answer)) && !strings.HasSuffix(answer, ":") {
					out = append(out, archive.Exchange{Issue: asked, Response: answer, Page: lines[i].Page})
					next++
				}
				return out, next
			default:
				return out, next
			}
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

// askedAt is what sentence j asks, with the asker's further words on it, and
// the sentence that answers; len(said) where that may be the next paragraph.
// asked is empty where nothing is asked, or none of them answers.
func askedAt(said []string, j int) (asked string, at int) {
	const further = 2 // sentences of the asker's own after the question
	how := raises(said[j])
	if how == notRaised {
		return "", 0
	}
	asked = said[j]
	for at = j + 1; at < len(said); at++ {
		if answers(said[j], said[at]) {
			return asked, at
		}
		if at-j > further || how == remark || !saysMore.MatchString(said[at]) && !strings.HasSuffix(said[at], "?") {
			return "", 0
		}
		asked += " " + said[at]
	}
	return asked, at
}

// saysMore is a sentence in which the asker says more.
var saysMore = regexp.MustCompile(`^(?:He|She|They|This|These|That)\b`)

// both parts a sentence that holds a question and its answer: "In response to
// a question from Councillor A about costs, the officer said …". The issue is
// empty where the sentence names only who asked.
func both(sentence string) (x archive.Exchange, ok bool) {
	for _, f := range answeredForms {
		if m := f.form.FindStringSubmatch(sentence); m != nil {
			x.Issue, x.Response = strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
			if onlyAsker.MatchString(x.Issue) {
				x.Issue = ""
			}
			return x, true
		}
	}
	if raises(sentence) == notRaised {
		return x, false
	}
	if first, rest, cut := strings.Cut(sentence, "; "); cut && raises(first+".") <= remark && raises(rest) > remark {
		sentence = rest // "Members noted the delay; the Chairman asked why and …"
	}
	for _, m := range between.FindAllStringIndex(sentence, -1) {
		issue, response := sentence[:m[0]], sentence[m[1]:]
		how := raises(issue + ".")
		if how < concern {
			continue
		}
		if wasTold.MatchString(response) || sentence[m[0]] == ';' && inShort.MatchString(response) || answers(issue+".", response) && answersStraight.MatchString(response) {
			return archive.Exchange{Issue: issue, Response: response}, true
		}
	}
	return x, false
}

var (
	// between stands between a question and its answer in one sentence.
	between = regexp.MustCompile(`(?:;|[,;]? (?:[–—-] )?(?:and|but|to which|whereupon)| [–—-]) `)
	// inShort answers in a few words after a semicolon: "; no one had."
	inShort = regexp.MustCompile(`^(?:none|no one|nobody|it|they|this|these|there|all|both) (?:had|has|have|was|were|did|could|would|is|are|will|do|does)\b`)
	// wasTold goes on from the asker to what he or she was told.
	wasTold = regexp.MustCompile(`^(?:(?:he|she|they) )?(?:was|were) (?:then |also )?(?:told|advised|informed|assured|reassured|reminded)\b`)
)

// emptyQuestion tells that somebody was questioned, and nothing of what.
var emptyQuestion = regexp.MustCompile(`\b(?:questioned|asked|queried) (?:the )?(?:[A-Z][\w’'-]+(?: (?:of|for|and|the))? ?){1,8}\.$`)

// onlyAsker is who asked, and nothing of what.
var onlyAsker = regexp.MustCompile(`^(?:questions?|query|queries|comments?|concerns?|points?|observations?|issues?)?,? ?(?:(?:raised|asked|put|made|expressed) )?(?:(?:from|by|of|put by|raised by|asked by) )?(?:(?:the|a|an|one|some|several|other|various) )?(?:(?i:members?|councillors?|cllrs?\.?|committee|panel|board|cabinet|chair\w*|mr|mrs|ms|miss|dr|public|residents?)(?: of the (?:committee|panel|public|board|cabinet))?)?(?:,? (?:and )?(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)?\.? ?[A-Z][\w’'-]+){0,6}$`)

func opensExchange(sentence string) bool {
	if _, ok := both(sentence); ok {
		return true
	}
	return raises(sentence) > remark
}

// firstOf is the first sentence of a paragraph.
func firstOf(text string) string {
	for _, s := range Sentences(text) {
		return s
	}
	return ""
}
