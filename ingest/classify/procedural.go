package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// proceduralTitles are the items of every meeting that decide nothing of the
// council's work: the list of conventions for printed minutes, in normal form
// (small letters, "and" for "&", no punctuation).
var proceduralTitles = []*regexp.Regexp{
	regexp.MustCompile(`^(?:to receive (?:any )?)?apolog(?:y|ies)\b`),
	regexp.MustCompile(`^(?:welcome(?: .{0,20}\b(?:introductions?|apologies|announcements?)\b.*)?$|introductions?$|attendance|sederunt|roll call|(?:committee )?members present|present)(?:\b|$)`),
	regexp.MustCompile(`\bsubstitut(?:e|es|ions?)\b`),
	regexp.MustCompile(`^(?:to (?:receive|note) )?(?:(?:members )?(?:declarations?|disclosures?|registers?)) of (?:any |members |disclosable |pecuniary |personal |prejudicial )*(?:and other )?(?:interests?|lobbying|party whip|whipping)\b`),
	regexp.MustCompile(`^(?:declarations?|disclosures?) (?:of|by) (?:\w+ ){0,6}interests?\b`),
	regexp.MustCompile(`^interests$`),
	regexp.MustCompile(`^(?:disclosable |personal |prejudicial |other )*(?:pecuniary|significant) interests\b`),
	regexp.MustCompile(`^(?:record|records) of (?:(?:the )?(?:last |previous )?meetings?|decisions?)\b|^prayers?$|^chair(?:man|person)?$`),
	regexp.MustCompile(`^(?:draft |public |open |exempt |confidential |to (?:approve|confirm|receive|sign|agree) (?:as a correct record )?(?:the )?)*minutes(?: and matters arising)?$`),
	regexp.MustCompile(`^(?:(?:to )?(?:approval|approve|confirm|confirmation|signing|receive|agree|accept|adopt) (?:of )?)?(?:the )?(?:draft |public |exempt )?minutes (?:of|from|and|for) (?:the |our )?(?:last |previous |annual |ordinary |special |extraordinary |parish |town |community |council |cabinet |committee |panel |agm |\d+\w* )*(?:meetings?|minutes|agm|matters|council|cabinet|committee)\b`),
	regexp.MustCompile(`^minutes of \d`),
	regexp.MustCompile(`^minutes of (?:the )?\d{4} agm\b`),
	regexp.MustCompile(`^(?:previous|last) (?:meeting )?minutes\b`),
	regexp.MustCompile(`^matters? arising\b`),
	regexp.MustCompile(`\b(?:chair|chairman|chairmans|chairs|chairperson|chairpersons|mayor|mayors|lord mayor|provost|leader|leaders|president|cabinet member|civic)s? (?:s )?(?:announcements?|communications?|remarks|opening remarks|updates|business)\b`),
	regexp.MustCompile(`^(?:announcements?|communications)\b`),
	regexp.MustCompile(`^(?:public|open) (?:questions?|participation|forum|session|speaking|time|open forum)(?: (?:time|period|session|item|and answers?|and\b.{0,40}|from\b.{0,60}|by\b.{0,60}|at\b.{0,40}|under\b.{0,40}|\d.{0,20}|in accordance\b.{0,60}))?$`),
	regexp.MustCompile(`^(?:open forum|public open forum)\b`),
	regexp.MustCompile(`^(?:questions?)(?: (?:from|by|to|under|on notice|of (?:the |members|councillors|cabinet|which)|submitted)\b.*)?$`),
	regexp.MustCompile(`^(?:members|public|councillors) questions?\b`),
	regexp.MustCompile(`^(?:(?:to )?(?:receive|consider|hear) (?:any )?)?(?:public )?(?:petitions?|deputations?)(?: (?:and|or) (?:petitions?|deputations?|(?:public )?(?:questions?|statements?)))*(?: (?:received|presented|from (?:the )?(?:public|members|councillors)\b.{0,40}|by (?:the )?(?:public|members)\b.{0,40}|under\b.{0,60}|if any))?$`),
	regexp.MustCompile(`^(?:any )?(?:items? of )?urgent (?:items?|business|matters?|decisions?)(?: (?:if|any|which|as|that|deemed|under|by|for|raised|items?|reports?|none|and|or|to)\b.*)?$`),
	regexp.MustCompile(`^(?:any other|aocb|aob|other) ?(?:business|urgent business|competent business)?$`),
	regexp.MustCompile(`^exclusion of\b|^exempt (?:information|business|items?)$|^(?:motion to exclude|exclude) (?:the )?(?:press|public)\b|\bexclusion of (?:the )?(?:press|public)\b`),
	regexp.MustCompile(`^(?:date|dates|time)s?\b.*\bnext meetings?\b|^(?:next|future) meetings?(?: dates?)?\b|^dates? of (?:future|the next|next|forthcoming) meetings?\b|^notice of meetings\b`),
	regexp.MustCompile(`^(?:committee |panel |board |future |forward |draft |scrutiny |cabinet |annual )*(?:work(?:ing)? ?(?:programme|program|plan)|forward (?:plan|programme|work programme|agenda))s?\b(?: .{0,40})?$`),
	regexp.MustCompile(`^items? for (?:the )?(?:next|future) (?:agenda|meeting)s?\b`),
	regexp.MustCompile(`^(?:close|closure|end) of (?:the )?meeting\b|^(?:the )?meeting (?:concluded|closed|ended)\b`),
	regexp.MustCompile(`^(?:call over|calling over|break|adjournment|order of business|change (?:to|in|of) the order of business|variation (?:of|to) (?:the )?order of business|reordering of agenda)\b`),
	regexp.MustCompile(`^(?:election|appointment) of (?:a |the )?(?:chair|chairman|chairperson|vice|deputy chair|mayor|deputy mayor)`),
	regexp.MustCompile(`^(?:committee )?membership$|^terms of reference and membership$`),
	regexp.MustCompile(`^(?:vice |deputy )?chair(?:man|person|s)? (?:and vice chair(?:man|person)? )?(?:election|appointment) of(?: .{0,30})?$|^(?:to )?(?:elect|appoint) (?:a |the )?(?:vice |deputy )?(?:chair|mayor)(?:man|person)?\b|^elections? of (?:a )?(?:person|councillor|member) to (?:preside|chair)\b|^(?:deputy |vice )?chair(?:man|person)?s? and (?:vice|deputy) chair(?:man|person)?s?$`),
	regexp.MustCompile(`^(?:declarations? of )?(?:members |disclosable |declarable |pecuniary |personal |prejudicial |non |registrable |registerable |other |and )+interests?(?: of members| and dispensations?| and party whip)?$|^interests of members$|^members interests$|^(?:declarations? of )?(?:party )?whip(?:ping)?$|^declarations? of (?:party )?whip`),
	regexp.MustCompile(`^prayers?\b.{0,40}$|^(?:a )?(?:moment|period|minutes?|one minutes?) (?:of |s )?(?:silence|reflection|quiet reflection|contemplation)$|^(?:opening|closing|introductory|welcoming|concluding) remarks\b|^welcome and\b|^quorum$|^opening of (?:the )?meeting$|^national anthem$`),
	regexp.MustCompile(`^(?:to (?:confirm|sign|approve|receive|note) )?(?:the )?(?:record|notes?|confirmation) of (?:the )?(?:(?:last|previous|decisions?|minutes|proceedings|meetings?)\b ?)+(?:.{0,40})?$|^(?:action|decision|recommendation) ?(?:log|tracker|notes)$|^actions? (?:arising|outstanding|from (?:the )?(?:last|previous) (?:meeting|minutes))$|^(?:matters|business) (?:outstanding|arising)\b`),
	regexp.MustCompile(`^(?:notification of )?(?:late|additional|supplementary|tabled) (?:items?|papers|business|reports?)$|^(?:announcements?|notices?) of (?:late|urgent) (?:items?|business)$|^(?:business|items?|matters?) (?:deemed|considered|declared) urgent\b|^items? requiring urgent attention$|^matters? of urgency$|^to consider any (?:items?|business|matters?)\b.{0,60}\burgent\b`),
	regexp.MustCompile(`^(?:public|resident|residents|members|councillor|councillors|citizens|leaders|written|oral|supplementary) (?:statements?|speaking|speakers?|forum|questions?|participation|addresses|representations|session|time)(?: (?:time|and answers?|from|by|on notice|scheme|session|under|and)\b.{0,80})?$|^(?:statements?|addresses|representations|speakers?|comments) (?:from|by) (?:the |members of the )?(?:public|residents|members)\b|^have your say$|^question time$|^(?:receipt|presentation|reception|submission) of petitions(?: and deputations)?$|^petitions (?:and|or) (?:deputations|questions)$`),
	regexp.MustCompile(`^(?:confidential|exempt|private|closed|part (?:ii|2|b|two)|pink) (?:items?|business|session|papers?|matters?|reports?|part)$|^(?:access to|inspection of) (?:information|documents|papers|agenda papers)\b|^(?:admission|readmission) of (?:the )?(?:public|press)\b|^exclusion\b.{0,20}$`),
	regexp.MustCompile(`^suspension of (?:standing orders|procedure rules|council procedure rules)$|^(?:guillotine|extension of (?:the )?(?:meeting|time)|duration of (?:the )?meeting|termination of (?:the )?meeting|(?:meeting )?closure?|finish|closing of (?:the )?meeting|end)$|^(?:agenda|running|reception) order$|^(?:approval|adoption|agreement|confirmation) of (?:the )?agenda$`),
	regexp.MustCompile(`^declarations?$|^lobbying and (?:declarations? of )?interests?$|^(?:vice|deputy) ?chair(?:man|person|woman)?$|^votes? of thanks\b|^(?:declarations? of )?acceptance of office\b|^(?:common )?seal(?:ing)?(?: of documents)?$`),
	regexp.MustCompile(`^(?:executive|cabinet|council|committee) (?:forward plan|work programme)$|^minutes of (?:the )?(?:sub ?committees?|panels?|working (?:groups?|part(?:y|ies))|hearings?)\b`),
	regexp.MustCompile(`^(?:emergency evacuation|evacuation|filming and|fire(?: (?:alarms?|drill|exits?|procedures?|evacuation|safety announcement)|$)|filming|recording|webcasting|housekeeping)\b`),
}

