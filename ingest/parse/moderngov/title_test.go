package moderngov

import "testing"

func TestCutSize(t *testing.T) {
	for _, row := range []struct{ in, title, size, media string }{
		{"Rents pdf icon PDF 264 KB", "Rents", "pdf icon PDF 264 KB", "pdf"},
		{"Rents PDF 2 MB", "Rents", "PDF 2 MB", "pdf"},
		{"Rents (PDF, 132 KB)", "Rents", "(PDF, 132 KB)", "pdf"},
		{"Pimlico District HeatingPDF 500 KB", "Pimlico District Heating", "PDF 500 KB", "pdf"},
		{"Budget word icon DOCX 1.2 MB", "Budget", "word icon DOCX 1.2 MB", "docx"},
		{"Budget XLS 90 B", "Budget", "XLS 90 B", "xls"},
		{"Budget excel icon", "Budget", "excel icon", "xls"},
		{"Budget  pdf\u00a0icon ", "Budget", "pdf\u00a0icon", "pdf"},
		{"PDF 264 KB", "", "PDF 264 KB", "pdf"},
		{"Page HTM 3 KB", "Page", "HTM 3 KB", "html"},
		{"The silicon", "The silicon", "", ""},
		{"An icon", "An icon", "", ""},
		{"Route 14B", "Route 14B", "", ""},
		{"The PDF was 264 KB long", "The PDF was 264 KB long", "", ""},
		{"A limit of 264 KB", "A limit of 264 KB", "", ""},
		{"(b)", "(b)", "", ""}, {"B", "B", "", ""}, {")", ")", "", ""}, {"", "", "", ""},
	} {
		title, size := cutSize(row.in)
		if title != row.title || size != row.size || mediaOf(size) != row.media {
			t.Errorf("cutSize(%q) = %q, %q (%s), want %q, %q (%s)", row.in, title, size, mediaOf(size), row.title, row.size, row.media)
		}
	}
}
