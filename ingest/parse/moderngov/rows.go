package moderngov

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"moothall/ingest/extract"
	"moothall/ingest/ukdate"
)

// rows are the lines at which the agenda's rows begin.
func (p *page) rows() []int {
	if p.marked {
		if starts := p.markedRows(); len(starts) > 0 {
			return starts
		}
	}
	if p.flat {
		if starts := p.flatRows(); len(starts) > 0 {
			return starts
		}
		return p.gapRows()
	}
	if starts := p.openRows(); len(starts) > 0 {
		return starts
	}
	if starts := p.plainRows(); len(starts) > 0 {
		return p.unnumbered(starts)
	}
	return p.gapRows()
}

// markedRows finds rows by the system's classes. A title's class stands on
// the number too, so a title without a number cell before it begins a row.
func (p *page) markedRows() []int {
	var starts []int
	titled := true
	for i := range p.lines {
		switch {
		case p.has(i, "mgItemNumberCell"):
			if !titled && len(starts) > 0 && p.text(i) == "" {
				continue // a second target inside one number cell
			}
			starts, titled = append(starts, i), false
		case p.has(i, "mgAiTitle") && !p.inWord(i):
			if titled {
				starts = append(starts, i)
			}
			titled = true
		}
	}
	return starts
}

// rowNumber is the number in a row's first cell and the anchor there.
func (p *page) rowNumber(i int) (number, anchor string) {
	for _, l := range p.lines[i].Links {
		if id := anchorForm.FindStringSubmatch(l.ID); id != nil {
			anchor = "ai" + id[1]
		}
	}
	if p.has(i, "mgItemNumberCell") {
		number = strings.TrimRight(p.text(i), ".: ")
		if number == "0" {
			number = ""
		}
	}
	return number, anchor
}

var anchorForm = regexp.MustCompile(`(?i)^AI(\d+)$`)

// rowTitle reads a row's title. Its number, where that stands in the same
// line, was known or is read here.
func (p *page) rowTitle(e *entry, i int) (string, int) {
	words := p.text(i)
	if number, rest, ok := p.numbered(i); ok && rest != "" && e.number == "" && !p.marked {
		e.number, words = number, rest
	}
	title, _ := cutSize(words)
	if p.flat || p.barred {
		title = strings.TrimRight(title, " |")
		if m := flatTitle.FindStringSubmatch(title); m != nil {
			title = m[1]
		}
	}
	e.documents = append(e.documents, p.lead(i, title)...)
	if p.imported() != "" { // "3. COMPLAINT Opens in a new window - Report of the Head of Legal Services."
		title, _, _ = strings.Cut(title, " - ")
		title = strings.TrimSuffix(title, " Opens in a new window")
	}
	return title, i + 1
}

// flatTitle is a row's title where what the agenda says of it stands in the
// same line: "Housing strategy Report of the Chief Executive."
var flatTitle = regexp.MustCompile(`^(.{5,150}?) (?:(?:A |The |Joint )?[Rr]eport (?:of|by|from) |To (?:receive|consider|note|approve|agree|invite|confirm|sign|hear|answer|deal)\b|(?:Members|Councillors|Most|Any|You) [a-z]|The (?:Cabinet|Committee|Council|Board|Panel|Lead Members?|Chair\w*) [a-z]|In accordance with )`)

// flatRows finds rows of tables flattened to text: each line of the paper
// that holds a label is a row. One that begins with a label goes on with the
// row above, unless that has this label already: then its title stands in the
// lines between, which a bar at the end of the row above parts from it.
func (p *page) flatRows() []int {
	var starts []int
	seen := noLabel // the last label of the row
	ended := 0      // the line after the last bar that ends a row, or label
	for i := range p.lines {
		if l := label(p.text(i)); p.has(i, "row") && l != noLabel {
			if firstOfPlace := i == 0 || p.places[i-1] != p.places[i]; firstOfPlace && (l <= seen || len(starts) == 0) && ended < i {
				starts = append(starts, ended)
			}
			seen = l
		} else if p.has(i, "row") && (i == 0 || p.places[i-1] != p.places[i]) && !p.itemsLine(i) {
			starts, seen = append(starts, i), noLabel
		}
		if p.itemsLine(i) || strings.HasSuffix(p.text(i), "|") {
			ended = i + 1
		}
	}
	return starts
}

