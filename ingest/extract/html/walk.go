package html

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// A walker turns a tree of nodes into blocks: words gather until a block
// begins or ends, then become a block of the kind the elements around say.
type walker struct {
	mains   map[*html.Node]bool // nil: the whole page is main
	titled  bool                // the main content has a heading of the first level
	blocks  []extract.Block
	running []string

	cur   piece // the words gathered
	state state // as it was when the first of them came
}

// A state is what the elements around a word say of it.
type state struct {
	main    bool // inside the main content
	around  bool // inside a nav or footer of a page that marks no main content
	kind    extract.BlockKind
	level   int
	marker  string // of the list entry, until its first block takes it
	entry   *bool  // whether the entry's marker has been taken
	class   string
	lists   int
	counter *int
	style   string // of the list we are in: "1", "a", "i", "A", "I", or "" for bullets
	bold    bool
	word    int // the level at which Word has the paragraph in a list; 0 is none
	depth   int
}

// maxDepth is how deep a tree is walked as a tree; what lies deeper is read
// as its words.
const maxDepth = 400

// noText are elements whose content is not text of the page.
var noText = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "math": true, "iframe": true,
	"object": true, "select": true, "textarea": true, "button": true, "head": true, "title": true, "audio": true, "video": true, "canvas": true, "datalist": true,
	"xml": true, // Word's settings, pasted along
}

// blockTags begin a new block.
var blockTags = map[string]bool{
	"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"ul": true, "ol": true, "li": true, "table": true, "thead": true, "tbody": true, "tfoot": true, "tr": true, "td": true, "th": true, "caption": true,
	"section": true, "article": true, "header": true, "footer": true, "nav": true, "aside": true, "main": true,
	"dl": true, "dt": true, "dd": true, "blockquote": true, "pre": true, "form": true, "fieldset": true, "legend": true,
	"address": true, "figure": true, "figcaption": true, "hr": true, "center": true, "details": true, "summary": true, "body": true, "html": true,
}

func (w *walker) children(nodes []*html.Node, s state) {
	for _, n := range nodes {
		w.node(n, s)
	}
}

func (w *walker) node(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		w.say(n.Data, s)
		return
	case html.ElementNode:
	default:
		w.inside(n, s)
		return
	}
	tag := n.Data
	switch {
	case noText[tag], noteMark(n):
		return
	case hidden(n):
		if t := text.Tidy(textOf(n)); t != "" {
			w.running = append(w.running, t)
		}
		return
	}
	s = w.enter(n, s)
	switch tag {
	case "br":
		w.begin(s)
		w.cur.breakLine()
	case "img", "input":
	case "a":
		w.link(n, s)
	case "table":
		w.flush()
		w.table(n, s)
		w.flush()
	case "li":
		w.flush()
		s = listEntry(n, s)
		w.inside(n, s)
		w.flush()
	default:
		if !blockTags[tag] {
			w.inside(n, s)
			return
		}
		w.flush()
		w.inside(n, blockState(tag, n, s))
		w.flush()
	}
}

// inside walks the children of n, or takes their words where the tree is too
// deep to walk.
func (w *walker) inside(n *html.Node, s state) {
	s.depth++
	if s.depth > maxDepth {
		w.say(textOf(n), s)
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, s)
	}
}

// enter is the state inside n as far as it does not depend on the kind of
// element.
func (w *walker) enter(n *html.Node, s state) state {
	if w.mains[n] {
		s.main = true
	}
	if w.mains == nil && aroundTags[n.Data] {
		s.around = true
	}
	if c := own(n); c != "" {
		s.class = joinClass(c, s.class)
	}
	switch n.Data {
	case "b", "strong", "th", "u":
		s.bold = true
	}
	if st := attr(n, "style"); st != "" && strings.Contains(strings.ReplaceAll(strings.ToLower(st), " ", ""), "font-weight:bold") {
		s.bold = true
	}
	return s
}

// own are the classes of an element that mean something to a parser: those
// of ModernGov, without the wrappers that hold everything, and any class of a
// paragraph-like element.
func own(n *html.Node) string {
	var keep []string
	for _, c := range strings.Fields(attr(n, "class")) {
		switch {
		case c == "mgContent" || c == "mgSubTitle":
		case strings.HasPrefix(c, "mg"), inlineMeaning[c]:
			keep = append(keep, c)
		case n.Data == "p" || n.Data == "li" || len(n.Data) == 2 && n.Data[0] == 'h' && n.Data != "hr":
			keep = append(keep, c)
		}
	}
	return strings.Join(keep, " ")
}

// inlineMeaning are classes of small elements by which pages mark a label and
// its value: the Ombudsman's, and CMIS's.
var inlineMeaning = map[string]bool{"label": true, "value": true, "DNNLabel": true, "Value": true, "DocumentListItem": true, "TitleLink": true}

// joinClass puts the inner element's classes before the outer's.
func joinClass(inner, outer string) string {
	if outer == "" || inner == outer || strings.HasPrefix(outer+" ", inner+" ") {
		return firstOf(outer, inner)
	}
	return inner + " " + outer
}

