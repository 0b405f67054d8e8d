package catalogue

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/archive"
)

// Words that the rules of today withhold find nothing, also in an archive whose
// words were made by older ones.
func TestWordsOfOlderRulesAreMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.db")
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, c, paper("d", 1, decision("21 003 456", day,
		remedy("Apologise to Mrs Vane of 14 Tanyard Lane.", archive.Partly, ""), remedy("Pay £300.", archive.Partly, ""))))
	finds := func(text string) []string {
		rows, _ := rowsOf(t, c, archive.RemedyQuery{Query: archive.Query{Text: text}})
		return rows
	}
	// The words as rules would have made them that withheld nothing.
	alter(t, path, `UPDATE state SET worded = '1/0'; DELETE FROM remedy_words WHERE rowid = 1;
		INSERT INTO remedy_words (rowid, text) VALUES (1, 'Apologise to Mrs Vane of 14 Tanyard Lane.')`)
	if got := finds("tanyard"); len(got) != 1 {
		t.Fatalf("the test has not put the words of older rules: %q", got)
	}
	checked, err := c.Check(t.Context())
	if err != nil || !slices.ContainsFunc(checked.Problems, func(p string) bool { return strings.Contains(p, "rules for what is withheld") }) {
		t.Errorf("Check: %v, %v", checked.Problems, err)
	}
	c.Close()
	if c, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := finds("tanyard"); got != nil {
		t.Errorf("somebody's street finds %q", got)
	}
	if got := finds("apologise vane"); len(got) != 1 {
		t.Errorf("a row is found no more: %q", got)
	}
	if got := finds("21003456"); len(got) != 2 {
		t.Errorf("by the case's reference: %q", got)
	}
	if checked, err := c.Check(t.Context()); err != nil || len(checked.Problems) > 0 {
		t.Errorf("Check: %v, %v", checked.Problems, err)
	}
}
