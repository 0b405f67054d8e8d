package object

import (
	"bytes"
	"sort"
)

// entry is where one object stands: its value at data[off:], and for a
// stream the body.
type entry struct {
	num, gen uint32
	data     []byte
	off      int
	rank     int // place in the file; of two objects with one number the later holds
	head     dict
	body     []byte
	stream   bool
	packed   bool // out of an object stream: its strings are not encrypted by themselves
}

// index is every object found in a file.
type index struct {
	objects  map[uint32]*entry
	order    []*entry // as they stand in the file
	trailers []dict
	crypt    *crypt
	spent    int // bytes decoded so far
}

// scan finds the objects of a file by their "12 0 obj", whatever its
// cross-reference table says: the table is where damaged, truncated and
// hostile files go wrong, and no file needs it to be read.
func scan(raw []byte) (*index, error) {
	x := &index{objects: map[uint32]*entry{}}
	pos := 0
	for pos < len(raw) {
		i := bytes.Index(raw[pos:], []byte("obj"))
		stop := len(raw)
		if i >= 0 {
			stop = pos + i
		}
		x.findTrailers(raw, pos, stop)
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + 3
		num, gen, ok := objectHeader(raw, at)
		if !ok || at+3 < len(raw) && (raw[at+3]|0x20) >= 'a' && (raw[at+3]|0x20) <= 'z' {
			continue
		}
		if len(x.order) >= MaxObjects {
			return nil, ErrTooLarge
		}
		pos = x.add(raw, num, gen, at+3)
	}
	if len(x.order) == 0 {
		return nil, ErrNotPDF
	}
	return x, nil
}

// objectHeader reads the two numbers before "obj" backwards. What stands
// before the first need not be white space: some producers write
// "%%EOF12 0 obj".
func objectHeader(raw []byte, at int) (num, gen uint32, ok bool) {
	i := at
	back := func() (uint32, bool) {
		for i > 0 && space[raw[i-1]] {
			i--
		}
		end := i
		for i > 0 && raw[i-1] >= '0' && raw[i-1] <= '9' && end-i < 10 {
			i--
		}
		if i == end {
			return 0, false
		}
		var v uint64
		for _, c := range raw[i:end] {
			v = v*10 + uint64(c-'0')
		}
		return uint32(v), v < 1<<32
	}
	if gen, ok = back(); !ok || i == 0 || !space[raw[i-1]] {
		return 0, 0, false
	}
	num, ok = back()
	return num, gen, ok
}

// add notes the object whose value starts at off and gives where to go on.
func (x *index) add(raw []byte, num, gen uint32, off int) int {
	e := &entry{num: num, gen: gen, data: raw, off: off, rank: off}
	x.order = append(x.order, e)
	x.objects[num] = e
	l := Lexer{Data: raw, Pos: off}
	if !skipValue(&l) {
		return off
	}
	end := l.Pos
	l.SkipSpace()
	if !bytes.HasPrefix(raw[l.Pos:], []byte("stream")) {
		return end
	}
	start := l.Pos + len("stream")
	if start < len(raw) && raw[start] == '\r' {
		start++
	}
	if start < len(raw) && raw[start] == '\n' {
		start++
	}
	l.Pos = off
	e.stream = true
	e.head, _ = parse(&l, 0).(dict)
	stop := streamEnd(raw, start, e.head)
	e.body = raw[start:stop]
	return stop
}

// streamEnd finds where a stream's body ends. The length it states counts
// only if "endstream" follows there.
func streamEnd(raw []byte, start int, head dict) int {
	if n, ok := head.get("Length").(int64); ok && n >= 0 && int(n) <= len(raw)-start {
		at := skipBlank(raw, start+int(n))
		if at-start-int(n) <= 4 && bytes.HasPrefix(raw[at:], []byte("endstream")) {
			return start + int(n)
		}
	}
	i := bytes.Index(raw[start:], []byte("endstream"))
	if i < 0 {
		if i = bytes.Index(raw[start:], []byte("endobj")); i < 0 {
			return len(raw)
		}
	}
	end := start + i
	if end > start && raw[end-1] == '\n' {
		end--
	}
	if end > start && raw[end-1] == '\r' {
		end--
	}
	return end
}

