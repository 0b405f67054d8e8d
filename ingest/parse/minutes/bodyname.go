package minutes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/ukdate"
)

// A body's name ends in one of these.
const bodyWords = `(?:Committees?|Cabinet|Panel|Board|Council|Executive|Forum|Sub-Committee|Sub Committee|Subcommittee|Commission|Group|Partnership|Authority|Assembly|Court|Tribunal|Meeting|Inquiry|Trust|Decision Session)`

var (
	// "Minutes of a meeting of the Cabinet held in", "Minutes of the Planning
	// Committee held on"
	meetingOf      = regexp.MustCompile(`(?i)\bmeetings? (?:\(no\.? ?\d+\) )?of (?:the |a )?(.{3,110}?)(?:,? (?:was |were |will be |is to be |to be )?held\b|,? (?:on|in|at) |\.|$)`)
	meetingOfComma = regexp.MustCompile(`(?i)\bmeetings? (?:\(no\.? ?\d+\) )?of (?:the |a )?([^,]{3,90}),`)
	minutesOf      = regexp.MustCompile(`(?i)\b(?:minutes|notes|record)(?: of| (?:extract|excerpt|except|item)s? from) (?:decisions (?:of|taken by|made by) )?(?:the |a |an )?(?:\d+\w* )?(.{3,90}?)(?: meeting)?(?:,? (?:was |were )?held\b|,? (?:on|in|at) |[,.:]|\s+[-–]\s|$)`)
	electors       = regexp.MustCompile(`(?i)\b((?:annual (?:parish|town|community|village)|parish annual) (?:meeting|assembly))\b(?: (?:was|held|of|on)\b|\s+\d|\s+[-–]|$)`)
	bodyLine       = regexp.MustCompile(`(?i)^(?:agenda |minutes |meeting |for |of |the |[-–—:] ?)*((?:[a-z0-9][\w’',&()/ -]{0,100}?\b)?` + bodyWords + `(?:\s*\([^)]*\))?)(?:\s+meeting)?(?:\s+(?:(?:public|draft|open|unapproved|approved) )?minutes)?(?:\s*[-–,:].*)?$`)
	bodyTail       = regexp.MustCompile(`(?i)\b` + bodyWords + `(?:\s*\([^)]*\))?$`)
)

