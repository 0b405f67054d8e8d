package index

import (
	"fmt"
	"strconv"

	"moothall/archive"

	api "github.com/blevesearch/bleve_index_api"
)

// entry is a doc in the shape Bleve takes. It is analysed before it is handed
// over, so that analysis runs on as many goroutines as we like and gives just
// what we read again: the places of all occurrences of a word in one location
// or none, where Bleve's own analysis would write one of five numbers for each
// occurrence. That is a third of the index.
type entry struct {
	name   string
	fields []field
	size   int
}

// A field is one field of an entry.
type field struct {
	name  string
	value []byte // stored
	terms api.TokenFrequencies
}

// newEntry analyses a doc. Telephone numbers, e-mail addresses and homes'
// addresses in its text are passed over: what is masked in every answer must not be suggested, or
// found by guessing at it. Those of running lines are an office's own.
func newEntry(d doc) (*entry, error) {
	a := analysers.Get().(*analyser)
	defer analysers.Put(a)
	e := &entry{name: string(d.id)}

	text := newWordList(len(d.text) / 6)
	titleEnd := a.add(text, archive.BlankContacts(d.title), 0)
	for _, p := range text.at {
		p.inTitle = true
	}
	a.add(text, archive.BlankContacts(d.text), titleEnd+paragraphGap)
	a.each(d.decision, func(t token) bool {
		if p := text.at[t.term]; p != nil {
			p.inDecision = true
		}
		return true
	})
	e.words(fieldText, text)
	e.flags(fieldTextLen, strconv.Itoa(roundLength(text.n)))
	e.flags(fieldTitleLen, strconv.Itoa(roundLength(titleEnd)))

	furniture := map[string]bool{}
	for _, s := range d.furniture {
		a.each(s, func(t token) bool {
			furniture[t.term] = true
			return true
		})
	}
	e.set(fieldFurniture, furniture)
	e.flags(fieldOwn, d.own...)
	e.flags(fieldCites, d.cites...)
	e.flags(fieldDay, strconv.Itoa(d.day))
	if d.routine {
		e.flags(fieldRoutine, "1")
	}
	for f, values := range d.facets {
		e.flags(facetField(f), values...)
	}
	packed, err := d.shown.pack()
	if err != nil {
		return nil, err
	}
	e.add(field{name: fieldShown, value: packed})
	e.add(field{name: fieldSum, value: d.sum})
	e.size = len(d.text)
	return e, nil
}

// paragraphGap is how far apart title, text and decision are placed, so that
// no phrase reaches from one into the next.
const paragraphGap = 16

// roundLength keeps three figures of a length, so that few different ones
// occur.
func roundLength(n int) int {
	unit := 1
	for n/unit >= 1000 {
		unit *= 10
	}
	return n / unit * unit
}

// A wordList gathers a field's words with their places.
type wordList struct {
	at map[string]*places
	n  int // words, each place counted once
}

type places struct {
	freq       int
	last       int
	first      int
	deltas     []uint64 // from each place to the next
	inTitle    bool
	inDecision bool
}

// A frequency is what is kept for a word of a record in the place of a bare
// count: whether the word stands in the title and in the decision, how often
// it occurs, and, of a word that occurs once or twice, where. Most words do,
// and a location of Bleve's own takes six bytes for what fits in two.
//
//	bit 0      in the title
//	bit 1      in the decision
//	bits 2, 3  how the rest is to be read:
//	           0  how often; the places are in the location
//	           1  the one place
//	           2  the first of two places in 16 bits, the distance above them
type frequency uint64

const (
	titleBit    frequency = 1
	decisionBit frequency = 2
	partBits              = titleBit | decisionBit

	kindShift, restShift = 2, 4
	firstBits            = 16

	onePlace  = 1
	twoPlaces = 2

	// More occurrences than this are not counted. It also bounds what Bleve
	// allocates to read a location.
	maxCount = 1000
)

// frequency gives what is kept, and whether a location is needed besides.
func (p *places) frequency() (f frequency, located bool) {
	switch {
	case p.freq == 1:
		f = frequency(p.first)<<restShift | onePlace<<kindShift
	case p.freq == 2 && p.first < 1<<firstBits:
		f = (frequency(p.deltas[0])<<firstBits|frequency(p.first))<<restShift | twoPlaces<<kindShift
	default:
		f, located = frequency(min(p.freq, maxCount))<<restShift, true
	}
	if p.inTitle {
		f |= titleBit
	}
	if p.inDecision {
		f |= decisionBit
	}
	return f, located
}

// count is how often the word occurs.
func (f frequency) count() int {
	switch f >> kindShift & 3 {
	case onePlace:
		return 1
	case twoPlaces:
		return 2
	}
	return int(f >> restShift)
}

