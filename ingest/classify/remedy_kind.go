package classify

import (
	"regexp"
	"slices"

	"moothall/archive"
	"moothall/ingest/numeral"
)

// A remedyKind is what a remedy asks for, by its words.
type remedyKind struct {
	kind  archive.RemedyKind
	ways  []phrase
	words *regexp.Regexp
}

// remedyKinds are what remedies ask for. The words are those of the
// Ombudsmen's agreed actions and orders: apologise, pay £N, reassess, review
// policy, train staff.
var remedyKinds = kindsCompiled([]remedyKind{
	{kind: archive.Apology, ways: []phrase{
		{`\bsorry\b|\bapolog(?:y|ies|ise[sd]?|ize[sd]?|ising|izing)\b`, "apologise to Mr X"},
	}},
	{kind: archive.Payment, ways: []phrase{
		{`£\s?\d`, "£200 for his distress"},
		{`\b(?:pays?|paid|payments?|refund\w*|reimburse\w*|repay\w*|backdat\w*|compensat\w*|redress|financial (?:remedy|recognition))\b`, "make a symbolic payment"},
		{`\bcalculates? the sum\b|\bmake up for\b`, "calculate the sum she lost"},
		{`\b(?:` + numeral.Any + `) pounds\b`, "send him two hundred pounds"},
	}},
	{kind: archive.Training, ways: []phrase{
		{`\b(?:re)?train(?:ing|s|ed)?\b`, "train its officers"},
		{`\bremind\w* (?:its |all |the |relevant |our )*(?:[\w-]+ ){0,3}(?:staff|officers|relevant|clerks?|members|teams?|workers|employees|managers|assessors|handlers|advisers|panel|planners|inspectors|caseworkers)`, "remind staff of the need for notes"},
		{`\bbrief (?:its|all|the)\b|\bbriefing\b|\bbrief (?:\w+ )?(?:members|staff|officers|managers)\b`, "hold a briefing"},
		{`\bworkshops? for\b`, "hold a workshop for planners"},
	}},
	{kind: archive.PolicyReview, ways: []phrase{
		{`\b(?:new|revised|rewritten|written|updated) [\w -]{0,30}(?:policy|protocol)\b|\bpolicy up to date\b`, "publish a revised transport policy"},
		{`\blooks? again at [^.;]{0,50}(?:polic|procedur)\w*`, "look again at its policy on trees"},
		{`\b(?:write|agree|draw up|produce|develop|introduce)s? an? [\w ]{0,30}(?:protocol|policy)\b`, "agree a joint working protocol"},
		{`\breview\w*\b[^.;]{0,80}\b(?:polic|procedur|process|practice|guidance|scheme|arrangements|protocol|criteria|template|standard letter|leaflet|website|guide|handbook|forms?|record[- ]keeping)\w*`, "review its policy"},
		{`\b(?:chang|amend|revis|updat|rewrit|re-writ|simplif)\w*\b[^.;]{0,50}\b(?:polic|procedur|guidance|process|scheme|leaflet|protocol|letter|template|website|information|form\b|guide|handbook)\w*`, "amend its standard letters"},
		{`\bpolicy review\b|\b(?:policy|procedure)(?: or \w+)? change\b`, "Procedure or policy change"},
		{`\breviews? (?:how|the way) (?:it|its|officers|staff)\b`, "review how it answers the telephone"},
		{`\bensur\w*\b[^.;]{0,50}\bpolic(?:y|ies)\b`, "ensure its policy says so"},
	}},
	{kind: archive.Reassessment, ways: []phrase{
		{`\b(?:fresh|new) (?:[\w'’-]+ ){0,2}(?:appeals?|hearing|panel|look|survey|decision|review|assessment)\b`, "offer a fresh appeal"},
		{`\bhold (?:the|a|an) (?:[\w-]+ )?(?:review|appeal)\b`, "hold an early review"},
		{`\b(?:inspect|visit) and (?:assess|decide)\b`, "visit and assess the flat"},
		{`\b(?:again|afresh)\b.{0,40}\b(?:applications?|case)\b|\bapplications?\b.{0,40}\b(?:again|afresh)\b|\btakes? an application\b`, "consider her application afresh"},
		{`\btreats?\b[^.;]{0,60}\bas (?:in time|valid|made|received)\b|\beffective date\b`, "treat the form as received in May"},
		{`\b(?:re-?assess\w*|re-?consider\w*|re-?calculat\w*|new assessment|fresh assessment)\b`, "reconsider its decision"},
		{`\b(?:carry out|complete|finish|undertake|arrange|offer|hold|conduct)s? (?:an?|the|a new|[\p{L}]+['’]s) (?:[\w'’-]+ ){0,4}(?:assessment|reassessment)\b`, "carry out a care needs assessment"},
		{`\breviews? (?:the|its|his|her|their|[\p{L}.]+(?: \p{L}+)?['’]s) (?:[\w-]+ ){0,2}?(?:decision|assessment|case|care plan|support plan|placement|application|banding|priority|needs|care|award|eligibility)\b`, "review Mr X's care plan"},
		{`\bamended [\w, ]{0,40}plan\b|\bsupport plan\b`, "issue the amended Education, Health and Care plan"},
		{`\bconsiders? what (?:financial )?support\b|\bassess (?:her|his|their) correct\b|\brevisit (?:its|the|his|her|their)\b`, "assess her correct benefit"},
		{`\b(?:arrange|hold|complete|carry out) (?:\S+ ){1,3}annual review\b`, "arrange the child's annual review"},
		{`\b(?:giv|award|restor|put|treat)\w* [^.;]{0,30}\b(?:priority|banding|points|waiting list)\b`, "put Mr X back on the waiting list"},
		{`\bbackdat\w* (?:(?:her|his|their|the) |mrs? \pL+['’]s )?(?:\w+ )?(?:application|priority|banding|registration|effective)\b`, "backdate her priority to June"},
	}},
	{kind: archive.ServiceImprovement, ways: []phrase{
		{`\b(?:note|notice|bulletin|message) to (?:all |its |the )*(?:[\w-]+ ){0,2}(?:staff|officers|members|teams?|managers)\b`, "a note to all planning staff"},
		{`\breminders\b|\bbetter (?:communication|information|records?)\b|\bkeeps? (?:stocks?|records?|a record|better)\b`, "better records of calls"},
		{`\bguidance (?:to|for) (?:its |all |the |relevant )*(?:staff|officers|members|teams?|schools|caseworkers|\w+ers)\b`, "issue guidance to its caseworkers"},
		{`\bprevent\w*\b[^.;]{0,60}\b(?:re-?occurr?\w*|recurr?\w*|repeat\w*|again|faults?|failings?|similar|future)\b|\bhappen\w* again\b|\bnot (?:be )?repeated\b|\bin (?:the )?future\b`, "prevent a recurrence"},
		{`\bservice (?:provision|improvements?)\b|\breview what happened\b|\breview of (?:the|its) (?:[\w-]+ ){0,2}(?:service|team|department)\b|\bindependent review\b`, "commission an independent review"},
		{`\bchecks? (?:[\w-]+ ){0,5}?(?:that|whether) `, "check that no other bins were missed"},
		{`\bchecks? (?:[\w-]+ )?(?:other|each|all|every|its|the (?:eleven|other|\w+ (?:point|record)s?))\b|\bchecked by\b|\ba (?:weekly|monthly|regular|quarterly) (?:check|report|audit)\b`, "check all other cases"},
		{`\b(?:action |recovery |improvement )?plan (?:to|for|setting|with)\b|\baction plan\b|\bjoint protocol\b`, "draw up an action plan"},
		{`\b(?:a )?(?:register|tracker|list) of\b|\blists? all\b|\b(?:waiting )?list\b.{0,20}\bpublish|\bpublish[^.;]{0,30} (?:list|schedules?|register)\b`, "keep a register of appeals"},
		{`\b(?:changes?|put|puts) [^.;]{0,60}\b(?:system|map|database)\b|\bchanges? the way\b`, "change the way it considers requests"},
		{`\bpublish (?:the list|waiting|its)\b|\bothers? (?:who|whose|affected|were|may)\b|\b(?:how|what) it will\b|\bstaffs? the\b|\brecruit\w*\b`, "say how it will recruit"},
		{`\breports? (?:\w+ ){0,6}to (?:its|the|an?) [\w ]{0,30}(?:committee|panel|cabinet|board)\b|\breports? (?:on )?(?:the |its )?(?:findings|outcome|results|progress|learning)\b`, "report the findings to its scrutiny committee"},
		{`\b(?:shar\w+|disseminat\w+) (?:the |its )?(?:learning|lessons)\b|\b(?:shared|learn\w*) (?:the learning|lessons|from)\b`, "share the learning with its managers"},
		{`\b(?:produc|provid|publish|develop|creat|writ)\w* an? (?:[\w-]+ )?(?:leaflet|factsheet|guide|checklist)\b`, "produce a leaflet for families"},
		{`\b(?:improv\w+|monitor\w*|audit\w*|identif\w+ (?:other|any other|how|whether)|put in place|introduc\w+|learn\w* (?:from|lessons)|procedures?|systems?|out-of-hours|demonstrate\w*|service improvements?|lessons)\b`, "monitor its replies"},
		{`\bensur\w+ (?:that )?(?:it|its|all|any|each|every|officers|staff|the council|(?:[a-z-]+ )?[a-z]{3,}(?:[^s\W]s|men|children|people))\b`, "ensure parents are told"},
	}},
})

