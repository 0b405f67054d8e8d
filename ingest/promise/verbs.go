package promise

import (
	"regexp"
	"slices"
	"strings"
)

// verbs are what councils promise, and are asked, to do, as an order says it:
// "Apologise", "pay". Those of one sense stand in one line.
var verbs = strings.Fields(`
	apologise reapologise re-apologise apologize say express
	pay repay refund reimburse compensate backdate waive cancel credit award deduct
	assess reassess re-assess review consider reconsider re-consider calculate recalculate re-calculate determine decide redecide revisit
	train retrain remind brief teach learn instruct warn
	write rewrite send share issue circulate disseminate distribute publish display advertise
	amend revise update change correct rectify simplify clarify adjust vary
	monitor check audit investigate test measure count trace track identify examine
	produce prepare develop design draw draft adopt implement establish set create introduce make build plan form
	hold offer arrange provide give restore return reinstate resume renew extend increase reduce double
	register record list add delete name note enter log
	carry put look bring take keep have find seek secure commission fund support help use work run
	plant mend repair fix replace remove clear install clean inspect survey visit order deliver collect place move open lift let fit match link erect paint repaint resurface replant
	meet contact discuss consult notify inform tell explain confirm report communicate acknowledge recognise reply respond answer call ask request invite show demonstrate reflect
	complete finish start begin stop cease end go act action progress finalise
	ensure strengthen improve prevent enforce serve
	appoint allocate recruit staff transfer convene attend undertake conduct escalate
	grant allow treat process accept refer apply agree remedy settle resolve withdraw quash rescind rehear re-hear reopen re-open rerun re-run redo rehouse consign honour
`)

// verbOf gives the verb of each of its forms: "pay" of "pay" and of "pays".
var verbOf = formsOf(verbs)

// verbForm matches any form of the verbs.
var verbForm = alternatives(verbOf)

func formsOf(verbs []string) map[string]string {
	forms := map[string]string{}
	for _, v := range verbs {
		forms[v] = v
		if v != "have" { // "has" is no promise
			forms[thirdPerson(v)] = v
		}
	}
	return forms
}

// thirdPerson is what a verb is of somebody else: "applies" of "apply".
func thirdPerson(verb string) string {
	last := verb[len(verb)-1]
	switch {
	case last == 'y' && !strings.ContainsRune("aeou", rune(verb[len(verb)-2])):
		return verb[:len(verb)-1] + "ies"
	case last == 's' || last == 'x' || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch") || verb == "go" || verb == "redo":
		return verb + "es"
	}
	return verb + "s"
}

func alternatives(forms map[string]string) string {
	all := make([]string, 0, len(forms))
	for f := range forms {
		all = append(all, regexp.QuoteMeta(f))
	}
	slices.Sort(all)
	return `(?:` + strings.Join(all, "|") + `)`
}

// Verb is the verb by which a promise begins, as an order says it: "review" of
// "Within a month the Council will review its policy". "" where it has none.
func Verb(sentence string) string {
	rest := sentence
	for range 3 {
		if m := beDone.FindStringSubmatch(rest); m != nil {
			if v := presentOf(m[1]); v != "" {
				return v
			}
		}
		rest = rest[len(lead.FindString(rest)):]
		rest = rest[len(byWhom.FindString(rest)):]
		if v := verbOf[strings.ToLower(strings.TrimSpace(order.FindString(rest)))]; v != "" {
			return v
		}
	}
	return ""
}

// byWhom is who promises, with the word that does.
var byWhom = regexp.MustCompile(`^(?i:(?:that )?(?:the |its |a |an )?(?:[\pL’'-]+ ){1,4}?(?:will|should|must|to|has agreed to|agreed to) (?:also |each |now |then )?)`)

// beDone is what is to be done, told from its end: "That gullies be cleaned".
var beDone = regexp.MustCompile(`^(?i:(?:that )?(?:the |all |any )?(?:[\pL’'-]+ ){1,6}?(?:(?:should|must|to) )?be) (\w+)\b`)

// presentOf is the verb of a participle: "clean" of "cleaned", "" where it is
// none of the verbs.
func presentOf(participle string) string {
	word := strings.ToLower(participle)
	for _, v := range verbs {
		if Past(v, word) {
			return v
		}
	}
	return ""
}

// Past reports whether a word is a verb done: "surveyed" of "survey",
// "written" of "write".
func Past(verb, word string) bool {
	if slices.Contains(strongVerbs[verb], word) {
		return true
	}
	stem, ok := strings.CutSuffix(word, "ed")
	if !ok || len(strongVerbs[verb]) > 0 {
		return false
	}
	switch {
	case stem == verb, stem+"e" == verb, strings.TrimSuffix(stem, "i")+"y" == verb:
		return true
	case len(stem) > 2 && stem[len(stem)-1] == stem[len(stem)-2]:
		return stem[:len(stem)-1] == verb // "cancelled"
	}
	return false
}

// strongVerbs are the verbs of remedies that make their past without "-ed".
var strongVerbs = map[string][]string{
	"pay": {"paid"}, "repay": {"repaid"}, "write": {"written", "wrote"}, "rewrite": {"rewritten", "rewrote"}, "send": {"sent"}, "make": {"made"}, "give": {"given", "gave"},
	"hold": {"held"}, "meet": {"met"}, "tell": {"told"}, "put": {"put"}, "set": {"set"}, "bring": {"brought"}, "take": {"taken", "took"}, "find": {"found"}, "draw": {"drawn", "drew"},
	"begin": {"begun"}, "undertake": {"undertaken", "undertook"}, "withdraw": {"withdrawn", "withdrew"}, "build": {"built"}, "teach": {"taught"}, "show": {"shown"}, "say": {"said"},
}
