// Package xml reads data published as XML, above all the answers of
// ModernGov's web service, into blocks: a block to each element that holds
// words, whose class is the element's path.
//
// It is separate from the parser of the one kind of XML we understand
// (parse/moderngov) so that the words of any other kind are found all the
// same.
package xml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	htmlescape "html"
	"io"
	"regexp"
	"strconv"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
)

// Engine names this reader and its version.
const Engine = "xml/2"

// maxDepth is how deep elements are followed; no service nests deeper.
const maxDepth = 64

// Read gives a block to each element's own words, in order, on one page. A
// block's class is its element's path, each step with its place among its
// like: "meeting[1]/agendaitems[1]/agendaitem[2]/agendaitemtitle[1]". HTML
// inside an element, escaped or not, becomes that element's blocks. A value
// for machines (a number, a flag, a date, an address) has it in Cells and no
// Text. A file that is broken is read as far as it goes, with a doubt; only
// one that is no XML from the start is an error.
//
// Home addresses and telephone numbers of members, which the service gives
// away, are not read.
func Read(raw []byte) (extract.Paper, error) {
	p := extract.Paper{Media: "xml", Engine: Engine}
	r := reader{seen: []map[string]int{{}}}
	d := xml.NewDecoder(bytes.NewReader(escapeBodies([]byte(text.Decode(raw)))))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // text.Decode has seen to it
	elements := 0
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && elements == 0 {
			return extract.Paper{}, fmt.Errorf("xml: %w", err)
		}
		if err != nil {
			p.Doubts = append(p.Doubts, fmt.Sprintf("the XML is broken and was read up to there: %v", err))
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			elements++
			r.flush()
			r.open(t)
		case xml.EndElement:
			r.flush()
			r.close(strings.ToLower(t.Name.Local))
		case xml.CharData:
			r.words.Write(t)
		}
	}
	r.flush()
	text.SetLevels(r.blocks)
	p.Pages = []extract.Page{{Number: 1, Blocks: r.blocks}}
	return p, nil
}

// A reader walks over an XML file's tokens.
type reader struct {
	blocks []extract.Block
	path   []string
	seen   []map[string]int // of each open element: how many children of each name
	words  strings.Builder
	deep   int // elements open beyond maxDepth
	secret int // how many steps of the path were open when something private began
}

func (r *reader) open(t xml.StartElement) {
	name := strings.ToLower(t.Name.Local)
	if len(r.path) >= maxDepth {
		r.deep++
		return
	}
	count := r.seen[len(r.seen)-1]
	count[name]++
	r.path = append(r.path, name+"["+strconv.Itoa(count[name])+"]")
	r.seen = append(r.seen, map[string]int{})
	if r.secret == 0 && private[name] {
		r.secret = len(r.path)
	}
	r.attributes(t.Attr)
}

// close ends the nearest open element of this name; those inside it that were
// left open end with it.
func (r *reader) close(name string) {
	if r.deep > 0 {
		r.deep--
		return
	}
	for i := len(r.path) - 1; i >= 0; i-- {
		if step, _, _ := strings.Cut(r.path[i], "["); step == name {
			r.path, r.seen = r.path[:i], r.seen[:i+1]
			break
		}
	}
	if r.secret > len(r.path) {
		r.secret = 0
	}
}

// attributes makes a row of what an element's attributes say in words.
func (r *reader) attributes(attrs []xml.Attr) {
	if r.secret > 0 {
		return
	}
	var cells []string
	for _, a := range attrs {
		v := text.Tidy(a.Value)
		if v != "" && !machine.MatchString(v) && a.Name.Local != "xmlns" && a.Name.Space == "" && len(a.Name.Local) > 2 {
			cells = append(cells, v)
		}
	}
	if len(cells) > 0 {
		r.blocks = append(r.blocks, extract.Block{Kind: extract.Row, Cells: cells, Text: strings.Join(cells, " | "), Class: strings.Join(r.path, "/")})
	}
}

// flush makes blocks of the words gathered in the open element.
func (r *reader) flush() {
	said := r.words.String()
	r.words.Reset()
	if r.secret > 0 || text.Tidy(said) == "" {
		return
	}
	class := strings.Join(r.path, "/")
	if markup.MatchString(said) {
		for _, b := range html.Fragment(said, class) {
			if b.Text != "" || b.Marker != "" {
				r.blocks = append(r.blocks, b)
			}
		}
		return
	}
	// Titles arrive escaped twice: "Chair&amp;#39;s".
	v := text.Tidy(htmlescape.UnescapeString(said))
	switch {
	case v == "":
	case machine.MatchString(v):
		r.blocks = append(r.blocks, extract.Block{Class: class, Cells: []string{v}})
	default:
		r.blocks = append(r.blocks, extract.Block{Class: class, Text: v})
	}
}

var (
	// machine are values that are no words.
	machine = regexp.MustCompile(`^(?i:\d+|true|false|unspecified|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}[.:]\d{2}(?: ?[ap]m)?|https?://\S+|\d{4}-\d\d-\d\d(?:t[\d:.z+-]+)?)$`)
	// markup is text that holds HTML.
	markup = regexp.MustCompile(`</?[a-zA-Z][a-zA-Z0-9:]*(?:\s[^<>]*)?/?>`)
)

// private are the elements whose content is not read: where members live and
// how to telephone them.
var private = map[string]bool{"homeaddress": true, "workaddress": true, "homephone": true, "homemobile": true, "homeemail": true, "workphone": true, "workmobile": true}

// bodies are the elements that hold HTML. Some installs do not escape it, and
// the answer is then no well-formed XML.
var bodies = regexp.MustCompile(`(?i)<(agendatext|minutesnonemptyhtmlbody|decisionnonemptyhtmlbody)(?:\s[^>]*)?>`)

// escapeBodies escapes HTML that stands unescaped in its element: what lies
// between the element's own tags is text, whatever it looks like.
func escapeBodies(raw []byte) []byte {
	lower := bytes.ToLower(raw)
	if len(lower) != len(raw) {
		lower = raw
	}
	var out bytes.Buffer
	at := 0
	for {
		m := bodies.FindSubmatchIndex(raw[at:])
		if m == nil {
			break
		}
		start := at + m[1]
		end := -1
		if raw[start-2] != '/' {
			end = bytes.Index(lower[start:], []byte("</"+strings.ToLower(string(raw[at+m[2]:at+m[3]]))))
		}
		if end < 0 {
			out.Write(raw[at:start])
			at = start
			continue
		}
		out.Write(raw[at:start])
		inner := raw[start : start+end]
		if markup.Match(inner) && !bytes.HasPrefix(bytes.TrimSpace(inner), []byte("<![CDATA[")) {
			inner = []byte(htmlescape.EscapeString(string(inner)))
		}
		out.Write(inner)
		at = start + end
	}
	out.Write(raw[at:])
	return out.Bytes()
}
