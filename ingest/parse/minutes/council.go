package minutes

import (
	"regexp"
	"slices"
	"strings"
)

// kindsOfCouncil are the words of a council's style that are no place. A name
// made of them alone ("the County Council") is a body of some council.
var kindsOfCouncil = words("council county city borough district metropolitan parish town community unitary full annual general ordinary extraordinary special monthly meeting meetings minutes of the a an and no agenda for draft budget joint cabinet executive record notes")

// leading words that run into a council's name in a sentence: "Meeting of
// Broomhill Community Council".
var leading = words("all members member councillors councillor chairman chair leader clerk mayor officers residents dear meeting meetings minutes of the a an annual general ordinary extraordinary special monthly full agenda for draft no by to at from and that with between in on its our this your each summons record notes session name january february march april may june july august september october november december cyngor sir dinas bwrdeistref sirol tref cymuned monday tuesday wednesday thursday friday saturday sunday")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// A council's name: words with capitals that end in Council, or a London
// borough's style without that word.
var (
	councilName = regexp.MustCompile(`\b(?:[A-Z][\w’'&.-]*,? (?:(?:and|of|upon|on|under|in|the|with|next|le|cum|&) )*){1,7}(?:Council|COUNCIL)\b`)
	boroughName = regexp.MustCompile(`\b(?:London|Royal|LONDON|ROYAL) (?:Borough|BOROUGH) (?:of|OF) [A-Z][\w’'-]+(?:(?: (?:and|AND|upon|UPON|&))? [A-Z][\w’'-]+){0,3}`)
	cityCouncil = regexp.MustCompile(`\b(?:Council|COUNCIL) (?:of|OF) (?:the|THE) (?:City|CITY|Isles|ISLES) (?:of|OF) [A-Z]\w+`)
)

// combined is an authority of several councils, where a line says no more.
var combined = regexp.MustCompile(`^(?:[A-Z][\w’',&-]* (?:(?:and|of|upon|the|&) )*){1,6}(?i:combined|fire|fire and rescue|fire & rescue|national park|waste|waste disposal|integrated transport|port health) (?:Authority|AUTHORITY)$`)

// councilIn is the council a line names, in the form names are written, or "".
// A line that says "The Strath Council" and no more gives its style, of which
// the article is a part; elsewhere an article belongs to the sentence.
func councilIn(line string) string {
	if m := boroughName.FindString(line); m != "" {
		return nameCase(trimBody(m))
	}
	if m := cityCouncil.FindString(line); m != "" {
		return nameCase(m)
	}
	if combined.MatchString(line) {
		return nameCase(strings.TrimSpace(line))
	}
	for _, at := range councilName.FindAllStringIndex(line, -1) {
		if notName.MatchString(line[at[1]:]) && !bodyTail.MatchString(line[at[1]:]) {
			continue
		}
		m := line[at[0]:at[1]]
		if strings.Contains(m, ", ") && !severalPlaces.MatchString(m) {
			m = m[strings.LastIndex(m, ", ")+2:]
		}
		f := strings.Fields(m)
		for i := len(f) - 2; i >= 0; i-- { // "Report of the", "Leader of", "Chief Executive of"
			if f[i] == "of" && i > 0 && papersAndOffices[strings.ToLower(strings.Trim(f[i-1], ",."))] {
				f = f[i+1:]
				break
			}
		}
		if n := len(f); n >= 2 && ofTheCouncil[strings.ToLower(f[n-2])] {
			continue
		}
		for len(f) > 0 && (leading[strings.ToLower(f[0])] || ordinal.MatchString(f[0])) {
			f = f[1:]
		}
		placed := false
		for _, w := range f {
			placed = placed || !kindsOfCouncil[strings.ToLower(strings.Trim(w, ".,’'"))]
		}
		if placed && len(f) <= 2 && strings.EqualFold(line, "the "+strings.Join(f, " ")) {
			f = strings.Fields(line)
		}
		if placed && len(f) <= 8 {
			return nameCase(strings.Join(f, " "))
		}
	}
	return ""
}

// councilsIn are the councils that lines name, each once, in order.
func councilsIn(lines []string) []string {
	var all []string
	for _, l := range lines {
		for l != "" {
			at := councilEnd.FindStringIndex(l)
			if at == nil {
				break
			}
			part := strings.TrimLeft(l[:at[1]], " ,;&–—-")
			for _, w := range []string{"and ", "And ", "AND "} {
				part = strings.TrimPrefix(part, w)
			}
			if name := councilIn(part); name != "" && !slices.Contains(all, name) && !notName.MatchString(l[at[1]:]) {
				all = append(all, name)
			}
			l = l[at[1]:]
		}
	}
	return all
}

// membersOf are the councils of a joint body: those named above the list of who
// was there, or in it where none is. One alone above it, whose paper it is
// printed on, is the only one.
func membersOf(lines []string) []string {
	above := lines
	if i := slices.IndexFunc(lines, presentLabel.MatchString); i >= 0 {
		above = lines[:i]
	}
	if all := councilsIn(above); len(all) > 0 {
		return all
	}
	return councilsIn(lines)
}

var councilEnd = regexp.MustCompile(`\b(?:Council|COUNCIL)\b`)

// joint is the name of a body that several councils have together.
var joint = regexp.MustCompile(`(?i)\bjoint\b`)

// papersAndOffices stand before "of" and a council's name: "Report of Thornley
// District Council". Places may have an "of" too: "Vale of", "Borough of".
var papersAndOffices = words("report reports statement minutes leader mayor chair chairman chairwoman chairperson clerk director head executive officer solicitor members member meeting meetings budget plan behalf area part office offices response decision decisions motion letter resolution role work name powers functions electors residents people employees services land council councillors agenda summons newsletter policy accounts committee sub-committee subcommittee cabinet panel board executive forum commission group")

// ofTheCouncil are the words after which "Council" is no end of a name: "the
// Annual Report of the Council".
var ofTheCouncil = words("the of and to a an this that by for full each which")

// notName follows "Council" where it is no council's name: "Council Chamber".
var notName = regexp.MustCompile(`^(?i: (?:chambers?|tax|offices?|house|members?|officers?|leaders?|housing|tenants?|plan|owned|land|services?|staff|policy|homes?|finances|budget)\b)`)

// severalPlaces is the name of a parish made of three places or more: "North
// Cotley, Grain & Wythe Parish Council".
var severalPlaces = regexp.MustCompile(`^(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, )+[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:and|&) (?:[A-Z][\w’'-]+ ){1,2}(?i:parish|town|community) (?i:council)$`)

var ordinal = regexp.MustCompile(`^\(?(?:no\.?)?\d+(?:st|nd|rd|th)?\)?$`)
