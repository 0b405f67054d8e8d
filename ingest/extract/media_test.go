package extract_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"moothall/ingest/extract"
)

func TestMedia(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 500)
	cases := []struct{ name, raw, want string }{
		{"empty", "", "unknown"},
		{"pdf", "%PDF-1.7\n", "pdf"},
		{"pdf after an HTTP header", "HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\nendobj", "pdf"},
		{"prose that names the header", "A file starts with %PDF-1.4 when it is one.", "text"},
		{"report that looks like mail", "From: Anna Field, Cabinet Member\nTo: Cabinet, 30 January 2025\nSubject: Budget\n\nSummary: x", "text"},
		{"mail", "Message-ID: <a@b>\nFrom: a@b.invalid\nSubject: x\n\nbody", "eml"},
		{"mail from an mbox", "From a@b.invalid Mon\nReceived: by x\n\tfor y\nTo: c\n\nbody", "eml"},
		{"html", "\ufeff\r\n <!-- saved --><!DOCTYPE html><html>", "html"},
		{"fragment", "<p>One</p>", "html"},
		{"xhtml", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "html"},
		{"xml", "<?xml version=\"1.0\"?><meeting/>", "xml"},
		{"xml without declaration", "<getmeeting><a>1</a></getmeeting>", "xml"},
		{"xml with a prefix like a tag", "<a:root xmlns:a='x'><a:b/></a:root>", "xml"},
		{"a lone bracket", "<< see overleaf", "text"},
		{"rtf", "{\\rtf1\\ansi hello}", "rtf"},
		{"doc", ole + wide("WordDocument\x00"), "doc"},
		{"xls", ole + wide("Workbook\x00"), "xls"},
		{"message of Outlook", ole + wide("__properties_version1.0\x00"), "msg"},
		{"other OLE", ole, "ole"},
		{"docx", zipped(t, "[Content_Types].xml", "word/document.xml"), "docx"},
		{"docx cut short", cut(zipped(t, "word/document.xml", "b")), "docx"},
		{"xlsx", zipped(t, "xl/workbook.xml"), "xlsx"},
		{"zip of papers", zipped(t, "a.pdf", "word.txt"), "zip"},
		{"empty zip", zipped(t), "zip"},
		{"odt", odt(t), "odt"},
		{"pdf without its header", "%\xe2\xe3\n1 0 obj\n<<>>\nendobj", "pdf"},
		{"png", "\x89PNG\r\n\x1a\n....", "png"},
		{"jpeg", "\xff\xd8\xff\xe0JFIF", "jpeg"},
		{"tiff", "II*\x00....", "tiff"},
		{"WordPerfect", "\xffWPC....", "wordperfect"},
		{"Word 2", "\xdb\xa5\x2d\x00....", "oldword"},
		{"Word for DOS", "\x31\xbe\x00\x00....", "oldword"},
		{"Write", "\x32\xbe\x00\x00....", "write"},
		{"Works", ole + wide("MatOST\x00"), "works"},
		{"Works 2000", ole + "CHNKWKS \x04", "works"},
		{"Publisher", ole + wide("Quill\x00"), "pub"},
		{"a DOCX with a password", ole + wide("EncryptionInfo\x00EncryptedPackage\x00"), "locked"},
		{"Pages", zipped(t, "Index/Document.iwa", "preview.jpg"), "iwork"},
		{"Pages of 2009", zipped(t, "index.apxl"), "iwork"},
		{"XPS", zipped(t, "FixedDocSeq.fdseq"), "xps"},
		{"PostScript", "%!PS-Adobe-3.0\n", "ps"},
		{"PostScript that is a PDF", "%!PS-Adobe-3.0 PDF-1.4\n", "pdf"},
		{"DjVu", "AT&TFORM\x00\x00", "djvu"},
		{"winmail.dat", "\x78\x9f\x3e\x22\x01\x00", "tnef"},
		{"7z", "7z\xbc\xaf\x27\x1c", "archive"},
		{"HEIC", "\x00\x00\x00\x18ftypheic", "heic"},
		{"a page with its HTTP header", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Minutes</p>", "html"},
		{"a page that begins with words", "Cabinet<br>5 March 2024<br><b>Present</b> Councillor Reed<br><p>Noted.</p><p>Closed.</p>", "html"},
		{"a text that names a tag", "Put <br> where the line is to break and </p> at the end.", "text"},
		{"json", "{\"minutes\": \"<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>\"}", "text"},
		{"csv", "Date,Body,Title\n1 May,Cabinet,Budget\n", "text"},
		{"a feed", "<rss version=\"2.0\"><channel><item/></channel></rss>", "xml"},
		{"another feed", "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'/>", "xml"},
		{"a calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Cabinet\r\n", "text"},
		{"xml with a mark", "\ufeff<?xml version=\"1.0\"?><meeting/>", "xml"},
		{"xml in UTF-16", "\xff\xfe" + wide("<?xml version=\"1.0\" encoding=\"UTF-16\"?><meeting/>"), "xml"},
		{"a page kept whole by a browser", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://thornley.example/\r\nSubject: Minutes\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "eml"},
		{"mail with its way first", "Received: from a.example\r\n by b.example;\r\nFrom: c@d.example\r\n\r\nbody", "eml"},
		{"plain", "Meeting of the Full Council", "text"},
		{"Windows-1252", "The Council\x92s report \x96 \xa3300", "text"},
		{"UTF-16 with a mark", "\xff\xfe" + wide("Minutes of the meeting"), "text"},
		{"UTF-16 without one", wide("Minutes of the meeting"), "text"},
		{"html in UTF-16", "\xff\xfe" + wide("<html><body>"), "html"},
		{"rubbish", "\x01\x02\x03\x04\x05\x06\x07\x0e\x0f", "unknown"},
		{"zeros", strings.Repeat("\x00", 64), "unknown"},
	}
	for _, c := range cases {
		if got := extract.Media([]byte(c.raw)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestMediaCorpus: every real paper is what it is published as.
func TestMediaCorpus(t *testing.T) {
	root := shared(t)
	for dir, want := range map[string]string{"corpus/pdf": "pdf", "corpus/hostile": "pdf", "corpus/html": "html", "corpus/xml": "xml", "corpus/csv": "text", "seeds": "text"} {
		files, _ := filepath.Glob(filepath.Join(root, dir, "*"))
		if len(files) == 0 {
			t.Errorf("%s: no files", dir)
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			want := want
			if strings.HasPrefix(strings.ToLower(string(bytes.TrimSpace(raw))), "<!doctype html") {
				want = "html" // an error page kept under the name of what was asked for
			}
			if got := extract.Media(raw); got != want {
				t.Errorf("%s: got %s, want %s (%q)", filepath.Base(f), got, want, raw[:min(len(raw), 40)])
			}
		}
	}
}

// FuzzMedia: a name comes back for any bytes, the same one each time, and
// what follows a PDF's header does not change it.
func FuzzMedia(f *testing.F) {
	for _, s := range []string{"", "%PDF-1.7\n", "<html>", "PK\x03\x04", "PK\x05\x06", "From: a\n\n", "\xff\xfea\x00", "{\\rtf1"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := extract.Media(raw)
		if m == "" || m != extract.Media(raw) {
			t.Fatalf("Media gave %q, then %q", m, extract.Media(raw))
		}
		if got := extract.Media(append([]byte("%PDF-1.4\n"), raw...)); got != "pdf" {
			t.Fatalf("a PDF's header before it: got %s", got)
		}
	})
}

// shared is the folder of real papers, or skips the test.
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
			continue
		}
		root := filepath.Join(filepath.Dir(dir), "shared")
		if _, err := os.Stat(root); err == nil {
			return root
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("../shared is absent")
	}
	t.Skip("../shared is absent")
	return ""
}

func wide(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("content of " + n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func odt(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("application/vnd.oasis.opendocument.text")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func cut(s string) string { return s[:len(s)-30] }
