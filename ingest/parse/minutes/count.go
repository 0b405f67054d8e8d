package minutes

import (
	"math"
	"slices"
	"strings"
)

// fill takes into a chain the members it stepped over: candidates of the same
// form that bear exactly the missing numbers, within, before and after it.
func fill(chain, cs []candidate) []candidate {
	var out []candidate
	pick := func(after, before int, number int) (candidate, bool) {
		var found candidate
		ok := false
		for _, c := range cs {
			if c.line < after || c.line >= before || c.value != number || c.form != chain[0].form || c.tail != chain[0].tail || !alike(c, chain) ||
				c.form == "pointed" && c.under() != chain[0].under() {
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
//
// Business taken in private is often counted from one again; there, below the
// line that opens it, one item is enough.
func (p *paper) again(chain, cs []candidate) []candidate {
	end := chain[len(chain)-1]
	var rest []candidate
	for _, c := range cs {
		if c.line >= end.line+end.lines && c.form == end.form && c.tail == end.tail && alike(c, chain) {
			rest = append(rest, c)
		}
	}
	second := bestChain(rest)
	if len(second) > 0 && second[0].value == 1 && second[0].score > 0 && p.closedBetween(end.line, second[0].line) {
		return fill(second, rest)
	}
	if len(second) < 3 || second[0].value > 2 || total(second) < 1.5*float64(len(second)) {
		return nil
	}
	return fill(second, rest)
}

// countPoints settles how numbers with a point count: "334.1, 334.2" by what
// stands after it, "2711.18, 2712.18" by what stands before.
func countPoints(cs []candidate) {
	heads, tails := map[string]bool{}, map[string]bool{}
	for _, c := range cs {
		head, tail, _ := strings.Cut(c.number, ".")
		heads[head], tails[tail] = true, true
	}
	if len(cs) < 3 || len(tails) > 1 || len(heads) < len(cs) {
		return
	}
	for i := range cs {
		cs[i].yearLast = true
		head, _, _ := strings.Cut(cs[i].number, ".")
		cs[i].value = lastNumber(head)
	}
}

// countStrokes settles how numbers with a stroke count: by the part that
// changes. "77/21, 78/21" by the first, "2023/145, 2023/146" and "C/24/31,
// C/24/32" by the last.
func countStrokes(cs []candidate, form string) {
	var firsts, lasts = map[string]bool{}, map[string]bool{}
	n := 0
	counts := func(c candidate) (parts []string, ok bool) {
		parts = digitRuns.FindAllString(c.number, -1)
		return parts, c.form == form && len(parts) > 1 && strings.ContainsAny(c.number, "/-")
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
