package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// outcomes fills the outcome of each resolution and of the item.
//
// An item of which nothing is minuted yet (an agenda's, or a page published
// before the meeting) has none stated; one whose minutes record no decision
// has OutcomeNone.
func outcomes(it *archive.Item) {
	var all []verdict
	for i := range it.Resolutions {
		res := &it.Resolutions[i]
		found := verdicts(res.Text)
		if len(found) == 0 {
			found = verdicts(lead(it.Decision, it.Resolutions))
			if len(found) > 1 {
				found = found[len(found)-1:]
			}
		}
		if i == 0 && len(found) == 0 && listOfVerbs.MatchString(lead(it.Decision, it.Resolutions)) {
			found = verdicts("resolved to " + res.Text)
		}
		if recommends(it.Decision, res.Text) && !correctRecord.MatchString(res.Text) {
			found = []verdict{{archive.Recommended, strong}}
		}
		if len(found) == 0 {
			found = []verdict{{archive.OtherResult, weak}}
		}
		if res.Outcome == "" {
			res.Outcome = leading(found)
		}
		if amendmentVote.MatchString(res.Text) && !asAmended.MatchString(res.Text) {
			found = []verdict{{archive.OtherResult, weak}} // what became of the item is not said here
		}
		all = append(all, found...)
	}
	if len(it.Resolutions) == 0 && it.Decision != "" {
		if all = verdicts(it.Decision); len(all) == 0 || amendmentVote.MatchString(it.Decision) && !asAmended.MatchString(it.Decision) {
			all = []verdict{{archive.OtherResult, weak}}
		}
	}
	if it.Outcome != "" {
		return
	}
	if len(all) == 0 && len(it.Resolutions) == 0 && it.Decision == "" {
		all = terse(it)
	}
	if onlyOther(all) { // "To raise the premium to 150%": a decision sheet leaves out that it was resolved
		for i := range it.Resolutions {
			if res := &it.Resolutions[i]; strings.HasPrefix(res.Text, "To ") {
				if found := verdicts("resolved " + res.Text); len(found) > 0 && found[0].is == archive.Approved {
					res.Outcome, all = archive.Approved, found
					break
				}
			}
		}
	}
	switch {
	case onlyOther(all) && undecided.MatchString(it.Decision):
		it.Outcome = archive.OutcomeNone
	case len(all) > 0:
		it.Outcome = leading(all)
		it.OutcomesAll = distinct(it.Outcome, all)
	case it.Discussion != "" || it.Background != "":
		it.Outcome = archive.OutcomeNone
	}
}

// undecided is a decision that says there is none to read.
var undecided = regexp.MustCompile(`(?i)\bno (?:decision|resolution) (?:was |is )?(?:required|needed|taken|made)\b|^(?:the )?(?:item|application|report|motion)?\s*(?:was |has been )?withdrawn\b`)

func onlyOther(all []verdict) bool {
	for _, v := range all {
		if v.is != archive.OtherResult {
			return false
		}
	}
	return len(all) > 0
}

// listOfVerbs opens a list whose entries each begin with a verb, of which the
// first says what is decided and the rest often what follows: "RESOLVED
// that Cabinet: (i) end the need to book; (ii) ask …".
var listOfVerbs = regexp.MustCompile(`(?i)\b(?:resolved|agreed|decided)[ ,:–-]*(?:unanimously[ ,:–-]*)?(?:to|that (?:the )?(?:[\w’'&-]+ ){0,6}?(?:council|cabinet|committee|board|panel|executive|members))\s?[:–-]?\s*$`)

