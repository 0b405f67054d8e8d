package layout

import "moothall/ingest/extract/pdf/content"

// bullets puts a bullet before lines that have a small shape drawn where one
// would stand. Browsers draw the markers of lists so.
func bullets(words []Word, shapes []content.Box) []Word {
	if len(shapes) == 0 || len(shapes) > 500 {
		return words
	}
	marked := map[int]content.Box{}
	for _, s := range shapes {
		if i, ok := markedWord(words, s); ok {
			marked[i] = s
		}
	}
	if len(marked) == 0 {
		return words
	}
	out := make([]Word, 0, len(words)+len(marked))
	for i, w := range words {
		if s, ok := marked[i]; ok {
			out = append(out, Word{
				Text: "•", X0: s.X0, X1: s.X1, Y0: w.Y0, Y1: w.Y1, Base: w.Base, Size: w.Size, Bold: w.Bold,
			})
		}
		out = append(out, w)
	}
	return out
}

// markedWord finds the word a shape stands before, with nothing between them
// and nothing close before the shape.
func markedWord(words []Word, s content.Box) (int, bool) {
	mid := (s.Y0 + s.Y1) / 2
	best, gap := -1, 0.0
	for i, w := range words {
		if mid > w.Base+0.05*w.Size || mid < w.Base-0.75*w.Size {
			continue
		}
		if s.Y1-s.Y0 > 0.75*w.Size {
			continue
		}
		if w.X1 > s.X0-3*w.Size && w.X0 < s.X1 {
			return 0, false
		}
		if d := w.X0 - s.X1; d > 0.2*w.Size && d < 2.5*w.Size && (best < 0 || d < gap) {
			best, gap = i, d
		}
	}
	return best, best >= 0
}
