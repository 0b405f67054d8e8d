package object

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strconv"
)

// What one paper may cost. A paper that goes beyond is refused or read as far
// as the limit, never further.
const (
	MaxStream  = 64 << 20  // bytes of one decoded stream
	MaxPaper   = 256 << 20 // bytes decoded over the whole paper
	MaxObjects = 2_000_000
	MaxPages   = 5_000
	maxNodes   = 50_000 // of the page tree
	maxDepth   = 64     // of the page tree
)

// The reasons a paper cannot be opened.
var (
	ErrNotPDF   = errors.New("pdf: no PDF objects in the file")
	ErrNoPages  = errors.New("pdf: the file has no pages")
	ErrPassword = errors.New("pdf: the paper is protected by a password")
	ErrCipher   = errors.New("pdf: the paper is encrypted in a way we cannot read")
	ErrTooLarge = errors.New("pdf: the file holds more objects than we read")
)

// Rebuild writes a PDF anew: a header, the pages in order under one flat
// tree with what they inherited written into each, everything they use, a
// fresh cross-reference table. Nothing is encrypted in it; streams are plain
// or simply deflated; pictures are left out; references all lead somewhere.
//
// It never trusts an offset, a length or a count of the original. The library
// that reads the result (see Open) crashes, hangs or refuses on what Rebuild
// leaves behind, so every paper goes through here, not only the broken ones.
func Rebuild(raw []byte) ([]byte, error) {
	x, err := scan(raw)
	if err != nil {
		return nil, err
	}
	for _, e := range x.order { // trailers in cross-reference streams, before decryption needs them
		if e.stream && e.head.get("Type") == name("XRef") {
			x.trailers = append(x.trailers, e.head)
		}
	}
	if err := x.openCrypt(); err != nil {
		return nil, err
	}
	x.unpack()
	pages := x.pages()
	if len(pages) == 0 {
		return nil, ErrNoPages
	}
	w := writer{x: x, ids: map[*entry]int{}, named: map[*entry]bool{}}
	return w.write(pages)
}

// page is one page with what it inherited.
type page struct {
	dict dict
}

var inherited = []name{"Resources", "MediaBox", "CropBox", "Rotate"}

// pages walks the page tree once. A paper whose tree is broken gives every
// page object it holds, in the order of the file.
func (x *index) pages() []page {
	w := walker{x: x, seen: map[*entry]bool{}}
	root, _ := x.resolve(x.trailer("Root")).(dict)
	w.walk(root.get("Pages"), nil, 0)
	if len(w.pages) == 0 {
		for _, e := range x.order {
			if d, ok := x.peek(e).(dict); ok && d.get("Type") == name("Catalog") {
				w.walk(d.get("Pages"), nil, 0)
			}
		}
	}
	if len(w.pages) > 0 {
		return w.pages
	}
	loose := make([]*entry, 0, 16)
	for _, e := range x.order {
		if x.objects[e.num] == e && len(loose) < MaxPages {
			if d, ok := x.peek(e).(dict); ok && d.get("Type") == name("Page") {
				loose = append(loose, e)
			}
		}
	}
	sort.SliceStable(loose, func(i, j int) bool { return loose[i].rank < loose[j].rank })
	for _, e := range loose {
		d, _ := x.value(e).(dict)
		w.pages = append(w.pages, page{w.inherit(d, x.above(d))})
	}
	return w.pages
}

// peek is value for objects that are dictionaries without a stream; others
// give nil.
func (x *index) peek(e *entry) node {
	if e.stream {
		return nil
	}
	at := skipBlank(e.data, e.off)
	if at+1 >= len(e.data) || e.data[at] != '<' || e.data[at+1] != '<' {
		return nil
	}
	return x.value(e)
}

// above gathers what a page outside any tree inherits by its Parent keys.
func (x *index) above(d dict) dict {
	var from dict
	for range maxDepth {
		up, _ := x.resolve(d.get("Parent")).(dict)
		if up == nil {
			break
		}
		for _, key := range inherited {
			if from.get(key) == nil && up.get(key) != nil {
				from = from.set(key, up.get(key))
			}
		}
		d = up
	}
	return from
}

