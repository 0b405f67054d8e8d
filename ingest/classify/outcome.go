package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
)

// outcomes fills the outcome of each resolution and of the item.
//
// An item of which nothing is minuted yet (an agenda's, or a page published
// before the meeting) has none stated; one whose minutes record no decision
// has OutcomeNone. Where the parser found no decision that the clerk marked,
// the sentences that tell one are looked for and become the decision.
func outcomes(it *archive.Item) {
	var all []verdict
	switch {
	case !marked(it):
		all = tell(it)
	case len(it.Resolutions) > 0:
		all = resolved(it)
	default:
		all = ofText(it.Decision)
	}
	if it.Outcome != "" {
		return
	}
	all = withoutVotes(all)
	defer func() { doubtOutcome(it, all) }()
	switch {
	case ofApologies.MatchString(it.Title) && !besides.MatchString(it.Decision):
		all = nil
		it.Outcome = archive.OutcomeNone
	case onlyOther(all) && undecided.MatchString(it.Decision):
		it.Outcome = archive.OutcomeNone
	case len(all) > 0:
		it.Outcome = leading(all)
		it.OutcomesAll = distinct(it.Outcome, all)
	case it.Discussion != "" || it.Background != "" || it.Decision != "":
		it.Outcome = archive.OutcomeNone
	}
}

// Nothing is decided by accepting that somebody is away, whatever the verb;
// besides are the words of what else may stand under that heading.
var (
	ofApologies = regexp.MustCompile(`(?i)^(?:to )?(?:(?:receive|accept|consider|note|record|approve|and|or|any|accepting|receiving) )*apolog(?:y|ies)\b`)
	besides     = regexp.MustCompile(`(?i)\b(?:elect|appoint|co-?opt|leave of absence|minutes|chair\b|substitut|six month)`)
)

// exclusion is the title of a resolution that says no more than its Act.
var exclusion = regexp.MustCompile(`(?i)\bexclusion of (?:the )?(?:public|press)\b|\bexclude (?:the )?(?:public|press)\b`)

// withoutVotes leaves out what only says how it was voted where something
// before it says on what ("to reply that the council objects. Unanimous."), and
// what only announces the decisions that follow ("The Panel Agreed –").
func withoutVotes(all []verdict) []verdict {
	var out []verdict
	for i, v := range all {
		announces := v.way == byAgreeing && v.by == faint && i+1 < len(all) && all[i+1].by > faint
		if (v.way != byVote || len(out) == 0) && !announces {
			out = append(out, v)
		}
	}
	return out
}

// marked reports whether the clerk set the decision apart, with a keyword or
// under a heading. A sentence that stands in the discussion too was only
// taken for one by its wording; and one that only says how a vote ended, or
// what "it was resolved" in small letters, is one of several that tell.
func marked(it *archive.Item) bool {
	if len(it.Resolutions) == 1 && softOpening.MatchString(it.Decision) && !keywords.MatchString(it.Decision) {
		return false
	}
	for _, par := range strings.Split(it.Decision, "\n\n") {
		if par != "" && !strings.Contains(it.Discussion, par) {
			return true
		}
	}
	return false
}

var softOpening = regexp.MustCompile(`^(?:It was (?:\w+ )?(?:resolved|agreed|decided)\b|(?:On|Upon|After) (?:being|a vote)\b|(?:The )?(?:motion|proposal|amendment|vote)\b|Put to )`)

