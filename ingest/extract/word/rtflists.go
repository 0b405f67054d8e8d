package word

import (
	"strconv"
	"strings"
)

// An rtfLists is what an RTF says of its lists, for programs that do not write
// beside each entry the label it is printed with.
type rtfLists struct {
	lists *lists
	list  *abstractList // being defined
	level int           // of list, or of use; from 0
	use   *list         // being defined
	text  strings.Builder
}

func newRTFLists() rtfLists { return rtfLists{lists: readLists(nil)} }

// define takes a control word of the table of lists.
func (r *rtfLists) define(word string, n int) {
	switch {
	case word == "list":
		r.list, r.level = &abstractList{}, -1
		return
	case r.list == nil:
		return
	case word == "listid":
		r.lists.abstract[strconv.Itoa(n)] = r.list
		return
	case word == "listlevel":
		if r.level++; r.level < len(r.list.levels) {
			r.list.levels[r.level] = level{known: true, start: 1, format: "decimal"}
		}
		return
	case r.level < 0 || r.level >= len(r.list.levels):
		return
	}
	lv := &r.list.levels[r.level]
	switch word {
	case "levelnfc", "levelnfcn":
		if f, ok := docFormats[byte(n)]; ok {
			lv.format = f
		}
	case "levelstartat":
		lv.start = n
	}
}

// endText ends a level's text: its length, then its letters, those below nine
// standing for counts, then a semicolon. Only that of a list's own is wanted.
func (r *rtfLists) endText(wanted bool) {
	runes := []rune(strings.TrimSuffix(r.text.String(), ";"))
	r.text.Reset()
	if !wanted || len(runes) == 0 || r.list == nil || r.level < 0 || r.level >= len(r.list.levels) {
		return
	}
	var out strings.Builder
	for _, c := range runes[1:] {
		if c < 9 {
			out.WriteString("%" + strconv.Itoa(int(c)+1))
			continue
		}
		out.WriteRune(c)
	}
	r.list.levels[r.level].text = out.String()
}

// override takes a control word of the table of the lists' uses.
func (r *rtfLists) override(word string, n int) {
	switch word {
	case "listoverride":
		r.use, r.level = &list{overrides: map[int]level{}, starts: map[int]int{}}, -1
	case "listid":
		if r.use != nil {
			r.use.of = strconv.Itoa(n)
		}
	case "lfolevel":
		r.level++
	case "levelstartat":
		if r.use != nil && r.level >= 0 && r.level < 9 {
			r.use.starts[r.level] = n
		}
	case "ls":
		if r.use != nil && len(r.lists.nums) < maxDocLists {
			r.lists.nums[strconv.Itoa(n)] = r.use
		}
	}
}
