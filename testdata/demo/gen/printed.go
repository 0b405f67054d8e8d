package main

import (
	"fmt"
	"strings"
)

// and joins names as a clerk does: "A, B and C".
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// councillors writes "Councillors A (Chair), B and C".
func councillors(names []string) string {
	var out []string
	for i, n := range names {
		n = strings.TrimPrefix(n, "Councillor ")
		if i == 0 {
			n += " (Chair)"
		}
		out = append(out, n)
	}
	return "Councillors " + and(out)
}

// minutesFODT is a meeting's printed minutes as a word processor has them.
func minutesFODT(m *meeting) string {
	if m.c.key == "westermouth" {
		return minutesWestermouth(m)
	}
	d := &writerDoc{font: "Liberation Sans", size: 11, footer: "PAGE"}
	name := strings.ToUpper(m.c.name)
	d.para("Centre", name)
	d.para("Title", strings.ToUpper(m.body.name))
	d.para("Body", fmt.Sprintf("MINUTES of the meeting of the %s held in the %s on %s at %s.", m.body.name, m.f.get("venue"), long(m.date), m.clock))
	d.para("Body", "**PRESENT:** "+councillors(split(m.f.get("present")))+".")
	if a := split(m.f.get("attending")); len(a) > 0 {
		d.para("Body", "**IN ATTENDANCE:** "+and(a)+".")
	}
	d.body(m.opening, nil)
	part := ""
	for _, it := range m.items {
		if p := it.f.get("part"); p != "" && p != part {
			part = p
			d.para("Centre", p)
		}
		number := it.number
		if number != "" {
			number += "."
		}
		d.heading(2, number, it.title)
		if it.agenda != "" {
			d.para("Plain", "(Agenda Item "+it.agenda+")")
		}
		d.body(it.decision, widths(it.f))
		d.body(it.minutes, widths(it.f))
	}
	d.para("Body", "The meeting ended at "+m.f.get("ended")+".")
	d.para("Body", "Chairman ………………………………………………   Date ……………………………")
	return d.String()
}

// widths of the columns of an item's table, in centimetres.
func widths(f fields) []float64 {
	var out []float64
	for _, w := range strings.Fields(f.get("widths")) {
		var x float64
		fmt.Sscan(w, &x)
		out = append(out, x)
	}
	return out
}

func minutesWestermouth(m *meeting) string {
	d := &writerDoc{font: "Liberation Sans", size: 12, footer: "This record is available on our website, westermouth.moderngov.example    PAGE"}
	d.para("Lead", m.c.name)
	d.para("Lead", "Meeting of "+m.body.name)
	d.para("Lead", long(m.date))
	d.para("Lead", strings.ReplaceAll(m.clock, " ", "")+" to "+strings.ReplaceAll(m.f.get("ended"), " ", ""))
	d.para("Lead", "Record of the meeting")
	d.para("Centre", "__Subject to approval as an accurate record at the next meeting of this committee__")
	rows := []block{{kind: "row", cells: []string{"**Present:**", councillors(split(m.f.get("present")))}}}
	if s := m.f.get("substitutes"); s != "" {
		rows = append(rows, block{kind: "row", cells: []string{"**Substitutes:**", s}})
	}
	if a := split(m.f.get("attending")); len(a) > 0 {
		rows = append(rows, block{kind: "row", cells: []string{"**In Attendance:**", strings.Join(a, "; ")}})
	}
	d.table(rows, []float64{4, 12})
	d.body(m.opening, nil)
	for _, it := range m.items {
		d.heading(2, it.number, it.title)
		d.body(it.decision, widths(it.f))
		d.body(it.minutes, widths(it.f))
	}
	d.para("Body", "**Chairperson**")
	d.para("Body", "**Date:**")
	if v := m.f.get("contact"); v != "" {
		p := strings.Split(v, "|")
		d.para("Body", fmt.Sprintf("**%s**", strings.TrimSpace(p[0])))
		d.para("Body", "Telephone: "+strings.TrimSpace(p[1]))
		d.para("Body", "Email: "+strings.TrimSpace(p[2]))
	}
	return d.String()
}

