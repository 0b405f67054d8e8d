package score

import (
	"errors"
	"testing"

	"moothall/archive"
)

func ptr(s string) *string { return &s }

func labelled(number, title, text, outcome string) Label {
	l := Label{File: "a.pdf", Kind: "minutes-pdf-item", Text: text}
	l.Labels.ItemNumber, l.Labels.Title, l.Labels.Outcome = ptr(number), ptr(title), ptr(outcome)
	return l
}

func item(number, title, text string, outcome archive.Outcome) *archive.Item {
	return &archive.Item{Head: archive.Head{Kind: archive.KindItem, Title: title, Text: text}, ItemNumber: number, Outcome: outcome}
}

// One item found and right, one found with a wrong outcome, one missed, one
// read that is none.
func TestRunCountsWhatIsFoundAndWhatIsNot(t *testing.T) {
	labels := []Label{
		labelled("1", "Apologies", "Apologies were received from Councillor Green.", "none"),
		labelled("2", "Gritting", "Resolved that the salt be bought from the depot.", "approved"),
		labelled("3", "Bins", "The bins on the green were thought too few by far.", "none"),
	}
	records := []archive.Record{
		item("1", "Apologies", "1. Apologies\n\nApologies were received from Councillor Green.", archive.OutcomeNone),
		item("2", "Gritting", "2. Gritting\n\nResolved that the salt be bought from the depot.", archive.Noted),
		item("9", "Date of birth", "Something else altogether.", archive.OutcomeNone),
	}
	ev, err := Run(labels, func(string) ([]archive.Record, error) { return records, nil })
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Field{}
	for _, f := range ev.Fields {
		got[f.Field] = f
	}
	if f := got["items"]; f.N != 3 || f.Right != 2 || f.Read != 3 {
		t.Errorf("items: %+v, want 2 of 3 found among 3 read", f)
	}
	if f := got["outcome"]; f.N != 3 || f.Right != 1 || f.Read != 2 {
		t.Errorf("outcome: %+v, want 1 of 3 right among 2 read", f)
	}
	if f := got["title"]; f.Recall < 0.66 || f.Recall > 0.67 || f.Precision != 1 {
		t.Errorf("title: %+v", f)
	}
}

func TestRunStopsWhenNothingCanBeRead(t *testing.T) {
	broken := errors.New("broken")
	_, err := Run([]Label{labelled("1", "A", "b", "none")}, func(string) ([]archive.Record, error) { return nil, broken })
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}

func TestSameIsBlindToTypography(t *testing.T) {
	if !same("CLERK’S  Report", "Clerk's report") || same("Report", "Reports") {
		t.Error("same does not compare as people do")
	}
}
