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
	nameless   bool   // a noun on its own that stands for too many things: "the Group"
}

// bracket is the bracket that a mention opens with, or "".
func (m mention) bracket(s string) string {
	if m.start < len(s) && s[m.start] == '(' {
		return "("
	}
	return ""
}

// bodyNouns end a body's name.
var bodyNouns = wordSet(`committee cttee ctte sub-committee subcommittee sub-cttee cabinet panel board council executive commission forum
	authority assembly tribunal court group sub-group subgroup party partnership body trustees team`)

// innerNouns may stand inside a name that ends in another, "Cabinet Committee",
// and joinedNouns only straight before it: "Growth Partnership Board".
var (
	innerNouns  = wordSet(`cabinet executive council partnership group party authority forum assembly commission`)
	joinedNouns = wordSet(`partnership group party authority forum assembly commission`)
)

// smallNouns end a name in capitals though they are written small themselves.
var smallNouns = wordSet(`committee sub-committee forum panel board partnership`)

// teams are the sorts of team that meet as bodies do.
var teams = wordSet(`management leadership executive`)

// genericNouns name a body only together with other words.
var genericNouns = wordSet(`committee cttee ctte sub-committee subcommittee sub-cttee panel board commission forum
	authority assembly tribunal court group sub-group subgroup party partnership body trustees team`)

// shortNouns are cut short, and a full stop may be part of them.
var shortNouns = wordSet(`cttee ctte sub-cttee`)

// nameless nouns stand for too many things to be a body on their own, but for
// the one whose paper it is.
var nameless = wordSet(`party group court authority body`)

// deedsOf stand before "of" and a body, and are no part of its name.
var deedsOf = wordSet(`decision decisions resolution resolutions recommendation recommendations approval views motion members reports
	comments response advice support work proposals proposal request requests letter offices behalf work`)

// joiners stand inside a body's name.
var joiners = wordSet(`and & of for on`)

// openers stand in capitals at the start of a sentence, or before a name, and
// are no part of it.
var openers = wordSet(`the at in on by to from following this that a an mr mrs ms miss dr sir councillor cllr after before since when as both and
	for of resolved minutes mins meeting members report next last previous annual
	january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday
	chairman chair leader agenda item its their our draft date paper whilst while although if no each all some another other clerk assistant
	deputy officer officers`)

// placeOf stand before "of" in a council's name: "City of York Council".
var placeOf = wordSet(`city borough county town district isle isles royal corporation parish`)

// notBody follows a body's noun where it names something else.
var notBody = wordSet(`tax chamber chambers house houses housing offices office member members plan room homes tenants tenant director lead
	leader leaders officer officers employees staff taxpayers owned`)

// wordSet is the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// holder stands before a body's name where a person is meant.
var holder = regexp.MustCompile(`(?i)\b(?:leader|chair(?:man|person|woman)?|clerk|mayor|director|head|secretary|solicitor)(?: (?:of|to) (?:the )?| ?[-–,] ?)$`)

// A word of a sentence: its place, how it is printed, and the same in small
// letters without the stops and brackets around it.
type word struct {
	start, end int
	text, low  string
}

func split(s string) []word {
	var out []word
	start := -1
	for i, r := range s + " " {
		if unicode.IsSpace(r) {
			if start >= 0 {
				out = append(out, word{start, i, s[start:i], strings.ToLower(strings.Trim(s[start:i], around))})
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	return out
}

// around is what may stand around a word and is no part of it.
const around = ".,;:()[]“”\"'‘’"

// mentions finds the bodies a sentence of the words ws names, in order.
func mentions(s string, ws []word) []mention {
	var out []mention
	for i, w := range ws {
		bare := strings.Trim(w.text, around)
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "’s"), "'s")
		noun := strings.ToLower(bare)
		first, _ := utf8.DecodeRuneInString(bare)
		if !bodyNouns[noun] && !scrutiny(ws, i) || !unicode.IsUpper(first) && !smallNoun(ws, i) {
			continue
		}
		if noun == "team" && (i == 0 || !teams[ws[i-1].low]) {
			continue // of other sorts, who go about
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
		if noun == "council" && from == i && i > 0 && ws[i-1].text == "full" {
			from--
		}
		end := w.start + strings.Index(w.text, bare) + len(bare)
		if shortNouns[noun] && strings.HasPrefix(s[end:], ".") {
			end++
		}
		name := strings.Trim(s[ws[from].start:end], "(“\"'‘[")
		for n := len(out); n > 0 && out[n-1].start >= ws[from].start; n-- {
			out = out[:n-1] // "Health Cabinet" was the opening of "Health Cabinet Committee"
		}
		if holder.MatchString(s[:ws[from].start]) {
			continue // "the Leader of the Council" is a person
		}
		switch {
		case from < i:
			out = append(out, mention{start: ws[from].start, end: end, name: name, full: true})
		case genericNouns[noun]:
			out = append(out, mention{start: ws[from].start, end: end, name: name, nameless: nameless[noun]})
		default: // Cabinet, Council, Executive
			out = append(out, mention{start: ws[from].start, end: end, name: name, full: true})
		}
	}
	return out
}

// scrutiny reports whether ws[i] ends a name that goes without its noun,
// "Overview & Scrutiny", as it is spoken of.
func scrutiny(ws []word, i int) bool {
	return ws[i].low == "scrutiny" && i > 1 && (ws[i-1].low == "and" || ws[i-1].low == "&") && ws[i-2].low == "overview" &&
		(i+1 == len(ws) || strings.ContainsAny(ws[i].text, around) || !capital(ws[i+1].text))
}

// smallNoun reports whether ws[i] is a noun in small letters that ends a name
// in capitals: "the Village Hall committee", "Police & Parish forum".
func smallNoun(ws []word, i int) bool {
	return i > 0 && smallNouns[ws[i].low] && ws[i].low[0] == ws[i].text[0] && capital(ws[i-1].text) && !openers[ws[i-1].low] && !bodyNouns[ws[i-1].low] &&
		!strings.ContainsAny(ws[i-1].text, ".,;:)")
}

// nameStart walks back from the noun ws[i] over the words of its name. A
// comma belongs to a name only where an "and" follows it: "Roads, Parks
// and Harbours Cabinet Committee".
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
			if bare == "of" && j > 0 && deedsOf[ws[j-1].low] {
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
		if bodyNouns[bare] && !(innerNouns[bare] && (j == i-1 || !joinedNouns[bare])) || openers[bare] && !strings.HasSuffix(t, "'") && !strings.HasSuffix(t, "’") || !unicode.IsUpper(first) || strings.ContainsAny(t, "0123456789/") {
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
