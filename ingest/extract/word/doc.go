package word

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// EngineDOC names the reader of Word 97 to 2003's files and its version.
const EngineDOC = "doc/3"

// A doc is one file being read. The names are those of the format's
// specification ([MS-DOC]).
type doc struct {
	page
	main, table []byte
	pieces      []piece
	marks       []papx // how paragraphs are set, by where they stand in the file
	faces       []chpx // how letters are set, likewise
	styles      []docStyle
	lists       *lists
	cells       [][]extract.Block
	cell        []extract.Block
}

// A piece is a stretch of text: where it stands in the text and in the file.
type piece struct {
	from, to int // characters
	at       int // bytes
	narrow   bool
}

// A papx is how the paragraphs between two places of the file are set.
type papx struct {
	from, to int
	style    int
	outline  int // from 1; 0 is not stated, -1 body text
	row      bool
	inTable  bool
	numbers  bool // it says which list it is in
	list     int  // the number of the list's use, from 1; 0 is none
	levelled bool // it says at which level
	level    int  // from 0
}

func readDOC(raw []byte) (extract.Paper, error) {
	fail := func(words string) (extract.Paper, error) { return extract.Paper{}, errors.New("doc: " + words) }
	streams, err := oleStreams(raw)
	if err != nil {
		return fail("the file is damaged or not complete; fetch it again, or open it in a word processor and save it as DOCX")
	}
	x := &doc{main: streams["worddocument"]}
	if len(x.main) < 0x1AA || u16(x.main, 0) != 0xA5EC {
		return fail("it is of a Word before 1997, or of another program; open it in a word processor and save it as DOCX")
	}
	flags := u16(x.main, 0x0A)
	switch {
	case u16(x.main, 2) < 0x00C0:
		return fail("it is of a Word before 1997; open it in a word processor and save it as DOCX")
	case flags&0x0100 != 0:
		return fail("it is locked with a password; save it without and try again")
	}
	x.table = streams["0table"]
	if flags&0x0200 != 0 {
		x.table = streams["1table"]
	}
	if err := x.readPieces(); err != nil {
		return fail(err.Error())
	}
	x.readStyles()
	x.lists = x.readDocLists()
	x.readPapx()
	x.readChpx()
	if err := x.readText(); err != nil {
		return fail(err.Error())
	}
	return x.paper("doc", EngineDOC), nil
}

// oleStreams are the streams of an OLE file that Word's text is in, by their
// names in small letters.
func oleStreams(raw []byte) (map[string][]byte, error) {
	f, err := mscfb.New(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{}
	for range 10_000 {
		e, err := f.Next()
		if err != nil {
			break
		}
		name := strings.ToLower(e.Name)
		if len(e.Path) > 0 || name != "worddocument" && name != "0table" && name != "1table" {
			continue
		}
		if e.Size < 0 || e.Size > int64(len(raw)) {
			continue // it says it is longer than the file it is in
		}
		b, err := io.ReadAll(io.LimitReader(e, e.Size))
		if err != nil && len(b) == 0 {
			continue
		}
		all[name] = b
	}
	return all, nil
}

// u16 and u32 are a number at a place, 0 beyond the end.
func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint32(b[at:]))
}

func slice(b []byte, at, n int) []byte {
	if at < 0 || n < 0 || at > len(b) {
		return nil
	}
	return b[at:min(len(b), at+n)]
}

