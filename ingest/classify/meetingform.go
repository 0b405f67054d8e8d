package classify

import "regexp"

// The forms of words by which the ways tell a meeting. Those that end in $ look
// at the words before a date, without its article and day of the week; those
// that begin with ^ at the words after it or between a body and it.
const (
	upToDay    = `(?:,? (?:on|of|for|from|dated|at|in|was|is|were|are|will be|would be|be|to be)|,| [-–—:]|:| ?\(| \||\|)?$`
	monthName  = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	whatIsPut  = `\b(?:items?|applications?|matters?|reports?|consideration|decision|question|motion|discussion|hearing)\b`
	isPutOff   = `\b(?:deferred|put off|adjourned|postponed|held over|left over|stood over|carried (?:over|forward)|put back)`
	toTheDay   = ` (?:to|until|till)(?: (?:the|a) (?:next |special )?meeting (?:on|of|to be held on))?$`
	meetingsOf = `(?:[\p{L}’'-]+ ){0,3}meetings?`
)

// Words that a paper, a matter or a meeting itself stands with.
var (
	// "the minutes of 6 September", "mins. of", "notes of the meeting": minutes are a meeting's
	minutesOf = regexp.MustCompile(`(?i)(?:^|[^\d\w])\b(?:minutes|mins?\.?|notes of the meeting|action (?:log|points|notes|list))(?: of| for| from| dated|,| [-–—:]|:)? ?\(?$`)
	// "the minutes of the Committee dated", "the decision of the Panel dated"
	datedOf     = regexp.MustCompile(`(?i)\b(?:minutes|decisions?|resolutions?|meetings?|recommendations?) (?:of|for) ((?:the |this )?[^.;:]{3,80}?) dated$`)
	datedPaper  = regexp.MustCompile(`(?i)\b(?:report|letter|e-?mail|notice|paper|note)s?\b|\d`)
	minutesWord = regexp.MustCompile(`(?i)\b(?:minutes|meetings?)\b`)
	// ownMinutes stands from a body to the day of its minutes
	ownMinutes = regexp.MustCompile(`(?i)^(?:['’]s)?(?: [-–—:]|,)? ?(?:draft )?(?:minutes|mins|notes|action)\b[^.;]{0,30}$`)
	// thenMeeting stands behind a date
	thenMeeting = regexp.MustCompile(`^ (?:(?:Ordinary|Special|Annual|Extraordinary|Full|\p{Lu}[\w’'&-]*) ){0,5}[Mm]eeting\b`)
	// "minutes of sub-committee hearings held on"
	hearingsOn = regexp.MustCompile(`(?i)\bminutes of [^.;]{0,60}\bhearings?(?: held)?(?: on)?$`)
	// "(minute 47,", "Minute 45 of"
	minuteOn = regexp.MustCompile(`(?i)\b(?:minute|min\.?)(?: no\.?| number)? ?[A-Z]{0,4}\d[\w/.-]*,? ?(?:[-–—] ?)?\(?(?:of(?: the meeting(?: of| on| held on)?)?|on|dated)?$`)
	// "on 8 February 2024 (minute 58)"
	thenMinute = regexp.MustCompile(`^,? ?[(\[–-]?\s?(?:[Mm]inute|[Mm]in\.?)(?: [Nn]o\.?| [Nn]umber)? ?[A-Z]{0,4}\.?\d`)
	minuteDay  = regexp.MustCompile(`(?i)(?:^\W*|\b(?:on|of|at|dated)|[,(–-])$`)
	// "the item was deferred to": what is put off is put off to a meeting
	putOff = regexp.MustCompile(`(?i)` + whatIsPut + `[^.;]{0,80}` + isPutOff + `(?: [\w’'-]+){0,4}?` + toTheDay)
	// "resolved to stand the application over to"
	stoodOver = regexp.MustCompile(`(?i)\b(?:stand|put|hold|carry|leave|left|stood|defer|adjourn|postpone|bring|take)(?: consideration of| a decision on)? (?:the |this |that |its )?` + whatIsPut + `(?: over| off| back)?` + toTheDay)
	// "the item had been deferred from", "Carried forward to", "Adjourned from"
	putFrom = regexp.MustCompile(`(?i)(?:` + whatIsPut + `[^.;]{0,60}|^\W*)` + isPutOff + ` (?:from|to|until|till)(?: the meeting (?:on|of))?$`)
	// "the item to be on the agenda for", "withdrawn from the agenda of"
	agendaFor = regexp.MustCompile(`(?i)\b(?:on|to|onto|in|from|at|off) (?:the |an? |its |our )?(?:next )?agenda (?:of|for|on)(?: the meeting(?: of| on)?)?$`)
	// "the next UWAP is on"
	nextOf = regexp.MustCompile(`\b(?:[Nn]ext|[Ll]ast) (\p{Lu}{3,8}) (?:is|was|will be|would be)(?: to be)?(?: held)?(?: on)?$`)
	// "the meeting set for 4 July be moved to", "would now take place on"
	moved = regexp.MustCompile(`(?i)\bmeetings?\b[^.;]{0,80}\b(?:(?:moved|changed|rescheduled|re-?arranged|adjourned|postponed|put back` +
		`|brought forward)(?: from [^.;]{3,40}?)? (?:to|until|till)|(?:now|instead) (?:be held|take place) on)$` +
		`|\b(?:move|change|put back|bring forward|postpone|reschedule|alter|adjourn)\b[^.;]{0,40}\bmeetings?(?: from` +
		`|(?: from [^.;]{3,40}?)? (?:to|until|till))$`)
	// "a further report on": a report comes to a meeting
	reportOn = regexp.MustCompile(`(?i)\b(?:(?:further|another|progress|update|updated) reports?` +
		`|reports? back)(?: (?:(?:would |will |should )?be |to be )?(?:brought|presented|submitted|made))?(?: (?:back` +
		`|to (?:the |this )?(?:committee|panel|board|council|cabinet)))? on$`)
	// "the motion passed on"
	carriedOn = regexp.MustCompile(`(?i)\b(?:motions?|resolutions?|amendments?) (?:that was |which was |was |were )?(?:passed|carried|adopted|lost|debated|moved)(?: unanimously)? on$`)
	// "at its next meeting, on"
	nextOn = regexp.MustCompile(`(?i)\b(?:next|following|subsequent) (?:[\w’'-]+ ){0,3}meetings?\b[^.]{0,60}` + upToDay)
	// "the dates of future meetings as", "meeting dates for 2024:", "Meetings for 2021 are as follows:"
	datesOf = regexp.MustCompile(`(?i)\b(?:meeting dates?|dates? (?:of|for) (?:the |our |its |all )?` + meetingsOf + `|(?:schedule|calendar|timetable|programme|list) of ` + meetingsOf + `|(?:future|forthcoming|next|further|remaining|following) meetings` +
		`|^meetings)\b[^.;\d]{0,60}(?:(?:for|in|to|of) (?:the )?(?:[\p{L}]+ )*20\d\d(?: ?[-/–] ?\d{2,4})?)?[^.;\d]{0,30}$`)
	// "it was agreed to meet again on"
	toMeet = regexp.MustCompile(`(?i)\b(?:(?:agreed|resolved|decided|arranged|hoped|planned) to (?:re)?(?:meet|convene)` +
		`|(?:would|will|to|next) (?:meet|convene) (?:again|next)|(?:meet|reconvene) again)(?: (?:virtually|online|informally|formally` +
		`|jointly|next|again))?` + upToDay)
	// "and was to meet on"
	isToMeet = regexp.MustCompile(`(?i)\b(?:was|were|is|are|due) to (?:re)?(?:meet|convene)(?: (?:virtually|online|informally|formally|jointly|next|again))?` + upToDay + `|\bmeets? (?:next|again)` + upToDay)
	// "the JHOSC had last met on"
	initialsMet = regexp.MustCompile(`\b(\p{Lu}{3,8})(?i:(?: (?:had|has|have|will|would|is|was|were|are|due|to|next|last|also|then))* (?:meets?|met)(?: (?:again|next|virtually|online|informally|formally|jointly))?` + upToDay + `)`)
	// "the finance committee will meet on", in small letters
	lowerMeets = regexp.MustCompile(`\b(?i:the|our|a|its) ([a-z][\w’'&-]+(?: (?:and |& )?[a-z][\w’'&-]+)?? (?:sub-?committee|committee|working group|working party` +
		`|steering group|sub-?group))(?i:(?: (?:will|would|is to|are to|is due to|was due to|next|also|had|has))* (?:meets?|met)(?: again` +
		`| next)?` + upToDay + `)`)
	// "23 April was agreed for the Annual Parish Meeting"
	dayFor = regexp.MustCompile(`^ (?:(?:was|is|has been|had been|be|being|were) )?(?:(?:agreed|set|fixed|confirmed|proposed|arranged|booked|suggested|scheduled` +
		`|given|chosen) )?(?:for|as the date (?:of|for)|to be the date (?:of|for)) (?:the |a |an |our ` +
		`|its )?(?:[\p{L}’'&-]+ ){0,5}(?:[Mm]eeting|AGM)\b`)
	// in Welsh: "cofnodion y cyfarfod a gynhaliwyd ar"
	cyfarfod = regexp.MustCompile(`(?i)\b(?:[cg]h?yfarfod(?:ydd)?|[cg]h?ofnodion)\b[^.;]{0,80}\b(?:ar|o|dyddiedig)$|\b(?:[cg]h?yfarfod(?:ydd)?|[cg]h?ofnodion)[:,]?$`)
	// what is decided by a council, and not only done
	decidedBy = regexp.MustCompile(`(?i)\b(?:considered|discussed|debated|approved|agreed|adopted|endorsed|noted|ratified|resolved|determined|passed|decided|referred|remitted|deferred|recommended)(?: \w+){0,2} by (?:the )?$`)
	anyBy     = regexp.MustCompile(`(?i)\bby (the )?$`)
	// law of the European Union
	foreignLaw = regexp.MustCompile(`(?i)\b(?:directive|regulation|decision)\b[^.;]{0,80}\b(?:european parliament|of the council)\b`)
)