// bodyIn is the body that met: what the title says ("Minutes of a meeting of
// the Cabinet"), else a line that is a body's name, else the council itself.
func bodyIn(lines []string, council string) string {
	for _, l := range lines {
		if presentLabel.MatchString(l) {
			break
		}
		if m := bodyLabel.FindStringSubmatch(l); m != nil {
			if name := asBody(m[1], council); name != "" {
				return name
			}
		}
		for _, form := range []*regexp.Regexp{meetingOf, meetingOfComma, minutesOf, electors} {
			if at := form.FindStringIndex(l); at != nil && beside.MatchString(l[:at[0]]) {
				continue // "at 8pm following the Annual Parish Meeting"
			}
			if m := form.FindStringSubmatch(l); m != nil {
				if name := asBody(withoutDay(m[1]), council); name != "" {
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
				if name := betweenCouncilAndDay(lines, council); name != "" {
					return name
				}
				return ownBody(council)
			}
			if name := asBody(m[1], council); name != "" {
				return name
			}
		}
	}
	if name := betweenCouncilAndDay(lines, council); name != "" {
		return name
	}
	if council != "" {
		return ownBody(council)
	}
	return ""
}

// withoutDay is a name without the day that goes on after it.
func withoutDay(s string) string {
	if d := ukdate.Find(s); len(d) > 0 && d[0].Start > 3 {
		s = weekdayEnd.ReplaceAllString(s[:d[0].Start], "")
	}
	return s
}

// betweenCouncilAndDay is a body whose name has no word for what it is, as
// some scrutiny panels have: it stands in a line of its own, straight below the
// council's name and above the day.
func betweenCouncilAndDay(lines []string, council string) string {
	for i := 0; i+2 < len(lines); i++ {
		name := strings.TrimSpace(lines[i+1])
		if council == "" || !names(lines[i], council) || len(ukdate.Find(name)) > 0 || !ofItsOwn.MatchString(name) || noBody.MatchString(name) {
			continue
		}
		if d := ukdate.Find(lines[i+2]); len(d) > 0 && len(strings.TrimSpace(weekdayEnd.ReplaceAllString(lines[i+2][:d[0].Start], ""))) == 0 {
			return nameCase(name)
		}
	}
	return ""
}

var (
	ofItsOwn = regexp.MustCompile(`^(?:[A-Z][\pL’'-]+|and|AND|&|of|for|the|in|-|–)(?: (?:[A-Z][\pL’'-]+|and|AND|&|of|for|the|in|-|–)){0,6}$`)
	noBody   = regexp.MustCompile(`(?i)\b(?:minutes?|agenda|meetings?|draft|notes|record|present|hall|chamber|council|street|road|apologies|supplement|decisions?|notice|summons|pack|appendix)\b`)
	// bodyLabel is where a table or a list of the front matter says which body
	// met: "Meeting: Planning Committee".
	bodyLabel = regexp.MustCompile(`^(?i:(?:name of )?(?:meeting|committee|body|board|panel|decision[- ]making body)(?: (?:name|title|of))?)\s*:\s*(\S.{2,100})$`)
)

// beside says that the meeting named next is another one.
var beside = regexp.MustCompile(`(?i)\b(?:following|after|before|preceding|rising of|conclusion of|close of)(?: the)?\s*$`)

// assembly is the yearly meeting of a parish's electors.
var assembly = regexp.MustCompile(`(?i)\bannual (?:parish|town|community|village) (?:meeting|assembly)$`)

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
var kindsOfMeeting = regexp.MustCompile(`(?i)^(?:(?:an?|the|annual|ordinary|extraordinary|extra-ordinary|special|monthly|general|full|budget|virtual|remote|adjourned|inaugural|draft|unconfirmed|confirmed|approved|\d{4}|\d+(?:st|nd|rd|th)|no\.? ?\d+)\s+)+`)

// asBody tidies a body's name; "" where s is none. The council's own name
// becomes its body: "Kent County Council" is "County Council".
func asBody(s, council string) string {
	s = strings.Trim(strings.TrimSpace(s), "-–:, ")
	s = strings.TrimSpace(aside.ReplaceAllString(s, ""))
	if a, b, ok := strings.Cut(s, " / "); ok && bodyTail.MatchString(b) && (bodyTail.MatchString(a) || welshBody.MatchString(a)) { // in two languages, or the same word in both
		s = b
	}
	if strings.EqualFold(s, council) {
		return ownBody(council)
	}
	for _, of := range []string{" of the " + council, " of " + council, " of the council"} { // "Planning Committee of Thornley District Council"
		if n := len(s) - len(of); council != "" && n > 3 && strings.EqualFold(s[n:], of) && bodyTail.MatchString(s[:n]) && !onlyMeeting(s[:n]) {
			s = s[:n]
		}
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
	if strings.EqualFold(s, "full authority") && ownBody(council) != "Council" {
		return ownBody(council)
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

// welshBody is the name of a body in Welsh.
var welshBody = regexp.MustCompile(`(?i)\b(?:pwyllgor|is-bwyllgor|cyngor|cabinet|bwrdd|gweithgor|panel|fforwm|cyd-bwyllgor|cynulliad)\b`)

// aside stands in brackets after a body's name and is no part of it: what kind
// of meeting it was. "Scrutiny Commission (Place)" is a name to its end.
var aside = regexp.MustCompile(`(?i)\s*\((?:[^)]*\b(?:virtual|remote|hybrid|online|zoom|teams|special|extraordinary|ordinary|annual|agm|draft|no\.?|meeting|held|via|day|continued|adjourned|reconvened|joint session|confidential|exempt|public|private|session|\d+)\b[^)]*|(?-i:[A-Z]{2,6}))\)$`)

// onlyMeeting reports whether s ends in the word "meeting" and is not the name
// of one, as a parish meeting is.
func onlyMeeting(s string) bool {
	low := strings.ToLower(s)
	for _, named := range []string{"parish meeting", "town meeting", "community meeting", "village meeting"} {
		if strings.HasSuffix(low, named) {
			return false
		}
	}
	return strings.HasSuffix(low, "meeting")
}

// fireAuthority ends the name of one; its own meeting is called so.
var fireAuthority = regexp.MustCompile(`(?i)\bfire authority$`)

// ownBody is what a council's own meeting is called.
func ownBody(council string) string {
	low := strings.ToLower(council)
	for _, kind := range []string{"Parish Council", "Town Council", "Community Council", "County Council"} {
		if strings.HasSuffix(low, strings.ToLower(kind)) {
			return kind
		}
	}
	if m := fireAuthority.FindString(council); m != "" {
		return nameCase(m)
	}
	if strings.HasSuffix(low, " authority") && !strings.HasSuffix(low, "combined authority") {
		return "Authority"
	}
	return "Council"
}