// readPieces reads the piece table: the Clx of the table stream, past the
// property lists that stand before it.
func (x *doc) readPieces() error {
	clx := slice(x.table, u32(x.main, 0x1A2), u32(x.main, 0x1A6))
	for len(clx) > 3 && clx[0] == 1 {
		clx = slice(clx, 3+u16(clx, 1), len(clx))
	}
	if len(clx) < 5 || clx[0] != 2 {
		return errors.New("its text cannot be found; open it in a word processor and save it as DOCX")
	}
	plc := slice(clx, 5, u32(clx, 1))
	n := (len(plc) - 4) / 12
	for i := range max(n, 0) {
		fc := u32(plc, (n+1)*4+i*8+2)
		p := piece{from: u32(plc, i*4), to: u32(plc, i*4+4), at: fc & 0x3FFFFFFF, narrow: fc&0x40000000 != 0}
		if p.narrow {
			p.at /= 2
		}
		if p.to <= p.from || p.at >= len(x.main) {
			continue
		}
		width := 2
		if p.narrow {
			width = 1
		}
		p.to = min(p.to, p.from+(len(x.main)-p.at)/width)
		x.pieces = append(x.pieces, p)
	}
	return nil
}

// readPapx reads how paragraphs are set. Where it cannot be read the text is
// plain paragraphs.
func (x *doc) readPapx() {
	plc := slice(x.table, u32(x.main, 0x102), u32(x.main, 0x106))
	n := (len(plc) - 4) / 8
	for i := range max(n, 0) {
		page := slice(x.main, (u32(plc, (n+1)*4+i*4)&0x3FFFFF)*512, 512)
		if len(page) < 512 {
			continue
		}
		runs := int(page[511])
		for r := range runs {
			bx := (runs+1)*4 + r*13
			if bx >= 511 {
				break
			}
			p := papx{from: u32(page, r*4), to: u32(page, r*4+4)}
			p.read(page, int(page[bx])*2)
			x.marks = append(x.marks, p)
		}
	}
	sort.Slice(x.marks, func(i, j int) bool { return x.marks[i].from < x.marks[j].from })
}

// read reads a PapxInFkp: the style and the single properties of a paragraph.
func (p *papx) read(page []byte, at int) {
	if at <= 0 || at >= len(page)-1 {
		return
	}
	size := int(page[at])*2 - 1
	at++
	if size < 0 {
		size = int(page[at]) * 2
		at++
	}
	b := slice(page, at, size)
	p.style = u16(b, 0)
	p.apply(slice(b, 2, len(b)))
}

// apply takes up the single properties of a paragraph or a style.
func (p *papx) apply(b []byte) {
	for at := 0; at+2 < len(b); {
		sprm := u16(b, at)
		at += 2
		n := sprmSize(sprm)
		if n < 0 {
			n = int(b[at]) + 1
			if sprm == 0xD608 {
				n = u16(b, at) + 1
			}
		}
		v := 0
		if at < len(b) {
			v = int(b[at])
		}
		switch sprm {
		case 0x2416:
			p.inTable = v != 0
		case 0x2417:
			p.row = v != 0
		case 0x2640:
			if p.outline = v + 1; v > 8 {
				p.outline = -1 // body text, whatever the style
			}
		case 0x460B:
			p.numbers, p.list = true, listUse(u16(b, at))
		case 0x260A:
			p.levelled, p.level = true, v
		}
		at += n
	}
}

// listUse is the use of a list by its number as it is written: negative where
// the paragraph has indents of its own.
func listUse(n int) int {
	if n >= 0xF801 {
		n = 0x10000 - n
	}
	if n > 0x7FE {
		return 0
	}
	return n
}

// A chpx is how the letters between two places of the file are set.
type chpx struct {
	from, to int
	unseen   bool // struck out by a clerk who tracks changes, or hidden
	bold     bool
	light    bool // not bold, though its style may be
}

// readChpx reads how letters are set.
func (x *doc) readChpx() {
	plc := slice(x.table, u32(x.main, 0xFA), u32(x.main, 0xFE))
	n := (len(plc) - 4) / 8
	for i := range max(n, 0) {
		page := slice(x.main, (u32(plc, (n+1)*4+i*4)&0x3FFFFF)*512, 512)
		if len(page) < 512 {
			continue
		}
		runs := int(page[511])
		for r := range runs {
			at := (runs+1)*4 + r
			if at >= 511 {
				break
			}
			c := chpx{from: u32(page, r*4), to: u32(page, r*4+4)}
			if off := int(page[at]) * 2; off > 0 && off < 511 {
				c.read(slice(page, off+1, int(page[off])))
			}
			if c.unseen || c.bold || c.light {
				x.faces = append(x.faces, c)
			}
		}
	}
	sort.Slice(x.faces, func(i, j int) bool { return x.faces[i].from < x.faces[j].from })
}

