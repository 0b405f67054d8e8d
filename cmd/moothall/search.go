package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"moothall/archive"
	"moothall/index"
	"moothall/ingest/ukdate"
	"moothall/server"

	"golang.org/x/term"
)

var searchCommand = command{
	name:    "search",
	args:    "QUERY",
	summary: "finds records, as the search page does",
	run:     runSearch,
}

// searchFlags are the flags of search as they were typed: the parameters of
// the search page by other means.
type searchFlags struct {
	values url.Values
	json   *bool
	data   *string
}

// single are the flags that are given once, with what help says of them.
var single = []struct{ name, usage string }{
	{"from", "not before this `day`"},
	{"to", "not after this `day`"},
	{"sort", "`order`: relevance, newest or oldest"},
	{"limit", "at most so `many` results, up to 100 (default 10)"},
	{"page", "which `page` of results (default 1)"},
	{"cursor", "go on from the `cursor` in a result's next or prev"},
}

func (f *searchFlags) add(fs *flag.FlagSet) {
	f.values = make(url.Values)
	for _, facet := range archive.Facets {
		name := flagOf(string(facet))
		fs.Func(name, "only this `"+name+"`; may be repeated, a \"-\" before the value leaves it out", func(typed string) error {
			value, not := strings.CutPrefix(typed, "-")
			if strings.TrimSpace(value) == "" {
				return errors.New("a value is wanted")
			}
			parameter := string(facet)
			if not {
				parameter = "-" + parameter
			}
			f.values.Add(parameter, value)
			return nil
		})
	}
	for _, one := range single {
		fs.Func(one.name, one.usage, func(typed string) error {
			if strings.TrimSpace(typed) == "" {
				return errors.New("a value is wanted")
			}
			f.values.Set(one.name, typed)
			return nil
		})
	}
	fs.BoolFunc("procedural", "include apologies, declarations and the like", func(typed string) error {
		f.values.Set("procedural", typed)
		return nil
	})
	f.json = fs.Bool("json", false, "print JSON, as /api/v1/search does")
	f.data = dataFlag(fs)
}

// flagOf is the flag that stands for a parameter of the search page.
func flagOf(parameter string) string {
	return strings.ReplaceAll(strings.TrimPrefix(parameter, "-"), "_", "-")
}

func runSearch(ctx context.Context, c command, args []string, std stdio) int {
	var f searchFlags
	fs := newFlags(c)
	f.add(fs)
	rest, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	q, err := f.query(strings.Join(rest, " "))
	if err != nil {
		return misuse(std, "search: %v", err)
	}
	s, err := openStore(*f.data)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	ix, err := index.Attach(ctx, s.indexDir(), index.Config{Source: s.catalogue, Notice: func(line string) { fmt.Fprintln(std.err, line) }})
	if err != nil {
		return failed(std, err)
	}
	defer ix.Close()
	res, err := ix.Search(ctx, q)
	if errors.Is(err, index.ErrBadCursor) {
		return misuse(std, "search: --cursor takes what an earlier search of the same order gave as next or prev")
	}
	if err != nil {
		return failed(std, err)
	}
	if *f.json {
		e := json.NewEncoder(std.out)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		err = e.Encode(server.SearchJSON("/api/v1/search", q, res))
	} else {
		err = printResults(std.out, q, res)
	}
	if err != nil {
		return failed(std, err)
	}
	return exitDone
}

// query is what the flags ask for, read as the page reads its address. Its
// errors are one line for whoever typed them.
func (f *searchFlags) query(text string) (archive.Query, error) {
	f.values.Set("q", text)
	for _, name := range []string{"from", "to"} {
		// A day may be written here in every way in which papers write it.
		if d, ok := ukdate.Parse(f.values.Get(name)); ok {
			f.values.Set(name, string(d))
		}
	}
	q, err := server.ReadQuery(f.values)
	var bad server.BadParameters
	if !errors.As(err, &bad) {
		return q, err
	}
	lines := make([]string, len(bad))
	for i, b := range bad {
		lines[i] = "--" + flagOf(b.Parameter) + " " + b.Detail
		if b.Parameter == "q" {
			lines[i] = "the query " + b.Detail
		}
	}
	return q, errors.New(strings.Join(lines, "; "))
}

// printResults shows results to a person.
func printResults(w io.Writer, q archive.Query, res archive.Results) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s", res.Total, map[bool]string{true: "result", false: "results"}[res.Total == 1])
	if res.Pages > 1 {
		fmt.Fprintf(&b, ", page %d of %d", res.Page, res.Pages)
	}
	b.WriteByte('\n')
	if res.Plain {
		fmt.Fprintf(&b, "Read as plain words: %s\n", res.Interpreted)
	} else if res.Interpreted != "" {
		fmt.Fprintf(&b, "Read as: %s\n", res.Interpreted)
	}
	if len(res.Related) > 0 {
		fmt.Fprintf(&b, "Also searched for: %s\n", strings.Join(res.Related, ", "))
	}
	if res.Suggestion != "" {
		fmt.Fprintf(&b, "Did you mean: %s\n", res.Suggestion)
	}
	on, off := "", ""
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		on, off = "\x1b[1m", "\x1b[0m"
	}
	first := (max(res.Page, 1) - 1) * cmp.Or(q.Limit, 10)
	for i, h := range server.SearchJSON("", q, res).Hits {
		fmt.Fprintf(&b, "\n%d. %s%s%s\n   %s\n", first+i+1, on, h.Title, off, about(h))
		for _, s := range h.Snippets {
			b.WriteString("   ")
			for _, p := range s.Parts {
				if p.Match {
					b.WriteString(on + p.Text + off)
				} else {
					b.WriteString(p.Text)
				}
			}
			if s.Page > 0 {
				fmt.Fprintf(&b, " (page %d)", s.Page)
			}
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "   %s\n", h.ID)
	}
	if _, err := io.WriteString(w, b.String()); err != nil || res.Total == 0 {
		return err
	}
	return printFacets(w, res.Facets)
}

// about is one line of what a hit is.
func about(h server.HitAnswer) string {
	parts := []string{h.Kind.Label(), h.Date.Long(), h.Committee, h.Council, h.Reference}
	if h.Number != "" {
		parts = append(parts, "item "+h.Number)
	}
	parts = append(parts, h.Outcome.Label(), h.Finding.Label())
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// facetsShown is how many values of a facet a person is shown.
const facetsShown = 5

func printFacets(w io.Writer, facets []archive.FacetCount) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t)
	for _, f := range facets {
		var values []string
		for i, v := range f.Values {
			if i == facetsShown {
				values = append(values, fmt.Sprintf("%d more", len(f.Values)-i))
				break
			}
			label := v.Label
			if label == "" {
				label = f.Facet.ValueLabel(v.Value)
			}
			values = append(values, fmt.Sprintf("%s %d", label, v.Count))
		}
		if len(f.Values) > 1 {
			fmt.Fprintf(t, "%s\t%s\n", f.Facet.Label(), strings.Join(values, ", "))
		}
	}
	return t.Flush()
}
