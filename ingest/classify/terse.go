package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// Small councils write few words: "Renewal at £611.20 agreed.", "Left over to
// June.", "Choir – refused." No keyword opens such a decision, so a parser
// leaves it in the discussion; terse finds it there.
//
// Only what stands in the sentence as its whole decision counts, and only in
// an item of a few sentences: in a debate the same words report what somebody
// else did.
func terse(it *archive.Item) []verdict {
	text := it.Discussion
	if text == "" {
		text = it.Background
	}
	if text == "" || len(text) > terseMost {
		return nil
	}
	var all []verdict
	for _, par := range strings.Split(text, "\n\n") {
		for _, s := range parse.Sentences(par) {
			if it.Procedural && apology.MatchString(s) {
				continue
			}
			for _, t := range terseForms {
				if t.form.MatchString(s) && !notOurs.MatchString(s) {
					all = append(all, verdict{t.is, t.by})
					break
				}
			}
		}
	}
	return all
}

// terseMost is how many bytes an item of few words may have.
const terseMost = 700

// apology is an absence accepted; nothing is decided by it. notOurs is what
// others did or asked, or what is still only a wish.
var (
	apology = regexp.MustCompile(`(?i)\b(?:apolog|absen|declar|interest)`)
	notOurs = regexp.MustCompile(`(?i)\b(?:had been|has been|have been|would be|should be|could be|may be|might be|if|when|once|until it|who|which|previously|already|last (?:year|month|week)|late)\b[^.;]{0,60}\b(?:agreed|approved|accepted|adopted|granted|refused|elected|appointed|noted|deferred|referred|recommended|resolved)\b`)
)

// thing is what a bare participle decides on: a few words without a verb.
const thing = `^(?:[\w’'&£.,:()/%-]+ ){1,9}?(?:(?:was|were|is|are|be|then|duly|unanimously|formally|[–-]) )*`

// terseForms are tried in order; the first that fits a sentence is its decision.
var terseForms = []struct {
	is   archive.Outcome
	by   strength
	form *regexp.Regexp
	seen string
}{
	{archive.OtherResult, strong, regexp.MustCompile(`(?i)(?:^|[:–-] ?)(?:the council (?:had|has|have) )?(?:no (?:objections?|comments?)|(?:strongly )?(?:object|support)(?:[:,.;]|$)|objections? (?:on|for|because))`), "No objections. (a consultee's answer)"},
	{archive.OtherResult, strong, regexp.MustCompile(`^To (?:reply|respond|write|ask|object|enquire|thank|inform)\b`), "To reply that the council is against"},
	{archive.Recommended, strong, regexp.MustCompile(`(?i)\b(?:was|were|be|is|are) (?:therefore |unanimously )?recommended to (?:full |the )*(?:council|cabinet|executive|committee)\b`), "was recommended to Council for adoption"},
	{archive.Deferred, strong, regexp.MustCompile(`(?i)^(?:(?:[\w’'-]+ ){0,8}?(?:(?:was|were|is|be|then|[–-]) )*)?(?:left over|held over|stood over|carried over|deferred|postponed|adjourned|put off|put back) (?:to|until|till|for|as|pending)\b|^(?:item )?(?:deferred|adjourned)\.?$`), "Left over to the June meeting"},
	{archive.Deferred, weak, regexp.MustCompile(`^To (?:[\w-]+ ){1,8}(?:in|at the) (?:January|February|March|April|May|June|July|August|September|October|November|December|next meeting|(?:[A-Z]\w+ )meeting)\.?$`), "To co-opt in June"},
	{archive.Rejected, strong, regexp.MustCompile(`(?i)` + thing + `(?:refused|rejected|declined|lost|defeated|not (?:agreed|approved|supported))(?:[.,;]|$| (?:as|by|because|on)\b)|^(?:refused|rejected|declined|not (?:agreed|approved|supported))\b`), "Choir – refused, as they have reserves"},
	{archive.Noted, strong, regexp.MustCompile(`(?i)^(?:received and )?noted(?:[.,;]|$| with (?:thanks|regret|concern|interest)\b)|` + thing + `(?:received and )?noted(?:\.?$| with thanks)`), "Noted with thanks."},
	{archive.Approved, strong, regexp.MustCompile(`(?i)\band (?:it was |was |were )?(?:duly |unanimously )?(?:resolved|agreed|elected|appointed|co-opted)(?: that| to|[ ,]unopposed| and signed|[.,;]|$)|\bresolved that\b[^.;]{0,160}\bbe (?:re-)?(?:elected|appointed|confirmed|approved|adopted)\b`), "moved, seconded, and resolved that Councillor Salt be elected"},
	{archive.Approved, strong, regexp.MustCompile(`(?i)\b(?:she|he|they|cllr|councillor|mr|mrs|ms|dr)\b[^.;]{0,60}? (?:was|were) (?:duly |unanimously |then |re-)*(?:elected|re-elected|appointed|co-opted)\b`), "There being no other nomination she was elected"},
	{archive.Rejected, strong, regexp.MustCompile(`(?i)\b(?:put to (?:the|a) vote|on (?:a|the) vote|vote)[^.;]{0,30}?[:,–-]? ?(?:was |it was )?(?:lost|defeated)\b`), "Put to the vote: lost 3–4."},
	{archive.Approved, strong, regexp.MustCompile(`(?i)\b(?:put to (?:the|a) vote|on (?:a|the) vote|vote)[^.;]{0,30}?[:,–-]? ?(?:was |it was )?(?:carried|approved|agreed)\b`), "Put to the vote: carried 2–1."},
	{archive.Approved, strong, regexp.MustCompile(thing + `(?:re-)?(?:elected|appointed)(?:\.?$|,? (?:unopposed|unanimously|nem|as|to|for)\b)`), "Bryn Mabey re-elected, unopposed."},
	{archive.Approved, strong, regexp.MustCompile(`(?i)` + thing + `(?:agreed|approved|accepted|adopted|confirmed|authorised|granted|carried|accepted as (?:a )?(?:true|correct)[\w ]*)(?:\.?$|[,;] | (?:unanimously|nem\.? con|as (?:correct|presented|read|a|drafted|circulated|tabled)|after|by|subject)\b)|^(?:all |unanimously )*(?:agreed|approved|accepted|adopted|confirmed|carried|granted)(?:[.,;]|$| (?:unanimously|nem|as|after|subject|with|to|that|by)\b)`), "Renewal at £611.20 agreed."},
}
