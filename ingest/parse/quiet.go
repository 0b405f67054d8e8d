package parse

import (
	"regexp"

	"moothall/archive"
	"moothall/ingest/extract"
)

// quietDecision finds a decision that no heading and no keyword in capitals
// marks: "It was agreed to pay …", "The Committee noted the report."
func (r *reader) quietDecision() {
	var found []archive.Resolution
	var lines []Line
	var at []int
	for i, l := range r.lines {
		if l.Kind == extract.Row || l.Kind == extract.Heading {
			continue
		}
		for _, s := range Sentences(l.Text) {
			if reported.MatchString(s) {
				continue
			}
			for _, f := range quietForms {
				if f.form.MatchString(s) {
					q := l
					q.Text, q.Marker = s, ""
					lines = append(lines, q)
					found, at = append(found, archive.Resolution{Text: s, Page: l.Page}), append(at, i)
					break
				}
			}
		}
	}
	r.parts[Decision], r.resolutions, r.at = lines, found, at
}

// reported is what somebody said, which decides nothing: "The Chairman said
// that item 7 had been withdrawn".
var reported = regexp.MustCompile(`^(?:\S+ ){1,7}(?:said|reported|advised|informed \w+|explained|stated|announced|asked|felt) that\b`)

// body names who decides, in the words of minutes.
const whoDecides = `(?:(?:the |The )?(?:[A-Z][\w’'&,-]+ (?:and |of |for |the )*){0,8}(?:Committee|Council|Cabinet|Board|Panel|Executive|Sub-Committee` +
	`|Subcommittee|Forum|Group|Commission|Authority|Mayor)|Members|Councillors|The Leader|The Chairman|The Chair)`

