package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
)

// What tells that a date is a meeting's. Forms that end in $ look at the words
// before the date, those that begin with ^ at the words after it or between a
// body and it.
const (
	onDay     = `(?:,? (?:on|of|for|from|dated|at|in|was|is|were|are|will be|would be|be|to be)(?: the)?|,| [-–—:]|:| ?\(| \||\|)?\s*` + weekDay + `(?:the )?$`
	weekDay   = `(?:(?i:mon|tue?s?|wed(?:nes|s)?|thu?r?s?|fri|sat(?:ur)?|sun)(?i:day)?\.?,? )?`
	monthName = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	bodyDeeds = `considered|considers|discussed|noted|approved|agreed|endorsed|received|resolved|recommended|heard|met|reviewed|scrutinised|debated|determined|decided|adopted|presented|reported|ratified|confirmed|referred|deferred|voted|supported|requested|asked|consider|debate|discuss|taken|take|decide|determine|agree|approve|receive|meet`
)

var (
	// "meeting(s) held on", "meeting of the Cabinet on", "met on"; between the
	// word and the date only what names the body, the place or the hour.
	meetingOn = regexp.MustCompile(`(?i)\b(?:meetings?|agm|egm|session|met|sitting)\b,?((?: (?:(?:which|that) (?:was|were|is|are|had|has|will|would|took|takes)|of|for|held|was|were|is|are|to be|will be|would be|will|would|be|due|had|been|scheduled|took place|take place|taking place|place|next|the|in|at|on|and|again|also|virtually|remotely|no\.? ?\d+|date)\b| (?:which|that) | [A-Z][\w’'&,-]*| \([^)]*\)| \d{1,2}[.:]\d\d ?(?:am|pm)?,?| school,?| hall,?| library,?| online,?| [-–—]){0,16}?)` + onDay)
	// whatHappens opens a clause of something else between a meeting and a date:
	// "at the last meeting that a tea would be held on 8 December".
	whatHappens = regexp.MustCompile(`(?i)\b(?:that|which) (?:the|a|an|it|this|these|there|he|she|they|we|all|no|(?-i:[A-Z]\w+)) |\b(?:following|after|before|since|until|ahead of)\b`)
	// notSession stand before "session" where no body sits.
	notSession = regexp.MustCompile(`(?i)\b(?:training|drop-?in|drop in|information|engagement|briefing|consultation|taster|induction|learning|workshop|coaching|therapy|exercise|play|advice|photo|listening|feedback|development|practice|question(?: and answer)?|q ?& ?a|awareness|evidence|support|school|morning|afternoon|evening)s? $`)
	// "the minutes of 6 September": minutes are a meeting's
	minutesOf = regexp.MustCompile(`(?i)(?:^|[^\d\w])\b(?:minutes|notes of the meeting|action (?:log|points|notes|list))(?: of| for| from| dated|,| [-–—:]|:)? \(?(?:the )?` + weekDay + `(?:the )?$`)
	// "the minutes of the Committee dated 8 February", "the decision of the Panel dated"
	datedOf     = regexp.MustCompile(`(?i)\b(?:minutes|decisions?|resolutions?|meetings?|recommendations?) (?:of|for) ((?:the |this )?[^.;:]{3,80}?) dated (?:the )?` + weekDay + `(?:the )?$`)
	minutesWord = regexp.MustCompile(`(?i)\b(?:minutes|meetings?)\b`)
	// ownMinutes stands from a body to the day of its minutes
	ownMinutes = regexp.MustCompile(`(?i)^(?:['’]s)?(?: [-–—:]|,)? ?(?:draft )?(?:minutes|notes|action)\b[^.;]{0,30}$`)
	// "minutes of sub-committee hearings held on 4, 11 and 25 September"
	hearingsOn = regexp.MustCompile(`(?i)\bminutes of [^.;]{0,60}\bhearings?(?: held)?(?: on)? (?:the )?` + weekDay + `$`)
	// "(minute 47, 12 October 2021)"
	minuteOn = regexp.MustCompile(`(?i)\b(?:minute|min\.?)(?: no\.?| number)? ?[A-Z]{0,4}\d[\w/.-]*,? (?:[-–—] )?\(?(?:of (?:the )?(?:meeting (?:of|on|held on) )?|on |dated )?(?:the )?` + weekDay + `$`)
	// "on 8 February 2024 (minute 58)"
	thenMinute = regexp.MustCompile(`^,? ?[(\[–-]?\s?(?:[Mm]inute|[Mm]in\.?)(?: [Nn]o\.?| [Nn]umber)? ?[A-Z]{0,4}\.?\d`)
	minuteDay  = regexp.MustCompile(`(?i)(?:^\W*|\b(?:on|of|at|dated) (?:the )?|[,(–-] ?)` + weekDay + `(?:the )?$`)
	// "the item was deferred to 8 March": what is put off is put off to a meeting
	putOff = regexp.MustCompile(`(?i)\b(?:item|items|application|applications|matter|matters|report|consideration|decision|question|motion|discussion|hearing)\b[^.;]{0,80}\b(?:deferred|put off|adjourned|postponed|held over|left over|stood over|carried over|put back)(?: [\w’'-]+){0,4}? (?:to|until|till) (?:the )?` + weekDay + `(?:the )?$`)
	// "resolved to stand the application over to 14 February"
	stoodOver = regexp.MustCompile(`(?i)\b(?:stand|put|hold|carry|leave|left|stood|defer|adjourn|postpone|bring|take)(?: consideration of| a decision on)? (?:the |this |that |its )?(?:item|application|matter|report|consideration|decision|question|motion|discussion|hearing)s?(?: over| off| back)? (?:to|until|till) (?:the )?` + weekDay + `(?:the )?$`)
	// "the item had been deferred from 8 February", "Carried forward to 9 April"
	putFrom = regexp.MustCompile(`(?i)(?:\b(?:item|application|matter|report|consideration|decision|question|motion|discussion|hearing)s?\b[^.;]{0,60}|^\W*)\b(?:deferred|adjourned|held over|left over|stood over|carried (?:over|forward)) (?:from|to|until|till) (?:the )?` + weekDay + `(?:the )?$`)
	// "the item to be on the agenda for 9 April"
	agendaFor = regexp.MustCompile(`(?i)\b(?:on|to|onto|in) (?:the |an? |its |our )?(?:next )?agenda (?:of|for|on) (?:the )?(?:meeting (?:of|on) )?(?:the )?` + weekDay + `(?:the )?$`)
	// "the next VPAP is on"
	nextOf = regexp.MustCompile(`\b(?:[Nn]ext|[Ll]ast) (\p{Lu}{3,8}) (?:is|was|will be|would be)(?: to be)?(?: held)?(?: on)? (?:the )?` + weekDay + `(?:the )?$`)
	// "the meeting set for 4 July be moved to 11 July"
	moved = regexp.MustCompile(`(?i)\bmeetings?\b[^.;]{0,80}\b(?:moved|changed|rescheduled|re-?arranged|adjourned|postponed|put back|brought forward)(?: from [^.;]{3,40}?)? (?:to|until|till) (?:the )?` + weekDay + `(?:the )?$`)
	// "a further report on 6 December": a report comes to a meeting
	reportOn = regexp.MustCompile(`(?i)\b(?:(?:further|another|progress|update|updated) reports?|reports? back)(?: (?:be |to be )?(?:brought|presented|submitted|made))?(?: (?:back|to (?:the |this )?(?:committee|panel|board|council|cabinet)))? on (?:the )?` + weekDay + `(?:the )?$`)
	// "the motion passed on 7 December"
	carriedOn = regexp.MustCompile(`(?i)\b(?:motions?|resolutions?|amendments?) (?:that was |which was |was |were )?(?:passed|carried|adopted|lost|debated|moved)(?: unanimously)? on (?:the )?` + weekDay + `(?:the )?$`)
	// "at its next meeting, on"
	nextOn = regexp.MustCompile(`(?i)\b(?:next|following|subsequent) (?:[\w’'-]+ ){0,3}meetings?\b[^.]{0,60}` + onDay)
	// "the dates of future meetings as", "meeting dates for 2024:"
	datesOf = regexp.MustCompile(`(?i)\b(?:meeting dates?|dates? (?:of|for) (?:the |our |its |all )?(?:[\p{L}’'-]+ ){0,3}meetings?|(?:schedule|calendar|timetable|programme|list) of (?:[\p{L}’'-]+ ){0,3}meetings?)\b[^.;\d]{0,60}(?:(?:for|in|to|of) (?:the )?(?:[\p{L}]+ )*20\d\d(?: ?[-/–] ?\d{2,4})?)?[^.;\d]{0,30}$`)
	// "it was agreed to meet again on"
	toMeet = regexp.MustCompile(`(?i)\b(?:(?:agreed|resolved|decided|arranged|hoped|planned) to (?:re)?(?:meet|convene)|(?:would|will|to|next) (?:meet|convene) (?:again|next)|(?:meet|reconvene) again)(?: (?:virtually|online|informally|next|again))?` + onDay)
	// "the finance committee will meet on", in small letters
	lowerMeets = regexp.MustCompile(`\b(?i:the|our|a|its) ([a-z][\w’'&-]+(?: (?:and |& )?[a-z][\w’'&-]+)?? (?:sub-?committee|committee|working group|working party|steering group|sub-?group))(?i:(?: (?:will|would|is to|are to|is due to|was due to|next|also|had|has))* (?:meets?|met)(?: again| next)?` + onDay + `)`)
	// "23 April was agreed for the Annual Parish Meeting"
	forMeeting = regexp.MustCompile(`^ (?:(?:was|is|has been|had been|be|being|were) )?(?:(?:agreed|set|fixed|confirmed|proposed|arranged|booked|suggested|scheduled|given|chosen) )?(?:for|as the date (?:of|for)|to be the date (?:of|for)) (?:the |a |an |our |its )?(?:[\p{L}’'&-]+ ){0,5}(?:[Mm]eeting|AGM)\b`)
	// a body straight before: "Cabinet on", "Panel held on", "Cabinet,", "Committee minutes of", "Council –"
	bodyOn = regexp.MustCompile(`(?i)^(?:['’]s)?(?: minutes| meetings?| agendas?| papers| approval| (?:budget|ordinary|special|annual)?(?: setting)? ?meeting| \([^)]*\)|,? \(?(?:minute|min\.?)(?: no\.?)? [\w/.-]+,?)?(?: held| met| sat| on its meeting| is| will be| would be| is to be| in ` + monthName + `(?: \d{4})?| \((?:held|meetings?|met)(?: held| on| of)?)?` + onDay)
	// a body and when it meets: "will next meet on", "will consider it when it meets on"
	meets = regexp.MustCompile(`(?i)^(?:['’]s)?(?: [^.;:]{0,120}?\b(?:when|before|until|as|that) (?:it|they|the committee))?(?:,? (?:will|would|is|was|are|were|due|had|has|next|last|also|again|first|to|then|both|itself|previously)){0,4} (?:meets?|met|sits?|sat|convenes?|convened|reconvenes?|reconvened)(?: (?:again|next|last|virtually|in \w+|twice|both))?` + onDay)
	// "the Committee will on 4 May consider", "the Board, on 4 May, agreed"
	midway = regexp.MustCompile(`(?i)^(?:['’]s)?,?(?: (?:will|would|had|has|have|is to|also|then))*,? on (?:the )?` + weekDay + `$`)
	// what happened to people or papers that is no meeting of the body named
	strangers = regexp.MustCompile(`(?i)\b(?:joined|elected (?:to|on to|onto)|co-?opted (?:to|on to|onto)|appointed (?:to|on to|onto)|resigned from|left|retired from|removed from|stood down from|wrote to|written to|writes? to|circulated to|e-?mailed(?: to)?|sent to|applied to|complained to|moved to|issued (?:to|by)|employed by|charge(?:d)? by) (?:the |this )?$`)
	// what a council did to others from a day on
	tookEffect = regexp.MustCompile(`(?i)^(?: from\b|, ?on\b)`)
	// "the Cabinet decision of", "the Committee's resolution on"
	decisionOf = regexp.MustCompile(`(?i)^(?:['’]s)? (?:decision|resolution|recommendations?|report|paper|debate|agreement)\b[^.;:]{0,120}? (?:on|of|dated|from) (?:the )?` + weekDay + `(?:the )?$`)
	// a body that did something: "considered it … on"
	didOn = regexp.MustCompile(`(?i)^(?:['’]s)?(?:,)? [^.;:]{0,160}?\b(?:` + bodyDeeds + `)\b([^.;:]{0,120}?) on (?:the )?` + weekDay + `(?:the )?$`)
	// "considered by the Cabinet on" is bodyOn. Not a meeting:
	notMeeting = regexp.MustCompile(`(?i)\b(?:published|issued|dated|received|submitted|launched|launch|posted|circulated|letter|letters|email|e-mail|since|until|till|commenc\w*|start\w*|clos\w*|ends?|ended|ending|due|expir\w*|effect|force|born|died|signed|sent|by|before|after|deadline|consultation|effective|open\w*|complet\w*|inspect\w*|visit\w*|elections?|appointed|joined|left|retire\w*|announce\w*|between|from|report(?:s)? of|as at|act|census|minist\w+|government|parliament|hearing|tribunal|court|served|publication|built|erected|granted|lodged|paid|made)\b(?: (?:on|of|the|at|in|from|or|and|to|by|it|about|was|were|dated))*\s*` + weekDay + `$`)
	// law of the European Union: "Directive … of the European Parliament and of the Council of 19 November 2008"
	foreignLaw = regexp.MustCompile(`(?i)\b(?:directive|regulation|decision)\b[^.;]{0,80}\b(?:european parliament|of the council)\b`)
)

