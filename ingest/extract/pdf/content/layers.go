package content

import "moothall/ingest/extract/pdf/object"

// layers tells which optional content is not seen when a paper is opened: the
// other language of a paper in two, what is for the screen or print alone.
type layers struct {
	off      map[int]bool // groups, by the numbers of their objects
	on       map[int]bool
	reversed bool // all groups are off but those that are on
	known    map[int]bool
}

const maxSet = 16 // groups of one membership that are looked at

func layersOf(doc *object.Document) layers {
	config := doc.Layers()
	ids := func(list object.Value) map[int]bool {
		out := map[int]bool{}
		for i := range list.Len() {
			out[list.Index(i).Int()] = true
		}
		return out
	}
	return layers{ids(config.Key("OFF")), ids(config.Key("ON")), config.Key("BaseState").Name() == "OFF", map[int]bool{}}
}

// hides reports whether what is marked with v, a group or a membership in
// groups, is not seen. Expressions of groups are taken for seen.
func (l layers) hides(v object.Value) bool {
	if len(l.off) == 0 && !l.reversed || !v.IsDict() {
		return false
	}
	id := v.ID()
	if hidden, ok := l.known[id]; ok && id != 0 {
		return hidden
	}
	hidden := l.worked(v)
	l.known[id] = hidden
	return hidden
}

// worked works out what hides keeps.
func (l layers) worked(v object.Value) bool {
	groups := v.Key("OCGs")
	switch {
	case v.Key("Type").Name() != "OCMD":
		return !l.shows(v)
	case groups.IsDict():
		return l.shows(groups) == (v.Key("P").Name() == "AnyOff" || v.Key("P").Name() == "AllOff")
	case groups.Len() == 0:
		return false
	}
	shown, n := 0, min(groups.Len(), maxSet)
	for i := range n {
		if l.shows(groups.Index(i)) {
			shown++
		}
	}
	switch v.Key("P").Name() {
	case "AllOn":
		return shown < n
	case "AnyOff":
		return shown == n
	case "AllOff":
		return shown > 0
	}
	return shown == 0
}

func (l layers) shows(group object.Value) bool {
	id := group.ID()
	if l.reversed {
		return l.on[id]
	}
	return !l.off[id]
}
