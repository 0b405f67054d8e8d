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
		regexp.MustCompile(`(?i)\b(\d{1,3}) (?:(?:members?|councillors?) )?(?:votes? |voted |voting )?(?:for|in favour)(?: (?:of )?the (?:motion|amendment|recommendations?|proposal|application))?(?:,| and| to|;|/)? ?(?:and )?(\d{1,3}) (?:votes? |voted |voting |members? )?against(?:[,;/]? ?(?:and |with )?(\d{1,3}) (?:abstentions?|abstained|abstaining))?`),
		regexp.MustCompile(`(?i)\b(?:for|in favour):? (\d{1,3})[,;] (?:and )?against:? (\d{1,3})(?:[,;]? (?:and )?(?:abstain(?:ed|ing)?|abstentions?):? (\d{1,3}))?`),
		regexp.MustCompile(`(?i)\bayes?:? (\d{1,3})[,;]? (?:and )?noes:? (\d{1,3})(?:[,;]? (?:and )?abst\w+:? (\d{1,3}))?`),
		regexp.MustCompile(`(?i)\b(?:carried|lost|agreed|approved|refused|defeated),? (?:by )?(\d{1,3}) votes? (?:to|against) (\d{1,3})(?:,? (?:and |with )?(\d{1,3}) (?:abstentions?|abstained|abstaining))?`),
		regexp.MustCompile(`(?i)\bfor(?: the (?:motion|amendment|recommendations?|proposal))?:? (\d{1,3}),? (?:and )?against:? (\d{1,3})(?:,? (?:and )?(?:abstain(?:ed|ing)?|abstentions?):? (\d{1,3}))?`),
		regexp.MustCompile(`(?i)\b(?:carried|lost|voting|vote|refused|granted|approved|agreed):?,? (?:by )?(\d{1,3}) ?[-–:] ?(\d{1,3})\b`),
		regexp.MustCompile(`(?i)\b(?:by|on) a majority(?: vote)? of (\d{1,3}) (?:votes? )?(?:to|against) (\d{1,3})\b`),
		regexp.MustCompile(`(?i)\bvotes? (?:was|were|being|of|stood at) (\d{1,3}) ?[-–:] ?(\d{1,3})\b`),
		regexp.MustCompile(`(?i)\bby (\d{1,3}) votes? to (\d{1,3})(?:,? (?:and |with )?(\d{1,3}) (?:abstentions?|abstained|abstaining))?`),
		regexp.MustCompile(`(?i)\b(?:voting|vote)[^.]{0,30}?: ?(\d{1,3})[-–:](\d{1,3})(?:[-–:](\d{1,3}))?\b`),
	}
)

// namedTotals is a named vote with each side's number after its names: "FOR:
// Ash, Birch (2); AGAINST: Oak (1); ABSTAINING: none (0)".
var namedTotals = regexp.MustCompile(`(?i)\bfor:\s[^():]{2,800}\((\d{1,3})\)[;.,]?\s+against:\s[^():]{2,800}\((\d{1,3})\)(?:[;.,]?\s+abst(?:ain(?:ed|ing)?|entions?):\s[^():]{2,800}\((\d{1,3})\))?`)

// namedVote is a named vote without totals: "For: Councillors Ash and Birch.
// Against: Councillor Oak. Abstaining: none". Those named are counted.
var namedVote = regexp.MustCompile(`(?i)\b(?:voting |voted |votes )?(?:for|in favour(?: of)?)(?: the (?:motion|amendment|recommendations?|proposal))?\s*[:–-]\s*(` + voters + `)[.;,]?\s+(?:voting |voted |votes )?against(?: the (?:motion|amendment|recommendations?|proposal))?\s*[:–-]\s*(` + voters + `)(?:[.;,]?\s+abst(?:ain(?:ed|ing)?|entions?)\s*[:–-]\s*(` + voters + `))?(?:[.;\n]|$)`)

const voters = `(?:none|nil|nobody|(?:the )?(?:councillors?|cllrs?\.?|mr|mrs|ms|miss|dr)\s[^.:;()\d]{2,900}?)`

// namedVotes are the named votes of a text, if it may have any.
func namedVotes(text string) [][]int {
	if !strings.Contains(text, "gainst") && !strings.Contains(text, "AGAINST") {
		return nil
	}
	return namedVote.FindAllStringSubmatchIndex(text, -1)
}

// names counts those that a group of a match names, nil where there is no
// such group.
func names(s string, m []int, group int) *int {
	if m[2*group] < 0 {
		return nil
	}
	list := s[m[2*group]:m[2*group+1]]
	n := 0
	if !noVoter.MatchString(list) {
		n = len(betweenNames.FindAllStringIndex(strings.TrimSpace(list), -1)) + 1
	}
	return &n
}

var (
	noVoter      = regexp.MustCompile(`(?i)^(?:none|nil|nobody)$`)
	betweenNames = regexp.MustCompile(`,\s+and\s+|,\s+|\s+and\s+|\s+&\s+|\n+`)
	// onlyAbstained is a motion of which only the abstentions were counted:
	// "agreed with one abstention".
	onlyAbstained = regexp.MustCompile(`(?i)\b(?:carried|agreed|approved|resolved|adopted|granted),?(?: unanimously,?)? with (\d{1,2}) abst(?:entions?|aining|ained)\b`)
)

// lettersOfVotes are numbers in letters where votes are counted: "by two votes to
// one", "none against", "one abstention".
var lettersOfVotes = regexp.MustCompile(`(?i)\b(none|nil|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:votes?(?: (?:to|for|against|in favour)\b)|(?:members? |councillors? )?(?:voted )?against\b|abst(?:ain|ention)\w*|(?:members? |councillors? )?(?:voted )?(?:in favour|for the)\b)|\bvotes? to (none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)

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

// mayHaveVotes is a quick look for a word of voting, and a number or a list of
// names.
func mayHaveVotes(text string) bool {
	small := strings.ToLower(text)
	for _, w := range []string{"vot", "against", "abst", "in favour", "carried", "lost", "refused", "granted", "approved", "agreed", "majority", "aye"} {
		if strings.Contains(small, w) {
			return votingWords.MatchString(text) || lettersOfVotes.MatchString(text) || strings.Contains(small, "against") && namedVote.MatchString(text)
		}
	}
	return false
}

// votes fills the totals of the vote on the substantive motion: the last that
// is not on an amendment, unless the motion was carried after it without a
// count.
func votes(it *archive.Item) {
	if it.Votes != nil || !mayHaveVotes(it.Text) {
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
	for _, m := range namedVotes(text) {
		v := &archive.Votes{For: names(text, m, 1), Against: names(text, m, 2), Abstained: names(text, m, 3)}
		if v.For != nil && v.Against != nil {
			take(m[0], v)
		}
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
		if m := onlyAbstained.FindStringSubmatchIndex(text); m != nil && !onAmendment(text, m[0]) {
			it.Votes = &archive.Votes{Abstained: number(text, m, 1)}
		}
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
