package classify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/promise"
	"moothall/ingest/ukdate"
)

// remedyKinds are what a remedy asks for, by its words. The words are those of
// the Ombudsman's agreed actions: apologise, pay £N, reassess, review policy,
// train staff.
var remedyKinds = []struct {
	kind  archive.RemedyKind
	words *regexp.Regexp
}{
	{archive.Apology, regexp.MustCompile(`(?i)\bsorry\b|\bapolog(?:y|ies|ise[sd]?|ize[sd]?|ising|izing)\b`)},
	{archive.Payment, regexp.MustCompile(`(?i)£\s?\d|\b(?:pays?|paid|payments?|refund\w*|reimburse\w*|repay\w*|backdat\w*|compensat\w*|redress|financial (?:remedy|recognition))\b|\bcalculates? the sum\b|\bmake up for\b`)},
	{archive.Training, regexp.MustCompile(`(?i)\b(?:re)?train(?:ing|s|ed)?\b|\bremind\w* (?:its |all |the |relevant |our )*(?:[\w-]+ ){0,3}(?:staff|officers|relevant|clerks?|members|teams?|workers|employees|managers|assessors|handlers|advisers|panel)|\bbrief (?:its|all|the)\b|\bbriefing\b`)},
	{archive.PolicyReview, regexp.MustCompile(`(?i)\b(?:new|revised|rewritten|written) [\w -]{0,30}(?:policy|protocol)\b|\bpolicy up to date\b|\blooks? again at [^.;]{0,50}(?:polic|procedur)\w*|\b(?:write|agree|draw up|produce|develop|introduce)s? an? [\w ]{0,30}(?:protocol|policy)\b|\breview\w*\b[^.;]{0,80}\b(?:polic|procedur|process|practice|guidance|scheme|arrangements|protocol|criteria|template|standard letter|leaflet|website)\w*|\b(?:chang|amend|revis|updat|rewrit|re-writ)\w*\b[^.;]{0,50}\b(?:polic|procedur|guidance|process|scheme|leaflet|protocol|letter|template|website|information)\w*|\bpolicy review\b|\breviews? (?:how|the way) (?:it|its|officers|staff)\b|\bensur\w*\b[^.;]{0,50}\bpolic(?:y|ies)\b`)},
	{archive.Reassessment, regexp.MustCompile(`(?i)\b(?:fresh|new) (?:[\w'’-]+ ){0,2}(?:appeals?|hearing|panel|look|survey|decision|review|assessment)\b|\bhold (?:the|a|an) (?:[\w-]+ )?(?:review|appeal)\b|\b(?:inspect|visit) and (?:assess|decide)\b|\b(?:again|afresh)\b.{0,40}\b(?:applications?|case)\b|\bapplications?\b.{0,40}\b(?:again|afresh)\b|\btakes? an application\b|\btreats?\b[^.;]{0,60}\bas (?:in time|valid|made|received)\b|\beffective date\b|\b(?:re-?assess\w*|re-?consider\w*|re-?calculat\w*|new assessment|fresh assessment|(?:carry out|complete|finish|undertake|arrange|offer|hold|conduct)s? (?:an?|the|a new|[\p{L}]+['’]s) (?:[\w'’-]+ ){0,4}(?:assessment|reassessment)|reviews? (?:the|its|his|her|their|[\p{L}.]+(?: \p{L}+)?['’]s) (?:[\w-]+ ){0,2}?(?:decision|assessment|case|care plan|support plan|placement|application|banding|priority|needs|care|award|eligibility)|amended [\w ]{0,40}plan|considers? what (?:financial )?support|assess (?:her|his|their) correct|revisit (?:its|the|his|her|their)|(?:arrange|hold|complete|carry out) (?:\S+ ){1,3}annual review|support plan)\b`)},
	{archive.ServiceImprovement, regexp.MustCompile(`(?i)\breminders\b|\bbetter (?:communication|information|records?)\b|\bguidance (?:to|for) (?:its |all |the |relevant )*(?:staff|officers|members|teams?|schools)\b|\bprevent\w*\b[^.;]{0,60}\b(?:re-?occurr?\w*|recurr?\w*|repeat\w*|again|faults?|failings?|similar|future)\b|\bhappen\w* again\b|\bnot (?:be )?repeated\b|\bin (?:the )?future\b|\bservice (?:provision|improvements?)\b|\breview what happened\b|\bchecks? (?:[\w-]+ )?(?:other|each|all|every|its|the (?:eleven|other|\w+ (?:point|record)s?))\b|\bchecked by\b|\ba (?:weekly|monthly|regular|quarterly) (?:check|report|audit)\b|\b(?:action |recovery |improvement )?plan (?:to|for|setting|with)\b|\baction plan\b|\bjoint protocol\b|\b(?:a )?(?:register|tracker|list) of\b|\blists? all\b|\b(?:changes?|put|puts) [^.;]{0,60}\b(?:system|map|database)\b|\bpublish (?:the list|waiting|its)\b|\bothers? (?:who|whose|affected)\b|\b(?:how|what) it will\b|\bkeeps? (?:stocks?|records?|a record|better)\b|\bstaffs? the\b|\breports? (?:\w+ ){0,6}to (?:its|the|an?) [\w ]{0,30}(?:committee|panel|cabinet|board)\b|\b(?:improv\w+|ensur\w+ (?:that )?(?:it|its|all|officers|staff|the council)|monitor\w*|audit\w*|identif\w+ (?:other|any other|how|whether)|put in place|introduc\w+|learn\w* (?:from|lessons)|procedures?|systems?|out-of-hours|demonstrate\w*|service improvements?|lessons)\b`)},
}