// bodyHTML is blocks as HTML for a browser to print.
func bodyHTML(bs []block) string {
	var b strings.Builder
	open := ""
	set := func(tag string) {
		if open == tag {
			return
		}
		if open != "" {
			b.WriteString("</" + open + ">\n")
		}
		if tag != "" {
			b.WriteString("<" + tag + ">\n")
		}
		open = tag
	}
	for _, k := range bs {
		switch k.kind {
		case "li", "sub":
			set("ul")
			class := ""
			if k.kind == "sub" {
				class = ` class="sub"`
			}
			fmt.Fprintf(&b, "<li%s>%s</li>\n", class, inline(k.text))
		case "row", "head":
			set("table")
			cell := "td"
			if k.kind == "head" {
				cell = "th"
			}
			b.WriteString("<tr>")
			for i, c := range k.cells {
				class := ""
				if i > 0 && figure(c) {
					class = ` class="figure"`
				}
				fmt.Fprintf(&b, "<%s%s>%s</%s>", cell, class, inline(c), cell)
			}
			b.WriteString("</tr>\n")
		case "n":
			set("")
			fmt.Fprintf(&b, "<p class=\"hang\"><span class=\"marker\">%s</span>%s</p>\n", inline(k.marker), inline(k.text))
		case "h":
			set("")
			fmt.Fprintf(&b, "<h3>%s</h3>\n", inline(k.text))
		case "h2":
			set("")
			fmt.Fprintf(&b, "<h4>%s</h4>\n", inline(k.text))
		default:
			set("")
			fmt.Fprintf(&b, "<p>%s</p>\n", inline(k.text))
		}
	}
	set("")
	return b.String()
}

const sheet = `@page { size: A4; margin: 20mm 20mm 22mm 20mm; @top-right { content: "%s"; font: 9pt "Liberation Sans"; color: #333 } @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 9pt "Liberation Sans"; color: #333 } }
body { font: 11pt/1.4 "%s"; margin: 0 }
h1 { font-size: 14pt; text-align: center; margin: 0 0 4mm } h2 { font-size: 12pt; text-align: center; margin: 0 0 5mm }
h3 { font-size: 11pt; margin: 5mm 0 2mm; break-after: avoid } h4 { font-size: 11pt; font-style: italic; margin: 4mm 0 2mm; break-after: avoid }
p { margin: 0 0 2.5mm } .hang { padding-left: 11mm; text-indent: -11mm } .marker { display: inline-block; width: 11mm; text-indent: 0 }
ul { margin: 0 0 2.5mm; padding-left: 12mm } li { margin: 0 0 1.5mm } li.sub { margin-left: 8mm; list-style: circle }
table { border-collapse: collapse; width: 100%%; margin: 0 0 4mm } th, td { border: 0.5pt solid #555; padding: 1.2mm 2mm; text-align: left; vertical-align: top } tr { break-inside: avoid } .figure { text-align: right }
.present td { border: 0; padding: 0 2mm 2mm 0 } .end { margin-top: 8mm }
`

func htmlDoc(title, running, font, body string) string {
	return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + inline(title) + "</title>\n<style>\n" + fmt.Sprintf(sheet, running, font) + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n"
}

