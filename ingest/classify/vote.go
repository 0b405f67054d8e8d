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
		regexp.MustCompile(`(?i)\bby (\d{1,3}) votes? to (\d{1,3})(?:,? (?:and |with )?(\d{1,3}) (?:abstentions?|abstained|abstaining))?`),
		regexp.MustCompile(`(?i)\b(?:voting|vote)[^.]{0,30}?: ?(\d{1,3})[-–:](\d{1,3})(?:[-–:](\d{1,3}))?\b`),
	}
)

// votes fills the totals of the last vote an item records: the one on the
// substantive motion, after those on amendments.
func votes(it *archive.Item) {
	if it.Votes != nil || !votingWords.MatchString(it.Text) {
		return
	}
	last := -1
	for _, form := range inWords {
		for _, m := range form.FindAllStringSubmatchIndex(it.Text, -1) {
			if m[0] > last {
				last = m[0]
				it.Votes = &archive.Votes{For: number(it.Text, m, 1), Against: number(it.Text, m, 2), Abstained: number(it.Text, m, 3)}
			}
		}
	}
	fors := votedFor.FindAllStringSubmatchIndex(it.Text, -1)
	if len(fors) == 0 {
		return
	}
	f := fors[len(fors)-1]
	if f[0] < last {
		return
	}
	rest := it.Text[f[0]:]
	v := &archive.Votes{For: either(it.Text, f)}
	if m := votedAgainst.FindStringSubmatchIndex(rest); m != nil {
		v.Against = either(rest, m)
	}
	if m := abstained.FindStringSubmatchIndex(rest); m != nil {
		v.Abstained = either(rest, m)
	}
	if v.Against != nil || v.Abstained != nil {
		it.Votes = v
	}
}

func number(s string, m []int, group int) *int {
	if m[2*group] < 0 {
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

// name is a councillor as minutes name them.
const name = `((?:(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Baroness|Alderman)\.? )+(?:(?:de|van|von|le|St\.?) )?(?:[A-Z](?:[a-z’'][\w’'-]*|\b)\.? ?){1,4}(?:,? (?:MBE|OBE|CBE|JP))?|The (?:Deputy )?(?:Mayor|Leader|Chair(?:man)?)(?: of the Council)?)`

var (
	movedSeconded = []*regexp.Regexp{
		regexp.MustCompile(name + `,? (?i:moved|proposed|had moved|had proposed),?(?:[^.]{0,200}?\band| and|,)? ` + name + `,? (?i:seconded)`),
		regexp.MustCompile(`(?i:(?:moved|proposed)(?: by|:)) ` + name + `(?:,|;|\.)?(?: (?:and|was))? ?(?i:seconded(?: by|:)) ` + name),
	}
)

// movers fills who moved and who seconded the first motion of an item.
// Amendments come after it.
func movers(it *archive.Item) {
	if it.MovedBy != "" || !strings.Contains(strings.ToLower(it.Text), "second") {
		return
	}
	text := it.Text
	best := -1
	for _, form := range movedSeconded {
		if m := form.FindStringSubmatchIndex(text); m != nil && (best < 0 || m[0] < best) {
			best = m[0]
			it.MovedBy, it.SecondedBy = person(text[m[2]:m[3]]), person(text[m[4]:m[5]])
		}
	}
}

func person(s string) string { return strings.Trim(s, " ,.;") }
