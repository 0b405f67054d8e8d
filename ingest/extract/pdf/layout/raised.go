package layout

// raised puts a few signs that a paper draws between two pieces of a line, or
// after one, above or below its baseline into that line: "th" of "5th" in the
// type of the line itself. Small type that is drawn elsewhere in the paper is
// found later by where it stands (see joinRaised).
func raised(runs []run) []run {
	out := runs[:0:0]
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		for i+1 < len(runs) && aside(r, runs[i+1]) {
			mark := runs[i+1]
			if i+2 < len(runs) && goesOn(r, mark, runs[i+2]) {
				next := runs[i+2]
				r = r.with(mark).with(next)
				i += 2
				continue
			}
			break
		}
		out = append(out, r)
	}
	return out
}

const (
	fewSigns  = 4
	mostRise  = 0.62 // of the size: what stands higher is on another line
	leastRise = 0.12
)

// aside reports whether mark is a few signs drawn right after r, off its line.
func aside(r, mark run) bool {
	shift := abs(mark.base-r.base) / r.size
	gap := (mark.x0 - r.x1) / r.size
	return len(mark.glyphs) <= fewSigns && mark.size <= 1.02*r.size && shift > leastRise && shift < mostRise && gap > -0.1 && gap < 0.12 &&
		!r.trailing && !mark.leading
}

// goesOn reports whether next is the rest of r's line after mark.
func goesOn(r, mark, next run) bool {
	gap := (next.x0 - mark.x1) / r.size
	return abs(next.base-r.base) < sameBase*r.size && next.size < 1.1*r.size && next.size > 0.9*r.size && gap > -0.1 && gap < leapAhead
}

// with is r and what comes after it as one run on r's line.
func (r run) with(next run) run {
	if r.trailing || next.leading {
		last := r.glyphs[len(r.glyphs)-1]
		space := last
		space.Text, space.X, space.W = " ", r.x1, next.x0-r.x1
		r.glyphs = append(r.glyphs, space)
	}
	r.glyphs = append(r.glyphs, next.glyphs...)
	r.x0, r.x1, r.trailing = min(r.x0, next.x0), max(r.x1, next.x1), next.trailing
	return r
}
