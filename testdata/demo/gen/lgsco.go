package main

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

var slugCut = regexp.MustCompile(`[^a-z0-9]+`)

// slug is the Ombudsman's: apostrophe and space become "-".
func slug(s string) string {
	return strings.Trim(slugCut.ReplaceAllString(strings.ReplaceAll(strings.ToLower(s), "’", "'"), "-"), "-")
}

func findingURL(p *paper) string {
	cat, subcat, _ := strings.Cut(p.f.get("category"), " > ")
	return fmt.Sprintf("https://www.ombudsman.example/decisions/%s/%s/%s", slug(cat), slug(subcat), strings.ReplaceAll(p.f.get("ref"), " ", "-"))
}

// findingPage is a decision page: numbered paragraphs run through the whole
// page, so each list after the first says where it starts.
func findingPage(p *paper) string {
	var b strings.Builder
	name := p.f.get("for")
	title := fmt.Sprintf("%s (%s)", name, p.f.get("ref"))
	fmt.Fprintf(&b, `<article id="article">
<header class="articleHeader">
<h1>%s</h1>
<p><span class="label">Category : </span><span class="value">%s</span></p>
<p><span class="label">Decision : </span><span class="value">%s</span></p>
<p><span class="label">Decision date : </span><span class="value">%s</span></p>
</header>
<h2>The Ombudsman's final decision:</h2>
<p>Summary: %s</p>
`, inline(title), inline(p.f.get("category")), p.f.get("decision"), p.date.Format("02 Jan 2006"), inline(p.f.get("summary")))
	n := 0
	var inList, inSub string
	closeSub := func() {
		if inSub != "" {
			b.WriteString("</" + inSub + ">")
			inSub = ""
		}
	}
	closeList := func() {
		closeSub()
		if inList != "" {
			b.WriteString("</li>\n</ol>\n")
			inList = ""
		}
	}
	section := ""
	for _, k := range p.text {
		switch k.kind {
		case "h", "h2":
			closeList()
			if section != "" && k.kind == "h" {
				b.WriteString("<p><a href=\"#top\">Back to top</a></p>\n")
			}
			section = k.text
			tag := "h3"
			if k.kind == "h2" {
				tag = "h4"
			}
			fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, inline(k.text), tag)
		case "li", "n":
			want := "ul"
			if k.kind == "n" {
				want = "ol"
			}
			if inSub != want {
				closeSub()
				inSub = want
				if want == "ol" {
					b.WriteString("\n<ol type=\"a\">")
				} else {
					b.WriteString("\n<ul>")
				}
			}
			fmt.Fprintf(&b, "\n<li>%s</li>", inline(k.text))
		default:
			n++
			if inList == "" {
				start := ""
				if n > 1 {
					start = fmt.Sprintf(` start="%d"`, n)
				}
				fmt.Fprintf(&b, "<ol%s>\n", start)
				inList = "ol"
			} else {
				closeSub()
				b.WriteString("</li>\n")
			}
			fmt.Fprintf(&b, "<li>%s", strings.NewReplacer("<i>", "<em>", "</i>", "</em>").Replace(inline(k.text)))
		}
	}
	closeList()
	b.WriteString("<p><strong>Investigator's decision on behalf of the Ombudsman</strong></p>\n<p><a href=\"#top\">Back to top</a></p>\n</article>\n")
	return fmt.Sprintf(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>%s - Local Government and Social Care Ombudsman</title>
<meta name="description" content="%s">
</head>
<body id="top">
<header><a href="/"><img src="/img/logo.png" alt="Local Government and Social Care Ombudsman"></a>
<nav><ul><li><a href="/make-a-complaint">Make a complaint</a></li><li><a href="/decisions">Find decisions and reports</a></li><li><a href="/your-councils-performance">Your council's performance</a></li></ul></nav></header>
<main>
%s</main>
<footer><p><a href="/privacy">Privacy</a> | <a href="/copyright">Copyright</a> | <a href="/accessibility">Accessibility</a></p></footer>
</body>
</html>
`, html.EscapeString(title), html.EscapeString(p.f.get("summary")), b.String())
}
