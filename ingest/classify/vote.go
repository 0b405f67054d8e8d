package classify

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/archive"
)

// Votes as minutes print them. Totals need not add up to those present.
var (
	votedFor     = regexp.MustCompile(`(?im)\b(?:votes? )?(?:in favour|for)(?: the (?:motion|amendment|recommendation))?\s*(?:\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b)`)
	votedAgainst = regexp.MustCompile(`(?im)\bagainst(?: the (?:motion|amendment|recommendation))?\s*(?:\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b)`)
	abstained    = regexp.MustCompile(`(?im)\babst(?:ain(?:ed|ing)?|entions?)\s*(?:\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b)`)

	votingWords = regexp.MustCompile(`\d`)

	inWords = []*regexp.Regexp{ // for, against, abstained
		regexp.MustCompile(`(?i)\b(\d{1,3}) (?:votes? )?(?:for|in favour)(?:,| and| to)? (\d{1,3}) (?:votes? )?against(?:,? (?:and |with )?(\d{1,3}) (?:abstentions?|abstained|abstaining))?`),
		regexp.MustCompile(`(?i)\bfor:? (\d{1,3}),? (?:and )?against:? (\d{1,3})(?:,? (?:and )?(?:abstain(?:ed|ing)?|abstentions?):? (\d{1,3}))?`),
		regexp.MustCompile(`(?i)\b(?:carried|lost|voting|vote|refused|granted|approved|agreed):?,? (?:by )?(\d{1,3}) ?[-–:] ?(\d{1,3})\b`),
		regexp.MustCompile(`(?i)\bby (\d{1,3}) votes? to (\d{1,3})(?:,? (?:and |with )?(\d{1,3}) (?:abstentions?|abstained|abstaining))?`),
		regexp.MustCompile(`(?i)\b(?:voting|vote)[^.]{0,30}?: ?(\d{1,3})[-–:](\d{1,3})(?:[-–:](\d{1,3}))?\b`),
	}
)

// namedTotals is a named vote with each side's number after its names: "FOR:
// Ash, Birch (2); AGAINST: Oak (1); ABSTAINING: none (0)".
var namedTotals = regexp.MustCompile(`(?i)\bfor:\s[^():]{2,800}\((\d{1,3})\)[;.,]?\s+against:\s[^():]{2,800}\((\d{1,3})\)(?:[;.,]?\s+abst(?:ain(?:ed|ing)?|entions?):\s[^():]{2,800}\((\d{1,3})\))?`)

