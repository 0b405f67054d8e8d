package classify

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// A termSet is the words of a table's row, written as a pattern of
// alternatives: "care homes?|tree planting|recycl\w*". It is spelled out into
// plain phrases, because hundreds of alternatives run over a long debate cost
// a hundred times as much as looking up each of its words once.
//
// The patterns may hold groups, optional parts, small classes of characters
// and \w* or \w+ at the end of a word; anything else is a mistake in a table
// and panics when the program starts.
type termSet []string

// terms spells out a pattern.
func terms(pattern string) termSet {
	tree, err := syntax.Parse(strings.ReplaceAll(pattern, "’", "'"), syntax.Perl)
	if err != nil {
		panic(err)
	}
	return spell(tree)
}

// wild ends a word of which only the beginning counts.
const wild = "*"

func spell(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return []string{""}
	case syntax.OpLiteral:
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		var out []string
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				out = append(out, string(r))
			}
		}
		return out
	case syntax.OpCapture:
		return spell(re.Sub[0])
	case syntax.OpQuest:
		return append([]string{""}, spell(re.Sub[0])...)
	case syntax.OpStar, syntax.OpPlus:
		return []string{wild}
	case syntax.OpAlternate:
		var out []string
		for _, s := range re.Sub {
			out = append(out, spell(s)...)
		}
		return out
	case syntax.OpConcat:
		out := []string{""}
		for _, s := range re.Sub {
			var next []string
			for _, head := range out {
				for _, tail := range spell(s) {
					next = append(next, head+tail)
				}
			}
			out = next
		}
		return out
	}
	panic(fmt.Sprintf("classify: a table's words hold %q, which cannot be spelled out", re))
}

// A lexicon finds the rows of a table whose words stand in a text.
type lexicon struct {
	root *lexNode
	rows int
}

type lexNode struct {
	words    map[string]*lexNode
	prefixes map[string]*lexNode
	rows     []int // the rows a phrase that ends here belongs to
}

func newLexicon(rows []termSet) *lexicon {
	l := &lexicon{root: &lexNode{}, rows: len(rows)}
	for i, set := range rows {
		for _, phrase := range set {
			l.add(phrase, i)
		}
	}
	return l
}

func (l *lexicon) add(phrase string, row int) {
	n := l.root
	ws := lexWords(phrase)
	for _, w := range ws {
		table := &n.words
		if strings.HasSuffix(w, wild) {
			w = strings.TrimSuffix(w, wild)
			table = &n.prefixes
		}
		if *table == nil {
			*table = map[string]*lexNode{}
		}
		if (*table)[w] == nil {
			(*table)[w] = &lexNode{}
		}
		n = (*table)[w]
	}
	if len(ws) == 0 {
		panic("classify: a table's row holds an empty phrase")
	}
	for _, r := range n.rows {
		if r == row {
			return
		}
	}
	n.rows = append(n.rows, row)
}

// count says how often each row's words stand in a text, most at most. A
// longer phrase is one thing, and none of the shorter ones within it counts:
// "tree preservation order" names no tree, "school transport" no transport.
func (l *lexicon) count(text string, most int) []int {
	out := make([]int, l.rows)
	ws := lexWords(text)
	var rows []int
	for i := 0; i < len(ws); {
		longest := i
		l.root.match(ws, i, func(end, row int) {
			if end > longest {
				longest, rows = end, rows[:0]
			}
			if end == longest && !slices.Contains(rows, row) {
				rows = append(rows, row)
			}
		})
		for _, row := range rows {
			out[row] = min(out[row]+1, most)
		}
		rows = rows[:0]
		i = max(longest, i+1)
	}
	return out
}

func (n *lexNode) match(ws []string, i int, found func(end, row int)) {
	for _, r := range n.rows {
		found(i, r)
	}
	if i == len(ws) {
		return
	}
	if next := n.words[ws[i]]; next != nil {
		next.match(ws, i+1, found)
	}
	if n.prefixes == nil {
		return
	}
	for j := 2; j <= len(ws[i]); j++ {
		if next := n.prefixes[ws[i][:j]]; next != nil {
			next.match(ws, i+1, found)
		}
	}
}

// lexWords are the words of a text in small letters without apostrophes;
// anything that is no letter, digit or wild card parts them.
func lexWords(s string) []string {
	s = strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' })
}
