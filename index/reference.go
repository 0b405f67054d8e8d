package index

import "slices"

// referenceWords introduce an Ombudsman's reference and say nothing beside
// it: "case no. 21 003 456", "Ombudsman's decision 21 003 456". By stem.
var referenceWords = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range []string{"case", "reference", "ref", "complaint", "decision", "no", "number", "id",
		"lgsco", "lgo", "ombudsman", "ombudsmans"} {
		m[stem(w)] = true
	}
	return m
}()

// referencesOf makes references of the words that are one, and passes over the
// words that only introduce them.
func referencesOf(kids []*node) []*node {
	var out []*node
	for _, k := range joinCaseRefs(kids) {
		if k.op == opLeaf && k.leaf.kind == leafRef && isCaseKey(k.leaf.joined()) {
			for len(out) > 0 && introduces(out[len(out)-1]) {
				out = out[:len(out)-1]
			}
		}
		out = append(out, k)
	}
	return out
}

// introduces reports whether a node is a plain word that introduces a
// reference, or a stop word on the way to it.
func introduces(n *node) bool {
	if !areWords([]*node{n}) {
		return false
	}
	w := n.leaf.terms[0]
	return referenceWords[stem(w)] || stopWords[w]
}

// referencesAlone is a query of references and words as the references alone,
// or nil for any other. It is for when no record has both: who gives a
// reference wants that case.
func referencesAlone(n *node) *node {
	if n == nil || n.op != opAll {
		return nil
	}
	var refs []*node
	for _, k := range n.kids {
		switch {
		case k.op == opLeaf && k.leaf.kind == leafRef && isCaseKey(k.leaf.joined()):
			refs = append(refs, k)
		case !areWords([]*node{k}):
			return nil
		}
	}
	if len(refs) == 0 || len(refs) == len(n.kids) {
		return nil
	}
	return group(opAll, slices.Clip(refs))
}