// The date first: "On 17 August 2023, Cabinet agreed", "the 20 February
// meeting", "12 June – Audit Committee".
var (
	onFirst = regexp.MustCompile(`(?i)\bon (?:the )?` + weekDay + `(?:the )?$`)
	// what a body did, straight after its name
	thenDid = regexp.MustCompile(`(?i)^(?:['’]s)?,? ?(?:(?:also|then|had|has|formally|unanimously|further|subsequently|will|would|is to|are to|was asked to|were asked to|was recommended to|is being asked to) ){0,3}(?:` + bodyDeeds + `|adopt|endorse|note)\b`)
	// "a paper was taken to", "it was approved by"
	wasTaken = regexp.MustCompile(`(?i)\b(?:was|were|been|is|are|be|went|goes|go|came|will be) ?(?:(?:also|then|formally|subsequently|unanimously|due to be|to be|first|again) ){0,2}(?:considered|discussed|presented|reported|taken|submitted|approved|agreed|adopted|endorsed|debated|referred|brought|determined|noted|scrutinised|heard|made|put|ratified)?\b[^.;:,]{0,60}?\b(?:to|by|before|at)(?: the| a| full| meeting of| a meeting of| meeting of the){0,3} $`)
	// "the 20 February 2024 meeting", "the 7 November MPC meeting"
	dayMeeting = regexp.MustCompile(`^(?:['’]s)? (?:(?:ordinary|special|extraordinary|annual|public|budget|last|full|joint|virtual|informal|(?:\p{Lu}[\w’'&-]*,?|and|of|the|&)) ){0,9}(?:[Mm]eetings?|[Mm]inutes|AGM)\b`)
	// "the 6 December Planning Committee"
	dayBody = regexp.MustCompile(`^(?:['’]s)? (?:(?:\p{Lu}[\w’'&-]*,?|and|of|&|full|committee|cabinet) ){0,8}(?:[Cc]ommittee|[Cc]abinet|[Pp]anel|[Bb]oard|Council)\b`)
	// what follows a body's name where something of its is meant: "the 6 December Council newsletter"
	itsThing  = regexp.MustCompile(`^ (?:newsletter|elections?|by-election|tax|press|letter|officer|member|decision|deadline)`)
	theDay    = regexp.MustCompile(`(?i)(?:^|\b(?:the|at|our|its|from|of|for|this|to|in) (?:the )?)` + weekDay + `$`)
	theBefore = regexp.MustCompile(`(?i)\b(?:the|our|its) ` + weekDay + `$`)
	// "12 June 2024 – Cabinet", "| 12 June 2024 | Cabinet |", in lists and tables
	thenBody = regexp.MustCompile(`^\s*(?:[-–—:|]|,? at)\s*(?:the )?$`)
	bodyEnds = regexp.MustCompile(`^\s*(?:$|[.,;|)(]|\s[-–—|])`)
)

