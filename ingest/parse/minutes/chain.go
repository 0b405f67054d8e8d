package minutes

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// entries finds the items of one meeting: the run of headings that explains
// it best, each with the lines up to the next.
func (p *paper) entries(m meeting) []entry {
	heads := p.headings(m)
	var out []entry
	end := m.to
	for i := len(heads) - 1; i >= 0; i-- {
		c := heads[i]
		e := entry{from: c.line, body: c.line + c.lines, to: end, heading: c.heading, glued: c.glued, question: c.question}
		if c.agendaOnly && e.agenda == "" {
			e.number, e.agenda = "", e.number
		}
		out = append(out, e)
		end = c.line
	}
	slices.Reverse(out)
	if !m.agenda {
		out = p.subItems(out)
	}
	p.divide(out, m)
	return out
}

// headings chooses among the candidates of a meeting.
//
// Numbered headings count up and look alike; paragraphs inside an item count
// up too, but from one again in every item, and read like sentences. So the
// best chain is the one whose numbers rise, whose form stays the same and
// whose members look most like headings.
func (p *paper) headings(m meeting) []candidate {
	var numbered, stuck, marked, plain []candidate
	for i := m.from; i < m.to; i++ {
		if divider(p.text(i)) != noDivider || p.contactBlock(i) {
			continue
		}
		c, ok := p.candidate(i)
		if !ok {
			continue
		}
		switch {
		case c.stuck:
			stuck = append(stuck, c)
		case c.value >= 0:
			numbered = append(numbered, c)
		case c.agenda != "":
			marked = append(marked, c)
		case c.glued == "" && !c.long && i > m.from:
			plain = append(plain, c)
		}
	}
	countStrokes(numbered, "yearly")
	countStrokes(numbered, "coded")
	if said := only(numbered, "named"); len(said) > 1 || len(said) == 1 && (said[0].line == numbered[0].line || said[0].strong) {
		numbered = said // "Item 6 –": the numbers say what they are
	}
	chain := bestChain(numbered)
	if len(chain) < 3 && len(stuck) > 2 {
		numbered, stuck = merge(numbered, stuck), nil
		chain = bestChain(numbered)
	}
	if total(chain) < 2.5 && !named(chain) || len(chain) < 2 && !hasMark(chain) && !named(chain) {
		chain = nil
	}
	if chain != nil && len(marked) >= 2 && !hasMark(chain) {
		chain = nil // the agenda's numbers mark the items; these are paragraphs
	}
	if chain != nil {
		chain = fill(chain, merge(numbered, stuck))
		chain = append(chain, again(chain, numbered)...)
		more := append(inserted(chain, numbered), p.printedAlike(chain, plain)...)
		return merge(chain, append(more, marked...))
	}
	if len(marked) >= 2 || len(marked) == 1 && len(plain) == 0 {
		return merge(marked, nil)
	}
	if asked := p.questions(m); asked != nil {
		return asked
	}
	if heads := p.unnumbered(plain); len(heads) > 0 {
		return heads
	}
	return p.bracketed(m)
}

// link scores the step from a to b in a chain; ok is false where b cannot
// follow a.
func link(a, b candidate) (float64, bool) {
	gap := b.value - a.value - 1
	if a.form != b.form || gap < 0 || gap > 60 || b.line < a.line+a.lines {
		return 0, false
	}
	s := 0.8 - math.Min(0.6*float64(gap), 4)
	if a.tail != b.tail {
		s -= 0.5
	}
	if a.strong != b.strong {
		s -= 0.5
	}
	if a.x0 > 0 && b.x0 > 0 && math.Abs(a.x0-b.x0) > 15 {
		s -= 1
	}
	return s, true
}

// bestChain is the chain of candidates with the highest score.
func bestChain(cs []candidate) []candidate {
	best := make([]float64, len(cs))
	from := make([]int, len(cs))
	top := -1
	for j := range cs {
		best[j], from[j] = cs[j].score+0.2, -1
		if cs[j].value == 1 {
			best[j] += 0.3
		}
		for i := max(0, j-400); i < j; i++ {
			if s, ok := link(cs[i], cs[j]); ok && best[i]+s+cs[j].score+0.2 > best[j] {
				best[j], from[j] = best[i]+s+cs[j].score+0.2, i
			}
		}
		if top < 0 || best[j] > best[top] {
			top = j
		}
	}
	var chain []candidate
	for ; top >= 0; top = from[top] {
		chain = append(chain, cs[top])
	}
	slices.Reverse(chain)
	return chain
}

func total(chain []candidate) float64 {
	t := 0.0
	for i, c := range chain {
		t += c.score + 0.2
		if i > 0 {
			s, _ := link(chain[i-1], c)
			t += s
		}
	}
	return t
}

