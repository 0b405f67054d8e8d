package lgsco

import (
	"regexp"
	"strings"
)

// councilOf is the council a finding is about: the body complained of where
// that is a council, or an authority that councils run, else "". A care
// company, an NHS body, a school's appeal panel or a transport body is no
// council of the archive's; the finding names it as its Body. Where a council
// is named with such a body, it is the council.
func councilOf(body string) string {
	if !notCouncil.MatchString(body) {
		if councilWord.MatchString(body) {
			return body
		}
		return ""
	}
	if m := councilFirst.FindStringSubmatch(body); m != nil && !notCouncil.MatchString(m[1]) {
		return m[1]
	}
	return ""
}

var (
	councilWord = regexp.MustCompile(`(?i)\b(?:council|borough|corporation|(?:combined|national park|greater london|broads|fire(?: and rescue)?) authority|city of [\pL]+|cyngor|comhairle|MBC|council of the isles of scilly)\b`)
	notCouncil  = regexp.MustCompile(`(?i)\b(?:NHS|trust|health board|health authority|integrated care (?:board|system)|ICB|clinical commissioning group|CCG|primary care|surgery|hospital|hospice|limited|ltd|plc|llp|cic|inc|company|homecare|care home|care (?:services|group|agency|solutions|uk)|nursing home|academy|academies|school|college|governors|appeals? panel|admissions? (?:appeals? )?panel|housing association|housing (?:trust|group|society)|homes|university|transport for|ombudsman|care quality commission|medical council|nursing and midwifery)\b`)
	// "Ambershire County Council and Ambershire Integrated Care Board": of a
	// joint investigation the council comes first as a rule.
	councilFirst = regexp.MustCompile(`^(.{2,80}?\b(?:Council|Corporation|Authority))(?:,| and\b| &|/)`)
)

// parties sets a finding's body, its council where the body is one, and its
// title. hint is the council that a person named for the paper, which stands
// only where the paper names nobody.
func parties(body, reference, hint string) (named, council, title string) {
	if body == "" {
		return "", hint, strings.TrimSpace(hint + " (" + reference + ")")
	}
	return body, councilOf(body), body + " (" + reference + ")"
}