// meetingBefore decides whether d is the day of a meeting and of whose.
func meetingBefore(s string, d dated, ms []mention, found []archive.MeetingRef, own owner) (mention, bool) {
	from := max(0, d.start-reach)
	for from > 0 && from < d.start && s[from-1] != ' ' {
		from++
	}
	before := s[from:d.start]
	low := strings.ToLower(before)
	has := func(words ...string) bool { // a quick look, for the forms are slow
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(low, w) })
	}
	if d.after >= 0 { // "on 19 December 2024 and 9 January 2025": as the first
		for i := len(found) - 1; i >= 0; i-- {
			if found[i].Quote == s {
				return mention{name: found[i].Body, full: true}, true
			}
		}
	}
	if has("parliament", "of the council") && foreignLaw.MatchString(before) {
		return mention{}, false
	}
	if m, ok := agentBefore(s, d.start, ms); ok {
		return m, true
	}
	if has("agenda") && agendaFor.MatchString(before) {
		return mention{}, true
	}
	if has("next ", "last ") {
		if g := nextOf.FindStringSubmatch(before); g != nil && !noBody[g[1]] {
			return mention{name: g[1], full: true}, true
		}
	}
	if has(" to ", "until ", "till ", " from ") && (putOff.MatchString(before) || stoodOver.MatchString(before) || putFrom.MatchString(before) || moved.MatchString(before)) {
		return mention{}, true
	}
	if has("report", "motion", "resolution", "amendment") && (reportOn.MatchString(before) || carriedOn.MatchString(before)) {
		return mention{}, true
	}
	if has("hearing") && hearingsOn.MatchString(before) {
		return mention{}, true
	}
	if m, ok := dayThenMeeting(s, d, ms); ok {
		return m, true
	}
	if has("minutes", "notes", "action") && minutesOf.MatchString(before) {
		return whoseMinutes(s, d, ms), true
	}
	if has("dated") {
		if m, ok := datedMeeting(before, from, d, ms); ok {
			return m, true
		}
	}
	if notMeeting.MatchString(before[len(before)-min(len(before), beside):]) {
		return mention{}, false
	}
	if at := findIf(has("meeting", "agm", "egm", "session", "met", "sitting"), meetingOn, before); at != nil && !whatHappens.MatchString(before[at[0]:]) && !isSession(before, at[0]) {
		m := meetingBody(s, from+at[0], ms)
		met := strings.EqualFold(before[at[0]:min(len(before), at[0]+3)], "met")
		if !met || m.name != "" { // members who met at a corner held no meeting
			return m, true
		}
	}
	if has("meet", "met") {
		if g := lowerMeets.FindStringSubmatch(before); g != nil {
			return mention{name: g[1], full: true}, true
		}
	}
	if has("meet", "conven") && (nextOn.MatchString(before) || toMeet.MatchString(before)) {
		return mention{}, true
	}
	if at := findIf(has("meeting"), datesOf, before); at != nil {
		return meetingBody(s, from+at[0]+strings.LastIndex(strings.ToLower(before[at[0]:]), "meeting"), ms), true
	}
	if at := forMeeting.FindStringIndex(s[d.end:]); at != nil {
		return meetingBody(s, d.end+strings.LastIndexByte(s[d.end:d.end+at[1]], ' ')+1, ms), true
	}
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		if m.end > d.start {
			continue
		}
		rest := s[m.end:d.start]
		if judges[lastWord(m.name)] || strangers.MatchString(s[max(0, m.start-reach):m.start]) {
			break
		}
		if bodyOn.MatchString(rest) && (!organisation(m.name) || !tookEffect.MatchString(rest) || councilDid.MatchString(s[d.end:])) {
			return m, true
		}
		if meets.MatchString(rest) || midway.MatchString(rest) && thenDid.MatchString(s[d.end:]) {
			return m, true
		}
		if !organisation(m.name) && decisionOf.MatchString(rest) && !otherDate(rest) && !happened(rest) {
			return m, true
		}
		if did(rest, m, d, own) {
			return m, true
		}
		break
	}
	// The subject may stand before another body: "the Cabinet agreed with the
	// Board on …" belongs to neither for sure.
	if has("min") && minuteOn.MatchString(before) || thenMinute.MatchString(s[d.end:]) && minuteDay.MatchString(before) {
		return mention{}, true
	}
	return dateFirst(s, d, ms)
}