type walker struct {
	x     *index
	seen  map[*entry]bool
	nodes int
	pages []page
}

func (w *walker) walk(v node, from dict, depth int) {
	if w.nodes++; w.nodes > maxNodes || depth > maxDepth || len(w.pages) >= MaxPages {
		return
	}
	if e := w.x.at(v); e != nil {
		if w.seen[e] {
			return
		}
		w.seen[e] = true
	}
	d, _ := w.x.resolve(v).(dict)
	if d == nil {
		return
	}
	kids, ok := w.x.resolve(d.get("Kids")).(array)
	if !ok {
		if t := w.x.resolve(d.get("Type")); t == name("Page") || d.get("Contents") != nil || d.get("MediaBox") != nil {
			w.pages = append(w.pages, page{w.inherit(d, from)})
		}
		return
	}
	down := append(dict(nil), from...)
	for _, key := range inherited {
		if v := d.get(key); v != nil {
			down = down.set(key, v)
		}
	}
	for _, kid := range kids {
		w.walk(kid, down, depth+1)
	}
}

// kept are the keys of a page that reading needs.
var kept = []name{"Resources", "MediaBox", "CropBox", "Rotate", "Contents", "Annots", "UserUnit"}

func (w *walker) inherit(d, from dict) dict {
	out := dict{{"Type", name("Page")}}
	for _, key := range kept {
		v := d.get(key)
		if v == nil || w.x.resolve(v) == nil && w.x.at(v) == nil {
			v = from.get(key)
		}
		if v != nil {
			out = append(out, pair{key, v})
		}
	}
	return out
}

// dropped are keys that lead away from a page's words: back up the tree, to
// the tagged structure, to colours and thumbnails.
var dropped = map[name]bool{
	"Parent": true, "P": true, "StructParent": true, "StructParents": true, "StructTreeRoot": true, "Metadata": true,
	"PieceInfo": true, "Thumb": true, "Group": true, "ColorSpace": true, "Pattern": true, "Shading": true, "ExtGState": true,
	"SMask": true, "Mask": true, "Dest": true, "A": true, "AA": true, "Popup": true, "IRT": true, "B": true, "LastModified": true,
	"Halftone": true, "Next": true, "Prev": true, "MK": true, "ParentTree": true, "OPI": true, "Alternates": true,
}

// Key names the number an object was given; the library gives no other way
// to see that two references lead to one object.
const idKey name = "MoothallID"

// byName are dictionaries whose keys are names somebody chose, so that none of
// them means what it would elsewhere: a font may be called "P".
var byName = map[name]bool{"Font": true, "XObject": true, "Properties": true, "N": true}

type writer struct {
	x     *index
	ids   map[*entry]int
	named map[*entry]bool // those that are byName
	queue []*entry
	out   bytes.Buffer
	at    []int // offsets by number, from 1
}

func (w *writer) write(pages []page) ([]byte, error) {
	w.out.WriteString("%PDF-1.7\n%" + "rewritten by Moothall so that one plain reader can read every paper; its pictures are not here\n")
	root, tree := w.reserve(), w.reserve()
	first := len(w.at) + 1
	for range pages {
		w.reserve()
	}
	w.begin(root)
	fmt.Fprintf(&w.out, "<</Type/Catalog/Pages %d 0 R", tree)
	w.layers()
	w.out.WriteString(">>\nendobj\n")
	w.begin(tree)
	fmt.Fprintf(&w.out, "<</Type/Pages/Count %d/Kids[", len(pages))
	for i := range pages {
		fmt.Fprintf(&w.out, "%d 0 R ", first+i)
	}
	w.out.WriteString("]>>\nendobj\n")
	info := w.info()
	for i, p := range pages {
		w.begin(first + i)
		w.value(p.dict)
		w.out.WriteString("\nendobj\n")
	}
	for len(w.queue) > 0 && w.out.Len() < MaxPaper {
		e := w.queue[0]
		w.queue = w.queue[1:]
		w.entry(e)
	}
	return w.finish(root, info), nil
}

