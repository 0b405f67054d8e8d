//go:build unix

package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// bombs are papers made to exhaust a reader, each by one means, so large that
// a reader without a limit on it would not end. Size is how often the thing is
// repeated.
func bombs(size int) map[string][]byte {
	many := func(s string) string { return strings.Repeat(s, size) }
	numbered := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	const text = "BT /F 10 Tf 50 700 Td (The minutes of the meeting) Tj ET "
	font := func(s string) string { return "/Font<</F " + s + ">>" }
	const plain = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	return map[string][]byte{
		"colour spaces and patterns that hold each other": bomb("", "/CS cs /P scn "+text+"/S sh", font(plain)+
			"/ColorSpace<</CS 10 0 R>>/Pattern<</P 11 0 R>>/Shading<</S 12 0 R>>",
			"[/Indexed 10 0 R 255 10 0 R]", packed("/PatternType 1/BBox[0 0 9 9]/XStep 1/YStep 1/Resources<</Pattern<</P 11 0 R>>/ColorSpace<</CS 10 0 R>>>>", "/Pattern cs /P scn 0 0 9 9 re f"),
			"<</ShadingType 1/ColorSpace 10 0 R/Function[12 0 R 12 0 R]>>"),
		"a font of countless differences": bomb("", text, font("<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences["+many("65/A 66/B 1/f_f_f_f_f_f ")+"]>>>>")),
		"a map of all characters there are": bomb("", "BT /F 10 Tf 50 700 Td <"+many("4142")+"> Tj ET", font("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 10 0 R/DescendantFonts[<</W[0 4294967295 500]>>]>>"),
			packed("", "99999999 beginbfrange "+many("<00000000><FFFFFFFF><0041> ")+"endbfrange 1 begincodespacerange <00><ffffffff> endcodespacerange")),
		"object streams in object streams": nestedStreams(min(size, 2_000)),
		"cross-reference streams that follow each other": []byte("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/MediaBox[0 0 600 800]>>\nendobj\n" +
			numbered("%d 0 obj\n<</Type/XRef/Size 999999999/W[8 8 8]/Index[0 999999999]/Prev 60/XRefStm 60/Root 1 0 R/Length 0>>\nstream\n\nendstream\nendobj\n", min(size, 20_000)) + "startxref\n60\n%%EOF"),
		"countless annotations": bomb("/Annots["+many("10 0 R ")+"]", text, font(plain), "<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 11 0 R>>>>",
			packed("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 11 0 R>>>>", "/X Do /X Do")),
		"fields that are their own parents": bomb("/Annots[10 0 R 11 0 R]", text, font(plain), "<</Type/Annot/Subtype/Widget/Rect[0 0 99 99]/Parent 11 0 R/Kids[11 0 R]>>",
			"<</Type/Annot/Subtype/Widget/Rect[0 0 99 99]/Parent 10 0 R/Kids[10 0 R 11 0 R]/V 11 0 R>>"),
		"layers that are sets of themselves": layered(bomb("", many("/OC/M BDC ")+text, font(plain)+"/Properties<</M 10 0 R>>", "<</Type/OCMD/OCGs["+many("10 0 R ")+"]/VE[/Not 10 0 R]>>"), "/OFF["+many("10 0 R ")+"]"),
		"a tree as broad as it can be":       broad(size),
		"pages that are one page":            bytes.Replace(bomb("", text, font(plain)), []byte("/Kids[3 0 R]"), []byte("/Kids["+many("3 0 R ")+"]"), 1),
		"text for text for text":             bomb("", many("/Span<</ActualText(aaaa bbbb cccc)>>BDC ")+"BT /F 10 Tf 50 700 Td ("+many("a ")+") Tj ET", font(plain)),
		"letters as wide as they can be":     bomb("", "BT 3 Tr /F 10 Tf 50 700 Td (a) Tj 0 Tr 9999 Tz "+many("(a) Tj 1 0 0 1 50 700 Tm ")+"ET", font("<</Type/Font/Subtype/Type1/BaseFont/X/FirstChar 97/Widths[99999]>>")),
		"letters set wide without end":       bomb("", "BT /F 1 Tf 1 0 0 1 0 700 Tm .0001 0 0 1 0 700 Tm ("+many("A B C D E F ")+") Tj ET", font(plain)),
		"fonts of which none is language":    bomb("", "BT "+numbered("/F%d 9 Tf 1 0 0 1 50 700 Tm (xqzj kvwq zxqj vkqz jqxz kzvq) Tj ", min(size, 20_000))+"ET", "/Font<<"+numbered("/F%d<</Type/Font/Subtype/Type1/BaseFont/X>>", min(size, 20_000))+">>"),
		"arrays in arrays":                   bomb("", many("[")+many("<<")+text, font(plain)),
		"a picture of a billion dots":        bomb("", "q 600 0 0 800 0 0 cm /I Do Q "+text, font(plain)+"/XObject<</I 10 0 R>>", packed("/Subtype/Image/Width 65000/Height 65000/BitsPerComponent 8/ColorSpace/DeviceRGB", strings.Repeat("\x00", 1000))),
		"a JBIG2 picture of a billion dots":  bomb("", "q 600 0 0 800 0 0 cm /I Do Q "+text, font(plain)+"/XObject<</I 10 0 R>>", raw("/Subtype/Image/Width 65000/Height 65000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", jbig2)),
		"a JPEG 2000 picture of as many":     bomb("", "q 600 0 0 800 0 0 cm /I Do Q "+text, font(plain)+"/XObject<</I 10 0 R>>", raw("/Subtype/Image/Width 65000/Height 65000/Filter/JPXDecode", jpeg2000)),
		"a shading of a million steps":       bomb("", "/S sh "+text, font(plain)+"/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Domain[0 1e9 0 1e9]/Function<</FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]/Length 9>>>>>>"),
		"signs that draw themselves":         bomb("", many("BT /F 10 Tf 50 700 Td (aaaa) Tj ET "), font("<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/FontBBox[0 0 1 1]/CharProcs<</a 10 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]/Resources<</Font<</F 11 0 R>>>>>>"), packed("", "1 0 d0 BT /F 1 Tf (aaaa) Tj ET"), "<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/FontBBox[0 0 1 1]/CharProcs<</a 10 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]/Resources<</Font<</F 11 0 R>>>>>>"),
		"masks that mask each other":         bomb("", "/G gs "+text, font(plain)+"/ExtGState<</G 10 0 R>>", "<</SMask<</S/Luminosity/G 11 0 R>>>>", packed("/Subtype/Form/BBox[0 0 600 800]/Group<</S/Transparency>>/Resources<</ExtGState<</G 10 0 R>>>>", "/G gs 0 0 600 800 re f")),
	}
}

