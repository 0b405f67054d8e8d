package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A block is one line of a body: a paragraph, a list entry, a clerk's heading
// or a table row.
type block struct {
	kind   string // "p", "li", "sub", "n" (marked entry), "h", "h2", "row", "head"
	marker string
	text   string
	cells  []string
}

var marked = regexp.MustCompile(`^(\([a-z0-9]{1,4}\)|[a-z]\)|[ivx]+\)|\d{1,2}\)|\d{1,2}\.\d{0,2})\s+`)

// readBlock reads one line of a body: "= heading", "== lower heading",
// "* bullet", "+ bullet below a bullet", "|cell|cell", "|!head|head",
// "a) marked entry", anything else a paragraph.
func readBlock(line string) block {
	switch {
	case strings.HasPrefix(line, "== "):
		return block{kind: "h2", text: line[3:]}
	case strings.HasPrefix(line, "= "):
		return block{kind: "h", text: line[2:]}
	case strings.HasPrefix(line, "* "):
		return block{kind: "li", text: line[2:]}
	case strings.HasPrefix(line, "+ "):
		return block{kind: "sub", text: line[2:]}
	case strings.HasPrefix(line, "|!"):
		return block{kind: "head", cells: cells(line[2:])}
	case strings.HasPrefix(line, "|"):
		return block{kind: "row", cells: cells(line[1:])}
	}
	if m := marked.FindString(line); m != "" {
		return block{kind: "n", marker: strings.TrimSpace(m), text: line[len(m):]}
	}
	return block{kind: "p", text: line}
}

func cells(s string) []string {
	var out []string
	for _, c := range strings.Split(strings.TrimSuffix(s, "|"), "|") {
		out = append(out, strings.TrimSpace(c))
	}
	return out
}

// A fields is the head of a source: "name value" lines, a name may repeat.
type fields map[string][]string

func (f fields) get(name string) string { return strings.Join(f[name], " ") }

func (f fields) add(line string) {
	name, value, _ := strings.Cut(line, " ")
	f[name] = append(f[name], strings.TrimSpace(value))
}

// A doc is a document linked from an item.
type doc struct{ key, title, size string }

// An item is one agenda item as told in a meeting's source.
type item struct {
	number, agenda, title string
	f                     fields // the "@" lines
	id                    string
	about                 []block
	lead                  *doc
	docs                  []doc
	decision, minutes     []block
	meeting               *meeting
}

// A meeting is one source file of kind "meeting".
type meeting struct {
	f       fields
	c       *council
	body    *committee
	date    time.Time
	clock   string
	mid     int
	items   []*item
	opening []block // said before the first item
}

// A paper is one source of any other kind: its head and its body.
type paper struct {
	f    fields
	c    *council
	body *committee
	date time.Time
	text []block
}

type world struct {
	meetings  []*meeting
	findings  []*paper
	reports   []*paper
	decisions []*paper
	issues    []*paper
	letters   []*paper
}

// load reads every source below dir. A file holds one or more sources, each
// begun by a line "--- kind".
func load(dir string) (*world, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	w := &world{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for _, part := range strings.Split("\n"+string(raw), "\n--- ")[1:] {
			kind, rest, _ := strings.Cut(part, "\n")
			if err := w.add(strings.TrimSpace(kind), rest); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", name, kind, err)
			}
		}
	}
	return w, nil
}

func (w *world) add(kind, text string) error {
	head, body, _ := strings.Cut(text, "\n\n")
	f := fields{}
	for _, line := range strings.Split(head, "\n") {
		if strings.TrimSpace(line) != "" {
			f.add(line)
		}
	}
	if kind == "meeting" {
		m, err := readMeeting(f, body)
		if err != nil {
			return err
		}
		w.meetings = append(w.meetings, m)
		return nil
	}
	p := &paper{f: f}
	if c := f.get("council"); c != "" {
		if p.c = councils[c]; p.c == nil {
			return fmt.Errorf("no council %q", c)
		}
		if b := f.get("body"); b != "" {
			if p.body = p.c.bodies[b]; p.body == nil {
				return fmt.Errorf("no body %q", b)
			}
		}
	}
	if d := f.get("date"); d != "" {
		t, err := time.Parse(time.DateOnly, d)
		if err != nil {
			return err
		}
		p.date = t
	}
	p.text = blocks(body)
	switch kind {
	case "finding":
		w.findings = append(w.findings, p)
	case "report":
		w.reports = append(w.reports, p)
	case "decision":
		w.decisions = append(w.decisions, p)
	case "issue":
		w.issues = append(w.issues, p)
	case "letter":
		w.letters = append(w.letters, p)
	default:
		return fmt.Errorf("no such kind of source")
	}
	return nil
}

func blocks(text string) []block {
	var out []block
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, readBlock(strings.TrimSpace(line)))
		}
	}
	return out
}

func readMeeting(f fields, text string) (*meeting, error) {
	m := &meeting{f: f, clock: f.get("time")}
	if m.c = councils[f.get("council")]; m.c == nil {
		return nil, fmt.Errorf("no council %q", f.get("council"))
	}
	if m.body = m.c.bodies[f.get("body")]; m.body == nil {
		return nil, fmt.Errorf("no body %q", f.get("body"))
	}
	var err error
	if m.date, err = time.Parse(time.DateOnly, f.get("date")); err != nil {
		return nil, err
	}
	if _, err = fmt.Sscan(f.get("mid"), &m.mid); err != nil {
		return nil, fmt.Errorf("mid: %w", err)
	}
	var it *item
	var into *[]block
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			p := strings.SplitN(line[2:], "|", 3)
			if len(p) != 3 {
				return nil, fmt.Errorf("item %q wants NUMBER | AGENDA | TITLE", line)
			}
			it = &item{number: strings.TrimSpace(p[0]), agenda: strings.TrimSpace(p[1]), title: strings.TrimSpace(p[2]), f: fields{}, meeting: m}
			it.id = fmt.Sprint(m.mid*10 + 20001 + len(m.items)*3)
			m.items = append(m.items, it)
			into = &it.minutes
		case it == nil:
			m.opening = append(m.opening, readBlock(line))
		case strings.HasPrefix(line, "@ "):
			it.f.add(line[2:])
		case strings.HasPrefix(line, "> "):
			it.about = append(it.about, readBlock(line[2:]))
		case strings.HasPrefix(line, "lead: "), strings.HasPrefix(line, "doc: "):
			kind, rest, _ := strings.Cut(line, ": ")
			p := append(strings.SplitN(rest, "|", 2), "")
			d := doc{key: fmt.Sprintf("s%d", m.mid*12+300+len(m.items)*5+len(it.docs)), title: strings.TrimSpace(p[0]), size: strings.TrimSpace(p[1])}
			if kind == "lead" {
				it.lead = &d
				it.lead.key = fmt.Sprintf("s%d", m.mid*12+299+len(m.items)*5-5)
			} else {
				it.docs = append(it.docs, d)
			}
		case line == "Decision::":
			into = &it.decision
		case line == "Minutes::":
			into = &it.minutes
		default:
			*into = append(*into, readBlock(line))
		}
	}
	return m, nil
}
