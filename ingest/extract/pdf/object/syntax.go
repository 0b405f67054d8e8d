package object

// What a PDF object is while it is being copied: nil, bool, float64, int64,
// text, name, dict, array or ref.
type (
	node  any
	text  []byte
	name  string
	array []node
	dict  []pair
	ref   struct{ num uint32 }
)

type pair struct {
	key   name
	value node
}

func (d dict) get(key name) node {
	for i := range d {
		if d[i].key == key {
			return d[i].value
		}
	}
	return nil
}

// set replaces or adds a key.
func (d dict) set(key name, v node) dict {
	for i := range d {
		if d[i].key == key {
			d[i].value = v
			return d
		}
	}
	return append(d, pair{key, v})
}

const (
	maxNesting = 64      // of arrays and dictionaries within one object
	maxItems   = 300_000 // of one array or dictionary; those after are passed over
)

// parse reads one object. An object cut short, or nested too deep, comes as
// far as it was understood.
func parse(l *Lexer, depth int) node {
	return parseToken(l, l.Next(), depth)
}

func parseToken(l *Lexer, t Token, depth int) node {
	switch t.Kind {
	case Number:
		if !t.Whole {
			return t.Num
		}
		if r, ok := reference(l, t); ok {
			return r
		}
		if t.Num > 1<<53 || t.Num < -(1<<53) {
			return int64(0)
		}
		return int64(t.Num)
	case String:
		return text(append([]byte(nil), t.Bytes...))
	case Name:
		return name(t.Bytes)
	case ArrayOpen:
		return parseArray(l, depth+1)
	case DictOpen:
		return parseDict(l, depth+1)
	case Keyword:
		switch string(t.Bytes) {
		case "true":
			return true
		case "false":
			return false
		}
	}
	return nil
}

// reference looks for the "G R" that makes a number a reference.
func reference(l *Lexer, t Token) (ref, bool) {
	if t.Num < 0 || t.Num >= 1<<32 {
		return ref{}, false
	}
	d, i := l.Data, l.Pos
	i = skipBlank(d, i)
	from := i
	for i < len(d) && d[i] >= '0' && d[i] <= '9' {
		i++
	}
	if i == from || i-from > 5 {
		return ref{}, false
	}
	gap := i
	i = skipBlank(d, i)
	if i == gap || i >= len(d) || d[i] != 'R' {
		return ref{}, false
	}
	if i+1 < len(d) && !space[d[i+1]] && !delim[d[i+1]] {
		return ref{}, false
	}
	l.Pos = i + 1
	return ref{uint32(t.Num)}, true
}

func skipBlank(d []byte, i int) int {
	for i < len(d) && space[d[i]] {
		i++
	}
	return i
}

func parseArray(l *Lexer, depth int) node {
	var a array
	for {
		t := l.Next()
		switch {
		case t.Kind == EOF || t.Kind == ArrayClose:
			return a
		case t.Kind == DictClose || isObjectEnd(t):
			return a
		case depth > maxNesting && (t.Kind == ArrayOpen || t.Kind == DictOpen):
			return a
		}
		if v := parseToken(l, t, depth); len(a) < maxItems {
			a = append(a, v)
		}
	}
}

func parseDict(l *Lexer, depth int) node {
	var d dict
	for {
		t := l.Next()
		switch {
		case t.Kind == EOF || t.Kind == DictClose:
			return d
		case isObjectEnd(t):
			l.Pos -= len(t.Bytes)
			return d
		case t.Kind != Name:
			continue
		}
		key := name(t.Bytes)
		save := l.Pos
		v := l.Next()
		if v.Kind == DictClose || v.Kind == EOF || isObjectEnd(v) {
			l.Pos = save
			continue
		}
		if depth > maxNesting && (v.Kind == ArrayOpen || v.Kind == DictOpen) {
			return d
		}
		if value := parseToken(l, v, depth); len(d) < maxItems {
			d = append(d, pair{key, value})
		}
	}
}

func isObjectEnd(t Token) bool {
	if t.Kind != Keyword {
		return false
	}
	switch string(t.Bytes) {
	case "endobj", "stream", "endstream":
		return true
	}
	return false
}
