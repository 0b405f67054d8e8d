package main

import (
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"moothall/index"
	"moothall/server"
	"moothall/static"
)

const meetingPaper = `Westermouth Council

Minutes of a meeting of the Cabinet held on 22 July 2021 at 7.00 pm

183 Temporary accommodation

The Cabinet considered a report on families in temporary accommodation.

Decision:

The Cabinet noted the report.
`

// The command asks what the page asks: every parameter of one has a flag of
// the other, and both give the same answer.
func TestSearchIsWhatThePageIs(t *testing.T) {
	data := filepath.Join(t.TempDir(), "archive")
	var out, errs strings.Builder
	if code := run(t.Context(), []string{"ingest", "--data", data, "--council", "Westermouth Council", "-"}, strings.NewReader(meetingPaper), &out, &errs); code != exitDone {
		t.Fatalf("ingest: exit %d\n%s", code, errs.String())
	}
	for _, tt := range []struct {
		flags   []string
		address url.Values
	}{
		{[]string{"temporary", "accommodation"}, url.Values{"q": {"temporary accommodation"}}},
		{[]string{"--council", "Westermouth Council", "--committee", "Cabinet"}, url.Values{"council": {"westermouth"}, "committee": {"cabinet"}}},
		{[]string{"--outcome", "Noted", "--outcome", "approved", "--kind", "item"}, url.Values{"outcome": {"noted", "approved"}, "kind": {"item"}}},
		{[]string{"--service", "-housing"}, url.Values{"-service": {"housing"}}},
		{[]string{"--remedy-status", "Not stated", "--finding", "not_stated"}, url.Values{"remedy_status": {"not_stated"}, "finding": {"not_stated"}}},
		{[]string{"--from", "1st July 2021", "--to", "2021", "--year", "2021"}, url.Values{"from": {"2021-07-01"}, "to": {"2021"}, "year": {"2021"}}},
		{[]string{"--sort", "oldest", "--limit", "1", "--page", "1", "--procedural"}, url.Values{"sort": {"oldest"}, "limit": {"1"}, "page": {"1"}, "procedural": {"1"}}},
	} {
		out.Reset()
		errs.Reset()
		code := run(t.Context(), append([]string{"search", "--data", data, "--json"}, tt.flags...), strings.NewReader(""), &out, &errs)
		if code != exitDone || errs.String() != "" {
			t.Errorf("search %q: exit %d\n%s", tt.flags, code, errs.String())
			continue
		}
		var typed, asked any
		if err := json.Unmarshal([]byte(out.String()), &typed); err != nil {
			t.Fatalf("search %q: %v", tt.flags, err)
		}
		if err := json.Unmarshal(answer(t, data, "/api/v1/search?"+tt.address.Encode()), &asked); err != nil {
			t.Fatalf("%v: %v", tt.address, err)
		}
		got, _ := json.MarshalIndent(typed, "", " ")
		want, _ := json.MarshalIndent(asked, "", " ")
		if string(got) != string(want) {
			t.Errorf("search %q\n%s\nthe page's address %v\n%s", tt.flags, got, tt.address, want)
		}
	}
}

// answer is what a server of the archive says at an address.
func answer(t *testing.T, data, address string) []byte {
	t.Helper()
	s, err := openStore(data)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ix, err := index.Open(s.indexDir(), index.Config{Source: s.catalogue})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	h, err := server.New(server.Config{Search: searcher{ix}, Catalogue: s.catalogue, Vault: s.vault, Static: static.Files})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", address, nil))
	return w.Body.Bytes()
}

// A mistake is told by the flag's name, before any archive is opened.
func TestSearchSaysWhichFlagIsWrong(t *testing.T) {
	for _, tt := range []struct {
		flags []string
		want  string
	}{
		{[]string{"--outcome", "blah"}, `--outcome "blah" is none of approved`},
		{[]string{"--remedy-status", "-blah"}, `--remedy-status "blah" is none of`},
		{[]string{"--from", "2022", "--to", "2021"}, "--from is 2022-01-01, after to"},
		{[]string{"--from", "31 June 2021"}, "--from"},
		{[]string{"--limit", "0"}, "--limit"},
		{[]string{"--page", "1001"}, "--page goes past"},
		{[]string{"--year", "21"}, "--year"},
		{[]string{"--committee", ""}, "-committee: a value is wanted"},
		{[]string{"--sort", "random"}, "--sort"},
		{[]string{strings.Repeat("x", 1001)}, "the query is longer"},
	} {
		var out, errs strings.Builder
		code := run(t.Context(), append([]string{"search", "--data", filepath.Join(t.TempDir(), "none")}, tt.flags...), strings.NewReader(""), &out, &errs)
		if code != exitMisuse || !strings.Contains(errs.String(), tt.want) || strings.Count(errs.String(), "\n") != 1 || out.Len() > 0 {
			t.Errorf("search %.40q: exit %d, %q and %q; want %q", tt.flags, code, out.String(), errs.String(), tt.want)
		}
	}
}
