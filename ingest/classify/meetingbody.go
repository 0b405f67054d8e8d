package classify

import (
	"regexp"
	"strings"
)

// meetingBody is the body of the meeting whose word stands at offset at: "the
// Audit Committee meeting on", "meeting of the Cabinet", "the Committee, at
// its meeting on". An empty mention is a meeting of no stated body.
func meetingBody(s string, at int, ms []mention) mention {
	head := s[:at]
	if m, ok := jointMeeting(s, at, ms); ok {
		return m
	}
	if m, ok := parishMeeting(s, at); ok {
		return m
	}
	for _, m := range ms { // meeting of the X
		if m.start > at && m.end <= len(s) && ofBody.MatchString(s[at:m.start]) {
			return m
		}
	}
	if g := ofLower.FindStringSubmatch(s[at:]); g != nil { // meeting of the parish council
		return mention{name: g[1], full: true}
	}
	if g := ofName.FindStringSubmatch(s[at:]); g != nil { // meeting of the Wold Health Watch
		if name := properName(g[1]); name != "" {
			return mention{name: name, full: true}
		}
	}
	for i := len(ms) - 1; i >= 0; i-- { // X meeting
		m := ms[i]
		if m.end > at {
			continue
		}
		gap := head[m.end:]
		if adjacent.MatchString(gap) || heldBy(gap) && !anothers.MatchString(s[at:]) || possessed.MatchString(gap) {
			return m
		}
		break
	}
	for _, m := range ms { // a meeting between the Clerk and the X
		if m.start > at && m.full && between.MatchString(s[at:m.start]) {
			return m
		}
	}
	if its.MatchString(head) { // "the Chair of the Panel spoke of its meeting on"
		if c := chairOf.FindAllStringSubmatch(head, -1); c != nil {
			return mention{name: c[len(c)-1][1]}
		}
	}
	if g := lowerName.FindStringSubmatch(head[max(0, len(head)-80):]); g != nil { // the finance committee met
		return mention{name: g[1], full: true}
	}
	if g := smallGroup.FindStringSubmatch(head); g != nil { // a subgroup meeting
		return mention{name: g[1], full: true}
	}
	if general.MatchString(s[at:]) {
		if g := initialsBefore.FindStringSubmatch(head); g != nil && !noBody[g[1]] {
			return mention{name: g[1] + " AGM", full: true}
		}
		return mention{name: "AGM", full: true}
	}
	if g := initialsBefore.FindStringSubmatch(head); g != nil && !noBody[g[1]] { // the UWAP meeting
		return mention{name: g[1], full: true}
	}
	if g := capitalsBefore.FindStringSubmatch(head[max(0, len(head)-100):]); g != nil && isName(g[1]) { // the Police Liaison meeting
		return mention{name: g[1], full: true}
	}
	return mention{}
}

// parishMeeting is a meeting that is its own body, where its word stands at at:
// "the Annual Parish Meeting".
func parishMeeting(s string, at int) (mention, bool) {
	const around = 40
	from := max(0, at-around)
	for _, g := range ofParish.FindAllStringIndex(s[from:min(len(s), at+around)], -1) {
		if from+g[0] <= at && at < from+g[1] {
			return mention{start: from + g[0], end: from + g[1], name: s[from+g[0] : from+g[1]], full: true}, true
		}
	}
	return mention{}, false
}

// jointMeeting is the body of a meeting that two bodies held together, by the
// words that name both: "Joint Meeting of Cabinet and the Audit Committee".
func jointMeeting(s string, at int, ms []mention) (mention, bool) {
	joint := jointBefore.FindStringIndex(s[:at])
	if joint == nil {
		return mention{}, false
	}
	for i := 1; i < len(ms); i++ {
		one, two := ms[i-1], ms[i]
		if one.start > at && ofBody.MatchString(s[at:one.start]) && jointWith.MatchString(s[one.end:two.start]) {
			return mention{start: joint[0], end: two.end, name: s[joint[0]:two.end], full: true}, true
		}
	}
	return mention{}, false
}

var (
	jointBefore = regexp.MustCompile(`(?i)\bjoint $`)
	jointWith   = regexp.MustCompile(`^ (?:and|with) (?:the )?$`)
)

// heldBy reports whether the words from a body to "meeting" make it the body's:
// "considered it at its", "agreed at a". A meeting with an article is somebody
// else's where it stands in a clause of its own, or is what was told of.
func heldBy(gap string) bool {
	if !its.MatchString(gap) {
		return false
	}
	return itsOwn.MatchString(gap) || !told.MatchString(gap) && len(gap) < beside && !otherClause.MatchString(gap)
}

