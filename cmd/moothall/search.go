package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
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
	summary: "Finds records, as the search page does",
	run:     runSearch,
}

// searchFlags are the flags of search as they were typed.
type searchFlags struct {
	values     map[archive.Facet]*list
	from, to   string
	sort       string
	limit      int
	page       int
	cursor     string
	procedural bool
	json       bool
	data       *string
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(v string) error { *l = append(*l, v); return nil }

func (f *searchFlags) add(fs *flag.FlagSet) {
	f.values = make(map[archive.Facet]*list)
	for _, facet := range archive.Facets {
		l := new(list)
		f.values[facet] = l
		name := strings.ReplaceAll(string(facet), "_", "-")
		fs.Var(l, name, "only this `"+name+"`; may be repeated, a \"-\" before the value leaves it out")
	}
	fs.StringVar(&f.from, "from", "", "not before this `day`")
	fs.StringVar(&f.to, "to", "", "not after this `day`")
	fs.StringVar(&f.sort, "sort", "", "`order`: relevance, newest or oldest")
	fs.IntVar(&f.limit, "limit", 10, "at most so many results, up to 100")
	fs.IntVar(&f.page, "page", 1, "which page of results")
	fs.StringVar(&f.cursor, "cursor", "", "go on from a result's next or prev")
	fs.BoolVar(&f.procedural, "procedural", false, "include apologies, declarations and the like")
	fs.BoolVar(&f.json, "json", false, "print JSON, as /api/v1/search does")
	f.data = dataFlag(fs)
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
	if f.json {
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

// query is what the flags ask for. Its errors are words for whoever typed
// them.
func (f *searchFlags) query(text string) (archive.Query, error) {
	q := archive.Query{
		Text: text, Procedural: f.procedural, Limit: f.limit, Page: f.page, Cursor: f.cursor,
		Filters: make(map[archive.Facet]archive.Filter),
	}
	var err error
	for _, facet := range archive.Facets {
		filter := archive.Filter{}
		for _, typed := range *f.values[facet] {
			value, not := strings.CutPrefix(typed, "-")
			value, err := facetValue(facet, value)
			if err != nil {
				return q, err
			}
			if not {
				filter.Not = append(filter.Not, value)
			} else {
				filter.Any = append(filter.Any, value)
			}
		}
		if len(filter.Any)+len(filter.Not) > 0 {
			q.Filters[facet] = filter
		}
	}
	if q.From, err = day("from", f.from); err != nil {
		return q, err
	}
	if q.To, err = day("to", f.to); err != nil {
		return q, err
	}
	if q.Sort = archive.Sort(f.sort); !slices.Contains([]archive.Sort{archive.SortDefault, archive.SortRelevance, archive.SortNewest, archive.SortOldest}, q.Sort) {
		return q, fmt.Errorf("--sort takes relevance, newest or oldest, not %q", f.sort)
	}
	if f.limit < 1 || f.limit > 100 {
		return q, errors.New("--limit takes a number from 1 to 100")
	}
	if f.page < 1 {
		return q, errors.New("--page takes a number from 1")
	}
	return q, nil
}

// facetValue is the value that a name or slug stands for.
func facetValue(f archive.Facet, typed string) (string, error) {
	if archive.Slug(typed) == archive.Slug(archive.NotStated) {
		return archive.NotStated, nil
	}
	switch f {
	case archive.FacetCouncil:
		return archive.CouncilSlug(typed), nil
	case archive.FacetCommittee:
		return archive.Slug(typed), nil
	case archive.FacetYear:
		return typed, nil
	}
	known := knownValues(f)
	whole, part, _ := strings.Cut(typed, "/")
	for _, k := range known {
		if archive.Slug(k) == archive.Slug(whole) || archive.Slug(f.ValueLabel(k)) == archive.Slug(whole) {
			if part != "" {
				k += "/" + strings.ReplaceAll(archive.Slug(part), "-", "_")
			}
			return k, nil
		}
	}
	return "", fmt.Errorf("--%s takes %s, or not_stated; not %q", strings.ReplaceAll(string(f), "_", "-"), strings.Join(known, ", "), typed)
}

func knownValues(f archive.Facet) []string {
	switch f {
	case archive.FacetKind:
		return namesOf(archive.Kinds)
	case archive.FacetService:
		return namesOf(archive.Services)
	case archive.FacetOutcome:
		return namesOf(archive.Outcomes)
	case archive.FacetFinding:
		return namesOf(archive.Verdicts)
	case archive.FacetRemedyStatus:
		return namesOf(archive.RemedyStatuses)
	}
	return nil
}

func namesOf[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func day(flag, typed string) (archive.Date, error) {
	if typed == "" {
		return "", nil
	}
	if d := archive.Date(typed); d.Valid() {
		return d, nil
	}
	if d, ok := ukdate.Parse(typed); ok {
		return d, nil
	}
	return "", fmt.Errorf("--%s takes a day, as 2021-07-22 or \"22 July 2021\"; not %q", flag, typed)
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
	first := (max(res.Page, 1) - 1) * max(q.Limit, 1)
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
