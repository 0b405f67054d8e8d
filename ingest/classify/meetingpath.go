package classify

import (
	"regexp"
	"slices"
	"strings"
)

// The ways that walk back over the words before a date. What may stand between
// it and the word that it belongs to are tables here, for as one pattern they
// would be long, and slow on every date.

// onTheWay are the words that may stand between a meeting and its day.
var onTheWay = wordSet(`which that was were is are had has will would to be been being due have took take takes taking place taken
	of for held on in at from the this next and again also both first second date dated day
	virtually remotely online jointly informally provisionally originally only just
	scheduled arranged set called convened planned booked fixed proposed rescheduled reconvened postponed adjourned
	no number via by zoom teams school hall library venue time commencing starting
	a.m p.m am pm noon hrs o’clock last previous
	parish town community district county borough city council committee cabinet panel board forum annual full ordinary special extraordinary open public`)

// notOnTheWay are capitals that are no name on the way from a meeting to a day.
var notOnTheWay = wordSet(`cllr cllrs councillor councillors mr mrs ms dr letter report email clerk`)

// isMeeting are the words that a meeting goes by.
var isMeeting = wordSet(`meeting meetings agm egm session met sitting assembly meeting’s meeting's`)

// longestWay is how many words are walked over from a date back to its meeting.
const longestWay = 20

// meetingOn finds the word for a meeting that stands before a date with nothing
// between but what names the body, the place or the hour.
func meetingOn(c *clue) ruling {
	ws := c.wordsBefore()
	if !endsOnDay(c, ws) {
		return ruling{}
	}
	for j := len(ws) - 1; j >= max(0, len(ws)-longestWay); j-- {
		w := ws[j]
		if isMeeting[w.low] && (j < len(ws)-1 || !strings.ContainsAny(w.text, ".;")) {
			return metOn(c, w)
		}
		if open := opens(ws, j); open < j {
			j = open
			continue
		}
		if strings.HasSuffix(w.text, ";") || strings.HasSuffix(w.text, ".") && len(w.low) > 3 && !onTheWay[w.low] {
			return ruling{}
		}
		if !onTheWay[w.low] && (notOnTheWay[w.low] || !capital(w.text)) && !hour.MatchString(w.text) && strings.ContainsFunc(w.low, isWordRune) {
			return ruling{}
		}
		if w.low == "that" && j+1 < len(ws) && !isVerbOfHolding(ws[j+1].low) && ws[j+1].low != "of" { // "at the last meeting that a tea would be held on"
			return ruling{}
		}
	}
	return ruling{}
}

// metOn is the ruling on the meeting whose word is w.
func metOn(c *clue, w word) ruling {
	if w.low == "session" && c.wordBefore(w, otherSessions) {
		return ruling{}
	}
	if w.low == "assembly" && !annual.MatchString(c.s[max(0, w.start-beside):w.start]) {
		return ruling{} // of a school
	}
	m := meetingBody(c.s, w.start, c.ms)
	if before, ok := c.nearest(); ok && w.low == "sitting" && m.name == "" && c.s[before.end:max(before.end, w.start)] == ", " {
		m = before // "the Joint Committee, sitting on"
	}
	if c.last > w.end { // "meetings of the Board (16 May) and of the Forum ("
		if g := andOf.FindStringSubmatch(c.s[c.last:c.lead]); g != nil {
			m = mention{name: g[1], full: true}
		}
	}
	if w.low == "met" && m.name == "" { // members who met at a corner held no meeting
		return ruling{}
	}
	return of(m)
}

// otherSessions stand before "session" where no body sits.
var otherSessions = wordSet(`training drop-in information engagement briefing consultation taster induction learning workshop coaching therapy exercise play
	advice photo listening feedback development practice question answer q&a awareness evidence support school morning afternoon evening in`)

// wordBefore reports whether the word before w, or that without its plural, is
// of a set.
func (c *clue) wordBefore(w word, set map[string]bool) bool {
	for i, o := range c.words {
		if o.start == w.start {
			return i > 0 && (set[c.words[i-1].low] || set[strings.TrimSuffix(c.words[i-1].low, "s")])
		}
	}
	return false
}

func isVerbOfHolding(w string) bool {
	return w == "was" || w == "were" || w == "is" || w == "had" || w == "has" || w == "will" || w == "would" || w == "took" || w == "takes"
}

var (
	andOf  = regexp.MustCompile(`\b(?:of|and) (?:the )?(\p{Lu}[\w’'&-]*(?: (?:(?:and|of the|of|for|&|the) )?\p{Lu}[\w’'&-]*)*),?(?: held| on| of)* ?\(?$`)
	hour   = regexp.MustCompile(`^\(?\d{1,2}(?:[.:]\d\d)?(?:am|pm|hrs)?[,.)]*$`)
	annual = regexp.MustCompile(`(?i)\bannual (?:\w+ )?$`)
)

func isWordRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
}

