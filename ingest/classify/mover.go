package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
)

// A motion is who moved and who seconded it, and where the text says so.
type motion struct {
	at, end         int
	moved, seconded string
}

// movers fills who moved and who seconded an item's motion: the first that is
// no amendment, unless it was lost and another was moved after it.
func movers(it *archive.Item) {
	if it.MovedBy != "" {
		return
	}
	all := motionsIn(it.Text)
	for i, m := range all {
		if amends(it.Text, m) {
			continue
		}
		if i+1 < len(all) && lostMotion.MatchString(it.Text[m.end:all[i+1].at]) && !amends(it.Text, all[i+1]) {
			continue
		}
		it.MovedBy, it.SecondedBy = m.moved, m.seconded
		return
	}
}

// lostMotion is what came of a motion that another had to be moved after.
var lostMotion = regexp.MustCompile(`(?i)\b(?:lost|fell|failed|defeated|not (?:carried|agreed|supported)|rejected|withdrawn|withdrew|declined)\b`)

// motionsIn are the motions of a text in their order, each told by the form that
// says most of it.
func motionsIn(text string) []motion {
	var found []motion // in their order, and none in another
	for _, w := range movingParts(text) {
		part := text[w[0]:w[1]]
		for _, f := range moverForms {
			for _, m := range f.form.FindAllStringSubmatchIndex(part, -1) {
				x := motion{at: w[0] + m[2], end: w[0] + m[1], moved: person(part[m[2]:m[3]])}
				if len(m) > 4 {
					x.seconded = person(part[m[4]:m[5]])
				}
				i, _ := slices.BinarySearchFunc(found, x.at, func(y motion, at int) int { return y.at - at })
				if i > 0 && found[i-1].end > x.at || i < len(found) && found[i].at < x.end {
					continue // told already, by a form that says more
				}
				found = slices.Insert(found, i, x)
			}
		}
	}
	return found
}

// movingParts are the stretches of a text in which somebody may have moved
// something: paragraphs with a word of moving, and the two after each, for
// movers and seconders often stand in lines of their own.
func movingParts(text string) [][2]int {
	var parts [][2]int
	left := 0
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.Index(text[at:], "\n\n"); i >= 0 {
			end = at + i + 2
		}
		if movingStem.MatchString(text[at:end]) {
			left = 3
		}
		if left > 0 {
			if n := len(parts); n > 0 && parts[n-1][1] == at {
				parts[n-1][1] = end
			} else {
				parts = append(parts, [2]int{at, end})
			}
			left--
		}
		at = end
	}
	return parts
}

var movingStem = regexp.MustCompile(`(?i)\b(?:mov|prop|nominat|motion|second|p[: ]+cllr)|/ ?(?:cllr|councillor|mr|mrs|ms|miss)\b|\([\pL. ’'-]{2,30}[/,]`)

// amends reports whether a motion is one to amend another.
func amends(text string, m motion) bool {
	end := min(len(text), m.end+120)
	if i := strings.IndexAny(text[m.end:end], ".\n"); i >= 0 {
		end = m.end + i
	}
	return amendmentNamed.MatchString(text[m.at:end]) || amendmentBefore.MatchString(text[max(0, m.at-40):m.at])
}

var (
	amendmentNamed  = regexp.MustCompile(`(?i)\b(?:an|the|a further|following|second|first|that) (?:\w+ )?amendment\b|\bamendment:|\bas an amendment\b`)
	amendmentBefore = regexp.MustCompile(`(?i)\bamendment:?(?: (?:was|which|then|is|duly|formally|moved|proposed|by))* ?$`)
)

// notNames stand in capitals after a name where a new sentence or the decision
// begins: "seconded by Councillor Fox It was".
var notNames = regexp.MustCompile(`(?:,? (?:It|That|The|This|To|On|Upon|And|For|In|At|A|An|Following|Members|Motion|Vote|Votes|Amendment|Recommendation|Resolved|RESOLVED|Agreed|AGREED|Carried|CARRIED|Decision|With|All|ALL|There|Seconded|SECONDED|Unanimous|Unanimously|Action|ACTION))+$`)

func person(s string) string {
	s = notNames.ReplaceAllString(strings.Join(strings.Fields(s), " "), "")
	if s = strings.Trim(s, " ,;"); !initialLast.MatchString(s) {
		s = strings.TrimRight(s, ".")
	}
	return s
}

// initialLast is a name that ends in an initial with its stop.
var initialLast = regexp.MustCompile(`\b\p{Lu}\.$`)
