package lgsco

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
)

// summedUp reads the remedies of a paper that has no list of them (a case
// settled early, an entry of a listing, a page of which only the opening was
// kept) from what its summary says was agreed, or its decision where that
// tells of more: a remedy for each thing promised, recommended or already done.
func summedUp(sections []archive.Section) []archive.Remedy {
	var best []archive.Remedy
	for _, canonical := range []string{"summary", "decision"} {
		var out []archive.Remedy
		for _, s := range sections {
			if s.Canonical != canonical {
				continue
			}
			out = append(out, promisedBy(s)...)
		}
		if len(out) > len(best) {
			best = out
		}
	}
	if best == nil && len(sections) == 1 && sections[0].Canonical == "" { // a summary that stands alone, without a heading
		best = promisedBy(sections[0])
		if listed := listedBy(sections[0]); len(listed) > 0 {
			best = listed
		}
	}
	return best
}

// listedBy is the list that a section without a heading leads to: "The Council
// agreed to the following within a month:".
func listedBy(s archive.Section) []archive.Remedy {
	for i, para := range s.Paragraphs {
		if i+1 == len(s.Paragraphs) || !opensList(para.Text, s.Paragraphs[i+1].Text) || !agreed.MatchString(para.Text) {
			continue
		}
		if _, _, marked := parse.Marker(s.Paragraphs[i+1].Text); marked {
			s.Paragraphs = s.Paragraphs[i:]
			out, _ := actions(nil, s)
			return out
		}
	}
	return nil
}

// promisedBy is what the paragraphs of a section promise.
func promisedBy(s archive.Section) []archive.Remedy {
	var out []archive.Remedy
	for _, para := range s.Paragraphs {
		out = append(out, promisedIn(strings.TrimPrefix(para.Text, "Summary: "))...)
	}
	for i := range out {
		if len(s.Pages) == 1 {
			out[i].Page = s.Pages[0]
		}
	}
	return out
}

// promisedIn is what the sentences of a summary promise, in order.
func promisedIn(text string) []archive.Remedy {
	if enough.MatchString(text) {
		return nil
	}
	var out []archive.Remedy
	for _, sentence := range parse.Sentences(text) {
		from, list := promiseIn(sentence)
		if list == "" {
			continue
		}
		whole := promise.Due(sentence)
		for i, t := range things(list) {
			part := t.text
			if vague(part) {
				continue
			}
			if i == 0 {
				part = from + part
			}
			out = append(out, archive.Remedy{
				Text: strings.Trim(part, " ;,:"), Due: first(first(promise.Due(part), t.due), whole), AddressedTo: addressee(sentence), Status: archive.StatusNotStated,
			})
		}
	}
	return out
}

// promiseIn finds where a sentence begins to promise: from is the words that
// promise ("The Council has agreed to "), list the things promised after them.
// What the complainant wants, and what the council should have done, is no
// promise.
func promiseIn(sentence string) (from, list string) {
	if m := isRemedy.FindStringSubmatch(sentence); m != nil && startsThing(m[1]) {
		return "", m[1]
	}
	if theirs.MatchString(sentence) {
		return "", ""
	}
	for _, head := range promiseHeads {
		for _, m := range head.FindAllStringSubmatchIndex(sentence, -1) {
			if doubted.MatchString(sentence[:m[0]]) || notDone.MatchString(sentence[m[1]:]) {
				continue
			}
			if len(m) > 2 && m[2] >= 0 { // the verb is part of what was done
				return sentence[m[0]:m[2]], sentence[m[2]:]
			}
			return sentence[m[0]:m[1]], means.ReplaceAllString(sentence[m[1]:], "")
		}
	}
	if m := passively.FindStringSubmatch(sentence); m != nil && !doubted.MatchString(sentence[:strings.Index(sentence, m[1])]) {
		return "", m[1]
	}
	return "", ""
}

const bodyWord = `(?:council|authority|landlord|trust|provider|home|company|panel|icb|board|school|academy|it|they|both)`

