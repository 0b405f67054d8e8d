package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
)

// A pair is one entry of a list and what stands below it.
type pair struct {
	entry   parse.Line
	parts   []string // the entries of an inner list, which belong to the entry
	answers []parse.Line
}

// A run is a list with what leads to it.
type run struct {
	lead  string
	pairs []pair
}

// runs finds the lists of one part. A list ends where the part does, or where
// a paragraph begins that answers none of its entries.
func runs(lines []parse.Line) []run {
	var found []run
	var now *run
	var before []string // the last paragraphs outside a list
	for _, l := range lines {
		marked := l.Kind == extract.Entry && !numberedParagraph(l) || namedEntry.MatchString(l.Text)
		if now != nil && marked && l.Level <= now.pairs[0].entry.Level && kindOf(l.Marker) != kindOf(now.pairs[0].entry.Marker) {
			now = nil // another list begins
		}
		switch {
		case l.Kind == extract.Row:
			now = nil
		case marked && now == nil:
			found = append(found, run{lead: strings.Join(before, " ")})
			now = &found[len(found)-1]
			now.pairs = append(now.pairs, pair{entry: l})
			before = nil
		case marked && l.Level > now.pairs[0].entry.Level && now.pairs[0].entry.Level > 0:
			now.below(l)
		case marked:
			now.pairs = append(now.pairs, pair{entry: l})
		case now == nil || numberedParagraph(l) || closes.MatchString(l.Text):
			now = nil
			if before = append(before, l.Text); len(before) > 2 {
				before = before[1:]
			}
		default:
			last := &now.pairs[len(now.pairs)-1]
			last.answers = append(last.answers, l)
		}
	}
	return found
}

// numberedParagraph says whether an entry is a paragraph of the report that
// has its number, "2.2", and so belongs to no list.
func numberedParagraph(l parse.Line) bool {
	return l.Kind == extract.Entry && strings.Contains(parse.Label(l.Marker), ".")
}

// kindOf tells bullets, letters and numbers apart.
func kindOf(marker string) byte {
	switch l := parse.Label(marker); {
	case l == "":
		return '*'
	case l[0] >= '0' && l[0] <= '9':
		return '1'
	}
	return 'a'
}

// below puts an entry of an inner list where it belongs: into the remedy, or
// into the answer if that has begun.
func (r *run) below(l parse.Line) {
	last := &r.pairs[len(r.pairs)-1]
	if len(last.answers) > 0 {
		last.answers = append(last.answers, l)
		return
	}
	last.parts = append(last.parts, parse.Printed(l.Block))
}

// namedEntry is an entry that carries its name: "Recommendation 3: pay £100".
var namedEntry = regexp.MustCompile(`^(?:Recommendation|Remedy|Agreed action|Action)\s+(\d{1,2}|[a-z]|[ivx]{1,4})\s*[:.)–-]`)

// closes are words of a paragraph that speaks of the report again and not of
// one remedy: the law it is brought under, what happens next. The duty of
// section 31 of the Local Government Act 1974 is told in every such report.
var closes = regexp.MustCompile(`(?i)\bLocal Government (?:and Housing )?Act\b|\bsection 3[01]A?\b|\blaid before\b|^(?:In (?:conclusion|summary)|The next steps?|Members (?:are|should)|The (?:report|Ombudsman's report|full report) (?:is|was|has been) (?:attached|available|published))\b|\bis required (?:by law )?to (?:consider|publish|notify|lay)\b`)

// ofRemedies says whether a list is one of remedies. Answered entries under a
// lead that speaks of remedies, recommendations or actions are; entries
// without answers need a lead that says whose they are.
func (r run) ofRemedies(heading string) bool {
	lead := heading + " " + r.lead
	answered := 0
	for _, p := range r.pairs {
		if len(p.answers) > 0 {
			answered++
		}
	}
	if len(r.pairs) > 1 && answered*2 >= len(r.pairs) && answered > 1 {
		return remedyWords.MatchString(lead)
	}
	return asksOfCouncil.MatchString(r.lead) && (strings.HasSuffix(strings.TrimSpace(r.lead), ":") || leadsList(r.lead) || asksOfCouncil.MatchString(lastSentence(r.lead)))
}