// skipValue moves over one object without keeping it.
func skipValue(l *Lexer) bool {
	depth := 0
	for {
		t := l.Next()
		l.Reset()
		switch t.Kind {
		case EOF:
			return false
		case ArrayOpen, DictOpen:
			depth++
		case ArrayClose, DictClose:
			depth--
		case Keyword:
			if isObjectEnd(t) {
				l.Pos -= len(t.Bytes)
				return true
			}
		}
		if depth <= 0 {
			if t.Kind == Number { // "12 0 R" or a plain number: the keyword after it ends it
				continue
			}
			return true
		}
	}
}

func (x *index) findTrailers(raw []byte, from, to int) {
	for from < to && len(x.trailers) < 64 {
		i := bytes.Index(raw[from:to], []byte("trailer"))
		if i < 0 {
			return
		}
		from += i + len("trailer")
		l := Lexer{Data: raw, Pos: from}
		if d, ok := parse(&l, 0).(dict); ok {
			x.trailers = append(x.trailers, d)
		}
	}
}

// trailer gives the last value of a key over all trailers, classic or in
// cross-reference streams.
func (x *index) trailer(key name) node {
	for i := len(x.trailers) - 1; i >= 0; i-- {
		if v := x.trailers[i].get(key); v != nil {
			return v
		}
	}
	return nil
}

// unpack adds the objects kept inside object streams.
func (x *index) unpack() {
	packs := x.order
	for _, e := range packs {
		if !e.stream {
			continue
		}
		switch e.head.get("Type") {
		}
	}
	sort.SliceStable(packs, func(i, j int) bool { return packs[i].rank < packs[j].rank })
	for _, e := range packs {
		if e.stream && e.head.get("Type") == name("ObjStm") && x.objects[e.num] == e {
			x.unpackOne(e)
		}
	}
}

func (x *index) unpackOne(pack *entry) {
	n, _ := x.resolve(pack.head.get("N")).(int64)
	first, _ := x.resolve(pack.head.get("First")).(int64)
	if n <= 0 || first < 0 {
		return
	}
	data := x.decode(pack)
	l := Lexer{Data: data}
	for ; n > 0 && len(x.order) < MaxObjects; n-- {
		num, off := l.Next(), l.Next()
		if num.Kind != Number || off.Kind != Number || num.Num < 0 || off.Num < 0 {
			return
		}
		// Compared before they become integers: a broken number may be larger
		// than any of those, and would come out below nought.
		if off.Num >= float64(len(data)) || first >= int64(len(data)) || num.Num >= 1<<32 {
			continue
		}
		at := int64(off.Num) + first
		if at >= int64(len(data)) {
			continue
		}
		e := &entry{num: uint32(num.Num), data: data, off: int(at), rank: pack.rank, packed: true}
		if old := x.objects[e.num]; old == nil || old.rank <= e.rank {
			x.objects[e.num] = e
		}
		x.order = append(x.order, e)
	}
}

// value reads an object's value, decrypted.
func (x *index) value(e *entry) node {
	if e == nil {
		return nil
	}
	var v node
	if e.stream {
		v = e.head
	} else {
		l := Lexer{Data: e.data, Pos: e.off}
		v = parse(&l, 0)
	}
	if x.crypt != nil && !e.packed {
		return x.crypt.strings(v, e)
	}
	return v
}

// resolve follows references, at most eight in a row.
func (x *index) resolve(v node) node {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = x.value(x.objects[r.num])
	}
	return nil
}

// at gives the object a reference leads to, nil for anything else.
func (x *index) at(v node) *entry {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return nil
		}
		e := x.objects[r.num]
		if e == nil {
			return nil
		}
		// Only a number can be the start of one more reference; other objects
		// may be large, and led to a million times.
		if at := skipBlank(e.data, e.off); e.stream || at >= len(e.data) || e.data[at] < '0' || e.data[at] > '9' {
			return e
		}
		next := x.value(e)
		if _, again := next.(ref); !again {
			return e
		}
		v = next
	}
	return nil
}
