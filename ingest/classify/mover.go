package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

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
	// briefMovers are those of parish minutes, where a letter or two stand for a name.
	briefMovers = []*regexp.Regexp{
		regexp.MustCompile(`\b(?i:prop(?:osed|oser)?|moved)(?: by)?[.:]? ?:? (?:(?i:cllrs?\.?|councillor|mr|mrs|ms) )?(` + initials + `|` + shortName + `)[,;]? ?/?\s*(?:and )?(?i:sec(?:onded|onder)?|2nd)(?: by)?[.:]? ?:? (?:(?i:cllrs?\.?|councillor|mr|mrs|ms) )?(` + initials + `|` + shortName + `)(?:[).,;\s]|$)`),
		regexp.MustCompile(`\b(?i:resolved|agreed|approved|accepted|adopted|carried|noted|signed)\b[^.()\n]{0,120}\((` + initials + `) ?/ ?(` + initials + `)\)`),
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
	for _, form := range briefMovers {
		if m := form.FindStringSubmatch(text); m != nil && it.MovedBy == "" {
			it.MovedBy, it.SecondedBy = strings.TrimSpace(withTitle(m[0], m[1])), strings.TrimSpace(withTitle(m[0], m[2]))
		}
	}
	if it.MovedBy == "" {
		if m := movedAlone.FindStringSubmatch(text); m != nil {
			it.MovedBy = person(m[1])
		}
	}
}

const (
	initials  = `\p{Lu}{2,3}`
	shortName = `\p{Lu}[\p{Ll}’'][\pL’'-]*(?: \p{Lu}[\p{Ll}’'][\pL’'-]*)?`
)

// withTitle is a name with the title that stands before it in the words that
// name it.
func withTitle(in, name string) string {
	for _, title := range []string{"Cllr ", "Cllr. ", "Councillor ", "Mr ", "Mrs ", "Ms "} {
		if strings.Contains(in, title+name) {
			return title + name
		}
	}
	return name
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
