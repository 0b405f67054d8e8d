//go:build unix

package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/pdf/quality"
)

// Labels say what each piece of a page is, as a person saw it on the picture
// of the page. They are written against a numbered list of the page's lines
// that Poppler gives (-list), so that our own reader has no part in them:
//
//	@ file.pdf 3          page 3 of that paper
//	1 run; 2-3 h          a running line; a heading of two lines
//	4-9 p; 10-12* p       a paragraph; three of one line each
//	13-14 e1 #            a list entry, level 1, its first word the marker; * for a bullet
//	15 r3; 16-18* r+      a row of a ruled table with three filled cells; rows with as
//	                      many as the line has pieces (=), or one more (+)
//	19 u3                 the same where no rules are drawn
//	20b-26b p             the second piece of each of these lines: a column
//	27-28 -               left out: nobody could say what it is
//
// What is kept in the project (-label) is the hash of each piece's letters,
// never the text, as the papers are not ours.

// A label is one piece of a page.
type label struct {
	kind    byte // r ruled row, u unruled row, h heading, e entry, p paragraph, f running line, - left out
	level   int  // of a heading or an entry; filled cells of a row
	marker  string
	letters int
	hash    string
}

// A pageLabel is a page with all its pieces.
type pageLabel struct {
	file   string
	page   int
	labels []label
}

func (p pageLabel) has(kind byte) bool {
	return slices.ContainsFunc(p.labels, func(l label) bool { return l.kind == kind })
}

// visual is one line across the page, in pieces parted by wide gaps.
type visual struct {
	y      float64
	h      float64
	pieces [][]box
}

type box struct {
	X0   float64 `xml:"xMin,attr"`
	Y0   float64 `xml:"yMin,attr"`
	X1   float64 `xml:"xMax,attr"`
	Y1   float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

func (v *visual) text(piece int) string {
	var out []string
	for i, p := range v.pieces {
		if piece >= 0 && i != piece {
			continue
		}
		for _, w := range p {
			out = append(out, w.Text)
		}
	}
	return strings.Join(out, " ")
}

// visuals are the lines of a page from top to bottom, as Poppler has them.
func visuals(file string, page int) ([]visual, error) {
	n := strconv.Itoa(page)
	raw, err := exec.Command("pdftotext", "-bbox", "-f", n, "-l", n, file, "-").Output()
	if err != nil {
		return nil, fmt.Errorf("pdftotext: %w", err)
	}
	raw = bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return -1
		}
		return r
	}, raw)
	var words []box
	dec := xml.NewDecoder(bytes.NewReader(raw))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	for {
		tok, err := dec.Token()
		if err != nil {
			break
		}
		if s, ok := tok.(xml.StartElement); ok && s.Name.Local == "word" {
			var b box
			if err := dec.DecodeElement(&b, &s); err != nil {
				return nil, err
			}
			words = append(words, b)
		}
	}
	sort.SliceStable(words, func(i, j int) bool { return words[i].Y0+words[i].Y1 < words[j].Y0+words[j].Y1 })
	var out []visual
	for _, w := range words {
		mid, h := (w.Y0+w.Y1)/2, w.Y1-w.Y0
		if n := len(out); n > 0 && mid-out[n-1].y < 0.4*min(h, out[n-1].h) {
			out[n-1].pieces[0] = append(out[n-1].pieces[0], w)
			continue
		}
		out = append(out, visual{y: mid, h: h, pieces: [][]box{{w}}})
	}
	for i := range out {
		all := out[i].pieces[0]
		sort.SliceStable(all, func(a, b int) bool { return all[a].X0 < all[b].X0 })
		out[i].pieces = nil
		for k, w := range all {
			if k == 0 || w.X0-all[k-1].X1 > 0.8*out[i].h {
				out[i].pieces = append(out[i].pieces, nil)
			}
			p := &out[i].pieces[len(out[i].pieces)-1]
			*p = append(*p, w)
		}
	}
	return out, nil
}

// list prints the lines of a page with their numbers.
func list(file string, page int) error {
	lines, err := visuals(file, page)
	if err != nil {
		return err
	}
	fmt.Printf("@ %s %d\n", filepath.Base(file), page)
	for i, l := range lines {
		fmt.Printf("%d", i+1)
		for _, p := range l.pieces {
			text := (&visual{pieces: [][]box{p}}).text(-1)
			if r := []rune(text); len(r) > 46 {
				text = string(r[:28]) + "…" + string(r[len(r)-16:])
			}
			fmt.Printf(" ¦%.0f %s", p[0].X0, text)
		}
		fmt.Println()
	}
	return nil
}

