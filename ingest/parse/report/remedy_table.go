package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
	"moothall/ingest/ukdate"
)

// A row is one row of a table of remedies: its cells by what they are for.
// What runs over several rows of the page is gathered before it is joined.
type row struct {
	text            []string
	answers         [][]string // what each column that tells of it says
	day             string     // in a column of the days on which things were done
	due, owner, ref string
	page            int
}

// tabled reads the tables whose head names a remedy or a recommendation and
// what became of it or whose it is.
func tabled(lines []parse.Line, ombudsmans bool) []archive.Remedy {
	var all []archive.Remedy
	var c columns
	var rows []row
	width := 0
	for _, l := range lines {
		if l.Kind != extract.Row {
			width = 0
			continue
		}
		if head, ok := columnsOf(l.Cells); ok && head.ofRemedies(ombudsmans) {
			c, width = head, len(l.Cells)
			continue
		}
		if width == 0 || len(l.Cells) != width {
			continue
		}
		r := c.row(l)
		n := len(rows)
		switch {
		case len(r.text) > 0 && !(n > 0 && rows[n-1].goesOn(r.text[0])):
			rows = append(rows, r)
		case n > 0:
			rows[n-1].text = append(rows[n-1].text, r.text...)
			for i, more := range r.answers {
				rows[n-1].answers[i] = append(rows[n-1].answers[i], more...)
			}
		}
	}
	for _, r := range rows {
		all = append(all, r.remedies()...)
	}
	return all
}

// goesOn says whether text is the rest of the row before it, cut by the end of
// a page or by a reader that saw two lines as two rows.
func (r row) goesOn(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first) && unfinished(r.text[len(r.text)-1])
}

// remedies are what a row asks for: one thing, but for a table of cases, whose
// cell "Apology and £300" is two.
func (r row) remedies() []archive.Remedy {
	text := strings.Join(r.text, " ")
	if nothing.MatchString(text) {
		return nil
	}
	one := archive.Remedy{Text: text, Status: archive.StatusNotStated, Due: r.due, AddressedTo: r.owner, Page: r.page}
	var told []string
	for _, a := range r.answers {
		told = append(told, some(strings.Join(a, " "))...)
	}
	answer := strings.Join(told, "\n\n")
	switch {
	case r.day != "":
		one.Status, one.Evidence = archive.Implemented, &archive.Evidence{Quote: r.day, Page: r.page}
	case answer != "":
		one.Evidence = &archive.Evidence{Quote: answer, Page: r.page}
	}
	parts := []string{text}
	if m := caseNumber.FindStringSubmatch(r.ref); m != nil {
		one.CaseRef = m[1] + " " + m[2] + " " + m[3]
		if split := caseParts(text); len(split) > 0 {
			parts = split
		}
	} else if r.ref != "" {
		one.Label = parse.Label(r.ref)
	} else if m, rest, ok := parse.Marker(text); ok {
		one.Label, parts = parse.Label(m), []string{rest}
	}
	var all []archive.Remedy
	for _, p := range parts {
		next := one
		if next.Text = p; one.Evidence != nil {
			e := *one.Evidence
			next.Evidence = &e
		}
		all = append(all, next)
	}
	return all
}

// caseParts are the things that a cell of a table of cases asks for.
func caseParts(text string) []string {
	var all []string
	for _, piece := range strings.Split(text, ";") {
		if piece = strings.TrimSpace(piece); piece == "" || nothing.MatchString(piece) {
			continue
		}
		for _, s := range parse.Sentences(piece) {
			if split := promise.Split(s); len(split) > 0 {
				all = append(all, split...)
			} else {
				all = append(all, s)
			}
		}
	}
	return all
}

var (
	// nothing is what a cell says where no remedy was asked for.
	nothing = regexp.MustCompile(`(?i)^\W*(?:none|nil|null|n/?a|not applicable|no (?:remedy|further action|recommendations?|action)(?: [\w ]{0,30})?)?\W*$`)
	// caseNumber is the Ombudsman's number of a case alone in its cell.
	caseNumber = regexp.MustCompile(`^\s*(?:LGS?C?O\s*)?(\d{2})[ -]?(\d{3})[ -]?(\d{3}[a-z]?)\s*$`)
)

// row reads the cells of a line.
func (c columns) row(l parse.Line) row {
	cell := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(l.Cells[i])
	}
	r := row{text: some(cell(c.text)), due: cell(c.due), owner: cell(c.owner), ref: cell(c.label), page: l.Page}
	if nothing.MatchString(r.due) {
		r.due = ""
	}
	day := cell(c.done)
	if len(ukdate.Find(day)) == 1 && len(day) < 40 {
		r.day, day = day, ""
	}
	for _, i := range c.answers {
		r.answers = append(r.answers, some(cell(i)))
	}
	r.answers = append(r.answers, some(day), some(cell(c.state)))
	return r
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