const maxLayers = 10_000 // that are switched on or off

// layers writes which optional content is switched off when the paper is
// opened, as the catalog's own entry has it, but naming the groups by the
// numbers of their objects.
func (w *writer) layers() {
	root, _ := w.x.resolve(w.x.trailer("Root")).(dict)
	for i := 0; root == nil && i < len(w.x.order); i++ { // a paper without a trailer
		if d, ok := w.x.peek(w.x.order[i]).(dict); ok && d.get("Type") == name("Catalog") {
			root = d
		}
	}
	properties, _ := w.x.resolve(root.get("OCProperties")).(dict)
	config, _ := w.x.resolve(properties.get("D")).(dict)
	if config == nil {
		return
	}
	w.name("Layers")
	w.out.WriteString("<<")
	if w.x.resolve(config.get("BaseState")) == name("OFF") {
		w.out.WriteString("/BaseState/OFF")
	}
	for _, key := range []name{"ON", "OFF"} {
		list, _ := w.x.resolve(config.get(key)).(array)
		w.name(key)
		w.out.WriteByte('[')
		for _, v := range list[:min(len(list), maxLayers)] {
			if e := w.x.at(v); e != nil {
				fmt.Fprintf(&w.out, "%d ", w.id(e))
			}
		}
		w.out.WriteByte(']')
	}
	w.out.WriteString(">>")
}

func (w *writer) info() int {
	d, _ := w.x.resolve(w.x.trailer("Info")).(dict)
	id := w.reserve()
	w.begin(id)
	w.out.WriteString("<<")
	for _, key := range []name{"Title", "Producer", "Creator"} {
		if s, ok := w.x.resolve(d.get(key)).(text); ok && len(s) < 4096 {
			w.name(key)
			w.text(s)
		}
	}
	w.out.WriteString(">>\nendobj\n")
	return id
}

func (w *writer) finish(root, info int) []byte {
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.at)+1)
	for _, at := range w.at {
		state := byte('n')
		if at == 0 {
			state = 'f'
		}
		fmt.Fprintf(&w.out, "%010d 00000 %c \n", at, state)
	}
	fmt.Fprintf(&w.out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.at)+1, root, info, start)
	return w.out.Bytes()
}

func (w *writer) reserve() int {
	w.at = append(w.at, 0)
	return len(w.at)
}

func (w *writer) begin(id int) {
	w.at[id-1] = w.out.Len()
	fmt.Fprintf(&w.out, "%d 0 obj\n", id)
}

func (w *writer) entry(e *entry) {
	w.begin(w.ids[e])
	v := w.x.value(e)
	if d, ok := v.(dict); ok {
		v = append(w.x.field(d), pair{idKey, int64(w.ids[e])})
	}
	if !e.stream {
		if d, ok := v.(dict); ok {
			w.dict(d, w.named[e])
		} else {
			w.value(v)
		}
		w.out.WriteString("\nendobj\n")
		return
	}
	head, _ := v.(dict)
	w.stream(e, head)
}

// stream writes a stream whose body is either plain or deflated once without
// a predictor, the two forms that are read without trouble.
func (w *writer) stream(e *entry, head dict) {
	var body []byte
	deflated := false
	filters := w.x.filters(head)
	switch {
	case w.x.resolve(head.get("Subtype")) == name("Image"):
	case len(filters) == 1 && filters[0] == "FlateDecode" && w.x.params(head, 0).kind < 2 && sound(e, w.x):
		body, deflated = e.body, true
		if w.x.crypt != nil {
			body = w.x.crypt.stream(body, e, w.x)
		}
	default:
		body = w.x.decode(e)
	}
	out := dict{{"Length", int64(len(body))}}
	if deflated {
		out = append(out, pair{"Filter", name("FlateDecode")})
	}
	for _, p := range head {
		switch p.key {
		case "Length", "Filter", "DecodeParms", "F", "FFilter", "FDecodeParms", "DL", "DP":
			continue
		}
		out = append(out, p)
	}
	if len(head) == 0 || head.get(idKey) == nil {
		out = append(out, pair{idKey, int64(w.ids[e])})
	}
	w.value(out)
	w.out.WriteString("\nstream\n")
	w.out.Write(body)
	w.out.WriteString("\nendstream\nendobj\n")
}