func (c *chpx) read(b []byte) {
	for at := 0; at+2 < len(b); {
		sprm := u16(b, at)
		at += 2
		on := b[at] == 1
		switch sprm {
		case 0x0800, 0x083C: // sprmCFRMarkDel, sprmCFVanish
			c.unseen = c.unseen || on
		case 0x0835:
			c.bold, c.light = on, b[at] == 0 || b[at] == 0x81
		}
		n := sprmSize(sprm)
		if n < 0 {
			n = int(b[at]) + 1
		}
		at += n
	}
}

// sprmSize is how many bytes of value a property has; -1 where the first byte
// of the value says.
func sprmSize(sprm int) int { return []int{1, 1, 2, 4, 2, 2, -1, 3}[sprm>>13] }

func (x *doc) face(at int) chpx {
	i := sort.Search(len(x.faces), func(i int) bool { return x.faces[i].from > at }) - 1
	if i < 0 || at >= x.faces[i].to {
		return chpx{}
	}
	return x.faces[i]
}

func (x *doc) set(at int) papx {
	i := sort.Search(len(x.marks), func(i int) bool { return x.marks[i].from > at }) - 1
	if i < 0 || at >= x.marks[i].to {
		return papx{}
	}
	return x.marks[i]
}

// readText walks through the text: the body, the notes, the headers, in the
// order in which the format keeps them.
func (x *doc) readText() error {
	body := u32(x.main, 0x4C)
	notes := body + u32(x.main, 0x50)
	heads := notes + u32(x.main, 0x54)
	margin := heads + u32(x.main, 0x58) + u32(x.main, 0x5C)
	ends := margin + u32(x.main, 0x60)
	boxes := ends + u32(x.main, 0x64)
	var p docPara
	for _, pc := range x.pieces {
		for cp := pc.from; cp < pc.to; cp++ {
			at, c := pc.at+(cp-pc.from)*2, 0
			if pc.narrow {
				at = pc.at + cp - pc.from
				c = int(x.main[at])
			} else {
				c = u16(x.main, at)
			}
			if !p.char(c, pc.narrow, x.face(at)) {
				continue
			}
			var err error
			switch {
			case cp < body:
				err = x.endParagraph(&p, c, x.set(at))
			case cp < notes, cp >= margin && cp < ends:
				if words := text.Tidy(p.words.String()); hasWords(words) {
					x.notes = append(x.notes, extract.Block{Text: words, Class: "footnote"})
				}
			case cp < heads:
				x.run(p.words.String())
			case cp >= ends && cp < boxes:
				err = x.add(extract.Block{Text: text.Tidy(p.words.String()), Class: "text box"})
			}
			if err != nil {
				return err
			}
			p = docPara{}
			if x.words > maxText {
				return errTooLong
			}
		}
	}
	if err := x.endParagraph(&p, '\r', papx{}); err != nil {
		return err
	}
	return x.endRow()
}

// A docPara is a paragraph being read.
type docPara struct {
	typed
	light int    // letters that are not bold though their style may be
	field []bool // are we past the instruction of each field we are within
	high  rune
}

