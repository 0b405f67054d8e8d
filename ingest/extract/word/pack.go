package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
)

// What a file that is a zip inside may unpack to.
const (
	maxParts = 2000
	maxPart  = 64 << 20
	maxAll   = 256 << 20
)

// A pack is the zip a file is, with what may still be unpacked of it.
type pack struct {
	parts map[string]*zip.File
	left  int64
}

var errNoPart = errors.New("there is no such part")

func openPack(raw []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errors.New("the file is damaged or not complete; fetch it again, or open it in a word processor and save it anew")
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("it has %d parts; no paper has more than %d", len(z.File), maxParts)
	}
	p := &pack{parts: map[string]*zip.File{}, left: maxAll}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		p.parts[strings.ToLower(name)] = f
	}
	return p, nil
}

// part unpacks a part; errNoPart where there is none.
func (p *pack) part(name string) ([]byte, error) {
	f := p.parts[strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))]
	if f == nil {
		return nil, fmt.Errorf("%s: %w", name, errNoPart)
	}
	if f.Flags&1 != 0 {
		return nil, errors.New("it is locked with a password; save it without and try again")
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be unpacked", name)
	}
	defer r.Close()
	most := min(maxPart, p.left)
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(b)) > most {
		return nil, errTooLong
	}
	p.left -= int64(len(b))
	if err != nil && len(b) == 0 {
		return nil, fmt.Errorf("its part %s is damaged", name)
	}
	return utf8XML(b), nil
}

// utf8XML turns a part that was written in UTF-16 into UTF-8.
func utf8XML(b []byte) []byte {
	if len(b) < 2 || len(b)%2 != 0 {
		return b
	}
	little := b[0] == 0xFF && b[1] == 0xFE
	if !little && (b[0] != 0xFE || b[1] != 0xFF) {
		return b
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 2; i+1 < len(b); i += 2 {
		if little {
			u = append(u, uint16(b[i])|uint16(b[i+1])<<8)
		} else {
			u = append(u, uint16(b[i+1])|uint16(b[i])<<8)
		}
	}
	return []byte(strings.Replace(string(utf16.Decode(u)), "UTF-16", "UTF-8", 1))
}

// A scan walks through the XML of a part. It is lenient: what stands before
// an error has been read.
type scan struct {
	d     *xml.Decoder
	depth int
}

func newScan(b []byte) *scan {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	return &scan{d: d}
}

// children calls f for each child of the element just begun, and text for
// the text directly in it. f must either read the child to its end by calling
// children or skip. text may be nil.
func (s *scan) children(f func(xml.StartElement) error, text func(string) error) error {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxDepth {
		return errTooDeep
	}
	for {
		t, err := s.d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := f(t); err != nil {
				return err
			}
		case xml.CharData:
			if text != nil {
				if err := text(string(t)); err != nil {
					return err
				}
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip passes over the element just begun.
func (s *scan) skip() error {
	for depth := 1; depth > 0; {
		t, err := s.d.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > 10_000 {
				return errTooDeep
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// root calls f for the part's outermost element and everything it does not
// read. Damage in the XML ends the walk without an error: what was read
// stands, and cut says so.
func (s *scan) root(f func(xml.StartElement) error) (cut bool, err error) {
	err = s.children(f, nil)
	if err == nil || err == io.EOF {
		return false, nil
	}
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
		return true, nil
	}
	return false, err
}

// attr is the attribute of a local name, "" where there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
