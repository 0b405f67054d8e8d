package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/go-porterstemmer"
	"golang.org/x/text/unicode/norm"
)

// A token is one word of a text as the index knows it.
type token struct {
	term       string // folded: lower case, without accents, apostrophes and digit grouping
	pos        int    // from 0; words written as one ("well-being") have a place each
	start, end int    // bytes of the text
	// alt says that the term is a second spelling of words at this place:
	// "wellbeing" of "well-being", "brien" of "O'Brien". Documents are indexed
	// under all spellings; a query uses the first ones only, so whatever is
	// typed the way it was printed is found.
	alt bool
}

// maxTerm is where an endless run of letters is cut, in bytes.
const maxTerm = 96

// An analyser turns text into tokens. It remembers the folded form of words it
// has met, which is most of what analysing costs, and is for one goroutine.
//
// Words are runs of letters, digits and combining marks. No word is left out:
// stop words are words here, and are only passed over when a query is read.
type analyser struct {
	folded map[string]string
	buf    []byte
	chain  []token
}

var analysers = sync.Pool{New: func() any { return &analyser{folded: make(map[string]string)} }}

// words gives the tokens of a text in order, alternatives included.
func words(text string) []token {
	a := analysers.Get().(*analyser)
	defer analysers.Put(a)
	var list []token
	a.each(text, func(t token) bool {
		list = append(list, t)
		return true
	})
	return list
}

// each calls f with every token in order until f returns false. Alternatives
// come after the tokens they stand for.
func (a *analyser) each(text string, f func(token) bool) {
	pos := 0
	last := -1 // where the last token ended
	a.chain = a.chain[:0]
	var joint byte // what joins the chain: '-' or '/'
	flush := func() bool {
		ok := true
		if len(a.chain) > 1 {
			if t, found := a.joined(joint); found {
				ok = f(t)
			}
		}
		a.chain = a.chain[:0]
		return ok
	}
	for i := 0; i < len(text); {
		if !startsWord(text, i) {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		end, plain := wordEnd(text, i)
		raw := text[i:end]
		t := token{term: a.fold(raw, plain), pos: pos, start: i, end: end}
		if t.term == "" {
			i = end
			continue
		}
		if j := jointBetween(text, last, i); j != 0 && len(a.chain) > 0 && (len(a.chain) == 1 || j == joint) {
			joint = j
		} else if !flush() {
			return
		}
		if !f(t) || !a.seconds(t, raw, plain, f) {
			return
		}
		a.chain = append(a.chain, t)
		pos++
		last = end
		i = end
	}
	flush()
}

// startsWord reports whether a word begins at byte i.
func startsWord(text string, i int) bool {
	if c := text[i]; c < utf8.RuneSelf {
		return asciiWord[c]
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return wordRune(r)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return t
}()

func digit(c byte) bool { return c >= '0' && c <= '9' }

// wordEnd finds where the word that begins at start ends. Apostrophes between
// letters, soft hyphens, digit grouping ("1,250") and one decimal point stay
// within it. Plain means it is made of ASCII letters and digits alone.
func wordEnd(text string, start int) (end int, plain bool) {
	plain = true
	digits := true // so far nothing but digits and grouping
	point := false
	i := start
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case asciiWord[c]:
				if !digit(c) {
					digits = false
				}
				i++
				continue
			case c == '\'' || c == '`':
				if i > start && i+1 < len(text) && letterBefore(text, i) && letterAt(text, i+1) {
					plain = false
					i++
					continue
				}
			case c == ',' && digits && !point && groupAt(text, start, i):
				plain = false
				i++
				continue
			case c == '.' && digits && !point && decimalAt(text, start, i):
				plain, point = false, true
				i++
				continue
			}
			return i, plain
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case wordRune(r):
			if !unicode.IsNumber(r) {
				digits = false
			}
		case invisible(r) && i+n < len(text) && startsWord(text, i+n):
		case apostrophe(r) && letterBefore(text, i) && letterAt(text, i+n):
		default:
			return i, plain
		}
		plain = false
		i += n
	}
	return i, plain
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '`', '’', '‘', 'ʼ', '‛', '‟', '′', '´', '＇':
		return true
	}
	return false
}

// invisible are characters that break no word: soft hyphen, zero-width ones,
// word joiner and byte order mark.
func invisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF
}

func letterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r)
}

func letterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// groupAt reports whether the comma at i groups digits: one to three before it
// (or another group), exactly three after.
func groupAt(text string, start, i int) bool {
	n := 0
	for k := i - 1; k >= start && digit(text[k]); k-- {
		n++
	}
	if n == 0 || n > 3 || strings.IndexByte(text[start:i], ',') >= 0 && n != 3 {
		return false
	}
	return digitsAt(text, i+1) == 3
}

// decimalAt reports whether the point at i is a decimal point, as in "3.5",
// and not one of several, as in "22.07.2021" or "4.2.1".
func decimalAt(text string, start, i int) bool {
	n := digitsAt(text, i+1)
	if n == 0 {
		return false
	}
	after := i + 1 + n
	if after+1 < len(text) && text[after] == '.' && digit(text[after+1]) {
		return false
	}
	return start < 2 || text[start-1] != '.' || !digit(text[start-2])
}