// Words that look like a kind and are none: a charge that is given up is no
// payment, nor is what others have paid; a procedure that is reviewed is a
// review of policy and no more.
var (
	givenUp  = regexp.MustCompile(`(?i)\b(?:waiv|cancel|write off|writes off|withdraw|void)\w*`)
	handedOn = regexp.MustCompile(`(?i)\b(?:pays?|refund\w*|repay\w*|reimburse\w*|compensat\w*|backdat\w*)\b`)
	whoPaid  = regexp.MustCompile(`(?i)\b(?:who|which|what|that|already) (?:\w+ ){0,3}(?:paid|pays?)\b`)
	// remindedTo is a reminder to do something, which changes what staff do;
	// to remind them of something ("of the need for reasons") teaches it.
	remindedTo = regexp.MustCompile(`(?i)\bremind\w*\b[^.;,]{0,60}? to (?:\w+ly )?[a-z]+\b`)
	weakWords  = regexp.MustCompile(`(?i)\b(?:procedures?|systems?|keeps? (?:records?|a record))\b`)
	ensured    = regexp.MustCompile(`(?i)\bensur\w+\b`) // "ensure its staff are trained"
)

// remedies fills kinds, sums, deadlines and, from what the record says below
// each remedy, its state with the sentence that proves it.
func remedies(h *archive.Head, rs []archive.Remedy) {
	at := places(h.Text, rs)
	for i := range rs {
		r := &rs[i]
		if len(r.Kinds) == 0 {
			r.Kinds = kinds(r.Text)
		}
		if r.AmountGBP == nil && slices.Contains(r.Kinds, archive.Payment) {
			r.AmountGBP, r.Per = sum(r.Text)
		}
		if r.Due == "" {
			r.Due = deadline(r.Text)
		}
		if found := ukdate.Find(r.Due); len(found) == 1 {
			r.Due = string(found[0].Date)
		}
		if r.Evidence == nil {
			if r.Status != "" && r.Status != archive.StatusNotStated {
				continue
			}
			answer, from := below(h.Text, rs, at, i)
			state, quote := status(*r, answer)
			r.Status = state
			if quote != "" {
				r.Evidence = &archive.Evidence{Quote: quote, Page: h.PageAt(from + max(0, strings.Index(answer, quote)))}
			}
			continue
		}
		// A parser that found the council's answer under the remedy gives it
		// whole; the sentence that proves the state is enough.
		if r.Status == "" || r.Status == archive.StatusNotStated {
			if state, quote := status(*r, r.Evidence.Quote); quote != "" {
				r.Status = state
				r.Evidence = &archive.Evidence{Quote: quote, Page: r.Evidence.Page}
			}
		}
	}
}

