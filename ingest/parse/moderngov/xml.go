package moderngov

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// ParseXML reads the web service's answer to GetMeeting: an item to each
// agenda item. Blocks are those of the XML reader, whose classes are the
// elements' paths.
func ParseXML(d parse.Document) parse.Reading {
	p := newPage(d)
	return p.reading(p.service())
}

// A node is one element of the answer with the lines beneath it, by the name
// of the element that holds them.
type node struct {
	lines  []int
	values map[string]string // the first value of each element
	under  map[string][]int  // the lines of each element that has words
}

// service reads a meeting and its agenda items.
func (p *page) service() (front, []entry) {
	meeting := p.node("", "meeting", "agendaitem", "attendee")
	f := front{
		council: p.council(), committee: meeting.values["committeetitle"], venue: meeting.values["meetinglocation"],
		date: dateOf(ukdate.Parse(meeting.values["meetingdate"])),
	}
	f.time, _ = ukdate.Clock(meeting.values["meetingtime"])
	if f.time == "" {
		f.time, _ = ukdate.Clock(strings.ReplaceAll(meeting.values["meetingtime"], ".", ":"))
	}
	if f.committee == "" {
		f.committee = p.sharedValue("refertocommittee")
	}
	if f.committee == "" {
		f.committee = p.sharedValue("committeetitle")
	}
	f.title = strings.Trim(f.committee+" - "+f.date.Long(), " -")
	var entries []entry
	for _, step := range p.steps("agendaitem", p.every()) {
		n := p.node(step, "", "")
		if e, ok := p.serviceEntry(f, n, step); ok {
			entries = append(entries, e)
		}
	}
	return f, entries
}

// serviceEntry reads one agenda item. An item that the service lists but does
// not allow to be shown is kept as a restricted item: its title is published,
// and nothing else of it is taken.
func (p *page) serviceEntry(f front, n node, step string) (entry, bool) {
	v := n.values
	e := entry{lines: n.lines, title: v["agendaitemtitle"], number: serviceNumber(v)}
	e.agendaNumber = onAgenda(v, e.number)
	if id := v["agendaitemid"]; id != "" {
		e.id = "ai" + id
	}
	if d, ok := ukdate.Parse(firstOf(v["actualmeetingdate"], v["meetingdate"])); ok && f.date == "" {
		e.date = d
	}
	if e.title == "" && e.number == "" {
		return e, false
	}
	for _, i := range n.lines {
		if said[p.leaf(i)] == 0 {
			e.aside = append(e.aside, i)
		}
	}
	slices.SortStableFunc(e.lines, func(a, b int) int { return said[p.leaf(a)] - said[p.leaf(b)] })
	e.exempt = isTrue(v["isrestricted"]) || strings.EqualFold(v["isdisplayallowed"], "false")
	e.agenda = n.under["agendatext"]
	e.minutes = n.under["minutesnonemptyhtmlbody"]
	e.decision = n.under["decisionnonemptyhtmlbody"]
	for _, doc := range p.steps("linkeddoc", slices.Sorted(slices.Values(n.lines))) {
		if !strings.HasPrefix(doc, step+"/") {
			continue
		}
		d := p.node(doc, "", "").values
		a := archive.Attachment{Title: d["title"], URL: secure(d["url"], p.pageURL()), Media: mediaOfURL(d["url"]), Restricted: isTrue(d["isrestricted"])}
		if a.Title != "" {
			e.documents = append(e.documents, a)
		}
	}
	return e, true
}

// said are the elements whose words the item says, in the order in which a
// page has them. The others' are the system's: the names of files, which are
// among the item's documents, their owners, the labels of empty comments.
var said = map[string]int{
	"fulldisplaynumberformat": 1, "agendaitemtitle": 2, "agendatext": 3, "commenttext1": 4, "commenttext2": 5,
	"decisionnonemptyhtmlbody": 6, "minutesnonemptyhtmlbody": 7,
}

// serviceNumber is an item's number as it is displayed; the agenda's number
// differs from it once there are minutes.
func serviceNumber(v map[string]string) string {
	if n := strings.TrimRight(v["fulldisplaynumberformat"], ".: "); n != "" && n != "0" {
		return n
	}
	if n := v["minutesitemnumber"]; n != "" && n != "0" {
		if sub := v["minutesitemsubnumber"]; sub != "" && sub != "0" {
			return n + "." + sub
		}
		return n
	}
	if n := v["agendaitemnumber"]; n != "0" {
		return n
	}
	return ""
}

