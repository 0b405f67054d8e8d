package moderngov

import (
	"regexp"
	"strings"
)

// councilForm is a council's name as councils style themselves. The words
// before "Council" begin with capitals, or are the small ones names have.
var councilForm = regexp.MustCompile(`\b((?:(?:London|Royal) Borough of |City of |Comhairle )?(?:[A-Z][\p{L}'’.-]+|and|&|of|the|upon|on|in|with|le|cum)(?: (?:[A-Z][\p{L}'’.-]+|and|&|of|the|upon|on|in|with|le|cum)){0,7} (?:Council|Corporation|Authority|Assembly))\b|\b(Cyngor (?:Sir |Dinas |Bwrdeistref(?: Sirol)? |Cymuned |Tref )?[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+){0,3})\b|\b(Corporation of (?:the )?[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+)*)\b|\b((?:London|Royal) Borough of [A-Z][\p{L}'’-]+(?: (?:[A-Z][\p{L}'’-]+|and|&|upon))*|City of [A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+)*)\b`)

// councilOf finds the council's name in the page's title ("Agenda and minutes
// - Council - … - Medway Council"), its breadcrumb, or the lines around its
// content, in that order; "" where none names one.
func councilOf(p *page) string {
	parts := titleParts.Split(p.doc.Paper.Title, -1)
	for i := len(parts) - 1; i >= 0; i-- {
		if name := wholeCouncil(parts[i]); name != "" {
			return name
		}
	}
	for _, l := range p.links {
		if name := wholeCouncil(l.Text); name != "" {
			return name
		}
	}
	for _, page := range p.doc.Paper.Pages {
		for _, r := range page.Running {
			if name := wholeCouncil(r); name != "" {
				return name
			}
			if m := ownedBy.FindStringSubmatch(r); m != nil {
				if name := wholeCouncil(strings.TrimSpace(m[1])); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// titleParts part a page's title.
var titleParts = regexp.MustCompile(`\s+[-–|:•·]\s+`)

// ownedBy is a footer's line: "© Medway Council 2021".
var ownedBy = regexp.MustCompile(`(?:©|\(c\)|[Cc]opyright)\s*(?:\d{4}\s*)?([^\d|©]+?)\s*(?:\d{4}|\||$|\. )`)

// wholeCouncil gives s if it is a council's name and nothing else but the
// words sites put before it ("Home", "Welcome to").
func wholeCouncil(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimSpace(siteWords.ReplaceAllString(s, ""))
	m := councilForm.FindStringIndex(s)
	if m == nil || m[0] != 0 || m[1] != len(s) || notCouncils[strings.ToLower(s)] {
		return ""
	}
	return s
}

var siteWords = regexp.MustCompile(`^(?:Welcome to |Home page of |Return to |Go to |Visit |The )?|(?:'s|’s)? (?:home ?page|website|logo|home)$`)

// notCouncils are bodies within councils whose names look like councils'.
var notCouncils = map[string]bool{
	"full council": true, "the council": true, "county council": true, "city council": true, "borough council": true, "district council": true,
	"extraordinary council": true, "special council": true, "annual council": true, "budget council": true, "licensing authority": true,
	"ordinary council": true, "parish council": true, "town council": true, "your council": true, "about the council": true, "council": true,
	"extraordinary full council": true, "youth council": true, "members of the council": true, "leader of the council": true, "annual meeting of the council": true, "meeting of the council": true,
}
