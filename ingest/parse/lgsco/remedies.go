package lgsco

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// remedies reads what the body agreed, or was recommended, to do: one for
// each entry of the lists under "Agreed action" and for each sentence there
// that says what will be done. What each asks for is read by whoever
// classifies; here only its words, its place and its time are.
func remedies(sections []archive.Section, verdict archive.Verdict) []archive.Remedy {
	var out []archive.Remedy
	var under []string
	read := func(has func(archive.Section) bool) {
		for _, s := range sections {
			if has(s) {
				var at []string
				out, at = actions(out, s)
				under = append(under, at...)
			}
		}
	}
	read(func(s archive.Section) bool { return s.Canonical == "actions" })
	if out == nil { // some reports recommend in their summary alone
		read(func(s archive.Section) bool { return canonicalHeading(s.Heading) == "actions" })
	}
	tellApart(out, under)
	if out == nil && verdict != archive.NotUpheld && verdict != archive.Closed {
		out = summedUp(sections)
	}
	return out
}

// summedUp reads the remedies of a paper that has no list of them (a case
// settled early, a page of which only the opening was kept) from what its
// summary, or else its decision, says was agreed.
func summedUp(sections []archive.Section) []archive.Remedy {
	var out []archive.Remedy
	for _, canonical := range []string{"summary", "decision"} {
		for _, s := range sections {
			if s.Canonical != canonical || len(out) > 0 {
				continue
			}
			for _, para := range s.Paragraphs {
				for _, sentence := range parse.Sentences(strings.TrimPrefix(para.Text, "Summary: ")) {
					if promised.MatchString(sentence) {
						out = appendAction(out, sentence, "", 0, "")
					}
				}
			}
		}
	}
	return out
}

// promised are the words by which a summary says that something was agreed,
// and what, in the verbs of remedies. "The Council has agreed to our
// recommendations" says nothing of what they are.
var promised = regexp.MustCompile(`(?i)\b(?:agreed|agrees|will|should|recommend\w*|offered)\b.*?\b(?:apolog\w+|pay\w*|refund\w*|repay\w*|reimburse\w*|waive\w*|backdate\w*|review\w*|remind\w*|train\w*|re-?assess\w*|reconsider\w*|provide\w*|arrange\w*|improve\w*|amend\w*|update\w*|change\w*|write|hold|carry out|put in place|introduce\w*|monitor\w*|issue\w*|make|produce|remedy)\b`)

// tellApart puts the number of its paragraph before each letter that labels a
// remedy, where a letter labels more than one: the "a" under paragraphs 11 and
// 12 are "11a" and "12a". under are the paragraphs' numbers.
func tellApart(remedies []archive.Remedy, under []string) {
	seen := map[string]bool{}
	twice := false
	for i, r := range remedies {
		twice = twice || seen[r.Label] && r.Label != under[i]
		seen[r.Label] = true
	}
	for i := range remedies {
		if r := &remedies[i]; twice && under[i] != "" && r.Label != under[i] {
			r.Label = under[i] + r.Label
		}
	}
}

// actions adds the remedies of one section, and gives beside them the number
// of the paragraph each added one stands under.
func actions(out []archive.Remedy, s archive.Section) (all []archive.Remedy, under []string) {
	due, lead, intro := "", "", false
	label, before := "", len(out)
	page := 0
	if len(s.Pages) == 1 {
		page = s.Pages[0]
	}
	for _, para := range s.Paragraphs {
		for len(under) < len(out)-before {
			under = append(under, label)
		}
		text := para.Text
		if para.N > 0 {
			label = strconv.Itoa(para.N)
		}
		marker, rest, entry := parse.Marker(text)
		entry = entry && para.N == 0
		switch {
		case entry && intro:
			l := parse.Label(marker)
			if l == "" {
				l = label
			}
			out = append(out, archive.Remedy{Label: l, Text: strings.TrimRight(trimAnd(rest), " ;,"), Due: entryDue(rest, due), AddressedTo: lead, Status: archive.StatusNotStated, Page: page})
		case strings.HasSuffix(strings.TrimSpace(text), ":"):
			// What opens a list: the time it gives holds for its entries.
			// Sentences before its last may be remedies themselves.
			all := parse.Sentences(text)
			for _, sentence := range all[:max(len(all)-1, 0)] {
				out = appendAction(out, sentence, label, page, "")
			}
			intro = !passive.MatchString(text) || agreed.MatchString(text)
			due, lead = when(text), addressee(text)
			if due == "" && len(out) > 0 && strings.Contains(strings.ToLower(text), "same time") {
				due = out[len(out)-1].Due
			}
		default:
			if entry {
				text = rest
			}
			intro = false
			sentenceDue := ""
			for _, sentence := range parse.Sentences(text) {
				carried := ""
				if goesOn.MatchString(sentence) {
					carried = sentenceDue
				}
				out = appendActions(out, sentence, label, page, carried)
				if own := when(sentence); own != "" && agreed.MatchString(sentence) {
					sentenceDue = own
				}
			}
		}
	}
	for len(under) < len(out)-before {
		under = append(under, label)
	}
	return out, under
}

