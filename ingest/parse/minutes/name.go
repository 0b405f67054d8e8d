package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
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
var combined = regexp.MustCompile(`^(?:[A-Z][\w’'&-]* ){1,6}(?i:combined|fire|fire and rescue|fire & rescue|national park|waste|waste disposal|integrated transport) (?:Authority|AUTHORITY)$`)

// welshKinds are the styles by which a council names itself in Welsh alone,
// and what each is in English.
var welshKinds = []struct{ welsh, kind string }{
	{"Cyngor Bwrdeistref Sirol ", "County Borough Council"}, {"Cyngor Sir ", "County Council"}, {"Cyngor Dinas ", "City Council"},
	{"Cyngor Tref ", "Town Council"}, {"Cyngor Cymuned ", "Community Council"},
}

// welshCouncil is the council of a line such as "CYNGOR SIR GLANFADOG", under
// the English form of its style. The place is left as printed.
func welshCouncil(lines []string) string {
	for _, l := range lines {
		l = strings.TrimSpace(l)
		for _, k := range welshKinds {
			if len(l) > len(k.welsh) && strings.EqualFold(l[:len(k.welsh)], k.welsh) && len(strings.Fields(l)) <= 6 {
				return nameCase(l[len(k.welsh):]) + " " + k.kind
			}
		}
	}
	return ""
}

// councilIn is the council a line names, in the form names are written, or "".
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
		if notName.MatchString(line[at[1]:]) {
			continue
		}
		m := line[at[0]:at[1]]
		if strings.Contains(m, ", ") {
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
		if placed && len(f) <= 8 {
			return nameCase(strings.Join(f, " "))
		}
	}
	return ""
}

// papersAndOffices stand before "of" and a council's name: "Report of Thornley
// District Council". Places may have an "of" too: "Vale of", "Borough of".
var papersAndOffices = words("report reports statement minutes leader mayor chair chairman chairwoman chairperson clerk director head executive officer solicitor members member meeting meetings budget plan behalf area part office offices response decision decisions motion letter resolution role work name powers functions electors residents people employees services land council councillors agenda summons newsletter policy accounts")

// ofTheCouncil are the words after which "Council" is no end of a name: "the
// Annual Report of the Council".
var ofTheCouncil = words("the of and to a an this that by for full each which")

// notName follows "Council" where it is no council's name: "Council Chamber".
var notName = regexp.MustCompile(`^(?i: (?:chambers?|tax|offices?|house|members?|officers?|leaders?|housing|tenants?|plan|owned|land|services?|staff|policy|homes?|finances|budget)\b)`)

var ordinal = regexp.MustCompile(`^\(?(?:no\.?)?\d+(?:st|nd|rd|th)?\)?$`)

func trimBody(s string) string {
	for _, w := range []string{" COUNCIL", " CABINET", " COMMITTEE"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// councilOfAssembly is the council of the place whose electors met, where the
// paper is headed by their meeting alone: "Nether Sallow Annual Parish Meeting
// - 7th May 2019".
func councilOfAssembly(lines []string) string {
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			break
		}
		m := assemblyOf.FindStringSubmatch(strings.TrimSpace(l))
		if m == nil {
			continue
		}
		place := strings.Fields(m[1])
		for len(place) > 0 && leading[strings.ToLower(place[0])] {
			place = place[1:]
		}
		if len(place) > 0 && len(place) <= 5 {
			return nameCase(strings.Join(place, " ")) + " " + nameCase(strings.ToUpper(m[2])) + " Council"
		}
	}
	return ""
}

var assemblyOf = regexp.MustCompile(`^((?:[A-Z][\w’'&.-]*(?: (?:of|on|in|the|with|next|le|cum|and|upon))? ){1,5})(?i:annual) ((?i:parish|town|community)) (?i:meeting|assembly)\b`)

// seats are the buildings in which county councils and their like meet. A
// paper that names its building and town says whose it is where it gives no
// council's name. The table is general knowledge and has been checked against
// no list; only county halls known for their council's name and town are in
// it, and a council found by it carries a doubt.
var seats = []struct{ building, council string }{
	{"County Hall, Maidstone", "Kent County Council"},
	{"County Hall, Preston", "Lancashire County Council"},
	{"County Hall, Chelmsford", "Essex County Council"},
	{"County Hall, Hertford", "Hertfordshire County Council"},
	{"County Hall, Exeter", "Devon County Council"},
	{"County Hall, Matlock", "Derbyshire County Council"},
	{"County Hall, Glenfield", "Leicestershire County Council"},
	{"County Hall, Oxford", "Oxfordshire County Council"},
	{"County Hall, Chichester", "West Sussex County Council"},
	{"County Hall, Lewes", "East Sussex County Council"},
	{"County Hall, Worcester", "Worcestershire County Council"},
	{"County Hall, Morpeth", "Northumberland County Council"},
	{"County Hall, Trowbridge", "Wiltshire Council"},
	{"County Hall, Norwich", "Norfolk County Council"},
	{"Shire Hall, Gloucester", "Gloucestershire County Council"},
	{"Shire Hall, Warwick", "Warwickshire County Council"},
	{"Endeavour House, Ipswich", "Suffolk County Council"},
}

