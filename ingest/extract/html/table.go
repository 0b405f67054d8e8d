package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// table reads a table. One that lays out the page is walked as if its cells
// were divisions; one that holds data becomes a row to each of its rows.
func (w *walker) table(n *html.Node, s state) {
	if layout(n) {
		w.inside(n, s)
		return
	}
	if c := firstChild(n, "caption"); c != nil {
		w.node(c, s)
		w.flush()
	}
	for _, tr := range rows(n) {
		w.row(tr, w.enter(tr, s))
	}
}

// layout reports whether a table only lays out a page: it is ModernGov's
// agenda, or it holds lists, headings, tables or long text in its cells.
func layout(n *html.Node) bool {
	c := attr(n, "class") + " " + attr(n, "id")
	if strings.Contains(c, "mgItemTable") || attr(n, "role") == "presentation" {
		return true
	}
	big := false
	each(n, func(c *html.Node) bool {
		switch c.Data {
		case "table":
			big = big || c != n
		case "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "form":
			big = true
		case "td":
			big = big || count(c, "p") > 6 || len(textOf(c)) > 1500
		}
		return !big
	})
	return big
}

// row makes one block of a row's cells. A row of a single cell is a
// paragraph.
func (w *walker) row(tr *html.Node, s state) {
	var cells []string
	var parts [][]string
	var links []extract.Link
	header, filled, several := true, 0, false
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			continue
		}
		if c.Data == "td" {
			header = false
		}
		lines := linesOf(c)
		cell := strings.Join(lines, " ")
		if cell != "" {
			filled++
		}
		cells = append(cells, cell)
		parts, several = append(parts, lines), several || len(lines) > 1
		each(c, func(a *html.Node) bool {
			if href := strings.TrimSpace(attr(a, "href")); a.Data == "a" && href != "" {
				links = append(links, extract.Link{Text: text.Tidy(textOf(a)), Href: href})
			}
			return true
		})
	}
	if filled == 0 {
		return
	}
	joined := said(cells)
	if !w.wanted(s) {
		w.running = append(w.running, joined)
		return
	}
	if len(cells) == 1 {
		b, _ := text.Block(cells[0])
		b.Class, b.Links = s.class, links
		w.blocks = append(w.blocks, b)
		return
	}
	if !several {
		parts = nil
	}
	w.blocks = append(w.blocks, extract.Block{Kind: extract.Row, Text: joined, Cells: cells, Parts: parts, Header: header, Bold: mostlyBold(tr), Class: s.class, Links: links})
}

// linesOf are the paragraphs of a cell. A line break ends one unless the
// sentence goes on after it.
func linesOf(cell *html.Node) []string {
	var lines []string
	var b strings.Builder
	end := func(hard bool) {
		line := text.Tidy(b.String())
		b.Reset()
		if line == "" {
			return
		}
		_, _, marked := text.Marker(line)
		if n := len(lines); !hard && !marked && n > 0 && !strings.ContainsAny(lines[n-1][len(lines[n-1])-1:], ".:;!?") && startsSmall(line) {
			lines[n-1] += " " + line
			return
		}
		lines = append(lines, line)
	}
	hard := true // how the line being gathered began
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case c.Type != html.ElementNode || noText[c.Data]:
			case depth > maxDepth:
				b.WriteString(textOf(c))
			case c.Data == "br":
				end(hard)
				hard = false
			case blockTags[c.Data]:
				end(hard)
				hard = true
				walk(c, depth+1)
				end(hard)
				hard = true
			default:
				walk(c, depth+1)
			}
		}
	}
	walk(cell, 0)
	end(hard)
	return lines
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// mostlyBold reports whether more than half of a row's letters are bold. A
// heading's cells are.
func mostlyBold(tr *html.Node) bool {
	bold := 0
	each(tr, func(c *html.Node) bool {
		if c.Data == "b" || c.Data == "strong" {
			if p := c.Parent; p == nil || p.Data != "b" && p.Data != "strong" {
				bold += len(text.Tidy(textOf(c)))
			}
		}
		return true
	})
	return bold > 0 && bold*2 > len(text.Tidy(textOf(tr)))
}

// said joins the cells that say something.
func said(cells []string) string {
	full := make([]string, 0, len(cells))
	for _, c := range cells {
		if c != "" {
			full = append(full, c)
		}
	}
	return strings.Join(full, " | ")
}

// rows are the rows of a table, those of tables inside it left out.
func rows(n *html.Node) []*html.Node {
	var out []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "tr":
			out = append(out, c)
		case c.Data == "thead" || c.Data == "tbody" || c.Data == "tfoot":
			out = append(out, rows(c)...)
		}
	}
	return out
}

func firstChild(n *html.Node, tag string) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == tag {
			return c
		}
	}
	return nil
}

func count(n *html.Node, tag string) int {
	total := 0
	each(n, func(c *html.Node) bool {
		if c.Data == tag {
			total++
		}
		return true
	})
	return total
}

// each calls f on every element under n, n too, in order, until f says false.
func each(n *html.Node, f func(*html.Node) bool) {
	for c := n; c != nil; {
		if c.Type == html.ElementNode && !f(c) {
			return
		}
		if c.FirstChild != nil {
			c = c.FirstChild
			continue
		}
		for c != n && c.NextSibling == nil {
			c = c.Parent
		}
		if c == n {
			return
		}
		c = c.NextSibling
	}
}
