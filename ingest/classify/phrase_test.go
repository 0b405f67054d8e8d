package classify

import (
	"regexp"
	"testing"

	"moothall/archive"
)

// Each way of putting a thing is read by its own form, and by the table it
// stands in as what the table says.
func TestEveryPhraseOfStatus(t *testing.T) {
	for _, f := range statusForms {
		for _, p := range f.ways {
			if !regexp.MustCompile(`(?i)` + p.form).MatchString(p.seen) {
				t.Errorf("%q is not read by its own form %s", p.seen, p.form)
			}
			if got, _ := meaning(p.seen); got != f.is {
				t.Errorf("%q is %s, want %s", p.seen, got, f.is)
			}
		}
	}
	for _, p := range undone {
		if !regexp.MustCompile(`(?i)` + p.form).MatchString(p.seen) {
			t.Errorf("%q is not read by its own form %s", p.seen, p.form)
		}
		if got, _ := meaning(p.seen); got != archive.NotImplemented {
			t.Errorf("%q is %s", p.seen, got)
		}
	}
}

func TestEveryPhraseOfKinds(t *testing.T) {
	for _, k := range remedyKinds {
		for _, p := range k.ways {
			if !regexp.MustCompile(`(?i)` + p.form).MatchString(p.seen) {
				t.Errorf("%q is not read by its own form %s", p.seen, p.form)
			}
			if got := kinds(p.seen); !is(archive.Remedy{Kinds: got}, k.kind) {
				t.Errorf("%q is %v, want %s among them", p.seen, got, k.kind)
			}
		}
	}
}
