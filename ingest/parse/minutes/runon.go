package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// shortTitle parts a title from the text that runs on after it on the same
// line: "Police Report. The report had been circulated", "Planning - The only
// application". A line printed as a heading is all title, and so is a short
// one that is no sentence. rest is what ReadBody should see: where the title
// is the opening of the sentence itself ("Apologies were received from …"),
// all of it.
func shortTitle(text string, l parse.Line) (title, rest string) {
	text = strings.TrimSpace(pageRange.ReplaceAllString(text, ""))
	if m := nothing.FindStringSubmatchIndex(text); m != nil && !verbal.MatchString(text[:m[2]]) && !sentenceInside.MatchString(text[:m[2]]+" A") {
		return strings.TrimRight(text[:m[2]], " .:–-"), strings.TrimSpace(text[m[2]:])
	}
	if m := doneAfter.FindStringSubmatchIndex(text); m != nil && !strings.HasPrefix(text[m[1]:], ":") {
		return text[:m[3]], text
	}
	if m := nothingSaid.FindStringSubmatch(text); m != nil && !verbal.MatchString(m[1]) && !sentenceInside.MatchString(m[1]+" A") {
		return m[1], m[2]
	}
	if m := nextMeetingOn.FindStringSubmatch(text); m != nil && !endsSentence(m[1]) {
		return strings.TrimRight(m[1], " .:–—-"), strings.TrimSpace(m[2])
	}
	length := utf8.RuneCountInString(text)
	if length <= 160 && toDo.MatchString(text) && !endsSentence(text) && !runOn.MatchString(text) {
		return text, ""
	}
	if title, rest, ok := capitalsOpen(text); ok {
		return title, rest
	}
	if l.Kind == extract.Heading || l.Bold && length < 200 {
		if !endsSentence(text) || !runOn.MatchString(text) {
			return strings.TrimRight(text, " :–-"), ""
		}
	}
	if length <= 160 && !endsSentence(text) && (capitals(text) || subjectFollows.MatchString(text) && !verbal.MatchString(text)) && !listsPeople.MatchString(text) {
		return strings.TrimRight(text, " :–-"), ""
	}
	if m := gluedStop.FindStringSubmatchIndex(text); m != nil && length > 90 && !shortForm[text[:m[3]]] {
		return text[:m[3]], strings.TrimSpace(text[m[4]:])
	}
	if m := runOn.FindStringIndex(text); m != nil && m[0] >= 5 && m[0] <= 60 && strings.Count(text[:m[0]], " ") <= 7 && !verbal.MatchString(text[:m[0]]) && !strings.ContainsAny(text[:m[0]], "(") && saidAfter.MatchString(text[m[1]:]) {
		return strings.TrimRight(text[:m[0]], " .:–-"), strings.TrimSpace(text[m[1]:])
	}
	if m := knownOpening.FindStringSubmatchIndex(text); m != nil && length > 60 {
		return strings.TrimRight(text[:m[3]], " .:–-"), strings.TrimSpace(text[m[3]:])
	}
	if m := turns(text); m != nil && utf8.RuneCountInString(text[:m[0]]) <= 90 && !verbal.MatchString(text[:m[0]]) &&
		strings.IndexFunc(text[:m[0]], unicode.IsLetter) >= 0 && !applicationNo.MatchString(text[:m[0]]) && (length > 90 && (verbal.MatchString(text[m[0]:]) || sentenceInside.MatchString(text) || strings.Contains(text[m[0]:m[1]], ".") || strings.Contains(text[m[0]:m[1]], ":")) || endsSentence(text) || usual(text[:m[0]]) && tellsOfUsual(text[:m[0]], text[m[0]:])) {
		if end := dashedOn(text, m); end != nil {
			m = end
		}
		return strings.TrimRight(text[:m[0]], " .:–-"), strings.TrimSpace(text[m[1]:])
	}
	if length <= 160 && !endsSentence(text) && !verbal.MatchString(text) {
		return strings.TrimRight(text, " :–-."), ""
	}
	if m := verbal.FindStringIndex(text); m != nil && m[0] <= 90 && (strings.Contains(text[:m[0]], " ") || usual(text[:m[0]])) {
		return strings.TrimRight(text[:m[0]], " .:–-"), text
	}
	if length <= 160 || length <= 300 && !endsSentence(text) && !sentenceInside.MatchString(text) {
		return strings.TrimRight(text, " :–-."), ""
	}
	return clipWords(text, 12), text
}

