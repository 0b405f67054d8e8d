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
	if w.low == "session" && notSession.MatchString(c.s[max(0, w.start-beside):w.start]) {
		return ruling{}
	}
	if w.low == "assembly" && !annual.MatchString(c.s[max(0, w.start-beside):w.start]) {
		return ruling{}
	}
	m := meetingBody(c.s, w.start, c.ms)
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

// isStranger reports whether the words before a body tell what happened to
// people or papers that is no meeting of it: "elected to the Council", "sent to
// the Committee".
func isStranger(before string) bool {
	low := strings.ToLower(strings.TrimRight(before, " "))
	for _, article := range []string{" the", " this"} {
		low = strings.TrimSuffix(low, article)
	}
	return slices.ContainsFunc(strangers, func(s string) bool {
		rest, ok := strings.CutSuffix(low, s)
		return ok && (rest == "" || strings.HasSuffix(rest, " "))
	})
}

var strangers = []string{"joined", "elected to", "elected on to", "elected onto", "co-opted to", "co-opted on to", "co-opted onto", "coopted to", "appointed to", "appointed on to", "appointed onto",
	"resigned from", "left", "retired from", "removed from", "stood down from", "wrote to", "written to", "write to", "writes to", "circulated to", "emailed", "e-mailed",
	"emailed to", "e-mailed to", "sent to", "applied to", "complained to", "moved to", "issued to", "issued by", "employed by", "charge by", "charged by", "letter to", "letter from", "on behalf of", "by order of", "work for", "works for"}

// somebodyOf reports whether the words before a council name somebody or
// something of it, "Mr Rowe of the County Council": what he did on a day was no
// meeting. Its decisions are.
func somebodyOf(before string) bool {
	return ofCouncil.MatchString(before) && !itsDecision.MatchString(before)
}

var (
	ofCouncil   = regexp.MustCompile(`(?i)\b(?:of|from|with|on|elections? for) (?:the )?$`)
	itsDecision = regexp.MustCompile(`(?i)\b(?:decisions?|resolutions?|votes?|motions?|recommendations?|approvals?|views?|minutes|agreement|meetings?|debates?|considerations?) (?:of|from) (?:the )?$`)
)

// did reports whether the words from a body to a date say that it dealt with
// something that day. A council is also an employer and a landlord, which
// receives letters and meets people: of it only what a meeting does is believed,
// and nothing where an Ombudsman speaks. A body's own minutes tell of this
// meeting, and a day in them is that of what was considered.
func did(c *clue, rest string, m mention) bool {
	deed, matter, ok := deedOf(rest)
	if !ok || otherDate(rest) || passive.MatchString(rest) || happened(rest) || auxiliary.MatchString(matter) {
		return false
	}
	own := c.own
	if organisation(m.name) && (own.finding || !councilDoes.MatchString(deed)) {
		return false
	}
	if own.date != "" && c.d.date > own.date && !toCome.MatchString(deed) {
		return false // what is past was not done on a day to come
	}
	return !own.minutes || !own.is(m.name) || strings.Contains(deed, " had ") || len(matter) <= 30
}

// deedOf parts the words from a body to a date, " considered the report on",
// into those up to what it did and those from there to the "on".
func deedOf(rest string) (deed, matter string, ok bool) {
	const farDeed, longMatter = 160, 120
	matter, ok = strings.CutSuffix(rest, " on")
	if !ok || strings.ContainsAny(matter, ".:;") {
		return "", "", false
	}
	for _, w := range split(matter) {
		if w.start > farDeed {
			break
		}
		if meetingDeeds[w.low] && w.end < len(matter)+1 && len(matter)-w.end <= longMatter {
			return matter[:w.end], matter[w.end:], true
		}
	}
	return "", "", false
}

// meetingDeeds are what bodies do at meetings.
var meetingDeeds = wordSet(`considered considers discussed noted approved agreed endorsed received resolved recommended heard met reviewed scrutinised debated
	determined decided adopted presented reported ratified confirmed referred deferred voted supported requested asked
	consider debate discuss taken take decide determine agree approve receive meet saw looked examined consulted`)

// organisation reports whether a body is a council as such, which does more
// than meet: not "Full Council", nor a committee.
func organisation(name string) bool {
	return lastWord(name) == "council" && !strings.HasPrefix(strings.ToLower(strings.TrimPrefix(name, "the ")), "full ")
}

// judges sit, hear and decide, but hold no meetings.
var judges = wordSet(`court tribunal`)

// happened reports whether the words from a body to a date tell of something
// else that happened on it: what the body heard ("noted that a notice had been
// served on"), what was done by others, what a decision was for.
func happened(rest string) bool {
	if toldOf.MatchString(strings.TrimPrefix(strings.TrimPrefix(rest, ", which"), " which")) || forLater.MatchString(rest) {
		return true
	}
	m := doneOn.FindStringSubmatch(rest)
	return m != nil && !deciding[strings.ToLower(m[1])]
}

// deciding are what is done at meetings to what is brought to them.
var deciding = wordSet(`considered discussed noted approved agreed endorsed received resolved recommended scrutinised debated determined decided adopted
	presented reported referred deferred reviewed consulted`)

// otherDate reports whether another date stands in the words: "2024", but not
// the years of a budget or a plan ("2021-25", "2025/26").
func otherDate(s string) bool {
	return strings.ContainsAny(s, "12") && aYear.MatchString(yearSpan.ReplaceAllString(s, ""))
}
