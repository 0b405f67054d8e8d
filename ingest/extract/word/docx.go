package word

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// EngineDOCX names the reader of DOCX and its version.
const EngineDOCX = "docx/3"

// A docx is one file being read.
type docx struct {
	page
	pack   *pack
	styles styles
	lists  *lists
	rels   map[string]rel
	kept   map[string][]extract.Block // notes by "footnote 3", "endnote 1"
	marks  int                        // notes met so far
	margin int                        // comments met so far
}

type rel struct{ kind, target string }

func readDOCX(raw []byte) (extract.Paper, error) {
	fail := func(err error) (extract.Paper, error) { return extract.Paper{}, fmt.Errorf("docx: %w", err) }
	p, err := openPack(raw)
	if err != nil {
		return fail(err)
	}
	x := &docx{pack: p, kept: map[string][]extract.Block{}}
	main := "word/document.xml"
	for _, r := range x.relsOf("") {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	body, err := p.part(main)
	if err != nil {
		if errors.Is(err, errNoPart) {
			err = errors.New("it has no text part; open it in a word processor and save it anew")
		}
		return fail(err)
	}
	x.rels = x.relsOf(main)
	x.lists = readLists(nil)
	dir := path.Dir(main)
	if b, err := p.part(path.Join(dir, "styles.xml")); err == nil {
		x.styles = readStyles(b)
	}
	if b, err := p.part(path.Join(dir, "numbering.xml")); err == nil {
		x.lists = readLists(b)
	}
	for _, kind := range []string{"footnote", "endnote"} {
		if b, err := p.part(path.Join(dir, kind+"s.xml")); err == nil {
			if err := x.readNotes(kind, b); err != nil {
				return fail(err)
			}
		}
	}
	if err := x.readBody(body); err != nil {
		return fail(err)
	}
	x.restOfNotes()
	if err := x.readRunning(); err != nil {
		return fail(err)
	}
	x.readTitle()
	if x.margin > 0 {
		x.doubts = append(x.doubts, fmt.Sprintf("%d comments in the margin were left out", x.margin))
	}
	return x.paper("docx", EngineDOCX), nil
}

// relsOf are the relations of a part, by their id.
func (x *docx) relsOf(part string) map[string]rel {
	all := map[string]rel{}
	dir, file := path.Split(part)
	b, err := x.pack.part(path.Join(dir, "_rels", file+".rels"))
	if err != nil {
		return all
	}
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local == "Relationship" {
			target := attr(e, "Target")
			if attr(e, "TargetMode") != "External" && !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			all[attr(e, "Id")] = rel{kind: path.Base(attr(e, "Type")), target: target}
		}
		return s.children(walk, nil)
	}
	s.root(walk)
	return all
}

func (x *docx) readBody(b []byte) error {
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local == "body" {
			return s.children(func(e xml.StartElement) error { return x.block(s, e, x.add) }, nil)
		}
		return s.children(walk, nil)
	}
	cut, err := s.root(walk)
	if cut {
		x.doubts = append(x.doubts, "the file is damaged; what stands after the damage was not read")
	}
	return err
}

// block reads an element that holds paragraphs or is one, and gives what it
// makes to add.
func (x *docx) block(s *scan, e xml.StartElement, add func(extract.Block) error) error {
	inside := func(e xml.StartElement) error { return x.block(s, e, add) }
	switch e.Name.Local {
	case "p":
		return x.paragraph(s, add)
	case "tbl":
		return x.table(s, add)
	case "AlternateContent":
		return alternatives(s, inside)
	case "del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "Fallback", "tblPr", "tblGrid", "customXmlPr":
		return s.skip()
	}
	return s.children(inside, nil) // ins, moveTo, sdt, customXml …
}

// alternatives reads the first of the forms in which something is offered;
// the others say the same again for older programs.
func alternatives(s *scan, f func(xml.StartElement) error) error {
	taken := false
	return s.children(func(e xml.StartElement) error {
		if e.Name.Local != "Choice" || taken {
			return s.skip()
		}
		taken = true
		return s.children(f, nil)
	}, nil)
}

// A para is a paragraph being read.
type para struct {
	typed
	style   string
	numID   string
	ilvl    int
	numbers bool // it says of itself which list it is in
	outline int
	size    float64
	field   []bool // for each field we are within: are we past its instruction
	links   []extract.Link
	inner   []extract.Block // of text boxes within it
	notes   []string
}

