package archive

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// plain are the texts of homes and places, without brackets.
func plain() []string {
	var all []string
	for _, marked := range homes {
		before, address, after := split(marked)
		all = append(all, before+address+after)
	}
	return append(all, places...)
}

// What is changed in the rules makes words kept by older ones wrong, so their
// number goes up with them.
func TestMaskingVersionIsRaised(t *testing.T) {
	const version, outcome = 3, "a63951496ab67bb8"
	h := sha256.New()
	for _, text := range plain() {
		fmt.Fprintf(h, "%q\n", MaskContacts(text))
	}
	if got := fmt.Sprintf("%x", h.Sum(nil)[:8]); got != outcome || version != MaskingVersion {
		t.Errorf("what is withheld of these texts has changed, or MaskingVersion has: raise it from %d, and write %q here", version, got)
	}
}

// The quick looks never say no where the closer one says yes.
func TestQuickLooksMissNothing(t *testing.T) {
	words := strings.Split("application|applicants|sites|location|proposals|premises|licences|licenses|planning|permission|appeals|enforcement|"+
		"retrospective|agent|held at|venue|meeting place|purchase|sale|lease|property|conservation area|order|certificate|"+
		"lawfulness|possession|extensions|erection|conversion|converted|change of use|replacing windows|replacement|construction|"+
		"dwelling|garage|conservatory|loft|fell|felling|crown|prune|pruning|pollard|reducing by|tpo|tree|listed building|"+
		"demolition|variation|outline|porch|dormer|annexe|siting|retention|retain|alteration|single storey|two-storey|first floor|"+
		"rear|stables|solar|vehicular|dropped kerb|signage|advertisement|no objection|licence|use as|flats|hmo", "|")
	texts := plain()
	for _, w := range words {
		texts = append(texts, w, strings.ToUpper(w))
	}
	for _, text := range texts {
		closer := reference.MatchString(text) || siteBefore.MatchString(text) || siteAfter.MatchString(text)
		if site(text, text) != closer {
			t.Errorf("%q: site says %v", text, !closer)
		}
		for _, end := range []string{" by ", ": ", ""} {
			if text := text + end; applies(text) != asApplicant.MatchString(text) {
				t.Errorf("%q: applies says %v", text, applies(text))
			}
		}
		if isMember(text) != memberBefore.MatchString(text) {
			t.Errorf("%q: isMember says %v", text, isMember(text))
		}
	}
}

// A stretch of a long text has the spans that the whole has there.
func TestAStretchHasTheSpansOfTheWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := plain()
	random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	whole := strings.Join(texts, "\n\n")
	all := ContactSpans(whole)
	if len(all) < len(homes) {
		t.Fatalf("%d spans in the whole", len(all))
	}
	for range 500 {
		from := random.IntN(len(whole))
		to := min(len(whole), from+1+random.IntN(400))
		var want [][2]int
		for _, s := range all {
			if s[0] < to && s[1] > from {
				want = append(want, s)
			}
		}
		if got := ContactSpansIn(whole, from, to); !slices.Equal(got, want) {
			t.Fatalf("%d to %d: %v, want %v in %q", from, to, got, want, whole[from:to])
		}
	}
}

// A flat stands before the number, and an address goes on: a stretch that
// begins in its last word knows all of it.
func TestAStretchInALongAddress(t *testing.T) {
	text := strings.Repeat("It was noted. ", 60) + "Mrs Hannah Larch" + " of Apartment 12, 14 Mill Lane, Upper Westermouth on the Water, Nether Sallow, Ambershire, AB12 3CD rang." + strings.Repeat(" It was noted.", 60)
	all := ContactSpans(text)
	if len(all) != 1 {
		t.Fatalf("%d spans", len(all))
	}
	if got := ContactSpansIn(text, all[0][1]-1, all[0][1]); !slices.Equal(got, all) {
		t.Errorf("got %v, want %v", got, all)
	}
}
