package minutes

import (
	"regexp"
	"strings"
)

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

// councilOfPage is the council that a site's page names in its title: "Minutes
// of 5 July – Cobley Parish Council".
func (p *paper) councilOfPage() string {
	if p.doc.Paper.Media != "html" {
		return ""
	}
	parts := pageTitleParts.Split(p.doc.Paper.Title, -1)
	for i := len(parts) - 1; i >= 0; i-- {
		if name := councilIn(strings.TrimSpace(parts[i])); name != "" {
			return name
		}
	}
	return ""
}

var pageTitleParts = regexp.MustCompile(`\s+[-–—|:•·»]\s+`)

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
