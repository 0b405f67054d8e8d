package quality

import (
	"strings"
	"testing"
)

func TestRubbish(t *testing.T) {
	const minutes = "RESOLVED that the minutes of the meeting held on 12 July be confirmed as a correct record and signed by the Chairman."
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"minutes", minutes, false},
		{"welsh", "Cyflwynodd y Cyfarwyddwr yr adroddiad. Dywedodd fod yr Ombwdsmon wedi canfod camweinyddu ac y byddai’r Cyngor yn talu i’r teulu.", false},
		{"names", "Fairweather, Lindqvist, Nwosu, Threlfall, Prydderch, Osgood, Penhallow, Westermouth, Ambershire, Thornley, Kowalczyk, Nguyen", false},
		{"figures", strings.Repeat("1,315.6 42.0 -0.6 ", 40), false},
		{"too little", "xqzj kvwq", false},
		{"letters moved by three", moved(minutes, 3), true},
		{"letters moved by eleven", moved(minutes, 11), true},
		{"letters in each other's place", mixed(minutes), true},
		{"a heading's letters in each other's place", mixed("Declarations of interest in the matters before us"), true},
		{"letters as signs", signs(minutes), true},
		{"controls", strings.Repeat("\x01\x02 ab", 40), true},
		{"leaders", "Introduction " + strings.Repeat(". ", 200), false},
		{"headings over a page of signs", "Why are they proposing change now? What would the schools look like? " + strings.Repeat("! \" # $ % & ( ) + < > ? ", 30), false},
		{"Polish", "Rada przyjęła sprawozdanie dyrektora w sprawie skargi oraz działania naprawcze, które zgodziła się podjąć. Szczegółowe wyjaśnienia przedstawiono na posiedzeniu.", false},
		{"names in capitals", "JIM MCMAHON OBE MP", false},
	} {
		if got := Rubbish(c.text); got != c.want {
			share, n := Share(c.text)
			t.Errorf("%s: got %v, want %v (%.2f of %d)", c.name, got, c.want, share, n)
		}
	}
}

func moved(s string, by rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+by)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+by)%26
		}
		return r
	}, s)
}

// signs gives letters as the signs far before them.
func signs(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return '!' + (r-'a')%12
		}
		return r
	}, strings.ToLower(s))
}

func mixed(s string) string {
	const order = "qjxzkvbwpygmufdclhrnsioate"
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return rune(order[r-'a'])
		}
		return r
	}, strings.ToLower(s))
}