// appendActions adds what one sentence under "Agreed action" promises: a
// remedy for each thing it says will be done ("will apologise, pay £250 and
// review its policy"), or names ("£100 for time and trouble; an apology").
func appendActions(out []archive.Remedy, sentence, label string, page int, due string) []archive.Remedy {
	parts := promises(sentence)
	if len(parts) == 1 {
		if n := len(out); notAction.MatchString(sentence) || !nounForm.MatchString(sentence) {
			return appendAction(out, sentence, label, page, due)
		} else if out = appendAction(out, sentence, label, page, due); len(out) > n {
			return out
		}
		return append(out, archive.Remedy{Label: label, Text: strings.TrimSpace(sentence), Due: first(when(sentence), due), Status: archive.StatusNotStated, Page: page})
	}
	if notAction.MatchString(sentence) {
		return appendAction(out, sentence, label, page, due)
	}
	whole := when(sentence)
	for i, part := range parts {
		if i == 0 && !undertaking.MatchString(part) && !nounForm.MatchString(part) {
			continue
		}
		out = append(out, archive.Remedy{Label: label, Text: part, Due: first(first(when(part), whole), due), AddressedTo: addressee(sentence), Status: archive.StatusNotStated, Page: page})
	}
	return out
}

// promises cuts a sentence between the things it promises. A sentence that
// promises one thing, or says what is to happen within it ("apologise for its
// failure to pay"), stays whole.
func promises(sentence string) []string {
	if !undertaking.MatchString(sentence) && !nounForm.MatchString(sentence) {
		return []string{sentence}
	}
	at := 0
	var out []string
	for _, m := range nextPromise.FindAllStringSubmatchIndex(sentence, -1) {
		if before := sentence[at:m[0]]; acts.MatchString(before) {
			out = append(out, strings.Trim(before, " ;,.:"))
			at = m[2]
		}
	}
	return append(out, strings.Trim(sentence[at:], " ;,.:"))
}

const remedyVerb = `(?:apologise|pay|repay|refund|reimburse|reassess|re-assess|review|train|retrain|remind|backdate|waive|cancel|amend|revise|reconsider|monitor|publish|produce|prepare|hold|offer|arrange|send|share|check|restore|issue|identify|introduce|provide|write|carry out|put in place|make sure|make a|look again|bring its|brief|plant)\b`

const remedyNoun = `(?:£[\d,.]+|(?:an?|the|one) (?:[\w'’-]+ ){0,4}?(?:apology|letter|payment|review|reassessment|assessment|refund|briefing|protocol|check)\b|(?:refresher |further )?(?:[Tt]raining|[Aa]pology)\b)`