// The parts of what may stand between a body and the day it met on, each of
// which may be wanting.
const (
	// what it met about or of which the day is: " minutes of", " (Resources),", " minute 34,"
	itsPaper = `(?: minutes| meetings?| agendas?| papers| reports of| approval| (?:budget|ordinary|special|annual)?(?: setting)? ?meeting` +
		`| \([^)]*\)|,? \(?(?:minute|min\.?)(?: no\.?)? [\w/.-]+,?)?`
	// " the following week", before the day in brackets
	thatWeek = `(?: (?:the |that )?(?:following|next|previous|same|preceding|last|this) (?:day|week|month|year|evening)` +
		`| yesterday| (?:earlier|later) (?:that|this|the same) (?:day|week|month|year))?`
	// " held at Thornley Hall", " took place", " in May"
	wasHeld = `(?:(?: (?:is|was|were|be|to be|being|will be|would be))? held(?: (?:at|in) (?:the )?` + placeName + `)?` +
		`| at (?:the )?` + placeName + `| met| sat| took place| takes place| (?:will|would|is to) take place| on its meeting| is| will be| would be| is to be` +
		`| in ` + monthName + `(?: \d{4})?| \((?:held|meetings?|met)(?: held| on| of)?)?`
	placeName = `\p{Lu}[\w’'-]*(?: (?:of |the )?\p{Lu}[\w’'-]*){0,4}`
)

