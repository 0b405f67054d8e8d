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
	next = i + 1
	text := listMark.ReplaceAllString(lines[i].Text, "")
	if !hasCue(text, raisingStems) && !strings.Contains(text, "?") && !hasCue(text, answeredOpenings) {
		return nil, next
	}
	said := Sentences(text)
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
		first := j + 1
		for j+1 < len(said) && !opensExchange(said[j+1]) && !anew.MatchString(opening(said[j+1])) {
			j++
		}
		x.Response = strings.Join(append([]string{x.Response}, said[first:j+1]...), " ")
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
		if answersHow(how, said[j], said[at]) {
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

// emptyQuestion tells that somebody was questioned, and nothing of what.
var emptyQuestion = regexp.MustCompile(`\b(?:questioned|asked|queried) (?:the )?(?:[A-Z][\w’'-]+(?: (?:of|for|and|the))? ?){1,8}\.$`)

func opensExchange(sentence string) bool {
	if raises(sentence) > remark {
		return true
	}
	_, ok := both(sentence)
	return ok
}

// firstOf is the first sentence of a paragraph.
func firstOf(text string) string {
	for _, s := range Sentences(text) {
		return s
	}
	return ""
}
