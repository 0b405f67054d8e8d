package scan

import (
	"context"
	"encoding/json"
	"flag"
	"image"
	"image/color"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// row is a word as the program's table has it.
func row(block, par, line, left, top, width, height string, conf, text string) string {
	return strings.Join([]string{"5", "1", block, par, line, "1", left, top, width, height, conf, text}, "\t") + "\n"
}

const tableHead = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t1654\t2339\t-1\t\n"

func TestReadTSV(t *testing.T) {
	lines := readTSV([]byte(tableHead+
		row("1", "1", "1", "200", "100", "100", "40", "96.5", "Cabinet")+
		row("1", "1", "1", "320", "100", "100", "40", "31", "mecting")+
		row("1", "1", "2", "200", "150", "100", "40", "20", "~—")+ // a mark on the paper
		row("1", "1", "2", "200", "150", "100", "40", "93", "—")+
		row("1", "1", "2", "x", "150", "100", "40", "93", "broken")+
		row("2", "1", "1", "200", "300", "100", "40", "0", "smudge")+
		"5\t1\tshort\n"), 0.36)
	if len(lines) != 3 || len(lines[0].words) != 2 || lines[1].text() != "—" {
		t.Fatalf("lines %+v", lines)
	}
	w := lines[0].words[0]
	if w.Text != "Cabinet" || math.Abs(float64(w.X0-72)) > 0.01 || math.Abs(float64(w.Y1-50.4)) > 0.01 || w.Confidence != 0.965 {
		t.Errorf("word %+v", w)
	}
	if c := lines[0].words[1].Confidence; c != 0.31 {
		t.Errorf("a word the program doubts has confidence %v", c)
	}
	if c := lines[2].words[0].Confidence; c <= 0 {
		t.Errorf("a word read without any confidence passes for text that was no OCR: %v", c)
	}
}

func TestBlocks(t *testing.T) {
	page := tableHead +
		row("1", "1", "1", "200", "100", "400", "60", "95", "Cabinet") +
		row("2", "1", "1", "200", "300", "400", "30", "95", "ADULT") + row("2", "1", "1", "700", "300", "300", "30", "95", "CARE") +
		row("2", "1", "2", "200", "340", "400", "30", "95", "Members") + row("2", "1", "2", "700", "340", "300", "30", "95", "con-") +
		row("2", "1", "3", "200", "380", "400", "30", "95", "sidered") + row("2", "1", "3", "700", "380", "300", "30", "95", "it.") +
		row("2", "1", "4", "200", "420", "40", "30", "95", "a)") + row("2", "1", "4", "300", "420", "300", "30", "95", "Noted.") +
		row("2", "1", "5", "200", "460", "40", "30", "95", "b)") + row("2", "1", "5", "300", "460", "300", "30", "95", "Agreed.")
	got := blocks(readTSV([]byte(page), 0.36))
	for i := range got {
		got[i].X0, got[i].Size = 0, 0
	}
	want := []extract.Block{
		{Kind: extract.Heading, Level: 1, Text: "Cabinet"},
		{Kind: extract.Heading, Level: 2, Text: "ADULT CARE"},
		{Text: "Members considered it."},
		{Kind: extract.Entry, Level: 1, Marker: "a)", Text: "Noted."},
		{Kind: extract.Entry, Level: 1, Marker: "b)", Text: "Agreed."},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// The grain of a photograph is no text, and neither is a white page.
func TestNothingToRead(t *testing.T) {
	grain := readTSV([]byte(tableHead+row("1", "1", "1", "1", "1", "9", "9", "12", "iW")+row("1", "1", "1", "20", "1", "9", "9", "25", "Ze")), 1)
	if readable(grain) {
		t.Error("what the program does not believe in passes for words")
	}
	g := image.NewGray(image.Rect(0, 0, 200, 300))
	for i := range g.Pix {
		g.Pix[i] = 250
	}
	for i := range 30 {
		g.SetGray(i, 10, color.Gray{})
	}
	if !blank(g) {
		t.Error("a white page with specks is not blank")
	}
	for i := range 200 {
		g.SetGray(i, 20, color.Gray{})
	}
	if blank(g) {
		t.Error("a page with a rule across is blank")
	}
	page, err := Program{Path: "/no/such/program"}.Read(context.Background(), image.NewGray(image.Rect(0, 0, 20, 20)), 100)
	if err != nil || len(page.Blocks) > 0 {
		t.Errorf("a black page: %+v, %v; want nothing, and the program not asked", page, err)
	}
}

func FuzzReadTSV(f *testing.F) {
	f.Add(tableHead + row("1", "1", "1", "200", "100", "100", "40", "96.5", "Cabinet"))
	f.Add(row("1", "1", "1", "1e300", "NaN", "-1", "Inf", "1e9", "\xff"))
	f.Fuzz(func(t *testing.T, tsv string) {
		lines := readTSV([]byte(tsv), 0.36)
		words := 0
		for _, l := range lines {
			if len(l.words) == 0 {
				t.Fatal("a line without words")
			}
			for _, w := range l.words {
				if w.Confidence <= 0 || w.Confidence > 1 || w.Text == "" || w.X1 < w.X0 || w.Y1 < w.Y0 {
					t.Fatalf("word %+v", w)
				}
			}
			words += len(l.words)
		}
		if n := len(blocks(lines)); n > words {
			t.Fatalf("%d blocks of %d words", n, words)
		}
	})
}

var update = flag.Bool("update", false, "rewrite the wanted blocks")

// What the program said of the scan in ../deep/testdata, and the blocks made of
// it. The page lies half a degree crooked.
func TestGolden(t *testing.T) {
	tsv, err := os.ReadFile("testdata/minutes.in.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type wanted struct {
		Kind   string `json:"kind"`
		Level  int    `json:"level,omitempty"`
		Marker string `json:"marker,omitempty"`
		Text   string `json:"text"`
	}
	var got []wanted
	for _, b := range blocks(readTSV(tsv, 72.0/DPI)) {
		kind := map[extract.BlockKind]string{extract.Paragraph: "paragraph", extract.Heading: "heading", extract.Entry: "entry", extract.Row: "row"}[b.Kind]
		got = append(got, wanted{kind, b.Level, b.Marker, b.Text})
	}
	out, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	out = append(out, '\n')
	const name = "testdata/minutes.want.json"
	if *update {
		if err := os.WriteFile(name, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(out) != string(want) {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}