// blocks prints what our reader makes of a page, a block a line.
func blocks(file string, page int) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	paper, err := pdf.Read(raw)
	if err != nil {
		return err
	}
	if page < 1 || page > len(paper.Pages) {
		return fmt.Errorf("the paper has %d pages", len(paper.Pages))
	}
	p := paper.Pages[page-1]
	for _, b := range p.Blocks {
		on := ""
		if b.Continues {
			on = "+"
		}
		text := b.Text
		if len(b.Cells) > 0 {
			text = strings.Join(b.Cells, " | ")
		}
		fmt.Printf("%c%d%s %s %s\n", "pher"[b.Kind], b.Level, on, b.Marker, text)
	}
	for _, r := range p.Running {
		fmt.Println("f", r)
	}
	return nil
}

// choosing is what pages to choose: so many, at random by the seed, none of
// those labelled already. With parted only pages are taken on which much
// stands side by side: tables and columns.
type choosing struct {
	wanted int
	seed   string
	taken  []pageLabel
	parted bool
}

// choose picks pages at random over all sources, a source being what the
// file's name starts with. The same seed gives the same pages.
func (c choosing) choose(folder string) error {
	files, err := find([]string{folder})
	if err != nil {
		return err
	}
	key := func(s string) uint64 {
		h := sha256.Sum256([]byte(c.seed + s))
		return binary.BigEndian.Uint64(h[:])
	}
	bySource := map[string][]string{}
	for _, f := range files {
		source, _, _ := strings.Cut(filepath.Base(f), "__")
		bySource[source] = append(bySource[source], f)
	}
	var sources []string
	for s, fs := range bySource {
		sources = append(sources, s)
		sort.Slice(fs, func(i, j int) bool { return key(filepath.Base(fs[i])) < key(filepath.Base(fs[j])) })
	}
	sort.Strings(sources)
	n := 0
	for round := 0; n < c.wanted; round++ {
		some := false
		for _, s := range sources {
			fs := bySource[s]
			// A source with few papers gives its papers again, other pages of them.
			if round >= 3*len(fs) || n >= c.wanted {
				continue
			}
			some = true
			f := fs[round%len(fs)]
			page := 1 + int(key(fmt.Sprint(filepath.Base(f), round))%uint64(pagesOf(f)))
			if c.takes(f, page) {
				n++
				c.taken = append(c.taken, pageLabel{file: filepath.Base(f), page: page})
				fmt.Println(f, page)
			}
		}
		if !some {
			break
		}
	}
	return nil
}

func pagesOf(file string) int {
	raw, err := exec.Command("pdfinfo", file).Output()
	if err != nil {
		return 1
	}
	pages := 1
	for line := range strings.Lines(string(raw)) {
		if v, ok := strings.CutPrefix(line, "Pages:"); ok {
			pages, _ = strconv.Atoi(strings.TrimSpace(v))
		}
	}
	return max(pages, 1)
}

func (c choosing) takes(file string, page int) bool {
	for _, l := range c.taken {
		if l.file == filepath.Base(file) && l.page == page {
			return false
		}
	}
	lines, err := visuals(file, page)
	return err == nil && len(lines) >= 6 && legible(lines) && (!c.parted || parted(lines))
}

// parted reports whether a page has tables or columns: eight lines of three
// pieces, or twelve of two that are both more than a marker.
func parted(lines []visual) bool {
	three, two := 0, 0
	for i := range lines {
		switch n := len(lines[i].pieces); {
		case n >= 3:
			three++
		case n == 2 && len(letters(lines[i].text(0))) >= 12 && len(letters(lines[i].text(1))) >= 12:
			two++
		}
	}
	return three >= 8 || two >= 12
}

// legible reports whether Poppler's lines can be labelled: their letters are
// those of the page.
func legible(lines []visual) bool {
	var b strings.Builder
	for i := range lines {
		b.WriteString(lines[i].text(-1) + "\n")
	}
	text := b.String()
	return 2*len([]rune(letters(text))) > len([]rune(text)) && !quality.Rubbish(text)
}

// letters is text without anything but small letters and digits.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(text))
}

// hashOf is what a label keeps of a piece: its letters sorted, as readers
// take the cells of a row and raised figures in different orders.
func hashOf(text string) (string, int) {
	s := []rune(letters(text))
	slices.Sort(s)
	sum := sha256.Sum256([]byte(string(s)))
	return hex.EncodeToString(sum[:5]), len(s)
}

// writeLabels turns notes made against -list into labels, one a line.
func writeLabels(notes, folder string) error {
	f, err := os.Open(notes)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Println("# file\tpage\tkind\tlevel or cells\tmarker\tletters\thash: see label.go")
	n := noter{folder: folder}
	in := bufio.NewScanner(f)
	for in.Scan() {
		if at, ok := strings.CutPrefix(in.Text(), "@ "); ok {
			n.unlabelled()
			if err := n.open(at); err != nil {
				return err
			}
			continue
		}
		for note := range strings.SplitSeq(in.Text(), ";") {
			if err := n.note(strings.Fields(note)); err != nil {
				return fmt.Errorf("%s page %d: %q: %w", n.name, n.page, note, err)
			}
		}
	}
	n.unlabelled()
	return in.Err()
}

