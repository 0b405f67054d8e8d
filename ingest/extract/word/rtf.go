package word

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// EngineRTF names the reader of RTF and its version.
const EngineRTF = "rtf/3"

// A goal is where the words of a group go.
type goal uint8

const (
	toBody goal = iota
	toNothing
	toRunning
	toNote
	toLabel // the label a list entry was printed with
	toTitle
	toStyles
	toFonts
	toLists     // how lists are labelled
	toLevelText // the label of one level
	toUses      // which list each number stands for
)

// An rtf is one file being read.
type rtf struct {
	page
	raw   []byte
	at    int
	state rtfState
	stack []rtfState

	code   *charmap.Charmap         // of the whole file
	fonts  map[int]*charmap.Charmap // by number
	symbol map[int]bool             // fonts that are pictures
	styles map[int]string           // paragraph styles' names

	para   rtfPara // of the body
	line   strings.Builder
	note   rtfPara
	cells  [][]extract.Block
	cell   []extract.Block
	header bool // the row heads its table
	high   rune // the first half of a letter beyond the first plane
	eaten  int  // letters to leave out: they say again what \u said
	name   strings.Builder
	marks  int

	lists    rtfLists
	labelled bool // some entry had its label beside it: all have
}

// An rtfState is what a group inherits and gives up at its end.
type rtfState struct {
	goal     goal
	bold     bool
	hidden   bool
	size     float64
	font     int
	uc       int
	style    int
	outline  int
	list     int // the number of the list's use; 0 is none
	level    int // from 0
	inTable  bool
	optional bool // "\*": the group may be left out by who does not know it
}

// An rtfPara is a paragraph being read.
type rtfPara struct {
	typed
	label strings.Builder
	size  float64
}

func readRTF(raw []byte) (extract.Paper, error) {
	at := bytes.Index(raw[:min(len(raw), 1024)], []byte(`{\rtf`))
	if at < 0 {
		return extract.Paper{}, errors.New("rtf: it does not begin as RTF does")
	}
	x := &rtf{raw: raw, at: at, code: charmap.Windows1252, fonts: map[int]*charmap.Charmap{}, symbol: map[int]bool{}, styles: map[int]string{}}
	x.state, x.lists = rtfState{uc: 1, outline: -1}, newRTFLists()
	if err := x.read(); err != nil {
		return extract.Paper{}, fmt.Errorf("rtf: %w", err)
	}
	return x.paper("rtf", EngineRTF), nil
}

func (x *rtf) read() error {
	for x.at < len(x.raw) {
		c := x.raw[x.at]
		x.at++
		var err error
		switch c {
		case '{':
			if len(x.stack) >= 4000 {
				return errTooDeep
			}
			x.stack = append(x.stack, x.state)
			x.state.optional = false
		case '}':
			err = x.endGroup()
		case '\\':
			err = x.control()
		case '\r', '\n':
		default:
			x.char(c)
		}
		if err != nil {
			return err
		}
	}
	if err := x.endParagraph(); err != nil {
		return err
	}
	return x.endRow()
}

func (x *rtf) endGroup() error {
	n := len(x.stack)
	if n == 0 {
		x.at = len(x.raw) // the file is over; what follows is not of it
		return nil
	}
	was := x.state
	x.state = x.stack[n-1]
	x.stack = x.stack[:n-1]
	if was.goal == x.state.goal {
		if was.goal == toStyles { // one style's group is over
			x.styles[was.style] = strings.TrimSuffix(strings.TrimSpace(x.name.String()), ";")
			x.name.Reset()
		}
		return nil
	}
	switch was.goal {
	case toLevelText:
		x.lists.endText(x.state.goal == toLists)
	case toRunning:
		x.run(x.line.String())
		x.line.Reset()
	case toNote:
		x.marks++
		if words := text.Tidy(x.note.words.String()); words != "" {
			x.notes = append(x.notes, extract.Block{Marker: strconv.Itoa(x.marks), Text: words, Class: "footnote"})
		}
		x.note = rtfPara{}
	}
	return nil
}

// control reads a control word or sign.
func (x *rtf) control() error {
	if x.at >= len(x.raw) {
		return nil
	}
	c := x.raw[x.at]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return x.word()
	}
	x.at++
	switch c {
	case '\'':
		if x.at+2 <= len(x.raw) {
			if b, err := strconv.ParseUint(string(x.raw[x.at:x.at+2]), 16, 8); err == nil {
				x.at += 2
				x.char(byte(b))
			}
		}
	case '*':
		x.state.optional = true
	case '~':
		x.put("\u00a0")
	case '_':
		x.put("-")
	case '-':
	case '{', '}', '\\':
		x.char(c)
	case '\r', '\n':
		return x.endParagraph()
	case '\t':
		x.put("\t")
	}
	return nil
}