// reach is how many bytes before a date are looked at for the word that makes
// it a meeting's. The forms above bridge some 200.
const reach = 400

// beside is how many of them are looked at for a word that makes it none.
const beside = 120

func findIf(worth bool, form *regexp.Regexp, s string) []int {
	if !worth {
		return nil
	}
	return form.FindStringIndex(s)
}

// datedMeeting finds "the minutes of the Committee dated" and whose they are;
// before begins at offset from.
func datedMeeting(before string, from int, d dated, ms []mention) (mention, bool) {
	g := datedOf.FindStringSubmatchIndex(before)
	if g == nil {
		return mention{}, false
	}
	if m, ok := within(ms, from+g[2], d.start); ok && !organisation(m.name) {
		return m, true
	}
	return mention{}, minutesWord.MatchString(before[g[0]:g[1]])
}

// judges sit, hear and decide, but hold no meetings.
var judges = map[string]bool{"court": true, "tribunal": true}

// within is the last body that is named between from and to.
func within(ms []mention, from, to int) (mention, bool) {
	for i := len(ms) - 1; i >= 0; i-- {
		if ms[i].start >= from && ms[i].end <= to {
			return ms[i], true
		}
	}
	return mention{}, false
}

// whoseMinutes is the body that stands straight before minutes of a day: "the
// Planning Committee's minutes of".
func whoseMinutes(s string, d dated, ms []mention) mention {
	for i := len(ms) - 1; i >= 0; i-- {
		if m := ms[i]; m.end <= d.start {
			if ownMinutes.MatchString(s[m.end:d.start]) {
				return m
			}
			break
		}
	}
	return mention{}
}

