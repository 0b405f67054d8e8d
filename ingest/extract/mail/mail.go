// Package mail reads an e-mail as it is kept in a file: its words, and the
// papers sent with it, which are documents of their own. It is separate from
// the other readers because it is the one that finds files in a file.
package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
)

// Engine names this reader and its version.
const Engine = "eml/2"

// What a message may hold.
const (
	maxDepth    = 10 // of parts within parts
	maxParts    = 500
	maxAttached = 48 << 20 // bytes of all attachments
)

// Read reads a message: one page with its subject as a heading, who sent it
// and when, and its words, plain where it has them plain. What was sent with
// it comes as Attachments, named as the sender named them. Addresses are left
// out where a name stands beside them.
//
// Its error says to a person why it cannot be read.
func Read(raw []byte) (extract.Paper, error) {
	raw = withoutEnvelope(raw)
	msg, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		msg, err = mail.ReadMessage(bytes.NewReader(mended(raw)))
	}
	if err != nil {
		return extract.Paper{}, errors.New("mail: its headers are damaged; save the message from the mail program again")
	}
	r := reader{}
	r.headers(msg.Header)
	r.part(part{head: msg.Header, body: msg.Body}, 0)
	return r.paper(), nil
}

// withoutEnvelope takes off the line that a mailbox puts before a message.
func withoutEnvelope(raw []byte) []byte {
	if bytes.HasPrefix(raw, []byte("From ")) {
		if i := bytes.IndexByte(raw, '\n'); i >= 0 {
			return raw[i+1:]
		}
	}
	return bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\ufeff")), "\r\n")
}

// mended is a message without those lines of its headers that are none.
func mended(raw []byte) []byte {
	var out []byte
	for len(raw) > 0 {
		line, rest, _ := bytes.Cut(raw, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if ok && !bytes.ContainsAny(name, " \t") && len(name) > 0 || len(out) > 0 && (line[0] == ' ' || line[0] == '\t') {
			out = append(append(out, bytes.TrimRight(line, "\r")...), '\n')
		}
		raw = rest
	}
	if len(out) == 0 {
		return nil
	}
	return append(append(out, '\n'), bytes.TrimLeft(raw, "\r\n")...)
}

// A reader gathers what is in a message.
type reader struct {
	subject  string
	blocks   []extract.Block
	attached []archive.Raw
	size     int
	parts    int
	doubts   []string
}

var decoder = mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, r) }}

func (r *reader) headers(h mail.Header) {
	r.subject = decoded(h.Get("Subject"))
	if r.subject != "" {
		r.blocks = append(r.blocks, extract.Block{Kind: extract.Heading, Level: 1, Text: r.subject, Class: "subject"})
	}
	for _, name := range []string{"From", "To", "Date"} {
		v := decoded(h.Get(name))
		if name != "Date" {
			v = names(v)
		}
		if v != "" {
			r.blocks = append(r.blocks, extract.Block{Text: name + ": " + v, Class: "header"})
		}
	}
}

func decoded(s string) string {
	if d, err := decoder.DecodeHeader(s); err == nil {
		s = d
	}
	return text.Tidy(s)
}

// names are the people of an address line without their addresses.
func names(s string) string {
	all, err := mail.ParseAddressList(s)
	if err != nil {
		return ""
	}
	var out []string
	for _, a := range all {
		if a.Name != "" {
			out = append(out, a.Name)
		}
	}
	return strings.Join(out, "; ")
}

// A part is one part of a message, or the message itself.
type part struct {
	head interface{ Get(string) string }
	body io.Reader
	name string
}

// part reads a part and the parts in it. Damage ends that part alone.
func (r *reader) part(p part, depth int) {
	if r.parts++; r.parts > maxParts || depth > maxDepth {
		r.doubt("it has more parts than a message has; the rest was left out")
		return
	}
	kind, params, err := mime.ParseMediaType(p.head.Get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if strings.HasPrefix(kind, "multipart/") {
		r.several(kind, params["boundary"], p.body, depth)
		return
	}
	b, err := io.ReadAll(transfer(p.head.Get("Content-Transfer-Encoding"), p.body))
	if err != nil {
		r.doubt("a part of it is damaged; what stands before the damage was read")
	}
	disposition, dparams, _ := mime.ParseMediaType(p.head.Get("Content-Disposition"))
	name := decoded(first(p.name, dparams["filename"], params["name"]))
	switch {
	case notPaper[kind]:
	case strings.HasPrefix(kind, "text/") && disposition != "attachment" && name == "":
		r.words(kind, params, b)
	case strings.HasPrefix(kind, "image/") && name == "", kind == "application/pkcs7-signature", kind == "application/pgp-signature":
		// a picture in the text, a signature: no paper
	default:
		r.attach(name, kind, b)
	}
}

// several reads the parts of a part. Of alternatives the plain text is read
// and the others, which say the same, are not.
func (r *reader) several(kind, boundary string, body io.Reader, depth int) {
	if boundary == "" {
		r.doubt("its parts cannot be told apart")
		return
	}
	m := multipart.NewReader(body, boundary)
	before := len(r.blocks)
	for {
		p, err := m.NextRawPart()
		if err != nil {
			if err != io.EOF {
				r.doubt("it is damaged or not complete; what stands before the damage was read")
			}
			return
		}
		if kind == "multipart/alternative" && len(r.blocks) > before && strings.HasPrefix(p.Header.Get("Content-Type"), "text/") {
			continue
		}
		r.part(part{head: p.Header, body: p, name: p.FileName()}, depth+1)
		if r.parts > maxParts {
			return
		}
	}
}

func transfer(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &base64Letters{body})
	case "quoted-printable":
		return quoted(body)
	}
	return body
}

