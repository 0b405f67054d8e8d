package report

import (
	"regexp"
	"strings"
)

// leadIn reports whether words only say who is asked, and what is asked of them
// stands below: "Cabinet is asked to:", "As Cabinet Member for Harbours I agree to:".
func leadIn(s string) bool {
	return asking.MatchString(s) && leadsBelow.MatchString(strings.TrimSpace(s)) && len(s) < 400
}

var (
	asking     = regexp.MustCompile(`(?i)\b(?:(?:is|are|being) (?:(?:therefore|also|further) )*(?:asked|recommended|requested|invited|advised)|I (?:(?:have|hereby|therefore) )*(?:agreed?|decided?|approved?|resolved?|propose)|proposes?)\b`)
	leadsBelow = regexp.MustCompile(`(?i)(?:\b(?:to|that)|:|\b(?:to|that)(?: \pL+)? the following)\s*[:–-]?$`)
)

// addresseeOf is the body that words ask something of, or "".
func addresseeOf(s, committee string) string {
	s = subjectAlone(s)
	for _, form := range addressees {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		name := strings.Trim(m[1], " ,:")
		switch k := strings.ToLower(name); {
		case k == "members", k == "committee", k == "panel", k == "board", k == "sub-committee":
			if committee != "" {
				return committee
			}
			return strings.ToUpper(name[:1]) + name[1:]
		case k == "council" && strings.HasSuffix(strings.ToLower(committee), "council"):
			return committee
		case isBody(name), post.MatchString(name):
			return name
		}
	}
	return ""
}

var addressees = []*regexp.Regexp{
	// "That Full Council:", "It is recommended that the Cabinet", "RECOMMENDED that Members"
	regexp.MustCompile(`(?i)^(?:(?:it is |it's )?(?:recommended|proposed) )?that:?\s+(?:the )?([\pL'’&, -]{4,90}?)(?::|,|\s+(?:is|are|be|notes?|agrees?|approves?|endorses?|considers?|recommends?|resolves?|adopts?|receives?|delegates?|supports?|confirms?|authorises?|accepts?)\b|$)`),
	// "Cabinet is asked to:", "The Committee is recommended to", "Members are invited to"
	regexp.MustCompile(`(?i)^(?:the )?([\pL'’&, -]{4,90}?)\s+(?:is|are)\s+(?:(?:therefore|also)\s+)?(?:asked|recommended|requested|invited|advised|being asked)\b`),
	// "This report makes the following recommendations to Council", "Recommendations to Cabinet:"
	regexp.MustCompile(`(?i)\brecommendations?(?:\(s\))?\s+to\s+(?:the )?([\pL'’&, -]{4,90}?)\s*[:.]?$`),
}

// post is a person who is asked by the name of the post.
var post = regexp.MustCompile(`^(?:Deputy )?(?:Cabinet Member|Executive Member|Portfolio Holder|Lead Member|Leader)(?: (?:for|of) [\pL'’&, -]{3,80})?$`)

// subjectAlone leaves out what a clerk puts between who is asked and "is
// asked": "County Council, having regard to the section 25 report (item 5), is
// asked to" is "County Council is asked to".
func subjectAlone(s string) string {
	at := isAskedOf.FindStringIndex(s)
	if at == nil {
		return s
	}
	who := strings.Join(strings.Fields(bracketed.ReplaceAllString(s[:at[0]], " ")), " ")
	if i := aside.FindStringIndex(who); i != nil {
		who = who[:i[0]]
	}
	return strings.Trim(who, " ,–-") + " " + s[at[0]:]
}

var (
	isAskedOf = regexp.MustCompile(`(?i)\b(?:is|are)\s+(?:(?:therefore|also)\s+)?(?:being )?(?:asked|recommended|requested|invited|advised)\b`)
	bracketed = regexp.MustCompile(`\([^()]*\)`)
	// aside is how what stands between begins, in small letters: a body's name
	// goes on with capitals ("Children, Young People and Education Committee").
	aside = regexp.MustCompile(`\s*[,–]\s*(?:having|following|taking|noting|considering|bearing|recognising|acting|being|subject|after|before|in|on|as|with|under|at|by|if|pursuant|therefore|who|which)\b`)
)
