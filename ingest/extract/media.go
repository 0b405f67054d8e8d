package extract

import (
	"bytes"
	"encoding/binary"
	"iter"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Media says what a file is by its content; its name is never asked. It gives
//
//	pdf html xml text rtf eml             as they are named
//	docx xlsx pptx odt ods odp epub zip   by what the zip holds
//	iwork xps                             likewise: Apple's Pages and the like; Microsoft's pages for print
//	doc xls ppt msg ole                   by what the OLE file holds
//	pub works locked                      likewise: Publisher, Works, and Office's files behind a password
//	png jpeg gif tiff bmp webp jp2 heic   pictures
//	oldword wordperfect write ps djvu     papers of programs that are gone, or for printers
//	tnef gzip archive unknown             winmail.dat, and the rest
//
// A file that is damaged is still named for what it set out to be, so that
// whoever reads it can say what is wrong with it.
func Media(raw []byte) string {
	switch {
	case isPDF(raw):
		return "pdf"
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return zipMedia(raw)
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return oleMedia(raw)
	}
	for _, m := range magics {
		if bytes.HasPrefix(raw, []byte(m.start)) && bytes.HasPrefix(from(raw, m.at), []byte(m.then)) {
			return m.media
		}
	}
	return textMedia(raw)
}

// magics are the openings that need no second look. Where at is set, then
// must stand there too.
var magics = []struct {
	media, start string
	at           int
	then         string
}{
	{media: "png", start: "\x89PNG\r\n\x1a\n"},
	{media: "jpeg", start: "\xff\xd8\xff"},
	{media: "gif", start: "GIF87a"},
	{media: "gif", start: "GIF89a"},
	{media: "tiff", start: "II*\x00"},
	{media: "tiff", start: "MM\x00*"},
	{media: "bmp", start: "BM", at: 6, then: "\x00\x00\x00\x00"},
	{media: "webp", start: "RIFF", at: 8, then: "WEBP"},
	{media: "jp2", start: "\x00\x00\x00\x0cjP  "},
	{media: "gzip", start: "\x1f\x8b\x08"},
	{media: "heic", at: 4, then: "ftyphei"},
	{media: "heic", at: 4, then: "ftypmif1"},
	{media: "wordperfect", start: "\xffWPC"},
	{media: "oldword", start: "\xDB\xA5"},         // Word 2 for Windows
	{media: "oldword", start: "\x9B\xA5"},         // Word 1 for Windows
	{media: "oldword", start: "\x31\xBE\x00\x00"}, // Word for DOS, and Write without pictures
	{media: "write", start: "\x32\xBE\x00\x00"},
	{media: "ps", start: "%!PS"},
	{media: "djvu", start: "AT&TFORM"},
	{media: "tnef", start: "\x78\x9F\x3E\x22"},
	{media: "archive", start: "7z\xBC\xAF\x27\x1C"},
	{media: "archive", start: "Rar!\x1A\x07"},
	{media: "archive", start: "BZh"},
	{media: "archive", at: 257, then: "ustar"},
}

func from(raw []byte, at int) []byte {
	if at > len(raw) {
		return nil
	}
	return raw[at:]
}

// pdfLead is how far into a file the header may stand: what Acrobat allows.
// Papers saved with their HTTP headers, or mailed, have such a lead.
const pdfLead = 1024

// isPDF finds the header, and asks for something of a PDF's body where it is
// not the first thing in the file: prose may speak of "%PDF-1.4".
func isPDF(raw []byte) bool {
	head := raw[:min(len(raw), pdfLead+8)]
	at := bytes.Index(head, []byte("%PDF-"))
	if at < 0 {
		// "%!PS-Adobe-3.0 PDF-1.4", or the header lost and the objects there.
		return bytes.HasPrefix(head, []byte("%!PS-Adobe-")) && bytes.Contains(firstLine(head), []byte(" PDF-")) ||
			bytes.HasPrefix(head, []byte("%")) && bytes.Contains(head, []byte(" obj")) && bytes.Contains(raw, []byte("endobj"))
	}
	if at == 0 {
		return true
	}
	body := raw[at:]
	return bytes.Contains(body, []byte("endobj")) || bytes.Contains(body, []byte("startxref"))
}

func firstLine(b []byte) []byte {
	if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
		return b[:i]
	}
	return b
}

// odf are the contents of an OpenDocument's or EPUB's "mimetype" part, which
// is the first in the file and not compressed.
var odf = []struct{ mime, media string }{
	{"application/vnd.oasis.opendocument.text", "odt"},
	{"application/vnd.oasis.opendocument.spreadsheet", "ods"},
	{"application/vnd.oasis.opendocument.presentation", "odp"},
	{"application/epub+zip", "epub"},
}

// parts are the parts by which Office's formats are known.
var parts = map[string]string{
	"word/document.xml":           "docx",
	"word/document2.xml":          "docx",
	"xl/workbook.xml":             "xlsx",
	"xl/workbook.bin":             "xlsx",
	"ppt/presentation.xml":        "pptx",
	"index/document.iwa":          "iwork",
	"index.zip":                   "iwork", // a package folder that was zipped
	"index.apxl":                  "iwork",
	"fixeddocseq.fdseq":           "xps",
	"fixeddocumentsequence.fdseq": "xps",
}

