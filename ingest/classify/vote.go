package classify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/numeral"
)

// Votes as minutes print them. Totals need not add up to those present.
var (
	votedFor     = regexp.MustCompile(`(?im)\b(?:votes? )?(?:in favour|for)(?: the (?:motion|amendment|recommendation))?\s*(?:\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b)`)
	votedAgainst = regexp.MustCompile(`(?im)\bagainst(?: the (?:motion|amendment|recommendation))?\s*(?:\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b)`)
	abstained    = regexp.MustCompile(`(?im)\babst(?:ain(?:ed|ing)?|entions?)\s*(?:\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b)`)

	votingWords = regexp.MustCompile(`\d`)
)

// namedTotals is a named vote with each side's number after its names: "FOR:
// Ash, Birch (2); AGAINST: Oak (1); ABSTAINING: none (0)".
var namedTotals = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\bfor:\s[^():]{2,800}\((\d{1,3})\)[;.,]?\s+against:\s[^():]{2,800}\((\d{1,3})\)(?:[;.,]?\s+abst(?:ain(?:ed|ing)?|entions?):\s[^():]{2,800}\((\d{1,3})\))?`),
	regexp.MustCompile(`(?i)\b(?:those|members|councillors) (?:voting|who voted) (?:for|in favour)[^().]{2,800}\((\d{1,3})\)[^()]{0,20}\b(?:voting|who voted|and) against[^().]{2,800}\((\d{1,3})\)(?:[.,;]?\s+(?:there (?:was|were) (\d{1,3}) abstentions?|(?:those |members |councillors )?(?:abstaining|who abstained)[^().]{2,800}\((\d{1,3})\)))?`),
	regexp.MustCompile(`(?i)\bfor(?: the (?:motion|recommendations?|proposal))?:\s[^():\d]{2,800}[–=-] ?(\d{1,3})[;.,]?\s+against(?: the (?:motion|recommendations?|proposal))?:\s[^():\d]{2,800}[–=-] ?(\d{1,3})(?:[;.,]?\s+abst(?:ain(?:ed|ing)?|entions?):\s[^():\d]{2,800}[–=-] ?(\d{1,3}))?`),
}

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
// one", "none against", "one abstention", "the result being three to two".
var lettersOfVotes = regexp.MustCompile(`(?i)\b(?:(?:carried|agreed|approved|refused|granted|passed|resolved|decided|supported|objected|adopted|lost|defeated|rejected),? (?:by )?(?:` + tally + `) to (?:none|nil|` + tally + `)\b|(?:none|nil|no|` + tally + `)(?: members?| councillors?)?(?: votes?)?(?: who)?(?: voted| voting)? (?:to|for|against|in favour)\b|(?:none|nil|no|` + tally + `) (?:members? |councillors? )?abst\w+|(?:none|nil|no|` + tally + `) votes?\b|(?:votes?(?: in favour| for)?,?|majority(?: vote)?|being|and|with|voting) (?:to |of |with |by )?(?:` + tally + `)\b(?: votes?)?(?: to (?:none|nil|` + tally + `)\b)?|votes? to (?:none|nil|` + tally + `)\b)`)

const tally = numeral.Below100

var numberWord = regexp.MustCompile(`(?i)\b(?:none|nil|no|` + tally + `)\b`)

// tallyFigure is a number in letters in figures: "twenty-one" is "21", and
// "none", "nil" and "no" are "0".
func tallyFigure(words string) string {
	n, _ := numeral.Of(words)
	return strconv.Itoa(n)
}

// isTally reports whether a word in small letters is a number of votes.
func isTally(w string) bool {
	_, ok := numeral.Of(w)
	return ok || w == "none" || w == "nil" || w == "no"
}

// inFigures is a text with the numbers of its votes in figures.
func inFigures(text string) string {
	for range 2 { // "two votes to one" holds two numbers, and a match takes in only one for sure
		text = lettersOfVotes.ReplaceAllStringFunc(text, func(s string) string { return numberWord.ReplaceAllStringFunc(s, tallyFigure) })
	}
	return text
}

// mayHaveVotes is a quick look for a word of voting, and a number or a list of
// names.
func mayHaveVotes(text string) bool {
	small := strings.ToLower(text)
	for _, w := range []string{"vot", "against", "abst", "in favour", "carried", "lost", "refused", "granted", "approved", "agreed", "majority", "aye", "resolved", "objected", "supported", "decided", "passed", "adopted", "defeated", "rejected"} {
		if strings.Contains(small, w) {
			return votingWords.MatchString(text) || lettersOfVotes.MatchString(text) || strings.Contains(small, "against") && namedVote.MatchString(text)
		}
	}
	return false
}

// A voteCount is a vote as one form told it.
type voteCount struct {
	at, end int
	archive.Votes
	both bool // the motion and its amendment were put against each other
}

// votes fills the totals of the vote on the substantive motion: the last that
// is not on an amendment, unless the motion was carried after it without a
// count.
func votes(it *archive.Item) {
	if it.Votes != nil || !mayHaveVotes(it.Text) {
		return
	}
	text := inFigures(it.Text)
	var best *voteCount
	all := counts(text)
	for i, c := range all {
		if (best == nil || c.at > best.at) && (c.both || !onAmendment(text, c.at)) {
			best = &all[i]
		}
	}
	if best == nil {
		if m := onlyAbstained.FindStringSubmatchIndex(text); m != nil && !onAmendment(text, m[0]) {
			it.Votes = &archive.Votes{Abstained: number(text, m, 1)}
		}
		return
	}
	for _, m := range uncountedVote.FindAllStringIndex(text, -1) {
		if m[0] > best.at && !onAmendment(text, m[0]) && strings.ContainsAny(text[best.at:m[0]], ".\n") {
			return // carried in the end, and nobody counted
		}
	}
	best.complete(text)
	it.Votes = &best.Votes
}

// counts are the counted votes of a text. Of two forms that tell of the same
// words the one that stands first in its table is taken.
func counts(text string) []voteCount {
	var all []voteCount // in the order of the text, and none in another
	add := func(at, end int, v archive.Votes, both bool) {
		i, _ := slices.BinarySearchFunc(all, at, func(c voteCount, at int) int { return c.at - at })
		if i > 0 && all[i-1].end > at || i < len(all) && all[i].at < end {
			return
		}
		all = slices.Insert(all, i, voteCount{at, end, v, both})
	}
	for _, form := range namedTotals {
		for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
			abstained := number(text, m, 3)
			if abstained == nil {
				abstained = number(text, m, 4)
			}
			add(m[0], m[1], archive.Votes{For: number(text, m, 1), Against: number(text, m, 2), Abstained: abstained}, false)
		}
	}
	for _, m := range namedVotes(text) {
		if v := (archive.Votes{For: names(text, m, 1), Against: names(text, m, 2), Abstained: names(text, m, 3)}); v.For != nil && v.Against != nil {
			add(m[0], m[1], v, false)
		}
	}
	for _, form := range voteForms {
		for _, m := range form.form.FindAllStringSubmatchIndex(text, -1) {
			if v := (voteCount{Votes: voteTold(text, m, form.of)}); !countsNoVotes(text, m[0], m[1], v) {
				add(m[0], m[1], v.Votes, form.of[0] == '>')
			}
		}
	}
	for _, c := range listedCounts(text) {
		add(c.at, c.end, c.Votes, false)
	}
	return all
}

// voteTold is the vote that a match of a form tells.
func voteTold(text string, m []int, of string) archive.Votes {
	if of[0] == '>' || of[0] == '<' {
		a, b := number(text, m, 1), number(text, m, 2)
		if *a != *b && *a < *b == (of[0] == '>') {
			a, b = b, a
		}
		return archive.Votes{For: a, Against: b, Abstained: number(text, m, 3)}
	}
	var v archive.Votes
	for i, field := range []**int{&v.For, &v.Against, &v.Abstained} {
		if of[i] != '-' {
			*field = number(text, m, int(of[i]-'0'))
		}
	}
	return v
}

// listedCounts are totals each after its own word, on a line or in lines: "For (7)",
// "Against: 3", "Abstentions – 1".
func listedCounts(text string) []voteCount {
	var all []voteCount
	fors := votedFor.FindAllStringSubmatchIndex(text, -1)
	for i, f := range fors {
		rest := text[f[0]:]
		if i+1 < len(fors) {
			rest = text[f[0]:fors[i+1][0]]
		}
		c := voteCount{at: f[0], end: f[1], Votes: archive.Votes{For: either(text, f)}}
		if m := votedAgainst.FindStringSubmatchIndex(rest); m != nil {
			c.Against, c.end = either(rest, m), f[0]+m[1]
		}
		if m := abstained.FindStringSubmatchIndex(rest); m != nil {
			c.Abstained, c.end = either(rest, m), max(c.end, f[0]+m[1])
		}
		if c.Against != nil || c.Abstained != nil {
			all = append(all, c)
		}
	}
	return all
}

// complete adds to a count what its sentence and the next tell of those it
// left out: "Cllr Vane abstained, 5 in favour", "Votes for: 3. Votes against: 1.
// One abstention."
func (c *voteCount) complete(text string) {
	start, end := max(strings.LastIndexAny(text[:c.at], "\n"), strings.LastIndex(text[:c.at], ". "), 0), len(text)
	if i := strings.IndexAny(text[c.end:], ".\n"); i >= 0 {
		end = c.end + i
	}
	for _, m := range votedByName.FindAllStringSubmatchIndex(text[start:end], -1) {
		sentence := text[start:end]
		n := names(sentence, m, 1)
		switch how := strings.ToLower(sentence[m[4]:m[5]]); {
		case how == "abstained" && c.Abstained == nil:
			c.Abstained = n
		case strings.HasSuffix(how, "against") && c.Against == nil:
			c.Against = n
		}
	}
	if c.Abstained == nil {
		if m := abstainedNext.FindStringSubmatchIndex(text[c.end:]); m != nil {
			c.Abstained = number(text[c.end:], m, 1)
		}
	}
}

// abstainedNext are abstentions told right after a count.
var abstainedNext = regexp.MustCompile(`(?i)^[^.\n]{0,40}[.,;]?\s+(?:there (?:was|were) |with |and )?(\d{1,2}) (?:members? |councillors? )?abst(?:ain|ention)`)

// votedByName names those who did not vote with the others.
var votedByName = regexp.MustCompile(`((?:` + titled + `, )*` + titled + `,? and ` + titled + `|` + titled + `|` + chair + `) (?:had )?((?i:abstained|voted against|against))\b`)

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
