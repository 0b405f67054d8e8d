package content

import (
	"bytes"
	"maps"
	"math"
	"strconv"
	"strings"

	"moothall/ingest/extract/pdf/object"
)

// A Font is a typeface as a paper uses it. Only its name and weight concern
// others.
type Font struct {
	Name   string // without the tag of a subset
	Bold   bool
	Italic bool
	// Blind is set where the paper gives no map from the font's codes to
	// letters, and what is read is a guess.
	Blind bool

	composite bool
	simple    [256]sign
	widths    []float64 // by glyph number
	otherwise float64
	unicode   *cmap             // ToUnicode
	encoding  *cmap             // an embedded encoding
	direct    bool              // codes are UTF-16 themselves
	foreign   bool              // codes are of a map that is not in the paper, nor here
	vertical  bool              // written from top to bottom
	program   object.Value      // the embedded TrueType font
	texts     map[uint32]string // what its own tables say of its glyphs, once they were asked
	gids      []byte            // CIDToGIDMap
	kept      map[uint32]sign
}

// sign is what a code means: its text and its width in text space.
type sign struct {
	text  string
	width float64
}

func (r *Reader) font(v object.Value) *Font {
	if !v.IsDict() {
		return fallback
	}
	id, f := v.ID(), (*Font)(nil)
	if id != 0 {
		f = r.fonts[id]
	} else {
		r.at.nth++
		f = r.within[r.at]
	}
	if f != nil {
		return f
	}
	if r.made++; r.made > maxFonts {
		return fallback
	}
	f = newFont(v)
	if id != 0 {
		r.fonts[id] = f
	} else {
		r.within[r.at] = f
	}
	return f
}

// Lost reports whether the font is none of the paper's: what is set in it
// names a font that is not there.
func (f *Font) Lost() bool { return f == fallback }

// fallback is for text set without a font that exists.
var fallback = func() *Font {
	f := &Font{Name: "Helvetica", Blind: true}
	for c := range 256 {
		f.simple[c] = sign{string(clean(winAnsi[c])), standardWidth("Helvetica", winAnsi[c])}
	}
	return f
}()

func newFont(v object.Value) *Font {
	f := &Font{Name: v.Key("BaseFont").Name()}
	if len(f.Name) > 7 && f.Name[6] == '+' {
		f.Name = f.Name[7:]
	}
	if u := v.Key("ToUnicode"); u.IsStream() {
		f.unicode = readCMap(u.Data())
	}
	desc := v.Key("FontDescriptor")
	if v.Key("Subtype").Name() == "Type0" {
		f.composite = true
		f.readComposite(v)
		desc = v.Key("DescendantFonts").Index(0).Key("FontDescriptor")
	} else {
		f.readSimple(v, desc)
	}
	f.Bold = bold(f.Name) || desc.Key("FontWeight").Number() >= 600 || desc.Key("Flags").Int()&(1<<18) != 0
	f.Italic = named(f.Name, "italic", "oblique", "cmti", "sfti", "ecti", ",i") || math.Abs(desc.Key("ItalicAngle").Number()) > 3
	return f
}

// bold goes by the font's name; TeX's bold fonts have an x for extended.
func bold(name string) bool {
	return named(name, "bold", "black", "heavy", "demi", ",b", "cmbx", "sfbx", "ecbx")
}

func named(name string, parts ...string) bool {
	n := strings.ToLower(name)
	for _, w := range parts {
		if strings.Contains(n, w) {
			return true
		}
	}
	return false
}

// next reads one code off a string: what it means and how many bytes it took.
func (f *Font) next(s []byte) (sign, int) {
	if !f.composite {
		return f.simple[s[0]], 1
	}
	n := f.codeSize(s)
	c := code(s[:n])
	if g, ok := f.kept[c]; ok {
		return g, n
	}
	g := f.compose(c)
	if len(f.kept) < 1<<16 {
		f.kept[c] = g
	}
	return g, n
}

func (f *Font) codeSize(s []byte) int {
	spaces := []codespace(nil)
	if f.encoding != nil {
		spaces = f.encoding.spaces
	}
	for n := 1; n <= 4 && n <= len(s); n++ {
		for _, sp := range spaces {
			if c := code(s[:n]); sp.size == n && c >= sp.lo && c <= sp.hi {
				return n
			}
		}
	}
	return min(2, len(s))
}

func (f *Font) readComposite(v object.Value) {
	f.kept = map[uint32]sign{}
	enc := v.Key("Encoding")
	if enc.IsStream() {
		f.encoding = readCMap(enc.Data())
	}
	n := enc.Name()
	f.direct = strings.Contains(n, "UCS2") || strings.Contains(n, "UTF16")
	f.vertical = strings.HasSuffix(n, "-V") || enc.Key("WMode").Int() == 1
	f.foreign = n != "" && !f.direct && !strings.HasPrefix(n, "Identity")
	d := v.Key("DescendantFonts").Index(0)
	f.otherwise = 1
	if dw := d.Key("DW"); dw.IsNumber() {
		f.otherwise = dw.Number() / 1000
	}
	f.readW(d.Key("W"))
	if m := d.Key("CIDToGIDMap"); m.IsStream() {
		f.gids = m.Data()
	}
	if f.unicode == nil || len(f.unicode.text) == 0 {
		f.unicode = nil
		f.Blind = !f.direct
	}
	f.program = d.Key("FontDescriptor").Key("FontFile2")
}