func blockState(tag string, n *html.Node, s state) state {
	switch tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		s.kind, s.level, s.entry = extract.Heading, int(tag[1]-'0'), nil
	case "caption", "legend":
		s.kind, s.level, s.entry = extract.Heading, 2, nil
	case "ul", "ol":
		s.lists++
		s.style = ""
		if tag == "ol" {
			start := 1
			if v, err := strconv.Atoi(attr(n, "start")); err == nil && v >= 0 && v < 1e6 {
				start = v
			}
			s.counter = &start
			s.style = firstOf(attr(n, "type"), "1")
		}
	case "dt":
		s.bold = true
	case "p":
		s.word = 0
		if m := wordList.FindStringSubmatch(attr(n, "style")); m != nil {
			s.word = int(m[1][0] - '0')
		}
	}
	return s
}

// wordList is how Word marks a list's paragraph, whose label it writes out:
// "mso-list:l0 level2 lfo1".
var wordList = regexp.MustCompile(`mso-list:\s*l\d+\s+level([1-9])\b`)

// listEntry is the state inside a list entry: the marker goes to its first
// block, any further ones are paragraphs at its level.
func listEntry(n *html.Node, s state) state {
	taken := false
	s.kind, s.entry, s.level = extract.Entry, &taken, max(s.lists, 1)
	s.marker = "•"
	if s.style != "" && s.counter != nil {
		if v, err := strconv.Atoi(attr(n, "value")); err == nil && v >= 0 && v < 1e6 {
			*s.counter = v
		}
		s.marker = ordinal(*s.counter, s.style) + "."
		*s.counter++
	}
	return s
}

// ordinal writes n as an ordered list of the given type does.
func ordinal(n int, style string) string {
	switch {
	case (style == "a" || style == "A") && n >= 1 && n <= 26:
		return string(rune(style[0]) + rune(n-1))
	case (style == "i" || style == "I") && n >= 1 && n <= 50:
		var b strings.Builder
		for _, r := range []struct {
			v int
			s string
		}{{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
			for ; n >= r.v; n -= r.v {
				b.WriteString(r.s)
			}
		}
		if style == "I" {
			return strings.ToUpper(b.String())
		}
		return b.String()
	}
	return strconv.Itoa(n)
}

// link gathers an anchor's words and notes where it leads.
func (w *walker) link(n *html.Node, s state) {
	l := extract.Link{Href: strings.TrimSpace(attr(n, "href")), ID: firstOf(attr(n, "name"), attr(n, "id"))}
	if l.Href == "" && l.ID == "" {
		w.inside(n, s)
		return
	}
	w.begin(s)
	blocks, from := len(w.blocks), w.cur.raw.Len()
	w.inside(n, s)
	if blocks == len(w.blocks) && from <= w.cur.raw.Len() {
		l.Text = text.Tidy(w.cur.raw.String()[from:])
		w.cur.links = append(w.cur.links, l)
		return
	}
	// The anchor holds blocks: it belongs to the last of them.
	l.Text = text.Tidy(textOf(n))
	if last := len(w.blocks) - 1; last >= 0 {
		w.blocks[last].Links = append(w.blocks[last].Links, l)
	}
}

// noteMark reports whether an element is the mark of a note in the text, as
// Word, LibreOffice and pandoc make it. The note itself is marked too.
func noteMark(n *html.Node) bool {
	if n.Data != "a" {
		return false
	}
	name, class := firstOf(attr(n, "name"), attr(n, "id")), attr(n, "class")
	return strings.HasPrefix(name, "_ftnref") || strings.HasPrefix(name, "_ednref") || class == "sdfootnoteanc" || class == "sdendnoteanc" || class == "footnote-ref"
}

// hidden reports whether an element is kept from the reader's eyes, or was
// struck out: by ModernGov's own class, by its style, or as Word marks what
// stands in the margin.
func hidden(n *html.Node) bool {
	if n.Data == "del" {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "class":
			for _, c := range strings.Fields(a.Val) {
				if c == "mgHide" || c == "sr-only" || c == "visually-hidden" || c == "visuallyhidden" || c == "MsoCommentReference" {
					return true
				}
			}
		case "style":
			st := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(st, "display:none") || strings.Contains(st, "visibility:hidden") || strings.Contains(st, "mso-hide:all") || strings.Contains(st, "mso-element:comment-list") {
				return true
			}
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is all the text under n, without recursion: the tree may be as deep
// as the parser allows.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := n; c != nil; {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		} else if c.Type == html.ElementNode && blockTags[c.Data] {
			b.WriteByte(' ')
		}
		if c.FirstChild != nil && !(c.Type == html.ElementNode && noText[c.Data]) {
			c = c.FirstChild
			continue
		}
		for c != n && c.NextSibling == nil {
			c = c.Parent
		}
		if c == n {
			break
		}
		c = c.NextSibling
	}
	return b.String()
}
