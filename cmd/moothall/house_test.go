package main

import (
	"encoding/json"
	"os/exec"
	"sort"
	"strings"
	"testing"
)

// A ban says which packages may not import which, and why. Prefixes match
// whole path elements.
type ban struct {
	room   string // packages of this module at or below it
	never  string // import path or a prefix of it
	direct bool   // only direct imports are banned
	why    string
}

var bans = []ban{
	{"server", "moothall/ingest", false, "server shows what was kept; it never reads papers"},
	{"server", "github.com/blevesearch", false, "server asks a Searcher; it does not know what answers"},
	{"ingest", "github.com/blevesearch", false, "ingest ends at the catalogue; the index follows by itself"},
	{"ingest", "github.com/gin-gonic/gin", false, "ingest runs without a server"},
	{"ingest", "moothall/server", false, "ingest runs without a server"},
	{"ingest", "moothall/index", false, "ingest ends at the catalogue; the index follows by itself"},
	{"index", "moothall/ingest", false, "records arrive already parsed"},
	{"index", "moothall/server", false, "the index answers queries; it shows nothing"},
	{"index", "github.com/PuerkitoBio/goquery", false, "the index holds and returns plain text"},
	{"archive/vault", "moothall/archive/catalogue", false, "bytes are kept whatever becomes of what was read from them"},
	{"archive/catalogue", "moothall/archive/vault", false, "the catalogue knows digests, not bytes"},
	{"archive", "moothall/index", false, "what is kept does not depend on what is derived from it"},
	{"archive", "moothall/ingest", false, "what is kept does not depend on how it was read"},
	{"ingest/parse", "net/http", true, "a parser never fetches"},
	{"ingest/parse", "log/slog", true, "a parser never logs; its doubts are data"},
	{"ingest/parse", "os", true, "a parser takes bytes, not files"},
	{"ingest/classify", "net/http", true, "classifying is pure"},
	{"ingest/classify", "os", true, "classifying is pure"},
}

// parsers may not look at one another, but each may use parse itself.
const parserRoom = "moothall/ingest/parse/"

type goPackage struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Standard   bool
	Module     *struct{ Path string }
}

func goList(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Deps,Standard,Module", "moothall/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p goPackage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func within(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}

func TestRoomsKeepTheirDoors(t *testing.T) {
	all := goList(t)
	for _, b := range bans {
		roomSeen, bannedSeen := false, false
		for _, p := range all {
			if within(p.ImportPath, b.never) || !strings.HasPrefix(b.never, "moothall/") && strings.HasPrefix(p.ImportPath, b.never) {
				bannedSeen = true
			}
			if !within(p.ImportPath, "moothall/"+b.room) {
				continue
			}
			roomSeen = true
			reached := p.Deps
			if b.direct {
				reached = p.Imports
			}
			for _, d := range reached {
				if within(d, b.never) {
					t.Errorf("%s reaches %s: %s", p.ImportPath, d, b.why)
				}
			}
		}
		if !roomSeen || !bannedSeen {
			t.Errorf("ban %s -> %s guards nothing: one of them is gone", b.room, b.never)
		}
	}
}

func TestArchiveStandsOnTheStandardLibrary(t *testing.T) {
	io := map[string]bool{"os": true, "net": true, "net/http": true, "log": true, "log/slog": true}
	for _, p := range goList(t) {
		if p.ImportPath != "moothall/archive" {
			continue
		}
		for _, d := range p.Imports {
			if strings.Contains(strings.Split(d, "/")[0], ".") || strings.HasPrefix(d, "moothall/") {
				t.Errorf("archive imports %s: the vocabulary knows nothing else exists", d)
			}
			if io[d] {
				t.Errorf("archive imports %s: the vocabulary does no I/O", d)
			}
		}
		return
	}
	t.Fatal("package archive is gone")
}

func TestParsersDoNotLookAtEachOther(t *testing.T) {
	parsers := 0
	for _, p := range goList(t) {
		if !strings.HasPrefix(p.ImportPath, parserRoom) {
			continue
		}
		parsers++
		for _, d := range p.Deps {
			if strings.HasPrefix(d, parserRoom) && d != p.ImportPath {
				t.Errorf("%s imports %s: a parser never looks at another parser", p.ImportPath, d)
			}
		}
	}
	if parsers < 2 {
		t.Errorf("found %d parsers; this test guards nothing", parsers)
	}
}

// Third-party types stay in their room: no exported signature names one.
var guests = []struct{ qualifier, home string }{
	{"goquery.", "ingest"},
	{"bleve.", "index"},
	{"pdf.Page", "ingest/extract/pdf"},
	{"sql.Rows", "archive/catalogue"},
	{"gin.Context", "server"},
}

func TestGuestsStayInTheirRoom(t *testing.T) {
	var paths []string
	for _, p := range goList(t) {
		if p.Module != nil && p.Module.Path == "moothall" && p.ImportPath != "moothall/cmd/moothall" {
			paths = append(paths, p.ImportPath)
		}
	}
	sort.Strings(paths)
	if len(paths) == 0 {
		t.Fatal("no packages found")
	}
	for _, path := range paths {
		out, err := exec.Command("go", "doc", "-short", path).Output()
		if err != nil {
			continue // a package with nothing exported
		}
		for line := range strings.Lines(string(out)) {
			for _, g := range guests {
				if strings.Contains(line, g.qualifier) {
					t.Errorf("%s exports %q: %s stays in %s", path, strings.TrimSpace(line), g.qualifier, g.home)
				}
			}
		}
	}
}
