//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// A known is a paper made from text we wrote, with that text in reading order.
type known struct {
	file, maker, truth string
}

// encrypted are the papers that are another one, locked with an empty password.
var encrypted = map[string]string{"aes128": "cymraeg", "aes256": "cymraeg", "rc4": "cymraeg", "linear": "cymraeg"}

// knowns pairs the papers of a folder, NAME-MAKER.in.pdf, with their sources,
// src/NAME.html or src/NAME.txt. Papers whose source is neither are left out.
func knowns(folder string) ([]known, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.in.pdf"))
	if err != nil {
		return nil, err
	}
	var out []known
	for _, f := range files {
		base := strings.TrimSuffix(filepath.Base(f), ".in.pdf")
		name, maker, _ := strings.Cut(base, "-")
		if of, ok := encrypted[base]; ok {
			name, maker = of, "qpdf "+base
		}
		k := known{file: f, maker: maker}
		if raw, err := os.ReadFile(filepath.Join(folder, "src", name+".txt")); err == nil {
			k.truth = string(raw)
		} else if raw, err := os.ReadFile(filepath.Join(folder, "src", name+".html")); err == nil && base != "password" {
			if k.truth, err = said(raw); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		} else {
			continue
		}
		out = append(out, k)
	}
	return out, nil
}

// said is the text of a page of HTML as a reader of the printed page reads it:
// in order, with the markers of its lists, and the head of a table again above
// a row of class "again", which starts a page, or where such an element stands
// in a row that a page's end cuts.
func said(raw []byte) (string, error) {
	doc, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	var walk func(n, head *html.Node)
	walk = func(n, head *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.Type == html.ElementNode && (n.Data == "style" || n.Data == "title"):
			return
		case n.Type == html.ElementNode:
			switch n.Data {
			case "li":
				b.WriteString("\n" + marker(n) + " ")
			case "p", "h1", "h2", "h3", "tr", "table", "div", "td", "th":
				b.WriteString("\n")
			}
			if n.Data == "table" {
				head = find1(n, "thead")
			}
			if attribute(n, "class") == "again" && head != nil {
				walk(head, nil)
				b.WriteString("\n")
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, head)
		}
	}
	walk(doc, nil)
	return b.String(), nil
}

func find1(n *html.Node, name string) *html.Node {
	for d := range n.Descendants() {
		if d.Data == name {
			return d
		}
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// marker is what is printed before an entry of a list.
func marker(li *html.Node) string {
	n := 1
	if s, err := strconv.Atoi(attribute(li.Parent, "start")); err == nil {
		n = s
	}
	for p := li.PrevSibling; p != nil; p = p.PrevSibling {
		if p.Data == "li" {
			n++
		}
	}
	if li.Parent.Data != "ol" {
		return "•"
	}
	switch attribute(li.Parent, "type") {
	case "a":
		return string(rune('a'+n-1)) + "."
	case "i":
		return []string{"", "i.", "ii.", "iii.", "iv.", "v.", "vi."}[n]
	}
	return strconv.Itoa(n) + "."
}

// plain is text with what no two readers write alike made alike: white space,
// ligatures, the signs of bullets.
func plain(text string) string {
	text = norm.NFKC.String(strings.ReplaceAll(text, "\u00AD", ""))
	words := strings.Fields(text)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool {
		return len([]rune(w)) == 1 && strings.ContainsAny(w, "•◦▪●○■·-–o§")
	}), " ")
}

// wrong is the share of characters that differ from the truth: the fewest
// characters to put in, take out or change, by the truth's length.
func wrong(got, truth string) float64 {
	a, b := []rune(plain(got)), []rune(plain(truth))
	if len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return float64(row[len(b)]) / float64(len(b))
}
