package classify

import (
	"regexp"
	"strings"
)

// This file parts a text into words and marks the clauses that do not decide.

// A reading is a sentence, or a resolution of several, in words.
type reading struct {
	words []token
	told  bool // the paper does not say that this is its decision
}

// A token is one of a sentence's words or marks of punctuation.
type token struct {
	at     int    // its byte in the text read
	low    string // small letters, straight apostrophes
	person bool   // a person's initials: "that JH write to the owner"
	shout  bool   // in capitals, as clerks set verdicts
	mark   bool   // punctuation
	beside bool   // in a clause that says when, which or what if, or what somebody said
}

var wordOrMark = regexp.MustCompile(`[\pL\d£]+(?:[’'\-/.,][\pL\d]+)*%?|[;:,.()–—"“”?]|-`)

// read parts a text into words. Parentheses ("(8 for, 0 against)") are left
// out, except short ones that letter a list.
func read(text string, told bool) *reading {
	text = aside.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	text = listLetter.ReplaceAllStringFunc(text, func(s string) string { return s[:1] + strings.Repeat(" ", len(s)-1) })
	r := &reading{told: told}
	for _, at := range wordOrMark.FindAllStringIndex(text, -1) {
		w := text[at[0]:at[1]]
		low := strings.ReplaceAll(strings.ToLower(w), "’", "'")
		first := low[0]
		mark := len([]rune(w)) == 1 && strings.ContainsAny(w, ";:,.()–—-\"“”?")
		r.words = append(r.words, token{at: at[0], low: low, mark: mark, person: !mark && len(w) < 6 && personInitials.MatchString(w), shout: !mark && len(w) > 2 && w == strings.ToUpper(w) && first >= 'a' && first <= 'z'})
	}
	r.setBeside()
	return r
}

var (
	spacedLetters = strings.NewReplacer("T H A T", "that", "R E S O L V E D", "RESOLVED")
	listLetter    = regexp.MustCompile(`[ ;:,.]\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)`)
	aside         = regexp.MustCompile(`\([^()]{6,200}\)`)
)

// personInitials do not end with the C of a council.
var personInitials = regexp.MustCompile(`^[A-Z](?:[A-Z]?[a-z]?[A-Z])?[ABD-Z]$`)

// subordinate words open a clause beside the point, up to the next comma or stop.
var (
	subordinate = verbSet("if how why what when once until till unless whether which who whom whose where because while although though before than provided")
	quoting     = regexp.MustCompile(`^(?:said|says|reported|advised|informed|explained|stated|announced|asked|reminded|felt|thought|hoped|suggested|commented|confirmed|queried|wondered|replied|answered|added|considered|understood|believed)$`)
	adverbs     = verbSet("also then further hereby duly now therefore accordingly both again subsequently otherwise first either thereby unanimously formally fully provisionally not never nem con jointly in-principle present so thus thereupon earlier and/or")
	bodyWords   = verbSet("committee committees council cabinet board panel executive members councillors commission forum authority meeting group trustees we it they sub-committee subcommittee leader mayor chair chairman chairperson governors tribunal bench court all partnership cllrs everyone pc cc")
	officers    = verbSet("clerk director officer officers manager cllr councillor councillors mr mrs ms miss dr chair chairman secretary treasurer caretaker rfo head solicitor auditor he she convener convenor warden engineer surveyor contractor landowner applicant chief")
	beWords     = verbSet("be is are was were been being stand stands stood remain remains")
	modals      = verbSet("should will shall would must may might can could does do did")
	inclined    = verbSet("happy content minded prepared willing")
	starters    = verbSet("the that to a an any with for on all its this these as in officers authority delegated it their his her our no further with")
)

// settingOut are the words after "as" by which it is said where a thing is set
// out, and not what somebody did.
var settingOut = verbSet("in set per shown listed circulated outlined detailed printed advertised recommended amended presented published attached submitted")

// setBeside marks the clauses that do not decide.
func (r *reading) setBeside() {
	depth := 0 // words left of the clause; -1 to the end of the sentence
	quote, setOut := false, false
	for i := range r.words {
		w := &r.words[i]
		switch {
		case w.low == `"` || w.low == "“" || w.low == "”":
			quote = !quote && w.low != "”" || w.low == "“"
		case w.mark && (w.low == "." || w.low == ";"):
			depth = 0
		case w.mark && w.low == "," && isNumber(r.low(i+1)): // a date's
		case w.mark && w.low == "," && depth > 0:
			depth = 0
		case depth < 0 && (w.low == "and" || w.low == "but") && r.is(i+1, "did") && r.is(i+2, "not"): // "felt that it was dear and did not agree"
			depth = 0
		case depth > 0 && w.low == "and" && starters[r.low(i+2)] && verbs.deed[verbs.words[r.low(i+1)].verb].told && (depth < 8 || verbs.deed[verbs.words[r.low(i+1)].verb].carries): // "as advertised and declined to extend it"
			depth = 0
		case depth < 0 && (w.low == "and" || w.low == "but" || w.low == "so") && verbs.deed[verbs.words[r.low(i+1)].verb].carries && verbs.words[r.low(i+1)].shape&past != 0: // "felt that it cost too much and agreed not to proceed"
			depth = 0
		case depth > 0 && setOut && beWords[w.low]: // "the seats as in the report were agreed"
			depth, setOut = 0, false
		case depth > 0 && depth < 58 && w.low == "it" && r.is(i+1, "was") && (r.is(i+2, "agreed") || r.is(i+2, "resolved") || r.is(i+2, "decided")): // "as it would not be spent before June it was agreed that"
			depth = 0
		case w.low == "as" || w.low == "than":
			setOut = settingOut[r.low(i+1)]
			if depth == 0 && (i > 0 || r.told) && !r.is(i+1, "amended") {
				depth = 7
			}
		case subordinate[w.low] && (!r.told || w.low != "which"):
			if depth >= 0 {
				depth = 60
			}
		case r.told && quoting.MatchString(w.low) && i > 0 && (r.is(i+1, "that") || r.is(i+2, "that") || r.is(i+3, "that")) && !r.is(i-1, "was"):
			depth = -1
		}
		w.beside = depth != 0 || quote && r.told
		if depth > 0 {
			depth--
		}
	}
}

func (r *reading) is(i int, w string) bool { return i >= 0 && i < len(r.words) && r.words[i].low == w }

func (r *reading) low(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].low
}

func (r *reading) ends(i int) bool {
	return i >= len(r.words) || r.words[i].mark && r.words[i].low != "–" && r.words[i].low != "-" && r.words[i].low != "—"
}

// adverb reports whether a word between an auxiliary and its verb may be
// passed over.
func adverb(w string) bool {
	return adverbs[w] || strings.HasSuffix(w, "ly") && w != "reply" && w != "apply" && w != "supply"
}

// back passes over the adverbs before word i; not says that one of them denies.
func (r *reading) back(i int) (j int, not bool) {
	for j = i; j >= 0 && adverb(r.words[j].low); j-- {
		not = not || r.words[j].low == "not" || r.words[j].low == "never"
	}
	return j, not
}

// near reports whether no new clause begins between two words.
func (r *reading) near(a, b int) bool {
	for ; a < b; a++ {
		if w := r.words[a].low; w == ";" || w == "." || w == "that" {
			return false
		}
	}
	return true
}

// clauseStart is the first word of the clause that word i is in.
func (r *reading) clauseStart(i int) int {
	for i > 0 && !(r.words[i-1].mark && strings.Contains(".;:", r.words[i-1].low)) {
		i--
	}
	return i
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
