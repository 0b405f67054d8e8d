package word

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// EngineODT names the reader of OpenDocument text and its version.
const EngineODT = "odt/3"

// An odt is one file being read.
type odt struct {
	page
	styles  map[string]odtStyle
	lists   map[string]*[10]odtLevel // by style; "" is the numbering of headings
	within  []odtList                // the lists we are in, outermost first
	ended   map[string]odtList       // lists that are over, by their id and by their style
	counted odtList                  // the headings' own
	margin  int
}

type odtStyle struct {
	name, parent, list string
	outline            int
	bold               bool
	size               float64
}

// An odtLevel is how one level of a list is labelled; levels count from 1.
type odtLevel struct {
	format, prefix, suffix, bullet string
	start, shown                   int
}

// An odtList is a list being counted through.
type odtList struct {
	id, style string
	counts    [10]int
	labelled  bool // the item's first paragraph has taken its label
	header    bool // an item without one
}

func readODT(raw []byte) (extract.Paper, error) {
	fail := func(err error) (extract.Paper, error) { return extract.Paper{}, fmt.Errorf("odt: %w", err) }
	p, err := openPack(raw)
	if err != nil {
		return fail(err)
	}
	body, err := p.part("content.xml")
	if err != nil {
		if errors.Is(err, errNoPart) {
			err = errors.New("it has no text part; open it in a word processor and save it anew")
		}
		return fail(err)
	}
	x := &odt{styles: map[string]odtStyle{}, lists: map[string]*[10]odtLevel{}, ended: map[string]odtList{}}
	if b, err := p.part("styles.xml"); err == nil {
		if err := x.read(b); err != nil {
			return fail(err)
		}
	}
	if err := x.read(body); err != nil {
		return fail(err)
	}
	if b, err := p.part("meta.xml"); err == nil {
		x.readTitle(b)
	}
	if x.margin > 0 {
		x.doubts = append(x.doubts, fmt.Sprintf("%d comments in the margin were left out", x.margin))
	}
	return x.paper("odt", EngineODT), nil
}

// read reads a part: its styles, its running lines and its text.
func (x *odt) read(b []byte) error {
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "style":
			return x.style(s, e)
		case "list-style", "outline-style":
			return x.listStyle(s, e)
		case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
			if e.Name.Space == nsStyle {
				return x.running(s)
			}
		case "text":
			if e.Name.Space == nsOffice {
				return s.children(func(e xml.StartElement) error { return x.block(s, e, x.add) }, nil)
			}
		}
		return s.children(walk, nil)
	}
	cut, err := s.root(walk)
	if cut {
		x.doubts = append(x.doubts, "the file is damaged; what stands after the damage was not read")
	}
	return err
}

const (
	nsStyle  = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
	nsOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
)

func (x *odt) style(s *scan, e xml.StartElement) error {
	st := odtStyle{name: attr(e, "display-name"), parent: attr(e, "parent-style-name"), list: attr(e, "list-style-name"), outline: number(attr(e, "default-outline-level"))}
	id := attr(e, "name")
	if st.name == "" {
		st.name = id
	}
	err := s.children(func(e xml.StartElement) error {
		if e.Name.Local == "text-properties" {
			st.bold = attr(e, "font-weight") == "bold" || attr(e, "font-weight") == "700"
			if pt, ok := strings.CutSuffix(attr(e, "font-size"), "pt"); ok {
				if v, err := strconv.ParseFloat(pt, 64); err == nil {
					st.size = v
				}
			}
		}
		return s.skip()
	}, nil)
	x.styles[id] = st
	return err
}

// full is a style with what it takes from its parents.
func (x *odt) full(id string) odtStyle {
	st := x.styles[id]
	up := st
	for range 20 {
		if up.parent == "" {
			break
		}
		up = x.styles[up.parent]
		if st.list == "" {
			st.list = up.list
		}
		if st.outline == 0 {
			st.outline = up.outline
		}
		st.bold = st.bold || up.bold
		if st.size == 0 {
			st.size = up.size
		}
		if st.name == "" || strings.HasPrefix(st.name, "P") && len(st.name) < 5 {
			st.name = up.name // an automatic style has no name of its own
		}
	}
	return st
}