// capitalsOpen parts a title in capitals from the sentence that goes on after
// it with nothing between: "MINUTES read and signed as a true record.",
// "APOLOGIES Mr White and Mr Jagger". Letters that stand for a name ("NCC have
// replied") are no title.
func capitalsOpen(text string) (title, rest string, ok bool) {
	words := strings.Fields(text)
	n, letters, long := 0, 0, 0
	for _, w := range words {
		if strings.IndexFunc(w, unicode.IsLower) >= 0 && (n > 0 || w != "The") {
			break
		}
		count := strings.Count(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return 'x'
			}
			return -1
		}, w), "x")
		if letters += count; count > 2 {
			long++
		}
		n++
		if strings.HasSuffix(w, ".") {
			break
		}
	}
	if n > 0 && words[0] == "The" {
		words = words[1:]
		n--
	}
	for n > 0 && strings.IndexFunc(words[n-1], unicode.IsLetter) < 0 && strings.Trim(words[n-1], "–—-:") == "" {
		n--
	}
	if n > 1 && (words[n-1] == "A" || words[n-1] == "I") { // of the sentence
		n--
	}
	if n == 0 || n == len(words) || n > 10 {
		return "", "", false
	}
	printed := strings.Join(words[:n], " ")
	title = strings.TrimRight(printed, "–—-: ")
	rest = strings.Join(words[n:], " ")
	dashed := title != printed || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "—")
	if title == "" || strings.ContainsAny(title[len(title)-1:], ".,;&(") || figuresIn.MatchString(title) || hanging.MatchString(title) || !usual(title) && (letters < 6 || long < 2) {
		return "", "", false
	}
	rest = strings.TrimLeft(rest, "–—-: ")
	if first, _ := utf8.DecodeRuneInString(rest); dashed && !unicode.IsLower(first) && !(tellsOfUsual(title, rest) && usual(title)) {
		return "", "", false // "LICENSING – Application by …" is all title
	}
	return title, rest, utf8.RuneCountInString(rest) > 3 && !strings.HasPrefix(rest, "(")
}

// nextMeetingOn is an item that says when the next meeting will be, on its
// line: "Date of next meeting – Tuesday 3 May".
var nextMeetingOn = regexp.MustCompile(`^((?i:(?:to (?:agree|confirm|note|set) )?(?:the )?(?:(?:dates?|times?|venue|place|of|for|and|&|the|next|future|forthcoming|full` +
	`|parish|town|council|committee|annual|ordinary|scheduled|programmed)[,/]? ?)+ meetings?` +
	`|(?:next|future) meetings?))[\s:,.–—-]+(?:is |will be |on )?((?i:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b` +
	`|\d{1,2}(?:st|nd|rd|th)?\b).*)$`)

// leadOf parts a title in bold from what is said after it in another face:
// "Apologies: none were received". text is the line without its number. A
// keyword, a label within an item or a speaker's name is no title, nor is what
// is bold for stress in the middle of a phrase.
func leadOf(l parse.Line, text string, numbered bool) (title, rest string) {
	from := strings.LastIndex(l.Text, text)
	if from < 0 || l.Lead <= from || l.Lead >= len(l.Text) {
		return "", ""
	}
	bold, after := l.Text[from:l.Lead], l.Text[l.Lead:]
	title = strings.TrimRight(bold, " .:–—-")
	rest = strings.TrimLeft(after, " .:–—-")
	first, _ := utf8.DecodeRuneInString(rest)
	if utf8.RuneCountInString(title) < 3 || utf8.RuneCountInString(title) > 160 || rest == "" || !startsTitle(title) || !unicode.IsUpper([]rune(title)[0]) && !numbered ||
		parse.HeadsPart(title) || decides.MatchString(title) || presentLabel.MatchString(bold) || presentLabel.MatchString(title) ||
		personal.MatchString(title) || !numbered && !usual(title) && (listsNames.MatchString(title) || namesPerson.MatchString(title)) ||
		strings.Contains(title, " | ") || hanging.MatchString(title) || ofActing.MatchString(title) && !(numbered && usual(title) && strings.Contains(title, " ")) || sentenceInside.MatchString(title) {
		return "", ""
	}
	if parted := strings.TrimSpace(bold) != title || !strings.HasPrefix(strings.TrimSpace(after), rest); !parted && unicode.IsLower(first) && !usual(title) {
		return "", "" // stressed in the middle of a phrase
	}
	for _, m := range runOn.FindAllStringIndex(title, -1) { // who speaks, or of what, is in bold too
		if stop := strings.TrimSpace(title[m[0]:m[1]]); stop == "." && usual(title[:m[0]]) || initials.MatchString(title[m[1]:]) {
			return title[:m[0]], strings.TrimLeft(l.Text[from+m[1]:], " ")
		}
	}
	return title, rest
}