// resolved fills the outcome of each resolution, and gives all of them.
func resolved(it *archive.Item) []verdict {
	opening := lead(it.Decision, it.Resolutions)
	led := verdicts(opening, false)
	if len(led) == 1 && led[0].by == faint { // "RESOLVED that Cabinet:" says only that something is
		led = nil
	}
	only := len(led) == 1 && led[0].is == archive.Noted && notedThat.MatchString(opening)
	advice := len(led) > 0 && led[len(led)-1].is == archive.Recommended
	answer := answerOpens.MatchString(opening)
	var all []verdict
	for i := range it.Resolutions {
		res := &it.Resolutions[i]
		found := verdicts(beforeVote(res.Text), false)
		if only {
			found = led
		}
		if len(found) == 0 && len(led) == 0 && listOfVerbs.MatchString(opening) {
			if found = verdicts("resolved to "+res.Text, false); i > 0 && len(found) > 0 && found[0].is == archive.Approved {
				found = nil // what follows the first entry is often only what is expected of it
			}
		}
		if len(found) == 0 && len(led) > 0 && !ownVerb.MatchString(res.Text) {
			found = led[len(led)-1:]
		}
		if onlyOther(found) && strings.HasPrefix(res.Text, "To ") { // a decision sheet leaves out that it was resolved
			if v := verdicts("resolved "+res.Text, false); len(v) > 0 {
				found = v
			}
		}
		if answer {
			found = []verdict{{archive.OtherResult, weak, byTask}}
		}
		if (advice || recommends(it.Decision, res.Text)) && !correctRecord.MatchString(res.Text) && !(onlyNoting(found) && !addressed.MatchString(it.Decision)) {
			found = []verdict{{archive.Recommended, strong, byVerb}}
		}
		if len(found) == 0 {
			found = []verdict{{archive.OtherResult, faint, byNothing}}
			if exclusion.MatchString(it.Title) { // "RESOLVED under the 1960 Act"
				found[0] = verdict{archive.Approved, weak, byPhrase}
			}
		}
		if res.Outcome == "" {
			res.Outcome = leading(found)
		}
		if ofAmendment(res.Text) {
			found = []verdict{{archive.OtherResult, faint, byPhrase}} // what became of the item is not said here
		}
		all = append(all, found...)
	}
	return all
}

// answerOpens opens a list of what a council says when it is consulted, which
// decides nothing entry by entry: "That the Clerk should reply that Members
// have worries as follows:".
var answerOpens = regexp.MustCompile(`(?i)\b(?:respond|reply|replies|comment|makes?|submits?|write|object|objects|say|states?|express(?:es)?|convey|concerned|concerns?|observations|comments|objections?|representations|response)\b[^.;]{0,80}(?:\bas follows|\bfollowing (?:grounds|reasons|comments|points|observations|concerns)|\bgrounds(?: that)?|\bsay|\bbe (?:submitted|made|sent|returned)|\bobservations|\bcomments|\bfollowing)\s*[:–—-]*$`)

// beforeVote is a resolution without a last sentence on how it was voted.
func beforeVote(text string) string {
	if m := voteTail.FindStringIndex(text); m != nil && m[0] > 0 {
		return text[:m[0]+1]
	}
	return text
}

var voteTail = regexp.MustCompile(`(?i)[.;] +(?:(?:prop\w*|moved|2nd|sec\w*)\b\.?[^.]*[.,;:]? *)?(?:all (?:agreed|in favour|in agreement)|(?:carried |agreed )?unanimous(?:ly)?(?: agreed| carried)?)\.?$`)

// notedThat opens what is only said to be so: "NOTED that the audit would
// begin in May".
var notedThat = regexp.MustCompile(`(?i)^(?:it was )?noted that\s*$`)

// ownVerb opens an entry that says itself what the body does, though no table
// knows it: "Expects there to be transparency".
var ownVerb = regexp.MustCompile(`^[A-Z][a-z]+s (?:that|there|the|to|its|an?|on|for)\b`)

// ofText are the decisions of a decision that is no list.
func ofText(decision string) []verdict {
	if ofAmendment(decision) {
		return []verdict{{archive.OtherResult, faint, byPhrase}}
	}
	if all := verdicts(decision, false); len(all) > 0 {
		return all
	}
	return []verdict{{archive.OtherResult, faint, byNothing}}
}

// ofAmendment reports whether a text tells the vote on an amendment alone.
func ofAmendment(text string) bool {
	return strings.Contains(text, "mendment") && amendmentVote.MatchString(text) && !asAmended.MatchString(text) && !onceAmended.MatchString(text)
}

// onceAmended is a clause about what was changed before something else is
// decided: "That, after taking in three amendments, the plan is
// approved".
var onceAmended = regexp.MustCompile(`(?i)^(?:\w+:? )?(?:that,? )?(?:following|after|with|subject to|having|once|including|incorporating)\b[^.;]{0,80}\bamendments?\b[^.;,]{0,40},`)

// undecided is a decision that says there is none to read.
var undecided = regexp.MustCompile(`(?i)\bno (?:decision|resolution) (?:was |is )?(?:required|needed|taken|made)\b|^(?:the )?(?:item|application|report|motion)?\s*(?:was |has been )?withdrawn\b|\bdecision\b[^.]{0,60}\bis restricted\b`)

func onlyOther(all []verdict) bool {
	for _, v := range all {
		if v.is != archive.OtherResult {
			return false
		}
	}
	return len(all) > 0
}

// onlyNoting reports whether all that a text tells is that something is noted.
// RECOMMENDED before it, of nobody, is the resolution of a committee that
// only advises: what is noted is noted by itself.
func onlyNoting(all []verdict) bool {
	for _, v := range all {
		if v.is != archive.Noted {
			return false
		}
	}
	return len(all) > 0
}

