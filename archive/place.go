package archive

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// afterNumber is where the words after a house number begin: "14 Mill",
// "14a Mill", "14-16 Mill", "14, Mill"; 0 where they are no house number's.
func afterNumber(text string, n int) int {
	from := n
	if n < len(text) && (text[n] >= 'a' && text[n] <= 'h' || text[n] >= 'A' && text[n] <= 'H') {
		n++
	}
	if n+1 < len(text) && (text[n] == '-' || text[n] == '/') && text[n+1] >= '0' && text[n+1] <= '9' {
		for n++; n < len(text) && text[n] >= '0' && text[n] <= '9'; n++ {
		}
	}
	if n < len(text) && text[n] == ',' {
		n++
	}
	if n >= len(text) || text[n] != ' ' && text[n] != '\n' {
		return 0
	}
	for n < len(text) && (text[n] == ' ' || text[n] == '\n') {
		n++
	}
	if n-from > gapMost {
		return 0
	}
	return n
}

// gapMost is how far from a house's number its street's name may begin, in
// bytes.
const gapMost = 24

// An address is what place read.
type address struct {
	end    int  // the byte after its postcode, or after its street
	street bool // has a word that streets end in
	code   bool // has a postcode
	house  bool // its first part ends in a word for a dwelling
	parts  int  // parts between commas or lines
}

// place reads the words of an address from i: up to six parts of capitalized
// words between commas or lines, to the postcode or, where none follows, to the
// street. ok is false where they are an office's, a date's or no place's.
func place(text string, i int) (a address, ok bool) {
	var first, name string // the first word; the last that is no joiner
	words := 0             // in this part
	streetEnd, the := 0, false
	at := i
	for at < len(text) && at-i < homeMost {
		if n := postcode(text, at); n > 0 && n-i <= homeMost {
			a.end, a.code = n, true
			a.parts++
			return a, a.street || a.parts > 1 || words > 0
		}
		end := wordEnd(text, at)
		if end == at || end-i > homeMost {
			break
		}
		word := strings.TrimSuffix(text[at:end], ".")
		r, _ := utf8.DecodeRuneInString(word)
		small := !unicode.IsUpper(r)
		word = folded(word)
		before := name
		switch {
		case small && (words == 0 || !joiners[word]):
			a.end = streetEnd
			return a, streetEnd > 0
		case small:
		case words == 0 && a.parts == 0 && first == "":
			if notStreets[word] {
				return a, false
			}
			first = word
		}
		words++
		if words > 7 {
			break
		}
		if !small {
			name = word
		}
		if endsStreet(word, before, small, words, a.parts) {
			// "The Bungalow" may be the house before its street.
			if streetEnd == 0 || streetFirst[before] || the {
				streetEnd = end
			}
			the = before == "The"
			a.street = true
		}
		next, broke := gap(text, end)
		if next == 0 {
			at = end
			if officeWords[word] && !a.code {
				return a, false
			}
			break
		}
		if officeWords[word] && (broke || !streetWords[folded(nextWord(text, next))] && streetEnd > 0) {
			return a, false
		}
		if broke {
			if a.parts == 0 && houseWords[word] {
				a.house = true
			}
			a.parts++
			words = 0
			if a.parts > 6 {
				break
			}
		}
		at = next
	}
	a.end = streetEnd
	return a, streetEnd > 0
}

// endsStreet reports whether a word may be the last of a street's name, after
// the word before in its part: "Lane", or what follows "Heol" or "The", with
// its article.
func endsStreet(word, before string, small bool, words, parts int) bool {
	if small {
		return false
	}
	return streetWords[word] && (words > 1 || parts > 0 && before != "") || words > 1 && words <= 4 && streetFirst[before]
}

func nextWord(text string, i int) string { return text[i:wordEnd(text, i)] }

// wordEnd is the end of the word at i, with the stop of one that is cut short
// ("Rd.", "J.").
func wordEnd(text string, i int) int {
	start := i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
			if r == '.' && i > start && i-start <= 3 && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == ',') {
				i++
			}
			break
		}
		i += n
	}
	return i
}

// gap is where the next word begins after a word's end, and whether a comma
// or the end of a line stands between; 0 where anything else does.
func gap(text string, i int) (next int, broke bool) {
	for i < len(text) {
		switch text[i] {
		case ',', '\n', '\r', '\t', '|':
			broke = true
		case ' ':
		case '.': // "Church Rd., Thornley"
			if i+1 < len(text) && text[i+1] == ',' {
				break
			}
			return 0, broke
		default:
			return i, broke
		}
		i++
	}
	return 0, broke
}

// postcode gives the end of the postcode at i, or 0.
func postcode(text string, i int) int {
	j := i
	for j < len(text) && j-i < 2 && text[j] >= 'A' && text[j] <= 'Z' {
		j++
	}
	if j == i || j >= len(text) || text[j] < '0' || text[j] > '9' {
		return 0
	}
	j++
	if j < len(text) && (text[j] >= '0' && text[j] <= '9' && j+1 < len(text) && text[j+1] == ' ' || text[j] >= 'A' && text[j] <= 'Z') {
		j++
	}
	for j < len(text) && (text[j] == ' ' || text[j] == '\n') {
		j++
	}
	if j+3 > len(text) || text[j] < '0' || text[j] > '9' || text[j+1] < 'A' || text[j+1] > 'Z' || text[j+2] < 'A' || text[j+2] > 'Z' {
		return 0
	}
	if j+3 < len(text) && wordByte(text[j+3]) {
		return 0
	}
	return j + 3
}