// ZipMedia says what a zip is from the content of its part "mimetype", "" if
// it has none, and the names of all its parts.
func ZipMedia(mimetype string, names iter.Seq[string]) string {
	for _, o := range odf {
		if strings.HasPrefix(mimetype, o.mime) {
			return o.media
		}
	}
	for name := range names {
		// Some producers write "word\document.xml" or a leading slash.
		name = strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
		if m, ok := parts[name]; ok {
			return m
		}
	}
	return "zip"
}

func zipMedia(raw []byte) string {
	var mimetype []byte
	if len(raw) > 38 && string(raw[30:38]) == "mimetype" {
		mimetype = from(raw, 38+int(binary.LittleEndian.Uint16(raw[28:30])))
		mimetype = mimetype[:min(len(mimetype), 100)]
	}
	return ZipMedia(string(mimetype), zipNames(raw))
}

// zipNames gives each name in a zip's directory. It reads the directory in
// place, so one of a million entries costs nothing; where there is none (a
// file cut short) it reads the names beside the entries.
func zipNames(raw []byte) iter.Seq[string] {
	return func(yield func(string) bool) { yieldZipNames(raw, yield) }
}

func yieldZipNames(raw []byte, f func(name string) bool) {
	const endLen, entryLen, localLen = 22, 46, 30
	end := bytes.LastIndex(raw[max(0, len(raw)-endLen-65535):], []byte("PK\x05\x06"))
	if end >= 0 {
		end += max(0, len(raw)-endLen-65535)
	}
	if end >= 0 && len(raw)-end >= endLen {
		at := int(binary.LittleEndian.Uint32(raw[end+16:]))
		if at == 0xFFFFFFFF || at > end {
			at = bytes.Index(raw, []byte("PK\x01\x02")) // zip64, or bytes before the zip
		}
		for at >= 0 && at+entryLen <= end && string(raw[at:at+4]) == "PK\x01\x02" {
			n := int(binary.LittleEndian.Uint16(raw[at+28:]))
			skip := int(binary.LittleEndian.Uint16(raw[at+30:])) + int(binary.LittleEndian.Uint16(raw[at+32:]))
			if at+entryLen+n > len(raw) || !f(string(raw[at+entryLen:at+entryLen+n])) {
				return
			}
			at += entryLen + n + skip
		}
		return
	}
	for at := 0; ; at++ {
		i := bytes.Index(from(raw, at), []byte("PK\x03\x04"))
		if i < 0 || at+i+localLen > len(raw) {
			return
		}
		at += i
		n := int(binary.LittleEndian.Uint16(raw[at+26:]))
		if at+localLen+n > len(raw) || !f(string(raw[at+localLen:at+localLen+n])) {
			return
		}
	}
}

// oleStreams are the streams by which the old Office formats are known, as
// they stand in the file's directory.
var oleStreams = []struct{ name, media string }{
	{"WordDocument", "doc"},
	{"Workbook", "xls"},
	{"Book", "xls"},
	{"PowerPoint Document", "ppt"},
	{"__properties_version1.0", "msg"},
	{"EncryptedPackage", "locked"},
	{"Quill", "pub"},
	{"MatOST", "works"},
	{"MN0", "works"},
}

func oleMedia(raw []byte) string {
	for _, s := range oleStreams {
		// A name in the directory ends in a zero, so "Book" is not found in "Bookmarks".
		if bytes.Contains(raw, utf16le(s.name+"\x00")) {
			return s.media
		}
	}
	if bytes.Contains(raw, []byte("CHNKWKS")) {
		return "works" // of 2000 and later
	}
	return "ole"
}

func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// sniffed is how much of a text is looked at.
const sniffed = 64 << 10

func textMedia(raw []byte) string {
	s, ok := sniff(raw)
	if !ok {
		return "unknown"
	}
	s = strings.TrimLeft(s, " \t\r\n\f\v\u00a0\ufeff")
	switch {
	case strings.HasPrefix(s, `{\rtf`):
		return "rtf"
	case strings.HasPrefix(s, "<"):
		return markup(s)
	case isMail(s):
		return "eml"
	case tagged(s):
		return "html"
	}
	return "text"
}

// sniff gives the opening of a text in whatever encoding, near enough to tell
// its kind; ok is false where it is not text.
func sniff(raw []byte) (s string, ok bool) {
	head := raw[:min(len(raw), sniffed)]
	if len(head) == 0 {
		return "", false
	}
	if order := utf16Order(head); order != nil {
		var u []uint16
		for i := 0; i+1 < len(head); i += 2 {
			u = append(u, order.Uint16(head[i:]))
		}
		s = string(utf16.Decode(u))
		return s, mostlyText(s)
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return "", false
	}
	for cut := len(head); cut > len(head)-utf8.UTFMax && cut > 0; cut-- {
		if utf8.Valid(head[:cut]) {
			s = string(head[:cut])
			return s, mostlyText(s)
		}
		if cut == len(raw) {
			break // the whole file: nothing was cut through
		}
	}
	// Windows-1252, or something like it: letters are what they are in ASCII.
	high, b := 0, make([]rune, len(head))
	for i, c := range head {
		b[i] = rune(c)
		if c >= 0x80 {
			high++
			b[i] = 'é'
		}
	}
	s = string(b)
	return s, high*4 < len(head) && mostlyText(s)
}

