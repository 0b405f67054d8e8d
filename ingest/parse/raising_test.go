package parse

import "testing"

func TestRaises(t *testing.T) {
	for _, f := range raisingForms {
		if got := raises(f.seen); got != f.as {
			t.Errorf("raises(%q) = %d, want %d", f.seen, got, f.as)
		}
		if f.form.MatchString(f.not) {
			t.Errorf("%q is read as one of %q", f.not, f.seen)
		}
		if !f.form.MatchString(f.seen) || !hasCue(f.seen, f.cues) {
			t.Errorf("%q: not read by its form, or without its cues %q", f.seen, f.cues)
		}
	}
	for _, c := range []struct {
		sentence string
		want     raising
	}{
		{"Reference was made to the culvert and a Member asked when it was last cleared.", question},
		{"It was asked by Mr Vane whether parents could choose.", question},
		{"Could an applicant refuse an offer?", concern},
		{"Councillor Vane asked that the gate be shut.", notRaised},
		{"Miss Kett asked for the report to be printed in colour.", notRaised},
		{"The spot was shown to the Clerk, who was asked if she might write to the owners.", notRaised},
		{"The Committee was asked to endorse a programme, of which four were new.", notRaised},
		{"The Clerk opened the letters.", notRaised},
		{"The swing was mended in May.", notRaised},
	} {
		if got := raises(c.sentence); got != c.want {
			t.Errorf("raises(%q) = %d, want %d", c.sentence, got, c.want)
		}
	}
}

// A form of question and answer in one sentence reads what it is shown to
// read, and not what stands beside it.
func TestBoth(t *testing.T) {
	for _, f := range answeredForms {
		if x, ok := both(f.seen); !ok || !f.form.MatchString(f.seen) || x.Response == "" {
			t.Errorf("%q: got %+v, %t", f.seen, x, ok)
		}
		if x, ok := both(f.not); ok {
			t.Errorf("%q: got %+v, want none", f.not, x)
		}
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		raised, said string
		want         bool
	}{
		{"Members asked how many were housed.", "She explained that it was forty.", true},
		{"Mr Vane asked what it would look like.", "He said that it had been promised for years.", false}, // his own next remark
		{"Mr Vane asked what it would look like.", "He replied that it would be green.", true},
		{"Mr Vane asked what it would look like.", "Mr Dove, Leader of the Orchard Group, said that it would be dear.", false},
		{"Councillor Vane commented that vans came late.", "The Repairs Manager accepted this and said that more were on order.", true},
		{"Councillor Vane commented that vans came late.", "Councillor Dove said that they were clean.", false},
		{"Members commented on the need for openness.", "It was acknowledged that there were risks.", false},
		{"A query was raised in respect of insurance.", "The Committee was advised that the Council had no power.", true},
		{"Members asked for confirmation of the date.", "Officers confirmed that it was May.", true},
		{"Will glass be taken?", "It was confirmed that it would.", true},
		{"Will glass be taken?", "Councillors would like to know.", false},
	} {
		if got := answers(c.raised, c.said); got != c.want {
			t.Errorf("answers(%q, %q) = %t, want %t", c.raised, c.said, got, c.want)
		}
	}
}