func (x *rtf) word() error {
	from := x.at
	for x.at < len(x.raw) && (x.raw[x.at] >= 'a' && x.raw[x.at] <= 'z' || x.raw[x.at] >= 'A' && x.raw[x.at] <= 'Z') && x.at-from < 40 {
		x.at++
	}
	word := string(x.raw[from:x.at])
	from = x.at
	if x.at < len(x.raw) && x.raw[x.at] == '-' {
		x.at++
	}
	for x.at < len(x.raw) && x.raw[x.at] >= '0' && x.raw[x.at] <= '9' && x.at-from < 12 {
		x.at++
	}
	n, err := strconv.Atoi(string(x.raw[from:x.at]))
	has := err == nil
	if x.at < len(x.raw) && x.raw[x.at] == ' ' {
		x.at++
	}
	optional := x.state.optional
	x.state.optional = false
	return x.do(word, n, has, optional)
}

// rtfGoals are the groups whose words do not belong to the text.
var rtfGoals = map[string]goal{
	"fonttbl": toFonts, "stylesheet": toStyles, "title": toTitle, "footnote": toNote,
	"header": toRunning, "headerl": toRunning, "headerr": toRunning, "headerf": toRunning,
	"footer": toRunning, "footerl": toRunning, "footerr": toRunning, "footerf": toRunning,
	"listtext": toLabel, "pntext": toLabel,
	"info": toNothing, "colortbl": toNothing, "pict": toNothing, "objdata": toNothing, "themedata": toNothing, "colorschememapping": toNothing,
	"datastore": toNothing, "xmlnstbl": toNothing, "listtable": toLists, "leveltext": toLevelText, "listoverridetable": toUses, "rsidtbl": toNothing,
	"generator": toNothing, "filetbl": toNothing, "revtbl": toNothing, "latentstyles": toNothing, "fldinst": toNothing, "bkmkstart": toNothing,
	"bkmkend": toNothing, "nonshppict": toNothing, "sp": toNothing, "annotation": toNothing, "atnid": toNothing, "atnauthor": toNothing,
	"atrfstart": toNothing, "atrfend": toNothing, "atndate": toNothing, "pn": toNothing, "pntxta": toNothing, "pntxtb": toNothing,
	"ftnsep": toNothing, "ftnsepc": toNothing, "aftnsep": toNothing, "pgptbl": toNothing, "userprops": toNothing, "docvar": toNothing, "xe": toNothing, "tc": toNothing, "picprop": toNothing,
	"mmathPr": toNothing, "ftncn": toNothing, "passwordhash": toNothing, "falt": toNothing, "panose": toNothing, "listname": toNothing, "blipuid": toNothing,
}

// rtfWords are control words that stand for words of the text.
var rtfWords = map[string]string{
	"tab": "\t", "line": lineBreak, "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"emspace": " ", "enspace": " ", "qmspace": " ", "lbr": lineBreak, "softline": " ",
}

func (x *rtf) do(word string, n int, has, optional bool) error {
	if g, ok := rtfGoals[word]; ok {
		if x.state.goal != toNothing && !(g == toLabel && x.state.goal != toBody) {
			x.state.goal = g
		}
		return nil
	}
	if s, ok := rtfWords[word]; ok {
		x.put(s)
		return nil
	}
	switch x.state.goal {
	case toLists:
		x.lists.define(word, n)
	case toUses:
		x.lists.override(word, n)
	}
	switch word {
	case "par", "sect", "page", "column":
		return x.endParagraph()
	case "cell", "nestcell":
		return x.endCell()
	case "row", "nestrow":
		return x.endRow()
	case "trowd":
		x.header = false
	case "trhdr":
		x.header = true
	case "intbl":
		x.state.inTable = true
	case "pard":
		x.state.inTable, x.state.style, x.state.outline, x.state.list, x.state.level = false, 0, -1, 0, 0
	case "ls":
		x.state.list = n
	case "ilvl":
		x.state.level = max(0, min(n, 8))
	case "plain":
		x.state.bold, x.state.hidden, x.state.size = false, false, 0
	case "b":
		x.state.bold = !has || n != 0
	case "v", "deleted":
		x.state.hidden = !has || n != 0
	case "fs":
		x.state.size = float64(n) / 2
	case "f":
		x.state.font = n
	case "s":
		x.state.style = n
	case "outlinelevel":
		x.state.outline = n
	case "uc":
		x.state.uc = max(0, min(n, 8))
	case "u":
		x.unicode(n)
	case "bin":
		x.at = min(len(x.raw), x.at+max(0, n))
	case "ansicpg":
		if c := codePages[n]; c != nil {
			x.code = c
		}
	case "mac":
		x.code = charmap.Macintosh
	case "pc":
		x.code = charmap.CodePage437
	case "fcharset":
		if x.state.goal == toFonts {
			x.fonts[x.state.font] = charsets[n]
			x.symbol[x.state.font] = n == 2
		}
	default:
		if optional && word != "fldrslt" && word != "shpinst" && word != "shptxt" && word != "shppict" && word != "do" && word != "dptxbxtext" && word != "nesttableprops" && word != "background" {
			x.state.goal = toNothing
		}
	}
	return nil
}