func kindsCompiled(rows []remedyKind) []remedyKind {
	for i := range rows {
		rows[i].words = anyOf(rows[i].ways)
	}
	return rows
}

func kinds(text string) []archive.RemedyKind {
	text = beforeAsking.ReplaceAllString(text, "")
	var out []archive.RemedyKind
	for _, k := range remedyKinds {
		if asksFor(k.kind, k.words, text) {
			out = append(out, k.kind)
		}
	}
	switch {
	case len(out) > 0:
		return out
	case saysHow.MatchString(text):
		return []archive.RemedyKind{archive.ServiceImprovement}
	}
	return []archive.RemedyKind{archive.OtherRemedy}
}

// beforeAsking is what a decision says was done before it asks for the rest:
// "The Council has rewritten its scheme, so I recommend only that".
var beforeAsking = regexp.MustCompile(`(?i)^(?:as well as|in addition to|besides|apart from) [^,;]{3,80}, |^.*\b(?:has|have|had) .*\b(?:so|and|but) (?:i|we) (?:therefore |only |also |now )*(?:recommend|ask)`)

// saysHow is what should be the rule from now on: "Staff should record calls".
// It is asked of a remedy that is of no kind else.
var saysHow = regexp.MustCompile(`(?i)^(?:that )?(?:the |all |any )?(?:[\w’'-]+ ){0,4}(?:staff|[\w-]+[^s\W]s) (?:should|must|are to|will) (?:always |also |not )?(?:be |have |\w+)`)