var (
	remedyWords = regexp.MustCompile(`(?i)\bremed(?:y|ies|ied|ial)\b|\brecommend|\bagreed action|\bactions? (?:already )?(?:taken|agreed|required)|\binjustice\b|\bput (?:things|matters|it) right\b`)
	// "The Ombudsman recommended that the Council should:", "To remedy the
	// injustice the Council has agreed to:"
	asksOfCouncil = regexp.MustCompile(`(?i)\bombudsman(?:'s|’s)?\b[^.]{0,80}\b(?:recommend|ask(?:s|ed)|requir|remed)|\b(?:remed(?:y|ies)|recommendations?)\b[^.]{0,80}\b(?:ombudsman|injustice|council (?:has )?agreed|agreed)|\bagreed (?:to (?:take )?the following|with the ombudsman|remed|actions?)`)
)

func lastSentence(s string) string {
	if i := strings.LastIndex(strings.TrimRight(s, ". "), ". "); i >= 0 {
		return s[i+2:]
	}
	return s
}

func (r run) remedies() []archive.Remedy {
	most := 1 // answers to one entry but the last, which nothing ends
	for _, p := range r.pairs[:len(r.pairs)-1] {
		most = max(most, len(p.answers))
	}
	answered := false
	for _, p := range r.pairs[:len(r.pairs)-1] {
		answered = answered || len(p.answers) > 0
	}
	due, told := promise.Due(lastSentence(r.lead)), ""
	if last := lastSentence(r.lead); leadTells.MatchString(last) {
		told = last
	}
	var all []archive.Remedy
	for i, p := range r.pairs {
		answers := p.answers
		if i == len(r.pairs)-1 {
			answers = answers[:min(len(answers), most)]
			if !answered && len(r.pairs) > 1 {
				answers = nil // a list without answers, and then the next paragraph
			}
		}
		rem := p.remedy(answers)
		if rem.Evidence == nil && told != "" {
			rem.Evidence = &archive.Evidence{Quote: told, Page: rem.Page}
		}
		if promise.Due(rem.Text) == "" {
			rem.Due = due
		}
		all = append(all, rem)
	}
	return all
}

func (p pair) remedy(answers []parse.Line) archive.Remedy {
	rem := archive.Remedy{Label: parse.Label(p.entry.Marker), Text: strings.Join(append([]string{p.entry.Text}, p.parts...), " "), Status: archive.StatusNotStated, Page: p.entry.Page}
	if m := namedEntry.FindStringSubmatch(rem.Text); m != nil && rem.Label == "" {
		rem.Label = m[1]
		rem.Text = strings.TrimSpace(rem.Text[len(m[0]):])
	}
	if at := inlineState.FindStringIndex(rem.Text); at != nil && len(answers) == 0 {
		rem.Evidence = &archive.Evidence{Quote: strings.Trim(rem.Text[at[0]:], " –-—:;,()[]."), Page: p.entry.Page}
		rem.Text = strings.TrimSpace(rem.Text[:at[0]])
	}
	if at := inlineAnswer.FindStringIndex(rem.Text); at != nil && len(answers) == 0 && rem.Evidence == nil {
		rem.Evidence = &archive.Evidence{Quote: strings.TrimSpace(rem.Text[at[1]:]), Page: p.entry.Page}
		rem.Text = strings.TrimSpace(rem.Text[:at[0]+1])
	}
	if len(answers) > 0 {
		quote, _, _ := parse.Join(answers)
		rem.Evidence = &archive.Evidence{Quote: quote, Page: answers[0].Page}
	}
	return rem
}

// leadTells is the end of a lead that says what became of all its entries:
// "The following actions have been completed:".
var leadTells = regexp.MustCompile(`(?i)\bfollowing\b[^.:]*\b(?:(?:has|have) (?:now |all |already |not |yet |since )*(?:been )?(?:\w+ed|done|begun|made)|(?:is|are|remains?) (?:still |now |not )?(?:outstanding|complete|in progress|under ?way|ongoing|overdue|to be done))\W*$`)

// inlineAnswer is where an entry goes on to its answer, by name: "… to Miss C.
// Action: Completed".
var inlineAnswer = regexp.MustCompile(`[.;,)] (?:Actions?(?: taken)?|Status|Update|Progress|Response|Outcome|Position|Result): `)

// inlineState is the end of an entry that says what became of it: "– completed
// 3 May 2024", "(paid 9 May 2024)", "- this is underway".
var inlineState = regexp.MustCompile(`(?i)(?:\s+(?:[–—-]+\s*|[(\[])|:\s+)(?:this (?:is|was|has)|(?:now |fully |partly |partially )?(?:completed?|done|paid|sent|implemented|actioned|underway|under way|in progress|ongoing|not (?:yet )?(?:started|done|paid|begun|complete|due)|awaiting|outstanding|no longer|to follow|to be|due|planned|scheduled)\b|(?:has|have|was|were) )[^()]{0,160}[)\]]?[.;]?$`)
