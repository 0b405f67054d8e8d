package classify

import (
	"sort"
	"strings"

	"moothall/archive"
)

// choose states the services that score enough, best first, and doubts those
// that only just do. One that the title names is not outweighed by another
// that the title names more often.
func choose(h *archive.Head, w weighed, b business) {
	type scored struct {
		s archive.Service
		n float64
	}
	var all []scored
	for _, s := range archive.Services {
		if w.score[s] > 0 {
			all = append(all, scored{s, w.score[s]})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].n > all[j].n })
	if len(all) > 1 && all[0].s == archive.OtherService && b.only != archive.OtherService && w.titled[all[1].s] >= inTitle { // a service with a name goes before those without
		all[0], all[1] = all[1], all[0]
	}
	need := enough
	if !w.named() {
		need = 1.0
	}
	for _, a := range all {
		if a.n < need || a.n < ofTop*all[0].n && w.titled[a.s] < inTitle || len(h.Services) == 3 {
			break
		}
		if a.s == archive.OtherService && len(h.Services) > 0 && b.only != a.s {
			continue
		}
		if a.s == archive.Corporate && len(h.Services) > 0 && a.n < 0.8*all[0].n {
			continue
		}
		h.Services = append(h.Services, a.s)
	}
	switch {
	case len(h.Services) == 0 && len(strings.Fields(h.Text)) >= fewWords:
		doubtServices(h, byNoWord)
	case len(h.Services) == 0 || w.named():
		if w.byWord {
			doubtServices(h, byTitleWord)
		}
	case all[0].s == archive.Corporate && w.titled[archive.Corporate] >= all[0].n-0.01:
		doubtServices(h, byLean)
	case all[0].n < inPassing:
		doubtServices(h, byPassing)
	default:
		doubtServices(h, byText)
	}
}

const (
	fewWords  = 8    // words of a text that may say nothing of what it is about
	inPassing = 2.25 // points below which a text only names a service in passing
)
