package classify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mention is a body named in a sentence.
type mention struct {
	start, end int
	name       string // as printed, without "the"
	full       bool   // a name of its own; false for "the Committee", "its"
}

// bodyNouns end a body's name.
var bodyNouns = map[string]bool{"committee": true, "cabinet": true, "panel": true, "board": true, "council": true, "executive": true, "commission": true,
	"forum": true, "sub-committee": true, "subcommittee": true, "authority": true, "assembly": true, "tribunal": true, "court": true, "group": true, "party": true, "partnership": true, "sub-group": true, "body": true}

// generic nouns name a body only together with other words.
var genericNouns = map[string]bool{"committee": true, "panel": true, "board": true, "commission": true, "forum": true, "sub-committee": true, "subcommittee": true,
	"authority": true, "assembly": true, "tribunal": true, "court": true, "group": true, "party": true, "partnership": true, "sub-group": true, "body": true}

// deedsOf stand before "of" and a body, and are no part of its name.
var deedsOf = map[string]bool{"decision": true, "decisions": true, "resolution": true, "resolutions": true, "recommendation": true, "recommendations": true, "approval": true, "views": true, "motion": true, "members": true, "reports": true}

// joiners stand inside a body's name.
var joiners = map[string]bool{"and": true, "&": true, "of": true, "for": true, "on": true}

// openers stand in capitals at the start of a sentence, or before a name, and
// are no part of it.
var openers = map[string]bool{"the": true, "at": true, "in": true, "on": true, "by": true, "to": true, "from": true, "following": true, "this": true, "that": true,
	"a": true, "an": true, "mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "councillor": true, "cllr": true, "after": true, "before": true,
	"since": true, "when": true, "as": true, "both": true, "and": true, "for": true, "of": true, "resolved": true, "minutes": true, "meeting": true, "members": true,
	"report": true, "next": true, "last": true, "previous": true, "annual": true, "january": true, "february": true, "march": true, "april": true, "may": true,
	"june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true, "monday": true, "tuesday": true,
	"wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "chairman": true, "chair": true, "leader": true, "agenda": true, "item": true,
	"its": true, "their": true, "our": true, "draft": true, "date": true, "paper": true, "whilst": true, "while": true, "although": true, "if": true, "no": true, "each": true, "all": true, "some": true, "another": true, "other": true, "clerk": true, "assistant": true, "deputy": true, "officer": true, "officers": true}

// placeOf stand before "of" in a council's name: "City of York Council".
var placeOf = map[string]bool{"city": true, "borough": true, "county": true, "town": true, "district": true, "isle": true, "isles": true, "royal": true, "corporation": true, "parish": true}

// notBody follows a body's noun where it names something else.
var notBody = map[string]bool{"tax": true, "chamber": true, "chambers": true, "house": true, "houses": true, "housing": true, "offices": true, "office": true, "member": true, "members": true,
	"plan": true, "room": true, "homes": true, "tenants": true, "tenant": true, "director": true, "lead": true, "leader": true, "leaders": true, "officer": true, "officers": true, "employees": true, "staff": true, "taxpayers": true, "owned": true}

// holder stands before a body's name where a person is meant.
var holder = regexp.MustCompile(`(?i)\b(?:leader|chair(?:man|person|woman)?|clerk|mayor|director|head|secretary|solicitor)(?: (?:of|to) (?:the )?| ?[-–,] ?)$`)

// A word of a sentence.
type word struct {
	start, end int
	text       string
}

