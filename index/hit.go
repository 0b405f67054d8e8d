package index

import "moothall/archive"

// hit reads what a place shows, and keeps it for the snippets.
func (x *exec) hit(p *place) (archive.Hit, error) {
	s := x.segments[p.seg]
	show, err := s.shown(p.doc)
	if err != nil {
		return archive.Hit{}, err
	}
	h := show.hit(s.id(p.doc))
	if s.scores != nil {
		h.Score = float64(s.scores[p.doc])
	}
	x.hits = append(x.hits, show)
	return h, nil
}
