package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// How long a snippet is, in bytes, and how many a hit has.
const (
	windowSize  = 240
	maxSnippets = 2
	// A long text is read to its end only while nothing has been found.
	enoughText = 256 << 10
)

// cut gives every hit its snippets: the text of those few is analysed once
// more, which costs less than keeping the places of all words as Bleve would.
func (x *exec) cut(n *node, res *archive.Results) error {
	look := newMarker(n)
	for i := range res.Hits {
		res.Hits[i].Snippets = look.snippets(&x.hits[i])
	}
	return nil
}

// A span is a stretch of a text that was searched for.
type span struct {
	start, end int
	leaf       int // which part of the query
	weight     int
}

// A marker finds what a query searched for in a text.
type marker struct {
	stems   map[string]int // leaf by stem
	exact   map[string]int
	prefix  map[string]int
	phrases []markedPhrase
	weights []int
	known   map[string]int // leaf by term, -1 for none
	firsts  [256]bool      // bytes that something searched for begins with
}

type markedPhrase struct {
	leaf  int
	stems []string
}

func newMarker(n *node) *marker {
	m := &marker{stems: map[string]int{}, exact: map[string]int{}, prefix: map[string]int{}, known: map[string]int{}}
	n.leaves(func(l *leaf) {
		if l.kind == leafFacet {
			return
		}
		i := len(m.weights)
		weight := 4
		if l.weight < 1 {
			weight = 1
		}
		put := func(into map[string]int, term string) {
			if _, ok := into[term]; !ok {
				into[term] = i
			}
			m.firsts[term[0]] = true
		}
		switch {
		case l.kind == leafPrefix:
			put(m.prefix, l.terms[0])
		case l.kind == leafExact:
			put(m.exact, l.terms[0])
		case l.kind == leafRef && isCaseKey(l.joined()):
			k := l.joined()
			put(m.exact, k)
			m.phrases = append(m.phrases, markedPhrase{i, []string{k[:2], k[2:5], k[5:]}})
			weight *= 3
		case len(l.terms) > 1:
			p := markedPhrase{leaf: i}
			for _, t := range l.terms {
				p.stems = append(p.stems, stem(t))
			}
			m.phrases = append(m.phrases, p)
			put(m.exact, l.joined())
			weight *= len(l.terms)
		default:
			put(m.stems, stem(l.terms[0]))
		}
		m.weights = append(m.weights, weight)
	})
	return m
}

// of is the leaf that a single term matches, or -1.
func (m *marker) of(term string) int {
	if !m.firsts[term[0]] { // a stem begins as its word does
		return -1
	}
	if i, ok := m.known[term]; ok {
		return i
	}
	found := -1
	if i, ok := m.exact[term]; ok {
		found = i
	} else if i, ok := m.stems[stem(term)]; ok {
		found = i
	} else {
		for p, i := range m.prefix {
			if strings.HasPrefix(term, p) {
				found = i
			}
		}
	}
	m.known[term] = found
	return found
}

// spans finds everything searched for in text, in order, without overlaps.
func (m *marker) spans(text string) []span {
	if len(m.weights) == 0 {
		return nil
	}
	a := analysers.Get().(*analyser)
	defer analysers.Put(a)
	var list []span
	var recent []token // the last words, for phrases
	longest := 1
	for _, p := range m.phrases {
		longest = max(longest, len(p.stems))
	}
	a.each(text, func(t token) bool {
		if i := m.of(t.term); i >= 0 {
			list = append(list, span{t.start, t.end, i, m.weights[i]})
		}
		if longest > 1 && !t.alt {
			if len(recent) == longest {
				copy(recent, recent[1:])
				recent = recent[:longest-1]
			}
			recent = append(recent, t)
			for _, p := range m.phrases {
				if n := len(p.stems); len(recent) >= n && endsWith(recent, p.stems) {
					list = append(list, span{recent[len(recent)-n].start, t.end, p.leaf, m.weights[p.leaf]})
				}
			}
		}
		return t.end < enoughText || len(list) == 0
	})
	return untangle(list)
}