// only are the candidates whose number has the form.
func only(cs []candidate, form string) []candidate {
	var out []candidate
	for _, c := range cs {
		first, _ := utf8.DecodeRuneInString(c.title)
		if c.form == form && c.agenda == "" && !c.long && !endsSentence(c.title) && !unicode.IsLower(first) {
			out = append(out, c)
		}
	}
	return out
}

// named reports whether a chain's numbers say what they are: "Item 6 –".
func named(chain []candidate) bool { return len(chain) > 0 && chain[0].form == "named" }

func hasMark(chain []candidate) bool {
	for _, c := range chain {
		if c.agenda != "" {
			return true
		}
	}
	return false
}

// fill takes into a chain the members it stepped over: candidates of the same
// form that bear exactly the missing numbers, within, before and after it.
func fill(chain, cs []candidate) []candidate {
	var out []candidate
	pick := func(after, before int, number int) (candidate, bool) {
		var found candidate
		ok := false
		for _, c := range cs {
			if c.line < after || c.line >= before || c.value != number || c.form != chain[0].form || c.tail != chain[0].tail || !alike(c, chain) {
				continue
			}
			if !ok || c.score > found.score {
				found, ok = c, true
			}
		}
		return found, ok
	}
	// ahead of the first
	before := chain[0].line
	for n := chain[0].value - 1; n > 0; n-- {
		c, ok := pick(0, before, n)
		if !ok {
			break
		}
		out = append(out, c)
		before = c.line
	}
	slices.Reverse(out)
	for i, c := range chain {
		out = append(out, c)
		if i+1 == len(chain) {
			break
		}
		after := c.line + c.lines
		for n := c.value + 1; n < chain[i+1].value; n++ {
			if x, ok := pick(after, chain[i+1].line, n); ok {
				out = append(out, x)
				after = x.line + x.lines
			}
		}
	}
	last := out[len(out)-1]
	for {
		c, ok := pick(last.line+last.lines, math.MaxInt, last.value+1)
		if !ok || c.score < -1 && last.value < 8 {
			break
		}
		out = append(out, c)
		last = c
	}
	return out
}

// inserted are the items a clerk put in later, with the number of the one
// before and a letter: 6A after 6, "15.11.3A" after "15.11.3".
func inserted(chain, cs []candidate) []candidate {
	var out []candidate
	for i, c := range chain {
		end := math.MaxInt
		if i+1 < len(chain) {
			end = chain[i+1].line
		}
		want := "A"
		for _, x := range cs {
			if x.line >= c.line+c.lines && x.line < end && strings.EqualFold(x.number, c.number+want) && x.score > -1 && alike(x, chain) {
				out = append(out, x)
				want = string(want[0] + 1)
			}
		}
	}
	return out
}

// printedAlike are the headings without a number among those that have one:
// printed as they are, at the same edge and one below the other in kind. Ahead
// of the first, where the front matter has headings too, it must be an item
// that almost every meeting has.
//
// Clerks print the headings within an item so too. One that stands under
// another heading, ends in a colon, comes twice or is of a minute's parts is
// such a one, and so are all where there are many: an item without a number is
// an exception.
func (p *paper) printedAlike(chain, plain []candidate) []candidate {
	if len(chain) < 5 {
		return nil
	}
	first := p.lines[chain[0].line]
	if first.Kind != extract.Heading {
		return nil
	}
	same := func(l parse.Line) bool {
		return l.Kind == extract.Heading && l.Level == first.Level && l.Bold == first.Bold && math.Abs(l.X0-first.X0) <= 4
	}
	for _, c := range chain {
		if c.lines > 1 || !same(p.lines[c.line]) {
			return nil
		}
	}
	times := map[string]int{}
	for _, c := range plain {
		times[p.text(c.line)]++
	}
	var out []candidate
	unusual, end := 0, len(p.lines)
	for i := chain[len(chain)-1].line + 1; i < len(p.lines) && i < end; i++ {
		if closing.MatchString(p.text(i)) {
			end = i
		}
	}
	for _, c := range plain {
		text := p.text(c.line)
		if c.lines > 1 || c.line > end || whoWrites.MatchString(text) || !same(p.lines[c.line]) || presentLabel.MatchString(text) || closing.MatchString(text) || nextMeeting.MatchString(text) ||
			annex.MatchString(text) || decides.MatchString(text) || endsSentence(text) || len(strings.Fields(text)) > 12 ||
			strings.HasSuffix(text, ":") || parse.HeadsPart(text) || p.lines[c.line-1].Kind == extract.Heading || times[text] > 1 {
			continue
		}
		if c.line < chain[0].line && !usual(c.title) {
			continue
		}
		if c.line+1 >= len(p.lines) || p.lines[c.line+1].Kind == extract.Heading {
			continue
		}
		if !usual(c.title) {
			unusual++
		}
		out = append(out, c)
	}
	if unusual > max(1, len(chain)/6) {
		out = slices.DeleteFunc(out, func(c candidate) bool { return !usual(c.title) })
	}
	return out
}

