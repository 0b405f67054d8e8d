package report

import (
	"regexp"
	"sort"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// isCouncil says whether a line is a council's name and nothing else. "Full
// Council" is a meeting's.
func isCouncil(s string) bool {
	for _, form := range []*regexp.Regexp{councilName, capitalCouncil} {
		m := form.FindStringIndex(s)
		if m != nil && strings.TrimSpace(s[:m[0]]+s[m[1]:]) == "" && trimCouncil(s) == s {
			return true
		}
	}
	return false
}

const place = `[A-Z][\pL'’-]+(?:[ -](?:(?:and|of|upon|on|in|under|le|with|by|the|&|cum)[ -])*[A-Z][\pL'’-]+){0,4}?`

var (
	// The full style of a council: "Lancashire County Council", "Burton-cum-Walden
	// Parish Council", "London Borough of Barnet", "Council of the Isles of Scilly".
	councilName = regexp.MustCompile(`\b(?:(?:London Borough|Royal Borough|City|Borough|County) of ` + place + ` Council|` +
		place + ` Council)\b`)
	capitalCouncil = regexp.MustCompile(`\b[A-Z][A-Z'’-]+(?: [A-Z&'’-]+){0,5} COUNCIL\b`)
	boroughOf      = regexp.MustCompile(`\b(?:London|Royal) Borough of [A-Z][\pL'’-]+(?: (?:and|upon|under) [A-Z][\pL'’-]+| Hamlets| Forest)?`)
	domain         = regexp.MustCompile(`(?i)[@.]([a-z-]+)\.(?:gov|llyw)\.(?:uk|wales|cymru)`)
)

// notPlaces are words before "Council" that name no place: "Full Council",
// "the County Council", "Cabinet and Council".
var notPlaces = map[string]bool{
	"full": true, "county": true, "city": true, "borough": true, "district": true, "parish": true, "town": true, "community": true, "annual": true, "extraordinary": true,
	"unitary": true, "local": true, "this": true, "the": true, "each": true, "budget": true, "metropolitan": true, "home": true, "cabinet": true, "special": true, "ordinary": true, "our": true, "your": true,
	"leader": true, "chairman": true, "chair": true, "to": true, "that": true, "all": true, "shadow": true, "new": true, "neighbouring": true, "mayor": true, "youth": true, "privy": true, "european": true, "arts": true, "research": true, "design": true, "british": true, "health": true, "medical": true, "works": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"members": true, "membership": true, "communities": true, "government": true, "housing": true, "data": true, "summons": true, "former": true, "meeting": true, "executive": true, "both": true, "report": true, "and": true, "of": true, "by": true, "for": true, "if": true, "when": true, "where": true, "as": true, "in": true, "at": true, "a": true, "an": true, "any": true, "other": true, "another": true, "principal": true, "upper": true, "tier": true, "lower": true, "two": true, "however": true, "on": true, "whilst": true, "should": true, "since": true, "with": true, "from": true,
}

// council is whose report it is: what whoever handed it in said, else the
// council the report names most. The address it was published at and those of
// its officers decide between several, and may name it alone: Kent's short
// reports say "County Council" and give addresses at kent.gov.uk. lines are
// those of the paper before anything was masked.
func council(raw archive.Raw, lines []parse.Line) string {
	if raw.Council != "" {
		return raw.Council
	}
	c := count{score: map[string]int{}, first: map[string]int{}, styles: map[string]int{}, hosts: map[string]int{}}
	for i, l := range lines {
		worth := 1
		if i < 15 && len(l.Text) < 120 { // the front, and no prose of it
			worth = 3
		}
		c.line(l.Text, worth)
	}
	for _, m := range domain.FindAllStringSubmatch(raw.URL, -1) {
		c.hosts[m[1]] += 100
	}
	return c.name()
}

// count is what a paper says of whose it is.
type count struct {
	score, first map[string]int // councils by their full style
	styles       map[string]int // "County Council" without a place
	hosts        map[string]int // the first part of .gov.uk addresses
}

func (c *count) line(s string, worth int) {
	for _, near := range nearCouncil(s, "Council") {
		for _, m := range councilName.FindAllStringIndex(near, -1) {
			if !strings.HasPrefix(near[m[1]:], " Tax") {
				c.named(near[m[0]:m[1]], worth)
			}
		}
		for _, m := range bareStyle.FindAllString(near, -1) {
			c.styles[m]++
		}
	}
	for _, near := range nearCouncil(s, "COUNCIL") {
		for _, m := range capitalCouncil.FindAllString(near, -1) {
			c.named(capitalised(m), worth)
		}
	}
	for _, near := range nearCouncil(s, "Borough of") {
		if m := boroughOf.FindString(near); m != "" {
			c.named(m, worth)
		}
	}
	if strings.Contains(s, ".uk") || strings.Contains(s, ".wales") || strings.Contains(s, ".cymru") {
		for _, m := range domain.FindAllStringSubmatch(s, -1) {
			c.hosts[m[1]]++
		}
	}
}

var bareStyle = regexp.MustCompile(`\b(?:County|Borough|City|District|Parish|Town) Council\b`)

// nearCouncil gives what stands around each place where a word stands that a
// council's name may be at. Most of them are "the Council" and are passed
// over: prose is full of those.
func nearCouncil(s, word string) []string {
	const before, after = 90, 60
	var all []string
	done := 0
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return all
		}
		i += at
		at = i + len(word)
		if strings.HasSuffix(s[:i], "the ") || strings.HasSuffix(s[:i], "The ") {
			continue
		}
		from := max(done, i-before)
		for from > 0 && from < i && s[from-1] != ' ' {
			from++
		}
		to := min(len(s), at)
		if word == "Borough of" {
			to = min(len(s), at+after)
		} else if strings.HasPrefix(s[at:], " Tax") {
			to += len(" Tax")
		}
		all = append(all, strings.ToValidUTF8(s[from:to], ""))
		done = at
	}
}

