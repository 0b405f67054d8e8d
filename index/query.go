package index

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/archive"
)

// Bounds on what one query may cost.
const (
	maxQuery  = 2000 // bytes; what follows is not read
	maxLeaves = 64
	maxDepth  = 8
	maxPrefix = 1000 // words one prefix may stand for
	minPrefix = 2    // letters before the star
)

// A reading is a query as it was understood.
type reading struct {
	node  *node
	order []string // of a query that is words alone: all of them as typed
	plain bool     // it could not be read as a query and was taken as words
	empty bool     // something was typed, and there is no word in it
}

// read reads what somebody typed. Nothing is an error: what cannot be read
// as a query is read as plain words, all of which must be there.
//
//	housing repairs          both words, in any form
//	"housing repairs"        one after the other
//	"housing"                the word in just this form
//	hous*                    words that begin so
//	-garage, NOT garage      without it
//	a OR b c                 c and one of a, b
//	(a b) OR c               brackets group
//	most(a b c)              at least half of them, and two
//	title:repairs            in the title; decision: likewise
//	council:medway           by facet: kind council committee service outcome
//	                         finding remedy_status (or remedy) year
//	ref:"21 003 456"         a reference, however it is written; case: likewise
//
// A reference that is typed like an Ombudsman's is one.
func read(text string) reading {
	text = strings.ToValidUTF8(clip(text, maxQuery), " ")
	if strings.TrimSpace(text) == "" {
		return reading{}
	}
	p := &parser{rest: text}
	n, ok := p.all(0)
	if ok && p.rest == "" && n != nil && p.leaves <= maxLeaves {
		return reading{node: dropStopWords(n), order: wordsInOrder(n)}
	}
	n = plainWords(text)
	return reading{node: dropStopWords(n), order: wordsInOrder(n), plain: n != nil, empty: n == nil}
}

// relaxed is a query of three words or more that need not all be there, or nil
// for any other query. It is for when nothing has them all: people type whole
// questions.
func relaxed(n *node) *node {
	if n == nil || n.op != opAll || slices.ContainsFunc(n.kids, func(k *node) bool {
		return k.op != opLeaf || k.leaf.kind == leafFacet || k.leaf.kind == leafRef
	}) {
		return nil
	}
	kids := slices.DeleteFunc(joinNegations(n.kids), func(k *node) bool { return questionWords[k.leaf.terms[0]] })
	if len(kids) < 3 {
		return nil
	}
	return &node{op: opMost, kids: kids}
}

// wordsInOrder is the words of a query that is made of words and phrases
// alone, and nil for any other.
func wordsInOrder(n *node) []string {
	if n == nil || n.op == opAny || n.op == opNot || n.op == opMost {
		return nil
	}
	kids := []*node{n}
	if n.op == opAll {
		kids = n.kids
	}
	var list []string
	for _, k := range kids {
		if k.op != opLeaf || k.leaf.scope != "" || k.leaf.kind == leafFacet || k.leaf.kind == leafPrefix || k.leaf.kind == leafRef {
			return nil
		}
		list = append(list, k.leaf.terms...)
	}
	return list
}

// plainWords takes every word of a text, which must all be there.
func plainWords(text string) *node {
	var kids []*node
	seen := map[string]bool{}
	for _, t := range words(text) {
		if !t.alt && !seen[t.term] && len(kids) < maxLeaves {
			seen[t.term] = true
			kids = append(kids, leafNode(&leaf{kind: leafWord, terms: []string{t.term}}))
		}
	}
	return group(opAll, referencesOf(kids))
}

// dropStopWords passes over stop words that stand beside others: they are in
// every record, and asking for them would only cost. What negates a word is
// kept.
func dropStopWords(n *node) *node {
	if n == nil || n.op != opAll {
		return n
	}
	var kept []*node
	for i, k := range n.kids {
		if !areWords([]*node{k}) || !stopWords[k.leaf.terms[0]] || negates(n.kids[i:]) {
			kept = append(kept, k)
		}
	}
	if !slices.ContainsFunc(kept, func(k *node) bool { return k.op != opNot }) {
		return n
	}
	return group(opAll, kept)
}

type parser struct {
	rest   string
	leaves int
}

// all reads terms up to the end or a closing bracket; all of them must hold.
func (p *parser) all(depth int) (*node, bool) {
	if depth > maxDepth {
		return nil, false
	}
	var kids []*node
	for {
		p.space()
		if p.rest == "" || p.rest[0] == ')' {
			break
		}
		if p.word("AND") {
			if len(kids) == 0 {
				return nil, false
			}
			continue
		}
		n, ok := p.any(depth)
		if !ok {
			return nil, false
		}
		if n != nil {
			kids = append(kids, within(opAll, n)...)
		}
	}
	return group(opAll, referencesOf(kids)), true
}

