package classify

import (
	"strings"

	"moothall/archive"
)

// A meetingSet keeps references in the order they were found, the same day of
// the same body once; a day whose body was not said gives way to one whose body
// is.
type meetingSet struct {
	all   []archive.MeetingRef
	byDay map[archive.Date][]int // where in all the meetings of a day are
}

func (s *meetingSet) add(r archive.MeetingRef) {
	if s.byDay == nil {
		s.byDay = map[archive.Date][]int{}
	}
	for _, i := range s.byDay[r.Date] {
		switch o := s.all[i]; {
		case sameBody(o.Body, r.Body) || r.Body == "":
			return
		case o.Body == "":
			s.all[i] = r
			return
		}
	}
	s.byDay[r.Date] = append(s.byDay[r.Date], len(s.all))
	s.all = append(s.all, r)
}

// mergeMeetings adds b's references to a's.
func mergeMeetings(a, b []archive.MeetingRef) []archive.MeetingRef {
	var s meetingSet
	for _, r := range a {
		s.add(r)
	}
	for _, r := range b {
		s.add(r)
	}
	return s.all
}

// sameBody compares names as written: case, "the" and "Full" do not tell
// bodies apart, nor does a name cut to its initials ("CYPE Cabinet Committee").
func sameBody(a, b string) bool {
	return a == b || bodyKey(a) == bodyKey(b) || shortOf(a, b) || shortOf(b, a)
}

// shortOf reports whether a is b with all but its noun cut to initials.
func shortOf(a, b string) bool {
	short, rest, ok := strings.Cut(strings.TrimPrefix(a, "the "), " ")
	if !ok || len(short) < 2 || short != strings.ToUpper(short) || !strings.HasSuffix(bodyKey(b), " "+bodyKey(rest)) {
		return false
	}
	initials := ""
	for _, w := range strings.Fields(strings.TrimSuffix(bodyKey(b), " "+bodyKey(rest))) {
		if !joiners[w] {
			initials += w[:1]
		}
	}
	return strings.EqualFold(initials, short)
}

func bodyKey(s string) string {
	s = normal(s)
	s = strings.TrimPrefix(s, "the ")
	switch s {
	case "full council", "county council", "city council", "borough council", "district council":
		return "council"
	}
	return s
}

func tidyBody(s string) string { return strings.Trim(strings.Join(strings.Fields(s), " "), ".,") }

func lastWord(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[len(f)-1], ".,;:’'")
}