var (
	itsOwn      = regexp.MustCompile(`(?i)\b(?:its|their)(?: [\w-]+)* $`)
	otherClause = regexp.MustCompile(`(?i)\b(?:meetings?|which|that|who|whether|when)\b`)
	ofBody      = regexp.MustCompile(`(?i)^(?:meetings?|session|agm) (?:\(?no\.? ?\d+\)? )?(?:of|for) (?:the |this )?(?:full )?$`)
	chairOf     = regexp.MustCompile(`\b(?i:chair(?:man|person|woman)?) of (?:the |this )?((?:Sub-)?Committee|Panel|Board|Commission|Forum)\b`)
	adjacent    = regexp.MustCompile(`(?i)^(?:['’]s?)?(?: (?:(?:minutes|agenda|papers?)(?: of the)?|last|next|previous|annual|ordinary|special|virtual|budget|setting` +
		`|first|second|public|formal|informal|extraordinary|\([^)]*\)))* ?\(?$`)
	its = regexp.MustCompile(`(?i)\b(?:its|their|a|the|that|this|an)(?: (?:last|next|previous|first|second|final|annual|ordinary|special|extraordinary|recent|inaugural|own|budget|` + monthName + `))* $`)
	// told stands between who hears of a meeting and it: "updated the Council on the meeting"
	told     = regexp.MustCompile(`(?i)\b(?:on|about|regarding|concerning|of|from|following|after|before|since) (?:a|an|the|that|this)(?: [\w-]+)* $`)
	anothers = regexp.MustCompile(`^(?i:meetings?) (?:(?i:of|for) (?:the )?\p{Lu}|(?i:with|between|about|outside) )`)
	// between is what stands from "meeting" to those who are met.
	between    = regexp.MustCompile(`^(?i:meetings?) (?:[^.;]{0,80} )?between [^.;]{0,100}$|^(?i:meetings?) with (?:the )?$`)
	possessed  = regexp.MustCompile(`^[’']s? (?:[\w-]+ ){0,2}$`)
	smallGroup = regexp.MustCompile(`\b(?:(?:a|an|the|our|its) )?((?:sub-?group|working group|working party|steering group|task group|task and finish group))s? $`)

	// lowerName is a committee that the clerk writes in small letters.
	lowerName = regexp.MustCompile(`\b(?:the|our|a|its) ([a-z][\w’'&-]+(?: (?:and|&)? ?[a-z][\w’'&-]+)?? (?:sub-?committee|committee)|(?:parish|town|community) council)(?:['’]s)?(?: (?:had|has|have|also|last|next|then))* $`)
	// capitalsBefore are the words of a name without a body's noun.
	capitalsBefore = regexp.MustCompile(`\b(?:the|The|a|A) (?:(?:last|next|recent|latest|first) )?((?:\p{Lu}[\w’'&-]+ (?:(?:and|&|of) )?){1,4}\p{Lu}[\w’'&-]+) $`)
	ofLower        = regexp.MustCompile(`^(?i:meetings?) of (?:the |this )?((?:parish|town|community) council)\b`)
	// ofName is a meeting of somebody whose name ends in none of the nouns that
	// bodies' names end in.
	ofName = regexp.MustCompile(`^(?:[Mm]eetings?|MEETING|AGM) (?i:of) (?:the )?(\p{Lu}[\w’'&-]*(?: (?:\p{Lu}[\w’'&-]*|and|of|for|the|&))*)`)
	// ofParish is a meeting that is its own body: all a parish's electors.
	ofParish = regexp.MustCompile(`(?i)\b(annual (?:(?:parish|town|community|village) (?:meeting|assembly)|meeting of electors))\b`)
	// general is the annual general meeting of all members or electors: a body too.
	general = regexp.MustCompile(`^AGM\b`)
	// initialsBefore is a body that goes by its initials.
	initialsBefore = regexp.MustCompile(`\b(\p{Lu}{3,8}|[PTDBC]C)(?: (?:branch|area|district|committee|board|liaison|annual))? $`)
	noBody         = map[string]bool{"AGM": true, "EGM": true, "THE": true, "LAST": true, "NEXT": true, "PREVIOUS": true, "ANNUAL": true, "SPECIAL": true, "ORDINARY": true, "THIS": true,
		"DRAFT": true, "MINUTES": true, "TEAMS": true, "ZOOM": true, "PUBLIC": true, "PARISH": true, "COUNCIL": true, "GENERAL": true, "BUDGET": true, "VIRTUAL": true, "REMOTE": true, "FULL": true, "EACH": true, "THAT": true, "MONTHLY": true}
)

// notOfName end a name that goes on in capitals only because a heading does.
var notOfName = map[string]bool{"held": true, "on": true, "at": true, "in": true, "the": true, "and": true, "of": true, "for": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true,
	"friday": true, "saturday": true, "sunday": true, "minutes": true, "meeting": true, "january": true, "february": true, "march": true, "april": true, "may": true, "june": true,
	"july": true, "august": true, "september": true, "october": true, "november": true, "december": true, "members": true, "councillors": true, "officers": true, "chairs": true, "leaders": true}

// properName is a name in capitals without what follows it in a heading; ""
// where nothing is left, or only "the Members" met.
func properName(s string) string {
	words := strings.Fields(s)
	all := len(words)
	for i, w := range words {
		if low := strings.ToLower(w); low == "held" || low == "on" || low == "at" || strings.HasSuffix(low, "day") && notOfName[low] {
			words = words[:i]
			break
		}
	}
	for len(words) > 0 && notOfName[strings.ToLower(words[len(words)-1])] && (len(words) < 3 || joiners[strings.ToLower(words[len(words)-1])]) {
		words = words[:len(words)-1]
	}
	if len(words) == 1 && all > 1 && bodyNouns[strings.ToLower(words[0])] { // "Group Leaders"
		return ""
	}
	return strings.Join(words, " ")
}

// isName reports whether none of the words in capitals before "meeting" says
// only what sort of meeting it was: "Extraordinary General".
func isName(s string) bool {
	for _, w := range strings.Fields(s) {
		if low := strings.ToLower(w); notOfName[low] && !joiners[low] || openers[low] || noBody[strings.ToUpper(w)] || sortsOfMeeting[low] {
			return false
		}
	}
	return true
}

var sortsOfMeeting = map[string]bool{"extraordinary": true, "emergency": true, "additional": true, "special": true, "inaugural": true, "joint": true, "statutory": true, "annual": true, "mayor-making": true, "hybrid": true, "online": true, "village": true, "community": true}
