package classify

import (
	"strings"

	"moothall/archive"
)

// A deed is what a verb does when a meeting does it.
type deed struct {
	is archive.Outcome
	by strength

	carries bool // "resolved to", "agreed that": what follows says what was done
	told    bool // minutes tell a decision by it without a keyword: "the fee was approved"
	bare    bool // without an object it means nothing of this: "members referred to the state of the road"
}

// strength says how far a verb alone settles an item: "agreed to have due
// regard" beside "noted the report" leaves it a noting.
type strength uint8

const (
	faint  strength = iota // counts only where nothing else does
	weak                   // the first of these leads
	strong                 // leads wherever it stands
)

// deeds are the verbs of deciding by what they decide, in the infinitive; the
// other forms are made from it. A verb of several words is one with its
// particle: "put off". Verbs that are not here decide too where the paper says
// that a decision follows; see reading.unlisted.
var deeds = []struct {
	deed
	verbs string
}{
	{deed{is: archive.Noted, by: weak, told: true}, "note take_note"},
	{deed{is: archive.Noted, by: weak}, "receive assure"},
	{deed{is: archive.Approved, by: strong, told: true}, "approve adopt re-adopt ratify confirm grant appoint reappoint re-appoint elect reelect re-elect co-opt award accept permit carry pass"},
	{deed{is: archive.Approved, by: weak, told: true, carries: true}, "agree resolve decide determine vote opt"},
	{deed{is: archive.Approved, by: weak, told: true}, "authorise authorize empower sanction delegate designate nominate settle_on settle_upon settle sign_off write_off concur assent choose select opt_for"},
	{deed{is: archive.Approved, by: weak}, "set set_up pay commit declare establish amend create consolidate undertake proceed purchase buy order donate contribute continue apply renew replace instruct " +
		"commission engage employ open close retain use sign release allocate exclude invest allow publish extend increase reduce end begin introduce"},
	{deed{is: archive.Endorsed, by: weak, told: true}, "endorse"},
	{deed{is: archive.Endorsed, by: faint, told: true}, "support"},
	{deed{is: archive.Endorsed, by: faint}, "commend welcome back"},
	{deed{is: archive.Recommended, by: strong, told: true}, "recommend"},
	{deed{is: archive.Referred, by: strong, told: true, bare: true}, "refer remit refer_back"},
	{deed{is: archive.Referred, by: weak, told: true}, "pass_to send_back escalate"},
	{deed{is: archive.Deferred, by: weak, told: true}, "defer postpone adjourn put_off put_back put_over hold_over stand_over carry_over carry_forward leave_over leave_on_the_table bring_back stand_adjourned stand_deferred roll_over shelve"},
	{deed{is: archive.Deferred, by: weak}, "delay"},
	{deed{is: archive.Rejected, by: strong, told: true}, "reject refuse dismiss decline"},
	{deed{is: archive.Rejected, by: weak}, "abandon scrap"},
	{deed{is: archive.Rejected, by: weak, told: true}, "lose defeat throw_out turn_down vote_down"},
}

// tasks are what a meeting sets somebody to do without settling anything
// itself: to write a letter is no approval.
var tasks = verbSet("ask request invite write tell inform advise thank remind notify contact investigate report forward circulate consider look reply respond object oppose comment enquire inquire scrutinise " +
	"send seek obtain find discuss monitor review chase check arrange consult hear liaise explore raise_with speak meet follow make_enquiries make_comments provide_comments ensure pursue await withdraw " +
	"urge protest press lobby campaign answer congratulate attend_to update bring give need")

// letters are the tasks by which nothing is begun, whoever does them: "it was
// agreed to write to the county".
var letters = verbSet("ask write look contact tell inform remind notify chase enquire inquire investigate reply respond report thank check request protest press lobby campaign answer make_enquiries object comment")

// standing are the verbs of an officer or member's new place, which the
// meeting does decide: "that AB would replace CD as its representative".
var standing = verbSet("attend replace represent serve act chair become remain stay have receive")