// isSession reports whether the word at offset at is "session" and no body
// sits in it: "a training session".
func isSession(s string, at int) bool {
	return strings.HasPrefix(strings.ToLower(s[at:]), "session") && notSession.MatchString(s[:at])
}

// did reports whether the words from a body to a date say that it dealt with
// something that day. A council is also an employer and a landlord, which
// receives letters and meets people: of it only what a meeting does is believed,
// and nothing where an Ombudsman speaks. A body's own minutes tell of this
// meeting, and a day in them is that of what was considered.
func did(rest string, m mention, d dated, own owner) bool {
	at := didOn.FindStringSubmatchIndex(rest)
	if at == nil || otherDate(rest) || passive.MatchString(rest) || happened(rest) || auxiliary.MatchString(rest[at[2]:at[3]]) {
		return false
	}
	deed := rest[:at[2]]
	if organisation(m.name) && (own.finding || !councilDoes.MatchString(deed)) {
		return false
	}
	if own.date != "" && d.date > own.date && !toCome.MatchString(deed) {
		return false // what is past was not done on a day to come
	}
	if own.minutes && own.is(m.name) && !strings.Contains(deed, " had ") && len(rest[at[2]:at[3]]) > 30 {
		return false
	}
	return true
}

var (
	councilDoes = regexp.MustCompile(`(?i)\b(?:considered|debated|resolved|approved|adopted|agreed|noted|endorsed|voted|ratified|consider|debate|decide|determine|approve)$`)
	auxiliary   = regexp.MustCompile(`(?i)\b(?:will|would|shall|must|may|might|can|could|is|are)\b`)
	toCome      = regexp.MustCompile(`(?i)\b(?:will|would|to|due|shall|scheduled|should|can|be)\b`)
)

