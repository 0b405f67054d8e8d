package index

import (
	"slices"
	"strings"
)

// relatedWeight is what a record gains that says it in other words, beside
// one that says it in those typed.
const relatedWeight = 0.35

// synonyms are council English: what is said in several ways. Each group goes
// both ways; members are folded words. A short form stands in a group only
// when it means nothing else in these papers.
var synonyms = [][]string{
	{"sgo", "special guardianship order", "special guardianship"},
	{"ehcp", "ehc plan", "education health and care plan"},
	{"lgsco", "lgo", "ombudsman", "local government and social care ombudsman"},
	{"spso", "scottish public services ombudsman"},
	{"psow", "public services ombudsman for wales"},
	{"homeless", "homelessness", "rough sleeping", "rough sleepers"},
	{"sen", "send", "special educational needs"},
	{"asb", "antisocial behaviour", "anti social behaviour"},
	{"dfg", "disabled facilities grant"},
	{"pcn", "penalty charge notice", "parking fine"},
	{"ta", "temporary accommodation"},
	{"lac", "looked after children", "children in care"},
	{"dols", "deprivation of liberty"},
	{"tpo", "tree preservation order"},
	{"cpz", "controlled parking zone"},
	{"hmo", "house in multiple occupation", "houses in multiple occupation"},
	{"blue badge", "disabled parking badge"},
	{"council tax reduction", "council tax support"},
	{"flytipping", "fly tipping"},
	{"bin", "refuse", "waste collection"},
	{"mtfs", "medium term financial strategy", "medium term financial plan", "mtfp"},
	{"hra", "housing revenue account"},
	{"section 106", "s106", "planning obligation"},
	{"cil", "community infrastructure levy"},
	{"tro", "traffic regulation order"},
	{"phv", "private hire"},
	{"foi", "freedom of information"},
	{"gdpr", "data protection"},
	{"home to school transport", "school transport"},
	{"section 117", "s117", "aftercare"},
	{"care leaver", "leaving care"},
	{"domestic abuse", "domestic violence"},
	{"pothole", "carriageway defect"},
	{"compensation", "financial remedy"},
}

// expand adds to the words of a query what else is said for them, and lists
// what it added. Only words that must all be there are looked at, in the
// order typed: phrases, exclusions and fields mean what they say.
func expand(n *node) (*node, []string) {
	if n == nil {
		return nil, nil
	}
	kids := []*node{n}
	if n.op == opAll {
		kids = n.kids
	} else if n.op != opLeaf {
		return n, nil
	}
	var out []*node
	var related []string
	for i := 0; i < len(kids); {
		group, used := synonymAt(kids[i:])
		if group == nil {
			out = append(out, kids[i])
			i++
			continue
		}
		said := phraseOf(kids[i : i+used])
		ways := []*node{groupAll(kids[i : i+used])}
		for _, other := range group {
			// What holds all the words typed would find nothing that they do not.
			if holds(other, said) {
				continue
			}
			related = append(related, other)
			terms := strings.Fields(other)
			l := &leaf{kind: leafWord, terms: terms, weight: relatedWeight}
			if len(terms) > 1 {
				l.kind = leafPhrase
			}
			ways = append(ways, leafNode(l))
		}
		if len(ways) == 1 {
			out = append(out, kids[i:i+used]...)
		} else {
			out = append(out, &node{op: opAny, kids: ways})
		}
		i += used
	}
	return group(opAll, out), related
}

func groupAll(kids []*node) *node { return group(opAll, slices.Clone(kids)) }

// synonymAt finds the longest member of a group that the words begin with.
func synonymAt(kids []*node) (members []string, used int) {
	for _, g := range synonyms {
		for _, m := range g {
			terms := slices.DeleteFunc(strings.Fields(m), func(w string) bool { return stopWords[w] })
			if len(terms) > used && saysWords(kids, terms) {
				members, used = g, len(terms)
			}
		}
	}
	return members, used
}

// saysWords reports whether kids begin with plain words that are forms of
// terms. Neither has stop words.
func saysWords(kids []*node, terms []string) bool {
	if len(kids) < len(terms) {
		return false
	}
	for i, t := range terms {
		k := kids[i]
		if k.op != opLeaf || k.leaf.kind != leafWord || k.leaf.scope != "" || stem(k.leaf.terms[0]) != stem(t) {
			return false
		}
	}
	return true
}

func phraseOf(kids []*node) string {
	var list []string
	for _, k := range kids {
		list = append(list, k.leaf.terms[0])
	}
	return strings.Join(list, " ")
}

// holds reports whether every word of b, in any form, is among those of a.
func holds(a, b string) bool {
	var have []string
	for _, w := range strings.Fields(a) {
		have = append(have, stem(w))
	}
	return !slices.ContainsFunc(strings.Fields(b), func(w string) bool { return !slices.Contains(have, stem(w)) })
}
