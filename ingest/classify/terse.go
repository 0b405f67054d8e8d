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
		for _, s := range parse.Sentences(par) {
			if at+len(par) < from && !strings.Contains(it.Decision, s) && !resolvedSentence.MatchString(s) {
				continue
			}
			if it.Procedural && apology.MatchString(s) || ofAmendment(s) {
				continue
			}
			v := toldBy(s)
			if onlyFaintTask(v) && at+len(par) < len(text) { // asked in passing; asked at the end, it is what came of it
				continue
			}
			if len(v) > 0 {
				all = append(all, v...)
				found = append(found, archive.Resolution{Text: s, Outcome: leading(v), Page: pageOf(it, s)})
			}
		}
		at += len(par) + 2
	}
	if m := seconded.FindString(text); len(all) == 0 && m != "" && electing.MatchString(it.Title) { // where nobody else is put forward no more is said
		all = []verdict{{archive.Approved, weak, byPhrase}}
		found = append(found, archive.Resolution{Text: m, Outcome: archive.Approved, Page: pageOf(it, m)})
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

// A person proposed and seconded for an office is elected.
var (
	electing = regexp.MustCompile(`(?i)\b(?:election|appointment|chair\w*|vice[ -]chair\w*|mayor|representatives?|officers?|office[ -]bearers?)\b`)
	seconded = regexp.MustCompile(`(?i)[^.\n]*\bproposed\b[^.\n]{0,80}\bseconded\b[^.\n]*\.?`)
)

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
	for _, t := range terseForms {
		if t.form.MatchString(s) {
			all := []verdict{{t.is, t.by, byPhrase}}
			for _, v := range verdicts(s, true) {
				if t.is == archive.OtherResult && v.is == archive.Approved && v.by == strong { // "no objections were raised and it was approved"
					all = append(all, v)
				}
			}
			return all
		}
	}
	if m := nounCarrier.FindStringSubmatch(s); m != nil && bareMood.MatchString(m[1]) {
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

// paragraphNumber is a paragraph's number before its words.
var paragraphNumber = regexp.MustCompile(`^\(?(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}[.)])\)?\s+`)
