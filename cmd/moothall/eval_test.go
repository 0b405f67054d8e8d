package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"testing"

	"moothall/ingest/score"
)

// What falls below these has got worse: they are the aims for papers read end
// to end, and the labels are of real ones.
var aims = map[string]float64{
	"items": 0.97, "council": 0.97, "committee": 0.99, "meeting_date": 0.99, "item_number": 0.98, "title": 0.96,
	"outcome": 0.93, "services": 0.88, "meeting_refs": 0.95,
}

func TestEvalMeetsItsAims(t *testing.T) {
	labels := filepath.Join(sharedPapers(t), "gold", "dev.jsonl")
	if testing.Short() {
		t.Skip("reads twenty papers")
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"eval", "--json", labels}, nil, &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	var ev score.Evaluation
	if err := json.Unmarshal(out.Bytes(), &ev); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range ev.Fields {
		aim, ok := aims[f.Field]
		if !ok {
			continue
		}
		seen++
		if f.F1 < aim {
			t.Errorf("%s: F1 %.3f, aim %.2f (%d of %d right)", f.Field, f.F1, aim, f.Right, f.N)
		}
	}
	if seen != len(aims) {
		t.Errorf("%d fields scored, want %d", seen, len(aims))
	}
}

func TestEvalSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{"eval"}, exitMisuse},
		{[]string{"eval", "no-such-file.jsonl"}, exitFailed},
	} {
		var out, errs bytes.Buffer
		if code := run(t.Context(), c.args, nil, &out, &errs); code != c.code || errs.Len() == 0 {
			t.Errorf("%v: exit %d, %q", c.args, code, errs.String())
		}
	}
}