// promiseHeads are the words by which a summary says that something will be
// done, in the order in which they are believed. A group marks the verb of
// what was done already.
var promiseHeads = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(?:the )?` + bodyWord + ` (?:(?:(?:has|have|had|also|now|since|already) )*|upheld the complaint,? (?:and )?)()(?:apologised|refunded|cancelled|waived|offered|put in place|taken (?:action|steps) to|paid (?:\w+ ){0,4}£)`),
	regexp.MustCompile(`(?i)\b(?:the )?` + bodyWord + ` (?:has|have|had) (?:now|already|since) ()(?:provided|repaired|mended|arranged|completed|issued|carried out|installed|reinstated|corrected|changed|reviewed|introduced|updated|improved|trained)\b`),
	regexp.MustCompile(`(?i)\b(?:the )?` + bodyWord + `(?:'s| upheld the complaint,? and| [\w ]{1,20})? (?:(?:has|have|had|also|now|since|already|therefore|both|formally) )*(?:agreed|agrees|undertaken|undertook|promised|proposed|proposes)(?: (?:with|to) (?:our|my|the|these|all|this)(?: \w+)? recommendations?)?,?(?: (?:to|that (?:it|they) (?:will|would|should)|(?:it|they) (?:will|would|should)|by|and (?:has|will)))? `),
	regexp.MustCompile(`(?i)\b(?:we|i|the ombudsman|ombudsmen) (?:(?:have|has|also|therefore|now) )*recommend(?:ed|s)?(?: (?:that )?(?:the )?` + bodyWord + `(?: (?:to|should|will|also))*)? `),
	regexp.MustCompile(`(?i)\b(?:the )?` + bodyWord + `(?: and [\w ]{2,30})? (?:said (?:it|they) would|will|should|must|needs? to|is to|are to)(?: also| now| then)? `),
	regexp.MustCompile(`(?i)^(?:this|these|the remedy|the agreed (?:action|remedy|actions)|its actions|the recommendations) (?:will )?includ(?:e|es|ed|ing) `),
}

var (
	// enough is a summary that asks for no more than was done.
	enough = regexp.MustCompile(`(?i)\b(?:is|was) enough and\b|\bnot (?:recommend|ask for|seek) (?:any )?(?:further|more|anything)\b`)
	// theirs is a sentence of the complaint, not of the decision.
	theirs = regexp.MustCompile(`^(?:(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Lady)\.? [\pL’'-]+(?: and (?:(?:Mrs?|Ms|Miss|Mx|Dr) )?[\pL’'-]+)?|[A-Z]|He|She|They|The (?:complainants?|couple|family|company))(?:,? [^,.;]{0,80},?)?? (?:also |further )?(?:complain(?:s|ed)?|says?|said|wants?|wanted|asks?|asked|claims?|claimed|alleges?|alleged|feels?|felt|believes?|believed|considers?)\b`)
	// doubted is what before a promise makes it none.
	doubted = regexp.MustCompile(`(?i)\b(?:no evidence|whether|if|complain(?:s|ed)?|complaint that|refus\w+|fail(?:s|ed|ure|ing) to|says?|how|what|when|than|at fault (?:because|as)|unless|until|told \w+)(?: (?:that|the|[\pL’']+)){0,3} ?$`)
	notDone = regexp.MustCompile(`(?i)^(?:not|never|have|be|has been|continue|remain|no longer)\b`)
	// means is what stands between the promise of a remedy and what it is:
	// "agreed to remedy this injustice by apologising".
	means = regexp.MustCompile(`(?i)^(?:` +
		`(?:remedy|resolve|put right|address|settle|recognise|acknowledge|make up for)(?:ing)?\b[^.;]*?\bby:? ` +
		`|(?:our|my|the|these|all|carry out|complete|implement|take|follow|an?|some|several) [^.;:]{0,60}?\b(?:including|which include|these are|namely)\b:? ` +
		`|(?:carry out |complete |implement |take |follow )?(?:our|my|the|these|all) (?:\w+ )?(?:recommendations?|actions?|remedy)(?: to|:|, which are:?) )(?:the following:? )?`)
	// isRemedy is a list of things with the judgment that they are the remedy.
	isRemedy  = regexp.MustCompile(`^((?:An?|The|A further|Further) [^.]{3,300}?),? (?:is|are|provides?|represents?|amounts? to|remed(?:y|ies)) (?:an? |the )?(?:\w+ )?(?:satisfactory|suitable|appropriate|sufficient|fair|proportionate|reasonable|adequate|injustice|remedy|distress|uncertainty|frustration|fault)\b`)
	passively = regexp.MustCompile(`(?i)\b((?:an? |the |further )?(?:\w+ )?(?:apology|payment|refund|review|reassessment)(?:,? (?:and )?(?:an? |the )?(?:\w+ )?(?:apology|payment|refund|review|reassessment|training))*) (?:should be|will be|has been|have been|is to be|are to be) (?:made|paid|given|offered|provided|agreed|carried out)\b`)
)