// bomb is a paper of one page; more are its objects from 10 on.
func bomb(page, content, resources string, more ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n")
	fmt.Fprintf(&b, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R%s>>\nendobj\n", page)
	fmt.Fprintf(&b, "4 0 obj\n%s\nendobj\n5 0 obj\n<<%s>>\nendobj\n", packed("", content), resources)
	for i, o := range more {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", 10+i, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
	return b.Bytes()
}

func layered(paper []byte, config string) []byte {
	return bytes.Replace(paper, []byte("/Type/Catalog"), []byte("/Type/Catalog/OCProperties<</OCGs[10 0 R]/D<<"+config+">>>>"), 1)
}

func packed(dict, body string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(body)); err != nil {
		panic(err) // memory does not fail to be written
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return raw(dict+"/Filter/FlateDecode", b.String())
}

func raw(dict, body string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(body), body)
}

// nestedStreams puts each object stream in the one before it.
func nestedStreams(n int) []byte {
	inner := "9 0 <</Type/Page/MediaBox[0 0 600 800]>>"
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/MediaBox[0 0 600 800]>>\nendobj\n")
	for i := range n {
		s := raw(fmt.Sprintf("/Type/ObjStm/N 1/First 6/Extends %d 0 R", 10+(i+1)%n), inner)
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", 10+i, s)
		inner = fmt.Sprintf("%d 0  %s", 10+i, s)
		if len(inner) > 1<<16 {
			inner = "9 0 <</Type/Page>>"
		}
	}
	return b.Bytes()
}

func broad(n int) []byte {
	var kids, pages bytes.Buffer
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", 10+i)
		fmt.Fprintf(&pages, "%d 0 obj<</Type/Page>>endobj\n", 10+i)
	}
	return []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/MediaBox[0 0 600 800]/Kids[" + kids.String() + "]>>\nendobj\n" + pages.String() + "trailer\n<</Root 1 0 R>>\n")
}

// jbig2 is a page's head of 65,000 by 65,000 dots and a generic region as
// large, of which next to nothing follows.
const jbig2 = "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x00\x00\xfd\xe8\x00\x00\xfd\xe8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\x00\x00\x00\x01\x26\x00\x01\x00\x00\x00\x30\x00\x00\xfd\xe8\x00\x00\xfd\xe8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\xff\xfd\xff\x02\xfe\xfe\xfe\x00\x00\x00"

// jpeg2000 is the head of a code stream of 65,000 by 65,000 dots in tiles as
// large, of four components.
const jpeg2000 = "\xff\x4f\xff\x51\x00\x32\x00\x00\x00\x00\xfd\xe8\x00\x00\xfd\xe8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xfd\xe8\x00\x00\xfd\xe8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x04" +
	"\x07\x01\x01\x07\x01\x01\x07\x01\x01\x07\x01\x01\xff\x52\x00\x0c\x00\x00\x00\x01\x00\x05\x04\x04\x00\x00\xff\x5c\x00\x13\x40\x40\x48\x48\x50\x48\x48\x50\x48\x48\x50\x48\x48\x50\x48\x48\x50\xff\x90\x00\x0a\x00\x00\x00\x00\x00\x10\x00\x01\xff\x93\xff\xd9"