func (x *docx) paragraph(s *scan, add func(extract.Block) error) error {
	p := &para{}
	if err := s.children(func(e xml.StartElement) error { return x.inline(s, e, p) }, nil); err != nil {
		if p.words.Len() > 0 { // the damage is in this paragraph: keep its words
			for _, b := range x.finish(p) {
				if err := add(b); err != nil {
					return err
				}
			}
		}
		return err
	}
	for _, b := range append(x.finish(p), p.inner...) {
		if err := add(b); err != nil {
			return err
		}
	}
	return nil
}

// inline reads what stands in a paragraph.
func (x *docx) inline(s *scan, e xml.StartElement, p *para) error {
	inside := func(e xml.StartElement) error { return x.inline(s, e, p) }
	switch e.Name.Local {
	case "pPr":
		return x.paraProps(s, p)
	case "r":
		return x.textRun(s, p)
	case "hyperlink":
		at := p.words.Len()
		if err := s.children(inside, nil); err != nil {
			return err
		}
		if r := x.rels[attr(e, "id")]; r.target != "" {
			p.links = append(p.links, extract.Link{Text: text.Tidy(p.words.String()[at:]), Href: r.target})
		}
		return nil
	case "AlternateContent":
		return alternatives(s, inside)
	case "txbxContent":
		return s.children(func(e xml.StartElement) error {
			return x.block(s, e, func(b extract.Block) error { p.inner = append(p.inner, b); return nil })
		}, nil)
	case "del", "moveFrom", "Fallback", "sdtPr", "sdtEndPr", "rPr", "instrText", "delText", "fldData", "smartTagPr", "customXmlPr":
		return s.skip()
	case "oMath", "oMathPara":
		return x.math(s, p)
	case "commentReference":
		x.margin++
	}
	return s.children(inside, nil) // ins, moveTo, smartTag, sdt, fldSimple …
}

func (x *docx) paraProps(s *scan, p *para) error {
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			p.style = attr(e, "val")
		case "outlineLvl":
			p.outline = outlineLevel(attr(e, "val"))
		case "numId":
			p.numID, p.numbers = attr(e, "val"), true
		case "ilvl":
			p.ilvl = number(attr(e, "val"))
		case "rPr", "sectPr", "pPrChange", "del":
			return s.skip()
		}
		return s.children(walk, nil)
	}
	return s.children(walk, nil)
}

// textRun reads a run of text in one face.
func (x *docx) textRun(s *scan, p *para) error {
	bold, hidden, size := 0, false, 0.0 // bold: 1 on, -1 off, 0 as the style has it
	put := func(words string) {
		if hidden || len(p.field) > 0 && !p.field[len(p.field)-1] {
			return
		}
		p.words.WriteString(words)
		n := len(strings.TrimSpace(words))
		p.letters += n
		if bold > 0 || bold == 0 && x.styles.full(p.style).bold {
			p.bold += n
		}
		p.opens()
		p.size = max(p.size, size)
	}
	inside := func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			return s.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "b":
					bold = -1
					if on(attr(e, "val")) {
						bold = 1
					}
				case "vanish":
					hidden = on(attr(e, "val"))
				case "sz":
					size = float64(number(attr(e, "val"))) / 2
				}
				return s.skip()
			}, nil)
		case "t":
			return s.children(func(xml.StartElement) error { return s.skip() }, func(t string) error { put(t); return nil })
		case "tab", "ptab":
			put("\t")
		case "br", "cr":
			put(lineBreak)
		case "noBreakHyphen":
			put("-")
		case "sym":
			var r rune
			if _, err := fmt.Sscanf(attr(e, "char"), "%x", &r); err == nil {
				if s, ok := signs[r]; ok && attr(e, "font") == "Symbol" {
					r = s
				}
				put(string(symbol(r)))
			}
		case "fldChar":
			switch attr(e, "fldCharType") {
			case "begin":
				if len(p.field) < maxDepth {
					p.field = append(p.field, false)
				}
			case "separate":
				if n := len(p.field); n > 0 {
					p.field[n-1] = true
				}
			case "end":
				if n := len(p.field); n > 0 {
					p.field = p.field[:n-1]
				}
			}
		case "footnoteReference":
			p.notes = append(p.notes, "footnote "+attr(e, "id"))
		case "endnoteReference":
			p.notes = append(p.notes, "endnote "+attr(e, "id"))
		default:
			return x.inline(s, e, p) // a drawing, with a text box in it perhaps
		}
		return s.skip()
	}
	return s.children(inside, nil)
}

