package score

import (
	"sort"
	"strings"
	"unicode"

	"moothall/archive"
)

// An Evaluation is how well papers were read, against labels.
type Evaluation struct {
	Labels    int         `json:"labels"`
	Scored    int         `json:"scored"` // labels that name a file
	Files     int         `json:"files"`
	Fields    []Field     `json:"fields"`
	Councils  []Council   `json:"councils"`
	Confusion []Confusion `json:"Confusion"`
	Misses    []Miss      `json:"misses"`
}

// A Field is one field's: n values wanted, right values read, precision
// over what was read, recall over what was wanted. A field with several
// values counts each.
type Field struct {
	Field     string  `json:"field"`
	N         int     `json:"n"`
	Right     int     `json:"right"`
	Read      int     `json:"read"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type Council struct {
	Council string  `json:"council"`
	Fields  []Field `json:"fields"`
}

// A Confusion says which value was read for which. For services it counts
// pairs of what was wanted and missed with what was read and not wanted.
type Confusion struct {
	Field  string   `json:"field"`
	Values []string `json:"values"`
	Counts [][]int  `json:"counts"` // [wanted][read]
}

type Miss struct {
	File  string `json:"file"`
	Item  string `json:"item"`
	Field string `json:"field"`
	Want  string `json:"want"`
	Got   string `json:"got"`
}

// fieldOrder is the order of the rows.
var fieldOrder = []string{"items", "council", "committee", "meeting_date", "item_number", "agenda_item", "title", "decision_ref", "outcome", "outcomes_all",
	"services", "meeting_refs", "meeting_ref_dates", "case_refs", "visibility", "procedural", "moved_by", "seconded_by", "votes", "exchanges",
	"findings", "body", "ombudsman", "reference", "category", "subcategory", "decision", "finding", "fault", "injustice", "public_report",
	"decision_date", "payment_total", "reports", "remedies", "remedy_kinds", "remedy_kinds_all", "remedy_amount", "remedy_status", "remedy_evidence"}

// A tally counts one field for each council, and for all under "".
type tally map[string]map[string]*Field

func (t tally) add(council, field string, want, right, read int) {
	for _, c := range []string{"", council} {
		if t[c] == nil {
			t[c] = map[string]*Field{}
		}
		f := t[c][field]
		if f == nil {
			f = &Field{Field: field}
			t[c][field] = f
		}
		f.N, f.Right, f.Read = f.N+want, f.Right+right, f.Read+read
	}
}

func (t tally) fields(council string) []Field {
	var out []Field
	for _, name := range fieldOrder {
		f := t[council][name]
		if f == nil {
			continue
		}
		if f.Read > 0 {
			f.Precision = float64(f.Right) / float64(f.Read)
		} else if f.N == 0 {
			f.Precision = 1
		}
		if f.N > 0 {
			f.Recall = float64(f.Right) / float64(f.N)
		} else {
			f.Recall = 1
		}
		if f.Precision+f.Recall > 0 {
			f.F1 = 2 * f.Precision * f.Recall / (f.Precision + f.Recall)
		}
		out = append(out, *f)
	}
	return out
}

// Run reads every file that labels name and compares. A file that cannot be
// read leaves all its labels unfound; an error is one of reading at all.
func Run(labels []Label, read func(file string) ([]archive.Record, error)) (Evaluation, error) {
	ev := Evaluation{Labels: len(labels)}
	byFile := map[string][]Label{}
	var files []string
	for _, l := range labels {
		if l.File == "" {
			continue
		}
		if byFile[l.File] == nil {
			files = append(files, l.File)
		}
		byFile[l.File] = append(byFile[l.File], l)
		ev.Scored++
	}
	ev.Files = len(files)
	s := scorer{t: tally{}, ev: &ev, outcomes: map[[2]string]int{}, services: map[[2]string]int{}, verdicts: map[[2]string]int{}, statuses: map[[2]string]int{}}
	for _, f := range files {
		records, err := read(f)
		if err != nil {
			return ev, err
		}
		s.file(f, byFile[f], records)
	}
	ev.Fields = s.t.fields("")
	var councils []string
	for c := range s.t {
		if c != "" {
			councils = append(councils, c)
		}
	}
	sort.Strings(councils)
	for _, c := range councils {
		ev.Councils = append(ev.Councils, Council{c, s.t.fields(c)})
	}
	for _, c := range []Confusion{square("outcome", s.outcomes), square("services", s.services), square("finding", s.verdicts), square("remedy_status", s.statuses)} {
		if len(c.Values) > 0 {
			ev.Confusion = append(ev.Confusion, c)
		}
	}
	return ev, nil
}

type scorer struct {
	t                  tally
	ev                 *Evaluation
	outcomes, services map[[2]string]int
	verdicts, statuses map[[2]string]int
}

// file pairs a file's labels with its records and scores each pair.
func (s *scorer) file(file string, labels []Label, records []archive.Record) {
	council := text(labels[0].Labels.Council)
	if council == "" {
		council = "(no council)"
	}
	cands, whole := candidatesFor(labels[0].Kind, records)
	pairs := pair(labels, cands)
	row, found := rowOf(labels[0].Kind), 0
	for i, l := range labels {
		if pairs[i] != nil {
			found++
		} else {
			s.miss(file, l, row, text(l.Labels.Title), "")
		}
		s.compare(file, council, l, pairs[i])
	}
	seen := len(cands)
	if !whole { // the labels are of a part of the paper
		seen = found
	}
	s.t.add(council, row, len(labels), found, seen)
	if whole {
		for _, c := range cands {
			if !paired(pairs, c) {
				s.ev.Misses = append(s.ev.Misses, Miss{file, string(c.About().ID), row, "", c.About().Title})
			}
		}
	}
}

// candidatesFor are the records a label of this kind may mean. whole says
// that the labels of the file are all it holds.
func candidatesFor(kind string, records []archive.Record) (out []archive.Record, whole bool) {
	for _, r := range records {
		switch r.(type) {
		case *archive.Item:
			if rowOf(kind) == "items" {
				out = append(out, r)
			}
		case *archive.Report:
			if rowOf(kind) == "reports" {
				out = append(out, r)
			}
		case *archive.Finding:
			if rowOf(kind) == "findings" {
				out = append(out, r)
			}
		}
	}
	return out, kind == "minutes-pdf-item" || kind == "minutes-item" || kind == "finding" || kind == "report"
}

// rowOf is the row that counts the records of a kind of label.
func rowOf(kind string) string {
	switch {
	case kind == "finding":
		return "findings"
	case strings.HasPrefix(kind, "report"):
		return "reports"
	}
	return "items"
}

// pair gives each label the record that is most like it, each record once.
func pair(labels []Label, records []archive.Record) []archive.Record {
	type match struct {
		l, r int
		s    float64
	}
	var all []match
	for i, l := range labels {
		for j, r := range records {
			if s := likeness(l, r); s >= 1 {
				all = append(all, match{i, j, s})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].s > all[b].s })
	out := make([]archive.Record, len(labels))
	taken := map[int]bool{}
	for _, m := range all {
		if out[m.l] == nil && !taken[m.r] {
			out[m.l] = records[m.r]
			taken[m.r] = true
		}
	}
	return out
}

func paired(pairs []archive.Record, r archive.Record) bool {
	for _, p := range pairs {
		if p == r {
			return true
		}
	}
	return false
}

// likeness is 0 to 4: words of the text shared, title, numbers.
func likeness(l Label, r archive.Record) float64 {
	h := r.About()
	s := 2 * overlap(l.Text, h.Title+" "+h.Text)
	if !strings.Contains(l.Kind, "item") {
		s = 1.2 // the paper's one record of its kind, unless its title says other
	}
	s += overlap(text(l.Labels.Title), h.Title)
	if it, ok := r.(*archive.Item); ok {
		if n := text(l.Labels.ItemNumber); n != "" && same(n, it.ItemNumber) {
			s += 0.6
		}
		if n := text(l.Labels.AgendaItem); n != "" && same(n, it.AgendaItem) {
			s += 0.4
		}
	}
	return s
}

// overlap is the share of words that a and b have in common (Dice).
func overlap(a, b string) float64 {
	wa, wb := bag(a), bag(b)
	if len(wa)+len(wb) == 0 {
		return 0
	}
	both, na, nb := 0, 0, 0
	for w, n := range wa {
		both += min(n, wb[w])
		na += n
	}
	for _, n := range wb {
		nb += n
	}
	return 2 * float64(both) / float64(na+nb)
}

func bag(s string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		m[w]++
	}
	return m
}

// compare scores each field of one label against its record, nil where none
// was found.
func (s *scorer) compare(file, council string, l Label, r archive.Record) {
	L := l.Labels
	var got read
	if r != nil {
		got = readOf(r, l.Kind == "report-pdf-page1")
	}
	one := func(field string, want *string, is string) {
		if !l.names(field) {
			return
		}
		w := text(want)
		n, right, seen := 0, 0, 0
		if w != "" {
			n = 1
		}
		if is != "" {
			seen = 1
		}
		if n == 1 && same(w, is) {
			right = 1
		}
		if n+seen == 0 {
			return
		}
		s.t.add(council, field, n, right, seen)
		if right == 0 || n != seen {
			s.miss(file, l, field, w, is)
		}
	}
	one("council", L.Council, got.council)
	one("committee", L.Committee, got.committee)
	one("meeting_date", L.MeetingDate, got.date)
	one("title", L.Title, got.title)
	one("item_number", L.ItemNumber, got.number)
	one("agenda_item", L.AgendaItem, got.agenda)
	one("decision_ref", L.DecisionRef, got.decisionRef)
	one("outcome", L.Outcome, got.outcome)
	one("visibility", L.Visibility, got.visibility)
	s.more(file, council, l, r, one)
	if L.Outcome != nil {
		s.outcomes[[2]string{*L.Outcome, orNone(got.outcome)}]++
	}
	many := func(field string, want, is []string) {
		w, g := keys(want), keys(is)
		right := 0
		for k := range w {
			if g[k] {
				right++
			}
		}
		if len(w)+len(g) == 0 {
			return
		}
		s.t.add(council, field, len(w), right, len(g))
		if right < len(w) || right < len(g) {
			s.miss(file, l, field, strings.Join(want, ", "), strings.Join(is, ", "))
		}
	}
	if L.OutcomesAll != nil {
		many("outcomes_all", *L.OutcomesAll, got.outcomes)
	}
	if L.Services != nil {
		many("services", *L.Services, got.services)
		for _, w := range *L.Services {
			if keys(got.services)[w] {
				s.services[[2]string{w, w}]++
				continue
			}
			extra := false
			for _, g := range got.services {
				if !keys(*L.Services)[g] {
					s.services[[2]string{w, g}]++
					extra = true
				}
			}
			if !extra {
				s.services[[2]string{w, "unstated"}]++
			}
		}
	}
	if L.OmbudsmanRefs != nil {
		many("case_refs", *L.OmbudsmanRefs, got.cases)
	}
	if L.Meetings != nil {
		var want, dates []string
		for _, m := range *L.Meetings {
			want = append(want, bodyKey(text(m.Body))+" "+text(m.Date))
			if text(m.Date) != "" {
				dates = append(dates, text(m.Date))
			}
		}
		many("meeting_refs", want, got.meetings)
		many("meeting_ref_dates", dates, got.meetingDates)
	}
}

func (s *scorer) miss(file string, l Label, field, want, got string) {
	item := strings.TrimSpace(text(l.Labels.ItemNumber) + " " + text(l.Labels.Reference) + " " + text(l.Labels.Title))
	s.ev.Misses = append(s.ev.Misses, Miss{file, item, field, want, got})
}

// read is a record in the labels' terms.
type read struct {
	council, committee, date, title, number, agenda, decisionRef, outcome, visibility string
	services, outcomes, cases, meetings, meetingDates                                 []string
}

// firstPage leaves out what stands on later pages: some labels are of a
// paper's first page alone.
func readOf(r archive.Record, firstPage bool) read {
	h := r.About()
	g := read{council: h.Council, committee: archive.Committee(r), date: string(archive.When(r)), title: h.Title, visibility: string(h.Visibility), cases: h.CaseRefs}
	if g.visibility == "" {
		g.visibility = string(archive.Public)
	}
	for _, s := range h.Services {
		g.services = append(g.services, string(s))
	}
	for _, m := range h.MeetingRefs {
		if firstPage && m.Page > 1 {
			continue
		}
		g.meetings = append(g.meetings, bodyKey(m.Body)+" "+string(m.Date))
		if m.Date != "" {
			g.meetingDates = append(g.meetingDates, string(m.Date))
		}
	}
	switch r := r.(type) {
	case *archive.Item:
		g.number, g.agenda, g.decisionRef, g.outcome = r.ItemNumber, r.AgendaItem, r.DecisionRef, string(r.Outcome)
		for _, o := range r.OutcomesAll {
			g.outcomes = append(g.outcomes, string(o))
		}
	case *archive.Report:
		g.decisionRef = r.DecisionRef
	}
	return g
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func keys(all []string) map[string]bool {
	m := map[string]bool{}
	for _, s := range all {
		m[s] = true
	}
	return m
}

// same compares values as people do: case, kinds of quotation mark and dash,
// and white space do not count.
func same(a, b string) bool { return plain(a) == plain(b) }

func plain(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00a0", " ").Replace(strings.ToLower(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), " .:")
}

// bodyKey is a body's name without "the".
func bodyKey(s string) string { return strings.TrimPrefix(plain(s), "the ") }

func orNone(s string) string {
	if s == "" {
		return "unstated"
	}
	return s
}

// square makes a table of counted pairs.
func square(field string, pairs map[[2]string]int) Confusion {
	at := map[string]int{}
	c := Confusion{Field: field}
	for p := range pairs {
		for _, v := range p {
			if _, ok := at[v]; !ok {
				at[v] = 0
				c.Values = append(c.Values, v)
			}
		}
	}
	sort.Strings(c.Values)
	for i, v := range c.Values {
		at[v] = i
	}
	c.Counts = make([][]int, len(c.Values))
	for i := range c.Counts {
		c.Counts[i] = make([]int, len(c.Values))
	}
	for p, n := range pairs {
		c.Counts[at[p[0]]][at[p[1]]] += n
	}
	return c
}
