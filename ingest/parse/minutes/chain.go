package minutes

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// entries finds the items of one meeting: the run of headings that explains
// it best, each with the lines up to the next.
func (p *paper) entries(m meeting) []entry {
	heads := p.inOneHand(p.headings(m))
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
	return p.divide(out, m)
}

// headings chooses among the candidates of a meeting.
//
// Numbered headings count up and look alike; paragraphs inside an item count
// up too, but from one again in every item, and read like sentences. So the
// best chain is the one whose numbers rise, whose form stays the same and
// whose members look most like headings.
func (p *paper) headings(m meeting) []candidate {
	var numbered, pointed, stuck, marked, plain, tabled, bracketed []candidate
	title := p.titleOfMinutes(m)
	front, _ := p.belowFront(m)
	for i := m.from; i < m.to; i++ {
		if p.divider(i) != noDivider || p.contactBlock(i) || i == title {
			continue
		}
		c, ok := p.candidate(i)
		if !ok {
			continue
		}
		switch {
		case c.listed:
			bracketed = append(bracketed, c)
		case c.stuck:
			stuck = append(stuck, c)
		case c.form == "pointed":
			pointed = append(pointed, c)
		case c.value >= 0:
			numbered = append(numbered, c)
		case c.tabled:
			tabled = append(tabled, c)
		case c.agenda != "":
			marked = append(marked, c)
		case (c.glued == "" || c.runIn) && !c.long && i > m.from && !(i < front && bodyTail.MatchString(c.title)):
			plain = append(plain, c)
		}
	}
	countStrokes(numbered, "yearly")
	countStrokes(numbered, "coded")
	settleWritings(numbered)
	settleWritings(bracketed)
	if said := only(numbered, "named"); len(said) > 1 && len(said)+1 >= len(bestChain(without(numbered, "named"))) || len(said) == 1 && !said[0].long && (said[0].line == numbered[0].line || said[0].strong) {
		numbered = said // "Item 6 –": the numbers say what they are
		if ownItems(said) {
			for i := range numbered {
				numbered[i].agendaOnly = false
			}
		}
	}
	chain := bestChain(numbered)
	if len(chain) < 3 && len(stuck) > 2 {
		numbered, stuck = merge(numbered, stuck), nil
		chain = bestChain(numbered)
	}
	countPoints(pointed)
	if run := bestChain(pointed); len(run) > 3 && total(run) > 2*total(chain) {
		numbered, chain = pointed, run
	}
	if total(chain) < 2.5 && !named(chain) || len(chain) < 2 && !hasMark(chain) && !named(chain) {
		chain = nil
	}
	if len(chain) > 0 && strings.HasPrefix(chain[0].form, writtenForm) && knownAmong(chain) == 0 && !(len(chain) > 3 && p.opensBelowFront(m, chain[0])) {
		chain = nil // figures that go on for other reasons: months, sums
	}
	inBrackets := listed(bracketed)
	if chain == nil && len(marked) < 2 && len(inBrackets) == 0 {
		if run := p.references(m); run != nil {
			numbered, chain = run, run
		}
	}
	if chain != nil && len(marked) >= 2 && !hasMark(chain) {
		chain = nil // the agenda's numbers mark the items; these are paragraphs
	}
	if known := knownAmong(inBrackets); chain != nil && known >= 2 && (knownAmong(chain) == 0 || known > 2 && len(inBrackets) > 2*len(chain)) {
		return inBrackets
	}
	if heads := p.unnumbered(plain); chain != nil && p.countAnew(heads, numbered) {
		return heads
	}
	if chain != nil {
		chain = fill(chain, merge(numbered, stuck))
		chain = append(chain, p.again(chain, numbered)...)
		more := append(inserted(chain, numbered), p.printedAlike(chain, plain)...)
		return merge(chain, append(more, marked...))
	}
	if len(marked) >= 2 || len(marked) == 1 && len(plain) == 0 {
		return merge(marked, nil)
	}
	if asked := p.questions(m); asked != nil {
		return asked
	}
	if heads := p.tabled(tabled); len(heads) > 0 {
		return heads
	}
	if heads := p.unnumbered(plain); len(heads) > 0 && knownAmong(heads) > knownAmong(inBrackets) {
		if more := p.ofOneKind(m, heads); len(more) > len(heads) {
			return more
		}
		return heads
	}
	if len(inBrackets) > 0 {
		return inBrackets
	}
	if heads := p.bracketed(m); len(heads) > 0 {
		return heads
	}
	if heads := p.ofOneKind(m, nil); len(heads) > 0 {
		return heads
	}
	return p.few(m, numbered, plain)
}

// link scores the step from a to b in a chain; ok is false where b cannot
// follow a.
func link(a, b candidate) (float64, bool) {
	gap := b.value - a.value - 1
	if a.form != b.form || gap < 0 || gap > 60 || b.line < a.line+a.lines || a.form == "pointed" && a.under() != b.under() {
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
		if c.form == form && c.agenda == "" && !(c.long && c.glued == "") && !endsSentence(c.title) && !unicode.IsLower(first) {
			out = append(out, c)
		}
	}
	return out
}

// without are the candidates whose number has another form.
func without(cs []candidate, form string) []candidate {
	return slices.DeleteFunc(slices.Clone(cs), func(c candidate) bool { return c.form == form })
}

// ownItems reports whether headings "Item 1", "Item 2" number the minutes
// themselves: they go on one after the other. Excerpts from the minutes of
// other meetings bear the agenda's numbers, as those that name it do.
func ownItems(cs []candidate) bool {
	if len(cs) < 3 {
		return false
	}
	for i := 1; i < len(cs); i++ {
		if cs[i].value != cs[i-1].value+1 || cs[i].byAgenda {
			return false
		}
	}
	return !cs[0].byAgenda
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