// A vote on an amendment settles the amendment alone ("the amendment was
// carried and became the substantive motion"), unless the sentence goes on to
// the motion.
var (
	amendmentVote = regexp.MustCompile(`(?i)\b(?:an|the|this|that|first|second|third|further|both|proposed|his|her|their) amendments?(?:,? [\w’'()-]+){0,14}? (?:carried|lost|fell|defeated|agreed|accepted|rejected|withdrawn|approved)\b`)
	asAmended     = regexp.MustCompile(`(?i)\bas amended\b|\b(?:substantive|original|amended|main) (?:motion|recommendations?|resolution|proposal)\b[^.]{0,80}\b(?:carried|lost|fell|defeated|agreed|accepted|rejected|approved|adopted)\b|\bRESOLVED\b`)
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

// strength says how far a verb alone settles an item: "agreed to have due
// regard" beside "noted the report" leaves it a noting.
type strength uint8

const (
	faint  strength = iota // counts only where nothing else does
	weak                   // the first of these leads
	strong                 // leads wherever it stands
)

type verdict struct {
	is archive.Outcome
	by strength
}

// leading is the outcome an item is known by: the first strong one, else the
// first that is not "other", else the first.
func leading(all []verdict) archive.Outcome {
	for _, v := range all {
		if v.by == strong {
			return v.is
		}
	}
	for _, v := range all {
		if v.is != archive.OtherResult {
			return v.is
		}
	}
	return all[0].is
}

// distinct lists each outcome once, the leading one first.
func distinct(first archive.Outcome, all []verdict) []archive.Outcome {
	out := []archive.Outcome{first}
	for _, v := range all {
		seen := false
		for _, o := range out {
			seen = seen || o == v.is
		}
		if !seen && v.is != archive.OtherResult {
			out = append(out, v.is)
		}
	}
	return out
}

// A verb of deciding, in the forms minutes use: stem (note, notes, noting is
// none), participle (noted) for "be noted" and "RESOLVED that Council noted".
var decisionVerbs = []struct {
	is         archive.Outcome
	by         strength
	stem       string // infinitive and third person
	participle string
}{
	{archive.Noted, weak, `notes?|receives?`, `noted|received`},
	{archive.Approved, strong, `approves?|adopts?|confirms?|grants?|ratif(?:y|ies)|appoints?|elects?|re-elects?|re-appoints?|awards?|permits?|accepts?|passes`,
		`approved|adopted|confirmed|granted|ratified|appointed|re-appointed|elected|re-elected|awarded|permitted|accepted|passed|carried`},
	{archive.Approved, weak, `agrees?|authorises?|authorizes?|delegates?|sets?|pays?|commits?|determines?|declares?|establish(?:es)?|amends?|creates?|consolidates?|undertakes?|nominates?|supports? the motion|believes?|resolves?|proceeds?|purchases?|buys?|orders?|donates?|contributes?|continues?|appl(?:y|ies)|renews?|replaces?|instructs?|commissions?|engages?|employs?|opens?|closes?|retains?|uses?`,
		`agreed|authorised|authorized|delegated|set at|set up|paid|established|amended|signed|determined|delegated to|designated|nominated|co-opted|renewed|purchased|released|allocated`},
	{archive.Endorsed, weak, `endorses?`, `endorsed`},
	{archive.Endorsed, faint, `supports?|commends?|welcomes?`, `supported|commended|welcomed`},
	{archive.Recommended, strong, `recommends?`, `recommended`},
	{archive.Referred, strong, `refers?`, `referred|remitted`},
	{archive.Deferred, weak, `defers?|postpones?|adjourns?`, `deferred|postponed|adjourned|held over|stood over|put off|put back|left over|left on the table|carried (?:forward|over)|brought forward (?:to|for|at) the (?:next )?meeting|brought back`},
	{archive.Rejected, weak, `rejects?|refuses?|dismiss(?:es)?`, `rejected|refused|dismissed|lost|defeated|not (?:approved|agreed|adopted|carried|accepted|supported)|declined`},
}

// phrases are decisions that no single verb makes.
var decisionPhrases = []struct {
	is   archive.Outcome
	by   strength
	form *regexp.Regexp
	seen string
}{
	{archive.Noted, strong, regexp.MustCompile(`(?i)\baccept(?:s|ed)? and not(?:e|es|ed)\b`), "To accept and note the information: what is only received"},
	{archive.Deferred, weak, regexp.MustCompile(`(?i)\b(?:would|will|should|to|must) (?:return|come back|be resubmitted|be brought back) to (?:the|a|its|our) (?:next|later|future|following|\w+) meeting\b`), "ruled that the application would return to the next meeting"},
	{archive.Recommended, weak, regexp.MustCompile(`\b(?:[Ff]ull |[Cc]ounty |[Tt]he )*Council be (?:asked|invited|requested) to (?:add|approve|agree|adopt|amend|set|make|increase|release|fund|include|vary)\b`), "that Council be asked to add £11.6m to the programme"},
	{archive.Approved, weak, regexp.MustCompile(`(?i)^(?:that )?to make (?:(?:an?|the|permanent) )*(?:[\w-]+ ){0,3}orders?\b`), "to make orders for three roads"},
	{archive.Referred, strong, regexp.MustCompile(`(?i)\b(?:stood|stands) referred\b|\breferred back\b`), "under rule 15 it stood referred to Cabinet"},
	{archive.Deferred, strong, regexp.MustCompile(`(?i)\b(?:stood|stands) (?:adjourned|deferred|over)\b|\bstand (?:the \w+ )?over (?:to|until)\b`), "the matter stood adjourned to the meeting on 14 September"},
	{archive.Approved, strong, regexp.MustCompile(`(?i)\bexclude the (?:press|public)\b|\b(?:press|public)(?: and (?:the )?(?:press|public))? be excluded\b|\bcorrectly recorded\b`), "resolved to exclude the press and public; the minutes are correctly recorded"},
	{archive.Rejected, strong, regexp.MustCompile(`(?i)\b(?:resolved|agreed|decided)\b[^.]{0,30}\bnot to (?:adopt|approve|support|accept|agree|proceed|pursue|take)\b|^(?:that )?(?:the )?[^.]{0,60}\bnot to (?:adopt|approve|support|accept)\b`), "resolved not to adopt the telephone box"},
	{archive.Rejected, strong, regexp.MustCompile(`^(?:That |It was )?[Nn]ot to [a-z]+`), "Not to bring forward the scheme (decisions in the infinitive)"},
	{archive.Rejected, strong, regexp.MustCompile(`(?i)\b(?:motion|amendment|proposal|recommendation|nomination)s?\b[^.]{0,80}?\b(?:was |were |be )?(?:not (?:carried|accepted|agreed|approved|adopted|supported|passed)|lost|fell|defeated|rejected)\b`), "the motion was lost; that the recommendation be not accepted"},
	{archive.Rejected, strong, regexp.MustCompile(`(?i)\b(?:no|not|neither) (?:further )?action (?:be|was|is|to be) (?:taken|required)\b.{0,40}\bmotion\b`), "no action be taken on the motion"},
	{archive.Approved, strong, regexp.MustCompile(`(?i)\b(?:as )?(?:a )?(?:true|correct|accurate) (?:and accurate |and correct |and true )?(?:record|copy|account)\b`), "were a correct record and that they be signed"},
	{archive.Approved, strong, regexp.MustCompile(`(?i)\b(?:substantive )?(?:motion|recommendations?|proposal|nomination)s?\b[^.]{0,80}\b(?:was |were |be )?(?:duly |unanimously )?(?:carried|agreed|approved|accepted|passed)\b`), "the recommendation as amended was moved, seconded, put to the vote and carried"},
	{archive.Deferred, weak, regexp.MustCompile(`(?i)\b(?:brought forward|carried forward|considered|brought back|put on|included on|placed on)\b (?:\w+ ){0,5}(?:to|for|at|on|until) (?:the|a|its|our|another) (?:\w+ ){0,2}(?:meeting|agenda)\b`), "should be brought forward to the next meeting"},
	{archive.Deferred, weak, regexp.MustCompile(`(?i)\b(?:will |would |to |should )(?:postpone|defer|await)\b|\bpostponed? (?:a |the |any |its )?(?:decision|consideration)\b|\bawait(?:s|ing)? the (?:decision|outcome|result)\b`), "will postpone a decision on this matter until"},
	{archive.OtherResult, strong, regexp.MustCompile(`(?i)\b(?:invoices?|accounts|bills)\b[^.]{0,80}\bcheques?\b[^.]{0,30}\b(?:issued|signed|drawn)\b|\bcheques?\b[^.]{0,60}\b(?:invoices?|accounts|bills)\b[^.]{0,30}\b(?:issued|signed|drawn)\b|\b(?:invoices?|payments?|cheques?)\b[^.]{0,40}\b(?:were|was|and) (?:signed|authorised|signed or authorised)\b`), "invoices were received, and cheques issued in settlement: a payment made, not a decision taken"},
	{archive.OtherResult, weak, regexp.MustCompile(`(?i)\b(?:makes? comments?|comments? on)\b`), "makes comments but does not require reconsideration"},
}

// ofProcedure is the vote on how to debate, not on the matter.
var ofProcedure = regexp.MustCompile(`(?i)\b(?:procedural|closure) motion(?: was| being| is)?(?: put and| duly)? (?:carried|agreed|approved|lost)\b`)

// unlessDone opens what is to happen only if an agreement is not made: "that
// if the agreement is not completed by June the application be refused".
var unlessDone = regexp.MustCompile(`(?i)\b(?:if|should|in the event)\b[^;]{0,160}\b(?:not|fail\w*)\b[^;]{0,160}$`)

// verdicts are the decisions a sentence holds, in its order.
func verdicts(text string) []verdict {
	text = strings.Join(strings.Fields(spacedLetters.Replace(text)), " ")
	text = ofProcedure.ReplaceAllString(text, "procedural vote")
	type found struct {
		at int
		v  verdict
	}
	var all []found
	add := func(at int, v verdict) {
		for i := range all {
			if all[i].at == at {
				return
			}
		}
		all = append(all, found{at, v})
	}
	for _, p := range decisionPhrases {
		if m := p.form.FindStringIndex(text); m != nil {
			if p.is == archive.Rejected { // "recommendation 1 be accepted and recommendation 2 be not"
				if last := votedOn.FindAllStringIndex(text[m[0]:m[1]], -1); len(last) > 1 {
					m[0] += last[len(last)-1][0]
				}
			}
			if p.is == archive.OtherResult && p.by == strong {
				return []verdict{{p.is, p.by}}
			}
			add(m[0], verdict{p.is, p.by})
		}
	}
	for _, v := range verbForms {
		for _, form := range v.forms {
			for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
				at := m[2]
				switch {
				case described(text, at), v.is == archive.Rejected && unlessDone.MatchString(text[max(0, at-wordsBefore):at]):
				case denied.MatchString(text[max(0, at-40):at]):
					if v.is != archive.Noted && v.is != archive.Rejected {
						add(at, verdict{archive.Rejected, strong})
					}
				default:
					add(at, verdict{v.is, v.by})
				}
			}
		}
	}
	if len(all) == 0 {
		if m := subjunctive.FindStringSubmatchIndex(text); m != nil && !modal.MatchString(text[:m[2]]) {
			is := archive.Approved
			if asks.MatchString(text[m[2]:m[3]]) && !alsoBe.MatchString(text[m[3]:]) {
				is = archive.OtherResult
			}
			return []verdict{{is, weak}}
		}
	}
	if len(all) == 0 {
		if m := infinitive.FindStringSubmatch(text); m != nil && !asking.MatchString(m[1]) {
			return []verdict{{archive.Approved, weak}}
		}
		for _, o := range ordered {
			if m := o.form.FindStringIndex(text); m != nil {
				add(m[0], verdict{o.is, weak})
			}
		}
	}
	for i := 1; i < len(all); i++ {
		for j := i; j > 0 && all[j].at < all[j-1].at; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	out := make([]verdict, 0, len(all))
	firm := false
	for _, f := range all {
		firm = firm || f.v.by > faint
	}
	for i, f := range all {
		if f.v.is == archive.Deferred && len(all) > 1 && backAfter.MatchString(text[f.at:]) { // referred, and to return
			continue
		}
		if f.v.by == faint && firm || i+1 < len(all) && carrier.MatchString(text[f.at:]) {
			continue
		}
		out = append(out, f.v)
		if f.v.is == archive.Recommended { // what is recommended is not yet decided
			break
		}
	}
	return out
}

// denied is what turns a verb of deciding round: "be not accepted", "declined
// to approve".
var denied = regexp.MustCompile(`(?i)\b(?:not|declined to|refused to|decided against|never)(?: (?:be|been|to|formally|now))* $`)

// backAfter is what becomes of a matter after somebody else has seen it.
var backAfter = regexp.MustCompile(`(?i)^brought back\b`)

// carrier is an "agreed to" that says only that what follows was decided:
// "agreed to defer the item".
var carrier = regexp.MustCompile(`^(?i:agree[sd]?|resolve[sd]?|decided?) (?:to|that)\b`)

// "That the order be made": a meeting's subjunctive decides whatever its verb,
// unless it only asks or tells somebody.
var (
	subjunctive = regexp.MustCompile(`(?i)^(?:(?:.{0,80}?\b)?that|the|an?|any|all|no)\b[^.;]{1,220}? be (?:not |now |also )?([a-z-]+(?:ed|en)|made|kept|set|put|sent|held|let|built|sold|bought|left|told|split|cut|spent)\b`)
	modal       = regexp.MustCompile(`(?i)\b(?:should|will|would|to|can|could|may|might|must|shall|not) be $`)
	alsoBe      = regexp.MustCompile(`(?i)(?:,|;|\band) that\b[^.;]{1,160}? be (?:held|made|set|arranged|built|introduced|undertaken|started|extended|ended|kept|published|reduced|increased|removed|installed)\b`)
	asks        = regexp.MustCompile(`(?i)^(?:asked|told|requested|informed|invited|advised|thanked|reminded|written|investigated|reported|forwarded|notified|considered|contacted|circulated|withdrawn|given)$`)
)

// "To raise the premium": what a meeting resolves to do it has decided, unless
// it is only to ask, tell or look at something.
var (
	infinitive = regexp.MustCompile(`(?i)^(?:that )?(?:(?:it was )?(?:resolved|agreed|decided)[: –—-]*)(?:unanimously )?to ([a-z]+)\b`)
	asking     = regexp.MustCompile(`(?i)^(?:ask|write|request|tell|inform|investigate|contact|thank|reply|object|look|consider|receive|hear|invite|comment|scrutinise|make|send|have|see|seek|obtain|find|discuss|monitor|take|respond|note|be|review|report)$`)
)

var spacedLetters = strings.NewReplacer("T H A T", "that", "R E S O L V E D", "RESOLVED")

// A verb decides where it stands as the main verb: first in the sentence,
// after a body that decides, after "to", after "be", or joined to another
// such verb. Anywhere else ("the approved plan", "noting that") it describes.
var verbForms = func() []struct {
	is    archive.Outcome
	by    strength
	forms []*regexp.Regexp
} {
	const subject = `(?:(?:the |this |that |full |its |all )*(?:[\w’'&,-]+ ){0,9}?(?:committee|council|cabinet|board|panel|executive|members?|councillors|commission|forum|authority|leader|mayor|chair(?:man)?|meeting|group|trustees|we|it|they|sub-committee|officer|director))`
	const adverbs = `(?:(?:also|formally|unanimously|duly|further|then|hereby|therefore|accordingly|both|not|be|to|is asked to|are asked to|is recommended to|had|has|have|should|will|would|are requested to(?: continue to)?|continue to|resolved to|resolved that|does not|do not|did not) )*`
	var out []struct {
		is    archive.Outcome
		by    strength
		forms []*regexp.Regexp
	}
	for _, v := range decisionVerbs {
		both := `(` + v.stem + `|` + v.participle + `)\b`
		forms := []*regexp.Regexp{
			regexp.MustCompile(`(?i)^(?:(?:it was )?(?:resolved|agreed|decided)[: –—-]*)?(?:that |to |and |or )*` + adverbs + both),
			regexp.MustCompile(`(?i)^(?:.{0,60}?(?:resolved|agreed|decided|recommended)[: –—-]*)?(?:that |to )*(?:.{0,120}?, )?` + subject + ` ` + adverbs + both),
			regexp.MustCompile(`(?i)(?:[;:,.]|\band\b|\bbut\b|\bor\b) (?:and |that |also |to |it |they |` + subject + ` )*` + adverbs + `(` + v.stem + `) (?:the|that|to|a|an|any|with|for|on|all|its|this|these|as|in|officers|authority|delegated)\b`),
			regexp.MustCompile(`(?i)(?:[;:,]|\band\b) (?:also |that )?(` + v.participle + `) (?:the|that|to|as)\b`),
			regexp.MustCompile(`(?i)\b(?:resolved|agreed|decided|moved)(?: unanimously)? (?:to|that (?:` + subject + ` )?)\s*` + adverbs + both),
			regexp.MustCompile(`(?i)\b(?:is|are|was|were|be) (?:asked|recommended|requested|invited|advised) to (` + v.stem + `)\b`),
			regexp.MustCompile(`(?i)\b(?:be|is|are|was|were|been|being)(?: (?:therefore|duly|hereby|formally|unanimously|otherwise|also|now|then|fully|provisionally|received and|considered and|agreed and|read and|in principle|recommended and))* (` + v.participle + `)\b`),
			regexp.MustCompile(`(?i)\b(?:be|is|are|was|were|been)\b[^.;]{0,60}\b(?:and|,) (?:duly |be |were |was )?(` + v.participle + `)(?:[.,;]|$| (?:as|by|to|for|in|with|subject)\b)`),
		}
		if v.is == archive.Approved && v.by == weak {
			forms = append(forms, regexp.MustCompile(`(?i)\bshould (?:be )?(take part|be set|be paid|be given|remain|have|buy|purchase|become|be (?:duly )?signed|represent)\b`), regexp.MustCompile(`(?i)\b(would replace|would be represented)\b`))
		}
		out = append(out, struct {
			is    archive.Outcome
			by    strength
			forms []*regexp.Regexp
		}{v.is, v.by, forms})
	}
	return out
}()

// described reports whether the verb at offset at describes a thing instead
// of deciding: "those recommended by officers", "as agreed at".
func described(text string, at int) bool {
	// Seven words are looked at; in a paragraph without end that must not mean
	// all the text before them, for each verb anew.
	before := strings.ToLower(text[max(at-wordsBefore, 0):at])
	return describes.MatchString(before)
}

// wordsBefore is more bytes than the words before a verb take.
const wordsBefore = 400

var describes = regexp.MustCompile(`(?:\b(?:as|which|those|previously|already|the|an?|any|when|if|once|where|being|recently|having|not yet)(?: (?:was|were|is|are|been|had|has|have|already|previously|be))* $)|\b(?:as|which|when|if|once|until|whether) (?:[\w’'-]+ ){0,6}$`)

// ordered are the last resort: the keyword anywhere.
var ordered = []struct {
	is   archive.Outcome
	form *regexp.Regexp
}{
	{archive.Deferred, regexp.MustCompile(`\b(?i:deferred)\b`)},
	{archive.Rejected, regexp.MustCompile(`\b(?:REFUSED|REJECTED|LOST|refused|rejected|declined|defeated|[Rr]efusal|did not endorse)\b|(?:[Mm]otion|[Pp]roposal) (?:lost|fell)\b`)},
	{archive.Recommended, regexp.MustCompile(`\bRECOMMENDED\b`)},
	{archive.Endorsed, regexp.MustCompile(`\b(?i:endorsed)\b`)},
	{archive.Approved, regexp.MustCompile(`\b(?:APPROVED|AGREED|GRANTED|ADOPTED|CARRIED|AUTHORISED|CONFIRMED|approved|adopted|re-adopted|carried|granted|confirmed|[Aa]greed|to agree)\b`)},
	{archive.Noted, regexp.MustCompile(`\b(?i:noted)\b`)},
}