// initials stand for a member's or an officer's name: "CS", "MMcK".
var initials = regexp.MustCompile(`^(?:[A-Z]c?){2,4}$`)

// ofActing are labels in bold below or beside what was decided.
var ofActing = regexp.MustCompile(`^(?i:actions?|agreed(?: actions?)?|resolved|proposed|proposer|seconded|seconder|votes?|votes? (?:for|against)|for|against` +
	`|in favour|abstain\w*|note|n\.?b\.?|carried|motion|amendment|recommend\w*|decision|outcome|date|time|venue|place|clerk|chair\w*` +
	`|signed|apologies from|officers?|reason\w*|declaration of interest)\b`)

// figuresIn are figures and colons that no title in capitals runs over; a year
// in it is another thing.
var figuresIn = regexp.MustCompile(`:|\b\d{1,3}\b|\d{5}|\d{4}\W*$|[A-Z]\d|\d[A-Z]`)

// tellsOfUsual reports whether what stands after a usual title on its line
// tells of it: names, "none", a sentence. "Minutes - 5 July 2023" and "Exempt
// Information - Possible Exclusion of the Press and Public" are titles to
// their end.
func tellsOfUsual(title, rest string) bool {
	if strings.HasPrefix(strings.TrimLeft(rest, " ."), ":") || verbal.MatchString(rest) {
		return true
	}
	rest = strings.TrimLeft(rest, " .–—-")
	return tellsNames.MatchString(title) || personal.MatchString(rest) || doneWord.MatchString(rest)
}

// doneWord opens what was done: "Minutes of 3 May – approved. Prop. NH".
var doneWord = regexp.MustCompile(`^(?:were |was |all |unanimously )?(?:agreed|approved|accepted|adopted|signed|received|noted|read|confirmed|deferred|carried|none|nil|no|not|see|nothing)\b`)

// tellsNames are titles after which names stand, or that there were none.
var tellsNames = regexp.MustCompile(`(?i)^(?:apolog|present|those (?:present|attending)|attendance|in attendance|declaration|disclosure|register of interest|any other` +
	`|aocb|aob|correspondence|(?:public|open) (?:forum|session|participation)|chair|clerk|councillor|police|treasurer|secretary)`)

// subjectFollows opens a title whose subject stands after a colon or dash:
// "Urgent item: deed of release", "Motion on notice – renters".
var subjectFollows = regexp.MustCompile(`^(?i:urgent (?:items?|business)|(?:notices? of )?motions?(?: on notice)?|petitions?|deputations?|recommendations? (?:of|from) [^:–—-]{3,60})\s*(?:[:–—]|-\s)`)

// listsPeople is a title in capitals with names after it.
var listsPeople = regexp.MustCompile(`^(?i:apologies|present|in attendance|attendance|declarations?)\b[^:–—-]*[:–—-]`)

// nothing is a minute in one word after its title: "Register of Interests
// None".
var nothing = regexp.MustCompile(`^[A-Z].{2,60}?[\s:–-]+((?:None|NONE|Nil|N/A|No change|None (?:received|declared|raised)` +
	`|(?i:no (?:reports?|updates?|news|matters arising|items?|business|change)|nothing to report` +
	`|not discussed)(?: (?:this month|received|at this time))?)\.?)$`)

// doneAfter is a title that almost every meeting has, with what was done
// straight after it: "Minutes of last meeting agreed, AMR proposed".
var doneAfter = regexp.MustCompile(`^((?i:(?:the )?minutes of (?:the )?(?:last|previous) meetings?|(?:declarations?|registers?) of interests?|matters arising` +
	`|apologies(?: for absence)?))\s+(?:(?:were |was )?(?:agreed|approved|accepted|adopted|signed|received|noted|read|taken as read` +
	`|confirmed)|none|nil)\b`)

// toDo is an item as an agenda words it: "To note that a board has been put up".
var toDo = regexp.MustCompile(`^To [a-z]{3,}\b`)

// nothingSaid is the same with a reason: "Reports. None - all was said at the
// annual meeting".
var nothingSaid = regexp.MustCompile(`^([A-Z][^.:]{2,60})[.:] ((?:None|Nil|Nothing)\b.+)$`)