var (
	nextPromise = regexp.MustCompile(`(?:[;,]|\band\b)(?: and)?(?: \(?[a-z0-9]{1,3}\))?(?: (?:and|also|then|to|with|that it will|it will|it will also|they will|will))* (` + remedyVerb + `|` + remedyNoun + `)`)
	acts        = regexp.MustCompile(`(?i)\b(?:apologise\w*|apology|sorry|pays?|repay|refund|reimburse|re-?assess\w*|review|re-?train|training|remind|backdate|waive|cancel|amend|revise|reconsider|monitor|publish|produce|prepare|hold|offer|arrange|send|share|check|restore|issue|identify|introduce|provide|write|carry out|put in place|make|look again|bring|brief|plant|apply|consider|determine|visit|inspect|withdraw|begin)\b|£`)
	nounForm    = regexp.MustCompile(`^(?:(?:[Ww]ithin|[Bb]y|[Aa]fter|[Ii]n) [^:;,]{3,40}[:,] )?(?i:` + remedyNoun + `)`)
)

// appendAction adds a sentence if it says what will be done.
func appendAction(out []archive.Remedy, sentence, label string, page int, due string) []archive.Remedy {
	if !undertaking.MatchString(sentence) || notAction.MatchString(sentence) {
		return out
	}
	return append(out, archive.Remedy{Label: label, Text: strings.TrimSpace(sentence), Due: first(when(sentence), due), AddressedTo: addressee(sentence), Status: archive.StatusNotStated, Page: page})
}

var (
	// undertaking is a sentence that says what a body will do: "The Council
	// has agreed to apologise", "The Council should pay", "I recommend the
	// Council reviews".
	undertaking = regexp.MustCompile(`(?i)\b(?:council|landlord|trust|provider|home|authority|it|they|company|panel|body|icb|nhs [\w ]+|school|academy|board)\s+(?:has |have |had )?(?:also |now |further |already )?(?:agreed (?:to|that|it)|will|should|must|shall|(?:is|are) (?:ordered |required )?to|to)\s+(?:also |now |then |within .{3,40}?,? |(?:not )?(?:be )?)?(?:\w+)` +
		`|\b(?:i|we|the ombudsman) (?:also |have |therefore |now )*recommend(?:ed|s)?\b|^(?:to |within [\w ]+,? )?(?:apologise|pay|review|remind|provide|arrange|write|refund|reassess|carry out|consider|offer|backdate|waive|train|amend|ensure|make|complete|hold|issue|send|reimburse|share|produce)\b`)
	goesOn  = regexp.MustCompile(`^(?:It|They) `) // "Within three months the Council should …. It should also …"
	agreed  = regexp.MustCompile(`(?i)\bagreed\b|\bwill\b|\bshould\b|\brecommend`)
	passive = regexp.MustCompile(`(?i)\b(?:guidance|evidence|considered|the following (?:documents|information))\b`)

	// notAction are sentences of the template around the actions: what the
	// Ombudsman's guidance says, the proof of compliance it asks for, and the
	// statement that all was agreed.
	notAction = regexp.MustCompile(`(?i)\bevidence (?:it|they|that|of|the|to show|when)\b.{0,60}\b(?:compli|above|action|complet|done|carried)|\bguidance on remedies\b|\bour guidance\b|\bwe publish guidance\b|\bpublic authority has three months\b|` +
		`agreed to (?:(?:our|my|these|the|all|this|carry out|complete|implement|take|undertake)\s)+(?:\w+\s)?(?:recommendations?|recommended action|actions?|remedy|proposals?)\.?$|\bmust consider the report\b|\bconfirm within (?:three|3) months\b|\bthe council has agreed to (?:this|that|these)\.?$|` +
		`\bhas (?:accepted|agreed) (?:our|my|these|the) (?:findings|recommendations?)\b|\bcouncil has agreed (?:my|our|the|these) recommend`)
)

// due forms: "within one month of my final decision", "by 31 March 2024",
// "within four weeks".
var dueForm = regexp.MustCompile(`(?i)\bwithin (?:the next )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|an)(?: further)? (?:working |calendar )?(?:day|week|month|year)s?(?: of (?:my|our|the|this|receiving|receipt)(?: (?:date of )?(?:my |our |the |this )?(?:final )?(?:decision|report|statement))?)?|\b(?:by|before|no later than) (?:the end of )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|\bimmediately\b|\bby the (?:start|end) of the [\w ]{3,30}(?:term|year|month)\b`)

func when(s string) string { return strings.TrimSpace(dueForm.FindString(s)) }

