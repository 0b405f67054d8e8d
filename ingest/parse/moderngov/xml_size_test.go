package moderngov

import (
	"fmt"
	"testing"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// Each item of an answer looks at its own lines, however many items there are.
func TestItemsLookAtTheirOwnLines(t *testing.T) {
	p := &page{}
	const items = 500
	for i := range items {
		for _, leaf := range []string{"agendaitemid[1]", "agendaitemtitle[1]", "linkeddocuments[1]/linkeddoc[1]/title[1]"} {
			l := parse.Line{}
			l.Block = extract.Block{Class: fmt.Sprintf("getmeeting[1]/agendaitems[1]/agendaitem[%d]/%s", i+1, leaf), Text: "x"}
			p.lines = append(p.lines, l)
		}
	}
	looked := 0
	for _, step := range p.steps("agendaitem", p.every()) {
		looked += len(p.beneath(step))
		if n := p.node(step, "", ""); len(n.lines) != 3 || n.values["agendaitemtitle"] != "x" || len(n.under["title"]) != 1 {
			t.Fatalf("%s: %+v", step, n)
		}
	}
	if looked != len(p.lines) {
		t.Errorf("%d items looked at %d of %d lines", items, looked, len(p.lines))
	}
}