const (
	actVerb = `(?:apologi[sz]e|pay|repay|refund|reimburse|waive|cancel|write|backdate|review|re-?assess|assess|re-?consider|consider|revisit|re-?calculate|calculate|remind|(?:re-?)?train|brief|amend|revise|update|change|improve|introduce|produce|prepare|publish|develop|create|draw up|form|monitor|audit|check|ensure|make|provide|offer|arrange|hold|carry|complete|finalise|issue|send|share|give|explain|clarify|confirm|tell|inform|contact|meet|visit|inspect|investigate|appoint|identify|look|put|take|remove|restore|reinstate|repair|install|add|correct|delete|record|act|work|implement|address|prevent|stop|start|begin|commission|fund|allow|allocate|award|credit|reduce|honour|invite|consult|respond|reply|report|set|seek|secure|support|undertake|conduct|discuss|deduct|increase|adjust|register|instruct|circulate|use|learn|bring|progress|escalate|refer|reflect on|keep|remedy|resolve)`
	acting  = `(?:apologi[sz]|pay|repay|refund|reimburs|waiv|cancell?|keep|writ|backdat|review|re-?assess|assess|re-?consider|consider|revisit|re-?calculat|remind|(?:re-?)?train|brief|amend|revis|updat|chang|improv|introduc|produc|prepar|publish|mak|provid|offer|arrang|hold|carry|complet|issu|send|shar|giv|explain|clarify|ensur|implement|tak|remov|restor|monitor|putt)ing`
	acted   = `(?:(?:it )?(?:has|have|had) (?:also |now |already )*|it (?:also )?)(?:agreed to |agreed |offered to )?(?:` + actVerb + `|apologised|paid|refunded|cancelled|waived|offered|provided|reviewed|changed|introduced|made|taken|put)`
	done    = `(?:apologised|paid|refunded|cancelled|waived|offered|provided|repaired|mended|arranged|completed|issued|carried out|installed|reinstated|corrected|changed|reviewed|introduced|updated|improved|trained|put in place|taken|agreed to)`
	aThing  = `(?:(?:an?|the|its|some|any|further|formal|full|written|small|symbolic|financial|appropriate|additional|refresher|service|staff|officer) )*(?:apolog(?:y|ies)|explanations?|payments?|redress|remedy|reminders?|training|refunds?|re-?assessments?|re-?view of|improvements?|removal of|guidance|action plan|list of|breakdown of|waiver|letters?|meeting|£[\d,.]+)`
)

var (
	thingForm  = regexp.MustCompile(`^(?:(?:[a-z]+ly )?(?:` + actVerb + `|` + acting + `|` + done + `)|` + acted + `|` + aThing + `)(?:[^\pL]|$)`)
	betweenTwo = regexp.MustCompile(`(?:[;,]|\band\b)(?: and)?(?: \(?[a-z0-9]{1,3}\))?(?: (?:also|then|that|it will also|it will|it should also|it should|they will|will|both|to|by|within (?:\d+|[a-z]+) (?:days|weeks?|months?)))*,? `)
	// ofOthers is a promise about what others are to do, whose list goes on
	// with "to": "remind staff to record calls and to reply in time".
	ofOthers = regexp.MustCompile(`(?i)\b(?:remind\w*|ensur\w*|train\w*|guidance|instruct\w*|make sure|making sure|brief\w*)\b`)
	mainVerb = regexp.MustCompile(`^(?:apologise|pay|refund|review|remind|train|re-?assess|reconsider)\b`)
	withTo   = regexp.MustCompile(`\bto $`)
	// remedying is the part of a promise that says only that there is one.
	remedying = regexp.MustCompile(`(?i)\b(?:remed(?:y|ies|ying)|resolv(?:e|ing)|recommend(?:ations?|ed)|put(?:ting)? (?:things|matters|this|it) right|proposals?|actions?|steps|way forward)\b`)
	exactly   = regexp.MustCompile(`(?i)\b(?:apolog\w+|sorry|pay\w*|payments?|repay\w*|refund\w*|reimburs\w*|waiv\w*|financial|redress|cancel\w*|review\w*|re-?assess\w*|re-?consider\w*|remind\w*|train\w*|brief\w*|guidance|polic\w+|procedures?|process\w*|improv\w+|prevent\w*|recurr?ence|reoccurr?ence|happen\w*|future|explain|explanation|clarify|meet\w*|letter|write|refer|escalate|investigate|monitor|plan|lessons?|services?|service provision|previously)\b|£`)
)

// startsThing reports whether a text begins with something that can be promised.
func startsThing(s string) bool {
	s = strings.TrimSpace(s)
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' {
		s = string(s[0]+'a'-'A') + s[1:]
	}
	return thingForm.MatchString(s)
}

// A thing is one thing of a list, with the time that stands before it.
type thing struct{ text, due string }

// things cuts a list between the things it promises.
func things(list string) []thing {
	var out []thing
	due := ""
	at := 0
	for _, m := range betweenTwo.FindAllStringIndex(list, -1) {
		if m[0] < at {
			continue
		}
		before := list[at:m[0]]
		next := list[m[1]:]
		if strings.TrimSpace(before) == "" || !thingForm.MatchString(next) {
			continue
		}
		if ofOthers.MatchString(before) && withTo.MatchString(list[m[0]:m[1]]) && !mainVerb.MatchString(next) {
			continue
		}
		out = append(out, thing{before, due})
		if own := promise.Due(list[m[0]:m[1]]); own != "" {
			due = own // it holds for what follows, until another does
		}
		at = m[1]
	}
	return append(out, thing{list[at:], due})
}

// vague reports whether a part of a promise says no more than that there will
// be a remedy: "take steps to remedy the injustice", "our recommendations".
func vague(part string) bool {
	return !startsThing(part) || remedying.MatchString(part) && !exactly.MatchString(part)
}
