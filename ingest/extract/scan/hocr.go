package scan

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is one line of words as the program found it. Places are in dots of
// the picture that it read.
type line struct {
	slope float64 // of its baseline: dots down for each dot to the right
	base  float64 // where the baseline crosses the left edge of the picture
	words []word
}

type word struct {
	text           string
	x0, y0, x1, y1 float64
	confidence     float32 // 0.01 to 1
}

// maxWords bounds what is taken from one page: far more than print has room
// for.
const maxWords = 20_000

// lineClasses are the program's names for a line of text.
var lineClasses = map[string]bool{"ocr_line": true, "ocr_header": true, "ocr_caption": true, "ocr_textfloat": true}

// readHOCR reads the program's answer, hOCR, as far as it is whole. Its lines
// have baselines, which its plainer table has not.
func readHOCR(hocr []byte) []line {
	d := xml.NewDecoder(bytes.NewReader(hocr))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = nil
	var out []line
	var text strings.Builder
	inWord := 0 // depth of elements from the word inwards
	var title string
	words := 0
	for words < maxWords {
		t, err := d.Token()
		if err != nil {
			break // the end, or where the answer was cut
		}
		switch t := t.(type) {
		case xml.StartElement:
			if inWord > 0 {
				inWord++
				continue
			}
			switch class := attr(t, "class"); {
			case lineClasses[class]:
				if l, ok := readLine(attr(t, "title")); ok {
					out = append(out, l)
				}
			case class == "ocrx_word":
				inWord, title = 1, attr(t, "title")
				text.Reset()
			}
		case xml.CharData:
			if inWord > 0 && text.Len() < 1<<10 {
				text.Write(t)
			}
		case xml.EndElement:
			if inWord == 0 {
				continue
			}
			if inWord--; inWord > 0 || len(out) == 0 {
				continue
			}
			if w, ok := readWord(title, text.String()); ok {
				l := &out[len(out)-1]
				l.words = append(l.words, w)
				words++
			}
		}
	}
	kept := out[:0]
	for _, l := range out {
		if len(l.words) > 0 {
			kept = append(kept, l)
		}
	}
	return kept
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// property reads the numbers of a property of a title such as
// "bbox 1 2 3 4; x_wconf 96".
func property(title, name string, n int) ([]float64, bool) {
	for p := range strings.SplitSeq(title, ";") {
		fields := strings.Fields(p)
		if len(fields) != n+1 || fields[0] != name {
			continue
		}
		out := make([]float64, n)
		for i := range out {
			v, err := strconv.ParseFloat(fields[i+1], 64)
			if err != nil || !(v > -1e6 && v < 1e6) {
				return nil, false
			}
			out[i] = v
		}
		return out, true
	}
	return nil, false
}

func readLine(title string) (line, bool) {
	box, ok := property(title, "bbox", 4)
	if !ok {
		return line{}, false
	}
	l := line{base: box[3]}
	// The baseline is told from the lower left corner of the box.
	if b, ok := property(title, "baseline", 2); ok && b[0] > -1 && b[0] < 1 {
		l.slope, l.base = b[0], box[3]+b[1]-b[0]*box[0]
	}
	return l, true
}

// unsure is the confidence below which what has no letter or digit in it is
// taken for a mark on the paper.
const unsure = 0.6

func readWord(title, text string) (word, bool) {
	box, ok := property(title, "bbox", 4)
	conf, sure := property(title, "x_wconf", 1)
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), "")
	if !ok || !sure || text == "" || box[0] < 0 || box[1] < 0 || box[2] <= box[0] || box[3] <= box[1] {
		return word{}, false
	}
	// A confidence of nought would say that this is not OCR at all.
	w := word{text, box[0], box[1], box[2], box[3], float32(min(max(conf[0]/100, 0.01), 1))}
	return w, w.confidence >= unsure || strings.IndexFunc(text, wordy) >= 0
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// belief is how sure the program is of what it read, by letters, and of how
// many: in the grain of a photograph it sees letters too, but it does not
// believe in them.
func belief(lines []line) (mean float64, letters int) {
	sum := 0.0
	for _, l := range lines {
		for _, w := range l.words {
			n := utf8.RuneCountInString(w.text)
			sum += float64(w.confidence) * float64(n)
			letters += n
		}
	}
	return sum / float64(max(letters, 1)), letters
}
