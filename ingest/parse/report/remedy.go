package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// remedies are what the Ombudsman asked for, as a report tells of them: the
// entries of a list, each with the paragraphs below it that say what was done,
// or the rows of a table with a column for each. What a remedy asks for and
// what became of it is not decided here.
func remedies(parts []part) []archive.Remedy {
	var all []archive.Remedy
	for _, p := range parts {
		if p.canonical == recommending {
			continue // what the body is asked to do, not what the council was
		}
		all = append(all, tabled(asRows(p.lines))...)
		for _, run := range runs(unfoldAsked(p.lines)) {
			if run.ofRemedies(p.heading) {
				all = append(all, run.remedies()...)
			}
		}
	}
	if len(all) == 0 {
		return told(parts)
	}
	return all
}

// unfoldAsked parts a paragraph that tells several remedies in one sentence,
// "The Council agreed to: a) apologise; and b) pay £200.", into entries.
func unfoldAsked(lines []parse.Line) []parse.Line {
	var out []parse.Line
	for _, l := range lines {
		if l.Kind == extract.Row || !asksOfCouncil.MatchString(l.Text) {
			out = append(out, l)
			continue
		}
		out = append(out, unfoldBy(l, innerSmall)...)
	}
	return out
}

// asRows takes the lines of a table that was typed with strokes between its
// columns for the rows they are.
func asRows(lines []parse.Line) []parse.Line {
	var out []parse.Line
	for i, l := range lines {
		if l.Kind != extract.Row && strings.Contains(l.Text, " | ") && (i > 0 && strings.Contains(lines[i-1].Text, " | ") || i+1 < len(lines) && strings.Contains(lines[i+1].Text, " | ")) {
			l.Kind, l.Cells = extract.Row, strings.Split(strings.Trim(parse.Printed(l.Block), "| "), " | ")
		}
		out = append(out, l)
	}
	return out
}

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
	var all []archive.Remedy
	for i, p := range r.pairs {
		answers := p.answers
		if i == len(r.pairs)-1 {
			answers = answers[:min(len(answers), most)]
			if !answered && len(r.pairs) > 1 {
				answers = nil // a list without answers, and then the next paragraph
			}
		}
		all = append(all, p.remedy(answers))
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
		rem.Evidence = &archive.Evidence{Quote: strings.Trim(rem.Text[at[0]:], " –-—:;,()."), Page: p.entry.Page}
		rem.Text = strings.TrimSpace(rem.Text[:at[0]])
	}
	if len(answers) > 0 {
		quote, _, _ := parse.Join(answers)
		rem.Evidence = &archive.Evidence{Quote: quote, Page: answers[0].Page}
	}
	return rem
}

// inlineState is the end of an entry that says what became of it: "– completed
// 3 May 2024", "(paid 9 May 2024)", "- this is underway".
var inlineState = regexp.MustCompile(`(?i)\s+(?:[–—-]+\s*|\()(?:this (?:is|was|has)|(?:now |fully |partly |partially )?(?:completed?|done|paid|sent|implemented|actioned|underway|under way|in progress|ongoing|not (?:yet )?(?:started|done|paid|begun|complete|due)|awaiting|outstanding|no longer)\b|(?:has|have|was|were) )[^()]{0,160}\)?[.;]?$`)

// columns say what the columns of a table of remedies are for.
type columns struct{ text, status, state, due, owner, label int }