// noter turns the notes of one page after another into labels.
type noter struct {
	folder, name string
	page         int
	lines        []visual
	used         map[string]bool
}

func (n *noter) open(at string) (err error) {
	name, page, _ := strings.Cut(at, " ")
	n.name, n.used = name, map[string]bool{}
	if n.page, err = strconv.Atoi(page); err != nil {
		return err
	}
	n.lines, err = visuals(filepath.Join(n.folder, name), n.page)
	return err
}

// unlabelled complains of the pieces that no note names.
func (n *noter) unlabelled() {
	for i, l := range n.lines {
		for p := range l.pieces {
			if k := fmt.Sprint(i, "-", p); !n.used[k] && letters(l.text(p)) != "" {
				fmt.Fprintf(os.Stderr, "%s page %d line %d piece %c has no label: %.60s\n", n.name, n.page, i+1, 'a'+p, l.text(p))
			}
		}
	}
}

func (n *noter) note(fields []string) error {
	if len(fields) < 2 {
		return nil
	}
	which, each := strings.CutSuffix(fields[0], "*")
	if !each && fields[1] != "-" {
		return n.piece(which, fields[1:])
	}
	first, last, ranged := strings.Cut(which, "-")
	if !ranged {
		last = first
	}
	from, _, err := place(first)
	if err != nil {
		return err
	}
	to, _, err := place(last)
	if err != nil {
		return err
	}
	for i := from; i <= to; i++ {
		if err := n.piece(strconv.Itoa(i), fields[1:]); err != nil {
			return err
		}
	}
	if each || from == to { // what is left out is left out line by line and together
		return nil
	}
	used := n.used
	for i := from; i <= to; i++ { // nobody knows how the lines go together either
		for j := i + 1; j <= min(to, i+8); j++ {
			n.used = map[string]bool{}
			if err := n.piece(fmt.Sprintf("%d-%d", i, j), fields[1:]); err != nil {
				return err
			}
		}
	}
	n.used = used
	return nil
}

func (n *noter) piece(which string, fields []string) error {
	text, err := pick(n.lines, which, n.used)
	if err != nil {
		return err
	}
	kind, level, marker := fields[0][0], fields[0][1:], ""
	if fields[0] == "run" {
		kind, level = 'f', ""
	}
	if at, _, err := place(which); err == nil && level != "" && strings.Contains("+=", level) {
		more := map[string]int{"+": 1, "=": 0}[level]
		level = strconv.Itoa(len(n.lines[at-1].pieces) + more)
	}
	if kind == 'e' && len(fields) > 1 {
		first, rest, _ := strings.Cut(text, " ")
		marker, text = first, rest
		if fields[1] == "*" {
			marker = "*"
		}
	}
	if hash, count := hashOf(text); count > 0 {
		fmt.Printf("%s\t%d\t%c\t%s\t%s\t%d\t%s\n", n.name, n.page, kind, level, marker, count, hash)
	}
	return nil
}

// pick gives the text of "3", "3-5", "3b", "3b-5b" or several, with commas.
func pick(lines []visual, which string, used map[string]bool) (string, error) {
	var out []string
	for part := range strings.SplitSeq(which, ",") {
		a, b, ranged := strings.Cut(part, "-")
		if !ranged {
			b = a
		}
		from, piece, err := place(a)
		if err != nil {
			return "", err
		}
		to, _, err := place(b)
		if err != nil {
			return "", err
		}
		if from < 1 || to > len(lines) {
			return "", fmt.Errorf("the page has %d lines", len(lines))
		}
		for i := from; i <= to; i++ {
			for p := range lines[i-1].pieces {
				k := fmt.Sprint(i-1, "-", p)
				if (piece < 0 || p == piece) && !used[k] {
					used[k] = true
					out = append(out, lines[i-1].text(p))
				}
			}
		}
	}
	return strings.Join(out, " "), nil
}

func place(s string) (line, piece int, err error) {
	piece = -1
	if n := len(s); n > 0 && s[n-1] >= 'a' && s[n-1] <= 'h' {
		s, piece = s[:n-1], int(s[n-1]-'a')
	}
	line, err = strconv.Atoi(s)
	return line, piece, err
}

// readLabels reads what writeLabels wrote.
func readLabels(file string) ([]pageLabel, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []pageLabel
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' || len(f) != 7 {
			continue
		}
		page, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if n := len(out); n == 0 || out[n-1].file != f[0] || out[n-1].page != page {
			out = append(out, pageLabel{file: f[0], page: page})
		}
		level, _ := strconv.Atoi(f[3])
		n, _ := strconv.Atoi(f[5])
		p := &out[len(out)-1]
		p.labels = append(p.labels, label{kind: f[2][0], level: level, marker: f[4], letters: n, hash: f[6]})
	}
	return out, nil
}
