package ingest

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// leftOver gives the blocks that are to be page records, by the index of their
// page, and the numbers of the pages on which the parser dropped a block.
//
// They are the blocks the parser left, and, should it have dropped or changed
// any, those with a word that no record of their page has. Two sorts of them
// are no page's text but go to a record's Furniture, where they are found and
// not shown: a block that a record does hold, but for a word or two (a
// telephone number withheld), and a few words left on a page that records
// cover (the heading of the site's page). On the page's own text they stand as
// everything else does.
func leftOver(p extract.Paper, parsed parse.Reading) (rest map[int][]extract.Block, missed []int) {
	left := make(map[parse.Place]bool, len(parsed.Rest))
	for _, pl := range parsed.Rest {
		left[pl] = true
	}
	held := newHeldWords(parsed.Records)
	each := newHolders(parsed.Records)
	rest = make(map[int][]extract.Block)
	for i, page := range p.Pages {
		var declared int // words the parser left
		for j, b := range page.Blocks {
			text := parse.Printed(b)
			switch {
			case left[parse.Place{Page: i, Block: j}]:
				declared += countWords(text)
			case held.all(page.Number, text):
				continue
			default:
				if each.take(text, page.Number) {
					continue
				}
				missed = append(missed, page.Number)
				if declared += countWords(text); countWords(text) > noSentence {
					declared += fewWords // it may be a paragraph's worth: shown
				}
			}
			rest[i] = append(rest[i], b)
		}
		if r := firstOn(page.Number, parsed.Records); r != nil && declared <= fewWords {
			for _, b := range rest[i] {
				addLine(r.About(), parse.Printed(b))
			}
			delete(rest, i)
		}
	}
	return rest, slices.Compact(missed)
}

// fewWords is up to how many words left on a page are not worth a record of
// their own.
const fewWords = 25

// noSentence is up to how many words a block can have and say nothing: what
// stands for a picture, a stray mark.
const noSentence = 5

// holders are records with the words of each by itself, worked out when first
// asked for: of a paper whose parser changed many blocks, they are asked for
// with each of them.
type holders struct {
	records []archive.Record
	words   []heldWords
}

func newHolders(records []archive.Record) *holders {
	return &holders{records, make([]heldWords, len(records))}
}

// take puts a text of a page to the record that holds most of its words, and
// at least half. It reports whether there is one.
func (h *holders) take(text string, page int) bool {
	best, most := -1, (countWords(text)+1)/2
	for i, r := range h.records {
		if !covers(r, page) {
			continue
		}
		held := h.of(i)
		n := 0
		for w := range wordsIn(text) {
			if held.has(page, w) {
				n++
			}
		}
		if n >= most && n > 0 {
			best, most = i, n+1
		}
	}
	if best < 0 {
		return false
	}
	addLine(h.records[best].About(), text)
	h.of(best).add(page, text)
	return true
}

func (h *holders) of(i int) heldWords {
	if h.words[i] == nil {
		h.words[i] = newHeldWords(h.records[i : i+1])
	}
	return h.words[i]
}

// firstOn is the first record that covers a page, or nil.
func firstOn(page int, records []archive.Record) archive.Record {
	for _, r := range records {
		if covers(r, page) {
			return r
		}
	}
	return nil
}

// covers reports whether a record stands on a page; one that does not say
// where it stands may stand on any.
func covers(r archive.Record, page int) bool {
	pages := r.About().Pages
	return len(pages) == 0 || slices.Contains(pages, page)
}

func countWords(text string) int {
	n := 0
	for range wordsIn(text) {
		n++
	}
	return n
}

// addLine adds a line to what is found of a record and not shown.
func addLine(head *archive.Head, line string) {
	head.Furniture = strings.TrimPrefix(head.Furniture+"\n"+line, "\n")
}

// A wordSet holds words in lower case.
type wordSet map[string]bool

// heldWords are the words of records by the pages they cover; under 0 stand
// those of records that do not say their pages. The records of one page share
// a set; one that covers several has its own, which stands under each of them:
// a report of a hundred pages has very many words.
type heldWords map[int][]wordSet

func newHeldWords(records []archive.Record) heldWords {
	held := make(heldWords)
	shared := make(map[int]wordSet)
	for _, r := range records {
		head := r.About()
		pages := head.Pages
		if len(pages) == 0 {
			pages = []int{0}
		}
		set := shared[pages[0]]
		if set == nil || len(pages) > 1 {
			set = make(wordSet)
			for _, n := range pages {
				held[n] = append(held[n], set)
			}
		}
		if len(pages) == 1 {
			shared[pages[0]] = set
		}
		for _, text := range []string{head.Title, head.Summary, head.Text, head.Furniture} {
			set.add(text)
		}
		if it, ok := r.(*archive.Item); ok {
			set.add(it.ItemNumber)
			set.add(it.AgendaItem)
		}
	}
	return held
}

func (s wordSet) add(text string) {
	for w := range wordsIn(text) {
		s[w] = true
	}
}

// add adds the words of a text that stands on a page of a record, where h is
// of that record alone.
func (h heldWords) add(page int, text string) {
	if len(h[page]) == 0 {
		h[page] = []wordSet{make(wordSet)}
	}
	h[page][0].add(text)
}

// has reports whether a word is held on a page.
func (h heldWords) has(page int, word string) bool {
	holds := func(s wordSet) bool { return s[word] }
	return slices.ContainsFunc(h[page], holds) || slices.ContainsFunc(h[0], holds)
}