// within takes off brackets that change nothing.
func within(o op, n *node) []*node {
	if n.op == o {
		return n.kids
	}
	return []*node{n}
}

// joinCaseRefs makes one reference of words that are one when they are read
// again: "20 000 997".
func joinCaseRefs(kids []*node) []*node {
	var out []*node
	for i := 0; i < len(kids); i++ {
		n := 0
		for _, words := range []int{1, 3} {
			if i+words <= len(kids) && areWords(kids[i:i+words]) && caseRef.FindString(phraseOf(kids[i:i+words])) == phraseOf(kids[i:i+words]) {
				n = words
			}
		}
		if n == 0 {
			out = append(out, kids[i])
			continue
		}
		out = append(out, leafNode(&leaf{kind: leafRef, terms: []string{key(phraseOf(kids[i : i+n]))}}))
		i += n - 1
	}
	return out
}

// areWords reports whether all are plain words.
func areWords(kids []*node) bool {
	return !slices.ContainsFunc(kids, func(k *node) bool {
		return k.op != opLeaf || k.leaf.kind != leafWord || k.leaf.scope != ""
	})
}

// any reads one term, or several with OR between them.
func (p *parser) any(depth int) (*node, bool) {
	var kids []*node
	for {
		n, ok := p.term(depth)
		if !ok {
			return nil, false
		}
		if n != nil {
			kids = append(kids, within(opAny, n)...)
		}
		p.space()
		if !p.word("OR") {
			return group(opAny, kids), true
		}
		p.space()
		if n == nil || p.rest == "" || p.rest[0] == ')' {
			return nil, false
		}
	}
}

// term reads one thing with what may stand before it.
func (p *parser) term(depth int) (*node, bool) {
	not := false
	switch {
	case p.word("NOT"):
		p.space()
		not = true
	case len(p.rest) > 1 && p.rest[0] == '-' && (startsWord(p.rest, 1) || p.rest[1] == '"' || p.rest[1] == '('):
		p.rest = p.rest[1:]
		not = true
	}
	if p.rest == "" || p.keyword() {
		return nil, false
	}
	var n *node
	ok := true
	inner, some := strings.CutPrefix(p.rest, "most(")
	switch {
	case some || p.rest[0] == '(':
		if p.rest = p.rest[1:]; some {
			p.rest = inner
		}
		if n, ok = p.all(depth + 1); !ok || !strings.HasPrefix(p.rest, ")") {
			return nil, false
		}
		p.rest = p.rest[1:]
		if some && n != nil && n.op == opAll && !slices.ContainsFunc(n.kids, func(k *node) bool { return k.op == opNot }) {
			n = &node{op: opMost, kids: n.kids}
		}
	default:
		n, ok = p.single()
	}
	if !ok {
		return nil, false
	}
	if not {
		if n == nil || n.op == opNot {
			return nil, false
		}
		n = &node{op: opNot, kids: []*node{n}}
	}
	return n, true
}

// single reads a word, a phrase, a prefix, a reference or a field with one of
// those. A word without a letter or digit is read as nothing.
func (p *parser) single() (*node, bool) {
	p.leaves++
	if m := caseRef.FindString(p.rest); m != "" && !partOfWord(p.rest, len(m)) {
		p.rest = p.rest[len(m):]
		return leafNode(&leaf{kind: leafRef, terms: []string{key(m)}}), true
	}
	if m := fieldName.FindStringSubmatch(p.rest); m != nil {
		if name, ok := fieldNames[strings.ToLower(m[1])]; ok {
			before := p.rest
			p.rest = p.rest[len(m[0]):]
			if name == "ref" { // "Reference: 21 003 456", as a paper has it
				after := strings.TrimLeftFunc(p.rest, unicode.IsSpace)
				if m := caseRef.FindString(after); m != "" && !partOfWord(after, len(m)) {
					p.rest = after[len(m):]
					return leafNode(&leaf{kind: leafRef, terms: []string{key(m)}}), true
				}
			}
			value, quoted, ok := p.value()
			if ok {
				if n := fieldNode(name, value, quoted); n != nil {
					return n, true
				}
			}
			p.rest = before
			return nil, false
		}
	}
	value, quoted, ok := p.value()
	if !ok {
		return nil, false
	}
	return textNode("", value, quoted), true
}

// value reads what stands between quotes, or up to a space or bracket.
func (p *parser) value() (value string, quoted, ok bool) {
	if r, n := utf8.DecodeRuneInString(p.rest); quote(r) {
		inner := p.rest[n:]
		end := strings.IndexFunc(inner, quote)
		if end < 0 {
			return "", false, false
		}
		_, n = utf8.DecodeRuneInString(inner[end:])
		p.rest = inner[end+n:]
		return inner[:end], true, true
	}
	end := strings.IndexFunc(p.rest, func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || quote(r)
	})
	if end < 0 {
		end = len(p.rest)
	}
	value, p.rest = p.rest[:end], p.rest[end:]
	return value, false, value != ""
}

