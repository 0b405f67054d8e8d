package server

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"moothall/archive"
)

// Bounds on what one request may ask.
const (
	maxText    = 1000   // characters of a search
	maxValues  = 100    // values of one facet
	maxLimit   = 100    // hits on one page
	maxReached = 10_000 // hits that page= can reach; cursors go on from there
	maxCursor  = 4096   // bytes of a cursor
)

// listParameters are what every list understands, in the order in which help
// shows them.
var listParameters = []string{
	"q", "kind", "council", "committee", "service", "outcome", "finding", "remedy_status", "year",
	"from", "to", "sort", "procedural", "page", "cursor", "limit",
}

// pageParameters are understood by the page alone and say nothing of what is
// asked for: "all" names a facet of which every value is to be shown.
var pageParameters = []string{"all"}

// ErrBadRequest is wrapped by every error about what a request asks.
var ErrBadRequest = errors.New("server: bad request")

// BadParameters says what is wrong with an address, a line for each parameter,
// in words meant for whoever wrote it.
type BadParameters []BadParameter

// A BadParameter is one parameter that could not be read, and what it may be.
type BadParameter struct {
	Parameter string `json:"parameter"`
	Detail    string `json:"detail"`
}

func (b BadParameters) Error() string {
	lines := make([]string, len(b))
	for i, p := range b {
		lines[i] = p.Parameter + ": " + p.Detail
	}
	return "server: bad request: " + strings.Join(lines, "; ")
}

// Is makes errors.Is(err, ErrBadRequest) true.
func (b BadParameters) Is(target error) bool { return target == ErrBadRequest }

// ReadQuery reads the query string of a list. It is the only place where an
// address becomes a Query; pages, feeds and the API share it. Empty values
// count as absent, since a form sends every field. An error is always
// BadParameters and names every parameter that is wrong; words in q are never
// an error.
func ReadQuery(v url.Values) (archive.Query, error) {
	var bad BadParameters
	complain := func(name, format string, a ...any) {
		bad = append(bad, BadParameter{name, fmt.Sprintf(format, a...)})
	}
	q := archive.Query{}
	for _, name := range sortedKeys(v) {
		values := nonEmpty(v[name])
		bare, not := strings.CutPrefix(name, "-")
		facet := archive.Facet(bare)
		switch {
		case slices.Contains(archive.Facets, facet):
			if len(values) > maxValues {
				complain(name, "is given %d times; the most is %d", len(values), maxValues)
				continue
			}
			for _, raw := range values {
				value, err := facetValue(facet, raw)
				if err != nil {
					complain(name, "%v", err)
					continue
				}
				narrow(&q, facet, value, not)
			}
			continue
		case ignored(name):
			continue
		case !slices.Contains(listParameters, name):
			complain(name, "is not a parameter; those are %s, and each facet with - before it", strings.Join(listParameters, ", "))
			continue
		}
		if len(values) == 0 {
			continue
		}
		if len(values) > 1 {
			complain(name, "may be given once")
			continue
		}
		var err error
		switch value := values[0]; name {
		case "q":
			q.Text, err = searchText(value)
		case "from":
			q.From, err = day(value, false)
		case "to":
			q.To, err = day(value, true)
		case "sort":
			q.Sort, err = sortOrder(value)
		case "procedural":
			q.Procedural, err = yesNo(value)
		case "limit":
			q.Limit, err = number(value, maxLimit)
		case "page":
			q.Page, err = number(value, maxReached)
		case "cursor":
			if q.Cursor = value; len(value) > maxCursor {
				err = errors.New("is not one that this server gave")
			}
		}
		if err != nil {
			complain(name, "%v", err)
		}
	}
	if q.From != "" && q.To != "" && q.From > q.To {
		complain("from", "is %s, after to, which is %s", q.From, q.To)
	}
	if size := cmp.Or(q.Limit, defaultLimit); q.Page > maxReached/size {
		complain("page", "goes past the %dth result; follow next, or narrow the dates, to go further", maxReached)
	}
	if len(bad) > 0 {
		return archive.Query{}, bad
	}
	return q, nil
}

// defaultLimit is how many hits a page has when nobody says.
const defaultLimit = 10

