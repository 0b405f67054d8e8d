package scan

import "moothall/archive"

// layerLines is from where the lines of words that were not seen but stored
// are numbered.
const layerLines = 1 << 20

// Over puts words that are stored in the page, where they stand on the page as
// published, over what was seen: a stamp, a page number set over a scan. What
// OCR read in the same place is the same words, less surely, and goes.
func (s *Sheet) Over(words []archive.Word) {
	var kept []Seen
	for _, w := range s.Words {
		if !covered(w.Word, words) {
			kept = append(kept, w)
		}
	}
	for _, w := range words {
		w.Confidence = 0 // of OCR, which it is not
		x0, y0 := s.Frame.straight(float64(w.X0), float64(w.Y0))
		x1, y1 := s.Frame.straight(float64(w.X1), float64(w.Y1))
		x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
		base := y1 - 0.22*(y1-y0) // as layout makes boxes
		kept = append(kept, Seen{Word: w, X: x0, Base: base, W: x1 - x0, Size: y1 - y0, Line: layerLines + int(base)})
	}
	s.Words = kept
}

// covered reports whether most of a word lies under others.
func covered(w archive.Word, others []archive.Word) bool {
	area, under := (w.X1-w.X0)*(w.Y1-w.Y0), float32(0)
	for _, o := range others {
		across, down := min(w.X1, o.X1)-max(w.X0, o.X0), min(w.Y1, o.Y1)-max(w.Y0, o.Y0)
		if across > 0 && down > 0 {
			under += across * down
		}
	}
	return under > 0.4*area
}
