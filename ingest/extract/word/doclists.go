package word

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// A docStyle is what a DOC says of one paragraph style, with what it takes
// from those it is based on.
type docStyle struct {
	name string
	bold bool
	papx
}

const (
	maxDocLists  = 5000
	maxDocStyles = 5000
)

// readStyles reads the style sheet (STSH) of the table stream. Where it cannot
// be read, paragraphs are what they say of themselves.
func (x *doc) readStyles() {
	b := slice(x.table, u32(x.main, 0xA2), u32(x.main, 0xA6))
	n, fixed := min(u16(b, 2), maxDocStyles), u16(b, 4)
	own, base := make([]docStyle, n), make([]int, n)
	at := 2 + u16(b, 0)
	for i := range n {
		size := u16(b, at)
		own[i], base[i] = readDocStyle(slice(b, at+2, size), fixed)
		at += 2 + size + size%2
	}
	x.styles = make([]docStyle, n)
	for i := range own {
		st, up := own[i], base[i]
		for range 20 {
			if up >= n {
				break
			}
			st.takes(own[up].papx)
			st.bold = st.bold || own[up].bold
			up = base[up]
		}
		x.styles[i] = st
	}
}

// readDocStyle reads one style (STD) and the number of the one it is based on.
func readDocStyle(b []byte, fixed int) (st docStyle, base int) {
	const none = 0xFFF
	if len(b) < fixed || fixed < 6 {
		return st, none
	}
	kind, base := u16(b, 2)&15, u16(b, 2)>>4
	letters := u16(b, fixed)
	st.name = utf16le(slice(b, fixed+2, 2*letters))
	at := fixed + 2 + 2*letters + 2
	if kind != 1 { // no style of paragraphs
		return st, base
	}
	size := u16(b, at)
	st.apply(slice(b, at+4, size-2))
	at += 2 + size + size%2
	var face chpx
	face.read(slice(b, at+2, u16(b, at)))
	st.bold = face.bold
	return st, base
}

func utf16le(b []byte) string {
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(u16(b, i)))
	}
	return string(utf16.Decode(u))
}

// takes fills in what a paragraph or a style leaves to another.
func (p *papx) takes(from papx) {
	if p.outline == 0 {
		p.outline = from.outline
	}
	if !p.numbers {
		p.numbers, p.list = from.numbers, from.list
	}
	if !p.levelled {
		p.levelled, p.level = from.levelled, from.level
	}
}

// readDocLists reads how lists are labelled: the lists (PlfLst) with their
// levels behind them, and the list that each number used in paragraphs stands
// for (PlfLfo).
func (x *doc) readDocLists() *lists {
	ls := readLists(nil)
	if u32(x.main, 0x2E6) == 0 {
		return ls
	}
	b := slice(x.table, u32(x.main, 0x2E2), len(x.table))
	n := min(u16(b, 0), maxDocLists)
	at := 2 + n*28
	for i := range n {
		head := slice(b, 2+i*28, 28)
		if len(head) < 28 {
			return ls
		}
		a := &abstractList{}
		ls.abstract[strconv.Itoa(u32(head, 0))] = a
		levels := 9
		if head[26]&1 != 0 {
			levels = 1
		}
		for k := range levels {
			l, size := docLevel(slice(b, at, len(b)))
			if size == 0 {
				return ls
			}
			a.levels[k] = l
			at += size
		}
	}
	x.readUses(ls)
	return ls
}

// readUses reads the uses of lists, which may begin them anew or label them in
// another way.
func (x *doc) readUses(ls *lists) {
	b := slice(x.table, u32(x.main, 0x2EA), u32(x.main, 0x2EE))
	n := min(u32(b, 0), maxDocLists)
	at := 4 + n*16
	for i := range n {
		head := slice(b, 4+i*16, 16)
		if len(head) < 16 {
			return
		}
		l := &list{of: strconv.Itoa(u32(head, 0)), overrides: map[int]level{}, starts: map[int]int{}}
		ls.nums[strconv.Itoa(i+1)] = l
		at += 4
		for range head[12] {
			start, flags := u32(b, at), u32(b, at+4)
			at += 8
			if flags&0x10 != 0 {
				l.starts[flags&15] = start
			}
			if flags&0x20 == 0 {
				continue
			}
			lv, size := docLevel(slice(b, at, len(b)))
			if size == 0 {
				return
			}
			l.overrides[flags&15] = lv
			at += size
		}
	}
}

// docFormats are the numbers of the ways to count.
var docFormats = map[byte]string{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 22: "decimalZero", 23: "bullet", 255: "none"}

// docLevel reads a level (LVL) and how many bytes it takes, 0 where it is cut
// short. In its text a number stands for the count of that level.
func docLevel(b []byte) (level, int) {
	if len(b) < 30 {
		return level{}, 0
	}
	l := level{known: true, start: int(int32(u32(b, 0))), format: docFormats[b[4]], legal: b[5]&4 != 0}
	if l.format == "" {
		l.format = "decimal"
	}
	at := 28 + int(b[24]) + int(b[25])
	letters := u16(b, at)
	if at+2+2*letters > len(b) {
		return level{}, 0
	}
	var words strings.Builder
	for _, r := range utf16le(slice(b, at+2, 2*letters)) {
		if r < 9 {
			words.WriteString("%" + strconv.Itoa(int(r)+1))
			continue
		}
		words.WriteRune(r)
	}
	l.text = words.String()
	return l, at + 2 + 2*letters
}