// utf16Order is the order of bytes of a text in UTF-16, by its mark or, where
// it has none, by every other byte being zero; nil for anything else.
func utf16Order(head []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return binary.LittleEndian
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return binary.BigEndian
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half >= 4 && zeros[1]*10 > half*7 && zeros[0]*20 < half:
		return binary.LittleEndian
	case half >= 4 && zeros[0]*10 > half*7 && zeros[1]*20 < half:
		return binary.BigEndian
	}
	return nil
}

// mostlyText allows the odd stray control character that old papers carry.
func mostlyText(s string) bool {
	odd, n := 0, 0
	for _, r := range s {
		n++
		if r == utf8.RuneError || r < ' ' && !strings.ContainsRune("\t\r\n\f\v\b\x1a\x1b", r) {
			odd++
		}
	}
	return odd*50 <= n
}

// htmlTags open a page or a part of one.
var htmlTags = []string{
	"!doctype html", "html", "head", "body", "title", "meta", "link", "script", "style", "base",
	"div", "p", "span", "table", "tbody", "tr", "td", "ul", "ol", "li", "dl", "h1", "h2", "h3", "h4", "h5", "h6",
	"a", "b", "i", "em", "strong", "font", "center", "br", "hr", "img", "form", "section", "article", "main",
	"header", "footer", "nav", "blockquote", "pre", "iframe", "noscript",
}

// markup tells HTML from XML at the first tag that is neither a comment nor a
// declaration.
func markup(s string) string {
	s = strings.ToLower(s)
	if strings.HasPrefix(s, "<?xml") {
		// XHTML says so; a Word page saved for the web has xmlns on <html>.
		for _, mark := range []string{"<html", "<!doctype html"} {
			if i := strings.Index(s, mark); i >= 0 && i < 2048 {
				return "html"
			}
		}
		return "xml"
	}
	for strings.HasPrefix(s, "<!--") {
		end := strings.Index(s, "-->")
		if end < 0 {
			return "html"
		}
		s = strings.TrimLeft(s[end+3:], " \t\r\n\u00a0")
	}
	rest, ok := strings.CutPrefix(s, "<")
	if !ok {
		return "html" // a comment and then text: a fragment of a page
	}
	name := rest
	if strings.HasPrefix(rest, "!doctype html") {
		return "html"
	}
	if i := strings.IndexAny(rest, " \t\r\n/>:"); i >= 0 {
		name = rest[:i]
	}
	for _, tag := range htmlTags {
		if name == tag && !strings.HasPrefix(rest[len(name):], ":") {
			return "html"
		}
	}
	if name != "" && (name[0] >= 'a' && name[0] <= 'z' || name[0] == '!' || name[0] == '?') &&
		(strings.Contains(rest, "</") || strings.Contains(rest, "/>")) {
		return "xml"
	}
	return "text"
}

// tagged reports whether what begins as text is a page all the same: one saved
// with its HTTP headers, or a part of one that begins with words. A text that
// names a tag or two is none.
func tagged(s string) bool {
	const least = 5
	if strings.HasPrefix(s, "{") || strings.HasPrefix(s, "[") {
		return false // data, with pages in it perhaps
	}
	s = strings.ToLower(s)
	n := 0
	for _, tag := range []string{"</p>", "</div>", "</td>", "</tr>", "</li>", "</span>", "</a>", "</b>", "</strong>", "<br>", "<br/>", "<br />"} {
		if n += strings.Count(s, tag); n >= least {
			return true
		}
	}
	return strings.Contains(s, "<html") && strings.Contains(s, "<body")
}

// mailOnly are headers that only a message has. From, To, Subject and Date
// alone prove nothing: a council's report opens with them too
// ("From: … / To: Cabinet, 30 January 2025 / Subject: …").
var mailOnly = map[string]bool{
	"message-id": true, "mime-version": true, "received": true, "return-path": true,
	"content-type": true, "content-transfer-encoding": true, "delivered-to": true, "dkim-signature": true,
}

// isMail reads the lines before the first empty one as a message's headers.
func isMail(s string) bool {
	proof, named := false, 0
	lines := strings.SplitAfterN(s, "\n", 200)
	for i, line := range lines {
		line = strings.TrimRight(line, "\r\n")
		if i == 0 && strings.HasPrefix(line, "From ") && strings.Contains(line, "@") {
			continue // an mbox's line before the headers
		}
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if named == 0 {
				return false
			}
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			return false
		}
		named++
		proof = proof || mailOnly[strings.ToLower(name)]
	}
	return proof && named >= 2
}
