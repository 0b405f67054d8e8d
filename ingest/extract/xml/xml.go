// Package xml reads XML into blocks: one for what each element says, with the
// element's name as its class.
//
// It is separate from the parser of the one kind of XML we understand
// (parse/moderngov) so that the words of any other kind are found all the
// same.
package xml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
)

// Engine names this reader and its version.
const Engine = "xml/1"

// Read gives the words of every element, in order, on one page. HTML that was
// encoded a second time to stand inside an element is read as HTML. A file
// that is broken is read as far as it goes, with a doubt; only one that is no
// XML from the start is an error.
func Read(raw []byte) (extract.Paper, error) {
	p := extract.Paper{Media: "xml", Engine: Engine, Pages: []extract.Page{{Number: 1}}}
	d := xml.NewDecoder(strings.NewReader(text.Decode(raw)))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // text.Decode has seen to it
	r := reader{page: &p.Pages[0]}
	elements := 0
	for {
		token, err := d.RawToken()
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
		switch t := token.(type) {
		case xml.StartElement:
			elements++
			r.flush()
			r.open(t.Name.Local)
		case xml.EndElement:
			r.flush()
			r.close()
		case xml.CharData:
			r.words.Write(t)
		}
	}
	r.flush()
	return p, nil
}

// A reader holds the names of the elements it is in and the words it has not
// made a block of yet.
type reader struct {
	page  *extract.Page
	names []string
	words strings.Builder
}

// deep is how many names are remembered; what lies deeper has the last one's.
const deep = 200

func (r *reader) open(name string) {
	if len(r.names) < deep {
		r.names = append(r.names, strings.ToLower(name))
	}
}

func (r *reader) close() {
	if len(r.names) > 0 {
		r.names = r.names[:len(r.names)-1]
	}
}

func (r *reader) flush() {
	said := r.words.String()
	r.words.Reset()
	if strings.TrimSpace(said) == "" {
		return
	}
	class := ""
	if len(r.names) > 0 {
		class = r.names[len(r.names)-1]
	}
	if strings.Contains(said, "</") || strings.Contains(said, "/>") {
		r.page.Blocks = append(r.page.Blocks, html.Fragment(said, class)...)
		return
	}
	for line := range strings.SplitSeq(said, "\n\n") {
		if line = text.Tidy(line); line != "" {
			r.page.Blocks = append(r.page.Blocks, extract.Block{Text: line, Class: class})
		}
	}
}