// knownOpening is a title that almost every meeting has, with a sentence
// straight after it and nothing between.
var knownOpening = regexp.MustCompile(`^((?i:public open forum|open forum|public participation|(?:city |county |district )?councillors?['’]? reports?` +
	`|office bearers['’]? reports?|police report|matters arising|(?:declarations?|register) of interests?|apologies(?: for absence)?` +
	`|minutes of (?:the )?(?:last|previous) meetings?|chair(?:man|person)?['’]s (?:annual )?report|treasurer['’]s report` +
	`|secretary['’]s report|clerk['’]s report|correspondence(?: received)?|any other (?:competent )?business|aocb` +
	`|aob))[\s:–-]+(?:(?:[A-Z][\w’'-]+|[A-Z]{1,5})\s+){1,4}[a-z]`)

// gluedStop is a title whose stop has no space after it: "Lamps.AB said that".
var gluedStop = regexp.MustCompile(`^([A-Z][\w’'&,/ -]{0,50}[A-Za-z]{3})\.([A-Z][\w’'.]* (?:[A-Z][\w’'.]* )?[a-z])`)

// shortForm are words whose stop ends no title.
var shortForm = map[string]bool{"Cllr": true, "Cllrs": true, "Mrs": true, "Messrs": true, "Rev": true, "Hon": true}

// saidAfter is a sentence, told by its verb: what runs on after a title.
var saidAfter = regexp.MustCompile(`^(?:[-–—]\s*)?(?:[\w’'&,./()-]+\s){0,8}?(?:were|was|has been|have been|had|had been|will be|reported|received|advised|said|asked|agreed|noted|presented|confirmed|resolved)\b`)

// turns is where the text that runs on after a title begins: the first sign
// of it that does not stand after a word which only opens a title.
func turns(text string) []int {
	for _, m := range runOn.FindAllStringIndex(text, 3) {
		if !opensTitle.MatchString(text[:m[0]]) && !shortened.MatchString(text[:m[0]]) {
			return m
		}
	}
	return nil
}

// dashedOn is where a title ends that goes on after the dash at m, told by the
// stop that parts it from the sentences after it: "Council Vacancy –
// Co-option. Following the resignation …". Names after a dash are no title.
func dashedOn(text string, m []int) []int {
	if tellsNames.MatchString(text[:m[0]]) || strings.Trim(text[m[0]:m[1]], " ") == "." || strings.Contains(text[m[0]:m[1]], ":") {
		return nil
	}
	for _, n := range runOn.FindAllStringIndex(text[m[1]:], 1) {
		more := text[m[1] : m[1]+n[0]]
		stop := strings.TrimSpace(text[m[1]+n[0] : m[1]+n[1]])
		if d := ukdate.Find(more); len(d) == 1 && d[0].Start == 0 && d[0].End == len(more) && stop == ":" {
			return []int{m[1] + n[0], m[1] + n[1]} // "Minutes – 16 January 2024: Approved."
		}
		if (stop == "." || stop == ":") && subject.MatchString(more) && !verbal.MatchString(" "+more) && !nothing.MatchString("A matter: "+more) {
			return []int{m[1] + n[0], m[1] + n[1]}
		}
	}
	return nil
}

// subject is a few words that name something.
var subject = regexp.MustCompile(`^[A-Z][\pL’'-]+(?: (?:[A-Z][\pL’'-]+|of|and|the|for|in|at|on|to|\d{4})){0,4}$`)

// shortened ends in a word whose stop ends no title: "at a price of c. £9,500".
var shortened = regexp.MustCompile(`(?:^|\s)(?:c|ca|approx|No|Nos|St|Rev|Cllrs?|Mrs?|Ms|Dr|incl|ref|e\.g|i\.e|vs?|r/o|adj)$`)

var opensTitle = regexp.MustCompile(`^(?i:exempt|confidential|restricted|private|part (?:2|ii|b)|urgent(?: items?| business)?|motions?|petitions?|deputations?)$`)

// runOn is what parts a title from the text on its line.
var runOn = regexp.MustCompile(`(?:(?:\.|\s?:|[-–—]\s|:-)\s+|\s[-–—]\s*)`)

// applicationNo is a planning application's number, which opens its title:
// "22/01877/FULL - Former Laundry - Demolition". It is none by itself.
var applicationNo = regexp.MustCompile(`^(?:[A-Z]{1,4}[/ ])?\d{2,4}/\d{3,6}(?:/[A-Z0-9]{1,6})*\.?$`)

// verbal is where a title that has become a sentence turns to what happened:
// "Apologies were received from …".
var verbal = regexp.MustCompile(`\s(?:were|was|is|are|had|has|have|will|received|reported)\b`)
