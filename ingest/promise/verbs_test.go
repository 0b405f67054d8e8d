package promise

import "testing"

func TestThirdPerson(t *testing.T) {
	for verb, want := range map[string]string{
		"pay": "pays", "apply": "applies", "carry": "carries", "publish": "publishes", "teach": "teaches", "fix": "fixes", "go": "goes",
		"apologise": "apologises", "keep": "keeps", "assess": "assesses", "survey": "surveys",
	} {
		if got := thirdPerson(verb); got != want {
			t.Errorf("%s: got %s, want %s", verb, got, want)
		}
	}
}

func TestVerb(t *testing.T) {
	for sentence, want := range map[string]string{
		"Pay Mr X £300.": "pay",
		"Within one month the Council will apologise.":               "apologise",
		"the Trust will pay her £350":                                "pay",
		"(b) reviews its policy":                                     "review",
		"That the Director writes to all schools":                    "",
		"Ensure that letters are answered":                           "ensure",
		"An apology":                                                 "",
		"that a senior officer should meet Mr Q":                     "meet",
		"That gullies be cleaned twice a year":                       "clean",
		"Forms should be sent to all":                                "send",
		"It should carry out a survey":                               "carry",
		"By 1 July 2024 the Council has agreed to instruct somebody": "instruct",
	} {
		if got := Verb(sentence); got != want {
			t.Errorf("%q: got %q, want %q", sentence, got, want)
		}
	}
}

// Every verb of the table is read as the order it is, alone and of somebody else.
func TestEveryVerbOrders(t *testing.T) {
	for _, v := range verbs {
		for _, form := range []string{v, thirdPerson(v)} {
			if got := Verb(form + " the thing"); got != v && v != "have" {
				t.Errorf("%s: read as %q", form, got)
			}
		}
	}
}

func TestPast(t *testing.T) {
	for word, verb := range map[string]string{"surveyed": "survey", "written": "write", "applied": "apply", "revised": "revise", "cancelled": "cancel", "paid": "pay"} {
		if !Past(verb, word) {
			t.Errorf("%s is not past of %s", word, verb)
		}
	}
	for word, verb := range map[string]string{"writed": "write", "paying": "pay", "reviews": "review"} {
		if Past(verb, word) {
			t.Errorf("%s is past of %s", word, verb)
		}
	}
}