var addressed = regexp.MustCompile(`(?i)\brecommend(?:ed|s)?,? (?:to|that (?:the )?(?:full |county |town )?(?:council|cabinet|executive|board))\b`)

// listOfVerbs opens a list whose entries each begin with a verb, of which the
// first says what is decided and the rest often what follows: "RESOLVED
// that Cabinet: (i) end the need to book; (ii) ask …".
var listOfVerbs = regexp.MustCompile(`(?i)\b(?:resolved|agreed|decided)[ ,:–-]*(?:unanimously[ ,:–-]*)?(?:to|that (?:the )?(?:[\w’'&-]+ ){0,6}?(?:council|cabinet|committee|board|panel|executive|members))\s?[:–-]?\s*$`)

// A vote on an amendment settles the amendment alone ("the amendment was
// carried and became the substantive motion"), unless the sentence goes on to
// the motion.
var (
	amendmentVote = regexp.MustCompile(`(?i)\b(?:an|the|this|that|first|second|third|further|both|proposed|his|her|their) amendments?(?:,? [\w’'()-]+){0,14}? (?:carried|lost|fell|defeated|agreed|accepted|rejected|withdrawn|approved)\b`)
	asAmended     = regexp.MustCompile(`(?i)\bas amended\b|\bamendments? and (?:the )?(?:\w+ )?motion\b|\b(?:(?:substantive|original|amended|main) (?:motion|recommendations?|resolution|proposal)|motion (?:as moved|itself))\b[^.]{0,80}\b(?:carried|lost|fell|defeated|agreed|accepted|rejected|approved|adopted)\b|\bRESOLVED\b`)
)

// recommends reports whether the keyword that opens a resolution, or the list
// it stands in, is RECOMMENDED: advice to another body, whatever its verb.
func recommends(decision, resolution string) bool {
	at := strings.Index(decision, resolution)
	if at < 0 {
		return false
	}
	before := keywords.FindAllString(decision[:at], -1)
	return len(before) > 0 && strings.HasPrefix(before[len(before)-1], "RECOMMEND")
}

var (
	keywords      = regexp.MustCompile(`\b(?:RESOLVED|AGREED|RECOMMENDED|DECIDED|NOTED|APPROVED)\b`)
	correctRecord = regexp.MustCompile(`(?i)\b(?:correct|true|accurate) (?:and \w+ )?record\b`)
)

// lead is what a decision says before its list: "RESOLVED that Cabinet note:".
func lead(decision string, rs []archive.Resolution) string {
	at := strings.Index(decision, rs[0].Text)
	if at <= 0 {
		return ""
	}
	before := strings.Split(decision[:at], "\n\n")
	if last := len(before) - 1; last > 0 && len(before[last]) < 8 { // the first entry's marker
		before = before[:last]
	}
	if n := len(before); n > 3 {
		before = before[n-3:]
	}
	return strings.Join(before, " ")
}

type verdict struct {
	is  archive.Outcome
	by  strength
	way way
}

// leading is the outcome an item is known by: the first that settles it, else
// the first of all. A task is set beside what is approved, not before it.
func leading(all []verdict) archive.Outcome {
	settled, approved := -1, -1
	for i, v := range all {
		if v.by == strong && settled < 0 {
			settled = i
		}
		if v.is == archive.Approved && approved < 0 {
			approved = i
		}
	}
	switch {
	case all[0].is == archive.Endorsed && (all[0].by > faint || len(all) > 1 && all[1].is == archive.OtherResult):
		return archive.Endorsed
	case settled >= 0 && approved >= 0 && approved < settled:
		return archive.Approved
	case settled >= 0:
		return all[settled].is
	case all[0].is == archive.OtherResult && approved >= 0:
		return archive.Approved
	case all[0].by == faint && len(all) > 1:
		return all[1].is
	}
	return all[0].is
}

// distinct lists each outcome once, the leading one first. A task beside an
// approval most often carries it out, and is no outcome of its own.
func distinct(first archive.Outcome, all []verdict) []archive.Outcome {
	out := []archive.Outcome{first}
	for _, v := range all {
		if v.is == archive.Noted && v.by == faint { // received, and then decided on
			continue
		}
		if !slices.Contains(out, v.is) && (v.is != archive.OtherResult || v.by > faint && (first != archive.Approved || v.way == byAsking)) {
			out = append(out, v.is)
		}
	}
	return out
}
