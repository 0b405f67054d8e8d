package object

import "math"

// A Kind says what a token is.
type Kind uint8

// The kinds of token. Names come without their slash, strings with their
// escapes resolved.
const (
	EOF Kind = iota
	Number
	String
	Name
	Keyword
	ArrayOpen
	ArrayClose
	DictOpen
	DictClose
)

// A Token is one lexical piece of a PDF. Bytes is valid until the next Reset
// of the Lexer that gave it.
type Token struct {
	Kind  Kind
	Whole bool // a Number without a point
	Num   float64
	Bytes []byte
}

// A Lexer cuts bytes into tokens. It never fails: what it cannot understand
// it passes over, and it always moves forward, so a caller that loops until
// EOF ends after at most len(Data) steps. It serves objects, content streams
// and character maps alike, which share one notation.
type Lexer struct {
	Data  []byte
	Pos   int
	arena []byte
}

// Reset frees the memory behind the strings given so far.
func (l *Lexer) Reset() { l.arena = l.arena[:0] }

var (
	space [256]bool
	delim [256]bool
)

func init() {
	for _, c := range "\x00\t\n\f\r " {
		space[c] = true
	}
	for _, c := range "()<>[]{}/%" {
		delim[c] = true
	}
}

// SkipSpace moves over white space and comments.
func (l *Lexer) SkipSpace() {
	d := l.Data
	for l.Pos < len(d) {
		c := d[l.Pos]
		switch {
		case space[c]:
			l.Pos++
		case c == '%':
			for l.Pos < len(d) && d[l.Pos] != '\n' && d[l.Pos] != '\r' {
				l.Pos++
			}
		default:
			return
		}
	}
}

// Next gives the next token.
func (l *Lexer) Next() Token {
	for {
		l.SkipSpace()
		if l.Pos >= len(l.Data) {
			return Token{Kind: EOF}
		}
		c := l.Data[l.Pos]
		switch c {
		case '/':
			l.Pos++
			return Token{Kind: Name, Bytes: l.name()}
		case '(':
			l.Pos++
			return Token{Kind: String, Bytes: l.literal()}
		case '<':
			l.Pos++
			if l.Pos < len(l.Data) && l.Data[l.Pos] == '<' {
				l.Pos++
				return Token{Kind: DictOpen}
			}
			return Token{Kind: String, Bytes: l.hex()}
		case '>':
			l.Pos++
			if l.Pos < len(l.Data) && l.Data[l.Pos] == '>' {
				l.Pos++
				return Token{Kind: DictClose}
			}
		case '[':
			l.Pos++
			return Token{Kind: ArrayOpen}
		case ']':
			l.Pos++
			return Token{Kind: ArrayClose}
		case ')', '{', '}':
			l.Pos++
		default:
			return l.word()
		}
	}
}

// word reads a number or a keyword.
func (l *Lexer) word() Token {
	d, start := l.Data, l.Pos
	for l.Pos < len(d) && !space[d[l.Pos]] && !delim[d[l.Pos]] {
		l.Pos++
	}
	w := d[start:l.Pos]
	if num, whole, ok := number(w); ok {
		return Token{Kind: Number, Num: num, Whole: whole}
	}
	return Token{Kind: Keyword, Bytes: w}
}

// number reads a number as producers write them, among them "--5", "4.-7"
// and "1.5e-3", of which the first two are damage seen in real papers and
// read as far as they make sense.
func number(w []byte) (v float64, whole, ok bool) {
	i, neg := 0, false
	for i < len(w) && (w[i] == '-' || w[i] == '+') {
		neg = neg || w[i] == '-'
		i++
	}
	digits, scale, point := 0, 1.0, false
loop:
	for ; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			v = v*10 + float64(c-'0')
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		case c == '-' && digits > 0:
			break loop
		default:
			return 0, false, false
		}
	}
	if digits == 0 && !point {
		return 0, false, false
	}
	v /= scale
	if neg {
		v = -v
	}
	if math.IsInf(v, 0) || math.IsNaN(v) {
		v = 0
	}
	return v, !point, true
}

func (l *Lexer) name() []byte {
	d, start, escaped := l.Data, l.Pos, false
	for l.Pos < len(d) && !space[d[l.Pos]] && !delim[d[l.Pos]] {
		escaped = escaped || d[l.Pos] == '#'
		l.Pos++
	}
	raw := d[start:l.Pos]
	if !escaped {
		return raw
	}
	from := len(l.arena)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			l.arena = append(l.arena, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		l.arena = append(l.arena, raw[i])
	}
	return l.arena[from:len(l.arena):len(l.arena)]
}

func (l *Lexer) hex() []byte {
	from, d, high := len(l.arena), l.Data, -1
	for l.Pos < len(d) {
		c := d[l.Pos]
		l.Pos++
		if c == '>' {
			break
		}
		x := unhex(c)
		if x < 0 {
			continue
		}
		if high < 0 {
			high = x
			continue
		}
		l.arena = append(l.arena, byte(high<<4|x))
		high = -1
	}
	if high >= 0 {
		l.arena = append(l.arena, byte(high<<4))
	}
	return l.arena[from:len(l.arena):len(l.arena)]
}

func (l *Lexer) literal() []byte {
	d, start, depth := l.Data, l.Pos, 1
	// Most strings hold no escape: give the bytes as they stand.
	for i := start; i < len(d); i++ {
		switch d[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '\\', '\r':
			return l.escaped()
		}
		if depth == 0 {
			l.Pos = i + 1
			return d[start:i]
		}
	}
	l.Pos = len(d)
	return d[start:]
}

func (l *Lexer) escaped() []byte {
	d, from, depth := l.Data, len(l.arena), 1
	for l.Pos < len(d) {
		c := d[l.Pos]
		l.Pos++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				return l.arena[from:len(l.arena):len(l.arena)]
			}
		case '\r':
			if l.Pos < len(d) && d[l.Pos] == '\n' {
				l.Pos++
			}
			c = '\n'
		case '\\':
			if l.Pos >= len(d) {
				return l.arena[from:len(l.arena):len(l.arena)]
			}
			var keep bool
			if c, keep = l.escape(); !keep {
				continue
			}
		}
		l.arena = append(l.arena, c)
	}
	return l.arena[from:len(l.arena):len(l.arena)]
}

// escape reads what follows a backslash; false is a line continued.
func (l *Lexer) escape() (byte, bool) {
	d := l.Data
	c := d[l.Pos]
	l.Pos++
	switch c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\r':
		if l.Pos < len(d) && d[l.Pos] == '\n' {
			l.Pos++
		}
		return 0, false
	case '\n':
		return 0, false
	}
	if c < '0' || c > '7' {
		return c, true
	}
	x := int(c - '0')
	for i := 0; i < 2 && l.Pos < len(d) && d[l.Pos] >= '0' && d[l.Pos] <= '7'; i++ {
		x = x<<3 | int(d[l.Pos]-'0')
		l.Pos++
	}
	return byte(x), true
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
