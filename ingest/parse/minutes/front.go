package minutes

import (
	"strings"

	"moothall/archive"
)

// front is what a paper says of its meeting before the first item. What it
// does not say is empty: nothing is taken from the file's name.
type front struct {
	council, body string
	date          archive.Date
	time, venue   string
	inferred      bool // the council is not named where papers name it
	// members are the councils of a joint body: it is none of theirs alone.
	members []string
}

func (f front) title() string {
	var parts []string
	for _, s := range []string{f.council, f.body, f.date.Long()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// front reads the front matter of a meeting whose first item begins at line
// until.
func (p *paper) front(m meeting, until int) front {
	lines := p.frontLines(m, until)
	f := front{council: strings.TrimSpace(p.doc.Raw.Council)}
	printed := ""
	for _, l := range lines {
		if name := councilIn(l); name != "" {
			printed = name
			break
		}
	}
	if f.council == "" {
		f.council = printed
	}
	if f.council == "" { // a pack names it on its first page
		for i := 0; i < len(p.lines) && i < 12 && f.council == ""; i++ {
			f.council = councilIn(p.text(i))
		}
		printed = f.council
	}
	if f.council == "" {
		f.council = p.councilOfPage()
		printed = f.council
	}
	for _, guess := range []func() string{
		func() string { return welshCouncil(lines) },
		func() string { return councilOfAssembly(lines) },
		func() string { return councilOfSeat(lines) },
		p.commonCouncil,
	} {
		if f.council == "" {
			f.council = guess()
			f.inferred = f.council != ""
		}
	}
	if printed == "" {
		printed = f.council
	}
	f.body = bodyIn(lines, printed)
	if all := membersOf(lines); p.doc.Raw.Council == "" && len(all) > 1 && joint.MatchString(f.body) {
		f.council, f.inferred, f.members = "", false, all
	}
	f.date = dateIn(lines)
	f.time, f.venue = timeIn(lines), venueIn(lines)
	return f
}