// opens is the word where the brackets begin that ws[j] closes, or j.
func opens(ws []word, j int) int {
	if !strings.HasSuffix(strings.TrimRight(ws[j].text, ",.:;"), ")") {
		return j
	}
	for k := j; k >= max(0, j-10); k-- {
		if strings.HasPrefix(ws[k].text, "(") {
			return k
		}
	}
	return j
}

// endsOnDay reports whether what stands last before a date leads to one: a
// preposition, the verb of a meeting, its own word, a comma, a bracket or a dash.
func endsOnDay(c *clue, ws []word) bool {
	return len(ws) > 0 && (leadsToDay[ws[len(ws)-1].low] || isMeeting[ws[len(ws)-1].low] || onDay.MatchString(c.before))
}

var leadsToDay = wordSet(`on of for from dated at in was is were are be held`)

var onDay = regexp.MustCompile(`(?:[,:(|)]|[-–—])$|[.:]\d\d ?[ap]\.?m\.?$|\d ?[ap]m$`)

// meetingArranged finds a meeting that was arranged for, or held on, a day, or
// that was with somebody on it, and in between what it was about: "a meeting to
// discuss the bridge with the engineer was arranged for".
func meetingArranged(c *clue) ruling {
	ws := c.wordsBefore()
	n := len(ws) - 1
	if n < 0 || ws[n].low != "on" && ws[n].low != "for" {
		return ruling{}
	}
	held := slices.ContainsFunc(ws[max(0, n-3):n], func(w word) bool { return arranged[w.low] })
	for j := n - 1; j >= max(0, n-2*longestWay); j-- {
		switch w := ws[j]; {
		case (w.low == "meeting" || w.low == "meetings") && (held || withWhom[ws[j+1].low]):
			return metOn(c, w)
		case (w.low == "that" || w.low == "which") && isVerbOfHolding(ws[j+1].low): // "that had been held on"
		case otherEvents[w.low], tells[w.low], opensClause[w.low], strings.HasSuffix(w.text, ";"), strings.HasSuffix(w.text, ".") && len(w.low) > 3:
			return ruling{}
		}
	}
	return ruling{}
}

// withWhom leads from a meeting to those who were met.
var withWhom = wordSet(`with between`)

// arranged are what is done with a meeting for a day.
var arranged = wordSet(`held arranged scheduled called convened planned fixed set booked place rescheduled reconvened organised agreed confirmed`)

// otherEvents have days of their own.
var otherEvents = wordSet(`event events fete fair fayre tea party parade concert show training visit visits workshop workshops consultation exhibition inspection
	election elections by-election survey surveys works ceremony service drop-in surgery briefing briefings seminar course hearing inquiry referendum
	demonstration litter-pick pick closure deadline festival celebration celebrations lunch dinner supper quiz interviews conference display open`)

// tells are what a meeting does: what follows is not its day but of what it heard.
var tells = wordSet(`noted agreed heard told reported discussed considered asked felt resolved thanked approved said explained advised stated decided confirmed
	announced suggested proposed that which who following after before since until`)

// opensClause begins what is told of something else.
var opensClause = wordSet(`but when where while whilst because if`)

// otherThing finds the words beside a date that make it something else's: "the
// report published on", "a letter dated".
func otherThing(c *clue) ruling {
	ws := c.wordsBefore()
	j := len(ws) - 1
	for j >= 0 && len(ws)-j <= 6 && small[ws[j].low] && !otherDays[ws[j].low] {
		j--
	}
	if j < 0 {
		return ruling{}
	}
	if otherDays[ws[j].low] || j > 0 && otherPairs[ws[j-1].low+" "+ws[j].low] || slices.ContainsFunc(otherStems, func(stem string) bool { return strings.HasPrefix(ws[j].low, stem) }) {
		if strings.ContainsAny(ws[j].text[max(0, len(ws[j].text)-2):], ";") {
			return ruling{}
		}
		return ruling{is: noMeeting}
	}
	return ruling{}
}

// small are the words that may stand between another thing and its day.
var small = wordSet(`on of the at in from or and to by it about was were dated`)

// otherDays are the words whose day is no meeting's, where nothing but small
// words stands between.
var otherDays = wordSet(`published issued dated received submitted launched launch posted circulated letter letters email e-mail emails
	since until till end ends ended ending due effect force born died signed sent by before after deadline consultation effective
	appointed joined left between from act census government parliament hearing tribunal court served publication built erected granted
	lodged paid made election elections works emailed e-mailed written wrote delivered installed`)

// otherStems begin such words.
var otherStems = []string{"commenc", "start", "clos", "expir", "open", "complet", "inspect", "visit", "retire", "announce", "minist"}

// otherPairs are such words in twos.
var otherPairs = wordPairs(`report of, reports of, as at`)

func wordPairs(list string) map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.Split(list, ",") {
		set[strings.TrimSpace(p)] = true
	}
	return set
}
