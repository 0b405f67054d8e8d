package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// tell finds the decision of an item whose clerk marked none: "The Committee
// noted the report.", "Renewal at £611.20 agreed.", "Choir – refused." The
// sentences that tell it become the item's decision.
//
// Of a long debate only the end is read so, beside what the parser took for a
// decision by its wording: before it the same words report what somebody else
// did.
func tell(it *archive.Item) []verdict {
	text := it.Discussion
	quiet := it.Decision == "" || strings.Contains(text, it.Decision)
	switch {
	case quiet:
	case strings.Contains(it.Text, it.Decision):
		text = it.Text
	default:
		for _, par := range strings.Split(it.Decision, "\n\n") {
			if !strings.Contains(it.Discussion, par) { // it tells nothing twice
				text += "\n\n" + par
			}
		}
	}
	if text == "" {
		text = it.Background
	}
	if text == "" { // the clerk began on the heading's line
		text = titleDecision(it)
	}
	from := 0
	if len(text) > terseMost {
		from = len(text) - terseEnd
	}
	var all []verdict
	var found []archive.Resolution
	at := 0
	for _, par := range strings.Split(text, "\n\n") {
		sentences := parse.Sentences(par)
		for n, s := range sentences {
			if at+len(par) < from && !strings.Contains(it.Decision, s) && !resolvedSentence.MatchString(s) {
				continue
			}
			if it.Procedural && apology.MatchString(s) || ofAmendment(s) {
				continue
			}
			if ofOthers.MatchString(it.Title) && !ourOwn.MatchString(s) {
				continue
			}
			v := toldBy(s)
			if onlyFaintTask(v) && (at+len(par) < len(text) || n > 0 && n+1 < len(sentences)) { // asked in passing; asked at the end, it is what came of it
				continue
			}
			if len(v) > 0 {
				all = append(all, v...)
				found = append(found, archive.Resolution{Text: s, Outcome: leading(v), Page: pageOf(it, s)})
			}
		}
		at += len(par) + 2
	}
	if span := seconded.FindStringIndex(secondDay.ReplaceAllString(text[from:], "2xx$1")); len(all) == 0 && span != nil && !unsettled.MatchString(text) {
		m := text[from+span[0] : from+span[1]]
		all = []verdict{{archive.Approved, weak, bySeconding}}
		found = append(found, archive.Resolution{Text: m, Outcome: archive.Approved, Page: pageOf(it, m)})
	}
	if len(all) == 0 && onlyNoted.MatchString(text) {
		all = []verdict{{archive.Noted, weak, byVerb}}
		found = append(found, archive.Resolution{Text: text, Outcome: archive.Noted, Page: pageOf(it, text)})
	}
	if len(all) == 0 {
		found, all = bareDecisions(text, !it.Procedural)
		for i := range found {
			found[i].Page = pageOf(it, found[i].Text)
		}
	}
	if len(all) == 0 && !quiet {
		if ofAmendment(it.Decision) {
			return []verdict{{archive.OtherResult, faint, byPhrase}}
		}
		return []verdict{{archive.OtherResult, faint, byNothing}}
	}
	if len(it.Resolutions) > len(found) && len(found) > 0 { // the parser parted a list within a sentence
		for i := range it.Resolutions {
			if v := verdicts(it.Resolutions[i].Text, false); len(v) > 0 {
				it.Resolutions[i].Outcome = leading(v)
			}
		}
		return all
	}
	it.Decision, it.Resolutions = "", nil
	if len(found) > 0 && (it.Discussion != "" || it.Background != "") {
		said := make([]string, 0, len(found))
		for _, r := range found {
			said = append(said, r.Text)
		}
		it.Decision, it.Resolutions = strings.Join(said, "\n\n"), found
	}
	return all
}

// ofOthers is the title of a list of what the planning authority decided, and
// ourOwn the words by which a sentence there tells what the meeting did.
var (
	ofOthers = regexp.MustCompile(`(?i)\bdecision notices?\b|^(?:[\d./]+ )?(?:(?:to (?:note|receive)|any|recent|planning|delegated|district|borough|county|council|local|authority|lpa|\w+ of) ){0,4}decisions?(?: (?:received|notified|made|by|of|from)\b.{0,60})?$`)
	ourOwn   = regexp.MustCompile(`(?i)\b(?:noted|agreed|resolved|members|councillors|cllrs?|parish council|we|committee)\b`)
)

// What is proposed and seconded, and of which no more is said, was agreed: a
// person for an office, the payments, the minutes. unsettled is what more may
// be said.
var (
	seconded  = regexp.MustCompile(`(?i)[^.\n]*\b(?:propos(?:ed|er|al)|prop|moved|nominated)\b[^\n]{0,140}?\b(?:second(?:ed|er|ing)|2nd|sec)\b[^.\n]*\.?`)
	unsettled = regexp.MustCompile(`(?i)\b(?:lost|fell|defeated|not (?:be )?(?:carried|agreed|seconded|supported)|withdr[ae]wn?|amendments?|no seconder)\b`)
)

// secondDay is the second of a month, by which nobody seconds anything.
var secondDay = regexp.MustCompile(`(?i)\b2nd((?: day)?(?: of)? (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))`)

// onlyNoted is a minute that says no more than that something was noted.
var onlyNoted = regexp.MustCompile(`^It was noted that [^.]+\.?(?:\s+\d+)?$`)