// alike reports whether c stands at the left edge where the chain's members
// stand.
func alike(c candidate, chain []candidate) bool {
	if c.x0 == 0 {
		return true
	}
	for _, m := range chain {
		if m.x0 == 0 || math.Abs(m.x0-c.x0) <= 15 {
			return true
		}
	}
	return false
}

// again finds a second count from one after the first is over: an ordinary
// meeting minuted on the same paper as an annual one.
func again(chain, cs []candidate) []candidate {
	end := chain[len(chain)-1]
	var rest []candidate
	for _, c := range cs {
		if c.line >= end.line+end.lines && c.form == end.form && c.tail == end.tail && alike(c, chain) {
			rest = append(rest, c)
		}
	}
	second := bestChain(rest)
	if len(second) < 3 || second[0].value > 2 || total(second) < 1.5*float64(len(second)) {
		return nil
	}
	return fill(second, rest)
}

// countStrokes settles how numbers with a stroke count: by the part that
// changes. "77/21, 78/21" by the first, "2023/145, 2023/146" and "C/24/31,
// C/24/32" by the last.
func countStrokes(cs []candidate, form string) {
	var firsts, lasts = map[string]bool{}, map[string]bool{}
	n := 0
	counts := func(c candidate) (parts []string, ok bool) {
		parts = digitRuns.FindAllString(c.number, -1)
		return parts, c.form == form && len(parts) > 1 && strings.Contains(c.number, "/")
	}
	for _, c := range cs {
		if parts, ok := counts(c); ok {
			firsts[parts[0]], lasts[parts[len(parts)-1]] = true, true
			n++
		}
	}
	if n < 2 || len(firsts) == len(lasts) {
		return
	}
	for i := range cs {
		if parts, ok := counts(cs[i]); ok {
			pick := parts[0]
			if len(firsts) < len(lasts) {
				pick = parts[len(parts)-1]
			}
			cs[i].value = lastNumber(pick)
		}
	}
}

// merge puts two sets of headings in the order of the paper; b's that overlap
// one of a's are dropped.
func merge(a, b []candidate) []candidate {
	taken := map[int]bool{}
	for _, c := range a {
		for i := range c.lines {
			taken[c.line+i] = true
		}
	}
	out := append([]candidate{}, a...)
	for _, c := range b {
		free := true
		for i := range c.lines {
			free = free && !taken[c.line+i]
		}
		if free {
			for i := range c.lines {
				taken[c.line+i] = true
			}
			out = append(out, c)
		}
	}
	sortByLine(out)
	return apart(out)
}

// apart drops a heading that begins within the lines of the one before.
func apart(cs []candidate) []candidate {
	var out []candidate
	end := -1
	for _, c := range cs {
		if c.line < end {
			continue
		}
		out = append(out, c)
		end = c.line + c.lines
	}
	return out
}

func sortByLine(cs []candidate) {
	for i := 1; i < len(cs); i++ {
		for j := i; j > 0 && cs[j].line < cs[j-1].line; j-- {
			cs[j], cs[j-1] = cs[j-1], cs[j]
		}
	}
}

// unnumbered chooses among headings without numbers. At least two must be
// items that almost every meeting has; the others must be printed as those
// are.
func (p *paper) unnumbered(cs []candidate) []candidate {
	type style struct {
		kind extract.BlockKind
		bold bool
		caps bool
	}
	of := func(c candidate) style {
		l := p.lines[c.line]
		return style{l.Kind, l.Bold, capitals(c.title)}
	}
	known := map[style]int{}
	count := 0
	for _, c := range cs {
		if usual(c.title) && len(strings.Fields(c.title)) <= 9 && !endsSentence(c.title) && !strings.Contains(p.text(c.line), ":") {
			known[of(c)]++
			count++
		}
	}
	if count < 2 {
		return nil
	}
	var out []candidate
	for _, c := range cs {
		st := of(c)
		switch {
		case known[st] == 0 || endsSentence(c.title) || len(strings.Fields(c.title)) > 20:
		case !c.strong && !usual(c.title): // nothing marks it as a heading
		case !c.strong && (len(strings.Fields(c.title)) > 9 || strings.Contains(p.text(c.line), ":")):
		case presentLabel.MatchString(c.title):
		default:
			out = append(out, c)
		}
	}
	return apart(out)
}
