package promise

import (
	"reflect"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, sentence string
		want           []string
	}{
		{"three verbs", "The Council will apologise, pay Mrs A £300 and review its policy.", []string{"The Council will apologise", "pay Mrs A £300", "review its policy."}},
		{"time first", "Within one month of my final decision the Council should apologise to Mr X and pay him £250.", []string{"Within one month of my final decision the Council should apologise to Mr X", "pay him £250."}},
		{"two bodies", "The Trust will pay Mrs C £250 and the Council will pay her £250.", []string{"The Trust will pay Mrs C £250", "the Council will pay her £250."}},
		{"two sums", "The Council has agreed to pay Mr X £300 and Ms Y £200.", []string{"The Council has agreed to pay Mr X £300", "Ms Y £200."}},
		{"a sum and its parts", "The Council will pay Mr X £500, made up of £300 for distress and £200 for time and trouble.", []string{"The Council will pay Mr X £500, made up of £300 for distress and £200 for time and trouble."}},
		{"sums in brackets", "pay £500 (£100 for each month, and £100 for the appeal)", []string{"pay £500 (£100 for each month, and £100 for the appeal)"}},
		{"what it is shared with", "It will prepare a plan to cut the wait and share it with its scrutiny committee.", []string{"It will prepare a plan to cut the wait and share it with its scrutiny committee."}},
		{"what officers are told", "The Council will remind officers to record reasons and send letters in time.", []string{"The Council will remind officers to record reasons and send letters in time."}},
		{"what it apologises for", "The Council should apologise for its failure to assess Mr X, provide care and send a plan.", []string{"The Council should apologise for its failure to assess Mr X, provide care and send a plan."}},
		{"training, then another thing", "Finally, within three months it will train its officers in the law and amend its standard letters.", []string{"Finally, within three months it will train its officers in the law", "amend its standard letters."}},
		{"recommended, with its time between", "I also recommended that, within six months of the date of this report, the Council should review its procedure and train its officers in it.", []string{"I also recommended that, within six months of the date of this report, the Council should review its procedure and train its officers in it."}},
		{"further recommended", "I further recommend that the Council reviews its procedure.", []string{"I further recommend that the Council reviews its procedure."}},
		{"done and to be done", "The Council has already apologised and will now pay £350.", []string{"The Council has already apologised", "pay £350."}},
		{"accepts and will", "The Council accepts these recommendations and will write to Mr C by 3 May 2024.", []string{"write to Mr C by 3 May 2024."}},
		{"should have", "The Council should have reviewed her plan in May.", nil},
		{"open to it", "It was open to the Council to refuse.", nil},
		{"an offer that is enough", "The offer to pay £100 is enough.", nil},
		{"asked to", "I have asked the Council to apologise.", []string{"I have asked the Council to apologise."}},
		{"headed by who", "The Council to apologise", []string{"The Council to apologise"}},
		{"letters in brackets", "Within 20 working days: (a) letter of apology; (b) £75; (c) remove the penalty charge.", []string{"Within 20 working days: (a) letter of apology", "£75", "remove the penalty charge."}},
		{"governors", "The school’s governors have agreed to offer a fresh appeal within 30 school days.", []string{"The school’s governors have agreed to offer a fresh appeal within 30 school days."}},
		{"is that it does", "The remedy agreed is that the Council waives the charge, pays £50 and repaints the bay.", []string{"The remedy agreed is that the Council waives the charge", "pays £50", "repaints the bay."}},
		{"passive", "Within six months: all benefits staff to be trained on backdating.", []string{"Within six months: all benefits staff to be trained on backdating."}},
		{"passive clauses", "The Council has agreed that Mr G’s debt will be written off, that he will be sent an apology and that bailiffs will not be used.", []string{"The Council has agreed that Mr G’s debt will be written off", "that he will be sent an apology", "that bailiffs will not be used."}},
		{"accepted, and a list", "The Council accepted my recommendations: £400 to Mr B; an apology; a note to all planning staff.", []string{"The Council accepted my recommendations: £400 to Mr B", "an apology", "a note to all planning staff."}},
		{"besides what was done", "As well as the apology it has sent, the Council will pay £500.", []string{"As well as the apology it has sent, the Council will pay £500."}},
		{"support is a noun", "The Council will provide training and support to its staff.", []string{"The Council will provide training and support to its staff."}},
		{"orders", "Pay £200.", []string{"Pay £200."}},
		{"an order of its own", "Mend the pavement by 24 April 2026.", []string{"Mend the pavement by 24 April 2026."}},
		{"things", "£125; a letter saying sorry; and training for its clerks.", []string{"£125", "a letter saying sorry", "training for its clerks."}},
		{"a thing", "A fresh look at her timetable within 15 school days.", []string{"A fresh look at her timetable within 15 school days."}},
		{"weeks and a colon", "Four weeks: repay £5,616; pay £150 for stress; apologise.", []string{"Four weeks: repay £5,616", "pay £150 for stress", "apologise."}},
		{"a date and no comma", "By 10 March 2026 pay £450 and apologise.", []string{"By 10 March 2026 pay £450", "apologise."}},
		{"first", "First, the Council should write to Mrs P to apologise.", []string{"First, the Council should write to Mrs P to apologise."}},
		{"somebody to", "The Director to meet Y and apologise", []string{"The Director to meet Y", "apologise"}},
		{"agrees to", "The Council agrees to (1) apologise, and (2) pay Mr T £300.", []string{"The Council agrees to (1) apologise", "pay Mr T £300."}},
		{"told, not promised", "Mr X says the Council apologised in May.", nil},
		{"welcome", "We welcome the steps the Council took.", nil},
		{"a statement that begins like a thing", "A copy of the report was sent to Mrs A in May.", nil},
	} {
		if got := Split(c.sentence); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDue(t *testing.T) {
	for s, want := range map[string]string{
		"Within one month of my final decision the Council will:": "Within one month of my final decision",
		"pay £100 within 4 weeks":                                 "within 4 weeks",
		"By 31 March 2024 it will":                                "By 31 March 2024",
		"In one month: pay":                                       "In one month",
		"Four weeks: repay":                                       "Four weeks",
		"The Council will, in eight weeks, check":                 "in eight weeks",
		"immediately":                                             "immediately",
		"There were delays in one month.":                         "",
		"within 28 days of this determination":                    "within 28 days of this determination",
		"pay £100 by 30 June":                                     "by 30 June",
		"It has until 12 July 2024 to do so.":                     "has until 12 July 2024",
		"In three months it will report":                          "In three months",
		"remind staff to answer within ten days":                  "",
		"remind staff to answer, within one month of my decision": "within one month of my decision",
		"By the end of May 2024 the Council will":                 "By the end of May 2024",
	} {
		if got := Due(s); got != want {
			t.Errorf("Due(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestAsked(t *testing.T) {
	for _, c := range []struct {
		name, sentence string
		want           []string
	}{
		{"recommended that", "The Ombudsman recommended that the Council apologise to Mr X, pay him £300 and review its policy.", []string{"apologise to Mr X", "pay him £300", "review its policy."}},
		{"asked us to", "The Ombudsman (case 23 001 556) asked us to train our clerks.", []string{"train our clerks."}},
		{"required the authority", "The Ombudsman's report required the Council to pay £500 within one month.", []string{"pay £500 within one month."}},
		{"agreed to", "The Council had agreed to apologise and to pay £200.", []string{"apologise", "pay £200."}},
		{"should", "The Ombudsman said the Council should write to the family.", []string{"write to the family."}},
		{"things", "The Ombudsman had found fault and recommended a fresh appeal and an apology.", []string{"a fresh appeal", "an apology."}},
		{"of the council", "The Council was asked to apologise to Mr H and refund £88.", []string{"apologise to Mr H", "refund £88."}},
		{"a list in one sentence", "The Ombudsman recommended that the Council: (a) apologise; (b) pay £150; and (c) train its clerks.", []string{"(a) apologise", "pay £150", "train its clerks."}},
		{"how many", "The Ombudsman asked us to do four things.", nil},
		{"what it found", "The Ombudsman said the Council was at fault.", nil},
		{"another decision", "The Council agreed to the budget.", nil},
	} {
		if got := Asked(c.sentence); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     []string
		rest     string
	}{
		{"First, to send Miss T a letter of apology; this was sent on 20 December 2023.", []string{"send Miss T a letter of apology"}, "this was sent on 20 December 2023."},
		{"Secondly, to pay £700 for delay, and thirdly to pay £900 for lost therapy.", []string{"pay £700 for delay", "pay £900 for lost therapy."}, ""},
		{"Lastly, the Council should train its staff.", []string{"train its staff."}, ""},
		{"First, some history.", nil, "First, some history."},
	} {
		if got, rest := Ordinal(c.sentence); !reflect.DeepEqual(got, c.want) || rest != c.rest {
			t.Errorf("%q: got %q, %q; want %q, %q", c.sentence, got, rest, c.want, c.rest)
		}
	}
}

// Whatever a sentence says, its promises are its own words, in its order.
func FuzzSplit(f *testing.F) {
	f.Add("The Council will apologise, pay Mrs A £300 and review its policy.")
	f.Add("Within four weeks: £125; a letter; (b) training, and then to pay Mr X £1 and Ms Y £2.")
	f.Add("First, to send a letter; this was sent. The Ombudsman asked us to pay £5.")
	f.Fuzz(func(t *testing.T, s string) {
		asked, _ := Ordinal(s)
		for _, parts := range [][]string{Split(s), Asked(s), asked} {
			at := 0
			for _, p := range parts {
				i := strings.Index(s[at:], p)
				if p == "" || i < 0 {
					t.Fatalf("%q of %q is not its words, or out of order", p, s)
				}
				at += i + len(p)
			}
		}
		if d := Due(s); !strings.Contains(s, d) {
			t.Errorf("due %q is not of %q", d, s)
		}
	})
}