// facetValue reads one value of a facet. Councils and committees may be given
// by name; those of the archive's own words are checked against them, and may
// be given as they are shown ("Not upheld") too.
func facetValue(facet archive.Facet, raw string) (string, error) {
	if archive.Slug(raw) == archive.Slug(archive.NotStated) {
		return archive.NotStated, nil
	}
	if len(raw) > 200 || !utf8.ValidString(raw) {
		return "", errors.New("is too long")
	}
	var allowed []string
	switch facet {
	case archive.FacetCouncil:
		return slugOrError(archive.CouncilSlug(raw), raw, "council")
	case archive.FacetCommittee:
		return slugOrError(archive.Slug(raw), raw, "committee")
	case archive.FacetYear:
		if n, err := strconv.Atoi(raw); err == nil && len(raw) == 4 && n >= 1800 && n < 2200 {
			return raw, nil
		}
		return "", fmt.Errorf("%q is not a year such as 2021", raw)
	case archive.FacetKind:
		allowed = texts(archive.Kinds)
	case archive.FacetOutcome:
		allowed = texts(archive.Outcomes)
	case archive.FacetFinding:
		allowed = texts(archive.Verdicts)
	case archive.FacetRemedyStatus:
		allowed = texts(archive.RemedyStatuses)
	case archive.FacetRemedyKind:
		allowed = texts(archive.RemedyKinds)
	case archive.FacetWhat:
		allowed = slices.Clone(archive.Whats)
	case archive.FacetService:
		allowed = texts(archive.Services)
	}
	whole, part, divided := strings.Cut(raw, "/")
	for _, known := range allowed {
		if slug := archive.Slug(whole); slug != archive.Slug(known) && slug != archive.Slug(facet.ValueLabel(known)) {
			continue
		}
		switch below := strings.ReplaceAll(archive.Slug(part), "-", "_"); {
		case !divided:
			return known, nil
		case facet == archive.FacetService && below != "":
			return known + "/" + below, nil
		}
	}
	if !slices.Contains(allowed, archive.NotStated) {
		allowed = append(allowed, archive.NotStated)
	}
	return "", fmt.Errorf("%q is none of %s", raw, strings.Join(allowed, ", "))
}

func slugOrError(slug, raw, what string) (string, error) {
	if slug == "" {
		return "", fmt.Errorf("%q is not the name of a %s", raw, what)
	}
	return slug, nil
}

func searchText(s string) (string, error) {
	if utf8.RuneCountInString(s) > maxText {
		return "", fmt.Errorf("is longer than %d characters", maxText)
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " "), nil
}

// dayForms are the ways a whole day may be written, day before month.
var dayForms = []string{time.DateOnly, "2/1/2006", "2-1-2006", "2.1.2006", "2 January 2006", "2 Jan 2006"}

// day reads a date. A month or a year alone is its first day, or its last
// where the end of a range is meant.
func day(s string, last bool) (archive.Date, error) {
	for _, form := range dayForms {
		if t, err := time.Parse(form, s); err == nil {
			return checked(t, s)
		}
	}
	for form, more := range map[string][2]int{"2006-01": {0, 1}, "2006": {1, 0}} {
		if t, err := time.Parse(form, s); err == nil {
			if last {
				t = t.AddDate(more[0], more[1], -1)
			}
			return checked(t, s)
		}
	}
	return "", badDay(s)
}

func checked(t time.Time, s string) (archive.Date, error) {
	if d := archive.Date(t.Format(time.DateOnly)); d.Valid() {
		return d, nil
	}
	return "", badDay(s)
}

func badDay(s string) error {
	return fmt.Errorf("%q is not a date such as 2021-07-22, 22/07/2021, 2021-07 or 2021", s)
}

func sortOrder(s string) (archive.Sort, error) {
	switch o := archive.Sort(s); o {
	case archive.SortRelevance, archive.SortNewest, archive.SortOldest:
		return o, nil
	}
	return "", fmt.Errorf("%q is none of relevance, newest, oldest", s)
}

func yesNo(s string) (bool, error) {
	switch strings.ToLower(s) {
	case "1", "true", "yes", "on":
		return true, nil
	case "0", "false", "no", "off":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither 1 nor 0", s)
}

func number(s string, most int) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > most {
		return 0, fmt.Errorf("%q is not a whole number from 1 to %d", s, most)
	}
	return n, nil
}

// ignored reports whether a parameter says nothing to us: the page's own, and
// the marks that mail programs and other sites put on links.
func ignored(name string) bool {
	return slices.Contains(pageParameters, name) || strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid"
}

func nonEmpty(values []string) []string {
	var out []string
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

func sortedKeys(v url.Values) []string {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
