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
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
)

// Engine names this reader and its version.
const Engine = "eml/1"

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
	msg, err := mail.ReadMessage(bytes.NewReader(withoutEnvelope(raw)))
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
	return bytes.TrimLeft(raw, "\r\n")
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
	case strings.HasPrefix(kind, "text/") && disposition != "attachment" && name == "":
		r.words(kind, params["charset"], b)
	case strings.HasPrefix(kind, "image/") && name == "", kind == "application/pkcs7-signature", kind == "application/pgp-signature", kind == "text/css":
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
		return quotedprintable.NewReader(body)
	}
	return body
}

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
func (r *reader) words(kind, label string, b []byte) {
	if label != "" && !strings.EqualFold(label, "utf-8") && !strings.EqualFold(label, "us-ascii") {
		if dec, err := charset.NewReaderLabel(label, bytes.NewReader(b)); err == nil {
			if d, err := io.ReadAll(dec); err == nil {
				b = d
			}
		}
	}
	read := text.Read
	if kind == "text/html" {
		read = html.Read
		b = append([]byte("\ufeff"), b...) // whatever the page says of itself, it is decoded
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
