package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"strings"

	"moothall/archive"
)

// A generator makes up council papers: words as frequent as in English
// (Zipf and Mandelbrot, exponent 1.15), in the inflections English has, stop
// words as many as in print, phrases that recur, numbers, names, and now and
// then a word that occurs nowhere else, as scans give. The same number gives
// the same record on every machine.
type generator struct {
	words      []string
	cumulative []float64
	phrases    []string
	councils   []string
	committees []string
}

const (
	vocabulary = 60_000
	exponent   = 1.15
	flatness   = 2.7
)

// commonest stand at the head of the vocabulary, in the order of English.
const commonest = `the of and to in that a for be is on was by with as report council at it are this from or which not
committee an has were have had been their they members he she its would will all been cabinet there members but
housing service any noted who may no also should planning children officers policy other resolved more when under
decision needs made care education officer social time application councillor public local complaint support
year could case plan than into these about assessment such where one if what after before information director
application resident process school during team budget payment fault ombudsman tax two first further approved
within family accommodation recommendation provision meeting being up out over only through between`

func newGenerator() *generator {
	rnd := rand.New(rand.NewPCG(7, 11))
	g := &generator{}
	seen := map[string]bool{}
	add := func(w string) {
		if !seen[w] && len(g.words) < vocabulary {
			seen[w] = true
			g.words = append(g.words, w)
		}
	}
	for _, w := range strings.Fields(commonest) {
		add(w)
	}
	for len(g.words) < vocabulary {
		w := madeUp(rnd)
		add(w)
		for _, end := range []string{"s", "ed", "ing", "er", "ment", "ation"} {
			if rnd.IntN(3) == 0 {
				add(w + end)
			}
		}
	}
	// Inflections are rarer than their word, and not just behind it.
	head := len(strings.Fields(commonest))
	tail := g.words[head:]
	rnd.Shuffle(len(tail), func(i, j int) { tail[i], tail[j] = tail[j], tail[i] })
	total := 0.0
	for i := range g.words {
		total += 1 / math.Pow(float64(i+1)+flatness, exponent)
		g.cumulative = append(g.cumulative, total)
	}
	for range 40 {
		var p []string
		for range 2 + rnd.IntN(4) {
			p = append(p, g.words[rnd.IntN(3000)])
		}
		g.phrases = append(g.phrases, strings.Join(p, " "))
	}
	for i := range 400 {
		g.councils = append(g.councils, title(madeUp(rnd))+[]string{" County Council", " District Council", " Council"}[i%3])
	}
	for i := range 2000 {
		g.committees = append(g.committees, title(g.words[200+i])+[]string{" Committee", " Panel", " Scrutiny Board", " Forum"}[i%4])
	}
	return g
}

func madeUp(rnd *rand.Rand) string {
	const heads, vowels, tails = "bcdfghlmnprstvw", "aeiou", "dklmnprst"
	var b strings.Builder
	for range 2 + rnd.IntN(2) {
		b.WriteByte(heads[rnd.IntN(len(heads))])
		b.WriteByte(vowels[rnd.IntN(len(vowels))])
		if rnd.IntN(2) == 0 {
			b.WriteByte(tails[rnd.IntN(len(tails))])
		}
	}
	return b.String()
}

func title(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// word draws one word.
func (g *generator) word(rnd *rand.Rand) string {
	x := rnd.Float64() * g.cumulative[len(g.cumulative)-1]
	return g.words[min(sort.SearchFloat64s(g.cumulative, x), len(g.words)-1)]
}

// record makes up record n.
func (g *generator) record(n int) archive.Record {
	rnd := rand.New(rand.NewPCG(uint64(n), 23))
	// Meetings of about eight items share council, body and day.
	meeting := rand.New(rand.NewPCG(uint64(n/8), 29))
	council := g.councils[skewed(meeting, len(g.councils))]
	committee := g.committees[skewed(meeting, len(g.committees))]
	date := archive.NewDate(2005+meeting.IntN(20), 1, 1+meeting.IntN(28))
	h := archive.Head{
		Council: council, Title: g.sentence(rnd, 4+rnd.IntN(8)), Text: g.text(rnd, 150+rnd.IntN(251)),
		Services: []archive.Service{archive.Services[skewed(rnd, len(archive.Services))]},
		Source:   archive.Source{SHA256: archive.Digest(fmt.Sprintf("%064x", n)), URL: fmt.Sprintf("https://papers.example/%d", n)},
		Pages:    []int{1 + n%30}, PageMarks: []archive.PageMark{{Offset: 0, Page: 1 + n%30}},
	}
	if n%10 == 0 {
		h.Kind = archive.KindFinding
		ref := fmt.Sprintf("%02d %03d %03d", 10+n%15, n/1000%1000, n%1000)
		h.ID = archive.FindingID("lgsco", fmt.Sprint(n, " ", ref))
		return &archive.Finding{Head: h, Reference: ref, Finding: archive.Verdicts[rnd.IntN(len(archive.Verdicts))], DecisionDate: date}
	}
	h.Kind = archive.KindItem
	it := &archive.Item{
		Head: h, Committee: committee, MeetingDate: date, ItemNumber: fmt.Sprint(1 + n%90),
		Outcome: archive.Outcomes[skewed(rnd, len(archive.Outcomes))], Procedural: n%50 == 1,
	}
	it.Decision = "RESOLVED that " + g.sentence(rnd, 20+rnd.IntN(20))
	it.Text += "\n\n" + it.Decision
	it.ID = archive.ItemID(council, date, committee, fmt.Sprintf("%d-%d", n, 1+n%90), "", "")
	return it
}

// skewed draws low numbers more often, as some councils publish more.
func skewed(rnd *rand.Rand, n int) int {
	x := rnd.Float64()
	return int(x * x * float64(n))
}

func (g *generator) text(rnd *rand.Rand, words int) string {
	var b strings.Builder
	for words > 0 {
		n := min(words, 8+rnd.IntN(20))
		words -= n
		b.WriteString(g.sentence(rnd, n))
		if rnd.IntN(4) == 0 {
			b.WriteString(".\n\n")
		} else {
			b.WriteString(". ")
		}
	}
	return strings.TrimSpace(b.String())
}

func (g *generator) sentence(rnd *rand.Rand, words int) string {
	var b strings.Builder
	for i := 0; i < words; i++ {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch r := rnd.IntN(1000); {
		case r < 12:
			p := g.phrases[rnd.IntN(len(g.phrases))]
			b.WriteString(p)
			i += strings.Count(p, " ")
		case r < 25:
			fmt.Fprintf(&b, "£%d,%03d", 1+rnd.IntN(90), rnd.IntN(1000))
		case r < 30:
			fmt.Fprintf(&b, "%s%d%s", madeUp(rnd), rnd.IntN(10), madeUp(rnd)) // as scans give
		default:
			w := g.word(rnd)
			if i == 0 {
				w = title(w)
			}
			b.WriteString(w)
		}
	}
	return b.String()
}

// source gives the first n records as changes.
type source struct {
	g *generator
	n int
}

func (s source) Seq(context.Context) (uint64, error) { return uint64(s.n), nil }

func (s source) Changes(_ context.Context, after uint64, limit int) ([]archive.Change, error) {
	var list []archive.Change
	for i := int(after); i < s.n && len(list) < limit; i++ {
		r := s.g.record(i)
		list = append(list, archive.Change{Seq: uint64(i + 1), ID: r.About().ID, Record: r})
	}
	return list, nil
}