func (x *odt) listStyle(s *scan, e xml.StartElement) error {
	name := attr(e, "name")
	if e.Name.Local == "outline-style" {
		name = ""
	}
	levels := &[10]odtLevel{}
	x.lists[name] = levels
	return s.children(func(e xml.StartElement) error {
		n := number(attr(e, "level"))
		if n < 1 || n > 9 {
			return s.skip()
		}
		l := odtLevel{format: attr(e, "num-format"), prefix: attr(e, "num-prefix"), suffix: attr(e, "num-suffix"), start: 1, shown: 1}
		if v := number(attr(e, "start-value")); v > 0 {
			l.start = v
		}
		if v := number(attr(e, "display-levels")); v > 0 {
			l.shown = v
		}
		if e.Name.Local == "list-level-style-bullet" {
			l.bullet = bulletOf(attr(e, "bullet-char"))
		}
		levels[n] = l
		return s.skip()
	}, nil)
}

func (x *odt) running(s *scan) error {
	return s.children(func(e xml.StartElement) error {
		return x.block(s, e, func(b extract.Block) error { x.run(b.Text); return nil })
	}, nil)
}

// block reads an element that holds paragraphs or is one.
func (x *odt) block(s *scan, e xml.StartElement, add func(extract.Block) error) error {
	inside := func(e xml.StartElement) error { return x.block(s, e, add) }
	switch e.Name.Local {
	case "p", "h":
		return x.paragraph(s, e, add)
	case "list":
		return x.list(s, e, add)
	case "list-item", "list-header":
		return x.item(s, e, add)
	case "table":
		return x.table(s, add)
	case "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "annotation", "title", "desc", "image", "table-of-content-source":
		return s.skip()
	}
	return s.children(inside, nil)
}

func (x *odt) list(s *scan, e xml.StartElement, add func(extract.Block) error) error {
	l := odtList{id: attr(e, "id"), style: attr(e, "style-name")}
	outer := len(x.within) > 0
	if outer {
		up := x.within[len(x.within)-1]
		if l.style == "" {
			l.style = up.style
		}
		l.counts = up.counts
		for n := len(x.within) + 1; n < 10; n++ {
			l.counts[n] = 0
		}
	}
	if before, ok := x.ended[attr(e, "continue-list")]; ok && !outer {
		l.counts = before.counts
	} else if before, ok := x.ended["style "+l.style]; ok && !outer && attr(e, "continue-numbering") == "true" {
		l.counts = before.counts
	}
	if len(x.within) >= 9 {
		return s.children(func(e xml.StartElement) error { return x.block(s, e, add) }, nil)
	}
	x.within = append(x.within, l)
	err := s.children(func(e xml.StartElement) error { return x.block(s, e, add) }, nil)
	l = x.within[len(x.within)-1]
	x.within = x.within[:len(x.within)-1]
	if !outer {
		if l.id != "" {
			x.ended[l.id] = l
		}
		x.ended["style "+l.style] = l
	}
	return err
}

func (x *odt) item(s *scan, e xml.StartElement, add func(extract.Block) error) error {
	if n := len(x.within); n > 0 {
		l := &x.within[n-1]
		l.labelled, l.header = false, e.Name.Local == "list-header"
		if v := number(attr(e, "start-value")); v > 0 {
			l.counts[n] = v - 1
		}
	}
	return s.children(func(e xml.StartElement) error { return x.block(s, e, add) }, nil)
}

// label counts the paragraph in and gives the label it is printed with.
func (x *odt) label(st odtStyle) (string, bool) {
	n := len(x.within)
	if n == 0 {
		return "", false
	}
	l := &x.within[n-1]
	if l.labelled || l.header {
		return "", false
	}
	l.labelled = true
	style := l.style
	if style == "" {
		style = st.list
	}
	return labelAt(x.lists[style], &l.counts, n), true
}

// labelAt counts one more at a level and gives its label.
func labelAt(levels *[10]odtLevel, counts *[10]int, n int) string {
	if levels == nil || n > 9 {
		return ""
	}
	lv := levels[n]
	if lv.bullet != "" {
		return lv.bullet
	}
	if counts[n] == 0 {
		counts[n] = max(lv.start, 1) - 1
	}
	counts[n]++
	for i := n + 1; i < 10; i++ {
		counts[i] = 0
	}
	if lv.format == "" {
		return strings.TrimSpace(lv.prefix + lv.suffix)
	}
	var numbers []string
	for i := max(1, n-lv.shown+1); i <= n; i++ {
		c := counts[i]
		if c == 0 {
			c = max(levels[i].start, 1)
		}
		if f := levels[i].format; f != "" {
			numbers = append(numbers, count(c, odtFormats[f]))
		}
	}
	return strings.TrimSpace(lv.prefix + strings.Join(numbers, ".") + lv.suffix)
}

// odtFormats are OpenDocument's names of the ways to count.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// An odtPara is a paragraph being read.
type odtPara struct {
	typed
	links []extract.Link
	inner []extract.Block
	notes []extract.Block
}

