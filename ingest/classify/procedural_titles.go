package classify

import "strings"

// proceduralKinds are the items of every meeting that decide nothing of the
// council's work: the list of conventions for printed minutes, kind by kind.
// Each title is one way in which a clerk heads the item, in normal form (small
// letters, "and" for "&", no punctuation), and stems are the words of which
// each title of the kind holds one at least.
var proceduralKinds = []struct {
	kind, stems string
	titles      []string
}{
	{"who is there", "apolog welcome introduction attendance sederunt roll present substitut quorum", []string{
		`^(?:to receive (?:any )?)?apologies\b`,
		`^apology(?: (?:for|of) absence)?$`,
		`^(?:welcome(?: .{0,20}\b(?:introductions?|apologies|announcements?)\b.*)?$|introductions?$|attendance|sederunt|roll call|(?:committee )?members present|present)(?:\b|$)`,
		`\bsubstitut(?:e|es|ions?)\b`,
		`^welcome and\b`,
		`^quorum$`,
	}},
	{"interests", "interest whip declaration lobbying", []string{
		`^(?:to (?:receive|note) )?(?:(?:members )?(?:declarations?|disclosures?|registers?)) of (?:any |members |disclosable |pecuniary |personal |prejudicial )*(?:and other )?(?:interests?|lobbying|party whip|whipping)\b`,
		`^(?:declarations?|disclosures?) (?:of|by) (?:\w+ ){0,6}interests?\b`,
		`^interests$`,
		`^(?:disclosable |personal |prejudicial |other )*(?:pecuniary|significant) interests\b`,
		`^(?:declarations? of )?(?:members |disclosable |declarable |pecuniary |personal |prejudicial |non |registrable |registerable |other |and )+interests?(?: of members| and dispensations?| and party whip)?$`,
		`^interests of members$`,
		`^members interests$`,
		`^(?:declarations? of )?(?:party )?whip(?:ping)?$`,
		`^declarations? of (?:party )?whip`,
		`^declarations?$`,
		`^lobbying and (?:declarations? of )?interests?$`,
	}},
	{"minutes and what arises of them", "minute record arising note confirmation action decision recommendation outstanding", []string{
		`^(?:record|records) of (?:(?:the )?(?:last |previous )?meetings?|decisions?)\b`,
		`^(?:draft |public |open |exempt |confidential |to (?:approve|confirm|receive|sign|agree) (?:as a correct record )?(?:the )?)*minutes(?: and matters arising)?$`,
		`^(?:(?:to )?(?:approval|approve|confirm|confirmation|signing|receive|agree|accept|adopt) (?:of )?)?(?:the )?(?:draft |public |exempt )?minutes (?:of|from|and|for) (?:the |our )?(?:last |previous |annual |ordinary |special |extraordinary |parish |town |community |council |cabinet |committee |panel |agm |\d+\w* )*(?:meetings?|minutes|agm|matters|council|cabinet|committee)\b`,
		`^minutes of \d`,
		`^minutes of (?:the )?\d{4} agm\b`,
		`^(?:previous|last) (?:meeting )?minutes\b`,
		`^matters? arising\b`,
		`^(?:to (?:confirm|sign|approve|receive|note) )?(?:the )?(?:record|notes?|confirmation) of (?:the )?(?:(?:last|previous|decisions?|minutes|proceedings|meetings?)\b ?)+(?:.{0,40})?$`,
		`^(?:action|decision|recommendation) ?(?:log|tracker|notes)$`,
		`^actions? (?:arising|outstanding|from (?:the )?(?:last|previous) (?:meeting|minutes))$`,
		`^(?:matters|business) (?:outstanding|arising)\b`,
		`^minutes of (?:the )?(?:sub ?committees?|panels?|working (?:groups?|part(?:y|ies))|hearings?)\b`,
	}},
	{"the chair and office", "chair mayor provost leader president cabinet_member civic announcement communication vice membership preside remarks acceptance", []string{
		`^chair(?:man|person)?$`,
		`\b(?:chair|chairman|chairmans|chairs|chairperson|chairpersons|mayor|mayors|lord mayor|provost|leader|leaders|president|cabinet member|civic)s? (?:s )?(?:announcements?|communications?|remarks|opening remarks|updates|business)\b`,
		`^(?:announcements?|communications)\b`,
		`^(?:election|appointment) of (?:a |the )?(?:chair|chairman|chairperson|vice|deputy chair|mayor|deputy mayor)`,
		`^(?:committee )?membership$`,
		`^terms of reference and membership$`,
		`^(?:vice |deputy )?chair(?:man|person|s)? (?:and vice chair(?:man|person)? )?(?:election|appointment) of(?: .{0,30})?$`,
		`^(?:to )?(?:elect|appoint) (?:a |the )?(?:vice |deputy )?(?:chair|mayor)(?:man|person)?\b`,
		`^elections? of (?:a )?(?:person|councillor|member) to (?:preside|chair)\b`,
		`^(?:deputy |vice )?chair(?:man|person)?s? and (?:vice|deputy) chair(?:man|person)?s?$`,
		`^(?:opening|closing|introductory|welcoming|concluding) remarks\b`,
		`^(?:vice|deputy) ?chair(?:man|person|woman)?$`,
		`^(?:declarations? of )?acceptance of office\b`,
	}},
	{"the public's time", "question public open member petition deputation statement speak address representation comments say resident councillor citizens leaders written oral supplementary", []string{
		`^(?:public|open) (?:questions?|participation|forum|session|speaking|time|open forum)(?: (?:time|period|session|item|and answers?|and\b.{0,40}|from\b.{0,60}|by\b.{0,60}|at\b.{0,40}|under\b.{0,40}|\d.{0,20}|in accordance\b.{0,60}))?$`,
		`^(?:open forum|public open forum)\b`,
		`^questions(?: (?:from|by|to|under|on notice|of (?:the |members|councillors|cabinet|which)|submitted)\b.*)?$`,
		`^question(?: (?:time|under|on notice|from (?:the |members of the )?public)\b.*)?$`, // one that somebody put is business
		`^(?:members|public|councillors) questions?\b`,
		`^(?:(?:to )?(?:receive|consider|hear) (?:any )?)?(?:public )?(?:petitions?|deputations?)(?: (?:and|or) (?:petitions?|deputations?|(?:public )?(?:questions?|statements?)))*(?: (?:received|presented|from (?:the )?(?:public|members|councillors)\b.{0,40}|by (?:the )?(?:public|members)\b.{0,40}|under\b.{0,60}|if any))?$`,
		`^(?:public|resident|residents|members|councillor|councillors|citizens|leaders|written|oral|supplementary) (?:statements?|speaking|speakers?|forum|questions?|participation|addresses|representations|session|time)(?: (?:time|and answers?|from|by|on notice|scheme|session|under|and)\b.{0,80})?$`,
		`^(?:statements?|addresses|representations|speakers?|comments) (?:from|by) (?:the |members of the )?(?:public|residents|members)\b`,
		`^have your say$`,
		`^question time$`,
		`^(?:receipt|presentation|reception|submission) of petitions(?: and deputations)?$`,
		`^petitions (?:and|or) (?:deputations|questions)$`,
	}},
	{"late and urgent business", "urgent urgency business aocb aob other late additional supplementary tabled", []string{
		`^(?:any )?(?:items? of )?urgent (?:items?|business|matters?|decisions?)(?: (?:if|any|which|as|that|deemed|under|by|for|raised|items?|reports?|none|and|or|to)\b.*)?$`,
		`^(?:any other|aocb|aob|other) ?(?:business|urgent business|competent business)?$`,
		`^(?:notification of )?(?:late|additional|supplementary|tabled) (?:items?|papers|business|reports?)$`,
		`^(?:announcements?|notices?) of (?:late|urgent) (?:items?|business)$`,
		`^(?:business|items?|matters?) (?:deemed|considered|declared) urgent\b`,
		`^items? requiring urgent attention$`,
		`^matters? of urgency$`,
		`^to consider any (?:items?|business|matters?)\b.{0,60}\burgent\b`,
	}},
	{"what is private", "exclusion exempt exclude confidential private closed part pink access inspection admission", []string{
		`^exclusion of\b`,
		`^exempt (?:information|business|items?)$`,
		`^(?:motion to exclude|exclude) (?:the )?(?:press|public)\b`,
		`\bexclusion of (?:the )?(?:press|public)\b`,
		`^(?:confidential|exempt|private|closed|part (?:ii|2|b|two)|pink) (?:items?|business|session|papers?|matters?|reports?|part)$`,
		`^(?:access to|inspection of) (?:information|documents|papers|agenda papers)\b`,
		`^(?:admission|readmission) of (?:the )?(?:public|press)\b`,
		`^exclusion\b.{0,20}$`,
	}},
	{"how the meeting goes", "prayer notice clos end meeting call break adjournment order silence reflection contemplation anthem suspension guillotine extension duration termination finish agenda vote seal evacuation filming fire recording webcasting housekeeping", []string{
		`^notice of meetings\b`,
		`^(?:close|closure|end) of (?:the )?meeting\b`,
		`^(?:the )?meeting (?:concluded|closed|ended)\b`,
		`^(?:call over|calling over|break|adjournment|order of business|change (?:to|in|of) the order of business|variation (?:of|to) (?:the )?order of business|reordering of agenda)\b`,
		`^prayers?\b.{0,40}$`,
		`^(?:a )?(?:moment|period|minutes?|one minutes?) (?:of |s )?(?:silence|reflection|quiet reflection|contemplation)$`,
		`^opening of (?:the )?meeting$`,
		`^national anthem$`,
		`^suspension of (?:standing orders|procedure rules|council procedure rules)$`,
		`^(?:guillotine|extension of (?:the )?(?:meeting|time)|duration of (?:the )?meeting|termination of (?:the )?meeting|(?:meeting )?closure?|finish|closing of (?:the )?meeting|end)$`,
		`^(?:agenda|running|reception) order$`,
		`^(?:approval|adoption|agreement|confirmation) of (?:the )?agenda$`,
		`^votes? of thanks\b`,
		`^(?:common )?seal(?:ing)?(?: of documents)?$`,
		`^(?:emergency evacuation|evacuation|filming and|fire(?: (?:alarms?|drill|exits?|procedures?|evacuation|safety announcement)|$)|filming|recording|webcasting|housekeeping)\b`,
	}},
	{"what comes next", "next future forthcoming work forward item", []string{
		`^(?:date|dates|time)s?\b.*\bnext meetings?\b`,
		`^(?:next|future) meetings?(?: dates?)?\b`,
		`^dates? of (?:future|the next|next|forthcoming) meetings?\b`,
		`^(?:committee |panel |board |future |forward |draft |scrutiny |cabinet |annual )*(?:work(?:ing)? ?(?:programme|program|plan)|forward (?:plan|programme|work programme|agenda))s?\b(?: .{0,40})?$`,
		`^items? for (?:the )?(?:next|future) (?:agenda|meeting)s?\b`,
		`^(?:executive|cabinet|council|committee) (?:forward plan|work programme)$`,
	}},
}

// proceduralForms are those kinds, each one pattern.
var proceduralForms = func() []phrasing {
	forms := make([]phrasing, len(proceduralKinds))
	for i, k := range proceduralKinds {
		forms[i] = pattern(k.stems, strings.Join(k.titles, "|"))
	}
	return forms
}()
