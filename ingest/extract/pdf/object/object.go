// Package object reads the objects of a PDF: dictionaries, arrays, streams.
//
// Reading is done by github.com/ledongthuc/pdf, and nothing outside this
// package knows that. The library is sound on a well-made file and crashes,
// hangs or refuses on the others, so every file is first written anew by
// Rebuild, and every call to the library is guarded.
package object

import (
	"bytes"
	"io"

	"github.com/ledongthuc/pdf"
)

// A Document is one opened paper. It may be used by one goroutine at a time.
type Document struct {
	pages pdf.Value
	info  pdf.Value
	layer pdf.Value
	spent int
}

// Open opens a paper from its bytes. The errors are those of this package.
func Open(raw []byte) (*Document, error) {
	made, err := Rebuild(raw)
	if err != nil {
		return nil, err
	}
	return open(made)
}

func open(made []byte) (d *Document, err error) {
	defer func() {
		if recover() != nil { // the library panics on what it does not expect
			d, err = nil, ErrNotPDF
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(made), int64(len(made)))
	if err != nil {
		return nil, err
	}
	t := r.Trailer()
	root := t.Key("Root")
	return &Document{pages: root.Key("Pages").Key("Kids"), info: t.Key("Info"), layer: root.Key("Layers")}, nil
}

// Anew gives back the budget of what may be decoded: whoever reads all pages
// once more calls it before, for what comes out must be the same.
func (d *Document) Anew() { d.spent = 0 }

// NumPages is how many pages the paper has.
func (d *Document) NumPages() int { return d.pages.Len() }

// Page gives a page's dictionary, from 0, with what it inherits in it.
func (d *Document) Page(i int) Value { return Value{d.pages, d}.Index(i) }

// Info gives an entry of the paper's own description, "Title" or "Producer".
func (d *Document) Info(key string) string {
	v := Value{d.info, d}.Key(key)
	return v.Text()
}

// Layers says which optional content is seen: BaseState, and the IDs of the
// groups that are ON and OFF beside it. Null where the paper has none.
func (d *Document) Layers() Value { return Value{d.layer, d} }

// A Value is one object. The zero Value is null, and every question asked of
// a value of another kind is answered with a zero.
type Value struct {
	v pdf.Value
	d *Document
}

// Key looks up a dictionary's, or a stream's dictionary's, entry.
func (v Value) Key(key string) (out Value) {
	defer func() {
		if recover() != nil {
			out = Value{}
		}
	}()
	return Value{v.v.Key(key), v.d}
}

// Index gives an array's element.
func (v Value) Index(i int) (out Value) {
	defer func() {
		if recover() != nil {
			out = Value{}
		}
	}()
	return Value{v.v.Index(i), v.d}
}

// Len is an array's length.
func (v Value) Len() int { return v.v.Len() }

// Number is a number's value.
func (v Value) Number() float64 { return v.v.Float64() }

// Int is a whole number's value, or a real's cut off.
func (v Value) Int() int {
	if v.v.Kind() == pdf.Real {
		return int(v.v.Float64())
	}
	return int(v.v.Int64())
}

// IsNumber reports whether the value is a number.
func (v Value) IsNumber() bool { return v.v.Kind() == pdf.Integer || v.v.Kind() == pdf.Real }

// Name is a name without its slash.
func (v Value) Name() string { return v.v.Name() }

// Bytes is a string's bytes.
func (v Value) Bytes() string { return v.v.RawString() }

// Text is a text string in UTF-8.
func (v Value) Text() (s string) {
	defer func() {
		if recover() != nil {
			s = ""
		}
	}()
	return v.v.Text()
}

// IsNull reports whether there is no value.
func (v Value) IsNull() bool { return v.v.IsNull() }

// IsArray reports whether the value is an array.
func (v Value) IsArray() bool { return v.v.Kind() == pdf.Array }

// IsDict reports whether the value is a dictionary or a stream.
func (v Value) IsDict() bool { return v.v.Kind() == pdf.Dict || v.v.Kind() == pdf.Stream }

// IsStream reports whether the value is a stream.
func (v Value) IsStream() bool { return v.v.Kind() == pdf.Stream }

// ID is the object's number, which two values share only when they are one
// object; 0 for a value that stands inside another.
func (v Value) ID() int { return v.Key(string(idKey)).Int() }

// Data is a stream's content decoded, as far as it is sound and within the
// limits; nil for anything else.
func (v Value) Data() (data []byte) {
	if !v.IsStream() || v.d.spent >= MaxPaper {
		return nil
	}
	var out bytes.Buffer
	defer func() {
		if recover() != nil && data == nil {
			data = out.Bytes()
		}
		v.d.spent += len(data)
	}()
	limit := min(MaxStream, MaxPaper-v.d.spent)
	// An error is damage, which costs only what comes after it.
	_, _ = io.Copy(&out, io.LimitReader(v.v.Reader(), int64(limit)))
	return out.Bytes()
}
