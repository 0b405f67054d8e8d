package catalogue

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
)

// How many documents' readings of one thing become the one record shown.
//
// A minute reaches us as an item of a meeting page, as an item of a matter's
// page, in the printed minutes as draft and as final, and inside the next
// meeting's pack. All carry the same ID. What is shown is one of those
// readings, whole, so that it can be traced to one document:
//
//  1. minutes that are final before draft ones, and both before an agenda;
//  2. then the fuller text, by its number of words;
//  3. then the one that came later, then the smaller digest.
//
// What only belongs to the meeting or to the publisher's own numbering (time,
// venue, the matter's id …) is filled in from the others where the chosen
// reading lacks it. What any of them marks as exempt is exempt: that the
// others were published without the mark is no leave to show it. The paragraphs of the others that have a word the chosen
// one has not are added to its Furniture: not shown, but found.
//
// Two things can share an ID: two special meetings of a body on one day, or an
// agenda numbered from 1 beside minutes numbered from 1. They are told apart by
// the time of the meeting and by their titles, and all but one get a longer ID.
//
// The outcome depends on the set of readings alone, never on the order in
// which they came.

// A reading is what one current document says under one ID.
type reading struct {
	doc       int64
	digest    archive.Digest
	format    archive.Format
	draft     bool
	retrieved time.Time
	ord       int // in its document
	id        archive.ID
	record    archive.Record

	size int // words; worked out when first wanted
}

// A settled record is what is shown under an ID.
type settled struct {
	record   archive.Record
	shown    int64   // the document whose reading it is
	carriers []int64 // all documents that have it
	ord      int     // on the agenda
}

// settleGroup works out what is shown from all current readings of a group.
func settleGroup(readings []*reading) []settled {
	slices.SortFunc(readings, func(a, b *reading) int {
		return cmp.Or(cmp.Compare(a.digest, b.digest), cmp.Compare(a.ord, b.ord))
	})
	tellMeetingsApart(readings)
	byID := make(map[archive.ID][]*reading)
	taken := make(map[archive.ID]bool)
	for _, r := range readings {
		byID[r.id] = append(byID[r.id], r)
		taken[r.id] = true
	}
	var out []settled
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		for i, things := range tellThingsApart(byID[id]) {
			final := id
			if i > 0 {
				final = longerID(id, things[0], taken)
			}
			taken[final] = true
			out = append(out, choose(final, things))
		}
	}
	return out
}

// tellThingsApart parts readings of one ID into those of one thing each, the
// best reading of each first, and the thing that keeps the ID first.
func tellThingsApart(readings []*reading) [][]*reading {
	if len(readings) > 1 {
		slices.SortFunc(readings, better)
	}
	var things [][]*reading
next:
	for _, r := range readings {
		for i, thing := range things {
			if sameThing(thing[0], r) {
				things[i] = append(things[i], r)
				continue next
			}
		}
		things = append(things, []*reading{r})
	}
	return things
}

// better orders readings of one thing, the one to show first.
func better(a, b *reading) int {
	return cmp.Or(
		cmp.Compare(b.standing(), a.standing()),
		cmp.Compare(b.length(), a.length()),
		b.retrieved.Compare(a.retrieved),
		cmp.Compare(a.digest, b.digest),
		cmp.Compare(a.ord, b.ord),
	)
}

// standing is 2 for what is final, 1 for a draft that says what was decided, 0
// for an item before its meeting.
func (r *reading) standing() int {
	it, isItem := r.record.(*archive.Item)
	switch {
	case isItem && !decided(it):
		return 0
	case r.draft:
		return 1
	}
	return 2
}

func (r *reading) length() int {
	if r.size == 0 {
		for range words(r.record.About().Text) {
			r.size++
		}
	}
	return r.size
}

// sameThing reports whether two readings under one ID tell of one thing.
func sameThing(a, b *reading) bool {
	x, y := a.record.About(), b.record.About()
	if x.Kind != y.Kind {
		return false
	}
	switch x.Kind {
	case archive.KindItem:
		return sameTitle(x.Title, y.Title) || sameText(x.Text, y.Text)
	case archive.KindReport:
		return x.Text == y.Text || sameText(x.Text, y.Text)
	}
	return true
}

// sameTitle reports whether two titles of one item can be the same: clerks
// shorten them, add "(Minute 4 refers)", or leave them out.
func sameTitle(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	x, y := wordSet(a), wordSet(b)
	return common(x, y)*2 >= min(len(x), len(y))
}

// sameText reports whether one text has half of the other's words, or says
// too little to tell.
func sameText(a, b string) bool {
	x, y := wordSet(a), wordSet(b)
	return common(x, y)*2 >= min(len(x), len(y))
}

// longerID is the ID of a thing that cannot have its own: with its title where
// that tells it apart, else with the digest of its best reading.
func longerID(id archive.ID, r *reading, taken map[archive.ID]bool) archive.ID {
	title := archive.Slug(r.record.About().Title)
	if len(title) > 40 {
		title = strings.Trim(title[:40], "-")
	}
	if long := id + "-" + archive.ID(title); title != "" && !taken[long] {
		return long
	}
	long := id + "-" + archive.ID(r.digest.Short())
	for n := 2; taken[long]; n++ {
		long = id + "-" + archive.ID(r.digest.Short()+"-"+strconv.Itoa(n))
	}
	return long
}