// procedural reports whether an item of this title is one of those every
// meeting has.
func procedural(title string) bool {
	t := normal(title)
	for _, p := range proceduralTitles {
		if p.MatchString(t) {
			return true
		}
	}
	return false
}

// openTitles are the procedural items under which anything may be brought.
var openTitles = regexp.MustCompile(`^(?:(?:any )?(?:items? of )?urgent\b|(?:any other|aocb|aob|other) ?(?:business|urgent business|competent business)?$|matters? arising\b|minutes and matters arising|(?:public|open|members|councillors|residents?) (?:questions?|forum|participation|session|statements?)\b|questions?\b|petitions?\b|deputations?\b|announcements?\b|communications?\b|late items?\b|(?:chair|chairman|chairmans|chairs|mayors?|leaders?)\b)`)

// decides reports whether an item under an open heading settled business of
// its own: it is not to be passed over with the apologies.
func decides(it *archive.Item) bool {
	switch it.Outcome {
	case archive.Approved, archive.Rejected, archive.Deferred, archive.Referred, archive.Recommended:
		return openTitles.MatchString(normal(it.Title)) && !correctRecord.MatchString(it.Decision)
	}
	return false
}

// normal is a title in small letters, "and" for "&", apostrophes gone, other
// punctuation a space, a leading agenda number dropped.
func normal(s string) string {
	s = strings.ToLower(strings.NewReplacer("&", " and ", "’", "", "'", "").Replace(s))
	s = notWord.ReplaceAllString(s, " ")
	s = leadingNumber.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.Join(strings.Fields(s), " ")
}

var (
	notWord       = regexp.MustCompile(`[^a-z0-9]+`)
	leadingNumber = regexp.MustCompile(`^\d{1,3}[a-z]? `)
)