// minutesHTML is a meeting's printed minutes as a browser prints them.
func minutesHTML(m *meeting) string {
	var b strings.Builder
	title := strings.ToUpper(m.body.name)
	fmt.Fprintf(&b, "<h1>%s</h1>\n", strings.ToUpper(m.c.name))
	if m.c.key == "thornley" {
		fmt.Fprintf(&b, "<p>Minutes of the <b>%s</b> held at %s on %s in %s</p>\n", title, m.clock, long(m.date), m.f.get("venue"))
		fmt.Fprintf(&b, "<table class=\"present\">\n<tr><td><b>Present:</b></td><td>%s</td></tr>\n", councillors(split(m.f.get("present"))))
		if v := split(m.f.get("attending")); len(v) > 0 {
			fmt.Fprintf(&b, "<tr><td><b>Officers:</b></td><td>%s</td></tr>\n", inline(and(v)))
		}
		b.WriteString("</table>\n")
	} else {
		fmt.Fprintf(&b, "<h2>%s</h2>\n<p>MINUTES of a meeting of the %s held in the %s on %s commencing at %s.</p>\n", title, m.body.name, m.f.get("venue"), long(m.date), m.clock)
		fmt.Fprintf(&b, "<p><b>PRESENT:</b> %s.</p>\n", councillors(split(m.f.get("present"))))
		if v := split(m.f.get("attending")); len(v) > 0 {
			fmt.Fprintf(&b, "<p><b>OFFICERS:</b> %s.</p>\n", inline(and(v)))
		}
	}
	b.WriteString(bodyHTML(m.opening))
	part := ""
	for _, it := range m.items {
		if p := it.f.get("part"); p != "" && p != part {
			part = p
			fmt.Fprintf(&b, "<h2>%s</h2>\n", inline(p))
		}
		title := it.title
		if m.c.key == "thornley" {
			title = strings.ToUpper(title)
			fmt.Fprintf(&b, "<h3><span class=\"marker\">%s</span> %s</h3>\n", it.number, inline(title))
		} else {
			fmt.Fprintf(&b, "<h3><span class=\"marker\">%s.</span> %s</h3>\n", it.number, inline(title))
			if it.agenda != "" {
				fmt.Fprintf(&b, "<p>(Agenda Item %s)</p>\n", it.agenda)
			}
		}
		b.WriteString(bodyHTML(it.decision))
		b.WriteString(bodyHTML(it.minutes))
	}
	fmt.Fprintf(&b, "<p class=\"end\">The meeting closed at %s</p>\n<p>CHAIR ........................................ DATE ....................</p>\n", m.f.get("ended"))
	running := fmt.Sprintf("%s, %s", m.body.name, m.date.Format("02.01.06"))
	if m.c.key == "ambershire" {
		running = fmt.Sprintf("%s – %s", m.body.name, m.date.Format("2 January 2006"))
	}
	return htmlDoc(m.body.name+" minutes", running, "Liberation Serif", b.String())
}

// reportFODT is an officer's report as a word processor has it.
func reportFODT(p *paper) string {
	f := p.f
	d := &writerDoc{font: "Liberation Sans", size: 11}
	switch p.c.key {
	case "ambershire":
		d.footer = "PAGE"
		name := p.body.name
		if name == "Council" && p.date.Year() < 2022 { // its template changed
			name = "Full Council"
		}
		d.para("Plain", "**"+p.c.name+"**")
		d.para("Plain", "**Meeting of the "+name+"**")
		d.para("Body", "**Meeting to be held on "+long(p.date)+"**")
		d.para("Body", "**Report submitted by:** "+f.get("by-officer"))
		if v := f.get("part"); v != "" {
			d.para("Body", "**"+v+"**")
		}
		d.table([]block{{kind: "row", cells: []string{"**Electoral Division affected:** " + f.get("wards")}}}, []float64{16})
		d.para("Lead", f.get("title"))
		if v := f.get("appendix"); v != "" {
			d.para("Body", "("+v+")")
		}
		d.para("Body", "**Contact for further information:**")
		d.para("Body", f.get("contact"))
	case "westermouth":
		d.size = 12
		d.header = f.get("exemptline")
		d.footer = "PAGE"
		d.para("Title", strings.ToUpper(p.body.name))
		d.para("Title", strings.ToUpper(long(p.date)[strings.Index(long(p.date), " ")+1:]))
		d.para("Title", strings.ToUpper(f.get("title")))
		for _, label := range []struct{ name, field string }{{"Report from:", "by-officer"}, {"Portfolio Holder:", "holder"}, {"Author:", "contact"}, {"Wards affected:", "wards"}} {
			if v := f.get(label.field); v != "" {
				d.tabbed("Label", label.name, v)
			}
		}
	default:
		d.font = "Liberation Serif"
		d.size = 12
		d.footer = f.get("title") + "    PAGE of PAGES"
		rows := [][2]string{{"Report to:", p.body.name}, {"Date:", p.date.Format("2 January 2006")}, {"Title:", f.get("title")}, {"Report of:", f.get("by-officer")}, {"Ward(s):", f.get("wards")}, {"Key decision:", f.get("key-decision")}}
		d.para("Lead", p.c.name)
		var t []block
		for _, r := range rows {
			if r[1] != "" {
				t = append(t, block{kind: "row", cells: []string{"**" + r[0] + "**", r[1]}})
			}
		}
		d.table(t, []float64{4, 12})
	}
	d.body(p.text, widths(f))
	return d.String()
}