// What stands from a body to a date.
var (
	// from who refers a matter to the body it is referred to
	referredTo = regexp.MustCompile(`(?i)^(?: had| has| have| also| then)* (?:referred|remitted|passed) [^.;]{0,100}?\bto (?:the |this )?$`)
	// "Cabinet on", "Panel held on", "Cabinet,", "Committee minutes of", "Council –"
	bodyOn = regexp.MustCompile(`(?i)^(?:['’]s)?` + itsPaper + thatWeek + wasHeld + upToDay)
	// a body and when it meets: "will next meet on", "will consider it when it meets on"
	meets = regexp.MustCompile(`(?i)^(?:['’]s)?(?: [^.;:]{0,120}?\b(?:when|before|until|as|that) (?:it|they|the committee))?(?:,? (?:will|would|is|was|are|were` +
		`|due|had|has|having|who|which|next|last|also|again|first|to|then|both|itself|previously)){0,4} (?:meets?|met|sits?|sat|convenes?` +
		`|convened|reconvenes?|reconvened)(?: (?:again|next|last|virtually|informally|formally|jointly|in \w+|twice|both))?` + upToDay)
	// "the Committee will on 4 May consider", "the Board, on 4 May, agreed"
	midway = regexp.MustCompile(`(?i)^(?:['’]s)?,?(?: (?:will|would|had|has|have|is to|also|then))*,? on$`)
	// what may be said of an event as of a body: " was held on"
	heldForm = regexp.MustCompile(`(?i)^(?:(?: (?:is|was|were|be|to be|being|will be|would be))? held| took place| takes place| (?:will|would|is to) take place)\b`)
	// what a council did to others from a day on
	tookEffect = regexp.MustCompile(`(?i)^(?: from\b|, ?on\b)`)
	// "the Cabinet decision of", "the Committee's resolution on"
	decisionOf = regexp.MustCompile(`(?i)^(?:['’]s)? (?:decision|resolution|recommendations?|response|reply|discussion|consideration|report|paper|debate|agreement)\b[^.;:]{0,120}? (?:on|of|dated|from)$`)

	councilDoes = regexp.MustCompile(`(?i)\b(?:considered|debated|resolved|approved|adopted|agreed|noted|endorsed|voted|ratified|consider|debate|decide|determine|approve)$`)
	auxiliary   = regexp.MustCompile(`(?i)\b(?:will|would|shall|must|may|might|can|could|is|are)\b`)
	toCome      = regexp.MustCompile(`(?i)\b(?:will|would|to|due|shall|scheduled|should|can|be)\b`)
	passive     = regexp.MustCompile(`(?i)\b(?:published|issued|launched|received by|dated|letter|email)\b`)
	toldOf      = regexp.MustCompile(`(?i)\b(?:that|which|who|whose|whether|how|because|when|after|where|as (?:it|they))\b`)
	forLater    = regexp.MustCompile(`(?i)\b(?:for|from|with effect|in force|into force) (?:\w+ ){0,3}(?:publication|implementation|launch|adoption|consultation` +
		`|signature|completion|introduction|opening|delivery|collection|submission|use|effect|force|start)? ?(?:on|from)$`)
	doneOn   = regexp.MustCompile(`(?i)\b(?:was|were|been|be|being)(?: \w+ly)? (\w+ed|sent|made|paid|built|found|given|told|written|put|sold|set|begun|known|left|won|lost)\b[^.;]{0,40}? on$`)
	aYear    = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	yearSpan = regexp.MustCompile(`\b(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)\b`)
)

