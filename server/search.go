package server

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
)

// shownValues is how many values of a facet are shown before "show all".
const shownValues = 8

// searchPage is the search as a page. Parameters that cannot be read are said
// on the page itself, beside the form that can put them right.
func (s *Server) searchPage(r *http.Request) (view, error) {
	if prefersJSON(r) {
		return s.searchJSON(r)
	}
	values := r.URL.Query()
	q, err := ReadQuery(values)
	if err != nil {
		return s.searchMistake(r, values, err)
	}
	res, err := s.search.Search(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	v := newSearchView(q, res, values.Get("all"))
	if v.Hits, err = s.hitViews(r.Context(), q.Text, res.Hits); err != nil {
		return view{}, err
	}
	if res.Total == 0 {
		if v.Empty, err = s.emptyView(r.Context(), q); err != nil {
			return view{}, err
		}
	}
	f := frame{Title: v.WindowTitle, NoIndex: len(values) > 0, Body: v}
	for _, g := range v.Gets {
		f.Alternates = append(f.Alternates, alternate{g.Media, g.Title, g.Href})
	}
	page, err := s.render(r, "search.html", f)
	return page.with("Vary", "Accept"), err
}

// searchMistake is the search page with what was wrong and nothing found.
func (s *Server) searchMistake(r *http.Request, values url.Values, err error) (view, error) {
	bad, ok := err.(BadParameters)
	if !ok {
		return view{}, err
	}
	v := searchView{
		Text: values.Get("q"), From: values.Get("from"), To: values.Get("to"),
		Mistakes: bad, WindowTitle: "Mistake in the search", Sorts: sortChoices(archive.Query{}),
	}
	page, err := s.render(r, "search.html", frame{Title: v.WindowTitle, NoIndex: true, Body: v})
	page.status = http.StatusBadRequest
	return page, err
}

// A searchView is what search.html shows. Every number and address is ready.
type searchView struct {
	WindowTitle string
	Text        string
	Mistakes    []BadParameter

	Summary     string // "143 results"
	Where       string // "page 2 of 15", "" where there is one
	Interpreted string
	Plain       bool
	Related     []string
	Alone       string // the search for the words typed and no related ones
	Suggestion  *textLink

	Chips      []chip
	ClearAll   string
	Facets     []facetView
	Kept       []hidden // parameters the form must carry along
	From, To   string
	Procedural bool
	Sorts      []choice
	Filtered   bool

	Start int
	Hits  []hitView
	Pager *pager
	Gets  []form
	Call  string // the same search at the API
	Empty *emptyView
}

// A textLink is words with an address.
type textLink struct{ Text, Href string }

// A chip is one filter that is on; its address is the search without it.
type chip struct{ Name, Value, Href string }

// A hidden is a form field that is not shown.
type hidden struct{ Name, Value string }

// A choice is one entry of a select.
type choice struct {
	Value, Label string
	Selected     bool
}

// A form is the same results in another form.
type form struct{ Label, Media, Title, Href string }

// A facetView is one group of filters.
type facetView struct {
	Name, Label string
	Open        bool
	Chosen      string // "2 selected", or ""
	Values      []facetValueView
	Without     []textLink // the search without one of the values shown
	All         *textLink
	Less        *textLink
}

// A facetValueView is one tick-box.
type facetValueView struct {
	ID, Value, Label, Count string
	Selected                bool
	NotStated, Excluded     bool
}

// A hitView is one result.
type hitView struct {
	Title         []archive.Part
	Href          string
	Tags          []tag
	Facts         []string
	Date          *dateView
	Decision      string
	DecisionLabel string
	First         *snippetView
	More          []snippetView
	MoreLabel     string
	Exempt        bool
}

// A tag is a word or two in a box. Sort is what is being told ("Ombudsman’s
// finding"), Word what it is, Look only how the box is drawn.
type tag struct{ Sort, Word, Look string }

// A dateView is a day for people and for programs.
type dateView struct{ ISO, Long string }

// A snippetView is a piece of the text with where it stands.
type snippetView struct {
	Parts []archive.Part
	Page  *textLink
	Field string
	Lang  string
}

func newSearchView(q archive.Query, res archive.Results, all string) searchView {
	v := searchView{
		Text: q.Text, From: string(q.From), To: string(q.To), Procedural: q.Procedural,
		Summary:     count(res.Total, "result", "results"),
		Interpreted: res.Interpreted, Plain: res.Plain, Related: res.Related,
		Chips: chips("/search", archive.Facets, q, res.Facets), Sorts: sortChoices(q), Gets: forms(q), Call: address("/api/v1/search", firstPage(q)),
		Start: 1,
	}
	if res.Pages > 1 && res.Page > 0 {
		v.Where = fmt.Sprintf("page %s of %s", thousands(res.Page), thousands(res.Pages))
		v.Start = (res.Page-1)*cmp.Or(q.Limit, defaultLimit) + 1
	}
	v.WindowTitle = windowTitle(q, v.Summary, v.Where)
	if len(v.Chips) > 0 {
		v.Filtered = true
		v.ClearAll = address("/search", archive.Query{Text: q.Text, Sort: q.Sort})
	}
	if len(res.Related) > 0 && !strings.ContainsAny(q.Text, `":()`) {
		own := firstPage(q)
		own.Text = `"` + strings.Join(strings.Fields(q.Text), `" "`) + `"`
		v.Alone = address("/search", own)
	}
	if res.Suggestion != "" && !slices.Equal(terms(res.Suggestion), terms(q.Text)) {
		try := firstPage(q)
		try.Text = res.Suggestion
		v.Suggestion = &textLink{res.Suggestion, address("/search", try)}
	}
	for _, f := range res.Facets {
		if fv := newFacetView("/search", q, f, all); len(fv.Values) > 0 {
			v.Facets = append(v.Facets, fv)
		}
	}
	for _, facet := range archive.Facets {
		for _, value := range q.Filters[facet].Not {
			v.Kept = append(v.Kept, hidden{"-" + string(facet), value})
		}
	}
	if q.Limit > 0 {
		v.Kept = append(v.Kept, hidden{"limit", strconv.Itoa(q.Limit)})
	}
	v.Pager = newPager(res.Page, res.Pages, min(res.Pages, maxReached/cmp.Or(q.Limit, defaultLimit)), func(page int) string {
		to := q
		to.Cursor, to.Page = "", page
		return address("/search", to)
	})
	return v
}

// windowTitle is "rent – 143 results (page 2 of 15)".
func windowTitle(q archive.Query, summary, where string) string {
	t := summary
	if where != "" {
		t += " (" + where + ")"
	}
	if q.Text != "" {
		return q.Text + " – " + t
	}
	return "Search – " + t
}

func sortChoices(q archive.Query) []choice {
	now := q.Sort
	if now == archive.SortDefault {
		now = archive.SortNewest
		if q.Text != "" {
			now = archive.SortRelevance
		}
	}
	var out []choice
	for _, c := range []choice{{"relevance", "Best match", false}, {"newest", "Newest first", false}, {"oldest", "Oldest first", false}} {
		c.Selected = c.Value == string(now)
		out = append(out, c)
	}
	return out
}

// chips are the filters of a list that are on, in the order of the facets.
func chips(path string, facets []archive.Facet, q archive.Query, counts []archive.FacetCount) []chip {
	labels := map[archive.Facet]map[string]string{}
	for _, f := range counts {
		labels[f.Facet] = map[string]string{}
		for _, v := range f.Values {
			labels[f.Facet][v.Value] = v.Label
		}
	}
	name := func(f archive.Facet, value string) string {
		return cmp.Or(labels[f][value], f.ValueLabel(value))
	}
	var out []chip
	for _, f := range facets {
		for _, value := range q.Filters[f].Any {
			out = append(out, chip{f.Label(), name(f, value), address(path, with(q, f, value))})
		}
		for _, value := range q.Filters[f].Not {
			out = append(out, chip{"Without " + strings.ToLower(f.Label()), name(f, value), address(path, withoutExcluded(q, f, value))})
		}
	}
	if q.From != "" {
		to := firstPage(q)
		to.From = ""
		out = append(out, chip{"From", q.From.Long(), address(path, to)})
	}
	if q.To != "" {
		to := firstPage(q)
		to.To = ""
		out = append(out, chip{"To", q.To.Long(), address(path, to)})
	}
	if q.Procedural {
		to := firstPage(q)
		to.Procedural = false
		out = append(out, chip{"With", "procedural items", address(path, to)})
	}
	return out
}

// newFacetView shows the most frequent values, all that are chosen however
// rare, and "not stated" last.
func newFacetView(path string, q archive.Query, f archive.FacetCount, all string) facetView {
	name := string(f.Facet)
	v := facetView{Name: name, Label: f.Facet.Label()}
	chosen := q.Filters[f.Facet].Any
	values := slices.Clone(f.Values)
	for _, c := range chosen {
		if !slices.ContainsFunc(values, func(x archive.FacetValue) bool { return x.Value == c }) {
			values = append(values, archive.FacetValue{Value: c})
		}
	}
	slices.SortStableFunc(values, func(a, b archive.FacetValue) int {
		return cmp.Compare(rank(a), rank(b))
	})
	shown, hiddenValues := 0, 0
	for _, x := range values {
		selected := slices.Contains(chosen, x.Value)
		if all != name && shown >= shownValues && !selected && x.Value != archive.NotStated {
			hiddenValues++
			continue
		}
		shown++
		v.Values = append(v.Values, facetValueView{
			ID: name + "-" + strings.ReplaceAll(x.Value, "/", "-"), Value: x.Value, Label: valueLabel(f.Facet, x),
			Count: thousands(x.Count), Selected: selected, NotStated: x.Value == archive.NotStated,
			Excluded: slices.Contains(q.Filters[f.Facet].Not, x.Value),
		})
		if last := v.Values[len(v.Values)-1]; !selected && !last.Excluded && x.Count > 0 {
			less := firstPage(q)
			narrow(&less, f.Facet, x.Value, true)
			v.Without = append(v.Without, textLink{last.Label, address(path, less)})
		}
	}
	if len(v.Without) < 2 {
		v.Without = nil // without its only value there is nothing
	}
	if len(chosen) > 0 {
		v.Chosen = thousands(len(chosen)) + " selected"
	}
	if hiddenValues > 0 {
		v.All = &textLink{fmt.Sprintf("Show all %s", thousands(len(values))), addAll(address(path, firstPage(q)), name) + "#facet-" + name}
	} else if all == name {
		v.Less = &textLink{"Show fewer", address(path, firstPage(q)) + "#facet-" + name}
	}
	v.Open = len(chosen) > 0 || all == name || f.Facet == archive.FacetKind || f.Facet == archive.FacetCouncil || f.Facet == archive.FacetCommittee ||
		f.Facet == archive.FacetService || f.Facet == archive.FacetOutcome || f.Facet == archive.FacetFinding || f.Facet == archive.FacetRemedyStatus ||
		f.Facet == archive.FacetWhat || f.Facet == archive.FacetRemedyKind
	return v
}

// rank puts "not stated" after everything else.
func rank(v archive.FacetValue) int {
	if v.Value == archive.NotStated {
		return 1
	}
	return 0
}

func addAll(href, facet string) string {
	if strings.Contains(href, "?") {
		return href + "&all=" + facet
	}
	return href + "?all=" + facet
}

// newHitView is one result as it is shown: the words found first, others of
// the same record folded away.
func newHitView(text string, h archive.Hit) hitView {
	h = publicHit(h)
	v := hitView{Title: mark(cmp.Or(h.Title, "Without a title"), terms(text)), Href: withText(hitURL(h), text), Exempt: h.Visibility == archive.Exempt}
	v.Tags = append(v.Tags, tag{"Kind", h.Kind.Label(), "kind"})
	if h.Outcome != "" {
		v.Tags = append(v.Tags, tag{"Meeting outcome", h.Outcome.Label(), "outcome"})
	}
	if h.Finding != "" {
		v.Tags = append(v.Tags, tag{"Ombudsman’s finding", h.Finding.Label(), "finding"})
	}
	if v.Exempt {
		v.Tags = append(v.Tags, tag{"Access", "Exempt", "exempt"})
	}
	if h.OCR {
		v.Tags = append(v.Tags, tag{"Text", "Read by OCR", "ocr"})
	}
	v.Date = newDate(h.Date)
	for _, fact := range []string{h.Council, h.Committee, prefixed("Item ", h.Number), prefixed("Reference ", h.Reference)} {
		if fact != "" {
			v.Facts = append(v.Facts, fact)
		}
	}
	quoted := false
	for _, sn := range h.Snippets {
		if sn.Field == "title" && joined(sn.Parts) == h.Title {
			v.Title = sn.Parts
			continue
		}
		if sn.Field == "text" {
			if strings.EqualFold(strings.TrimLeft(joined(sn.Parts), "0123456789./() "), h.Title) {
				v.Title = mark(h.Title, terms(text))
				continue // the heading is all there is
			}
			sn.Parts = withoutHeading(sn.Parts, h.Number, h.Title)
		}
		sv := snippetView{Parts: sn.Parts, Field: sn.Field, Lang: language(joined(sn.Parts))}
		if sn.Page > 0 && h.Source.SHA256 != "" {
			sv.Page = &textLink{fmt.Sprintf("page %d", sn.Page), withText(pageURL(h.Source.SHA256, sn.Page), text)}
		}
		quoted = quoted || sn.Field == "decision"
		if v.First == nil {
			v.First = &sv
		} else {
			v.More = append(v.More, sv)
		}
	}
	v.MoreLabel = count(len(v.More), "more match here", "more matches here")
	if !quoted && h.Decision != "" {
		v.Decision, v.DecisionLabel = shortened(h.Decision, 220), "Decision"
		if h.Kind == archive.KindReport {
			v.DecisionLabel = "Recommended"
		}
	}
	return v
}

// withoutHeading takes the item's number and title off the beginning of a
// snippet, which stands right under them; a snippet of little else is left as
// it is.
func withoutHeading(parts []archive.Part, number, title string) []archive.Part {
	words := joined(parts)
	for _, heading := range []string{title, number + " " + title} {
		if len(heading) < len(words)-20 && title != "" && strings.EqualFold(words[:len(heading)], heading) {
			return from(parts, len(heading))
		}
	}
	return parts
}

// from is parts from a byte of their text on, white space left out before it.
func from(parts []archive.Part, at int) []archive.Part {
	var out []archive.Part
	for _, p := range parts {
		if at >= len(p.Text) {
			at -= len(p.Text)
			continue
		}
		p.Text, at = p.Text[at:], 0
		if len(out) == 0 {
			if p.Text = strings.TrimLeft(p.Text, " .:–-"); p.Text == "" {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

func joined(parts []archive.Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func newDate(d archive.Date) *dateView {
	if long := d.Long(); long != "" {
		return &dateView{string(d), long}
	}
	return nil
}

// withText carries what was searched for on to a page, which marks it.
func withText(href, text string) string {
	if text == "" {
		return href
	}
	return href + "?q=" + url.QueryEscape(text)
}

// forms are the same results for other programs. Exports are of everything
// found, so they start at the beginning.
func forms(q archive.Query) []form {
	q = firstPage(q)
	q.Limit = 0
	return []form{
		{"Atom feed", "application/atom+xml", "New results of this search", address("/search.atom", q)},
		{"CSV", "text/csv", "These results as a table", address("/search.csv", q)},
		{"JSON", "application/json", "These results as JSON", address("/search.json", q)},
		{"NDJSON", "application/x-ndjson", "These results, a line each", address("/search.ndjson", q)},
	}
}

// A pager leads to the other pages of a list.
type pager struct {
	Prev, Next string
	Pages      []pageLink
}

// A pageLink is one page; without a number it stands for those left out.
type pageLink struct {
	Number  string
	Href    string
	Current bool
}

// newPager links the first and last page and those around this one. Only the
// first reach pages have an address. A list of one page has no pager.
func newPager(now, pages, reach int, href func(page int) string) *pager {
	if pages <= 1 || now < 1 {
		return nil
	}
	p := &pager{}
	if now > 1 {
		p.Prev = href(now - 1)
	}
	if now < reach {
		p.Next = href(now + 1)
	}
	left := 0
	for n := 1; n <= reach; n++ {
		if n != 1 && n != reach && (n < now-2 || n > now+2) {
			continue
		}
		if n > left+1 {
			p.Pages = append(p.Pages, pageLink{})
		}
		p.Pages = append(p.Pages, pageLink{thousands(n), href(n), n == now})
		left = n
	}
	return p
}

// An emptyView helps where nothing was found.
type emptyView struct {
	Drops    []dropView
	Coverage []coverageRow
}

// A dropView is the search without one filter, and what it would find.
type dropView struct{ Without, Count, Href string }

// reference is an Ombudsman's case among other words: "case 21-003-456".
var reference = regexp.MustCompile(`\b(\d{2})[ -]?(\d{3})[ -]?(\d{3})\b`)

// emptyView asks the search again with each filter left out.
func (s *Server) emptyView(ctx context.Context, q archive.Query) (*emptyView, error) {
	v := &emptyView{}
	try := func(without string, q archive.Query) error {
		q.Limit = 1
		q.HitsOnly = true
		res, err := s.search.Search(ctx, q)
		if err == nil && res.Total > 0 {
			q.Limit, q.HitsOnly = 0, false
			v.Drops = append(v.Drops, dropView{without, count(res.Total, "result", "results"), address("/search", q)})
		}
		return err
	}
	for _, f := range archive.Facets {
		if _, on := q.Filters[f]; on {
			if err := try(strings.ToLower(f.Label()), without(q, f)); err != nil {
				return nil, err
			}
		}
	}
	if q.From != "" || q.To != "" {
		open := firstPage(q)
		open.From, open.To = "", ""
		if err := try("dates", open); err != nil {
			return nil, err
		}
	}
	if !q.Procedural {
		open := firstPage(q)
		open.Procedural = true
		if err := try("leaving out procedural items", open); err != nil {
			return nil, err
		}
	}
	if m := reference.FindStringSubmatch(q.Text); m != nil && m[0] != strings.TrimSpace(q.Text) {
		alone := firstPage(q)
		alone.Text = strings.Join(m[1:], " ")
		if err := try("the words beside "+alone.Text, alone); err != nil {
			return nil, err
		}
	}
	if q.Text != "" && len(q.Filters) > 0 {
		if err := try("any filter", archive.Query{Text: q.Text}); err != nil {
			return nil, err
		}
	}
	c, err := s.catalogue.Coverage(ctx)
	v.Coverage = coverageRows(c)
	return v, err
}