func (c *count) named(s string, worth int) {
	name := trimCouncil(s)
	if name == "" {
		return
	}
	if _, ok := c.first[name]; !ok {
		c.first[name] = len(c.first)
	}
	c.score[name] += worth
}

func (c *count) name() string {
	for host := range c.hosts {
		if !c.knows(host) {
			delete(c.hosts, host) // a department's, a landlord's
		}
	}
	host := most(c.hosts)
	names := make([]string, 0, len(c.score))
	for name := range c.score {
		if host != "" && sameName(host, name) {
			c.score[name] += 50
		}
		if c.styles["County Council"] >= 3 && !strings.Contains(name, "County") {
			delete(c.score, name) // a neighbour: this paper's own is a county
			continue
		}
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := names[i], names[j]
		if c.score[a] != c.score[b] {
			return c.score[a] > c.score[b]
		}
		return c.first[a] < c.first[b]
	})
	const plainly = 4 // named in the front and again
	if host != "" && (len(names) == 0 || sameName(host, names[0]) || c.score[names[0]] < plainly) {
		if name := counties[strings.ReplaceAll(host, "-", "")]; name != "" {
			return name + " County Council"
		}
	}
	if len(names) == 0 || c.score[names[0]] < 2 || len(names) > 1 && c.score[names[0]] == c.score[names[1]] {
		return ""
	}
	return names[0]
}

// knows says whether an address may be a council's own: a county's, or that
// of a council the paper names.
func (c *count) knows(host string) bool {
	if counties[strings.ReplaceAll(host, "-", "")] != "" {
		return true
	}
	for name := range c.score {
		if sameName(host, name) {
			return true
		}
	}
	return false
}

// counties are the county councils of England by the first part of their
// address, which is the county's name. Their short reports often say no
// more than "the County Council".
var counties = map[string]string{
	"cambridgeshire": "Cambridgeshire", "derbyshire": "Derbyshire", "devon": "Devon", "eastsussex": "East Sussex", "essex": "Essex",
	"gloucestershire": "Gloucestershire", "hants": "Hampshire", "hertfordshire": "Hertfordshire", "kent": "Kent", "lancashire": "Lancashire",
	"leics": "Leicestershire", "lincolnshire": "Lincolnshire", "norfolk": "Norfolk", "nottscc": "Nottinghamshire", "oxfordshire": "Oxfordshire",
	"staffordshire": "Staffordshire", "suffolk": "Suffolk", "surreycc": "Surrey", "warwickshire": "Warwickshire", "westsussex": "West Sussex", "worcestershire": "Worcestershire",
}

func sameName(host, name string) bool {
	return strings.ReplaceAll(host, "-", "") == strings.ReplaceAll(archive.CouncilSlug(name), "-", "")
}

// most is the key that counts most, the first in the alphabet of several.
func most(m map[string]int) string {
	best := ""
	for k, n := range m {
		if best == "" || n > m[best] || n == m[best] && k < best {
			best = k
		}
	}
	return best
}

// trimCouncil takes off what a sentence put before a council's name, "That
// Lancashire County Council", and gives "" where no place is left.
func trimCouncil(s string) string {
	words := strings.Fields(s)
	for len(words) > 1 && notPlaces[strings.ToLower(words[0])] && !strings.HasPrefix(s, "City of") && !strings.HasPrefix(s, "County of") && !strings.HasPrefix(s, "Borough of") {
		words = words[1:]
		s = strings.Join(words, " ")
	}
	if len(words) < 2 {
		return ""
	}
	for _, w := range words {
		w = strings.ToLower(w)
		if w == "the" && !strings.Contains(s, "Isles") {
			return "" // "Leader of the County Council"
		}
		if !notPlaces[w] && w != "council" && w != "london" && w != "royal" {
			return strings.Join(words, " ")
		}
	}
	return ""
}

func capitalised(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		switch w {
		case "of", "and", "upon", "on", "in", "the", "under", "le", "with":
		default:
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}