var codePages = map[int]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252,
	1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh,
}

var charsets = map[int]*charmap.Charmap{
	77: charmap.Macintosh, 161: charmap.Windows1253, 162: charmap.Windows1254, 163: charmap.Windows1258, 177: charmap.Windows1255,
	178: charmap.Windows1256, 186: charmap.Windows1257, 204: charmap.Windows1251, 238: charmap.Windows1250,
}

// char is one byte of text in the code page of its font.
func (x *rtf) char(c byte) {
	if x.eaten > 0 {
		x.eaten--
		return
	}
	switch {
	case x.symbol[x.state.font] && c >= 0x20 && x.state.goal <= toLabel:
		x.put(string(symbol(0xF000 + rune(c))))
	case c < 0x80:
		x.put(string(rune(c)))
	case x.fonts[x.state.font] != nil:
		x.put(string(x.fonts[x.state.font].DecodeByte(c)))
	default:
		x.put(string(x.code.DecodeByte(c)))
	}
}

// unicode is a letter by its number; as many bytes as \uc said follow for
// programs that do not know it.
func (x *rtf) unicode(n int) {
	if n < 0 {
		n += 65536
	}
	x.eaten = 0
	r := rune(n)
	switch {
	case utf16.IsSurrogate(r) && x.high == 0:
		x.high = r
	case x.high != 0:
		x.put(string(utf16.DecodeRune(x.high, r)))
		x.high = 0
	default:
		x.put(string(symbol(r)))
	}
	x.eaten = x.state.uc
}

func (x *rtf) put(s string) {
	if x.eaten > 0 { // a control word counts as the letter it stands for
		x.eaten--
		return
	}
	if x.state.hidden {
		return
	}
	switch x.state.goal {
	case toBody:
		p := &x.para
		p.words.WriteString(s)
		n := len(strings.TrimSpace(s))
		p.letters += n
		if x.state.bold {
			p.bold += n
		}
		p.opens()
		p.size = max(p.size, x.state.size)
	case toLabel:
		x.para.label.WriteString(s)
	case toRunning:
		x.line.WriteString(s)
	case toNote:
		x.note.words.WriteString(s)
	case toTitle:
		x.title += s
	case toStyles:
		x.name.WriteString(s)
	case toLevelText:
		x.lists.text.WriteString(s)
	}
}

// endParagraph ends the paragraph where it belongs: in the text, in a cell, in
// a running line or in a note.
func (x *rtf) endParagraph() error {
	switch x.state.goal {
	case toRunning:
		x.run(x.line.String())
		x.line.Reset()
		return nil
	case toNote:
		x.note.words.WriteString(" ")
		return nil
	case toBody:
	default:
		return nil
	}
	said := x.said()
	if x.state.inTable {
		x.cell = append(x.cell, said...)
		return nil
	}
	if err := x.endRow(); err != nil { // a row that was never ended
		return err
	}
	for _, b := range said {
		if err := x.add(b); err != nil {
			return err
		}
	}
	return nil
}

// said are the blocks of the paragraph that is over.
func (x *rtf) said() []extract.Block {
	p := &x.para
	raw := p.words.String()
	b := extract.Block{Text: text.Tidy(raw), Class: x.styles[x.state.style], Size: p.size, Bold: p.allBold()}
	label := text.Tidy(p.label.String())
	lead := p.lead
	x.para = rtfPara{}
	x.labelled = x.labelled || label != ""
	if label == "" && b.Text != "" && x.state.list > 0 && !x.labelled {
		label, _ = x.lists.lists.label(strconv.Itoa(x.state.list), x.state.level)
	}
	level := x.state.outline + 1
	if level == 0 {
		level = style{name: b.Class}.heading()
	}
	if level > 0 && level <= 9 && b.Text != "" {
		b.Kind, b.Level = extract.Heading, level
	}
	if label != "" && b.Text != "" {
		b.Marker = label
		if b.Kind == extract.Paragraph {
			b.Kind = extract.Entry
			if x.state.list > 0 {
				b.Level = x.state.level + 1
			}
		}
	}
	var rest []string
	if b.Kind != extract.Heading {
		rest = parts(raw)
		raw, rest = rest[0], rest[1:]
		b.Text = text.Tidy(raw)
	}
	typedMarker(&b, raw)
	like := leads(&b, raw, lead)
	return withWords(append([]extract.Block{b}, more(like, rest)...))
}

func (x *rtf) endCell() error {
	if x.state.goal != toBody {
		return nil
	}
	x.cell = append(x.cell, x.said()...)
	if len(x.cells) < 500 {
		x.cells = append(x.cells, x.cell)
	}
	x.cell = nil
	return nil
}

func (x *rtf) endRow() error {
	if len(x.cell) > 0 {
		x.cells = append(x.cells, x.cell)
	}
	r := row{cells: x.cells, header: x.header}
	x.cells, x.cell = nil, nil
	if len(r.cells) == 0 {
		return nil
	}
	return addRow(r, x.add)
}
