package classify

import "regexp"

// A heading is what a record's title makes of the dates below it, which may
// stand there with few words or none.
type heading struct {
	announces bool    // it announces meetings
	ofMinutes bool    // it confirms minutes
	ofBodies  bool    // it receives the minutes of several bodies
	body      mention // whose meeting it names, where it is its own body
}

func headingOf(title string) heading {
	h := heading{announces: nextMeeting.MatchString(normal(title)), ofMinutes: minutesTitle.MatchString(title), ofBodies: minutesOfBodies.MatchString(title)}
	if g := meetingTitle.FindStringSubmatch(title); g != nil {
		h.announces, h.body = true, mention{name: g[1], full: true}
	}
	return h
}

// read asks the title about a date that the words beside it tell nothing of;
// before is the date before it in the sentence.
func (h heading) read(c *clue, before dated) ruling {
	switch {
	case h.ofMinutes && thoseOf.MatchString(c.before):
		return of(mention{})
	case (h.announces || h.ofMinutes) && aloneBefore.MatchString(c.s[:c.d.start]): // "8.1 13 May 2024, in the hall"
		return of(mention{})
	case h.announces && announcesDay(c, before):
		return of(h.body)
	}
	from := max(0, before.end)
	if at := minutesList.FindStringIndex(c.s[:c.d.start]); at != nil {
		from = max(from, at[1])
	} else if !h.ofBodies {
		return ruling{}
	}
	if g := nameAlone.FindStringSubmatch(c.s[from:max(from, c.lead)]); g != nil {
		return of(mention{name: g[1], full: true})
	}
	return ruling{}
}

// nextMeeting is the title of an item that announces meetings.
var nextMeeting = regexp.MustCompile(`\b(?:next|future|forthcoming|proposed|further) (?:\w+ ){0,2}meetings?\b|\bmeeting dates?\b` +
	`|\bdates? (?:of|for) (?:the )?(?:\w+ ){0,2}meetings?\b|\b(?:schedule|calendar|programme|timetable) of (?:\w+ ){0,2}meetings\b` +
	`|^meetings(?: \d{4}.*)?$`)

// meetingTitle is a title that only names a meeting that is its own body.
var meetingTitle = regexp.MustCompile(`(?i)^(?:the )?(annual (?:parish|town|community|village) (?:meeting|assembly))[\s\d/:–.-]*$`)

// minutesList opens a list of the minutes of several bodies in a sentence.
var minutesList = regexp.MustCompile(`(?i)\bminutes of(?: the following)?(?: (?:committees|meetings))?:`)

// minutesOfBodies is the title of an item that receives minutes of several
// bodies, and nameAlone a body's name in it without its noun: "Planning – 4
// March".
var (
	minutesOfBodies = regexp.MustCompile(`(?i)\bminutes (?:of|from) (?:the |other |its )*(?:following )?(?:committees?|sub-?committees|council bodies|bodies|panels|boards` +
		`|working (?:groups|parties)|committees?.{0,40})$|\b(?:sub-?)?committees?[’']? minutes\b|^minutes:`)
	nameAlone = regexp.MustCompile(`^[\s,;|•·-]*(?:and )?(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)] ?)?(?:[Mm]inutes: ?)?(\p{Lu}[\w’'-]+(?:,? (?:(?:and|&|of|for) )?\p{Lu}[\w’'-]+){0,6})(?: ?[-–:,(])?$`)
)

// announcesDay reports whether a day is that of a meeting where the title says
// that meetings are announced: the first day of a sentence that tells of
// nothing else, or one that stands straight behind another.
func announcesDay(c *clue, before dated) bool {
	if before.end < 0 {
		head := c.s[:c.d.start]
		return c.d.start < beside && otherThing(c).is == unsaid && !otherEvent.MatchString(head)
	}
	return before.end <= c.d.start && c.d.start-before.end < 60 && nextRow.MatchString(c.s[before.end:c.d.start])
}

var (
	otherEvent = regexp.MustCompile(`(?i)\b(?:items?|agenda|papers|reports?|apolog\w+|training|visit|event|festival|fair|holiday|minutes?|workshop|election|deadline)\b`)
	// nextRow is what parts two days in a list of meetings: the hour of the first.
	nextRow = regexp.MustCompile(`(?i)^[\s,;|&–-]*(?:(?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|hrs|noon)?[\s,;|&–-]*)?(?:and |on |then )*` + weekDay + `(?:the )?$`)
)

// announces is the paragraph below the last item of minutes that says when the
// body meets next. It belongs to the paper, not to the business of that item.
var announces = regexp.MustCompile(`(?i)^\W*(?:(?:the )?dates?(?:,? times?,?(?: and (?:place|venue))?)? (?:of|for) (?:the )?(?:next |future |forthcoming ` +
	`|proposed )?meetings?\b|next meetings?\b(?: of (?:the )?[\w ]{2,30})?(?:\W| is | will be | on | to be |\d)` +
	`|(?:and )?future meetings?\b)`)

// minutesTitle is the title of an item that confirms minutes; a date that
// opens one of its sentences is that of the meeting they are of.
var minutesTitle = regexp.MustCompile(`(?i)^(?:to (?:confirm|approve|receive|sign|agree) )?(?:the )?(?:draft |previous )?(?:minutes|notes` +
	`|record)(?: (?:of|from) (?:the )?(?:(?:last|previous|annual|ordinary|special|parish|town|community` +
	`|council) ){0,4}meetings?(?: held)?(?: on)?)?\W*$`)

// thoseOf is what may stand before the day below such a title: "Those of 3 July".
var thoseOf = regexp.MustCompile(`(?i)^\W*(?:those )?(?:of|for|from)(?: the meeting(?: of| on| held on)?)?$`)

// minutesBefore is what stands before the day of minutes that were confirmed.
var minutesBefore = regexp.MustCompile(`(?i)\b(?:minutes?|mins)\b[^.;]{0,80}$`)

// aloneBefore is what may stand before a date that opens a sentence: the
// paragraph's number and the day of the week.
var aloneBefore = regexp.MustCompile(`(?i)^[\s\d.()–:-]*(?:on )?` + weekDay + `(?:the )?$`)