func (x *odt) paragraph(s *scan, e xml.StartElement, add func(extract.Block) error) error {
	p, st := &odtPara{}, x.full(attr(e, "style-name"))
	err := x.inline(s, p, st.bold)
	raw, rest := p.words.String(), []string(nil)
	level := style{name: st.name, outline: st.outline}.heading() // converters from other formats mark headings by style alone
	if e.Name.Local == "h" {
		level = max(1, number(attr(e, "outline-level")))
	}
	if level == 0 {
		rest = parts(raw)
		raw, rest = rest[0], rest[1:]
	}
	b := extract.Block{Text: text.Tidy(raw), Class: st.name, Links: p.links, Size: st.size, Bold: p.allBold()}
	if level > 0 && b.Text != "" {
		b.Kind, b.Level = extract.Heading, level
	}
	if b.Text != "" {
		label, ok := x.label(st)
		if !ok && e.Name.Local == "h" && attr(e, "is-list-header") != "true" {
			label = labelAt(x.lists[""], &x.counted.counts, min(b.Level, 9))
		}
		b.Marker = label
		if b.Kind == extract.Paragraph && label != "" {
			b.Kind, b.Level = extract.Entry, len(x.within)
		}
		typedMarker(&b, raw)
	}
	like := leads(&b, raw, p.lead)
	for _, blocks := range [][]extract.Block{{b}, more(like, rest), p.inner} {
		for _, b := range blocks {
			if err := add(b); err != nil {
				return err
			}
		}
	}
	x.notes = append(x.notes, p.notes...)
	return err
}

// inline reads what stands in a paragraph.
func (x *odt) inline(s *scan, p *odtPara, bold bool) error {
	put := func(words string) {
		p.words.WriteString(words)
		n := len(strings.TrimSpace(words))
		p.letters += n
		if bold {
			p.bold += n
		}
		p.opens()
	}
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "s":
			put(" ")
		case "tab":
			put("\t")
		case "line-break":
			put(lineBreak)
		case "note":
			return x.note(s, p)
		case "annotation":
			x.margin++
		case "a":
			at := p.words.Len()
			err := x.inline(s, p, bold)
			p.links = append(p.links, extract.Link{Text: text.Tidy(p.words.String()[at:]), Href: attr(e, "href")})
			return err
		case "span":
			st := x.full(attr(e, "style-name"))
			return x.inline(s, p, bold || st.bold)
		case "text-box":
			return s.children(func(e xml.StartElement) error {
				return x.block(s, e, func(b extract.Block) error { p.inner = append(p.inner, b); return nil })
			}, nil)
		case "title", "desc", "image", "object", "tracked-changes", "ruby-text", "annotation-end", "hidden-text":
		default:
			return x.inline(s, p, bold)
		}
		return s.skip()
	}, func(t string) error { put(t); return nil })
}

func (x *odt) note(s *scan, p *odtPara) error {
	mark := ""
	first := len(p.notes)
	err := s.children(func(e xml.StartElement) error {
		if e.Name.Local == "note-citation" {
			return s.children(func(xml.StartElement) error { return s.skip() }, func(t string) error { mark += t; return nil })
		}
		within := x.within
		x.within = nil // a note in a list entry is in no list
		defer func() { x.within = within }()
		return s.children(func(e xml.StartElement) error {
			return x.block(s, e, func(b extract.Block) error {
				b.Kind, b.Level, b.Class = extract.Paragraph, 0, "footnote"
				if hasWords(b.Text) {
					p.notes = append(p.notes, b)
				}
				return nil
			})
		}, nil)
	}, nil)
	if len(p.notes) > first {
		p.notes[first].Marker = strings.TrimSpace(mark)
	}
	return err
}

func (x *odt) table(s *scan, add func(extract.Block) error) error {
	header := false
	within := x.within
	x.within = nil
	defer func() { x.within = within }()
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-header-rows":
			header = true
			err := s.children(walk, nil)
			header = false
			return err
		case "table-row":
			r := row{header: header}
			err := s.children(func(e xml.StartElement) error {
				var cell []extract.Block
				err := s.children(func(e xml.StartElement) error {
					return x.block(s, e, func(b extract.Block) error { cell = append(cell, b); return nil })
				}, nil)
				r.cells = append(r.cells, cell)
				return err
			}, nil)
			if err := addRow(r, add); err != nil {
				return err
			}
			return err
		}
		return s.children(walk, nil)
	}
	return s.children(walk, nil)
}

func (x *odt) readTitle(b []byte) {
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		return s.children(walk, func(t string) error {
			if e.Name.Local == "title" {
				x.title += t
			}
			return nil
		})
	}
	s.root(walk)
}
