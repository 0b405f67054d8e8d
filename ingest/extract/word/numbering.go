package word

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A lists is what a DOCX says of its lists: how each level of each is
// labelled. It keeps count as the paragraphs go by.
type lists struct {
	abstract map[string]*abstractList
	nums     map[string]*list
	links    map[string]string // a list style's name to the abstract list that defines it
}

type abstractList struct {
	levels [9]level
	link   string // the list style this one only points to
	counts [9]int
	begun  [9]bool
}

type list struct {
	of        string
	overrides map[int]level
	starts    map[int]int // a start this list makes when it is first used
	used      bool
}

type level struct {
	known  bool
	start  int
	format string // "decimal", "lowerLetter", "bullet" …
	text   string // "%1.%2)"
	style  string // the paragraph style tied to it
	legal  bool   // all numbers as decimals
}

func readLists(b []byte) *lists {
	ls := &lists{abstract: map[string]*abstractList{}, nums: map[string]*list{}, links: map[string]string{}}
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNum":
			return ls.readAbstract(s, e)
		case "num":
			return ls.readNum(s, e)
		}
		return s.children(walk, nil)
	}
	s.root(walk) // damage: the lists before it stand
	return ls
}

func (ls *lists) readAbstract(s *scan, e xml.StartElement) error {
	id, a := attr(e, "abstractNumId"), &abstractList{}
	ls.abstract[id] = a
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "lvl":
			n, l, err := readLevel(s, e)
			if n >= 0 {
				a.levels[n] = l
			}
			return err
		case "numStyleLink":
			a.link = attr(e, "val")
		case "styleLink":
			ls.links[attr(e, "val")] = id
		}
		return s.skip()
	}, nil)
}

func readLevel(s *scan, e xml.StartElement) (int, level, error) {
	n, err := strconv.Atoi(attr(e, "ilvl"))
	if err != nil || n < 0 || n > 8 {
		n = -1
	}
	l := level{known: true, start: 1, format: "decimal"}
	err = s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "start":
			if v, err := strconv.Atoi(attr(e, "val")); err == nil {
				l.start = v
			}
		case "numFmt":
			l.format = attr(e, "val")
		case "lvlText":
			l.text = attr(e, "val")
		case "pStyle":
			l.style = attr(e, "val")
		case "isLgl":
			l.legal = true
		case "AlternateContent", "Choice": // a number format only new Words know
			return s.children(func(e xml.StartElement) error {
				if e.Name.Local == "numFmt" {
					l.format = attr(e, "val")
				}
				return s.children(func(xml.StartElement) error { return s.skip() }, nil)
			}, nil)
		}
		return s.skip()
	}, nil)
	return n, l, err
}

func (ls *lists) readNum(s *scan, e xml.StartElement) error {
	l := &list{overrides: map[int]level{}, starts: map[int]int{}}
	ls.nums[attr(e, "numId")] = l
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			l.of = attr(e, "val")
		case "lvlOverride":
			at, err := strconv.Atoi(attr(e, "ilvl"))
			if err != nil || at < 0 || at > 8 {
				return s.skip()
			}
			return s.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "startOverride":
					if v, err := strconv.Atoi(attr(e, "val")); err == nil {
						l.starts[at] = v
					}
				case "lvl":
					n, lv, err := readLevel(s, e)
					if n >= 0 {
						l.overrides[n] = lv
					}
					return err
				}
				return s.skip()
			}, nil)
		}
		return s.skip()
	}, nil)
}

// label counts a paragraph in and gives the label it is printed with; ok is
// false where it is in no list. A label may be "" all the same.
func (ls *lists) label(numID string, at int) (label string, ok bool) {
	l := ls.nums[numID]
	if l == nil || at < 0 || at > 8 {
		return "", false
	}
	a := ls.abstract[l.of]
	if a != nil && a.link != "" && ls.abstract[ls.links[a.link]] != nil {
		a = ls.abstract[ls.links[a.link]]
	}
	if a == nil {
		return "", false
	}
	get := func(n int) level {
		if o, ok := l.overrides[n]; ok {
			return o
		}
		return a.levels[n]
	}
	if !l.used {
		l.used = true
		for n, start := range l.starts {
			a.counts[n], a.begun[n] = start-1, true
		}
	}
	if !a.begun[at] {
		a.begun[at], a.counts[at] = true, max(get(at).start, 0)-1
	}
	a.counts[at]++
	for n := at + 1; n < 9; n++ {
		a.begun[n] = false
	}
	for n := range at { // "1.1" before any "1": the outer level counts as begun
		if !a.begun[n] {
			a.begun[n], a.counts[n] = true, max(get(n).start, 0)
		}
	}
	lv := get(at)
	if !lv.known || lv.format == "none" && !strings.Contains(lv.text, "%") && lv.text == "" {
		return "", lv.known
	}
	if lv.format == "bullet" {
		return bulletOf(lv.text), true
	}
	out := lv.text
	for n := range 9 {
		if !strings.Contains(out, "%"+strconv.Itoa(n+1)) {
			continue
		}
		format := get(n).format
		if lv.legal {
			format = "decimal"
		}
		out = strings.ReplaceAll(out, "%"+strconv.Itoa(n+1), count(a.counts[n], format))
	}
	return strings.TrimSpace(out), true
}

// levelOf is the level tied to a paragraph style, where a list ties one.
func (ls *lists) levelOf(numID, style string) (int, bool) {
	l := ls.nums[numID]
	if l == nil || ls.abstract[l.of] == nil {
		return 0, false
	}
	for n, lv := range ls.abstract[l.of].levels {
		if lv.style == style && style != "" {
			return n, true
		}
	}
	return 0, false
}

func bulletOf(s string) string {
	s = strings.Map(symbol, strings.TrimSpace(s))
	if s == "" {
		return "•"
	}
	return s
}

// count writes a number as a list's format has it.
func count(n int, format string) string {
	switch format {
	case "lowerLetter":
		return letters(n)
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerRoman":
		return romans(n)
	case "upperRoman":
		return strings.ToUpper(romans(n))
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "ordinal":
		return ordinal(n)
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// letters counts a to z, aa to zz, as Word does.
func letters(n int) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func romans(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.n; n -= r.n {
			b.WriteString(r.s)
		}
	}
	return b.String()
}

func ordinal(n int) string {
	s := "th"
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		s = "st"
	case n%10 == 2:
		s = "nd"
	case n%10 == 3:
		s = "rd"
	}
	return strconv.Itoa(n) + s
}