// irregular are the verbs whose past is not made with -ed: past, participle.
var irregular = map[string][2]string{
	"set": {"set", "set"}, "put": {"put", "put"}, "let": {"let", "let"}, "pay": {"paid", "paid"}, "buy": {"bought", "bought"}, "make": {"made", "made"}, "hold": {"held", "held"},
	"give": {"gave", "given"}, "take": {"took", "taken"}, "keep": {"kept", "kept"}, "leave": {"left", "left"}, "lose": {"lost", "lost"}, "stand": {"stood", "stood"}, "bring": {"brought", "brought"},
	"write": {"wrote", "written"}, "send": {"sent", "sent"}, "tell": {"told", "told"}, "seek": {"sought", "sought"}, "find": {"found", "found"}, "meet": {"met", "met"}, "hear": {"heard", "heard"},
	"sell": {"sold", "sold"}, "build": {"built", "built"}, "cut": {"cut", "cut"}, "split": {"split", "split"}, "spend": {"spent", "spent"}, "begin": {"began", "begun"}, "choose": {"chose", "chosen"},
	"speak": {"spoke", "spoken"}, "withdraw": {"withdrew", "withdrawn"}, "undertake": {"undertook", "undertaken"}, "throw": {"threw", "thrown"}, "become": {"became", "become"}, "see": {"saw", "seen"},
	"read": {"read", "read"}, "fall": {"fell", "fallen"}, "run": {"ran", "run"}, "lay": {"laid", "laid"}, "lead": {"led", "led"}, "overrule": {"overruled", "overruled"},
}

// doubled are the verbs that double their last letter: deferred, permitted.
var doubled = verbSet("defer refer remit concur permit commit co-opt submit admit transfer confer let set put stop plan")

func verbSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, v := range strings.Fields(s) {
		m[v] = true
	}
	return m
}

// A shape is the forms of a verb that a word may be.
type shape uint8

const (
	infinitive shape = 1 << iota
	third
	past
	participle
)

// inflect gives a verb's words with the forms each may be.
func inflect(verb string) map[string]shape {
	out := map[string]shape{}
	ends := func(suffixes ...string) bool {
		for _, s := range suffixes {
			if strings.HasSuffix(verb, s) {
				return true
			}
		}
		return false
	}
	out[verb] |= infinitive
	consonantY := ends("y") && !ends("ay", "ey", "oy", "uy")
	switch {
	case consonantY:
		out[verb[:len(verb)-1]+"ies"] |= third
	case ends("s", "x", "ch", "sh", "o"):
		out[verb+"es"] |= third
	default:
		out[verb+"s"] |= third
	}
	two, odd := irregular[verb]
	switch {
	case odd:
		out[two[0]] |= past
		out[two[1]] |= participle
	case consonantY:
		out[verb[:len(verb)-1]+"ied"] |= past | participle
	case ends("e"):
		out[verb+"d"] |= past | participle
	case doubled[verb] && verb != "co-opt":
		out[verb+verb[len(verb)-1:]+"ed"] |= past | participle
	default:
		out[verb+"ed"] |= past | participle
	}
	return out
}

// A form is one word of a verb: which verb, and what of it the word may be.
type form struct {
	verb  string
	shape shape
}

// A lexis is the tables spelled out: every word of every verb, what each verb
// does, and the particles of verbs of several words after their first word.
type lexis struct {
	words     map[string]form
	deed      map[string]deed
	particles map[string][][]string
}

var verbs = spellVerbs()

func spellVerbs() lexis {
	l := lexis{map[string]form{}, map[string]deed{}, map[string][][]string{}}
	know := func(verb string) {
		parts := strings.Split(verb, "_")
		for w, s := range inflect(parts[0]) {
			if f, ok := l.words[w]; !ok || f.verb == parts[0] {
				l.words[w] = form{parts[0], f.shape | s}
			}
		}
		if len(parts) > 1 {
			l.particles[parts[0]] = append(l.particles[parts[0]], parts[1:])
		}
	}
	for _, d := range deeds {
		for _, v := range strings.Fields(d.verbs) {
			l.deed[v] = d.deed
			know(v)
		}
	}
	for _, set := range []map[string]bool{tasks, standing} {
		for v := range set {
			know(v)
		}
	}
	for v := range irregular {
		know(v)
	}
	return l
}