// all reports whether every word of text is held on a page.
func (h heldWords) all(page int, text string) bool {
	for w := range wordsIn(text) {
		if !h.has(page, w) {
			return false
		}
	}
	return true
}

// wordsIn yields the runs of letters and digits of a text in lower case.
func wordsIn(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if !yield(strings.ToLower(w)) {
				return
			}
		}
	}
}

// pageRecords makes a record of each page's blocks that no other record holds,
// and of each page of which nothing but its running lines is left. rest is by
// the index of the page.
func pageRecords(doc parse.Document, parsed parse.Reading, rest map[int][]extract.Block, title string) []archive.Record {
	var records []archive.Record
	for i, page := range doc.Paper.Pages {
		text := plainText(rest[i])
		if text == "" && firstOn(page.Number, parsed.Records) == nil {
			text = strings.Join(page.Running, "\n\n")
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		records = append(records, pageRecord(doc, parsed, page, title, text))
	}
	return records
}

func pageRecord(doc parse.Document, parsed parse.Reading, page extract.Page, title, text string) *archive.Page {
	p := &archive.Page{Page: page.Number, Committee: parsed.Committee, MeetingDate: parsed.MeetingDate}
	p.Kind, p.ID = archive.KindPage, archive.PageID(doc.Digest, page.Number)
	p.Council = parsed.Council
	if p.Council == "" {
		p.Council = councilOf(parsed, parsed.Records)
	}
	p.Text, p.OCR, p.Visibility = text, page.OCR, archive.Public
	p.Pages, p.PageMarks = []int{page.Number}, []archive.PageMark{{Offset: 0, Page: page.Number}}
	p.Source = archive.Source{URL: doc.Raw.URL, SHA256: doc.Digest, Name: doc.Raw.Name, Retrieved: doc.Raw.Retrieved}
	p.Title = title
	if len(doc.Paper.Pages) > 1 {
		p.Title = fmt.Sprintf("%s, page %d", title, page.Number)
	}
	if len(parsed.Records) > 0 {
		p.Title += " (what stands outside its " + partsOf(doc.Format) + ")"
	}
	return p
}

// partsOf is what the records of a format are to its reader.
func partsOf(f archive.Format) string {
	switch f {
	case archive.OfficerReport, archive.LGSCODecision, archive.LGSCOReport:
		return "sections"
	}
	return "items"
}

// plainText is blocks as paragraphs.
func plainText(blocks []extract.Block) string {
	var paragraphs []string
	for _, b := range blocks {
		if text := strings.TrimSpace(parse.Printed(b)); text != "" {
			paragraphs = append(paragraphs, text)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// addFurniture puts the running lines of the pages a record covers into its
// Furniture, each line once.
func addFurniture(p extract.Paper, records []archive.Record) {
	running := make(map[int][]string)
	for _, page := range p.Pages {
		running[page.Number] = page.Running
	}
	for _, r := range records {
		head := r.About()
		pages := head.Pages
		if len(pages) == 0 && len(p.Pages) == 1 {
			pages = []int{p.Pages[0].Number}
		}
		var lines []string
		if head.Furniture != "" {
			lines = strings.Split(head.Furniture, "\n")
		}
		for _, n := range pages {
			for _, line := range running[n] {
				if !slices.Contains(lines, line) {
					lines = append(lines, line)
				}
			}
		}
		if head.Furniture = strings.Join(lines, "\n"); head.Furniture == head.Text {
			head.Furniture = ""
		}
	}
}

// pageTexts are the pages as the archive keeps them.
func pageTexts(p extract.Paper) []archive.PageText {
	var all []archive.PageText
	for _, page := range p.Pages {
		all = append(all, archive.PageText{
			Number: page.Number, Printed: page.Printed, Text: plainText(page.Blocks), Running: strings.Join(page.Running, "\n"),
			Width: page.Width, Height: page.Height, OCR: page.OCR, Unread: page.Unread, Words: page.Words,
		})
	}
	return all
}

// titleOf is what a paper calls itself: what its parser says, else its first
// heading, else its first line, else its file's name.
func titleOf(doc parse.Document, parsed parse.Reading) string {
	if parsed.Title != "" {
		return parsed.Title
	}
	if len(parsed.Records) == 1 && parsed.Records[0].About().Title != "" {
		return parsed.Records[0].About().Title
	}
	if doc.Paper.Media == "html" && worthy(doc.Paper.Title) {
		return doc.Paper.Title
	}
	first := ""
	for _, page := range doc.Paper.Pages[:min(len(doc.Paper.Pages), 2)] {
		for _, b := range page.Blocks {
			if !worthy(b.Text) {
				continue
			}
			if b.Kind == extract.Heading {
				return clip(b.Text)
			}
			if first == "" {
				first = clip(b.Text)
			}
		}
	}
	if first != "" {
		return first
	}
	name := doc.Raw.Name
	if cut := strings.LastIndexByte(name, '!'); cut >= 0 {
		name = name[cut+1:]
	}
	return path.Base(strings.ReplaceAll(name, `\`, "/"))
}

// worthy reports whether a text can be a title: it has a word in it.
func worthy(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n >= 3
}

// clip cuts a text at the end of a word so that it can stand as a title.
func clip(text string) string {
	const most = 120
	if len(text) <= most {
		return text
	}
	cut := strings.LastIndexByte(text[:most], ' ')
	if cut <= 0 {
		cut = most
	}
	return strings.ToValidUTF8(text[:cut], "") + " …"
}
