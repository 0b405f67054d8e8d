package parse

import (
	"regexp"
	"strings"
)

// Words of answering, from those that can be nothing else to those that any
// speaker's sentence may have.
const (
	replying = `(?:replied|responded|answered|acknowledged|accepted|apologised|undertook|promised|agreed to (?:look|find|ask|raise|provide|circulate|check|investigate|take|speak|report|write|send|feed)|thanked \w+(?: \w+){0,3} for (?:his|her|their|the|this) (?:supplementary )?question)\b`
	telling  = `(?:said|explained|confirmed|advised|clarified|stated|assured|reassured|told|expected)\b`
	// officially is telling by one whose office it is to tell.
	officially = `(?:reported|indicated|informed|outlined|noted|added|pointed out|commented|highlighted|described|believed|hoped|felt|considered|suggested|emphasised|stressed|referred|agreed|provided|gave|set out)\b`

	// tells is anybody who lets the asker know.
	tells = `(?:The|the) [\pL’' -]{3,60}? (?:informed|told|advised|assured|reminded) (?:him|her|them|members?|councillors?|cllr|councillor|the|mr|mrs|ms)\b`

	councillor = `(?:(?:county(?: borough)?|cty|district|borough|city|town|parish) )?(?:cllr\.?|councillor)`

	// byName is one who is named without a title, or by initials.
	byName = `(?:\p{Lu}[\p{Ll}’'-]+ \p{Lu}[\pL’'-]+|\p{Lu}[\pL]{0,3}\p{Lu}) (?:then |also |further )?`

	// officer is one who answers by office: "the Head of Waste", "Officers".
	officer = `(?:(?i:officers?|the officers?|the (?:service|team|provider|auditors?|contractor|trust|applicant|agent|police|pcso))\b|PCSO\b|(?:[Tt]he )?(?:[\w’'()&,/-]+ ){0,9}?(?:[Oo]fficer|[Dd]irector|[Hh]ead|[Mm]anager|[Ll]eader|[Mm]ember for|[Cc]abinet [Mm]ember|[Pp]ortfolio [Hh]older|[Cc]hair\w*|[Ee]xecutive|[Ss]olicitor|[Cc]lerk|[Ee]ngineer|[Cc]onsultant|[Ss]ecretary|[Tt]reasurer|[Ss]uperintendent|[Ii]nspector|[Ss]ergeant|[Pp]lanner|[Aa]ccountant|[Aa]uditor|[Ll]ead|[Ww]arden|[Ss]urveyor|[Aa]dviser|[Aa]dvisor|[Cc]ommissioner|[Mm]ayor)\b)`
)

// answersOutright opens what calls itself an answer.
var answersOutright = regexp.MustCompile(`^(?:(?:Answer|Reply|Response)\b[^.]{0,60}?[:–—-].*` +
	`|(?i:in (?:response|reply|answer)|by way of (?:response|reply|answer))\b(?:,| (?:to this |to that )?,?(?:it was|the|cllr|councillor|officers?|mr|mrs|ms|dr|he|she|they|members?)\b).*` +
	`|(?:(?i:the|officers?|` + councillor + `|mr|mrs|ms|miss|dr|pcso)\b(?:[^.:]|: \p{Lu}){0,70}?\s|(?i:it was|he|she|they) (?:then |also |duly )?)?` + replying + `.*)$`)

// answersRemark is what can only be an answer, also where nothing was asked,
// by one whose office it is: a member who replies to a member is in debate.
var answersRemark = regexp.MustCompile(`^(?:(?i:in (?:response|reply|answer)|by way of (?:response|reply|answer))(?:,| to this,?| to that,?) (?:(?i:it was|officers?|he|she|they)\b|` + officer + `).*` +
	`|` + officer + `[^.:]{0,60}?\s(?:replied|responded|answered|(?:accepted|acknowledged) (?:this|that|the (?:point|problem|concern|issue|delay|criticism))|apologised|thanked \w+(?: \w+){0,3} for (?:his|her|their|the|this) (?:comment|point|question|concern|observation))\b.*)$`)