func kinds(text string) []archive.RemedyKind {
	var out []archive.RemedyKind
	for _, k := range remedyKinds {
		if asksFor(k.kind, k.words, text) {
			out = append(out, k.kind)
		}
	}
	if len(out) == 0 {
		out = []archive.RemedyKind{archive.OtherRemedy}
	}
	return out
}

func asksFor(kind archive.RemedyKind, words *regexp.Regexp, text string) bool {
	switch kind {
	case archive.Payment:
		text = whoPaid.ReplaceAllString(text, "")
		if givenUp.MatchString(text) && !handedOn.MatchString(text) {
			return false
		}
	case archive.Training:
		text = remindedTo.ReplaceAllString(text, "")
	case archive.ServiceImprovement:
		if remindedTo.MatchString(text) {
			return true
		}
		for _, k := range remedyKinds {
			switch {
			case (k.kind == archive.PolicyReview || k.kind == archive.Reassessment) && k.words.MatchString(text):
				text = weakWords.ReplaceAllString(text, "")
			case k.kind == archive.Training && k.words.MatchString(text):
				text = ensured.ReplaceAllString(text, "")
			}
		}
	}
	return words.MatchString(text)
}

var (
	amount = regexp.MustCompile(`£\s?(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d+(?:\.\d{2})?)`)
	each   = regexp.MustCompile(`(?i)^\s*(?:per|a|each|every|for each|for every|/)\s*(?:calendar )?(month|week|year|day|term)\b|^\s*(month|week)ly\b`)
)

// sum is the first amount of money in a text, and the period for which it
// recurs.
func sum(text string) (*float64, string) {
	m := amount.FindStringSubmatchIndex(text)
	if m == nil {
		return nil, ""
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text[m[2]:m[3]], ",", ""), 64)
	if err != nil {
		return nil, ""
	}
	per := ""
	if e := each.FindStringSubmatch(text[m[1]:]); e != nil {
		per = strings.ToLower(e[1] + e[2])
	}
	return &n, per
}

// deadline is until when a remedy is due, as stated, or an ISO date.
func deadline(text string) string {
	due := promise.Due(text)
	if found := ukdate.Find(due); len(found) == 1 {
		return string(found[0].Date)
	}
	return due
}

// dueDate is the day by which a remedy is due: the one stated, or so many days,
// weeks or months after the decision was made. Working days are not counted,
// nor times that run from something else ("within two weeks of the review").
func dueDate(due string, decided archive.Date) archive.Date {
	if d := archive.Date(due); d.Valid() {
		return d
	}
	m := spanOf.FindStringSubmatch(due)
	if m == nil || decided == "" {
		return ""
	}
	n, ok := count(m[1])
	if strings.EqualFold(m[1], "a") || strings.EqualFold(m[1], "an") {
		n, ok = 1, true
	}
	if !ok {
		return ""
	}
	from := decided.Time()
	switch strings.ToLower(m[2]) {
	case "day":
		from = from.AddDate(0, 0, n)
	case "week":
		from = from.AddDate(0, 0, 7*n)
	case "month":
		day := from.Day()
		from = from.AddDate(0, n, 0)
		if from.Day() != day { // 31 January and a month is the last of February
			from = from.AddDate(0, 0, -from.Day())
		}
	case "year":
		from = from.AddDate(n, 0, 0)
	}
	return archive.NewDate(from.Year(), from.Month(), from.Day())
}