func quote(r rune) bool {
	return r == '"' || r == '“' || r == '”' || r == '„' || r == '«' || r == '»'
}

func (p *parser) space() { p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace) }

// word takes w if it is the next word.
func (p *parser) word(w string) bool {
	if !strings.HasPrefix(p.rest, w) {
		return false
	}
	rest := p.rest[len(w):]
	if rest != "" {
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsSpace(r) {
			return false
		}
	}
	p.rest = rest
	return true
}

// keyword reports whether one of the words of the query language comes next,
// where something to look for should.
func (p *parser) keyword() bool {
	q := *p
	return q.word("OR") || q.word("AND") || q.word("NOT")
}

// textNode is words to be found in a field, "" for anywhere.
func textNode(scope, value string, quoted bool) *node {
	var terms []string
	for _, t := range words(value) {
		if !t.alt {
			terms = append(terms, t.term)
		}
	}
	switch {
	case len(terms) == 0:
		return nil
	case len(terms) > 1:
		// A word of several parts, as "well-being" or "21/01234/FUL", is a
		// phrase, for that is what it is in the text.
		return leafNode(&leaf{kind: leafPhrase, scope: scope, terms: terms[:min(len(terms), maxLeaves)]})
	case quoted:
		return leafNode(&leaf{kind: leafExact, scope: scope, terms: terms})
	case strings.HasSuffix(value, "*") && utf8.RuneCountInString(terms[0]) >= minPrefix:
		return leafNode(&leaf{kind: leafPrefix, scope: scope, terms: terms})
	}
	return leafNode(&leaf{kind: leafWord, scope: scope, terms: terms})
}

// fieldNode is a value to be found in a field, or nil where it cannot be.
func fieldNode(name, value string, quoted bool) *node {
	switch name {
	case inTitle, inDecision:
		return textNode(name, value, quoted)
	case "ref":
		if k := key(value); k != "" {
			terms := []string{k}
			if !isCaseKey(k) {
				terms = nil
				for _, t := range words(value) {
					if !t.alt {
						terms = append(terms, t.term)
					}
				}
			}
			if len(terms) > 0 {
				return leafNode(&leaf{kind: leafRef, terms: terms})
			}
		}
		return nil
	}
	facet := slices.Index(archive.Facets, archive.Facet(name))
	asked := strings.ReplaceAll(archive.Slug(value), "-", " ")
	if asked == "" {
		return nil
	}
	return leafNode(&leaf{kind: leafFacet, facet: facet, asked: asked})
}

var fieldName = regexp.MustCompile(`^([A-Za-z_]+):`)

// fieldNames are the names before a colon that mean something. Any other,
// as in "Resolved: that", is a word.
var fieldNames = map[string]string{
	"title": inTitle, "decision": inDecision, "decided": inDecision, "recommendation": inDecision,
	"ref": "ref", "case": "ref", "reference": "ref", "minute": "ref",
	"kind": "kind", "type": "kind", "council": "council", "committee": "committee", "body": "committee",
	"service": "service", "outcome": "outcome", "finding": "finding", "year": "year",
	"remedy": "remedy_status", "remedy_status": "remedy_status",
}

// caseRef is an Ombudsman's reference: two, three and three digits, or all in
// one, with the letter of a joint decision.
var caseRef = regexp.MustCompile(`^\d{2}(?:[ \x{a0}–/-]\d{3}[ \x{a0}–/-]\d{3}|\d{6})[A-Za-z]?`)

func isCaseKey(k string) bool {
	if len(k) != 8 && len(k) != 9 {
		return false
	}
	for i := range 8 {
		if !digit(k[i]) {
			return false
		}
	}
	return len(k) == 8 || k[8] >= 'a' && k[8] <= 'z'
}

// partOfWord reports whether a word goes on at byte i.
func partOfWord(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] == '-' || s[i] == '/' || s[i] == '*' {
		return true
	}
	// "21003456.5" is a number; a full stop after a reference ends a sentence.
	if (s[i] == '.' || s[i] == ',') && i+1 < len(s) && digit(s[i+1]) {
		return true
	}
	return startsWord(s, i)
}

// choose finds the values of a facet that a typed name means: the value
// itself, or else every value whose words include those typed.
func choose(asked string, names []string) []string {
	dashed := strings.ReplaceAll(asked, " ", "-")
	for _, n := range names {
		if archive.Slug(n) == dashed {
			return []string{n}
		}
	}
	want := strings.Fields(asked)
	var list []string
	for _, n := range names {
		have := strings.FieldsFunc(strings.ToLower(n), func(r rune) bool { return r == '-' || r == '_' || r == '/' || r == ' ' })
		if !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(have, w) }) {
			list = append(list, n)
		}
	}
	return list
}