// resolvedSentence is a decision by its word, wherever it stands.
var resolvedSentence = regexp.MustCompile(`\bresolved (?:that|to|not to)\b`)

// terseMost is how many bytes an item of few words may have, and terseEnd how
// many of a longer one may hold its decision.
const (
	terseMost = 900
	terseEnd  = 400
)

// titleDecision is what a heading says after its first few words, where the
// paper set the minute on the same line.
func titleDecision(it *archive.Item) string {
	title := strings.TrimSpace(it.Title)
	if m := titleVerdict.FindStringIndex(title); m != nil {
		return strings.TrimSpace(title[m[0]:])
	}
	return ""
}

var titleVerdict = regexp.MustCompile(`\b(?:It was (?:unanimously )?(?:resolved|agreed|decided)\b|(?:Noted|Approved|Agreed|Deferred|Refused|Granted)\.$)`)

// pageOf is the page that a sentence of the item's text stands on.
func pageOf(it *archive.Item, sentence string) int {
	if at := strings.Index(it.Text, sentence); at >= 0 {
		return it.PageAt(at)
	}
	return 0
}

// apology is an absence accepted; nothing is decided by it.
var apology = regexp.MustCompile(`(?i)\b(?:apolog|absen|declar|interest)`)

// onlyFaintTask reports whether all a sentence tells is that somebody was
// asked to do something.
func onlyFaintTask(all []verdict) bool {
	return len(all) == 1 && all[0].is == archive.OtherResult && all[0].by == faint
}

// toldBy are the decisions a sentence tells.
func toldBy(s string) []verdict {
	s = s[len(paragraphNumber.FindString(s)):]
	if recounted.MatchString(s) || agendaPurpose.MatchString(s) {
		return nil
	}
	if announcing.MatchString(s) {
		return []verdict{{archive.Approved, faint, byAgreeing}}
	}
	if voteOnly.MatchString(s) {
		return []verdict{{archive.Approved, weak, byVote}}
	}
	low := strings.ToLower(s)
	for _, t := range terseForms {
		if t.form.find(s, low) != nil {
			all := []verdict{{t.is, t.by, byPhrase}}
			for _, v := range verdicts(s, true) {
				if t.is == archive.OtherResult && v.is == archive.Approved && v.by == strong { // "no objections were raised and it was approved"
					all = append(all, v)
				}
			}
			return all
		}
	}
	if m := nounCarried(s); m != nil && bareMood.MatchString(m[1]) {
		return verdicts("that "+m[1], false)
	}
	return verdicts(s, true)
}

// nounCarrier says with a noun that what follows is decided: "It was the wish
// of the meeting that the hall be hired".
var (
	nounCarrier = regexp.MustCompile(`^(?:It was the (?:wish|will|decision|view) of [^.,;]{3,40} that|The (?:decision|wish|ruling|conclusion) of [^.,;]{3,40} (?:was|is) that|[^.;]*\b(?:[Cc]ommittee|[Cc]ouncil|[Pp]anel|[Bb]oard|[Cc]abinet|[Mm]embers|[Cc]ouncillors) (?:was|were|is|are) (?:of the (?:view|opinion) that|satisfied that)|[^.;]*\b(?:[Cc]ommittee|[Cc]ouncil|[Pp]anel|[Bb]oard|[Cc]abinet|[Mm]embers|[Cc]ouncillors) (?:took|takes|take) the view that) ([^.]+)`)
	bareMood    = regexp.MustCompile(`\b(?:be|should)\b`)
)

// agendaPurpose is what an agenda says an item is for, carried into the minutes.
var agendaPurpose = regexp.MustCompile(`^To (?:agree|approve|note|determine|decide|consider|confirm|review) (?:which|whether|if|how|what|any)\b`)

// announcing is a sentence that says that decisions follow.
var announcing = regexp.MustCompile(`(?i)^[^.;]{0,60}\b(?:agreed|resolved|decided)\s*[:–—-]+\s*$`)

// voteOnly is a sentence that says how it was voted, and not on what.
var voteOnly = regexp.MustCompile(`(?i)^(?:(?:(?:it was )?prop\w*|moved|2nd|sec\w*)\b\.?[^.]*[.,;:]? *)?(?:(?:this|which) was )?(?:all (?:were |voted )?(?:agreed|in favour|in agreement)|(?:carried |agreed |approved )?unanimous(?:ly)?(?: agreed| carried| approved)?|carried|agreed|vote:? unanimous)(?: by all(?: present)?)?\.?$`)

// recounted opens a sentence on what was done at another time.
var recounted = regexp.MustCompile(`^(?:(?:At|During|After|Following) (?:the|our|last) (?:January|February|March|April|May|June|July|August|September|October|November|December|previous|last|month’s) (?:\d{4} )?meeting\b|(?:In|During|Since|On|By) (?:(?:early|late|mid) )?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b|Last (?:year|month|week|summer|winter|spring|autumn)\b|(?:This|The past|Over the) (?:past |last )?year\b)`)

// nounCarried is what a noun says is decided; every such sentence has "that".
func nounCarried(s string) []string {
	if !strings.Contains(s, " that ") {
		return nil
	}
	return nounCarrier.FindStringSubmatch(s)
}

// paragraphNumber is a paragraph's number before its words.
var paragraphNumber = regexp.MustCompile(`^\(?(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}[.)])\)?\s+`)
