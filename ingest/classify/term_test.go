package classify

import (
	"reflect"
	"testing"
)

func TestTermsAreSpelledOut(t *testing.T) {
	for pattern, want := range map[string]termSet{
		"care homes?":              {"care home", "care homes"},
		"librar(?:y|ies)":          {"library", "libraries"},
		`recycl\w*`:                {"recycl*"},
		"fly[ -]?tipping":          {"flytipping", "fly tipping", "fly-tipping"},
		"bus(?:es)? (?:lane|stop)": {"bus lane", "bus stop", "buses lane", "buses stop"},
	} {
		if got := terms(pattern); !sameSet(got, want) {
			t.Errorf("%q: got %q, want %q", pattern, got, want)
		}
	}
}

func sameSet(a, b []string) bool {
	in := func(all []string) map[string]bool {
		m := map[string]bool{}
		for _, s := range all {
			m[s] = true
		}
		return m
	}
	return reflect.DeepEqual(in(a), in(b))
}

func TestLexiconCounts(t *testing.T) {
	l := newLexicon([]termSet{terms(`school(?:s| places)?|pupils?`), terms(`recycl\w*`), terms(`children['’]?s services`)})
	got := l.count("Schools: the school places for Pupils. RECYCLING and recycled, preschool; Children’s Services", 2)
	if want := []int{2, 2, 1}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v (most two of each, none inside a word, the longest phrase once)", got, want)
	}
}
