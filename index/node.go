package index

import (
	"strconv"
	"strings"

	"moothall/archive"
)

// A node is a query that has been read: all of its kids, any of them, most of
// them, not the one, or a leaf.
type node struct {
	op   op
	kids []*node
	leaf *leaf
}

type op uint8

const (
	opLeaf op = iota
	opAll
	opAny
	opMost
	opNot
)

// A leaf is one thing to look for.
type leaf struct {
	kind   leafKind
	scope  string   // "" anywhere, else inTitle or inDecision
	terms  []string // folded words; one but for phrases and references
	facet  int      // of leafFacet, in archive.Facets
	asked  string   // of leafFacet, what was typed
	values []string // of leafFacet, the values it means
	weight float32  // 1 for what was typed, less for what we added
}

// The parts of a record that a query may name.
const (
	inTitle    = "title"
	inDecision = "decision"
)

type leafKind uint8

const (
	leafWord   leafKind = iota // any form of a word
	leafExact                  // a word in just this form
	leafPrefix                 // any word that begins so
	leafPhrase                 // words one after the other
	leafFacet                  // a value of a facet
	leafRef                    // a reference
)

// joined is the terms as one word.
func (l *leaf) joined() string { return strings.Join(l.terms, "") }

// key is the reference a leaf may be: something with a digit in it.
func (l *leaf) key() string {
	if l.kind == leafPrefix || l.kind == leafFacet || l.scope != "" {
		return ""
	}
	k := key(l.joined())
	if !strings.ContainsAny(k, "0123456789") {
		return ""
	}
	return k
}

// part is what a word's frequency must say of it, 0 for anything.
func (l *leaf) part() frequency {
	switch l.scope {
	case inTitle:
		return titleBit
	case inDecision:
		return decisionBit
	}
	return 0
}

// String is the query in its canonical form, which reads back as the same
// query.
func (n *node) String() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.write(&b, false)
	return b.String()
}

func (n *node) write(b *strings.Builder, inner bool) {
	switch n.op {
	case opLeaf:
		n.leaf.write(b)
	case opNot:
		b.WriteByte('-')
		n.kids[0].write(b, true)
	case opMost:
		b.WriteString("most(")
		for i, k := range n.kids {
			if i > 0 {
				b.WriteByte(' ')
			}
			k.write(b, true)
		}
		b.WriteByte(')')
	default:
		between := " "
		if n.op == opAny {
			between = " OR "
		}
		if inner {
			b.WriteByte('(')
		}
		for i, k := range n.kids {
			if i > 0 {
				b.WriteString(between)
			}
			k.write(b, true)
		}
		if inner {
			b.WriteByte(')')
		}
	}
}

func (l *leaf) write(b *strings.Builder) {
	switch l.kind {
	case leafFacet:
		b.WriteString(string(archive.Facets[l.facet]))
		b.WriteByte(':')
		b.WriteString(quoteIfNeeded(l.asked))
		return
	case leafRef:
		b.WriteString("ref:")
		if k := l.joined(); isCaseKey(k) {
			b.WriteString(`"` + k[:2] + " " + k[2:5] + " " + k[5:] + `"`)
		} else {
			b.WriteString(quoteIfNeeded(strings.Join(l.terms, " ")))
		}
		return
	}
	if l.scope != "" {
		b.WriteString(l.scope + ":")
	}
	switch l.kind {
	case leafWord:
		b.WriteString(l.terms[0])
	case leafPrefix:
		b.WriteString(l.terms[0] + "*")
	default:
		b.WriteString(strconv.Quote(strings.Join(l.terms, " ")))
	}
}

func quoteIfNeeded(s string) string {
	if strings.Contains(s, " ") {
		return `"` + s + `"`
	}
	return s
}

// leaves calls f with every leaf that a record may match, that is not with
// those under a not.
func (n *node) leaves(f func(*leaf)) {
	switch {
	case n == nil || n.op == opNot:
	case n.op == opLeaf:
		f(n.leaf)
	default:
		for _, k := range n.kids {
			k.leaves(f)
		}
	}
}

// most is how many of n kids must hold for most of them to: half, and at least
// two.
func most(n int) int { return min(max((n+1)/2, 2), n) }

func leafNode(l *leaf) *node {
	if l.weight == 0 {
		l.weight = 1
	}
	return &node{op: opLeaf, leaf: l}
}

// group is a node of several; of one it is that one.
func group(o op, kids []*node) *node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &node{op: o, kids: kids}
}