// quietForms are the sentences that tell a decision without a keyword in
// capitals. Each must be sure of itself: most sentences in small letters are
// discussion.
var quietForms = []struct {
	form *regexp.Regexp
	seen string
}{
	{regexp.MustCompile(`^(?:(?:After|Following)\b[^.]{0,120}, )?` + whoDecides + ` (?:then |also |therefore |unanimously |duly |formally |all |have |had )*(?:noted|agreed|approved|endorsed|resolved|recommended` +
		`|deferred|rejected|refused|accepted|adopted|ratified|received|confirmed)\b`),
		"The Committee noted the report and the Ombudsman’s report"},
	{regexp.MustCompile(`^(?:[^.]{0,160}[,;] |[^.]{0,160} and )?(?:[Ii]t was |[Ii]t has been )(?:then |also |therefore |unanimously |duly |further |formally |subsequently )*(?:agreed|resolved|decided|recommended)\b`),
		"It was agreed to pay … (community councils)"},
	{regexp.MustCompile(`^(?:Agreed|Resolved|AGREED|Noted|Approved|Deferred)(?: unanimously)? (?:that|to|until|by|the)\b|^Deferred\.?$|, (?:it was )?resolved (?:to|that|not)\b|\b(?:C|c)ouncillors resolved\b|, (?:all )?agreed$`),
		"Agreed that the draft would be written out afresh (community councils); resolved to pay £60 (parish councils)"},
	{regexp.MustCompile(`(?i)\b(?:minutes|record (?:of|was))\b.*\b(?:were|was|be|been)\b.{0,40}\b(?:approved|agreed|confirmed|accepted|adopted|signed` +
		`|taken as read)\b|\b(?:true|correct|accurate) (?:and \w+ )?(?:record|copy|account)\b`),
		"The minutes of the meeting held on … were confirmed as a true copy; had earlier been approved online"},
	{regexp.MustCompile(`^The (?:recommendations?|motion|proposal|report|nomination)s?\b.{0,120}\b(?:was|were)\b.{0,80}\b(?:carried|agreed|approved|noted|accepted|adopted|lost|deferred|withdrawn)\b`),
		"The recommendation as amended was moved, seconded put to the vote and carried"},
	{regexp.MustCompile(`^(?:The |A |All |Both |These |This |[A-Z][\w’'-]+ )?(?:[\w’'’()/-]+ ){0,12}?(?:reports?|updates?|items?|plans?|applications?` +
		`|matters?|accounts|polic(?:y|ies)|budget|statements?|inventory|proposals?|appointments?|payments?|requests?|schemes?` +
		`|strateg(?:y|ies)|programmes?|quotations?|quotes?|grants?|reconciliations?|risk assessments?|transfers?|expenditure` +
		`|minutes) (?:[\w’'£,.-]+ ){0,10}?(?:was|were|had been|had earlier been|has been|have been) (?:also |then |unanimously |duly ` +
		`|otherwise |formally |submitted and |presented and |received and |considered and |discussed and )*(?:approved|noted|deferred` +
		`|withdrawn|adopted|endorsed|accepted|agreed|ratified|refused|rejected)(?:[.;]?$` +
		`| (?:by (?:the|all|members|councillors)|to the (?:next|meeting)|until|unanimously|in principle|and|as|at the meeting` +
		`|subject to)\b)`),
		"Ward updates were deferred until May; The report was otherwise noted"},
	{regexp.MustCompile(`\bwhich (?:was|were) (?:unanimously )?(?:approved|agreed|adopted|endorsed)\b`), "showed a sketch of the gate, which was approved in principle"},
	{regexp.MustCompile(`(?i)\b(?:invoices?|accounts|bills|payments?|cheques?)\b.*\b(?:(?:was|were|and|had been) (?:duly |then )?(?:paid|authorised` +
		`|approved|signed|issued|drawn|agreed)|cheques? (?:were |was )?(?:issued|signed|drawn)|signed or authorised)\b`),
		"Two bills had come in, and cheques were drawn for both (parish councils)"},
	{regexp.MustCompile(`^(?:To|TO) (?:accept|note|approve|agree|endorse|receive|adopt|defer|refer|recommend|support|confirm|appoint|delegate|authorise)\b`),
		"To accept the report, noting the observations"},
	{regexp.MustCompile(`\b(?:proposed|moved)\b.*\bseconded\b.*\b(?:carried|agreed|passed|approved|confirmed|unanimous(?:ly)?|all in favour)\b`), "proposed and seconded, and this was passed unanimously (parish councils)"},
	{regexp.MustCompile(`^The (?:[\w’',() -]{1,80} )?(?:reports?|updates?|petitions?|presentations?)\b[^.]{0,60}\b(?:was|were) received(?: and noted)?\.?$`), "The report of the Fire Authority was received."},
	{regexp.MustCompile(`^It was noted\.?$|\b(?:was|were) (?:duly |unanimously )?(?:re-?)?(?:elected|appointed) (?:as )?(?:the )?(?:Chair|Vice|Mayor|Deputy)`), "Members debated the report. It was noted.; Councillor A was elected Chairman for the meeting"},
	{regexp.MustCompile(`^(?i:the decision of (?:the )?[^.]{1,80} is restricted due to exempt information)`), "The decision of the Committee is restricted due to exempt information contained within the decision"},
	{regexp.MustCompile(`\b(?:the|The) (?:substantive |original |amended )?(?:motion|recommendations?|proposal` +
		`|nomination)s?(?: as amended)?,? (?:[\w,-]+ ){0,8}?(?:(?:was|were) (?:then |duly |also )*(?:carried|lost|defeated|not carried` +
		`|rejected)|fell)\b`), "A vote was taken and the motion was lost by 5 votes to 9"},
	{regexp.MustCompile(`(?i)^(?:(?:planning )?(?:permission|consent|licence|approval|advertisement consent` +
		`|listed building consent)[\w\s]{0,40}? )?(?:granted|refused|confirmed|refusal)\b(?:[,.;]` +
		`| (?:subject|as|for|on|by|with|contrary)\b)`),
		"GRANTED subject to the conditions; Consent granted for 12 months (planning and licensing committees)"},
	{regexp.MustCompile(`^(?:The |An? |All )(?:[\w’'-]+ ){0,6}(?:application|appeal|objection|petition|nomination|transfer|contract|tender|decision` +
		`|matter)s?\b[^.]{0,120}\b(?:was|were|be) (?:then |also |therefore |unanimously |duly )*(?:upheld|granted|refused|dismissed` +
		`|declined|allowed|referred(?: back)?|put back|put off|put over|adjourned|awarded|deferred)\b`),
		"The appeal was upheld; the decision of the Cabinet was referred back for reconsideration"},
	{regexp.MustCompile(`^(?:[^.:]{0,60}: )?(?:Agreed|Approved|Confirmed|Accepted|Noted|Endorsed|Adopted|Received(?: and noted| with thanks)|Carried` +
		`|Signed off|Declined|Refused)(?:[.,;]| (?:and|as|subject|with|unanimously|nem|without|under)\b)`),
		"Approved, subject to the addition of a name; Received and noted"},
	{regexp.MustCompile(`^[^.]{0,90}\b(?:agreed|adopted|re-adopted|approved|accepted|confirmed)\.$|\b(?:[Aa]ll|[Uu]nanimously) agreed\.?$`),
		"Renewal of the insurance agreed. (community councils write no more than this)"},
	{regexp.MustCompile(`\b(?:stood|stands|was left|were left|is left|left) (?:referred|adjourned|deferred|over|on the table|to lie on the table)\b`),
		"the matter stood adjourned; under rule 15 it stood referred to Cabinet"},
	{regexp.MustCompile(`^(?:[Mm]otion|[Aa]mendment|[Pp]roposal) (?:carried|lost|defeated)\.?$` +
		`|\b(?:[Mm]otion|[Pp]roposal|[Aa]mendment)\b[^.]{0,160}\b(?:was|were|be) (?:declared )?(?:carried|lost|defeated|not carried)\b` +
		`|\b(?:the|The) (?:motion|proposal) fell\b|(?:Motion|Amendment) (?:lost|carried)\.`),
		"For 5, Against 8. Motion lost.; A proposal to give £250 was defeated"},
	{regexp.MustCompile(`^` + whoDecides + ` (?:then |also |therefore |unanimously )*(?:NOTED|AGREED|APPROVED|AUTHORISED|ENDORSED|DEFERRED|authorised|supported` +
		`|did not (?:endorse|support|agree|approve|accept)|declined|adopted|RECOMMENDS?|recommends)\b`),
		"The Committee AUTHORISED the issue of a notice; the Cabinet Committee did not endorse the proposed decision"},
	{regexp.MustCompile(`^(?:A|The|No) (?:vote of thanks|decision|request|grant|proposal|scheme|list|resolution|policy|plan` +
		`|nomination)\b[^.]{0,140}\b(?:was|were|is) (?:then |also |unanimously |duly )*(?:carried|approved|adopted|declined|refused|put off` +
		`|put back|recommended|accepted|awarded)\b`),
		"The revised policy was recommended to Council; a decision was put off"},
	{regexp.MustCompile(`^(?:O|Upo)n being put to the vote\b.*\b(?:carried|lost|fell)\b`), "On being put to the vote, the amendment was carried"},
}
