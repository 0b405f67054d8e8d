// Package html reads web pages into blocks: paragraphs, headings, list
// entries and table rows, each with the classes and links that say what the
// page means by it.
//
// It knows how pages are built (a main part wrapped in a site's template,
// tables used for layout, text pasted from Word) and nothing of what councils
// publish; that is the parsers' business.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// Engine names this reader and its version.
const Engine = "html/3"

// AddressClass marks a block without text whose links say where the page
// itself is published (its canonical link, the address its form posts to)
// and where it stands in its site (the breadcrumb).
const AddressClass = "page-address"

// Read gives the blocks of a page or of a piece of one. The part of the page
// that is marked as its main content becomes blocks; what stands around it
// (navigation, banners, footers) becomes running lines, kept but apart. A
// page that marks nothing is blocks from end to end. Scripts, styles and
// comments are no text. Broken markup is read as browsers read it, and
// markup too deep to read is read as its words.
func Read(raw []byte) (extract.Paper, error) {
	p := extract.Paper{Media: "html", Engine: Engine}
	src := decode(raw)
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(src))
	if err != nil {
		p.Pages = []extract.Page{{Number: 1, Blocks: words(src)}}
		p.Doubts = append(p.Doubts, fmt.Sprintf("html: read without its structure: %v", err))
		return p, nil
	}
	p.Title = text.Tidy(doc.Find("head title").First().Text())
	page := extract.Page{Number: 1}
	w := walker{mains: mains(doc)}
	for n := range w.mains {
		w.titled = w.titled || count(n, "h1") > 0
	}
	w.children(doc.Find("body").Nodes, state{})
	w.flush()
	page.Blocks, page.Running = w.blocks, w.running
	if a := address(doc); len(a.Links) > 0 {
		page.Blocks = append(page.Blocks, a)
	}
	text.SetLevels(page.Blocks)
	p.Pages = []extract.Page{page}
	return p, nil
}

// Fragment gives the blocks of a piece of HTML that stands inside another
// paper, each with the class given.
func Fragment(src, class string) []extract.Block {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(src))
	if err != nil {
		return words(src)
	}
	w := walker{}
	w.children(doc.Find("body").Nodes, state{})
	w.flush()
	for i := range w.blocks {
		w.blocks[i].Class = strings.TrimSpace(class + " " + w.blocks[i].Class)
	}
	text.SetLevels(w.blocks)
	return w.blocks
}

// decode gives the page as UTF-8. What the bytes themselves show (a mark, the
// zeros of UTF-16, text that is no UTF-8) goes before what the page says of
// itself, for pages that say UTF-8 and hold Windows-1252 are common.
func decode(raw []byte) string {
	if name := declared(raw); name != "" && !bytes.HasPrefix(raw, []byte{0xff, 0xfe}) && !bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		switch enc, canonical := charset.Lookup(name); canonical {
		case "", "utf-8", "windows-1252", "utf-16le", "utf-16be", "replacement":
		default:
			if b, err := enc.NewDecoder().Bytes(raw); err == nil {
				return text.Decode(b)
			}
		}
	}
	return text.Decode(raw)
}

// declared is the encoding a page states in its head, or "".
func declared(raw []byte) string {
	z := html.NewTokenizer(bytes.NewReader(raw[:min(len(raw), 4096)]))
	for {
		if z.Next() == html.ErrorToken {
			return ""
		}
		t := z.Token()
		if t.Data != "meta" {
			continue
		}
		for _, a := range t.Attr {
			switch a.Key {
			case "charset":
				return a.Val
			case "content":
				if _, params, err := mime.ParseMediaType(a.Val); err == nil && params["charset"] != "" {
					return params["charset"]
				}
			}
		}
	}
}

// words gives the text of markup that cannot be parsed: what stands between
// tags, a paragraph wherever a tag begins a block.
func words(src string) []extract.Block {
	var out []extract.Block
	var b strings.Builder
	flush := func() {
		if block, ok := text.Block(b.String()); ok {
			out = append(out, block)
		}
		b.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(src))
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			flush()
			if err := z.Err(); !errors.Is(err, io.EOF) {
				out = append(out, extract.Block{Text: text.Tidy(string(z.Raw()))})
			}
			text.SetLevels(out)
			return out
		case html.TextToken:
			if skip == "" {
				b.WriteString(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			if n := string(name); noText[n] {
				skip = n
			} else if blockTags[n] {
				flush()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if n := string(name); n == skip {
				skip = ""
			} else if blockTags[n] {
				flush()
			}
		case html.SelfClosingTagToken:
			b.WriteByte(' ')
		}
	}
}
