package structure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/extract/pdf/layout"
)

// heading reports whether a block heads what follows, by its size or weight.
func (t *traits) heading(b *extract.Block, d *draft) bool {
	n := utf8.RuneCountInString(b.Text)
	loud := b.Size >= 1.12*t.body || !t.bold && n <= 140 && wholly(d, func(w layout.Word) bool { return w.Bold })
	if t.poster {
		loud = b.Size >= 1.3*t.body
	}
	return loud && n <= 200 && mayHead(b) && !inPieces(d)
}

// inPieces reports whether some line is three pieces with wide gaps between
// them: a row of a table, or the head of one.
func inPieces(d *draft) bool {
	for k, l := range d.lines {
		pieces, from := 1, 1
		if k == 0 {
			from += d.skip
		}
		for i := from; i < len(l.Words); i++ {
			if l.Words[i].X0-l.Words[i-1].X1 > 1.2*l.Size {
				pieces++
			}
		}
		if pieces > 2 {
			return true
		}
	}
	return false
}

// quietLevel is the level of headings in the size and weight of the text: they
// stand below all others, and often inside a list or a resolution.
const quietLevel = 4

// quietHeading reports whether a block of the size and weight of the text
// looks like a heading all the same: a line or two that is all slanted,
// underlined or in capitals.
func (t *traits) quietHeading(b *extract.Block, d *draft) bool {
	n := utf8.RuneCountInString(b.Text)
	if n < 4 || n > 120 || len(d.lines) > 2 || b.Size < 0.95*t.body {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.Text)
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || strings.ContainsRune(":!?", last) {
		return false
	}
	underlined, italic := true, true
	for _, l := range d.lines {
		underlined = underlined && l.Underlined
		italic = italic && l.Italic
	}
	quiet := false
	switch {
	case underlined:
		quiet = true
	case b.Marker != "":
	case italic && !t.italic && !middled(d.lines[0]):
		quiet = true
	default:
		quiet = !t.capitals && inCapitals(b.Text)
	}
	return quiet && mayHead(b) && !address.MatchString(b.Text)
}

// middled reports whether a line stands in the middle of its column and not
// only somewhere inside it.
func middled(l *layout.Line) bool {
	return centred(l) && abs((l.X0-l.Left)-(l.Right-l.X1)) < 1.2*l.Size
}

// signature is a name alone, as a script that is larger than the text has it.
var signature = regexp.MustCompile(`^(?:[A-Z]\.? ){1,3}[A-Z][a-z]+$`)

// signed is where minutes are signed, in a script that is larger than the text.
var signed = regexp.MustCompile(`(?i)^(?:(?:chair(?:man|woman|person)?|signed|clerk|date) ?:|(?:proposed|seconded|moved) by\b)`)

// resolved opens what was decided, however loud.
var resolved = regexp.MustCompile(`(?i)^(?:it was )?(?:resolved|agreed|recommended|noted|approved)(?: that)? ?[:;.–-]*$`)

// postcode ends an address.
var postcode = regexp.MustCompile(`\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$`)

// sentences are two of them: a bold notice.
var sentences = regexp.MustCompile(`\p{Ll}{2}\. +\p{Lu}.{30}`)

// address is what is underlined as a link.
var address = regexp.MustCompile(`(?i)@|://|www\.`)

// sum is an amount as tables have it: rows of a table are in bold too.
var sum = regexp.MustCompile(`^[-–(]?£?\d[\d,]*\.\d+\)?$`)

// mayHead reports whether nothing in the words speaks against a heading.
func mayHead(b *extract.Block) bool {
	for _, no := range []*regexp.Regexp{signature, signed, resolved, postcode, sentences} {
		if no.MatchString(b.Text) {
			return false
		}
	}
	if letterCount(b.Text) < 2 || b.Marker != "" && !numbered(b.Marker) {
		return false
	}
	switch b.Text[len(b.Text)-1] {
	case ';', ',':
		return false
	case '.':
		if b.Marker == "" || len(b.Text) > 60 { // "8. Interim election."
			return false
		}
	}
	sums := 0
	for _, w := range strings.Fields(b.Text) {
		if sum.MatchString(w) {
			sums++
		}
	}
	return sums < 2
}

// wholly reports whether all words with letters or digits in them, but for the marker,
// are such.
func wholly(d *draft, such func(layout.Word) bool) bool {
	some := false
	for i, l := range d.lines {
		words := l.Words
		if i == 0 {
			words = words[d.skip:]
		}
		for _, w := range words {
			if !strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				continue
			}
			if !such(w) {
				return false
			}
			some = true
		}
	}
	return some
}

// inCapitals reports whether text is in capitals and long enough for that to
// be meant.
func inCapitals(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			n++
		}
	}
	return n >= 10 && strings.ContainsRune(text, ' ')
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func textLength(l *layout.Line) int {
	n := 0
	for _, w := range l.Words {
		n += len(w.Text)
	}
	return n
}