// notPaper are parts of pages that a browser kept whole.
var notPaper = map[string]bool{
	"text/css": true, "text/javascript": true, "application/javascript": true, "application/x-javascript": true,
	"font/woff": true, "font/woff2": true, "application/font-woff": true,
}

// quoted decodes quoted-printable. What is no escape stands for itself: it is
// what gateways and people make of such texts.
func quoted(r io.Reader) io.Reader {
	b, err := io.ReadAll(r)
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		line, rest, more := bytes.Cut(b, []byte("\n"))
		line, b = bytes.TrimRight(line, " \t\r"), rest
		soft := bytes.HasSuffix(line, []byte("="))
		line = bytes.TrimSuffix(line, []byte("="))
		for i := 0; i < len(line); i++ {
			if line[i] == '=' && i+2 < len(line) {
				if v, err := strconv.ParseUint(string(line[i+1:i+3]), 16, 8); err == nil {
					out = append(out, byte(v))
					i += 2
					continue
				}
			}
			out = append(out, line[i])
		}
		if !soft && more {
			out = append(out, '\n')
		}
	}
	if err != nil {
		return io.MultiReader(bytes.NewReader(out), failing{err})
	}
	return bytes.NewReader(out)
}

// failing is a reader that has nothing more to give than its error.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// base64Letters leaves out what does not belong to base64: spaces and signs
// that gateways put in.
type base64Letters struct{ r io.Reader }

func (l *base64Letters) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	kept := 0
	for _, c := range p[:n] {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			p[kept] = c
			kept++
		}
	}
	return kept, err
}

// words reads a part that is text.
func (r *reader) words(kind string, params map[string]string, b []byte) {
	b, sure := inUTF8(params["charset"], b)
	read := text.Read
	switch {
	case kind == "text/html":
		read = html.Read
		if sure {
			b = append([]byte("\ufeff"), b...) // whatever the page says of itself, it is decoded
		}
	case strings.EqualFold(params["format"], "flowed"):
		b = unflow(b, strings.EqualFold(params["delsp"], "yes"))
	}
	p, err := read(b)
	if err != nil {
		r.doubt("its words could not be read: " + err.Error())
		return
	}
	for _, page := range p.Pages {
		r.blocks = append(r.blocks, page.Blocks...)
	}
}

// inUTF8 decodes what is labelled as being in some encoding; sure is false for
// what is left for its reader to guess. Letters that are UTF-8 are not what a
// label says that knows no such: no other text has just their bytes.
func inUTF8(label string, b []byte) (out []byte, sure bool) {
	if !strings.HasPrefix(strings.ToLower(label), "utf-16") && utf8.Valid(b) && bytes.IndexFunc(b, func(r rune) bool { return r >= 0x80 }) >= 0 {
		return b, true
	}
	if label == "" || strings.EqualFold(label, "utf-8") || strings.EqualFold(label, "us-ascii") {
		return b, false
	}
	dec, err := charset.NewReaderLabel(label, bytes.NewReader(b))
	if err != nil {
		return b, false
	}
	d, err := io.ReadAll(dec)
	if err != nil {
		return b, false
	}
	return d, true
}

// unflow joins the lines of a text that was broken to be joined (RFC 3676): a
// space at its end says that a line goes on.
func unflow(b []byte, delete bool) []byte {
	var out []byte
	for line := range bytes.Lines(b) {
		line = bytes.TrimRight(line, "\r\n")
		line = bytes.TrimPrefix(line, []byte(" ")) // stuffed
		on := bytes.HasSuffix(line, []byte(" ")) && string(line) != "-- "
		if on && delete {
			line = line[:len(line)-1]
		}
		out = append(out, line...)
		if !on {
			out = append(out, '\n')
		}
	}
	return out
}

func (r *reader) attach(name, kind string, b []byte) {
	if name == "" {
		name = fmt.Sprintf("attachment %d", len(r.attached)+1)
	}
	if len(b) == 0 {
		return
	}
	if r.size += len(b); r.size > maxAttached {
		r.size -= len(b)
		r.doubt(fmt.Sprintf("%q (%s) was left out: the message is too large; save what was sent with it to files", name, kind))
		return
	}
	r.attached = append(r.attached, archive.Raw{Bytes: b, Name: name})
}

func (r *reader) doubt(words string) {
	for _, d := range r.doubts {
		if d == words {
			return
		}
	}
	r.doubts = append(r.doubts, words)
}

func (r *reader) paper() extract.Paper {
	page := extract.Page{Number: 1, Blocks: r.blocks}
	if len(r.blocks) == 0 {
		page.Unread = "the message has no words"
	}
	return extract.Paper{Media: "eml", Engine: Engine, Title: r.subject, Pages: []extract.Page{page}, Attachments: r.attached, Doubts: r.doubts}
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