func split(s string) []word {
	var out []word
	start := -1
	for i, r := range s + " " {
		if unicode.IsSpace(r) {
			if start >= 0 {
				out = append(out, word{start, i, s[start:i]})
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	return out
}

// mentions finds the bodies a sentence names, in order.
func mentions(s string) []mention {
	ws := split(s)
	var out []mention
	for i, w := range ws {
		bare := strings.Trim(w.text, ".,;:()[]“”\"'’‘")
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "’s"), "'s")
		noun := strings.ToLower(bare)
		first, _ := utf8.DecodeRuneInString(bare)
		if !bodyNouns[noun] || !unicode.IsUpper(first) {
			continue
		}
		if i > 0 && noun == "executive" && strings.EqualFold(strings.Trim(ws[i-1].text, "(“"), "chief") {
			continue // an officer
		}
		if i+1 < len(ws) && bare == w.text && notBody[strings.ToLower(strings.Trim(ws[i+1].text, ".,;:)’'"))] {
			continue // "Council Tax", "Cabinet Member"
		}
		from := i
		if !strings.HasPrefix(w.text, "(") {
			from = nameStart(ws, i)
		}
		end := w.start + strings.Index(w.text, bare) + len(bare)
		name := strings.Trim(s[ws[from].start:end], "(“\"'‘[")
		for n := len(out); n > 0 && out[n-1].start >= ws[from].start; n-- {
			out = out[:n-1] // "Health Cabinet" was the opening of "Health Cabinet Committee"
		}
		if holder.MatchString(s[:ws[from].start]) {
			continue // "the Leader of the Council" is a person
		}
		switch {
		case from < i:
			out = append(out, mention{ws[from].start, end, name, true})
		case noun == "party" || noun == "group" || noun == "court" || noun == "authority" || noun == "body":
		case genericNouns[noun]:
			out = append(out, mention{ws[from].start, end, name, false})
		default: // Cabinet, Council, Executive
			out = append(out, mention{ws[from].start, end, name, true})
		}
	}
	return out
}

// nameStart walks back from the noun ws[i] over the words of its name. A
// comma belongs to a name only where an "and" follows it: "Children's, Young
// People and Education Cabinet Committee".
func nameStart(ws []word, i int) int {
	from := i
	noun := strings.ToLower(strings.Trim(ws[i].text, ".,;:()’'"))
	joined := false // an "and" was passed
	for j := i - 1; j >= 0 && i-j <= 12; j-- {
		t := ws[j].text
		low := strings.ToLower(strings.Trim(t, "“\"'‘("))
		comma := strings.HasSuffix(t, ",")
		bare := strings.TrimSuffix(low, ",")
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, "“\"'‘("))
		if k := bracketed(ws, j); k > 0 {
			j, from = k, k // "Cabinet (Resources) Panel"
			continue
		}
		if of, ok := strings.CutSuffix(strings.ReplaceAll(bare, "’", "'"), "'s"); ok && bodyNouns[of] {
			break // "the County Council's Cabinet"
		}
		if unusual[bare] && (noun == "council" || j == i-1 && noun == "cabinet") {
			break
		}
		if strings.HasSuffix(t, ".") || strings.HasSuffix(t, ";") || strings.HasSuffix(t, ":") || strings.HasSuffix(t, ")") || comma && !joined {
			break
		}
		if joiners[bare] {
			if bare == "of" && j > 0 && deedsOf[strings.ToLower(ws[j-1].text)] {
				break
			}
			if bare == "of" && noun == "council" && !placeOf[strings.ToLower(ws[max(j-1, 0)].text)] {
				break // "Mr Marsh of Ambershire County Council"
			}
			if j == 0 || bodyNouns[strings.ToLower(strings.Trim(ws[j-1].text, ",.;:"))] || !capital(ws[j-1].text) {
				break
			}
			if bare == "and" || bare == "&" {
				joined = true
			}
			continue
		}
		if bodyNouns[bare] && bare != "cabinet" && bare != "executive" && bare != "council" || openers[bare] || !unicode.IsUpper(first) {
			break
		}
		if bodyNouns[bare] && comma {
			break
		}
		from = j
		if strings.HasPrefix(t, "(") || strings.HasPrefix(t, "“") {
			break
		}
	}
	return from
}

// unusual tells what sort of meeting a council held, and is no part of its name.
var unusual = map[string]bool{"extraordinary": true, "extra-ordinary": true, "special": true, "ordinary": true, "budget": true}

// bracketed gives where the brackets begin that close with ws[j] inside a
// name, 0 where they are no part of one: initials, or nothing before them.
func bracketed(ws []word, j int) int {
	if !strings.HasSuffix(ws[j].text, ")") {
		return 0
	}
	for k := j; k > 0 && j-k < 4; k-- {
		if strings.HasPrefix(ws[k].text, "(") {
			inside := strings.Trim(ws[k].text, "()")
			before := strings.ToLower(ws[k-1].text)
			if inside == "" || inside == strings.ToUpper(inside) || !capital(inside) || !capital(ws[k-1].text) || openers[before] || genericNouns[before] {
				return 0
			}
			return k
		}
	}
	return 0
}

func capital(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“\"'‘("))
	return unicode.IsUpper(first)
}
