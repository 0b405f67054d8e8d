package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// overPicture is a paper of one page that a picture covers, with what else it
// draws.
func overPicture(draw string) []byte {
	content := "q 595 0 0 842 0 0 cm /Im Do Q " + draw
	return fmt.Appendf(nil, `%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
  /Resources << /XObject << /Im 5 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length %d >>
stream
%s
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>
stream
x
endstream endobj
trailer << /Root 1 0 R >>
`, len(content), content)
}

// lines sets text in lines, with a mode of drawing it.
func lines(mode int, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F1 11 Tf %d Tr 14 TL 60 780 Td ", mode)
	words := strings.Fields(text)
	for len(words) > 0 {
		n := min(10, len(words))
		fmt.Fprintf(&b, "(%s) Tj T* ", strings.Join(words[:n], " "))
		words = words[n:]
	}
	return b.String() + "ET"
}

func TestPictured(t *testing.T) {
	minutes := strings.Repeat("The Cabinet considered the report of the Director of Housing and noted the findings of the Ombudsman. ", 6)
	misread := strings.Repeat("Tlie Cahinct cousideied tlic icpoil of tbe Diicctoi of Ilousiug aud uotcd tlie fiudiugs of tlic Omhndsmau. ", 6)
	for _, c := range []struct {
		name, draw, unread string
		ocr                bool
		words              bool
	}{
		{"a picture alone", "", PictureOnly, false, false},
		{"a stamp over it", lines(0, "Agenda Item 5 Page 57"), Stamped, false, true},
		{"a page of letters over it", lines(0, minutes), "", false, true},
		{"letters that are not seen", lines(3, minutes), "", true, true},
		{"misread ones", lines(3, misread), Misread, true, true},
	} {
		p, err := Read(overPicture(c.draw))
		if err != nil {
			t.Fatal(err)
		}
		if page := p.Pages[0]; page.Unread != c.unread || page.OCR != c.ocr || (len(page.Words) > 0) != c.words {
			t.Errorf("%s: unread %q, OCR %v, %d words", c.name, page.Unread, page.OCR, len(page.Words))
		}
	}
}