func (f *Font) readW(w object.Value) {
	set := func(cid int, width float64) {
		if cid < 0 || cid > 0xFFFF {
			return
		}
		for len(f.widths) <= cid {
			f.widths = append(f.widths, f.otherwise)
		}
		f.widths[cid] = width / 1000
	}
	for i := 0; i+1 < w.Len(); {
		first := w.Index(i).Int()
		second := w.Index(i + 1)
		if second.IsArray() {
			for j := range min(second.Len(), 1<<16) {
				set(first+j, second.Index(j).Number())
			}
			i += 2
			continue
		}
		width := w.Index(i + 2).Number()
		for cid := first; cid <= min(second.Int(), 0xFFFF); cid++ {
			set(cid, width)
		}
		i += 3
	}
}

// compose works out a code of a composite font.
func (f *Font) compose(c uint32) sign {
	cid := c
	if f.encoding != nil {
		if v, ok := f.encoding.cid[c]; ok {
			cid = v
		}
	}
	g := sign{width: f.otherwise}
	if int(cid) < len(f.widths) {
		g.width = f.widths[cid]
	}
	switch {
	case f.direct:
		g.text = tidy(string(rune(c)))
	case f.unicode != nil:
		if g.text = f.symbol(f.unicode.text[c]); g.text == "" && !f.foreign {
			g.text = f.itself(cid)
		}
	case f.foreign:
	default:
		g.text = f.guess(cid)
	}
	return g
}

// itself is what the embedded font's own tables say of a glyph, "" where they
// say nothing.
func (f *Font) itself(cid uint32) string {
	if f.texts == nil {
		f.texts = map[uint32]string{}
		if f.program.IsStream() {
			maps.Copy(f.texts, glyphTexts(f.program.Data()))
		}
	}
	return f.symbol(f.texts[f.glyph(cid)])
}

// glyph is the number of a glyph in the embedded font.
func (f *Font) glyph(cid uint32) uint32 {
	if i := int(cid) * 2; f.gids != nil && i+1 < len(f.gids) {
		return uint32(f.gids[i])<<8 | uint32(f.gids[i+1])
	}
	return cid
}

// guess reads a glyph number with no map to letters: by the embedded font's
// own table, or by the order in which Windows and Macintosh fonts hold the
// glyphs, space being the fourth. Arial and Times New Roman leave out the
// no-break space that the Macintosh order has at 172; Symbol follows its own
// encoding instead.
func (f *Font) guess(cid uint32) string {
	if s := f.itself(cid); s != "" {
		return s
	}
	gid := f.glyph(cid)
	switch {
	case len(f.texts) > 0 && gid != 3:
		return ""
	case strings.HasPrefix(strings.ToLower(f.Name), "symbol"):
		c := gid + 29
		if gid > 97 {
			c = gid - 98 + 0xA1
		}
		if c > 0xFF || symbols[c] == 0 {
			return "•"
		}
		return string(symbols[c])
	case gid >= 3 && gid <= 97:
		return string(rune(gid + 29))
	case gid >= 98 && gid <= 171:
		return tidy(string(macRoman[gid+30]))
	case gid >= 172 && gid <= 224:
		return tidy(string(macRoman[gid+31]))
	}
	return ""
}

func (f *Font) readSimple(v, desc object.Value) {
	f.readWidths(v, desc)
	names := map[int]string{}
	base := f.base(v, desc)
	enc := v.Key("Encoding")
	diffs := enc.Key("Differences")
	at := 0
	for i := range min(diffs.Len(), 4096) {
		d := diffs.Index(i)
		if d.IsNumber() {
			at = d.Int()
			continue
		}
		names[at] = d.Name()
		at++
	}
	if numbered(names) {
		for c, glyph := range names {
			if glyph != ".notdef" {
				names[c] = texNames[c]
			}
		}
	}
	mapped := f.unicode != nil && len(f.unicode.text) > 0
	f.Blind = !mapped && enc.IsNull() && desc.Key("Flags").Int()&4 != 0
	for c := range 256 {
		f.simple[c].text = f.meaning(c, names[c], base, mapped)
	}
}

// meaning is what code c says: by ToUnicode, by its glyph's name, by the
// encoding the font builds on.
func (f *Font) meaning(c int, glyph string, base *[256]rune, mapped bool) string {
	if mapped {
		if s, ok := f.unicode.text[uint32(c)]; ok && s != "" && s != "\uFFFD" {
			return f.symbol(s)
		}
	}
	if glyph != "" && glyph != ".notdef" {
		if s := glyphText(glyph); s != "" {
			return f.symbol(tidy(s))
		}
		if c > ' ' && c < 127 && !mapped {
			return string(rune(c))
		}
	}
	if r := base[c]; r != 0 {
		return f.symbol(tidy(string(r)))
	}
	return ""
}