// entryDue is when a list's entry is due: by the time the list gives for all,
// unless the entry opens with one of its own.
func entryDue(entry, due string) string {
	own := when(entry)
	if due == "" || own != "" && strings.HasPrefix(entry, own) {
		return own
	}
	return due
}

// addressee is who is to act, where more than one body may be.
func addressee(s string) string {
	m := actor.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1])
}

var actor = regexp.MustCompile(`\b[Tt]he ((?:Council|[Ll]andlord|Trust|Care Provider|Care Home|Authority|Company|Panel|ICB|School|Academy)(?:(?: and|,) the (?:Council|Trust|Care Provider|Care Home|Authority|Company|Panel|ICB|School|Academy))*)\b`)

func trimAnd(s string) string {
	s = strings.TrimSpace(s)
	for _, end := range []string{"; and", ", and", " and", "; or"} {
		s = strings.TrimSuffix(s, end)
	}
	return s
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// total is the sum of the payments that the remedies state, or nil where they
// state none, or one that recurs and so has no total.
func total(remedies []archive.Remedy) *float64 {
	sum, any := 0.0, false
	for _, r := range remedies {
		if !pays.MatchString(r.Text) {
			continue
		}
		if n, amount, ok := shared(r.Text); ok {
			sum, any = sum+n*amount, true
			continue
		}
		if m := totalForm.FindStringSubmatch(r.Text); m != nil {
			sum, any = sum+pounds(m[1]), true
			continue
		}
		text := rate.ReplaceAllString(r.Text, "")
		if recurs.MatchString(text) && !madeUp.MatchString(r.Text) {
			return nil
		}
		amounts := amountForm.FindAllStringSubmatch(text, -1)
		if len(amounts) == 0 {
			continue
		}
		values := make([]float64, len(amounts))
		rest := 0.0
		for i, a := range amounts {
			values[i] = pounds(a[1])
			if i > 0 {
				rest += values[i]
			}
		}
		any = true
		if len(values) > 1 && values[0] == rest || madeUp.MatchString(r.Text) {
			sum += values[0] // "£500, made up of £300 and £200"
			continue
		}
		sum += values[0] + rest
	}
	if !any {
		return nil
	}
	return &sum
}

var (
	pays       = regexp.MustCompile(`(?i)\b(?:pay|pays|paid|payment|payments|refund|refunds|repay|repays|reimburse|compensat\w+|£)`)
	recurs     = regexp.MustCompile(`(?i)£[\d,.]+ (?:per|a|each|every) (?:month|week|year|term|day)\b`)
	rate       = regexp.MustCompile(`(?i)\bat £[\d,.]+ (?:for|per|a|an|each|every)\b`) // "£3,900, at £1,300 for each of three terms"
	totalForm  = regexp.MustCompile(`(?i)\b(?:total(?:ling)?(?: of)?|totals)\s+£([\d,]+(?:\.\d{2})?)`)
	amountForm = regexp.MustCompile(`£([\d,]+(?:\.\d{2})?)`)
	madeUp     = regexp.MustCompile(`(?i)\b(?:made up of|comprising|consisting of|comprises|broken down)\b|£[\d,.]+,? (?:at|calculated (?:at|as)|being|based on|which is) `)
)

// shared reads a sum that each of a stated number of people is to have: "pay
// each of the three families £500", "pay £500 to each of the two complainants".
func shared(text string) (people, amount float64, ok bool) {
	m := eachOf.FindStringSubmatch(text)
	sums := amountForm.FindAllStringSubmatch(text, -1)
	if m == nil || len(sums) != 1 {
		return 0, 0, false
	}
	people = numbers[strings.ToLower(m[1])]
	if people == 0 {
		people, _ = strconv.ParseFloat(m[1], 64)
	}
	return people, pounds(sums[0][1]), people > 0
}

var (
	eachOf  = regexp.MustCompile(`(?i)\b(?:to |pays? )?each of (?:the |these |those |our )?(\w+) (?:\w+ )?(?:families|complainants|people|children|households|residents|tenants|applicants|parents|carers|brothers|sisters)\b`)
	numbers = map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
)

func pounds(s string) float64 {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v
}
