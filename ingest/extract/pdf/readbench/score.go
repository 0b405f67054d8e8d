//go:build unix

package main

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words cuts text into runs of letters and digits, small, ligatures resolved:
// what is compared. Soft hyphens join, other signs part.
func words(text string) []string {
	text = strings.NewReplacer("\u00AD\n", "", "\u00AD", "").Replace(text)
	return strings.FieldsFunc(strings.ToLower(norm.NFKC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
}

func count(ws []string) map[string]int {
	m := map[string]int{}
	for _, w := range ws {
		m[w]++
	}
	return m
}

func pairs(ws []string) map[string]int {
	m := map[string]int{}
	for i := 1; i < len(ws); i++ {
		m[ws[i-1]+" "+ws[i]]++
	}
	return m
}

// score is how one reading compares with the consensus of the others.
type score struct {
	F1, Bigram   float64
	Words        int
	Glued, Split int
	Extra, Lost  []string
}

// compare measures a reading against references. Each word counts as often as
// the middle one of the references has it; with two references, as the nearer
// one has it.
func compare(got []string, refs [][]string) score {
	mine := count(got)
	var counts, bigrams []map[string]int
	for _, r := range refs {
		counts = append(counts, count(r))
		bigrams = append(bigrams, pairs(r))
	}
	want := consensus(mine, counts)
	both, nWant := 0, 0
	var s score
	for w, n := range want {
		nWant += n
		both += min(n, mine[w])
		for range n - min(n, mine[w]) {
			s.Lost = append(s.Lost, w)
		}
	}
	for w, n := range mine {
		for range n - min(n, want[w]) {
			s.Extra = append(s.Extra, w)
		}
	}
	sort.Strings(s.Lost)
	sort.Strings(s.Extra)
	s.Words = nWant
	s.F1 = 1
	if len(got)+nWant > 0 {
		s.F1 = 2 * float64(both) / float64(len(got)+nWant)
	}
	mineTwo := pairs(got)
	s.Bigram = recall(mineTwo, bigrams)
	s.Glued = joined(s.Extra, bigrams[0])
	s.Split = joined(s.Lost, mineTwo)
	return s
}

func consensus(mine map[string]int, refs []map[string]int) map[string]int {
	out := map[string]int{}
	for _, r := range refs {
		for w := range r {
			if _, done := out[w]; done {
				continue
			}
			var ns []int
			for _, o := range refs {
				ns = append(ns, o[w])
			}
			sort.Ints(ns)
			n := ns[len(ns)/2]
			if len(ns)%2 == 0 {
				lo := ns[len(ns)/2-1]
				n = min(max(mine[w], lo), n)
			}
			out[w] = n
		}
	}
	return out
}

// recall is the share of the pairs that at least two references have, or the
// only one, that mine has too.
func recall(mine map[string]int, refs []map[string]int) float64 {
	all, found := 0, 0
	for p := range union(refs) {
		var ns []int
		for _, r := range refs {
			ns = append(ns, r[p])
		}
		sort.Sort(sort.Reverse(sort.IntSlice(ns)))
		n := ns[min(1, len(ns)-1)]
		all += n
		found += min(n, mine[p])
	}
	if all == 0 {
		return 1
	}
	return float64(found) / float64(all)
}

func union(maps []map[string]int) map[string]bool {
	out := map[string]bool{}
	for _, m := range maps {
		for k := range m {
			out[k] = true
		}
	}
	return out
}

// joined counts the words that are two neighbours of the other reading put
// together.
func joined(ws []string, others map[string]int) int {
	n := 0
	for _, w := range ws {
		for i := 1; i < len(w); i++ {
			if others[w[:i]+" "+w[i:]] > 0 {
				n++
				break
			}
		}
	}
	return n
}
