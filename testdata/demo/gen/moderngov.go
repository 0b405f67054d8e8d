package main

import (
	"fmt"
	"html"
	"regexp"
	"sort"
	"strings"
)

var (
	bold   = regexp.MustCompile(`\*\*(.+?)\*\*`)
	italic = regexp.MustCompile(`__(.+?)__`)
)

// inline is text as HTML with **bold** and __italic__.
func inline(s string) string {
	s = html.EscapeString(s)
	s = strings.NewReplacer("&#39;", "'", "&#34;", `"`).Replace(s)
	s = bold.ReplaceAllString(s, "<b>$1</b>")
	return italic.ReplaceAllString(s, "<i>$1</i>")
}

// plain is text without its marks.
func plain(s string) string {
	return italic.ReplaceAllString(bold.ReplaceAllString(s, "$1"), "$1")
}

// wrap breaks lines in mid-sentence as a word processor's export does.
func wrap(s string, n int) string {
	var b strings.Builder
	col := 0
	for i, w := range strings.Split(s, " ") {
		if i > 0 {
			if col+len(w) > n {
				b.WriteByte('\n')
				col = 0
			} else {
				b.WriteByte(' ')
				col++
			}
		}
		b.WriteString(w)
		col += len(w)
	}
	return b.String()
}

const nbsp = "&nbsp;"

// wordHTML is a body as a word processor leaves it in a committee page:
// blank paragraphs, bullets and numbers as literal characters.
func wordHTML(c *council, bs []block) string {
	if len(bs) == 0 {
		return ""
	}
	var b strings.Builder
	open, table := "", false
	blank := func() {
		if c.key != "thornley" {
			b.WriteString(`<p class="MsoNormal">` + nbsp + "</p>\n")
		}
	}
	span := func(s string) string {
		if c.key == "westermouth" {
			return `<span style="font-size:12.0pt">` + s + `</span>`
		}
		return s
	}
	for i, k := range bs {
		row := k.kind == "row" || k.kind == "head"
		if table && !row {
			b.WriteString("</table>\n")
			table = false
		}
		if i > 0 && !row {
			blank()
		}
		switch k.kind {
		case "h", "h2":
			fmt.Fprintf(&b, "<p class=\"MsoNormal\" style=\"text-align:justify\"><b>%s</b></p>\n", wrap(span(inline(k.text)), 72))
		case "li":
			fmt.Fprintf(&b, "<p class=\"MsoListParagraph\" style=\"margin-left:36.0pt;text-indent:-18.0pt\"><span style=\"font-family:Symbol\">·<span style=\"font:7.0pt 'Times New Roman'\">%s </span></span>%s</p>\n",
				strings.Repeat(nbsp, 8), wrap(span(inline(k.text)), 72))
		case "sub":
			fmt.Fprintf(&b, "<p class=\"MsoListParagraph\" style=\"margin-left:72.0pt;text-indent:-18.0pt\"><span style=\"font-family:'Courier New'\">o<span style=\"font:7.0pt 'Times New Roman'\">%s </span></span>%s</p>\n",
				strings.Repeat(nbsp, 3), wrap(span(inline(k.text)), 72))
		case "n":
			fmt.Fprintf(&b, "<p class=\"MsoListParagraph\" style=\"text-indent:-18.0pt\">%s%s %s</p>\n", k.marker, strings.Repeat(nbsp, 3), wrap(span(inline(k.text)), 72))
		case "row", "head":
			if !table {
				b.WriteString("<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\">\n")
				table = true
			}
			b.WriteString("<tr>")
			for _, cell := range k.cells {
				text := inline(cell)
				if k.kind == "head" {
					text = "<b>" + text + "</b>"
				}
				fmt.Fprintf(&b, "<td valign=\"top\" style=\"padding:0cm 5.4pt\"><p class=\"MsoNormal\">%s</p></td>", text)
			}
			b.WriteString("</tr>\n")
		default:
			fmt.Fprintf(&b, "<p class=\"MsoNormal\" style=\"text-align:justify\">%s</p>\n", wrap(span(inline(k.text)), 72))
		}
	}
	if table {
		b.WriteString("</table>\n")
	}
	open = "WordSection1"
	if c.key == "thornley" {
		open = "Section1"
	}
	return fmt.Sprintf("<div class=\"mgWordPara\" ><div class=\"%s\">\n%s</div>\n</div>\n", open, b.String())
}