// choose makes the record that is shown from the readings of one thing, the
// best first.
func choose(id archive.ID, readings []*reading) settled {
	best := readings[0]
	s := settled{record: best.record, shown: best.doc, ord: agendaOrder(readings)}
	for _, r := range readings {
		if !slices.Contains(s.carriers, r.doc) {
			s.carriers = append(s.carriers, r.doc)
		}
	}
	head := best.record.About()
	head.ID = id
	if len(readings) == 1 {
		return s
	}
	if it, ok := best.record.(*archive.Item); ok {
		for _, r := range readings[1:] {
			fillItem(it, r.record.(*archive.Item))
		}
	}
	for _, r := range readings[1:] {
		if r.record.About().Visibility == archive.Exempt {
			head.Visibility = archive.Exempt
		}
	}
	if extra := extraWords(head, readings[1:]); extra != "" {
		head.Furniture = strings.TrimSpace(head.Furniture + "\n" + extra)
	}
	return s
}

// fillItem fills in what belongs to the meeting or the publisher's numbering.
func fillItem(it, from *archive.Item) {
	for _, f := range []struct{ to, from *string }{
		{&it.MeetingTime, &from.MeetingTime},
		{&it.Venue, &from.Venue},
		{&it.AgendaItem, &from.AgendaItem},
		{&it.IssueID, &from.IssueID},
		{&it.DecisionRef, &from.DecisionRef},
		{&it.MeetingURL, &from.MeetingURL},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if len(it.Documents) == 0 {
		it.Documents = from.Documents
	}
}

// extraWords are the paragraphs of other readings that have a word which
// neither the chosen one nor a paragraph taken before has.
func extraWords(head *archive.Head, others []*reading) string {
	known := wordSet(head.Title, head.Summary, head.Text, head.Furniture)
	var extra []string
	for _, r := range others {
		h := r.record.About()
		for part := range strings.SplitSeq(h.Title+"\n"+h.Text+"\n"+h.Furniture, "\n") {
			news := false
			for w := range words(part) {
				if !known[w] {
					known[w], news = true, true
				}
			}
			if news {
				extra = append(extra, strings.TrimSpace(part))
			}
		}
	}
	return strings.Join(extra, "\n")
}

// agendaOrder is the record's place in a paper that shows a whole meeting, or
// a number beyond any where there is none.
func agendaOrder(readings []*reading) int {
	order := noOrder
	for _, r := range readings {
		switch r.format {
		case archive.ModernGovMeeting, archive.ModernGovXML, archive.Minutes:
			order = min(order, r.ord)
		}
	}
	return order
}

const noOrder = 1 << 30

// closeTimes is how far apart two papers may state the time of one meeting.
const closeTimes = 20 * time.Minute

// A sitting is one of several meetings a body held on one day.
type sitting struct {
	start time.Time
	times map[string]bool // as the papers state them
}

// tellMeetingsApart gives the readings of a body's second meeting on a day,
// and of further ones, IDs of their own. The earliest keeps the plain ID; what
// states no time goes with its document, then with the meeting that has such
// an item, then with the earliest.
func tellMeetingsApart(readings []*reading) {
	sittings := sittingsOf(readings)
	if len(sittings) < 2 {
		return
	}
	byDoc := make(map[int64]int)
	for _, r := range readings {
		if n := sittingAt(sittings, timeOf(r)); n >= 0 {
			byDoc[r.doc] = n
		}
	}
	// Decide for all before renaming any: an untimed reading is compared
	// with others by their IDs.
	at := make([]int, len(readings))
	for i, r := range readings {
		at[i] = placeSitting(r, readings, sittings, byDoc)
	}
	for i, r := range readings {
		if at[i] > 0 {
			cut := strings.LastIndexByte(string(r.id), '/')
			r.id = r.id[:cut] + "-" + archive.ID(sittings[at[i]].start.Format("1504")) + r.id[cut:]
		}
	}
}

func placeSitting(r *reading, all []*reading, sittings []sitting, byDoc map[int64]int) int {
	if n := sittingAt(sittings, timeOf(r)); n >= 0 {
		return n
	}
	if n, ok := byDoc[r.doc]; ok {
		return n
	}
	best := -1
	for _, other := range all {
		n := sittingAt(sittings, timeOf(other))
		if n >= 0 && (best < 0 || n < best) && other.id == r.id && sameThing(other, r) {
			best = n
		}
	}
	return max(best, 0)
}

// sittingsOf are the meetings the readings' times speak of, earliest first.
// Times of which papers tell the same business are one meeting's.
func sittingsOf(readings []*reading) []sitting {
	stated := make(map[string]bool)
	for _, r := range readings {
		if text := timeOf(r); text != "" {
			stated[text] = true
		}
	}
	var all []sitting
	for _, text := range slices.Sorted(maps.Keys(stated)) {
		start, err := time.Parse("15:04", text)
		if err != nil {
			continue
		}
		home := slices.IndexFunc(all, func(s sitting) bool {
			return start.Sub(s.start) < closeTimes || sameBusiness(readings, s.times, text)
		})
		if home < 0 {
			all = append(all, sitting{start, map[string]bool{text: true}})
			continue
		}
		all[home].times[text] = true
	}
	return all
}

// sameBusiness reports whether an item of substance appears both at one of the
// times and at another.
func sameBusiness(readings []*reading, times map[string]bool, other string) bool {
	for _, a := range readings {
		x, ok := a.record.(*archive.Item)
		if !ok || x.Procedural || !times[x.MeetingTime] {
			continue
		}
		for _, b := range readings {
			y, ok := b.record.(*archive.Item)
			if ok && y.MeetingTime == other && a.id == b.id && x.Title != "" && sameTitle(x.Title, y.Title) {
				return true
			}
		}
	}
	return false
}

func sittingAt(sittings []sitting, text string) int {
	return slices.IndexFunc(sittings, func(s sitting) bool { return s.times[text] })
}

// timeOf is the time of the meeting a reading states, or "".
func timeOf(r *reading) string {
	if it, ok := r.record.(*archive.Item); ok {
		return it.MeetingTime
	}
	return ""
}