// numbered reports whether a font names its glyphs by their codes: "a77" for
// 77, as pdfTeX names those of bitmap fonts. As names they would be of other
// signs.
func numbered(names map[int]string) bool {
	n := 0
	for c, glyph := range names {
		switch {
		case glyph == ".notdef":
		case len(glyph) < 2 || glyph[1:] != strconv.Itoa(c):
			return false
		default:
			n++
		}
	}
	return n > 0
}

// base is the encoding that Differences build on.
func (f *Font) base(v, desc object.Value) *[256]rune {
	enc := v.Key("Encoding")
	n := enc.Name()
	if n == "" {
		n = enc.Key("BaseEncoding").Name()
	}
	switch n {
	case "WinAnsiEncoding":
		return &winAnsi
	case "MacRomanEncoding":
		return &macRoman
	case "StandardEncoding":
		return &standard
	}
	plain := strings.ToLower(f.Name)
	switch {
	case strings.HasPrefix(plain, "symbol"):
		return &symbols
	case strings.Contains(plain, "dingbats"):
		return &dingbats
	}
	if built := builtIn(desc); built != nil {
		return built
	}
	if v.Key("Subtype").Name() == "TrueType" {
		return &winAnsi
	}
	return &standard
}

// builtIn reads the encoding written in the clear part of an embedded Type 1
// font: "dup 65 /A put".
func builtIn(desc object.Value) *[256]rune {
	file := desc.Key("FontFile")
	if !file.IsStream() {
		return nil
	}
	data := file.Data()
	data = data[:min(len(data), 64<<10)]
	i := bytes.Index(data, []byte("/Encoding"))
	if i < 0 {
		return nil
	}
	data = data[i:]
	if bytes.HasPrefix(data, []byte("/Encoding StandardEncoding")) {
		return &standard
	}
	var out [256]rune
	found := false
	l := object.Lexer{Data: data}
	for {
		t := l.Next()
		if t.Kind == object.EOF || t.Kind == object.Keyword && (string(t.Bytes) == "readonly" || string(t.Bytes) == "eexec") {
			break
		}
		if t.Kind != object.Keyword || string(t.Bytes) != "dup" {
			continue
		}
		num, glyph := l.Next(), l.Next()
		if num.Kind == object.Number && glyph.Kind == object.Name && num.Num >= 0 && num.Num < 256 {
			if r := []rune(glyphText(string(glyph.Bytes))); len(r) > 0 {
				out[int(num.Num)], found = r[0], true
			}
		}
	}
	if !found {
		return nil
	}
	return &out
}

func (f *Font) readWidths(v, desc object.Value) {
	scale := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		if m := matrixOf(v.Key("FontMatrix")); m != identity {
			scale = m.a
		}
	}
	missing := desc.Key("MissingWidth").Number() * scale
	list := v.Key("Widths")
	first := v.Key("FirstChar").Int()
	for c := range 256 {
		i := c - first
		switch {
		case list.Len() == 0:
			f.simple[c].width = standardWidth(f.Name, winAnsi[c])
		case i >= 0 && i < list.Len():
			f.simple[c].width = list.Index(i).Number() * scale
		default:
			f.simple[c].width = missing
		}
	}
}

// symbol reads the private characters that symbol fonts use for bullets and
// ticks.
func (f *Font) symbol(s string) string {
	if len(s) != 3 {
		return s
	}
	r := []rune(s)[0]
	if r < 0xF020 || r > 0xF0FF {
		return s
	}
	c := byte(r - 0xF000)
	n := strings.ToLower(f.Name)
	switch {
	case strings.Contains(n, "wingdings"):
		if s, ok := wingdings[c]; ok {
			return s
		}
		return "•"
	case strings.Contains(n, "symbol"):
		if r := symbols[c]; r != 0 {
			return string(r)
		}
	case c < 0x7F:
		return string(rune(c))
	case c == 0xB7 || c == 0xA7:
		return "•"
	}
	return s
}

// glyphText reads a glyph's name: "eacute", "uni00E9", "f_i", "A.sc".
func glyphText(n string) string {
	if n == "" {
		return ""
	}
	if i := strings.IndexByte(n, '.'); i > 0 {
		n = n[:i]
	}
	if r, ok := glyphNames[n]; ok {
		return string(r)
	}
	if strings.IndexByte(n, '_') > 0 {
		var all strings.Builder
		for part := range strings.SplitSeq(n, "_") {
			all.WriteString(glyphText(part))
		}
		return all.String()
	}
	if len(n) == 1 {
		return n
	}
	digits := ""
	switch {
	case strings.HasPrefix(n, "uni") && len(n) >= 7:
		digits = n[3:7]
	case n[:1] == "u" && len(n) >= 5 && len(n) <= 7:
		digits = n[1:]
	}
	if v, err := strconv.ParseUint(digits, 16, 32); err == nil && v > 0 && v <= 0x10FFFF {
		return string(rune(v))
	}
	return ""
}