// organisation reports whether a body is a council as such, which does more
// than meet: not "Full Council", nor a committee.
func organisation(name string) bool {
	return lastWord(name) == "council" && !strings.HasPrefix(strings.ToLower(strings.TrimPrefix(name, "the ")), "full ")
}

// dayThenMeeting finds "the 20 February meeting" and whose it is.
func dayThenMeeting(s string, d dated, ms []mention) (mention, bool) {
	after := s[d.end:]
	at := dayMeeting.FindStringIndex(after)
	if at == nil && theBefore.MatchString(s[:d.start]) {
		at = dayBody.FindStringIndex(after)
	}
	if at == nil || itsThing.MatchString(after[at[1]:]) || !theDay.MatchString(s[:d.start]) {
		return mention{}, false
	}
	for _, m := range ms {
		if m.start >= d.end && m.end <= d.end+at[1] {
			return m, true
		}
	}
	return meetingBody(s, d.end+strings.LastIndexByte(after[:at[1]], ' ')+1, ms), true
}

// dateFirst finds the meeting whose date stands before its body.
func dateFirst(s string, d dated, ms []mention) (mention, bool) {
	before := s[:d.start]
	for _, m := range ms {
		if m.start < d.end {
			continue
		}
		gap, rest := s[d.end:m.start], s[m.end:]
		if onFirst.MatchString(before) && !otherDate(gap) {
			if nearIt.MatchString(gap) && thenDid.MatchString(rest) {
				return m, !organisation(m.name) || councilDid.MatchString(rest)
			}
			if len(gap) < 160 && wasTaken.MatchString(gap) && !strings.ContainsAny(gap, ".;:") {
				return m, !organisation(m.name) || !strings.HasSuffix(strings.TrimSuffix(gap, " the "), " by")
			}
		}
		return m, aloneBefore.MatchString(cell(before)) && thenBody.MatchString(gap) && bodyEnds.MatchString(rest)
	}
	return mention{}, false
}

