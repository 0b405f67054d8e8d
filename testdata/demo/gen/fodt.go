package main

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// A writerDoc is a document for a word processor, as flat OpenDocument.
type writerDoc struct {
	b              strings.Builder
	font           string
	size           float64
	header, footer string // footer may hold PAGE and PAGES
	list           bool
}

func esc(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// runs is text with its bold and italic spans.
func runs(s string) string {
	s = esc(s)
	s = bold.ReplaceAllString(s, `<text:span text:style-name="B">$1</text:span>`)
	return italic.ReplaceAllString(s, `<text:span text:style-name="I">$1</text:span>`)
}

func (d *writerDoc) end() {
	if d.list {
		d.b.WriteString("</text:list>\n")
		d.list = false
	}
}

func (d *writerDoc) para(style, s string) {
	d.end()
	fmt.Fprintf(&d.b, "<text:p text:style-name=%q>%s</text:p>\n", style, runs(s))
}

// tabbed is a paragraph with a hanging marker.
func (d *writerDoc) tabbed(style, marker, s string) {
	d.end()
	fmt.Fprintf(&d.b, "<text:p text:style-name=%q>%s<text:tab/>%s</text:p>\n", style, runs(marker), runs(s))
}

func (d *writerDoc) heading(level int, marker, s string) {
	d.end()
	if marker != "" {
		marker = esc(marker) + "<text:tab/>"
	}
	fmt.Fprintf(&d.b, "<text:h text:style-name=\"H%d\" text:outline-level=\"%d\">%s%s</text:h>\n", level, level, marker, runs(s))
}

func (d *writerDoc) bullet(style, s string) {
	if !d.list {
		d.b.WriteString("<text:list text:style-name=\"L1\">\n")
		d.list = true
	}
	inner := fmt.Sprintf("<text:p text:style-name=\"Body\">%s</text:p>", runs(s))
	if style == "sub" {
		inner = "<text:list><text:list-item>" + inner + "</text:list-item></text:list>"
	}
	fmt.Fprintf(&d.b, "<text:list-item>%s</text:list-item>\n", inner)
}

// table writes rows; the first is repeated on each page when it is a head.
func (d *writerDoc) table(rows []block, widths []float64) {
	d.end()
	n := 0
	for _, r := range rows {
		n = max(n, len(r.cells))
	}
	d.b.WriteString("<table:table table:style-name=\"T\">\n")
	for i := range n {
		style := "C"
		if i < len(widths) {
			style = fmt.Sprintf("C%d", int(widths[i]))
		}
		fmt.Fprintf(&d.b, "<table:table-column table:style-name=%q/>\n", style)
	}
	for _, r := range rows {
		if r.kind == "head" {
			d.b.WriteString("<table:table-header-rows>")
		}
		d.b.WriteString("<table:table-row>")
		for i := range n {
			cell := ""
			if i < len(r.cells) {
				cell = r.cells[i]
			}
			style := "Cell"
			if r.kind == "head" {
				cell = "**" + cell + "**"
			} else if i > 0 && figure(cell) {
				style = "Figure"
			}
			fmt.Fprintf(&d.b, "<table:table-cell table:style-name=\"TC\" office:value-type=\"string\"><text:p text:style-name=%q>%s</text:p></table:table-cell>", style, runs(cell))
		}
		d.b.WriteString("</table:table-row>")
		if r.kind == "head" {
			d.b.WriteString("</table:table-header-rows>")
		}
		d.b.WriteByte('\n')
	}
	d.b.WriteString("</table:table>\n<text:p text:style-name=\"Body\"/>\n")
}

// figure says whether a cell is set to the right, as numbers are.
func figure(s string) bool {
	s = strings.Trim(s, "*")
	return s != "" && strings.Trim(s, "0123456789.,-+£%()mk ") == ""
}

// body writes blocks; widths are of any table in it.
func (d *writerDoc) body(bs []block, widths []float64) {
	for i := 0; i < len(bs); i++ {
		switch k := bs[i]; k.kind {
		case "h":
			d.heading(2, "", k.text)
		case "h2":
			d.heading(3, "", k.text)
		case "li", "sub":
			d.bullet(k.kind, k.text)
		case "n":
			d.tabbed("Hang", k.marker, k.text)
		case "row", "head":
			j := i
			for j < len(bs) && (bs[j].kind == "row" || bs[j].kind == "head") {
				j++
			}
			d.table(bs[i:j], widths)
			i = j - 1
		default:
			d.para("Body", k.text)
		}
	}
	d.end()
}

func (d *writerDoc) String() string {
	d.end()
	strip := func(style, s string) string {
		s = esc(s)
		s = strings.ReplaceAll(s, "PAGES", "<text:page-count>9</text:page-count>")
		s = strings.ReplaceAll(s, "PAGE", "<text:page-number text:select-page=\"current\">1</text:page-number>")
		return fmt.Sprintf("<text:p text:style-name=%q>%s</text:p>", style, s)
	}
	header, footer := "", ""
	if d.header != "" {
		header = "<style:header>" + strip("Head", d.header) + "</style:header>"
	}
	if d.footer != "" {
		footer = "<style:footer>" + strip("Foot", d.footer) + "</style:footer>"
	}
	para := func(name, props, text string) string {
		return fmt.Sprintf("<style:style style:name=%q style:family=\"paragraph\"><style:paragraph-properties %s/><style:text-properties style:font-name=%q fo:font-size=\"%gpt\" %s/></style:style>\n",
			name, props, d.font, d.size, text)
	}
	size := func(n float64) string { return fmt.Sprintf("fo:font-size=\"%gpt\"", n) }
	var cols strings.Builder
	cols.WriteString("<style:style style:name=\"C\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"10*\"/></style:style>\n")
	for n := 1; n <= 24; n++ {
		fmt.Fprintf(&cols, "<style:style style:name=\"C%d\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"%g cm\"/></style:style>\n", n, float64(n))
	}
	styles := para("Body", `fo:margin-bottom="0.22cm"`, "") +
		para("Centre", `fo:text-align="center" fo:margin-bottom="0.2cm"`, `fo:font-weight="bold"`) +
		para("Plain", `fo:margin-bottom="0.05cm"`, "") +
		para("Foot", `fo:text-align="center"`, "") + para("Head", `fo:text-align="end"`, "") +
		para("Cell", `fo:margin="0cm"`, "") + para("Figure", `fo:margin="0cm" fo:text-align="end"`, "")
	styles = strings.ReplaceAll(styles, fmt.Sprintf("fo:font-size=\"%gpt\" />", d.size), size(d.size)+"/>")
	styles += "<style:style style:name=\"Title\" style:family=\"paragraph\"><style:paragraph-properties fo:text-align=\"center\" fo:margin-bottom=\"0.35cm\"/><style:text-properties style:font-name=\"" + d.font + "\" " + size(d.size+4) + " fo:font-weight=\"bold\"/></style:style>\n" +
		"<style:style style:name=\"Lead\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"0.35cm\"/><style:text-properties style:font-name=\"" + d.font + "\" " + size(d.size+3) + " fo:font-weight=\"bold\"/></style:style>\n" +
		"<style:style style:name=\"Hang\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-left=\"1.2cm\" fo:text-indent=\"-1.2cm\" fo:margin-bottom=\"0.22cm\"><style:tab-stops><style:tab-stop style:position=\"0cm\"/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name=\"" + d.font + "\" " + size(d.size) + "/></style:style>\n" +
		"<style:style style:name=\"Label\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-left=\"4.2cm\" fo:text-indent=\"-4.2cm\" fo:margin-bottom=\"0.15cm\"><style:tab-stops><style:tab-stop style:position=\"0cm\"/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name=\"" + d.font + "\" " + size(d.size) + "/></style:style>\n"
	for i, extra := range []float64{2, 0.5, 0} {
		level := i + 1
		slant := ""
		if level == 3 {
			slant = ` fo:font-style="italic"`
		}
		styles += fmt.Sprintf("<style:style style:name=\"H%d\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-left=\"1.2cm\" fo:text-indent=\"-1.2cm\" fo:margin-top=\"0.35cm\" fo:margin-bottom=\"0.18cm\" fo:keep-with-next=\"always\"><style:tab-stops><style:tab-stop style:position=\"0cm\"/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name=%q %s fo:font-weight=\"bold\"%s/></style:style>\n", level, d.font, size(d.size+extra), slant)
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="` + d.font + `" svg:font-family="'` + d.font + `'"/><style:font-face style:name="OpenSymbol" svg:font-family="OpenSymbol"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="` + d.font + `" fo:language="en" fo:country="GB"/></style:default-style>
` + styles + `<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="T" style:family="table"><style:table-properties style:width="16.5cm" table:align="left" table:border-model="collapsing"/></style:style>
` + cols.String() + `<style:style style:name="TC" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #444444"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.8cm"/></style:list-level-properties></text:list-level-style-bullet><text:list-level-style-bullet text:level="2" text:bullet-char="◦"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="2.6cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<style:page-layout style:name="P1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.8cm" fo:margin-bottom="1.6cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P1">` + header + footer + `</style:master-page></office:master-styles>
<office:body><office:text>
` + d.b.String() + `</office:text></office:body>
</office:document>
`
}
