package classify

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
)

// The tables of words are text and not Go, a few words a line by what they
// name, so that a change of one word is a change of one line.
//
//go:embed words/*.txt
var wordFiles embed.FS

// A wordRow is the words of one service that weigh alike. However many of its
// words a text holds, its row is counted, so a row is not to be parted in two.
type wordRow struct {
	service archive.Service
	points  float64 // 3 settles the matter, 1 leans; 0 where the table gives none
	words   termSet
}

// wordTable reads a table of words/, in its order. A line that cannot be read
// is a mistake in the program, which panics when it starts.
func wordTable(name string) []wordRow {
	text, err := wordFiles.ReadFile("words/" + name)
	if err != nil {
		panic(err)
	}
	var rows []wordRow
	for i, line := range strings.Split(string(text), "\n") {
		switch head, isHead := strings.CutPrefix(line, "== "); {
		case isHead:
			rows = append(rows, rowHead(head, fmt.Sprintf("%s:%d", name, i+1)))
		case line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "- "):
		case len(rows) == 0:
			panic(fmt.Sprintf("classify: words/%s:%d: words of no service", name, i+1))
		default:
			last := &rows[len(rows)-1]
			last.words = append(last.words, terms(line)...)
		}
	}
	return rows
}

// rowHead reads "housing 3" or "housing".
func rowHead(head, at string) wordRow {
	name, points, has := strings.Cut(head, " ")
	r := wordRow{service: archive.Service(name)}
	if !slices.Contains(archive.Services, r.service) {
		panic("classify: words/" + at + ": no service " + name)
	}
	if has {
		n, err := strconv.Atoi(points)
		if err != nil {
			panic("classify: words/" + at + ": " + err.Error())
		}
		r.points = float64(n)
	}
	return r
}