// cell is what stands before a place in its own cell of a table's row.
func cell(s string) string { return s[strings.LastIndexByte(s, '|')+1:] }

var (
	nearIt     = regexp.MustCompile(`^,? (?:(?:the|a meeting of|a meeting of the|this|that|our|your) )?$`)
	councilDid = regexp.MustCompile(`(?i)^,? ?(?:\w+ly |also |then |had |has |will |would ){0,2}(?:considered|debated|resolved|approved|adopted|agreed|noted|endorsed|voted|ratified|consider|debate|determine)\b`)
)

// agentBefore finds "considered by the Cabinet on": the body after "by" that
// stands straight before the date.
func agentBefore(before string, at int, ms []mention) (mention, bool) {
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		if m.end > at {
			continue
		}
		if bodyOn.MatchString(before[m.end:]) && byBody.MatchString(before[:m.start]) {
			return m, true
		}
		return mention{}, false
	}
	return mention{}, false
}

// referrer finds who referred a matter to another body on a day that is past:
// "The Scrutiny Committee referred the plan to the Board on 14 July 2022" is
// the committee's meeting, for the board's is this one or still to come.
func referrer(s string, d dated, ms []mention) (mention, bool) {
	for i := len(ms) - 1; i > 0; i-- {
		if ms[i].end > d.start {
			continue
		}
		who := ms[i-1]
		return who, bodyOn.MatchString(s[ms[i].end:d.start]) && referredTo.MatchString(s[who.end:ms[i].start])
	}
	return mention{}, false
}

var referredTo = regexp.MustCompile(`(?i)^(?: had| has| have| also| then)* (?:referred|remitted|passed) [^.;]{0,100}?\bto (?:the |this )?$`)

// happened reports whether the words from a body to a date tell of something
// else that happened on it: what the body heard ("noted that a notice had been
// served on"), what was done by others, what a decision was for.
func happened(rest string) bool {
	if toldOf.MatchString(strings.TrimPrefix(strings.TrimPrefix(rest, ", which"), " which")) || forLater.MatchString(rest) {
		return true
	}
	m := doneOn.FindStringSubmatch(rest)
	return m != nil && !decidingVerb.MatchString(m[1])
}

var (
	toldOf       = regexp.MustCompile(`(?i)\b(?:that|which|who|whose|whether|how|because|when|after|where)\b`)
	forLater     = regexp.MustCompile(`(?i)\b(?:for|from|with effect|in force|into force) (?:\w+ ){0,3}(?:publication|implementation|launch|adoption|consultation|signature|completion|introduction|opening|delivery|collection|submission|use|effect|force|start)? ?(?:on|from) (?:the )?$`)
	doneOn       = regexp.MustCompile(`(?i)\b(?:was|were|been|be|being)(?: \w+ly)? (\w+ed|sent|made|paid|built|found|given|told|written|put|sold|set|begun|known|left|won|lost)\b[^.;]{0,40}? on (?:the )?$`)
	decidingVerb = regexp.MustCompile(`(?i)^(?:considered|discussed|noted|approved|agreed|endorsed|received|resolved|recommended|scrutinised|debated|determined|decided|adopted|presented|reported|referred|deferred|reviewed)$`)
)

// otherDate reports whether another date stands in the words: "2024", but not
// the years of a budget or a plan ("2021-25", "2025/26").
func otherDate(s string) bool {
	return aYear.MatchString(yearSpan.ReplaceAllString(s, ""))
}

var (
	byBody   = regexp.MustCompile(`(?i)\b(?:by|to|at|from)(?: the| a| both the)? ?$`)
	aYear    = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	yearSpan = regexp.MustCompile(`\b(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)\b`)
	passive  = regexp.MustCompile(`(?i)\b(?:published|issued|launched|received by|dated|letter|email)\b`)
)
