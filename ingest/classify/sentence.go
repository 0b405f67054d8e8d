package classify

import (
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// said is one sentence of a record and the byte of its Text where it begins,
// or -1 where it is not in Text.
type said struct {
	text   string
	offset int
}

// sentenceMost is how many bytes of a sentence are looked at together. A
// paper whose full stops were lost is one sentence of its whole length, and
// all the words before each of its dates would be read anew for each.
const sentenceMost = 800

// sentences are those of the title, the summary and the text.
func sentences(h *archive.Head) []said {
	out := cut(nil, h.Title, -1)
	for _, par := range strings.Split(h.Summary, "\n\n") {
		if !strings.Contains(h.Text, par) {
			out = cut(out, par, -1)
		}
	}
	at := 0
	for _, par := range strings.Split(h.Text, "\n\n") {
		out = cut(out, par, at)
		at += len(par) + 2
	}
	return out
}

// cut adds the sentences of a paragraph that begins at offset at.
func cut(out []said, par string, at int) []said {
	from := 0 // where in par the next sentence is looked for
	for _, s := range parse.Sentences(par) {
		from += max(0, strings.Index(par[from:], s))
		start := from
		from += len(s)
		for len(s) > sentenceMost {
			n := strings.LastIndexByte(s[:sentenceMost], ' ') + 1
			if n == 0 {
				break
			}
			out = append(out, said{s[:n], place(at, start)})
			s, start = s[n:], start+n
		}
		out = append(out, said{s, place(at, start)})
	}
	return out
}

// place is an offset within a paragraph as one within the text.
func place(paragraph, offset int) int {
	if paragraph < 0 {
		return -1
	}
	return paragraph + offset
}

// page is the page a sentence stands on, 0 where that is not known.
func (s said) page(h *archive.Head) int {
	if s.offset < 0 {
		return 0
	}
	return h.PageAt(s.offset)
}

// opensParagraph reports whether a sentence is the first of its paragraph.
func (s said) opensParagraph(h *archive.Head) bool {
	return s.offset == 0 || s.offset > 1 && h.Text[s.offset-2:s.offset] == "\n\n"
}