// page puts a council's own page around ModernGov's block.
func page(c *council, title, crumb, content string) string {
	switch c.key {
	case "ambershire":
		return fmt.Sprintf(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<title>%s | %s</title>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="stylesheet" href="SiteSpecific/ssMgStyles.css" type="text/css" />
<script type="text/javascript">var dataLayer = window.dataLayer || [];</script>
</head>
<body class="acc-theme">
<div id="cookie-banner"><p>We use cookies to make our website work. <a href="https://www.ambershire.example/cookies">Find out more</a> <button type="button">Accept cookies</button></p></div>
<a class="skip" href="#main">Skip to main content</a>
<header class="site-header"><a href="https://www.ambershire.example/"><img src="https://www.ambershire.example/logo.svg" alt="Ambershire County Council" /></a>
<form action="https://www.ambershire.example/search" role="search"><label for="q">Search this site</label><input id="q" name="q" type="search" /><button>Search</button></form>
<nav aria-label="Main"><ul><li><a href="https://www.ambershire.example/adults">Adult social care</a></li><li><a href="https://www.ambershire.example/schools">Schools and learning</a></li><li><a href="https://www.ambershire.example/roads">Roads and travel</a></li><li><a href="ieDocHome.aspx?bcr=1">Council and democracy</a></li></ul></nav>
</header>
<ol class="breadcrumb"><li><a href="https://www.ambershire.example/">Home</a></li><li><a href="ieDocHome.aspx?bcr=1">Council and democracy</a></li>%s</ol>
<main id="main">
<div id="modgov">
%s</div>
</main>
<aside class="mgsidenav"><h2>Democracy</h2><ul class="mgLinks"><li><a href="mgCalendarMonthView.aspx?GL=1&amp;bcr=1">Calendar of meetings</a></li><li><a href="mgListCommittees.aspx?bcr=1">Committees</a></li><li><a href="mgMemberIndex.aspx?bcr=1">Your councillors</a></li><li><a href="mgPlansHome.aspx?bcr=1">Forward plans</a></li></ul></aside>
<footer><p>&#169; Ambershire County Council, County Hall, Amberton. Telephone 01632 960100.</p><ul><li><a href="https://www.ambershire.example/accessibility">Accessibility</a></li><li><a href="https://www.ambershire.example/privacy">Privacy</a></li></ul></footer>
</body>
</html>
`, html.EscapeString(title), c.name, crumb, content)
	case "westermouth":
		return fmt.Sprintf(`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>%s - %s</title>
<link href="/SiteSpecific/ssWordStyles.css" rel="stylesheet" type="text/css" />
</head>
<body>
<div class="wm-header"><p class="wm-logo"><a href="https://www.westermouth.example">Westermouth Council</a></p>
<ul class="wm-nav"><li><a href="https://www.westermouth.example/pay">Pay</a></li><li><a href="https://www.westermouth.example/report">Report</a></li><li><a href="https://www.westermouth.example/apply">Apply</a></li></ul></div>
<div class="wm-breadcrumb">You are here: <a href="https://www.westermouth.example">Home</a> &gt; <a href="ieDocHome.aspx?bcr=1">Council meetings</a>%s</div>
<div class="wm-left"><ul class="mgLinks" ><li><a href="mgWhatsNew.aspx?bcr=1">What's new</a></li><li><a href="ieDocSearch.aspx?bcr=1">Search documents</a></li><li><a href="mgDelegatedDecisions.aspx?bcr=1">Decisions</a></li></ul></div>
<div class="wm-main">
%s</div>
<div class="wm-footer">Westermouth Council, Harbour House, Quay Parade, Westermouth | 01632 960300 | <a href="https://www.westermouth.example/contact">Contact us</a></div>
</body>
</html>
`, html.EscapeString(title), c.name, strings.ReplaceAll(strings.ReplaceAll(crumb, "<li>", " &gt; "), "</li>", ""), content)
	}
	return fmt.Sprintf(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Thornley District Council - %s</title>
</head>
<body>
<table width="100%%" border="0" cellpadding="0" cellspacing="0" summary="page layout">
<tr><td colspan="2"><img src="/images/crest.gif" alt="Thornley District Council: home page"><br>
<a href="https://www.thornley.example/az">A to Z</a> | <a href="https://www.thornley.example/contact">Contact us</a> | <a href="https://www.thornley.example/jobs">Jobs</a></td></tr>
<tr><td valign="top" width="170"><p><a href="mgListCommittees.aspx?bcr=1">Committees</a><br><a href="mgCalendarMonthView.aspx?bcr=1">Calendar</a><br><a href="mgMemberIndex.aspx?bcr=1">Councillors</a></p></td>
<td valign="top">
%s</td></tr>
<tr><td colspan="2"><p>Thornley District Council, The Moot Hall, Market Place, Thornley Market. Telephone 01632 960500.</p></td></tr>
</table>
</body>
</html>
`, html.EscapeString(title), content)
}

// link is a document link with its icon and size.
func link(c *council, d doc, class string) string { return linkAs(c, d, d.title, class) }

// linkAs is a link to d under another text: an item's title leads to its
// report.
func linkAs(c *council, d doc, text, class string) string {
	if class != "" {
		class = ` class="` + class + `"`
	}
	file := strings.NewReplacer("’", "", "'", "", "&", "and", ":", "", "?", "", "/", "").Replace(d.title)
	icon := ""
	if c.key != "thornley" {
		icon = ` <img src="mgimages/icon_pdf.gif" alt="pdf icon" />`
	}
	size := ""
	if d.size != "" {
		size = ` <span class="mgFileSize" >` + d.size + `</span>`
	}
	if c.key == "thornley" {
		size = strings.TrimPrefix(size, " ")
	}
	return fmt.Sprintf(`<a%s href="documents/%s/%s.pdf" title="Link&#32;to&#32;document&#32;pdf&#32;file">%s%s%s</a>`,
		class, d.key, html.EscapeString(file), inline(text), icon, size)
}

func docList(c *council, it *item) string {
	var b strings.Builder
	b.WriteString("<ul  class=\"mgBulletList\" >\n")
	for i, d := range it.docs {
		if strings.HasPrefix(d.size, "restricted") {
			fmt.Fprintf(&b, "<li>%s%s <a href=\"mgReasonsRestricted.aspx?ID=%s&amp;OID=%s&amp;OT=A&amp;RPID=0&amp;BM=AI%s\">View the reasons why document %s/%d is restricted</a></li>\n",
				inline(d.title), nbsp, d.key[1:], it.id, it.id, it.number, i+1)
			continue
		}
		fmt.Fprintf(&b, "<li>%s</li>\n", link(c, d, ""))
	}
	b.WriteString("</ul>\n")
	return b.String()
}

func sub(text string) string { return `<p class="mgSubItemTitleTxt" >` + text + "</p>\n" }

// itemBody is what follows an item's title on meeting and issue pages.
func itemBody(it *item) string {
	c := it.meeting.c
	var b strings.Builder
	b.WriteString(wordHTML(c, it.about))
	if len(it.docs) > 0 || it.f["emptydocs"] != nil {
		b.WriteString(sub("Additional documents:"))
		b.WriteString(docList(c, it))
	}
	if len(it.decision) > 0 {
		b.WriteString(sub("Decision:") + wordHTML(c, it.decision))
	}
	if len(it.minutes) > 0 {
		b.WriteString(sub("Minutes:") + wordHTML(c, it.minutes))
	}
	return b.String()
}

func (it *item) titleHTML(number string) string {
	c := it.meeting.c
	title := inline(it.title)
	if it.lead != nil {
		d := *it.lead
		if d.title == "" {
			d.title = it.title
		}
		title = linkAs(c, d, it.title, "mgAiTitleLnk")
	}
	return fmt.Sprintf("<p class=\"mgAiTitleTxt\" >%s%s</p>\n", number, title)
}

func (m *meeting) listURL() string {
	return fmt.Sprintf("ieListDocuments.aspx?CId=%d&amp;MId=%d&amp;Ver=4", m.body.cid, m.mid)
}

// stamp is the date and time in the name of a generated file.
func (m *meeting) stamp() string {
	return fmt.Sprintf("%s-%s %s", ordinal(m.date.Day()), m.date.Format("Jan-2006"), clock24(m.clock))
}

func clock24(s string) string {
	var h, min int
	var half string
	if n, _ := fmt.Sscanf(s, "%d.%d %s", &h, &min, &half); n == 3 && half == "pm" && h < 12 {
		h += 12
	}
	return fmt.Sprintf("%02d.%02d", h, min)
}

func crumbs(m *meeting) string {
	return fmt.Sprintf(`<li><a href="mgCommitteeDetails.aspx?ID=%d">%s</a></li>`, m.body.cid, m.body.name)
}

// meetingPage is ieListDocuments.aspx.
func meetingPage(m *meeting) string {
	c := m.c
	heading := "Agenda and minutes"
	if h := m.f.get("heading"); h != "" {
		heading = h
	}
	when := mgLong(c, m.date) + " " + m.clock
	var b strings.Builder
	h1, h2 := heading, fmt.Sprintf(`<a href="mgCommitteeDetails.aspx?ID=%d" title="Link&#32;to&#32;%s">%s</a> - %s`, m.body.cid, strings.ReplaceAll(m.body.name, " ", "&#32;"), inline(m.body.name), when)
	fmt.Fprintf(&b, "<h1>%s</h1>\n<div class=\"mgContent\" >\n<h2 class=\"mgSubTitleTxt\">%s</h2>\n", h1, h2)
	b.WriteString("<ul  class=\"mgActionList\" >\n")
	fmt.Fprintf(&b, "<li><a href=\"mgMeetingAttendance.aspx?ID=%d\" title=\"Link&#32;to&#32;attendance&#32;details\">Attendance details</a></li>\n", m.mid)
	pack := fmt.Sprintf("%s %s", m.stamp(), m.body.name)
	fmt.Fprintf(&b, "<li><a href=\"documents/g%d/Agenda frontsheet %s.pdf?T=0\" title=\"Link&#32;to&#32;agenda&#32;frontsheet\">Agenda frontsheet <img src=\"mgimages/icon_pdf.gif\" alt=\"pdf icon\" /> <span class=\"mgFileSize\" >PDF %d KB</span></a></li>\n", m.mid, pack, 120+m.mid%90)
	fmt.Fprintf(&b, "<li><a href=\"documents/g%d/Public reports pack %s.pdf?T=10\">Agenda reports pack <img src=\"mgimages/icon_pdf.gif\" alt=\"pdf icon\" /> <span class=\"mgFileSize\" >PDF %d MB</span></a></li>\n", m.mid, pack, 2+m.mid%7)
	if strings.Contains(heading, "minutes") {
		fmt.Fprintf(&b, "<li><a href=\"documents/g%d/Printed minutes %s.pdf?T=1\" title=\"Link&#32;to&#32;printed&#32;minutes&#32;pdf&#32;file\">Printed minutes <img src=\"mgimages/icon_pdf.gif\" alt=\"pdf icon\" /> <span class=\"mgFileSize\" >PDF %d KB</span></a></li>\n", m.mid, pack, 90+m.mid%70)
	}
	b.WriteString("</ul>\n")
	if v := m.f.get("venue"); v != "" {
		fmt.Fprintf(&b, "<p><span  class=\"mgLabel\" >Venue:%s</span>%s. <a href=\"mgLocationDetails.aspx?RID=%d\" title=\"Link&#32;to&#32;location&#32;details\">View directions</a></p>\n", nbsp, inline(v), 1+m.body.cid%9)
	}
	if v := m.f.get("contact"); v != "" {
		p := strings.Split(v, "|")
		name, tel, mail := strings.TrimSpace(p[0]), strings.TrimSpace(p[1]), strings.TrimSpace(p[2])
		fmt.Fprintf(&b, "<p><span  class=\"mgLabel\" >Contact:%s</span>%s %s Tel: %s Email: <a href=\"mailto:%s\">%s</a></p>\n", nbsp, inline(name), nbsp, tel, mail, mail)
	}
	if v := m.f.get("note"); v != "" {
		fmt.Fprintf(&b, "<p><span  class=\"mgLabel\" >Note:%s</span>%s</p>\n", nbsp, inline(v))
	}
	table := `<table id="mgItemTable" summary="Table of agenda items" >`
	if c.key == "ambershire" {
		table = `<table class="mgItemTable" summary="Table of agenda items" >`
	}
	b.WriteString(table + "\n<caption  class=\"mgSectionTitle\" >Items</caption>\n<tr><th>No.</th><th>Item</th></tr>\n")
	for _, it := range m.items {
		number := it.number
		if number != "" && c.key != "thornley" {
			number += "."
		}
		fmt.Fprintf(&b, "<tr>\n<td class=\"mgItemNumberCell\" ><p class=\"mgAiTitleTxt\" ><a  name=\"AI%s\" ></a>%s</p></td>\n<td>\n", it.id, number)
		b.WriteString(it.titleHTML(""))
		if id := it.f.get("issue"); id != "" {
			fmt.Fprintf(&b, "<ul class=\"mgActionList\" ><li><a href=\"mgIssueHistoryHome.aspx?IId=%s\">View the background to item %s.</a></li></ul>\n", id, it.number)
		}
		b.WriteString(itemBody(it))
		b.WriteString("</td>\n</tr>\n")
	}
	b.WriteString("</table>\n</div>\n")
	title := fmt.Sprintf("%s - %s - %s", heading, m.body.name, when)
	if c.key == "thornley" {
		title = fmt.Sprintf("%s for %s on %s", heading, m.body.name, when)
	}
	return page(c, title, crumbs(m)+"<li>"+heading+"</li>", b.String())
}

// itemPage is mgAi.aspx: no number, no date, documents last.
func itemPage(it *item) string {
	m, c := it.meeting, it.meeting.c
	var b strings.Builder
	fmt.Fprintf(&b, "<h1>Agenda item</h1>\n<div class=\"mgContent\" >\n<h2 class=\"mgSubTitleTxt\">%s</h2>\n", inline(it.title))
	b.WriteString(wordHTML(c, it.about))
	if len(it.decision) > 0 {
		b.WriteString(sub("Decision:") + wordHTML(c, it.decision))
	}
	if len(it.minutes) > 0 {
		b.WriteString(sub("Minutes:") + wordHTML(c, it.minutes))
	}
	if it.lead != nil || len(it.docs) > 0 {
		b.WriteString("<h2 class=\"mgSectionTitle\">Supporting documents:</h2>\n<ul  class=\"mgBulletList\" >\n")
		if it.lead != nil {
			d := *it.lead
			if d.title == "" {
				d.title = it.title
			}
			fmt.Fprintf(&b, "<li>%s</li>\n", link(c, d, ""))
		}
		for _, d := range it.docs {
			if !strings.HasPrefix(d.size, "restricted") {
				fmt.Fprintf(&b, "<li>%s</li>\n", link(c, d, ""))
			}
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</div>\n")
	crumb := crumbs(m) + fmt.Sprintf(`<li><a href="%s" title="Link&#32;to&#32;agenda">Agenda for %s on %s, %s</a></li><li>Agenda item</li>`, m.listURL(), m.body.name, mgLong(c, m.date), m.clock)
	return page(c, "Agenda item - "+plain(it.title), crumb, b.String())
}

// issuePage is ieIssueDetails.aspx with Opt=3: every meeting that took the
// matter, newest first.
func issuePage(p *paper, items []*item) string {
	c := p.c
	sort.SliceStable(items, func(i, j int) bool { return items[i].meeting.date.After(items[j].meeting.date) })
	var b strings.Builder
	fmt.Fprintf(&b, "<h1>Issue - meetings</h1>\n<div class=\"mgContent\" >\n<h2 class=\"mgSubTitleTxt\">%s</h2>\n", inline(p.f.get("title")))
	for _, it := range items {
		m := it.meeting
		where := ""
		if it.number != "" {
			where = fmt.Sprintf(" (Item %s)", it.number)
		}
		fmt.Fprintf(&b, "<h2 class=\"mgSectionTitle\">Meeting: %s - <a href=\"%s#AI%s\">%s</a>%s</h2>\n", slashed(m.date), m.listURL(), it.id, inline(m.body.name), where)
		number := ""
		if it.number != "" {
			number = it.number + " "
		}
		b.WriteString(it.titleHTML(number))
		b.WriteString(itemBody(it))
	}
	b.WriteString("</div>\n")
	title := "Issue - items at meetings - " + plain(p.f.get("title"))
	return page(c, title, "<li>Issue - meetings</li>", b.String())
}

// issueText is the same as a person's plain-text rendition of the page.
func issueText(p *paper, items []*item) string {
	sort.SliceStable(items, func(i, j int) bool { return items[i].meeting.date.After(items[j].meeting.date) })
	var b strings.Builder
	fmt.Fprintf(&b, "Issue - meetings\n\n%s\n\n", plain(p.f.get("title")))
	write := func(bs []block) {
		for i, k := range bs {
			if i > 0 {
				b.WriteString("\u00a0\n\n")
			}
			switch k.kind {
			case "li":
				b.WriteString("·" + strings.Repeat("\u00a0", 9) + plain(k.text) + "\n\n")
			case "sub":
				b.WriteString("o" + strings.Repeat("\u00a0", 4) + plain(k.text) + "\n\n")
			case "n":
				b.WriteString(k.marker + strings.Repeat("\u00a0", 4) + plain(k.text) + "\n\n")
			case "row", "head":
				b.WriteString(plain(strings.Join(k.cells, "\n\n")) + "\n\n")
			default:
				b.WriteString(plain(k.text) + "\n\n")
			}
		}
	}
	for _, it := range items {
		m := it.meeting
		fmt.Fprintf(&b, "Meeting: %s - %s (Item %s)\n\n%s %s", slashed(m.date), m.body.name, it.number, it.number, plain(it.title))
		if it.lead != nil {
			b.WriteString(" pdf icon " + it.lead.size)
		}
		b.WriteString("\n\n")
		write(it.about)
		if len(it.docs) > 0 || it.f["emptydocs"] != nil {
			b.WriteString("Additional documents:\n\n")
			for _, d := range it.docs {
				b.WriteString("· " + d.title + " pdf icon " + d.size + "\n\n")
			}
		}
		if len(it.decision) > 0 {
			b.WriteString("Decision:\n\n")
			write(it.decision)
		}
		if len(it.minutes) > 0 {
			b.WriteString("Minutes:\n\n")
			write(it.minutes)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// decisionPage is ieDecisionDetails.aspx.
func decisionPage(p *paper) string {
	c := p.c
	var b strings.Builder
	fmt.Fprintf(&b, "<div class=\"mgSubTitle\" >\n<h2 class=\"mgSubTitleTxt\">%s</h2>\n</div>\n<div class=\"mgContent\" >\n", inline(p.f.get("title")))
	if c.key != "thornley" {
		b.Reset()
		fmt.Fprintf(&b, "<h1>Decision details</h1>\n<div class=\"mgContent\" >\n<h2 class=\"mgSubTitleTxt\">%s</h2>\n", inline(p.f.get("title")))
	}
	label := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<p><span  class=\"mgLabel\" >%s: %s</span>%s</p>\n", name, nbsp, strings.ReplaceAll(value, "/", "&#47;"))
		}
	}
	label("Decision Maker", inline(p.f.get("maker")))
	if s := p.f.get("status"); s != "" {
		fmt.Fprintf(&b, "<p><span  class=\"mgLabel\" >Decision status: </span><span  class=\"mgPlanItemInForce\" >%s</span></p>\n", inline(s))
	}
	label("Is Key decision?", p.f.get("key"))
	label("Is subject to call in?", p.f.get("callin"))
	// The body's clerk headings are the page's own sections.
	var part []block
	flush := func() {
		b.WriteString(wordHTML(c, part))
		part = nil
	}
	for _, k := range p.text {
		if k.kind == "h" {
			flush()
			fmt.Fprintf(&b, "<h3 class=\"mgSubSubTitleTxt\">%s:</h3>\n", inline(k.text))
			continue
		}
		part = append(part, k)
	}
	flush()
	label("Report author", inline(p.f.get("author")))
	label("Publication date", p.f.get("published"))
	label("Date of decision", slashed(p.date))
	if at := p.f.get("at"); at != "" {
		fmt.Fprintf(&b, "<p><span  class=\"mgLabel\" >Decided at meeting: %s</span><a href=\"ieListDocuments.aspx?MId=%s&amp;Ver=4\">%s</a></p>\n", nbsp, p.f.get("mid"), strings.ReplaceAll(at, "/", "&#47;"))
	}
	label("Effective from", p.f.get("effective"))
	if docs := p.f["doc"]; len(docs) > 0 {
		b.WriteString("<h3 class=\"mgSubSubTitleTxt\">Accompanying Documents:</h3>\n<ul  class=\"mgBulletList\" >\n")
		for i, d := range docs {
			title, size, _ := strings.Cut(d, "|")
			fmt.Fprintf(&b, "<li>%s</li>\n", link(c, doc{fmt.Sprintf("s%s%d", p.f.get("id"), i+1), strings.TrimSpace(title), strings.TrimSpace(size)}, ""))
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</div>\n")
	return page(c, "Decision details - "+plain(p.f.get("title")), "<li>Decision details</li>", b.String())
}