// councilOfSeat is the council whose building the lines name, or "".
func councilOfSeat(lines []string) string {
	all := strings.Join(lines, " ")
	for _, s := range seats {
		if strings.Contains(all, s.building) {
			return s.council
		}
	}
	return ""
}

// commonCouncil is the council the paper as a whole speaks of, where one is
// named far more often than any other.
func (p *paper) commonCouncil() string {
	count := map[string]int{}
	all := 0
	tally := func(s string) {
		for _, m := range councilName.FindAllString(s, -1) {
			if name := councilIn(m); name != "" {
				count[name]++
				all++
			}
		}
	}
	for i := range p.lines {
		tally(p.text(i))
	}
	for _, page := range p.doc.Paper.Pages {
		for _, r := range page.Running {
			tally(r)
		}
	}
	best := ""
	for name, n := range count {
		if n > count[best] || n == count[best] && name < best {
			best = name
		}
	}
	if count[best] < 2 || count[best]*10 < all*6 {
		return ""
	}
	return best
}

// A body's name ends in one of these.
const bodyWords = `(?:Committees?|Cabinet|Panel|Board|Council|Executive|Forum|Sub-Committee|Sub Committee|Subcommittee|Commission|Group|Partnership|Authority|Assembly|Court|Tribunal|Meeting|Inquiry|Trust|Decision Session)`

var (
	// "Minutes of a meeting of the Cabinet held in", "Minutes of the Planning
	// Committee held on"
	meetingOf      = regexp.MustCompile(`(?i)\bmeetings? (?:\(no\.? ?\d+\) )?of (?:the |a )?(.{3,110}?)(?:,? (?:was |were )?held\b|,? (?:on|in|at) |\.|$)`)
	meetingOfComma = regexp.MustCompile(`(?i)\bmeetings? (?:\(no\.? ?\d+\) )?of (?:the |a )?([^,]{3,90}),`)
	minutesOf      = regexp.MustCompile(`(?i)\b(?:minutes|notes|record)(?: of| (?:extract|excerpt|except|item)s? from) (?:decisions (?:of|taken by|made by) )?(?:the |a |an )?(?:\d+\w* )?(.{3,90}?)(?: meeting)?(?:,? (?:was |were )?held\b|,? (?:on|in|at) |[,.:]|\s+[-–]\s|$)`)
	electors       = regexp.MustCompile(`(?i)\b(annual (?:parish|town|community) (?:meeting|assembly))\b(?: (?:was|held|of|on)\b|\s+\d|\s+[-–]|$)`)
	bodyLine       = regexp.MustCompile(`(?i)^(?:agenda |minutes |meeting |for |of |the |[-–—:] ?)*((?:[a-z0-9][\w’',&()/ -]{0,100}?\b)?` + bodyWords + `(?:\s*\([^)]*\))?)(?:\s+meeting)?(?:\s*[-–,:].*)?$`)
	bodyTail       = regexp.MustCompile(`(?i)\b` + bodyWords + `(?:\s*\([^)]*\))?$`)
)

// bodyIn is the body that met: what the title says ("Minutes of a meeting of
// the Cabinet"), else a line that is a body's name, else the council itself.
func bodyIn(lines []string, council string) string {
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			break
		}
		for _, form := range []*regexp.Regexp{meetingOf, meetingOfComma, minutesOf, electors} {
			if at := form.FindStringIndex(l); at != nil && beside.MatchString(l[:at[0]]) {
				continue // "at 8pm following the Annual Parish Meeting"
			}
			if m := form.FindStringSubmatch(l); m != nil {
				if name := asBody(m[1], council); name != "" {
					return name
				}
			}
		}
	}
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			break
		}
		if m := bodyLine.FindStringSubmatch(l); m != nil && utf8.RuneCountInString(l) < 140 {
			if names(m[1], council) {
				if hasMoreBodies(lines, council) {
					continue
				}
				return ownBody(council)
			}
			if name := asBody(m[1], council); name != "" {
				return name
			}
		}
	}
	if council != "" {
		return ownBody(council)
	}
	return ""
}

// beside says that the meeting named next is another one.
var beside = regexp.MustCompile(`(?i)\b(?:following|after|before|preceding|rising of|conclusion of|close of)(?: the)?\s*$`)

// assembly is the yearly meeting of a parish's electors.
var assembly = regexp.MustCompile(`(?i)\bannual (?:parish|town|community) (?:meeting|assembly)$`)

// yearly is the meeting by which parishes and communities begin their year,
// where it is called that and no more: it has a name of its own among a local
// council's meetings.
var (
	yearly = regexp.MustCompile(`(?i)^(?:\d{4} )?(annual(?: general)?)(?: meeting)?$`)
	local  = regexp.MustCompile(`(?i) (?:parish|town|community) council$`)
)

