package object

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// decode gives a stream's bytes with every filter undone, as far as they
// could be; images come as nothing. Each stream and the whole paper have a
// cap.
func (x *index) decode(e *entry) []byte {
	body := e.body
	if x.crypt != nil {
		body = x.crypt.stream(body, e, x)
	}
	for i, f := range x.filters(e.head) {
		if x.spent >= MaxPaper {
			return nil
		}
		body = undo(f, body, x.params(e.head, i))
		x.spent += len(body)
	}
	return body
}

func (x *index) filters(head dict) []name {
	v := x.resolve(head.get("Filter"))
	if v == nil {
		v = x.resolve(head.get("F"))
	}
	switch f := v.(type) {
	case name:
		return []name{f}
	case array:
		var all []name
		for _, v := range f {
			if n, ok := x.resolve(v).(name); ok && len(all) < 8 {
				all = append(all, n)
			}
		}
		return all
	}
	return nil
}

func (x *index) params(head dict, i int) predictor {
	v := x.resolve(head.get("DecodeParms"))
	if v == nil {
		v = x.resolve(head.get("DP"))
	}
	if a, ok := v.(array); ok {
		v = nil
		if i < len(a) {
			v = x.resolve(a[i])
		}
	}
	d, _ := v.(dict)
	number := func(key name, otherwise int) int {
		if n, ok := x.resolve(d.get(key)).(int64); ok && n >= 0 && n < 1<<20 {
			return int(n)
		}
		return otherwise
	}
	return predictor{
		kind: number("Predictor", 1), colors: number("Colors", 1), bits: number("BitsPerComponent", 8),
		columns: number("Columns", 1), early: number("EarlyChange", 1),
	}
}

func undo(filter name, body []byte, p predictor) []byte {
	switch filter {
	case "FlateDecode", "Fl":
		return p.undo(Inflate(body, MaxStream))
	case "LZWDecode", "LZW":
		return p.undo(unLZW(body, p.early != 0))
	case "ASCIIHexDecode", "AHx":
		l := Lexer{Data: body}
		return l.hex()
	case "ASCII85Decode", "A85":
		return un85(body)
	case "RunLengthDecode", "RL":
		return unRunLength(body)
	case "Crypt":
		return body
	}
	return nil
}

// Inflate undoes zlib compression, keeping what came before an error, and at
// most limit bytes. Data without the zlib header, or with a damaged one, is
// read as bare deflate.
func Inflate(body []byte, limit int) []byte {
	var out bytes.Buffer
	if r, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
		copyCapped(&out, r, limit)
	}
	if out.Len() == 0 && len(body) > 2 {
		copyCapped(&out, flate.NewReader(bytes.NewReader(body[2:])), limit)
	}
	if out.Len() == 0 {
		copyCapped(&out, flate.NewReader(bytes.NewReader(body)), limit)
	}
	return out.Bytes()
}

// copyCapped keeps what could be read: the error that ends it is damage, and
// damage costs only what comes after it.
func copyCapped(out *bytes.Buffer, r io.Reader, limit int) {
	_, _ = io.Copy(out, io.LimitReader(r, int64(limit)))
}

func un85(body []byte) []byte {
	body = bytes.TrimLeft(body, "\x00\t\n\f\r ")
	body = bytes.TrimPrefix(body, []byte("<~"))
	if i := bytes.IndexByte(body, '~'); i >= 0 {
		body = body[:i]
	}
	var out bytes.Buffer
	copyCapped(&out, ascii85.NewDecoder(bytes.NewReader(body)), MaxStream)
	return out.Bytes()
}

func unRunLength(body []byte) []byte {
	var out []byte
	for i := 0; i < len(body) && len(out) < MaxStream; {
		n := int(body[i])
		i++
		switch {
		case n == 128:
			return out
		case n < 128:
			end := min(i+n+1, len(body))
			out = append(out, body[i:end]...)
			i = end
		case i < len(body):
			out = append(out, bytes.Repeat(body[i:i+1], 257-n)...)
			i++
		}
	}
	return out
}

// unLZW undoes PDF's LZW. The standard library's reader is for the kind that
// widens its codes one late (EarlyChange 0); the usual kind is done here.
func unLZW(body []byte, early bool) []byte {
	if !early {
		var out bytes.Buffer
		copyCapped(&out, lzw.NewReader(bytes.NewReader(body), lzw.MSB, 8), MaxStream)
		return out.Bytes()
	}
	const clear, end = 256, 257
	type link struct {
		prev int
		last byte
		size int
	}
	var table [4096]link
	for i := range 256 {
		table[i] = link{-1, byte(i), 1}
	}
	var out []byte
	next, width, prev := 258, 9, -1
	var acc, bits uint
	for _, c := range body {
		acc, bits = acc<<8|uint(c), bits+8
		if bits < uint(width) {
			continue
		}
		bits -= uint(width)
		code := int(acc >> bits & (1<<width - 1))
		switch {
		case code == clear:
			next, width, prev = 258, 9, -1
			continue
		case code == end || code > next || len(out) > MaxStream:
			return out
		}
		from := code
		if code == next {
			if prev < 0 {
				return out
			}
			from = prev
		}
		at := len(out)
		size := table[from].size
		out = append(out, make([]byte, size)...)
		for i, k := from, size-1; i >= 0 && k >= 0; i, k = table[i].prev, k-1 {
			out[at+k] = table[i].last
		}
		first := out[at]
		if code == next {
			out = append(out, first)
		}
		if prev >= 0 && next < 4096 {
			table[next] = link{prev, first, table[prev].size + 1}
			next++
		}
		prev = code
		switch {
		case next+1 >= 4096 || next+1 >= 2048 && width < 12:
			width = 12
		case next+1 >= 1024 && width < 11:
			width = 11
		case next+1 >= 512 && width < 10:
			width = 10
		}
	}
	return out
}

// predictor is how a stream was made easier to compress (PDF 32000-1,
// 7.4.4.4).
type predictor struct{ kind, colors, bits, columns, early int }

func (p predictor) undo(b []byte) []byte {
	if p.kind < 2 {
		return b
	}
	bpp := max(1, p.colors*p.bits/8)
	row := (p.colors*p.bits*p.columns + 7) / 8
	if row <= 0 || row > MaxStream || p.colors > 64 || p.bits > 32 {
		return b
	}
	if p.kind == 2 {
		if p.bits == 8 {
			for start := 0; start+row <= len(b); start += row {
				for i := bpp; i < row; i++ {
					b[start+i] += b[start+i-bpp]
				}
			}
		}
		return b
	}
	out := make([]byte, 0, len(b))
	prev := make([]byte, row)
	for len(b) > 1 {
		tag := b[0]
		cur := make([]byte, row)
		n := copy(cur, b[1:])
		b = b[1+n:]
		unPNG(tag, cur, prev, bpp)
		out = append(out, cur[:n]...)
		prev = cur
	}
	return out
}

func unPNG(tag byte, cur, prev []byte, bpp int) {
	for i := range cur {
		var left, corner byte
		if i >= bpp {
			left, corner = cur[i-bpp], prev[i-bpp]
		}
		switch tag {
		case 1:
			cur[i] += left
		case 2:
			cur[i] += prev[i]
		case 3:
			cur[i] += byte((int(left) + int(prev[i])) / 2)
		case 4:
			cur[i] += paeth(int(left), int(prev[i]), int(corner))
		}
	}
}

func paeth(a, b, c int) byte {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