func digitsAt(text string, i int) int {
	n := 0
	for i+n < len(text) && digit(text[i+n]) {
		n++
	}
	return n
}

// jointBetween is what joins two words that are written as one: '-' for any
// hyphen, '/' for a slash, 0 for anything else.
func jointBetween(text string, from, to int) byte {
	if from < 0 {
		return 0
	}
	switch text[from:to] {
	case "-", "\u2010", "\u2011":
		return '-'
	case "/":
		return '/'
	}
	return 0
}

// joined is the chain of words written as one: "co-operation" is also
// "cooperation", "21/01234/FUL" is also "2101234ful". A slash joins only
// where there is a digit: "and/or" are two words.
func (a *analyser) joined(joint byte) (token, bool) {
	n, digits := 0, false
	for _, t := range a.chain {
		n += len(t.term)
		digits = digits || strings.ContainsAny(t.term, "0123456789")
	}
	if n > maxJoined || len(a.chain) > maxJoints || joint == '/' && !digits {
		return token{}, false
	}
	first, last := a.chain[0], a.chain[len(a.chain)-1]
	return token{term: joinTerms(a.chain), pos: first.pos, start: first.start, end: last.end, alt: true}, true
}

const (
	maxJoined = 40 // bytes of a term made of several
	maxJoints = 6
)

func joinTerms(list []token) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(t.term)
	}
	return b.String()
}

// seconds gives the further spellings of one word: the parts of "O'Brien" and
// "council's", "1250" for "1,250.00".
func (a *analyser) seconds(t token, raw string, plain bool, f func(token) bool) bool {
	if plain {
		return true
	}
	if whole, ok := strings.CutSuffix(t.term, ".00"); ok {
		return f(token{term: whole, pos: t.pos, start: t.start, end: t.end, alt: true})
	}
	if !strings.ContainsFunc(raw, apostrophe) {
		return true
	}
	for _, part := range strings.FieldsFunc(raw, apostrophe) {
		term := a.fold(part, false)
		if term != "" && term != t.term && !f(token{term: term, pos: t.pos, start: t.start, end: t.end, alt: true}) {
			return false
		}
	}
	return true
}

// fold is the one form under which a word is indexed and looked for.
func (a *analyser) fold(raw string, plain bool) string {
	if len(raw) > maxTerm {
		raw = clip(raw, maxTerm)
	}
	if plain {
		b := append(a.buf[:0], raw...)
		for i, c := range b {
			if c >= 'A' && c <= 'Z' {
				b[i] = c + 'a' - 'A'
			}
		}
		a.buf = b
		if s, ok := a.folded[string(b)]; ok {
			return s
		}
		s := string(b)
		a.remember(s, s)
		return s
	}
	if s, ok := a.folded[raw]; ok {
		return s
	}
	s := fold(raw)
	a.remember(strings.Clone(raw), s)
	return s
}

func (a *analyser) remember(raw, folded string) {
	if len(a.folded) >= 1<<16 {
		clear(a.folded)
	}
	a.folded[raw] = folded
}

// fold without memory: compatibility forms decomposed (ligatures, accents,
// superscripts), lower case, letters and digits kept, a possessive "'s" and
// all other apostrophes dropped, one decimal point kept. A word of which
// nothing is left stays as it is.
func fold(raw string) string {
	s := raw
	if last := len(s) - 1; last > 0 && (s[last] == 's' || s[last] == 'S') {
		if r, n := utf8.DecodeLastRuneInString(s[:last]); apostrophe(r) {
			s = s[:last-n]
		}
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '.':
			b.WriteByte('.')
		}
	}
	if b.Len() == 0 {
		return strings.ToLower(raw)
	}
	return b.String()
}

// clip cuts s to at most n bytes without cutting a rune.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// stem is what the forms of one English word share (Porter's first
// algorithm): "housing", "house" and "houses" are "hous". Terms that are not
// plain lower-case letters are their own stem.
func stem(term string) string {
	if len(term) < 3 {
		return term
	}
	for i := 0; i < len(term); i++ {
		if term[i] < 'a' || term[i] > 'z' {
			return term
		}
	}
	var room [maxTerm]rune
	r := room[:0]
	for i := 0; i < len(term); i++ {
		r = append(r, rune(term[i]))
	}
	s := porterstemmer.StemWithoutLowerCasing(r)
	if len(s) < 2 {
		return term
	}
	return string(s)
}

// key is a reference with nothing but its letters and digits, lower case:
// "21 003 456", "21-003-456" and "21003456" are one, as are "24/00109" and
// "24-00109".
func key(reference string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(reference)) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(r)
		}
	}
	return clip(b.String(), maxTerm)
}

// stopWords carry so little that a query of several words may pass over them.
// They are indexed like any other and found in phrases or typed alone.
var stopWords = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`a an and are as at be been but by for from had has have he her his if in into is
		it its no not of on or our she so such that the their them then there these they this to was we were
		which will with would you your`) {
		m[w] = true
	}
	return m
}()

// questionWords begin questions and say little of what is asked for.
var questionWords = map[string]bool{
	"how": true, "many": true, "much": true, "what": true, "when": true, "where": true, "who": true, "why": true,
	"do": true, "does": true, "did": true, "can": true, "could": true, "should": true, "about": true, "any": true,
}