// Words that look like a kind and are none: a charge that is given up is no
// payment, nor is what others have paid; a procedure that is reviewed is a
// review of policy and no more.
var (
	givenUp   = regexp.MustCompile(`(?i)\b(?:waiv|cancel|write off|writes off|written off|withdraw|void|deduct|reduc)\w*`)
	handedOn  = regexp.MustCompile(`(?i)\b(?:pays?|refund\w*|repay\w*|reimburse\w*|compensat\w*|backdat\w*)\b`)
	whoPaid   = regexp.MustCompile(`(?i)\b(?:who|which|what|that|already) (?:\w+ ){0,3}(?:paid|pays?)\b`)
	moneyName = regexp.MustCompile(`(?i)\b(?:direct|personal|housing|care) payments?\b|\b(?:on|about) backdating\b|\bpayment (?:plans?|polic\w+|process\w*|systems?|procedures?|terms)\b`)
	datedBack = regexp.MustCompile(`(?i)\bbackdat\w* (?:(?:her|his|their|the) |mrs? \pL+['’]s )?(?:\w+ )?(?:application|priority|banding|registration|effective)\b`)
	// remindedTo is a reminder to do something, which changes what staff do;
	// to remind them of something ("of the need for reasons") teaches it.
	remindedTo = regexp.MustCompile(`(?i)\bremind\w*\b[^.;,]{0,60}? to (?:\w+ly )?[a-z]+\b`)
	remindedOf = regexp.MustCompile(`(?i)\bremind\w*\b[^.;,]{0,60}? (?:of|about|that)\b`)
	weakWords  = regexp.MustCompile(`(?i)\b(?:procedures?|systems?|keeps? (?:records?|a record))\b`)
	ensured    = regexp.MustCompile(`(?i)\bensur\w+\b`) // "ensure its staff are trained"
)

// remindsTo is where a text reminds somebody to do something, nil where it
// does not: the "to" comes before any "of".
func remindsTo(text string) []int {
	to := remindedTo.FindStringIndex(text)
	if of := remindedOf.FindStringIndex(text); to != nil && of != nil && of[1] < to[1] {
		return nil
	}
	return to
}

func asksFor(kind archive.RemedyKind, words *regexp.Regexp, text string) bool {
	switch kind {
	case archive.Payment:
		text = moneyName.ReplaceAllString(datedBack.ReplaceAllString(whoPaid.ReplaceAllString(text, ""), ""), "")
		if givenUp.MatchString(text) && !handedOn.MatchString(text) {
			return false
		}
	case archive.Training:
		if at := remindsTo(text); at != nil {
			text = text[:at[0]] + text[at[1]:]
		}
	case archive.ServiceImprovement:
		if remindsTo(text) != nil {
			return true
		}
		for _, k := range remedyKinds {
			switch {
			case (k.kind == archive.PolicyReview || k.kind == archive.Reassessment) && k.words.MatchString(text):
				text = weakWords.ReplaceAllString(text, "")
			case k.kind == archive.Training && k.words.MatchString(text):
				text = ensured.ReplaceAllString(text, "")
			}
		}
	}
	return words.MatchString(text)
}

// is reports whether a remedy is of a kind.
func is(r archive.Remedy, kind archive.RemedyKind) bool { return slices.Contains(r.Kinds, kind) }