func endsWith(list []token, stems []string) bool {
	list = list[len(list)-len(stems):]
	for i, s := range stems {
		if t := list[i].term; t != s && stem(t) != s {
			return false
		}
	}
	return true
}

// untangle orders spans and keeps the heavier of any two that overlap.
func untangle(list []span) []span {
	slices.SortStableFunc(list, func(a, b span) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []span
	for _, s := range list {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			if s.weight > out[n-1].weight {
				out[n-1] = s
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// snippets are the best pieces of a hit's text, or an opening where the words
// searched for are in the title or around the record only.
func (m *marker) snippets(s *shown) []archive.Snippet {
	if s.Exempt {
		return nil
	}
	list := m.spans(s.ParsedText)
	if len(list) == 0 {
		return s.opening(m)
	}
	var out []archive.Snippet
	seen := map[int]bool{}
	told := told(s.ParsedText, list)
	for len(out) < maxSnippets {
		from, to := bestWindow(list, told, seen)
		if from == to {
			break
		}
		for _, sp := range list[from:to] {
			seen[sp.leaf] = true
		}
		out = append(out, s.snippet(list[from:to]))
		list, told = slices.Concat(list[:from], list[to:]), slices.Concat(told[:from], told[to:])
	}
	slices.SortStableFunc(out, func(a, b archive.Snippet) int { return a.Page - b.Page })
	return out
}

// bestWindow is the spans of the window that says most of what was searched
// for and has not been shown, the first of equals; none where nothing new is
// left. Told says which spans stand in sentences: a window that begins with one
// that does not counts for less, though not for as little as one that says one
// word fewer of several.
func bestWindow(list []span, told []bool, seen map[int]bool) (from, to int) {
	bestScore := 0
	end := 0
	for i := range list {
		end = max(end, i)
		for end < len(list) && (end == i || list[end].end-list[i].start <= windowSize*3/4) {
			end++
		}
		score := 0
		here := map[int]bool{}
		for _, sp := range list[i:end] {
			switch {
			case seen[sp.leaf]:
			case here[sp.leaf]:
				score++
			default:
				here[sp.leaf] = true
				score += sp.weight * 16
			}
		}
		if !told[i] {
			score -= score / 4
		}
		if score > bestScore {
			bestScore, from, to = score, i, end
		}
	}
	return from, to
}

// snippet cuts the text around the spans, at words and if possible at the
// beginning of a sentence.
func (s *shown) snippet(list []span) archive.Snippet {
	text := s.ParsedText
	first, last := list[0].start, list[len(list)-1].end
	room := max(windowSize-(last-first), 40)
	start := sentenceStart(text, first, room/2)
	end := wordBoundary(text, min(len(text), start+max(windowSize, last-start)))
	if end < last {
		end = last
	}
	if i := strings.Index(text[last:end], "\n\n"); i >= 0 && last+i-start > windowSize/2 {
		end = last + i
	}
	out := archive.Snippet{Field: s.fieldAt(first), Page: s.pageAt(first)}
	if start > 0 && !strings.HasSuffix(text[:start], "\n") {
		out.Parts = appendPart(out.Parts, "… ", false)
	}
	for _, p := range masked(text, start, end, list) {
		out.Parts = appendPart(out.Parts, p.Text, p.Match)
	}
	if end < len(text) {
		out.Parts = appendPart(out.Parts, " …", false)
	}
	return out
}

// fieldAt says whether the words at a byte of the text are the decision's.
func (s *shown) fieldAt(at int) string {
	known := strings.TrimSuffix(s.Decision, " …")
	if known != "" {
		if i := strings.Index(s.ParsedText, known); i >= 0 && at >= i && at < i+len(known) {
			return inDecision
		}
	}
	return fieldText
}

// contactsIn are the contact details in text[start:end], as offsets from
// start; those that reach over an edge are cut at it.
func contactsIn(text string, start, end int) [][2]int {
	spans := archive.ContactSpansIn(text, start, end)
	for i, s := range spans {
		spans[i] = [2]int{max(s[0], start) - start, min(s[1], end) - start}
	}
	return spans
}

// masked is a stretch of text as parts, with contact details withheld.
func masked(text string, start, end int, list []span) []archive.Part {
	var parts []archive.Part
	plain := func(from, to int) { // may hold contact details
		parts = append(parts, archive.Part{Text: text[from:to]})
	}
	hidden := contactsIn(text, start, end)
	at := start
	for _, sp := range list {
		if sp.start < at || sp.end > end {
			continue
		}
		if slices.ContainsFunc(hidden, func(h [2]int) bool { return sp.start < start+h[1] && sp.end > start+h[0] }) {
			continue
		}
		plain(at, sp.start)
		parts = append(parts, archive.Part{Text: text[sp.start:sp.end], Match: true})
		at = sp.end
	}
	plain(at, end)
	if len(hidden) == 0 {
		return parts
	}
	// No match lies across what is hidden, so each plain part can be masked
	// by the places found in the whole.
	pos := start
	for i, p := range parts {
		if !p.Match {
			parts[i].Text = mask(text, pos, pos+len(p.Text), start, hidden)
		}
		pos += len(p.Text)
	}
	return parts
}

func mask(text string, from, to, base int, hidden [][2]int) string {
	var b strings.Builder
	for _, h := range hidden {
		hFrom, hTo := base+h[0], base+h[1]
		if hTo <= from || hFrom >= to {
			continue
		}
		b.WriteString(text[from:max(hFrom, from)])
		b.WriteString(archive.Withheld)
		from = min(hTo, to)
	}
	b.WriteString(text[from:to])
	return b.String()
}

// opening is what a hit shows that says what was searched for only in its
// title or around it: the beginning of its decision, summary or text.
func (s *shown) opening(m *marker) []archive.Snippet {
	for _, o := range []struct{ field, text string }{{inDecision, s.Decision}, {fieldText, s.Summary}, {fieldText, s.ParsedText}} {
		text := strings.TrimSpace(o.text)
		if text == "" {
			continue
		}
		page := 0
		if i := strings.Index(s.ParsedText, clip(text, 80)); i >= 0 {
			page = s.pageAt(i)
		}
		cut := beginning(text, windowSize)
		var parts []archive.Part
		for _, p := range masked(cut, 0, len(cut), m.spans(cut)) {
			parts = appendPart(parts, p.Text, p.Match)
		}
		return []archive.Snippet{{Field: o.field, Page: page, Parts: parts}}
	}
	return nil
}

// appendPart joins parts of a kind and shows paragraphs as one line.
func appendPart(parts []archive.Part, text string, match bool) []archive.Part {
	text = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "\n\n", "\n"))
	if text == "" {
		return parts
	}
	if n := len(parts); n > 0 && parts[n-1].Match == match && !match {
		parts[n-1].Text += text
		return parts
	}
	return append(parts, archive.Part{Text: text, Match: match})
}

// sentenceStart is a good place to begin a snippet at most n bytes before at.
func sentenceStart(text string, at, n int) int {
	low := max(at-n, 0)
	for low > 0 && !utf8.RuneStart(text[low]) {
		low++
	}
	before := text[low:at]
	if i := strings.LastIndex(before, "\n"); i >= 0 {
		return low + i + 1
	}
	if low == 0 {
		return 0
	}
	if i := strings.LastIndex(before, ". "); i >= 0 {
		return low + i + 2
	}
	if i := strings.IndexFunc(before, unicode.IsSpace); i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		return low + i + n
	}
	return at
}

// wordBoundary is the last place at or before at where no word is cut.
func wordBoundary(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	if i := strings.LastIndexFunc(text[:at], unicode.IsSpace); i >= 0 && at-i < 40 {
		return i
	}
	return at
}