// openRows finds rows of tables flattened to text whose cells run over many
// lines: a line that begins with a bar begins a row if one of the system's
// labels stands before the next. A table of votes in the minutes has none.
func (p *page) openRows() []int {
	var starts []int
	at, labelled := -1, false
	end := func() {
		if at >= 0 && labelled {
			starts = append(starts, at)
		}
	}
	for i := range p.lines {
		switch {
		case p.lines[i].Class == "row":
			if !labelled && at >= 0 && len(starts) > 0 && p.label(i, noLabel) == noLabel {
				// A row without labels inside the minutes of the last one.
				if _, _, numbered := p.numbered(i); !numbered {
					continue
				}
			}
			end()
			at, labelled = i, false
		case label(p.text(i)) != noLabel:
			labelled = true
		}
	}
	end()
	return starts
}

// plainRows finds rows in plain text: a line that begins with a number is one
// if the numbers go on from the last row's, it reads like a title, and it is
// not the next entry of a numbered list in the minutes.
func (p *page) plainRows() []int {
	var starts []int
	last, listed := -1, -1
	lastNumber := ""
	for i := range p.lines {
		number, rest, ok := p.numbered(i)
		if !ok {
			continue
		}
		if days := ukdate.Find(p.text(i)); len(days) > 0 && days[0].Start == 0 {
			continue // "8 May 2014 (Annual Meeting)"
		}
		n := leadingInt(number)
		plausible := rest != "" && (len(rest) < 300 || len(rest) < 900 && p.imported() != "") && !startsLower(rest) || rest == "" && i+1 < len(p.lines) && len(p.text(i+1)) < 300
		if rest != "" && !strings.HasPrefix(p.text(i), number+".") && !strings.HasPrefix(p.text(i), number+":") && !strings.ContainsAny(number, `/\`) {
			plausible = plausible && p.labelNext(i) // "48 members attended"
		}
		switch {
		case n < 0 || !plausible || number == lastNumber:
		case len(starts) == 0 && p.labelSoon(i), last >= 0 && n == last+1 && listed != n-1, last >= 0 && n > last && n <= last+10 && p.labelNext(i),
			n == last && rest == "" && lettered(number, lastNumber):
			starts = append(starts, i)
			last, listed, lastNumber = n, -1, number
			continue
		}
		if n >= 0 && p.lines[i].Kind == extract.Entry {
			listed = n
		}
	}
	return starts
}

// lettered reports whether a number is the next one's with a letter: "7a"
// after "7", "7b" after "7a".
func lettered(number, last string) bool {
	end := number[len(number)-1]
	return end >= 'a' && end <= 'z' && (number[:len(number)-1] == last || len(number) == len(last) && number[:len(number)-1] == last[:len(last)-1] && end == last[len(last)-1]+1)
}

func startsLower(s string) bool {
	for _, r := range s {
		return unicode.IsLower(r)
	}
	return false
}

// unnumbered adds the rows without numbers to those of plain text: an item
// has its minutes once, so a second "Minutes:" is another item's, whose title
// is the nearest line above that reads like one.
func (p *page) unnumbered(starts []int) []int {
	var all []int
	for n, from := range starts {
		to := len(p.lines)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		all = append(all, from)
		seen := false
		for i := from; i < to; i++ {
			if label(p.text(i)) != minutesLabel {
				continue
			}
			if title := p.titleAbove(i, from); seen && title > all[len(all)-1] {
				all = append(all, title)
			}
			seen = true
		}
	}
	return all
}

// titleAbove is the nearest of the few lines above i that reads like a title,
// or -1.
func (p *page) titleAbove(i, from int) int {
	for k := i - 1; k > from && k >= i-5; k-- {
		t, _ := cutSize(p.text(k))
		if t == "" || label(t) != noLabel || len(t) > 150 || p.lines[k].Kind == extract.Entry || startsLower(t) || strings.ContainsAny(t[len(t)-1:], ".;:,") {
			continue
		}
		return k
	}
	return -1
}

// labelSoon reports whether one of the system's labels, or another numbered
// title, follows line i closely enough for it to be a row's title.
func (p *page) labelSoon(i int) bool {
	n := -1
	number, own, ok := p.numbered(i)
	if ok {
		n = leadingInt(number)
	}
	for j := i + 1; j < len(p.lines) && j < i+40; j++ {
		if label(p.text(j)) != noLabel {
			return true
		}
		if number, rest, ok := p.numbered(j); ok && (rest != "" || own == "") && n >= 0 && leadingInt(number) == n+1 {
			return true
		}
	}
	return false
}

// labelNext reports whether a label follows line i at once, or its title
// links to a file: what a list entry never does.
func (p *page) labelNext(i int) bool {
	if _, size := cutSize(p.text(i)); size != "" {
		return true
	}
	for j := i + 1; j < len(p.lines) && j <= i+3; j++ {
		if label(p.text(j)) != noLabel {
			return true
		}
	}
	return false
}

func leadingInt(s string) int {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(s[:end])
	if err != nil {
		return -1
	}
	return n
}