var spanOf = regexp.MustCompile(`(?i)^(?:within|in)?\s?(?:the next )?(\d{1,3}|[a-z]+)(?: calendar)?[ -](day|week|month|year)s?(?: (?:of|from|after) (?:the |my |our |this )*(?:date of )?(?:the |my |our |this )?(?:final )?(?:decision|report|statement))?$`)

// places are the offsets at which each remedy stands in the text, -1 where it
// does not.
func places(text string, rs []archive.Remedy) []int {
	at := make([]int, len(rs))
	from := 0
	for i, r := range rs {
		at[i] = -1
		if r.Text == "" {
			continue
		}
		first, _, _ := strings.Cut(r.Text, "\n\n")
		if j := strings.Index(text[from:], first); j >= 0 {
			at[i] = from + j
			from = at[i] + len(first)
		}
	}
	return at
}

// below is what the text says between remedy i and the next, and where that
// begins: the council's answer, where a paper sets one under each remedy. The
// last one's answer ends with the paragraphs that speak of doing.
func below(text string, rs []archive.Remedy, at []int, i int) (string, int) {
	if at[i] < 0 {
		return "", -1
	}
	first, _, _ := strings.Cut(rs[i].Text, "\n\n")
	from := at[i] + len(first)
	to := len(text)
	last := true
	for j := i + 1; j < len(rs); j++ {
		if at[j] > from {
			to = at[j]
			last = false
			break
		}
	}
	answer := withoutLead(text[from:to])
	if last {
		pars := strings.SplitN(strings.TrimLeft(answer, "\n"), "\n\n", 3)
		if len(pars) > 2 {
			pars = pars[:2]
		}
		n := 0
		for n < len(pars) && (n == 0 || len(pars[0]) < 200 && doing.MatchString(pars[n])) {
			n++
		}
		lead := len(answer) - len(strings.TrimLeft(answer, "\n"))
		answer = answer[:lead] + strings.Join(pars[:n], "\n\n")
	}
	return answer, from
}

// withoutLead drops what stands below a remedy and is not about it: the
// paragraph that opens the next list ("Within three months the Council has
// agreed to:") with that list's first marker, and the Ombudsman's closing of
// the case.
func withoutLead(answer string) string {
	if at := closesCase.FindStringIndex(answer); at != nil {
		answer = answer[:at[0]]
	}
	answer = loneMarker.ReplaceAllString(answer, "")
	for {
		end := strings.TrimRight(answer, " \n")
		if !strings.HasSuffix(end, ":") {
			return answer
		}
		answer = end[:max(strings.LastIndex(end, "\n\n"), 0)]
	}
}

var (
	loneMarker = regexp.MustCompile(`\n\n\S{1,6}\s*$`)
	closesCase = regexp.MustCompile(`(?i)\b(?:i|we) have (?:now )?completed (?:my|our|the) investigation\b`)
)

var doing = regexp.MustCompile(`(?i)\b(?:has|have|had|was|were|is|are|will) (?:now |also |been )*(?:paid|made|done|completed|implemented|produced|sent|calculated|arranged|written|progressed|actioned)\b`)

// payments sums the one-off payments of a finding, where it gives sums.
func payments(f *archive.Finding) {
	if f.PaymentTotalGBP != nil {
		return
	}
	total := 0.0
	for _, r := range f.Remedies {
		if r.AmountGBP != nil && r.Per == "" {
			total += *r.AmountGBP
		}
	}
	if total > 0 {
		f.PaymentTotalGBP = &total
	}
}

// findingDate fills the day of the finding that a report answers.
func findingDate(r *archive.Report) {
	if r.FindingDate != "" {
		return
	}
	for _, s := range sentences(&r.Head) {
		if !ourWord.MatchString(s.text) || !findingForm.MatchString(s.text) {
			continue
		}
		if d := ukdate.Find(s.text); len(d) > 0 {
			r.FindingDate = d[0].Date
			return
		}
	}
}

var findingForm = regexp.MustCompile(`(?i)\b(?:published|issued|report by|final (?:decision|report)|decision (?:dated|of|on)|public report|finding)\b`)