// lettersOfVotes are numbers in letters where votes are counted: "by two votes to
// one", "none against", "one abstention".
var lettersOfVotes = regexp.MustCompile(`(?i)\b(none|nil|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:votes?(?: (?:to|for|against|in favour)\b)|against\b|abst(?:ain|ention)\w*|(?:members? )?(?:voted )?in favour\b)|\bvotes? to (none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)

var numberOf = map[string]string{"none": "0", "nil": "0", "no": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}

var numberWord = regexp.MustCompile(`(?i)\b(?:none|nil|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)

// inFigures is a text with the numbers of its votes in figures.
func inFigures(text string) string {
	figure := func(w string) string { return numberOf[strings.ToLower(w)] }
	for range 2 { // "two votes to one" holds two numbers, and a match takes in only one for sure
		text = lettersOfVotes.ReplaceAllStringFunc(text, func(s string) string { return numberWord.ReplaceAllStringFunc(s, figure) })
		text = votesTo.ReplaceAllStringFunc(text, func(s string) string { return numberWord.ReplaceAllStringFunc(s, figure) })
	}
	return text
}

var votesTo = regexp.MustCompile(`(?i)\bvotes? to (?:none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)

// votes fills the totals of the vote on the substantive motion: the last that
// is not on an amendment, unless the motion was carried after it without a
// count.
func votes(it *archive.Item) {
	if it.Votes != nil || !votingWords.MatchString(it.Text) && !lettersOfVotes.MatchString(it.Text) {
		return
	}
	text := inFigures(it.Text)
	last := -1
	var best *archive.Votes
	take := func(at int, v *archive.Votes) {
		if at > last && !onAmendment(text, at) {
			last, best = at, v
		}
	}
	for _, form := range inWords {
		for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
			take(m[0], &archive.Votes{For: number(text, m, 1), Against: number(text, m, 2), Abstained: number(text, m, 3)})
		}
	}
	fors := votedFor.FindAllStringSubmatchIndex(text, -1)
	for _, m := range namedTotals.FindAllStringSubmatchIndex(text, -1) {
		take(m[0], &archive.Votes{For: number(text, m, 1), Against: number(text, m, 2), Abstained: number(text, m, 3)})
	}
	for i, f := range fors {
		rest := text[f[0]:]
		if i+1 < len(fors) {
			rest = text[f[0]:fors[i+1][0]]
		}
		v := &archive.Votes{For: either(text, f)}
		if m := votedAgainst.FindStringSubmatchIndex(rest); m != nil {
			v.Against = either(rest, m)
		}
		if m := abstained.FindStringSubmatchIndex(rest); m != nil {
			v.Abstained = either(rest, m)
		}
		if v.Against != nil || v.Abstained != nil {
			take(f[0], v)
		}
	}
	if best == nil {
		return
	}
	for _, m := range uncountedVote.FindAllStringIndex(text, -1) {
		if m[0] > last && !onAmendment(text, m[0]) && strings.ContainsAny(text[last:m[0]], ".\n") {
			return // carried in the end, and nobody counted
		}
	}
	it.Votes = best
}

// uncountedVote is a motion decided without a count.
var uncountedVote = regexp.MustCompile(`(?i)\b(?:motion|recommendations?|proposals?|budget)\b[^.\n]{0,120}\b(?:carried|agreed|approved|passed|adopted|supported) (?:unanimously|nem\.? con)|\b(?:unanimously|nem\.? con\.?,?) (?:carried|agreed|approved|resolved|passed|adopted)|\b(?:carried|agreed|approved|resolved) (?:unanimously|nem\.? con)`)

// onAmendment reports whether the vote at offset at is on an amendment: the
// sentence it stands in says so, or, where that names nothing, the nearest
// words before it.
func onAmendment(text string, at int) bool {
	end := min(len(text), at+sentenceMost)
	if i := strings.IndexAny(text[at:end], ".\n"); i >= 0 {
		end = at + i
	}
	near := max(0, at-sentenceMost)
	start := near + max(strings.LastIndex(text[near:at], ". "), strings.LastIndex(text[near:at], "\n"), 0)
	for _, part := range []string{text[start:end], text[max(0, at-500):at]} {
		named := votedOn.FindAllString(part, -1)
		if len(named) > 0 {
			return strings.HasPrefix(strings.ToLower(named[len(named)-1]), "amendment")
		}
	}
	return false
}

// votedOn are the things voted on. A motion as amended is a motion.
var votedOn = regexp.MustCompile(`(?i)\b(?:amendments?|(?:substantive |original |main |amended )*motion|(?:original )?proposition|recommendations?|resolution|nomination|proposals?(?: as amended)?)\b`)

// number is the number that a group of a match holds, nil where it holds none
// or the form has no such group: "carried 9–4" says nothing of abstentions.
func number(s string, m []int, group int) *int {
	if 2*group >= len(m) || m[2*group] < 0 {
		return nil
	}
	n, err := strconv.Atoi(s[m[2*group]:m[2*group+1]])
	if err != nil {
		return nil
	}
	return &n
}

func either(s string, m []int) *int {
	if n := number(s, m, 1); n != nil {
		return n
	}
	return number(s, m, 2)
}

// A councillor as minutes name them: titles, then initials and names with any
// letters ("Ståhlberg", "Núñez-Harrow", "E A Eyre"), or an office alone.
const (
	nameTitle = `(?:(?:County |Town |Parish |Deputy |Honorary )?(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:erend)?|Sir|Lord|Lady|Dame|Baroness|Alderman|Ald|Col(?:onel)?|Capt(?:ain)?|Hon)\.? )`
	nameWord  = `(?:\p{Lu}[\p{Ll}’'][\pL’'-]*|\p{Lu}\b\.?|\p{Lu}\p{Lu}\b|(?:de|van|von|der|le|la|du|ap|ab|al|el)\b|St\.?)`
	name      = `(` + nameTitle + `+` + nameWord + `(?: ` + nameWord + `){0,5}(?:,? (?:MBE|OBE|CBE|JP|MP|QC|KC)\b)?|[Tt]he (?:Deputy )?(?:Lord )?(?:Mayor|Leader|Chair(?:man|person)?|Vice-Chair(?:man)?)(?: of the [A-Z][a-z]+)?)`
	untitled  = `(` + nameWord + `(?: ` + nameWord + `){1,3})`

	// office is what a councillor holds, between commas: "Councillor A, Deputy
	// Leader and Cabinet Member for Finance, moved".
	office = `(?: ?\([^)]{1,80}\)|, (?:(?:the )?(?:\p{Lu}|as |on behalf )[^.,;]{0,80}(?:, [^.,;]{0,60}){0,2}),)?,?`
	verb   = ` (?i:(?:then |duly |formally |had )*(?:moved|proposed))`
)

var (
	movedSeconded = []*regexp.Regexp{
		regexp.MustCompile(name + office + verb + `\b,?(?:[^.]{0,300}?\band| and|,)? ` + name + office + ` (?i:(?:then |duly |formally |had )*seconded)`),
		regexp.MustCompile(name + office + verb + `\b[^.\n]{0,300}?\b(?i:(?:was |were |and )?(?:duly )?seconded by)[: ]+` + name),
		regexp.MustCompile(name + office + verb + `\b[^.\n]{0,300}\.\s+` + name + office + ` (?i:(?:duly |formally )?seconded)`),
		regexp.MustCompile(`(?i:(?:moved|proposed)(?: by\b|:|)):? ` + name + office + `(?:;|\.|\n)?(?: (?:and|was))?\s?(?i:(?:duly )?seconded(?: by|:|)):? ` + name),
		regexp.MustCompile(`(?i:on the (?:motion|proposition|proposal) of) ` + name + office + `(?: and)? (?i:seconded by) ` + name),
		regexp.MustCompile(`(?i:(?:moved|proposed)(?: by|:)) ` + untitled + `,?(?:;|\.|\n)?(?: (?:and|was))?\s?(?i:seconded(?: by|:)) ` + untitled),
	}
	movedAlone = regexp.MustCompile(`(?i:(?:moved|proposed) by) ` + name)
)

// movers fills who moved and who seconded the first motion of an item.
// Amendments come after it.
func movers(it *archive.Item) {
	if it.MovedBy != "" {
		return
	}
	text := it.Text
	if strings.Contains(strings.ToLower(text), "second") {
		best := -1
		for _, form := range movedSeconded {
			if m := form.FindStringSubmatchIndex(text); m != nil && (best < 0 || m[0] < best) {
				best = m[0]
				it.MovedBy, it.SecondedBy = person(text[m[2]:m[3]]), person(text[m[4]:m[5]])
			}
		}
	}
	if it.MovedBy == "" {
		if m := movedAlone.FindStringSubmatch(text); m != nil {
			it.MovedBy = person(m[1])
		}
	}
}

// notNames stand in capitals after a name where a new sentence or the decision
// begins: "seconded by Councillor Fox It was".
var notNames = regexp.MustCompile(`(?:,? (?:It|That|The|This|To|On|Upon|And|For|In|At|A|An|Following|Members|Motion|Vote|Amendment|Recommendation|Resolved|Agreed|Carried|Decision|With|All|There))+$`)

func person(s string) string {
	s = notNames.ReplaceAllString(strings.Join(strings.Fields(s), " "), "")
	if s = strings.Trim(s, " ,;"); !initialLast.MatchString(s) {
		s = strings.TrimRight(s, ".")
	}
	return s
}

// initialLast is a name that ends in an initial with its stop.
var initialLast = regexp.MustCompile(`\b\p{Lu}\.$`)
