package index

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"moothall/archive"
)

func TestQueriesAreReadAs(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		plain            bool
	}{
		{"words", "Housing  repairs", "housing repairs", false},
		{"a phrase", `“be noted”`, `"be noted"`, false},
		{"exclusions", "housing -garage NOT shed", "housing -garage -shed", false},
		{"or binds closer than and", "a1 OR b1 c1", "(a1 OR b1) c1", false},
		{"brackets", "(a1 b1) OR c1", "(a1 b1) OR c1", false},
		{"most of some", "most(a1 b1 c1) d1", "most(a1 b1 c1) d1", false},
		{"fields", "title:repairs Council:Medway service:children's committee:\"Full Council\"", `title:repairs council:medway service:childrens committee:"full council"`, false},
		{"a prefix", "hous*", "hous*", false},
		{"too short a prefix", "h*", "h", false},
		{"a reference", "ref:24/00109", `ref:"24 00109"`, false},
		{"a case reference among words", "fault in 20 000 997 repeated", `fault ref:"20 000 997" repeated`, false},
		{"words that introduce a reference", "case 22-907-331", `ref:"22 907 331"`, false},
		{"more of them", "Ombudsman's decision on complaint ref. no. 22 907 331", `ref:"22 907 331"`, false},
		{"a reference as a paper has it", "LGSCO Reference: 22 907 331", `ref:"22 907 331"`, false},
		{"and other words", "repairs case 22907331 decision", `repairs ref:"22 907 331" decision`, false},
		{"not is a word that is kept", "recommendations not implemented", "recommendations not implemented", false},
		{"not before stop words", "complaints that were not to be upheld", "complaints not upheld", false},
		{"no is one too", "no fault of the Council", "no fault council", false},
		{"no before a number is none", "minute no 12", "minute 12", false},
		{"lower-case operators are words", "bins or and refuse not", "bins refuse", false},
		{"not in what need not all match", "temporary accommodation remedies not done", "temporary accommodation remedies not done", false},
		{"a word of several parts", "well-being", `"well being"`, false},
		{"an unknown field is a word", "Resolved: noted", "resolved noted", false},
		{"an unclosed quote", `say "that`, "say", true},
		{"a dangling or", "housing OR", "housing", true},
		{"an unclosed bracket", "(Cllr Pugh", "cllr pugh", true},
		{"a field of nothing", "title:", "title", true},
		{"no word at all", "£ – *", "", false},
		{"stop words alone", "to be or not to be", "to be or not", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(c.text)
			if c.name == "stop words alone" {
				// Lower case "or" and "not" are words.
				if got := r.node.String(); got != "to be or not to be" {
					t.Errorf("got %q", got)
				}
				return
			}
			if got := r.node.String(); got != c.want || r.plain != c.plain {
				t.Errorf("%q is read as %q, plain %v; want %q, %v", c.text, got, r.plain, c.want, c.plain)
			}
		})
	}
}

// FuzzRead claims of any text: it can be read; how it was read, typed again, is
// read the same way and not as plain words; a text with a word in it asks for
// something; and searching for it is no error.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"housing repairs", `"be noted" -garage`, "(a OR b) c", "title:x council:\"full council\"", "hous*", "20-000-997", "ref:24/00109",
		`un"closed`, "((((", "a OR OR b", "NOT NOT x", "-", "- -x", "well-being O’Brien’s £1,250.00 3.5% 4.2.1", "title:title:x", "ﬁnding", "\u00ad\u200b",
		"21003456a", "AND", "a AND", "-(a b)", "most(a b c)", "most(a", "-most(a b) most", "-\"a b\"", "ref:-", "year:2021", "kind:", "ß İ ŉ", "a*b*", "1*", "21 003 456*", "\"00000000.00 0",
		"case no not 21003456 not x", "not no -x most(not a b)", "ref: 21 003 456",
	} {
		f.Add(s)
	}
	ix, _ := open(f, world()...)
	f.Fuzz(func(t *testing.T, text string) {
		r := read(text)
		if r.empty != (r.node == nil && strings.TrimSpace(strings.ToValidUTF8(clip(text, maxQuery), " ")) != "") {
			t.Fatalf("%q: empty %v, node %v", text, r.empty, r.node)
		}
		said := r.node.String()
		if !utf8.ValidString(said) {
			t.Fatalf("%q is read as %q", text, said)
		}
		again := read(said)
		if got := again.node.String(); len(said) < maxQuery && (got != said || again.plain) {
			t.Fatalf("%q is read as %q, which is read as %q (plain %v)", text, said, got, again.plain)
		}
		if _, err := ix.Search(context.Background(), archive.Query{Text: text}); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

// FuzzWords claims of any text: tokens stand in order within it, cut no rune,
// and each is found again when it is typed as it is printed.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"The Council’s O'Brien report: £1,250.00, 21/01234/FUL; well-being", "a.b@c.d 3.5 4.2.1 22.07.2021 1,2,3", "ﬁ Siân ŵy e\u0301 x\u00ady"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last, pos := 0, -1
		have := map[string]bool{}
		list := words(text)
		for _, k := range list {
			have[k.term] = true
			if k.start < 0 || k.end > len(text) || k.start >= k.end || k.term == "" {
				t.Fatalf("%+v of %q", k, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[k.start:k.end]) {
				t.Fatalf("%+v cuts a rune of %q", k, text)
			}
			if !k.alt {
				if k.start < last || k.pos != pos+1 {
					t.Fatalf("%+v is out of order in %q", k, text)
				}
				last, pos = k.end, k.pos
			}
		}
		for _, k := range list {
			if k.alt {
				continue
			}
			for _, typed := range words(text[k.start:k.end]) {
				if !typed.alt && !have[typed.term] {
					t.Fatalf("%q of %q, typed again, is %q, which is not there", text[k.start:k.end], text, typed.term)
				}
			}
		}
	})
}
