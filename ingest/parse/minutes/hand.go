package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/ukdate"
)

// A clerk parts titles from what is said after them in one way throughout a
// paper: with a colon, a stop, a dash, or by capitals. What a single line
// leaves open ("Motion on notice – renters. Moved by …") the others tell.

// hands are those ways: each gives the title and the rest of a line that is
// parted so.
var hands = []func(text string) (title, rest string, ok bool){capitalsThen, colonThen, stopThen, dashThen}

// inOneHand reads the titles of headings once more where nearly all of them
// run on into what is said, and nearly all in the same way.
func (p *paper) inOneHand(heads []candidate) []candidate {
	texts := make([]string, len(heads))
	open := 0
	for i, c := range heads {
		l := p.lines[c.line]
		if l.Kind == extract.Paragraph && !l.Bold && l.Lead == 0 || l.Kind == extract.Entry && !l.Bold && l.Lead == 0 {
			texts[i] = p.openText(c)
		}
		if texts[i] != "" {
			open++
		}
	}
	if open < 3 || open*5 < len(heads)*4 {
		return heads
	}
	for _, hand := range hands {
		n := 0
		for _, t := range texts {
			if title, rest, ok := hand(t); ok && titleInHand(title) && runsInHand(t, rest) {
				n++
			}
		}
		if n < 3 || n*5 < open*4 {
			continue
		}
		for i, t := range texts {
			if title, rest, ok := hand(t); ok && titleInHand(title) && runsInHand(t, rest) && title != heads[i].title {
				if first, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(first) {
					rest = t // the title opens the sentence itself
				}
				heads[i].title, heads[i].glued, heads[i].lines = ownReference.ReplaceAllString(title, ""), rest, 1
			}
		}
		return heads
	}
	return heads
}

// openText is the line of a heading without its number; "" where the number
// stands alone, or the heading is told by the agenda's mark.
func (p *paper) openText(c candidate) string {
	if c.number == "" || c.agenda != "" {
		return ""
	}
	text, row := cellsAsText(p.lines[c.line])
	if row != nil {
		return ""
	}
	at := strings.Index(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(c.number, " ", ""))
	if at < 0 || at > 12 {
		return ""
	}
	word := strings.Fields(c.title)
	if len(word) == 0 {
		return ""
	}
	if at = strings.Index(text, word[0]); at < 0 || at > 40 {
		return ""
	}
	return text[at:]
}

// titleInHand reports whether words parted off in a clerk's hand can be a
// title.
func titleInHand(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	n := utf8.RuneCountInString(s)
	return n >= 3 && n <= 100 && len(strings.Fields(s)) <= 16 && (!unicode.IsLower(first)) && !verbal.MatchString(s) && !sentenceInside.MatchString(s) && !hanging.MatchString(s) && !overUsual(s)
}

// runsInHand reports whether the rest of a line is something said, and no more
// of its title.
func runsInHand(text, rest string) bool {
	return strings.IndexFunc(rest, unicode.IsLetter) >= 0 &&
		(endsSentence(text) || utf8.RuneCountInString(text) > 110 || nothingWords.MatchString(rest) || happened.MatchString(rest) || verbal.MatchString(rest))
}

// overUsual reports whether a title goes on over a sign after words that are a
// title of their own: "Correspondence: Norfolk Link".
func overUsual(s string) bool {
	for _, sign := range []*regexp.Regexp{colonAfter, dashAfter} {
		if at := sign.FindStringIndex(s); at != nil && (presentLabel.MatchString(s) || usual(s[:at[0]]) && !subjectFollows.MatchString(s) && len(ukdate.Find(s[at[1]:])) == 0) {
			return true
		}
	}
	return false
}

// capitalsThen parts a title in capitals from a sentence.
func capitalsThen(text string) (title, rest string, ok bool) {
	words := strings.Fields(text)
	n := 0
	for n < len(words) && strings.IndexFunc(words[n], unicode.IsLower) < 0 {
		n++
	}
	for k := 1; k < n; k++ {
		if w := strings.TrimRight(words[k], ":"); decides.MatchString(w) || w != words[k] && label.MatchString(w) {
			n = k
		}
	}
	for n > 1 && (ofSentence.MatchString(words[n-1]) || strings.Trim(words[n-1], "–—-:") == "") && n < len(words) {
		n--
	}
	if n == 0 || n == len(words) {
		return "", "", false
	}
	title = strings.Join(words[:n], " ")
	return strings.TrimRight(title, " .:–—-"), strings.TrimLeft(strings.Join(words[n:], " "), " .:–—-"), capitals(title)
}

// ofSentence are words in capitals with which a sentence begins: an article,
// initials, the number of an application.
var ofSentence = regexp.MustCompile(`^(?:[A-Z]{1,2}|(?:[A-Z]\.){1,3}|[A-Z0-9]+(?:/[A-Z0-9]+){2,})$`)

// colonThen parts a title from what is said by a colon: the last of those
// between a few words.
func colonThen(text string) (title, rest string, ok bool) { return partedBy(text, colonAfter) }

// stopThen does it by a stop.
func stopThen(text string) (title, rest string, ok bool) {
	for _, at := range stopAfter.FindAllStringIndex(text, 3) {
		last := text[strings.LastIndexAny(text[:at[0]], " ")+1 : at[0]]
		if shortForm[last] || strings.Contains(last, ".") || len(last) < 3 && last == strings.ToUpper(last) && strings.IndexFunc(last, unicode.IsLetter) >= 0 {
			continue
		}
		return strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[1]:]), true
	}
	return "", "", false
}

// dashThen does it by a dash: the last of those between a few words.
func dashThen(text string) (title, rest string, ok bool) { return partedBy(text, dashAfter) }

var (
	colonAfter = regexp.MustCompile(`\s?:\s+`)
	stopAfter  = regexp.MustCompile(`\.\s+`)
	dashAfter  = regexp.MustCompile(`\s[-–—]\s+`)
)

// partedBy parts text at a sign. A title may have the sign within it: it goes
// on to the next where a few words that tell nothing stand between the two.
func partedBy(text string, sign *regexp.Regexp) (title, rest string, ok bool) {
	at := sign.FindAllStringIndex(text, 3)
	if len(at) == 0 {
		return "", "", false
	}
	k := 0
	for k+1 < len(at) {
		between := text[at[k][1]:at[k+1][0]]
		if overUsual(text[:at[k+1][0]]) || len(strings.Fields(between)) > 6 || strings.ContainsAny(between, ".,;") || verbal.MatchString(" "+between+" ") || decides.MatchString(between) || happened.MatchString(between) || label.MatchString(between) {
			break
		}
		k++
	}
	return strings.TrimSpace(text[:at[k][0]]), strings.TrimSpace(text[at[k][1]:]), true
}

// label is a word before a colon that says what follows it is.
var label = regexp.MustCompile(`^(?:(?i:decision|minutes?|agenda|action|present|in attendance|note|motion|cllrs?|councillors?)|[A-Z]{2,4})$`)