// onAgenda is an item's number on the agenda. The page shows one number, the
// agenda's until there are minutes and theirs from then on. The service's own
// agendaitemnumber counts an agenda's headings too, so the number an agenda
// shows is never above it: one that is above it is the minutes', and the
// service's is the agenda's.
func onAgenda(v map[string]string, shown string) string {
	if n := leadingInt(v["agendaitemnumber"]); n > 0 && leadingInt(shown) > n {
		return v["agendaitemnumber"]
	}
	return strings.TrimRight(v["fulldisplaynumberformat"], ".: ")
}

func isTrue(s string) bool { return strings.EqualFold(s, "true") }

// secure makes the service's addresses https where the site itself is known
// to be: it prints http on every site.
func secure(address, site string) string {
	if strings.HasPrefix(site, "https://") {
		return strings.Replace(address, "http://", "https://", 1)
	}
	return address
}

// stepForm is one step of an element's path: "agendaitem[2]".
var stepForm = regexp.MustCompile(`^([a-z0-9_.-]+)\[\d+\]$`)

// path is the element path of line i, "" where the line has none.
func (p *page) path(i int) string {
	path, _, _ := strings.Cut(p.lines[i].Class, " ")
	return path
}

// leaf is the name of the element that holds line i.
func (p *page) leaf(i int) string {
	parts := strings.Split(p.path(i), "/")
	if m := stepForm.FindStringSubmatch(parts[len(parts)-1]); m != nil {
		return m[1]
	}
	return ""
}

// every is the index of each line.
func (p *page) every() []int {
	all := make([]int, len(p.lines))
	for i := range all {
		all[i] = i
	}
	return all
}

// steps are the paths of all elements called name over some of the lines, each
// once, as they first come.
func (p *page) steps(name string, lines []int) []string {
	var out []string
	seen := map[string]bool{}
	for _, i := range lines {
		parts := strings.Split(p.path(i), "/")
		for k, s := range parts {
			if m := stepForm.FindStringSubmatch(s); m == nil || m[1] != name {
				continue
			}
			if at := strings.Join(parts[:k+1], "/"); !seen[at] {
				seen[at] = true
				out = append(out, at)
			}
			break
		}
	}
	return out
}

// node gathers what stands under the element at path, or under every element
// called name where path is empty, leaving out what stands under others.
func (p *page) node(path, name string, others ...string) node {
	n := node{values: map[string]string{}, under: map[string][]int{}}
	for _, i := range p.beneath(path) {
		at := p.path(i)
		parts := strings.Split(at, "/")
		if path == "" && !holds(parts, name) {
			continue
		}
		if skip(parts, others) {
			continue
		}
		n.lines = append(n.lines, i)
		leaf := p.leaf(i)
		if _, seen := n.values[leaf]; !seen && !inner(at, path) {
			n.values[leaf] = value(p.lines[i].Block)
		}
		if p.text(i) != "" {
			n.under[leaf] = append(n.under[leaf], i)
		}
	}
	return n
}

// beneath are the lines of the element at path, in order, or all where path is
// empty. Each line is filed once under all the elements it stands in: an answer
// may have as many items as lines.
func (p *page) beneath(path string) []int {
	if path == "" {
		return p.every()
	}
	if p.elements == nil {
		p.elements = map[string][]int{}
		for i := range p.lines {
			at := p.path(i)
			for end := range len(at) {
				if at[end] == '/' && end > 0 {
					p.elements[at[:end]] = append(p.elements[at[:end]], i)
				}
			}
			p.elements[at] = append(p.elements[at], i)
		}
	}
	return p.elements[path]
}

// inner reports whether an element stands deeper than the children of path:
// a linked document's title is not its item's.
func inner(at, path string) bool {
	return path != "" && strings.Count(at, "/") > strings.Count(path, "/")+1
}

func holds(parts []string, name string) bool {
	for _, s := range parts {
		if m := stepForm.FindStringSubmatch(s); m != nil && m[1] == name {
			return true
		}
	}
	return false
}

func skip(parts, names []string) bool {
	for _, name := range names {
		if name != "" && holds(parts, name) {
			return true
		}
	}
	return false
}

// value is what an element holds: its words, or its value for machines.
func value(b extract.Block) string {
	if t := parse.Printed(b); t != "" {
		return t
	}
	return strings.Join(b.Cells, " ")
}

// sharedValue is the value of the elements called name if they all have the
// same.
func (p *page) sharedValue(name string) string {
	shared := ""
	for i := range p.lines {
		if p.leaf(i) != name {
			continue
		}
		v := value(p.lines[i].Block)
		if v == "" || shared != "" && v != shared {
			return ""
		}
		shared = v
	}
	return shared
}