// char takes one character and says whether it ends the paragraph.
func (p *docPara) char(c int, narrow bool, face chpx) bool {
	switch c {
	case '\r', 0x07, 0x0C:
		return true
	case 0x0B:
		if !face.unseen {
			p.words.WriteString(lineBreak)
		}
		return false
	case 0x13:
		if len(p.field) < maxDepth {
			p.field = append(p.field, false)
		}
		return false
	case 0x14:
		if n := len(p.field); n > 0 {
			p.field[n-1] = true
		}
		return false
	case 0x15:
		if n := len(p.field); n > 0 {
			p.field = p.field[:n-1]
		}
		return false
	case 0x1E:
		c = '-'
	case 0x1F:
		return false
	}
	if face.unseen || c < ' ' && c != '\t' || len(p.field) > 0 && !p.field[len(p.field)-1] {
		return false
	}
	r := rune(c)
	switch {
	case narrow && c >= 0x80:
		r = charmap.Windows1252.DecodeByte(byte(c))
	case utf16.IsSurrogate(r) && p.high == 0:
		p.high = r
		return false
	case p.high != 0:
		r = utf16.DecodeRune(p.high, r)
		p.high = 0
	}
	p.words.WriteRune(symbol(r))
	if r > ' ' {
		p.letters++
		if face.bold {
			p.bold++
		}
		p.opens()
		if face.light {
			p.light++
		}
	}
	return false
}

// endParagraph makes a block of a paragraph in the body. c is the character
// that ended it: 7 ends a cell, or a row where the paragraph is set so.
func (x *doc) endParagraph(p *docPara, c int, set papx) error {
	said := x.said(p, set)
	switch {
	case c == 0x07 && (set.row || len(x.marks) == 0 && len(x.cells) > 0 && len(said) == 0):
		return x.endRow()
	case c == 0x07:
		x.cell = append(x.cell, said...)
		if len(x.cells) < 500 {
			x.cells = append(x.cells, x.cell)
		}
		x.cell = nil
		return nil
	case set.inTable:
		x.cell = append(x.cell, said...)
		return nil
	}
	if err := x.endRow(); err != nil {
		return err
	}
	for _, b := range said {
		if err := x.add(b); err != nil {
			return err
		}
	}
	return nil
}

// said are the blocks of a paragraph that have words.
func (x *doc) said(p *docPara, set papx) []extract.Block {
	raw := p.words.String()
	b := extract.Block{Text: text.Tidy(raw), Bold: p.allBold()}
	if b.Text == "" {
		return nil
	}
	if set.style < len(x.styles) {
		st := x.styles[set.style]
		set.takes(st.papx)
		b.Class, b.Bold = st.name, b.Bold || st.bold && p.letters > 0 && p.light == 0
	}
	level := set.outline
	if level == 0 && set.style >= 1 && set.style <= 9 {
		level = set.style // the first nine styles are the headings, whatever their names
	}
	if level == 0 && strings.EqualFold(b.Class, "title") {
		level = 1
	}
	var rest []string
	if level > 0 {
		b.Kind, b.Level = extract.Heading, level
	} else {
		rest = parts(raw)
		raw, rest = rest[0], rest[1:]
		b.Text = text.Tidy(raw)
	}
	x.number(&b, set)
	typedMarker(&b, raw)
	like := leads(&b, raw, p.lead)
	return withWords(append([]extract.Block{b}, more(like, rest)...))
}

// number gives the block the label its list prints. Of a list that the file
// does not tell of it is an entry without one.
func (x *doc) number(b *extract.Block, set papx) {
	if set.list == 0 || b.Text == "" {
		return
	}
	label, ok := x.lists.label(strconv.Itoa(set.list), set.level)
	b.Marker = label
	if b.Kind == extract.Paragraph && (label != "" || !ok) {
		b.Kind, b.Level = extract.Entry, set.level+1
	}
}

func (x *doc) endRow() error {
	if len(x.cell) > 0 {
		x.cells = append(x.cells, x.cell)
	}
	r := row{cells: x.cells}
	x.cells, x.cell = nil, nil
	if len(r.cells) == 0 {
		return nil
	}
	return addRow(r, x.add)
}