// names reports whether a line says a council's name and no more, or the name
// in two languages: "Cyngor Cymuned Dunmoor / Dunmoor Community Council".
func names(s, council string) bool {
	s = strings.TrimSpace(s)
	if strings.EqualFold(s, council) {
		return true
	}
	return council != "" && len(s) > len(council) && strings.EqualFold(s[len(s)-len(council):], council) && strings.HasPrefix(strings.ToLower(s), "cyngor ")
}

// hasMoreBodies reports whether a line names a body other than the council.
func hasMoreBodies(lines []string, council string) bool {
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			return false
		}
		if m := bodyLine.FindStringSubmatch(l); m != nil && utf8.RuneCountInString(l) < 140 && !names(m[1], council) {
			return true
		}
	}
	return false
}

// kindsOfMeeting are words that say which of a body's meetings it was.
var kindsOfMeeting = regexp.MustCompile(`(?i)^(?:(?:an?|the|annual|ordinary|extraordinary|extra-ordinary|special|monthly|general|full|budget|virtual|remote|adjourned|inaugural|\d{4}|\d+(?:st|nd|rd|th)|no\.? ?\d+)\s+)+`)

// asBody tidies a body's name; "" where s is none. The council's own name
// becomes its body: "Kent County Council" is "County Council".
func asBody(s, council string) string {
	s = strings.Trim(strings.TrimSpace(s), "-–:, ")
	s = strings.TrimSpace(aside.ReplaceAllString(s, ""))
	if _, b, ok := strings.Cut(s, " / "); ok && bodyTail.MatchString(b) { // in two languages, or the same word in both
		s = b
	}
	if strings.EqualFold(s, council) {
		return ownBody(council)
	}
	if own := ownBody(council); strings.EqualFold(s, "council") && own != "County Council" {
		return own
	}
	if m := yearly.FindStringSubmatch(s); m != nil && local.MatchString(council) {
		return nameCase(strings.ToUpper(m[1])) + " Meeting" // the form has left the last word out
	}
	if onlyMeeting(s) {
		s = strings.TrimSpace(s[:len(s)-len("meeting")])
	}
	if m := assembly.FindString(s); m != "" { // the electors' meeting, which is not the council's
		return nameCase(m)
	}
	if name := councilIn(s); name != "" && strings.EqualFold(strings.TrimSpace(kindsOfMeeting.ReplaceAllString(s, "")), name) {
		return ownBody(name)
	}
	full := strings.EqualFold(s, "full council")
	if !full {
		s = strings.TrimSpace(kindsOfMeeting.ReplaceAllString(s, ""))
	}
	if council != "" && len(s) > len(council) && strings.EqualFold(s[:len(council)], council) {
		s = strings.TrimPrefix(strings.TrimPrefix(s[len(council):], "'s"), "’s")
		s = strings.Trim(s, " -–,:")
	}
	if onlyMeeting(s) {
		return ""
	}
	if !bodyTail.MatchString(s) || utf8.RuneCountInString(s) > 100 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(first) {
		return ""
	}
	return nameCase(s)
}

// aside stands in brackets after a body's name and is no part of it: what kind
// of meeting it was. "Scrutiny Commission (Place)" is a name to its end.
var aside = regexp.MustCompile(`(?i)\s*\((?:[^)]*\b(?:virtual|remote|hybrid|online|zoom|teams|special|extraordinary|ordinary|annual|agm|draft|no\.?|meeting|held|via|day|continued|adjourned|reconvened|joint session|confidential|exempt|public|private|session|\d+)\b[^)]*|(?-i:[A-Z]{2,6}))\)$`)

// onlyMeeting reports whether s ends in the word "meeting" and is not the name
// of one, as a parish meeting is.
func onlyMeeting(s string) bool {
	low := strings.ToLower(s)
	for _, named := range []string{"parish meeting", "town meeting", "community meeting"} {
		if strings.HasSuffix(low, named) {
			return false
		}
	}
	return strings.HasSuffix(low, "meeting")
}

// ownBody is what a council's own meeting is called.
func ownBody(council string) string {
	low := strings.ToLower(council)
	for _, kind := range []string{"Parish Council", "Town Council", "Community Council", "County Council"} {
		if strings.HasSuffix(low, strings.ToLower(kind)) {
			return kind
		}
	}
	if strings.HasSuffix(low, " authority") && !strings.HasSuffix(low, "combined authority") {
		return "Authority"
	}
	return "Council"
}

var smallWords = words("and of the for on in to with upon under cum le by next at from a an or as")

// nameCase writes a name printed in capitals as names are written:
// "BURTON-CUM-WALDEN PARISH COUNCIL" is "Burton-cum-Walden Parish Council".
// A name that is not in capitals is left as it is.
func nameCase(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if !capitals(s) {
		return s
	}
	f := strings.Fields(strings.ToLower(s))
	for i, w := range f {
		parts := strings.Split(w, "-")
		for j, part := range parts {
			if smallWords[part] && (i > 0 || j > 0) {
				continue
			}
			parts[j] = upperFirst(part)
		}
		f[i] = strings.Join(parts, "-")
	}
	return strings.Join(f, " ")
}

func upperFirst(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToUpper(r)) + s[i+utf8.RuneLen(r):]
		}
	}
	return s
}