// sound reports whether a body starts as zlib data does. An encrypted body
// cannot be told before it is decrypted, and is taken on trust: Document.Data
// forgives what is wrong with it.
func sound(e *entry, x *index) bool {
	if x.crypt != nil {
		return false
	}
	b := e.body
	return len(b) > 2 && b[0]&0x0f == 8 && (uint(b[0])<<8|uint(b[1]))%31 == 0
}

func (w *writer) value(v node) {
	switch v := v.(type) {
	case bool:
		w.out.WriteString(strconv.FormatBool(v))
	case int64:
		w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), v, 10))
	case float64:
		if v > 1e15 || v < -1e15 {
			v = 0
		}
		w.out.Write(strconv.AppendFloat(w.out.AvailableBuffer(), v, 'f', -1, 64))
	case text:
		w.text(v)
	case name:
		w.name(v)
	case array:
		w.out.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				w.out.WriteByte(' ')
			}
			w.value(item)
		}
		w.out.WriteByte(']')
	case dict:
		w.dict(v, false)
	case ref:
		w.ref(v)
	default:
		w.out.WriteString("null")
	}
}

func (w *writer) dict(d dict, named bool) {
	w.out.WriteString("<<")
	for _, p := range d {
		if _, policy := p.value.(name); dropped[p.key] && !named && !(policy && p.key == "P") { // of a set of layers
			continue
		}
		w.name(p.key)
		w.out.WriteByte(' ')
		inner, isDict := p.value.(dict)
		switch {
		case byName[p.key] && !named && isDict:
			w.dict(inner, true)
			continue
		case byName[p.key] && !named:
			if e := w.x.at(p.value); e != nil {
				w.named[e] = true
			}
		}
		w.value(p.value)
	}
	w.out.WriteString(">>")
}

func (w *writer) ref(r ref) {
	e := w.x.at(r)
	if e == nil {
		w.out.WriteString("null")
		return
	}
	w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(w.id(e)), 10))
	w.out.WriteString(" 0 R")
}

// id is the number of an object, which will be written.
func (w *writer) id(e *entry) int {
	id, ok := w.ids[e]
	if !ok {
		id = w.reserve()
		w.ids[e] = id
		w.queue = append(w.queue, e)
	}
	return id
}

// field is a copy of a dictionary; that of a form's field as it is seen on a
// page also has what it inherits from the fields above it.
func (x *index) field(d dict) dict {
	out := append(dict(nil), d...)
	if d.get("Subtype") != name("Widget") {
		return out
	}
	for range maxDepth {
		up, _ := x.resolve(d.get("Parent")).(dict)
		if up == nil {
			break
		}
		for _, key := range []name{"FT", "V", "Ff"} {
			if out.get(key) == nil && up.get(key) != nil {
				out = append(out, pair{key, up.get(key)})
			}
		}
		d = up
	}
	return out
}

const hexDigits = "0123456789abcdef"

func (w *writer) text(s text) {
	b := w.out.AvailableBuffer()
	b = append(b, '<')
	for _, c := range s {
		b = append(b, hexDigits[c>>4], hexDigits[c&15])
	}
	w.out.Write(append(b, '>'))
}

func (w *writer) name(n name) {
	b := append(w.out.AvailableBuffer(), '/')
	for i := 0; i < len(n); i++ {
		c := n[i]
		if c <= ' ' || c > '~' || c == '#' || delim[c] {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		b = append(b, c)
	}
	w.out.Write(b)
}
