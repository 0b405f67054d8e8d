package moderngov

import (
	"regexp"
	"strings"
)

// sentenceWords are verbs that a sentence of minutes has and no title.
var sentenceWords = regexp.MustCompile(`\b(?:was|were|is|are|has|had|have|be|noted|resolved|RESOLVED|agreed|AGREED|received from|Resolved)\b|^(?:Questions?|Motion|Amendment|Appendix) \d+$`)

// gapRows finds rows in the text of a page whose number cells were empty or
// were lost: there each row's title stands after two blank lines, is short
// and ends without a stop. A page that does not say that it has a table of
// items has none.
func (p *page) gapRows() []int {
	head := p.itemsHead()
	if head < 0 {
		return nil
	}
	if starts := p.barRows(head); len(starts) > 1 {
		return starts
	}
	apart := p.apart()
	var starts []int
	for i := head + 1; i < len(p.lines); i++ {
		if apart[p.text(i)] && p.titled(i) {
			starts = append(starts, i)
		}
	}
	return starts
}

// barRows finds rows of a table whose bars stand on lines of their own: each
// begins after one.
func (p *page) barRows(head int) []int {
	after := map[string]bool{}
	bar := false
	for line := range strings.SplitSeq(p.rawText(), "\n") {
		words := strings.Join(strings.Fields(line), " ")
		if bar && words != "|" && words != "" {
			after[words] = true
		}
		bar = words == "|"
	}
	var starts []int
	for i := head + 1; i < len(p.lines) && len(after) > 1; i++ {
		if after[p.text(i)] {
			starts = append(starts, i)
		}
	}
	p.barred = len(starts) > 1
	return starts
}

// rawText is the paper as it was published, where that was text.
func (p *page) rawText() string {
	if p.doc.Paper.Media != "text" {
		return ""
	}
	return strings.ReplaceAll(string(p.doc.Raw.Bytes), "\r\n", "\n")
}

// itemsHead is the line that heads the table of items, "No. Item", or the one
// near the top that names body, day and time; -1 where there is none.
func (p *page) itemsHead() int {
	for i := 0; i < len(p.lines) && i < 25; i++ {
		if p.itemsLine(i) {
			return i
		}
	}
	for i := 0; i < len(p.lines) && i < 8; i++ {
		if body, date, clock := heading(p.text(i)); body != "" && date != "" && clock != "" && len(p.text(i)) < 150 {
			return i
		}
	}
	return -1
}

// itemsLine reports whether line i is "No. Item", which heads the items.
func (p *page) itemsLine(i int) bool {
	if len(p.text(i)) > 20 {
		return false
	}
	switch strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(p.text(i), "|", " ")), " ")) {
	case "no", "no.", "no. item", "no item", "rhif eitem", "rhif. eitem":
		return true
	}
	return false
}

// apart are the lines of the page's text that stand after two blank lines or
// more.
func (p *page) apart() map[string]bool {
	found := map[string]bool{}
	blank := 0
	for line := range strings.SplitSeq(p.rawText(), "\n") {
		if line == "" {
			blank++
			continue
		}
		if words := strings.Join(strings.Fields(line), " "); blank >= 2 && words != "" {
			found[words] = true
		}
		blank = 0
	}
	return found
}

// titled reports whether line i reads like an item's title: it links to a
// file, or is short and no sentence.
func (p *page) titled(i int) bool {
	t, size := cutSize(p.text(i))
	switch {
	case t == "" || label(t) != noLabel || len(t) > 200 || startsLower(t) || p.isAction(i):
		return false
	case size != "":
		return true
	}
	return len(t) < 120 && !strings.ContainsAny(t[len(t)-1:], ".;:,?") && !sentenceWords.MatchString(t)
}
