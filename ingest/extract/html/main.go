package html

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// mainMarks are the ways pages mark their main content, the surest first. The
// first that a page uses counts; ModernGov's block is #modgov on some sites
// and .mgContent with its heading outside it on others, so both together are
// its main content. The Ombudsman's is an article.
var mainMarks = []string{
	`#modgov, .mgContent, .mgSubTitle, .mgSubTitleTxt, .mgItemTable, #mgItemTable`,
	`article#article`,
	`#dnn_ContentPane`,
	`main, [role=main]`,
	`article`,
}

// mains are the nodes of a page that hold its main content, or nil where
// nothing is marked.
func mains(doc *goquery.Document) map[*html.Node]bool {
	for _, mark := range mainMarks {
		found := doc.Find(mark)
		if found.Length() == 0 || text.Tidy(found.Text()) == "" {
			continue
		}
		nodes := map[*html.Node]bool{}
		for _, n := range found.Nodes {
			nodes[n] = true
		}
		return nodes
	}
	return nil
}

// aroundTags are parts of a template by their nature, where a page marks no
// main content.
var aroundTags = map[string]bool{"nav": true, "footer": true, "aside": true}

// address is the block of links that say where the page itself stands.
func address(doc *goquery.Document) extract.Block {
	b := extract.Block{Class: AddressClass}
	add := func(label, attr string) func(int, *goquery.Selection) {
		return func(_ int, s *goquery.Selection) {
			if href := strings.TrimSpace(s.AttrOr(attr, "")); href != "" && href != "#" {
				b.Links = append(b.Links, extract.Link{Text: firstOf(label, text.Tidy(s.Text())), Href: href})
			}
		}
	}
	doc.Find(`link[rel=canonical]`).Each(add("canonical", "href"))
	doc.Find(`meta[property="og:url"]`).Each(add("canonical", "content"))
	doc.Find(`form[method=post i]`).Each(add("form", "action"))
	doc.Find(`[class*=readcrumb i] a[href], [id*=readcrumb i] a[href], [aria-label*=readcrumb i] a[href]`).Each(add("", "href"))
	return b
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