// tabled reads a table whose head names a remedy and what became of it.
func tabled(lines []parse.Line) []archive.Remedy {
	var all []archive.Remedy
	var c columns
	width := 0
	for _, l := range lines {
		if l.Kind != extract.Row {
			width = 0
			continue
		}
		if head, ok := remedyColumns(l.Cells); ok {
			c, width = head, len(l.Cells)
			continue
		}
		if width == 0 || len(l.Cells) != width || strings.TrimSpace(l.Cells[c.text]) == "" {
			continue
		}
		if n := len(all); n > 0 && rowGoesOn(all[n-1], l.Cells[c.text]) {
			all[n-1].Text += " " + l.Cells[c.text]
			if quote := strings.TrimSpace(l.Cells[c.status]); quote != "" && all[n-1].Evidence != nil {
				done, state, both := strings.Cut(all[n-1].Evidence.Quote, "\n\n")
				all[n-1].Evidence.Quote = done + " " + quote
				if both {
					all[n-1].Evidence.Quote += "\n\n" + state
				}
			}
			continue
		}
		rem := archive.Remedy{Text: l.Cells[c.text], Status: archive.StatusNotStated, Page: l.Page}
		if c.label >= 0 {
			rem.Label = parse.Label(l.Cells[c.label])
		} else if m, rest, ok := parse.Marker(rem.Text); ok {
			rem.Label, rem.Text = parse.Label(m), rest
		}
		if c.due >= 0 {
			rem.Due = l.Cells[c.due]
		}
		if c.owner >= 0 {
			rem.AddressedTo = l.Cells[c.owner]
		}
		if quote := c.answer(l.Cells); quote != "" {
			rem.Evidence = &archive.Evidence{Quote: quote, Page: l.Page}
		}
		all = append(all, rem)
	}
	return all
}

// rowGoesOn says whether a row is the rest of the one before it, cut by the
// end of a page or by a reader that saw two lines as two rows.
func rowGoesOn(before archive.Remedy, text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) && unfinished(before.Text)
}

func remedyColumns(cells []string) (columns, bool) {
	c := columns{-1, -1, -1, -1, -1, -1}
	for i, cell := range cells {
		if len(cell) > 60 {
			return c, false
		}
		switch {
		case c.text >= 0 && actionColumn.MatchString(cell): // "Recommendation | Action | Status"
			set(&c.status, i)
		case stateColumn.MatchString(cell):
			set(&c.state, i)
		case statusColumn.MatchString(cell):
			set(&c.status, i)
		case dueColumn.MatchString(cell):
			set(&c.due, i)
		case ownerColumn.MatchString(cell):
			set(&c.owner, i)
		case textColumn.MatchString(cell):
			set(&c.text, i)
		case labelColumn.MatchString(cell):
			set(&c.label, i)
		}
	}
	if c.status < 0 {
		c.status, c.state = c.state, -1
	}
	return c, c.text >= 0 && c.status >= 0
}

// answer is what a row says became of a remedy: what was done and, below it,
// the word of a column "State" beside it.
func (c columns) answer(cells []string) string {
	answer := strings.TrimSpace(cells[c.status])
	if c.state >= 0 {
		answer = strings.TrimSpace(answer + "\n\n" + strings.TrimSpace(cells[c.state]))
	}
	return answer
}

func set(at *int, i int) {
	if *at < 0 {
		*at = i
	}
}

var (
	textColumn   = regexp.MustCompile(`(?i)\b(?:recommend|remed|agreed action|required action|action|ombudsman)`)
	actionColumn = regexp.MustCompile(`(?i)^(?:council(?:['’]s)? )?(?:actions?(?: taken)?|response|comments?|notes?|evidence)$`)
	stateColumn  = regexp.MustCompile(`(?i)^(?:current )?(?:state|status|rag(?: rating| status)?|complete(?:d)?\??|done\??)$`)
	statusColumn = regexp.MustCompile(`(?i)\b(?:progress|status|response|update|action(?:s)? taken|outcome|position|complet|comments?|evidence|what (?:we|the council) (?:have|has) done|done)`)
	dueColumn    = regexp.MustCompile(`(?i)\b(?:deadline|due|by when|timescale|target date|date)\b`)
	ownerColumn  = regexp.MustCompile(`(?i)\b(?:owner|lead|responsib|by whom|who)`)
	labelColumn  = regexp.MustCompile(`(?i)^(?:no\.?|number|ref\.?|reference|#|para(?:graph)?(?: no\.?)?|item)$`)
)