// reportHTML is an officer's report as a browser prints it.
func reportHTML(p *paper) string {
	f := p.f
	var b strings.Builder
	rows := [][2]string{{"Report to:", p.body.name}, {"Date of meeting:", long(p.date)}, {"Subject:", f.get("title")}, {"Report of:", f.get("by-officer")}, {"Lead member:", f.get("holder")}, {"Ward(s) affected:", f.get("wards")}, {"Classification:", "Public"}, {"Contact officer:", f.get("contact")}}
	fmt.Fprintf(&b, "<h1>%s</h1>\n<table>\n", p.c.name)
	for _, r := range rows {
		if r[1] != "" {
			fmt.Fprintf(&b, "<tr><th>%s</th><td>%s</td></tr>\n", r[0], inline(r[1]))
		}
	}
	b.WriteString("</table>\n" + bodyHTML(p.text))
	return htmlDoc(f.get("title"), p.c.name, "Liberation Sans", b.String())
}

// publicReport is the Ombudsman's printed report.
func publicReport(p *paper) string {
	f := p.f
	d := &writerDoc{font: "Liberation Sans", size: 11, footer: "Final report    PAGE"}
	d.para("Lead", "Report by the Local Government and Social Care Ombudsman")
	d.para("Lead", "Investigation into a complaint about "+f.get("for"))
	d.para("Lead", "(reference number: "+f.get("ref")+")")
	d.para("Lead", p.date.Format("2 January 2006"))
	n := 0
	for i := 0; i < len(p.text); i++ {
		k := p.text[i]
		switch k.kind {
		case "h":
			d.heading(1, "", k.text)
		case "h2":
			d.heading(2, "", k.text)
		case "li", "sub":
			d.bullet(k.kind, k.text)
		case "n":
			d.tabbed("Hang", k.marker, k.text)
		case "row", "head":
			d.body(p.text[i:i+1], widths(f))
		default:
			if strings.HasPrefix(k.text, "! ") { // not numbered
				d.para("Body", k.text[2:])
				continue
			}
			n++
			d.tabbed("Hang", fmt.Sprintf("%d.", n), k.text)
		}
	}
	return d.String()
}

// letter is an e-mail as a mail program keeps it.
func letter(p *paper) string {
	f := p.f
	var b strings.Builder
	fmt.Fprintf(&b, "From: %s\r\nTo: %s\r\nDate: %s\r\nSubject: %s\r\nMessage-ID: <%s@%s>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
		f.get("from"), f.get("to"), p.date.Format("Mon, 02 Jan 2006")+" 16:12:00 +0000", f.get("subject"), f.get("file"), p.c.key+".example")
	for _, k := range p.text {
		text := plain(k.text)
		switch k.kind {
		case "li":
			text = "- " + text
		case "n":
			text = k.marker + " " + text
		}
		b.WriteString(strings.ReplaceAll(wrap(text, 76), "\n", "\r\n") + "\r\n\r\n")
	}
	return b.String()
}