// math takes the letters of a formula as they stand.
func (x *docx) math(s *scan, p *para) error {
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		return s.children(walk, func(t string) error {
			if e.Name.Local == "t" {
				p.words.WriteString(t)
			}
			return nil
		})
	}
	return s.children(walk, nil)
}

// finish makes the block of a paragraph, and those of the paragraphs typed
// within it.
func (x *docx) finish(p *para) []extract.Block {
	if p.style == "" {
		p.style = x.styles.def
	}
	st := x.styles.full(p.style)
	raw := p.words.String()
	b := extract.Block{Text: text.Tidy(raw), Class: st.name, Links: p.links, Size: p.size, Bold: p.allBold()}
	if b.Size == 0 {
		b.Size = st.size
	}
	outline := p.outline
	if outline == 0 {
		outline = st.heading()
	}
	var rest []string
	if outline > 0 && b.Text != "" {
		b.Kind, b.Level = extract.Heading, outline
	} else {
		rest = parts(raw)
		raw, rest = rest[0], rest[1:]
		b.Text = text.Tidy(raw)
	}
	x.number(&b, p, st)
	typedMarker(&b, raw)
	like := leads(&b, raw, p.lead)
	for _, id := range p.notes {
		x.marks++
		for i, n := range x.kept[id] {
			if i == 0 {
				n.Marker = fmt.Sprint(x.marks)
			}
			x.notes = append(x.notes, n)
		}
		delete(x.kept, id)
	}
	return append([]extract.Block{b}, more(like, rest)...)
}

// number gives the block the label its list prints. A numId of 0 takes a
// paragraph out of the list its style puts it in.
func (x *docx) number(b *extract.Block, p *para, st style) {
	numID, at := p.numID, p.ilvl
	if !p.numbers {
		numID, at = st.numID, st.ilvl
		if n, ok := x.lists.levelOf(numID, p.style); ok {
			at = n
		}
	}
	if numID == "" || numID == "0" || b.Text == "" {
		return
	}
	label, ok := x.lists.label(numID, at)
	if !ok {
		return
	}
	b.Marker = label
	if b.Kind == extract.Paragraph && label != "" {
		b.Kind, b.Level = extract.Entry, at+1
	}
}

// readNotes keeps the notes at the foot of pages or at the end until their
// marks are met.
func (x *docx) readNotes(kind string, b []byte) error {
	s := newScan(b)
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local != kind {
			return s.children(walk, nil)
		}
		if t := attr(e, "type"); t != "" && t != "normal" {
			return s.skip() // the rule above the notes
		}
		var blocks []extract.Block
		err := s.children(func(e xml.StartElement) error {
			return x.block(s, e, func(b extract.Block) error {
				b.Kind, b.Level, b.Class = extract.Paragraph, 0, "footnote"
				if hasWords(b.Text) {
					blocks = append(blocks, b)
				}
				return nil
			})
		}, nil)
		x.kept[kind+" "+attr(e, "id")] = blocks
		return err
	}
	_, err := s.root(walk)
	return err
}

// restOfNotes adds the notes whose marks were not met.
func (x *docx) restOfNotes() {
	ids := make([]string, 0, len(x.kept))
	for id := range x.kept {
		ids = append(ids, id)
	}
	sortNatural(ids)
	for _, id := range ids {
		x.notes = append(x.notes, x.kept[id]...)
	}
}

// readRunning takes the words of headers and footers, a line for each
// paragraph.
func (x *docx) readRunning() error {
	var parts []string
	for _, r := range x.rels {
		if r.kind == "header" || r.kind == "footer" {
			parts = append(parts, r.target)
		}
	}
	sortNatural(parts)
	for _, part := range parts {
		b, err := x.pack.part(part)
		if err != nil {
			continue
		}
		s := newScan(b)
		var walk func(e xml.StartElement) error
		walk = func(e xml.StartElement) error {
			if e.Name.Local != "hdr" && e.Name.Local != "ftr" {
				return s.children(walk, nil)
			}
			return s.children(func(e xml.StartElement) error {
				return x.block(s, e, func(b extract.Block) error { x.run(strings.TrimSpace(b.Marker + " " + b.Text)); return nil })
			}, nil)
		}
		if _, err := s.root(walk); err != nil {
			return err
		}
	}
	return nil
}

func (x *docx) readTitle() {
	b, err := x.pack.part("docProps/core.xml")
	if err != nil {
		return
	}
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
