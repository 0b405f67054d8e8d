package classify

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A clue is a date in its sentence, as the ways of naming a meeting look at it.
type clue struct {
	s     string
	words []word
	ms    []mention // the bodies that s names, in order
	d     dated
	// lead ends the words before the date, without the article and the day of
	// the week that belong to it: "held on" of "held on the evening of Monday 4 May".
	lead   int
	before string // the words before lead, as far as they are looked at
	low    string // the same in small letters
	own    owner
	last   int    // where the date before it ends, 0 where there is none
	prior  ruling // what the date before was found to be
}

// A ruling is what a way makes of a date.
type ruling struct {
	is   telling
	body mention // whose meeting, empty where that is not said
}

// A telling says whether a date is a meeting's.
type telling int

const (
	unsaid telling = iota // this way does not tell
	meeting
	noMeeting
)

// reach is how many bytes before a date are looked at for the word that makes
// it a meeting's. The forms bridge some 200.
const reach = 400

// newClue looks at d in the sentence s of the words ws.
func newClue(s string, ws []word, ms []mention, d dated, own owner, prior ruling) *clue {
	lead := leadOf(s, d.start)
	from := max(0, lead-reach)
	for from > 0 && from < lead && s[from-1] != ' ' {
		from++
	}
	return &clue{s: s, words: ws, ms: ms, d: d, lead: lead, before: s[from:lead], low: strings.ToLower(s[from:lead]), own: own, prior: prior}
}

// has is a quick look for any of some words before the date, for the forms are
// slow.
func (c *clue) has(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(c.low, w) })
}

// after is what stands behind the date.
func (c *clue) after() string { return c.s[c.d.end:] }

// from is the offset in the sentence of an offset in before.
func (c *clue) from(offset int) int { return c.lead - len(c.before) + offset }

// leadOf is where the words before a date at offset at end, without the
// article, the day of the week and the time of day that belong to it.
func leadOf(s string, at int) int {
	end := trimSpace(s, at)
	for {
		start := end
		for start > 0 && !isSpaceAt(s, start) {
			start--
		}
		w := strings.ToLower(strings.TrimRight(s[start:end], ",."))
		switch before := trimSpace(s, start); {
		case ofDate[w]:
			end = before
		case w == "of" && dayTime.MatchString(s[max(0, before-longestDayTime):before]):
			end = before
		default:
			return end
		}
	}
}

var dayTime = regexp.MustCompile(`(?i)\b(?:evening|morning|afternoon|night)$`)

const longestDayTime = 16

// ofDate are the words that belong to a date they stand before.
var ofDate = wordSet(`the this
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
	llun mawrth mercher iau gwener sadwrn sul dydd nos
	evening morning afternoon night`)

func trimSpace(s string, end int) int {
	return len(strings.TrimRightFunc(s[:end], unicode.IsSpace))
}

// isSpaceAt reports whether white space stands before offset at.
func isSpaceAt(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsSpace(r)
}

// tense tells whether the words beside the date say that it is past or to come;
// neither where they say both or nothing.
func (c *clue) tense() (past, future bool) {
	ws := c.wordsBefore()
	beside := ws[max(0, len(ws)-6):]
	for i := len(ws); i < len(c.words) && len(beside) < 10; i++ {
		if w := c.words[i]; w.start >= c.d.end {
			beside = append(beside[:len(beside):len(beside)], w)
		}
	}
	for i, w := range beside {
		switch {
		case toBe[w.low]:
			future = true
		case wasDone[w.low] && (i == 0 || beside[i-1].low != "be"):
			past = true
		}
	}
	return past && !future, future && !past
}

var (
	toBe    = wordSet(`will would shall next due scheduled forthcoming upcoming meets arranged to`)
	wasDone = wordSet(`held met had was were considered approved agreed endorsed recommended resolved granted took heard noted`)
)

// nearest is the last body that is named before the date.
func (c *clue) nearest() (mention, bool) {
	for _, m := range slices.Backward(c.ms) {
		if m.end <= c.lead {
			return m, true
		}
	}
	return mention{}, false
}

// wordsBefore are the words that end before the date's lead, the last of them
// last.
func (c *clue) wordsBefore() []word {
	n := len(c.words)
	for n > 0 && c.words[n-1].end > c.lead {
		n--
	}
	return c.words[:n]
}