// The date first: "On 9 March 2022, Cabinet agreed", "the 20 February
// meeting", "12 June – Audit Committee".
var (
	onFirst = regexp.MustCompile(`(?i)\bon$`)
	// ", after a long debate, the"
	inBetween = regexp.MustCompile(`^, [^.;:]{3,160}, (?:the )?$`)
	nearIt    = regexp.MustCompile(`^,? (?:(?:the|a meeting of|a meeting of the|this|that|our|your) )?$`)
	// what opens a clause of something else
	newClause = regexp.MustCompile(`^,? (?:and|but|when|while|so|then)\b`)
	// what a council did that only a meeting does
	councilDid = regexp.MustCompile(`(?i)^,? ?(?:\w+ly |also |then |had |has |will |would ){0,2}(?:considered|debated|resolved|approved|adopted|agreed|noted|endorsed|voted|ratified|consider|debate|determine)\b`)
	// "a paper was taken to", "it was approved by"
	wasTaken = regexp.MustCompile(`(?i)\b(?:was|were|been|is|are|be|went|goes|go|came|will be) ?(?:(?:also|then|formally|subsequently|unanimously|due to be|to be` +
		`|first|again) ){0,2}(?:considered|discussed|presented|reported|taken|submitted|approved|agreed|adopted|endorsed|debated|referred` +
		`|brought|determined|noted|scrutinised|heard|made|put|ratified)?\b[^.;:,]{0,60}?\b(?:to|by|before|at)(?: the| a| full| meeting of` +
		`| a meeting of| meeting of the){0,3} $`)
	// "the 20 February 2024 meeting", "the 7 November MPC meeting"
	dayMeeting = regexp.MustCompile(`^(?:['’]s)? (?:(?:ordinary|special|extraordinary|annual|public|budget|last|full|joint|virtual|informal` +
		`|\p{Lu}[\w’'&-]*,?) (?:(?:ordinary|special|extraordinary|annual|public|budget|last|full|joint|virtual|informal|\p{Lu}[\w’'&-]*,?` +
		`|and|of|the|&) ){0,8})?(?:[Mm]eetings?|[Mm]inutes|[Aa]gendas?|AGM)\b`)
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

// beside is how many bytes before a place are looked at for the words that
// stand straight before it.
const beside = 120
