package server

import (
	"context"
	"errors"
	"testing"

	"moothall/archive"
)

func TestDecisionOn(t *testing.T) {
	local := &archive.Finding{Head: archive.Head{Kind: archive.KindFinding, ID: archive.FindingID("lgsco", "21 003 456")}}
	landlord := &archive.Finding{Head: archive.Head{Kind: archive.KindFinding, ID: archive.FindingID("housing_ombudsman", "202112345")}}
	s := &Server{catalogue: &world{records: []archive.Record{local, landlord}}}
	for ref, want := range map[string]archive.Record{"21 003 456": local, "202112345": landlord} {
		got, err := s.decisionOn(context.Background(), ref)
		if err != nil || got != want {
			t.Errorf("%s: %v, %v", ref, got, err)
		}
		if !isDecisionOn(want.About().ID, ref) || isDecisionOn(want.About().ID, "19 999 999") {
			t.Errorf("%s: its own decision is not told from another's", ref)
		}
	}
	if _, err := s.decisionOn(context.Background(), "202199999"); !errors.Is(err, archive.ErrNotFound) {
		t.Errorf("a case that is not held: %v", err)
	}
}
