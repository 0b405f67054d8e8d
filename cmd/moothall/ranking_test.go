package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/index"
	"moothall/testdata"
)

// TestRanking asks the questions of testdata/questions.tsv of the sample
// archive and writes the rank of each answer, with recall and mean reciprocal
// rank, to testdata/ranking.txt. That file is the review of every change to
// how results are ordered: MOOTHALL_UPDATE=1 rewrites it.
func TestRanking(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the whole sample archive")
	}
	s, err := makeStore(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var said bytes.Buffer
	if err := loadDemo(t.Context(), s, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	ix, err := index.Open(s.indexDir(), index.Config{Source: s.catalogue})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()

	var b strings.Builder
	asked, within, reciprocal := 0, 0, 0.0
	for lines := bufio.NewScanner(bytes.NewReader(testdata.Questions())); lines.Scan(); {
		question, want, ok := strings.Cut(lines.Text(), "\t")
		if !ok || strings.HasPrefix(question, "#") {
			continue
		}
		asked++
		if _, err := s.catalogue.Record(t.Context(), archive.ID(want)); err != nil {
			t.Errorf("%s: the answer is not in the sample archive: %v", question, err)
		}
		res, err := ix.Search(t.Context(), archive.Query{Text: question, Limit: 50})
		if err != nil {
			t.Fatalf("%s: %v", question, err)
		}
		rank := 0
		for i, h := range res.Hits {
			if string(h.ID) == want {
				rank = i + 1
				break
			}
		}
		at := "  -"
		if rank > 0 {
			at = fmt.Sprintf("%3d", rank)
			reciprocal += 1 / float64(rank)
		}
		if rank > 0 && rank <= 5 {
			within++
		}
		fmt.Fprintf(&b, "%s  of %3d  %s  %s\n", at, res.Total, question, want)
	}
	recall, mrr := float64(within)/float64(asked), reciprocal/float64(asked)
	got := fmt.Sprintf("recall@5 %.3f, mean reciprocal rank %.3f, %d questions\n\n%s", recall, mrr, asked, b.String())
	golden := filepath.Join("..", "..", "testdata", "ranking.txt")
	if os.Getenv("MOOTHALL_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("ranking changed; MOOTHALL_UPDATE=1 writes it anew, the diff is the review\n%s", got)
	}
}
