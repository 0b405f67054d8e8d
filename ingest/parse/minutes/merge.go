package minutes

import "slices"

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
	slices.SortStableFunc(cs, func(a, b candidate) int { return a.line - b.line })
}
