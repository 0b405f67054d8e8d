package word

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A style is what a DOCX says of one paragraph style.
type style struct {
	name    string
	based   string
	outline int // from 1; 0 where the style says nothing; -1 where it says body text
	numID   string
	ilvl    int
	bold    bool
	size    float64
}

type styles struct {
	byID  map[string]style
	whole map[string]style // what full has worked out
	def   string
}

func readStyles(b []byte) styles {
	st := styles{byID: map[string]style{}, whole: map[string]style{}}
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local != "style" {
			return s.children(walk, nil)
		}
		id := attr(e, "styleId")
		if attr(e, "type") == "paragraph" && on(attr(e, "default")) && attr(e, "default") != "" {
			st.def = id
		}
		var x style
		var inside func(e xml.StartElement) error
		inside = func(e xml.StartElement) error {
			switch e.Name.Local {
			case "name":
				x.name = attr(e, "val")
			case "basedOn":
				x.based = attr(e, "val")
			case "outlineLvl":
				x.outline = outlineLevel(attr(e, "val"))
			case "numId":
				x.numID = attr(e, "val")
			case "ilvl":
				x.ilvl = number(attr(e, "val"))
			case "b":
				x.bold = on(attr(e, "val"))
			case "sz":
				x.size = float64(number(attr(e, "val"))) / 2
			}
			return s.children(inside, nil)
		}
		err := s.children(inside, nil)
		st.byID[id] = x
		return err
	}
	s.root(walk) // damage: the styles before it stand
	return st
}

// full is a style with all it takes from those it is based on.
func (st styles) full(id string) style {
	if x, ok := st.whole[id]; ok {
		return x
	}
	x := st.byID[id]
	own := x
	for range 20 {
		if own.based == "" {
			break
		}
		own = st.byID[own.based]
		if x.outline == 0 {
			x.outline = own.outline
		}
		if x.numID == "" {
			x.numID, x.ilvl = own.numID, own.ilvl
		}
		x.bold = x.bold || own.bold
		if x.size == 0 {
			x.size = own.size
		}
	}
	if st.whole != nil {
		st.whole[id] = x
	}
	return x
}

// heading is the level of heading a style gives, 0 for body text. Word's own
// headings are known by name where the outline is not stated.
func (x style) heading() int {
	if x.outline > 0 && x.outline <= 9 {
		return x.outline
	}
	name := strings.ToLower(x.name)
	if n, ok := strings.CutPrefix(name, "heading "); ok && len(n) == 1 && n[0] >= '1' && n[0] <= '9' && x.outline >= 0 {
		return int(n[0] - '0')
	}
	if name == "title" {
		return 1
	}
	return 0
}

// outlineLevel reads an outline level as written: "0" is the first, "9" is
// body text.
func outlineLevel(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 8 {
		return -1
	}
	return n + 1
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// on is the value of a property that is on unless it says otherwise.
func on(val string) bool { return val != "0" && val != "false" && val != "off" && val != "none" }
