package classify

import (
	"regexp"
	"slices"
	"strings"
)

// What a body does on a day, and what is done to it or by others.

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

// eventHeld reports whether what was held is an event for a body, and not its
// meeting: "a workshop for the Board was held".
func eventHeld(before, rest string) bool {
	if !heldForm.MatchString(rest) {
		return false
	}
	return slices.ContainsFunc(split(before[strings.LastIndexAny(before, ".;:")+1:]), func(w word) bool { return otherEvents[w.low] })
}

// doneBy reports whether something was done by a council that is not decided at
// a meeting: "run by the District Council". What is done by "Council" without
// an article is.
func doneBy(before string, m mention) bool {
	g := anyBy.FindStringSubmatch(before)
	return g != nil && (g[1] != "" || m.name != "Council") && !decidedBy.MatchString(before)
}

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
	consider debate discuss taken take decide determine agree approve receive meet saw looked examined consulted refused granted rejected`)

// thenDid reports whether a body does something straight after its name:
// ", had then formally agreed".
func thenDid(rest string) bool {
	const longest = 80
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "’s"), "'s")
	for i, w := range split(rest[:min(len(rest), longest)]) {
		switch {
		case meetingDeeds[w.low] || w.low == "adopt" || w.low == "endorse" || w.low == "note":
			return true
		case i > 4 || !beforeDeed[w.low] || strings.ContainsAny(w.text, ".;:"):
			return false
		}
	}
	return false
}

// beforeDeed may stand between a body and what it does.
var beforeDeed = wordSet(`also then had has formally unanimously further subsequently will would is are to being was were recommended`)

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