// answersForm is what somebody tells, in any words that do for an answer.
var answersForm = regexp.MustCompile(`^(?:(?:(?i:it was|the|officers?|` + councillor + `|mr|mrs|ms|miss|dr|pcso|he|she|they)\b(?:[^.:]|: \p{Lu}){0,70}?\s)?` + telling + `.*` +
	`|` + tells + `.*` +
	`|` + officer + `[^.:]{0,60}?\s(?:` + officially + `|` + telling + `).*` +
	`|(?:It was|it was) (?:then |also |further )?(?:reported|indicated|clarified)\b.*` +
	`|` + byName + `(?:` + telling + `|shared|added|outlined|noted|agreed that|mentioned|emphasi[sz]ed|reported)\b.*` +
	`|(?:The |the )?(?:[Mm]embers?|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Cc]ouncillors?|[Ss]ub-[Cc]ommittee|[Mm]eeting|[Cc]abinet)(?: [\w’' ]{0,40}?)? (?:was|were) (?:then |also )?(?:told|advised|informed|assured|reassured|reminded|given)\b.*` +
	`|(?:Yes|No|Not (?:at present|yet))\b.*)$`)

// noted is what was noted or agreed, which answers a question and little else.
var noted = regexp.MustCompile(`^(?:It was|it was) (?:then |also |further )?(?:noted|recognised|acknowledged|understood|agreed that|pointed out|anticipated)\b|^(?i:the|officers?|` + councillor + `|mr|mrs|ms|miss|dr|pcso)\b[^.:]{0,50}? (?:understood|reported|indicated)\b`)

// answersStraight opens an answer to a concern, which need not be one where
// the sentence is somebody's next remark.
var answersStraight = regexp.MustCompile(`^(?:(?i:in (?:response|reply|answer))\b|(?i:it was)\b|` + officer + `|` + tells + `|(?:The |the )?(?:[Mm]embers?|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Cc]ouncillors?|[Cc]abinet)(?: [\w’' ]{0,40}?)? (?:was|were)\b|(?:Mr|Mrs|Ms|Dr)\b|(?:Councillor|Cllr)\b)`)

// theirOwn opens the asker's own next remark: "Mr Vane asked why. He said …".
var theirOwn = regexp.MustCompile(`^(?:He|She|They)\b`)

// ofAGroup speaks for a party and not for the council, whose turn in a debate
// is no answer.
var ofAGroup = regexp.MustCompile(`^[^.:]{0,90}?\b(?:Leader|Member|Chair|Spokes\w+) of the [\pL -]{3,40} Group\b`)

// answersMany tells that questions were answered, and nothing of what.
var answersMany = regexp.MustCompile(`\b(?:responded to|answered|replied to|responses to|answers to) (?:a number of |members['’]? |some |several |various |the |further )*(?:members|questions|queries|comments|points|petition\w*|speakers?|statements?)\b`)

// Cues of those forms, where one is to be had.
var (
	replyCues = []string{"nswer", "epl", "espon", "NSWER", "EPL", "ESPON", "acknowledged", "accepted", "apologised", "undertook", "promised", "agreed to", "thanked"}
	manyCues  = []string{"responded to", "answered", "replied to", "responses to", "answers to"}
)

// answers reports whether a sentence answers what the one before it raised.
func answers(raised, said string) bool { return answersHow(raises(raised), raised, said) }

// answersHow is answers where it is known how the sentence before raises.
func answersHow(how raising, raised, said string) bool {
	said = opening(said)
	switch {
	case how == notRaised, strings.Contains(said, " Group") && ofAGroup.MatchString(said), hasCue(said, manyCues) && answersMany.MatchString(said):
		return false
	case how == remark:
		return hasCue(said, replyCues) && answersRemark.MatchString(said) && !theirOwn.MatchString(said)
	case how == question && noted.MatchString(said):
		return true
	case hasCue(said, replyCues) && answersOutright.MatchString(said):
		return !theirOwn.MatchString(said) || how == question || !onePerson.MatchString(raised)
	case !answersForm.MatchString(said):
		return false
	case how == concern:
		return answersStraight.MatchString(said)
	}
	return !theirOwn.MatchString(said) || !onePerson.MatchString(raised)
}