// places appends the places that need no location; ok is false where there is
// one.
func (f frequency) places(list []uint32) (_ []uint32, ok bool) {
	rest := f >> restShift
	switch f >> kindShift & 3 {
	case onePlace:
		return append(list, uint32(rest)), true
	case twoPlaces:
		first := uint32(rest & (1<<firstBits - 1))
		return append(list, first, first+uint32(rest>>firstBits)), true
	}
	return list, false
}

// A tally is a frequency without places: how often, and the two bits.
type tally uint16

func (f frequency) tally() tally { return tally(f.count())<<kindShift | tally(f&partBits) }

func (t tally) count() int            { return int(t >> kindShift) }
func (t tally) in(bit frequency) bool { return frequency(t)&bit != 0 }

// plus is two forms of a word together.
func (t tally) plus(u tally) tally {
	return tally(min(t.count()+u.count(), maxCount))<<kindShift | (t|u)&tally(partBits)
}

func newWordList(hint int) *wordList { return &wordList{at: make(map[string]*places, hint)} }

// add puts the words of s into the list, the first at from, and gives the
// place after the last.
func (a *analyser) add(l *wordList, s string, from int) int {
	next := from
	a.each(s, func(t token) bool {
		pos := from + t.pos
		if !t.alt {
			l.n++
			next = pos + 1
		}
		p := l.at[t.term]
		switch {
		case p == nil:
			l.at[t.term] = &places{freq: 1, first: pos, last: pos}
		case pos > p.last:
			p.deltas = append(p.deltas, uint64(pos-p.last))
			p.last = pos
			p.freq++
		}
		return true
	})
	return next
}

// words adds a field with frequencies and places. The first three places stand in the location's position, start and
// end, the rest in its array positions, each but the first as the distance
// from the one before.
func (e *entry) words(name string, l *wordList) {
	if len(l.at) == 0 {
		return
	}
	terms := make(api.TokenFrequencies, len(l.at))
	freqs := make([]api.TokenFreq, len(l.at))
	i := 0
	for term, p := range l.at {
		f := &freqs[i]
		f.Term = []byte(term)
		freq, located := p.frequency()
		f.SetFrequency(int(freq))
		if located {
			loc := &api.TokenLocation{Position: p.first, Start: int(p.deltas[0])}
			if len(p.deltas) > 1 {
				loc.End = int(p.deltas[1])
			}
			if len(p.deltas) > 2 {
				loc.ArrayPositions = p.deltas[2:]
			}
			f.Locations = []*api.TokenLocation{loc}
		}
		terms[term] = f
		i++
	}
	e.add(field{name: name, terms: terms})
}

// flags adds a field of whole values.
func (e *entry) flags(name string, values ...string) {
	set := make(map[string]bool, len(values))
	for _, v := range values {
		set[v] = true
	}
	e.set(name, set)
}

func (e *entry) set(name string, values map[string]bool) {
	if len(values) == 0 {
		return
	}
	terms := make(api.TokenFrequencies, len(values))
	for v := range values {
		terms[v] = &api.TokenFreq{Term: []byte(v)}
	}
	e.add(field{name: name, terms: terms})
}

func (e *entry) add(f field) {
	if _, ok := mapped[f.name]; !ok {
		panic(fmt.Sprintf("index: no field %q in the mapping", f.name))
	}
	e.fields = append(e.fields, f)
}

// What follows makes an entry a Bleve document and a field a Bleve field.

func (e *entry) ID() string { return e.name }
func (e *entry) Size() int  { return e.size * 4 }
func (e *entry) VisitFields(f api.FieldVisitor) {
	for i := range e.fields {
		f(&e.fields[i])
	}
}
func (e *entry) VisitComposite(api.CompositeFieldVisitor) {}
func (e *entry) HasComposite() bool                       { return false }
func (e *entry) NumPlainTextBytes() uint64                { return uint64(e.size) }
func (e *entry) StoredFieldsBytes() uint64                { return uint64(e.size) / 2 }
func (e *entry) Indexed() bool                            { return true }
func (e *entry) AddIDField() {
	if last := len(e.fields) - 1; last >= 0 && e.fields[last].name == fieldID {
		return
	}
	f := &api.TokenFreq{Term: []byte(e.name)}
	f.SetFrequency(1)
	e.add(field{name: fieldID, value: []byte(e.name), terms: api.TokenFrequencies{e.name: f}})
}

func (f *field) Name() string                      { return f.name }
func (f *field) Value() []byte                     { return f.value }
func (f *field) ArrayPositions() []uint64          { return nil }
func (f *field) EncodedFieldType() byte            { return 't' }
func (f *field) Analyze()                          {}
func (f *field) Options() api.FieldIndexingOptions { return mapped[f.name] }
func (f *field) NumPlainTextBytes() uint64         { return uint64(len(f.value)) }
func (f *field) AnalyzedTokenFrequencies() api.TokenFrequencies {
	return f.terms
}

// AnalyzedLength is 1 whatever the length: Bleve writes it beside every word
// of every record, and ours stands in a column.
func (f *field) AnalyzedLength() int { return 1 }
