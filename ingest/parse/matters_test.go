package parse

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// An item with several matters: each decision says which it is of.
func TestMatters(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"applications in a list, one refused for reasons", `The Committee determined the following applications:
(a) 23/00456/FUL – 12 Harbour Road – Two dwellings
Members were concerned about parking.
RESOLVED that the application be REFUSED for the following reasons:
1. It would lead to parking on the highway.
2. The loss of a tree.
(b) 23/00478/HOU – 3 Quay Lane – Extension
RESOLVED that planning permission be GRANTED.
(c) 23/00501/LBC – The Old Customs House
The application was DEFERRED for a site visit.`,
			[]string{"a: that the application be REFUSED for the following reasons: 1. It would lead to parking on the highway. 2. The loss of a tree.",
				"b: that planning permission be GRANTED.", "c: The application was DEFERRED for a site visit."}},
		{"a parish's replies, a line to each", `24/01234/FUL Land at Church Street. Garage. No objection.
24/01240/HOU 8 Green Lane. Loft conversion. OBJECT – overlooking.
24/01251/HOU 2 Green Lane – support
24/01255/TCA The Rectory. Fell one ash.`,
			[]string{"24/01234/FUL: No objection.", "24/01240/HOU: OBJECT – overlooking.", "24/01251/HOU: support"}},
		{"motions", `(1) Bus services
Ms Yates proposed and Mr Okoro seconded a motion.
On being put to the vote the motion was CARRIED.
(2) Flags
The motion was put to the vote and LOST by 12 votes to 30.`,
			[]string{"1: On being put to the vote the motion was CARRIED.", "2: The motion was put to the vote and LOST by 12 votes to 30."}},
		{"matters with lists of their own", `1. Depot
RESOLVED: That
(a) the depot be let; and
(b) the rent be £5,000.
2. Market
RESOLVED: That the market be moved.`,
			[]string{"1.a: the depot be let; and", "1.b: the rent be £5,000.", "2: That the market be moved."}},
		{"one decision with a list is no list of matters", `Members noted:
(a) Roads
(b) Bridges
RESOLVED: That the report be noted.`,
			[]string{": That the report be noted."}},
	} {
		var got []string
		for _, r := range ReadBody(nil, linesOf(c.body)).Resolutions {
			got = append(got, r.Label+": "+r.Text)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func linesOf(body string) []Line {
	var lines []Line
	for i, text := range strings.Split(body, "\n") {
		lines = append(lines, Line{Page: 1 + i/40, Block: extract.Block{Text: text}})
	}
	return lines
}

// Whatever an item says: all of it is in Text, each resolution is said in it
// with the words it has, and has words; reading twice is the same.
func FuzzReadBody(f *testing.F) {
	for _, s := range []string{"RESOLVED: That the report be noted.", "(a) 23/00456/FUL – Road\nREFUSED\n(b) 23/00457/FUL – Lane\nGRANTED", "24/0123 A. No objection.\n24/0124 B. Object.",
		"Decision:\n1. To note\n2. To agree", "Agreed actions:\n- x\n- y", "RESOLVED to (a) note the report; and (b) approve it.", "(1) Bus\nCARRIED\n(2) Flag\nLOST"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		lines := linesOf(s)
		for i := range lines {
			lines[i].Text = strings.Join(strings.Fields(lines[i].Text), " ")
		}
		b := ReadBody(nil, lines)
		for _, l := range lines {
			if !strings.Contains(b.Text, l.Text) {
				t.Errorf("%q is not in the text", l.Text)
			}
		}
		all := strings.Join(strings.Fields(b.Text), " ")
		for _, r := range b.Resolutions {
			words := strings.Fields(r.Text)
			if len(words) == 0 {
				t.Error("a resolution without words")
				continue
			}
			if !strings.Contains(all, words[0]) {
				t.Errorf("%q opens a resolution and is not in the text", words[0])
			}
		}
		if again := ReadBody(nil, lines); fmt.Sprint(again) != fmt.Sprint(b) {
			t.Error("reading twice gives two readings")
		}
	})
}
