package server

import (
	"net/url"
	"slices"
	"strconv"

	"moothall/archive"
)

// queryValues is the address of a query: ReadQuery of it gives q again.
func queryValues(q archive.Query) url.Values {
	v := url.Values{}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	set("q", q.Text)
	for facet, f := range q.Filters {
		for _, value := range f.Any {
			v.Add(string(facet), value)
		}
		for _, value := range f.Not {
			v.Add("-"+string(facet), value)
		}
	}
	set("from", string(q.From))
	set("to", string(q.To))
	set("sort", string(q.Sort))
	set("cursor", q.Cursor)
	if q.Procedural {
		v.Set("procedural", "1")
	}
	if q.Limit > 0 {
		v.Set("limit", strconv.Itoa(q.Limit))
	}
	if q.Page > 1 && q.Cursor == "" {
		v.Set("page", strconv.Itoa(q.Page))
	}
	return v
}

// address is path with the query's parameters, q first so that a person can
// read it.
func address(path string, q archive.Query) string {
	v := queryValues(q)
	text := v.Get("q")
	v.Del("q")
	rest := v.Encode()
	if text != "" {
		first := "q=" + url.QueryEscape(text)
		if rest == "" {
			return path + "?" + first
		}
		return path + "?" + first + "&" + rest
	}
	if rest == "" {
		return path
	}
	return path + "?" + rest
}

// narrow adds a value to one of q's filters, once.
func narrow(q *archive.Query, facet archive.Facet, value string, not bool) {
	if q.Filters == nil {
		q.Filters = map[archive.Facet]archive.Filter{}
	}
	f := q.Filters[facet]
	list := &f.Any
	if not {
		list = &f.Not
	}
	if !slices.Contains(*list, value) {
		*list = append(*list, value)
	}
	q.Filters[facet] = f
}

// with is q with a value chosen, or no longer chosen where it was; the result
// starts at the first page and shares nothing with q.
func with(q archive.Query, facet archive.Facet, value string) archive.Query {
	out := firstPage(q)
	f := out.Filters[facet]
	if i := slices.Index(f.Any, value); i >= 0 {
		f.Any = slices.Delete(f.Any, i, i+1)
	} else {
		f.Any = append(f.Any, value)
	}
	return withFilter(out, facet, f)
}

// withoutExcluded is q with a value no longer excluded.
func withoutExcluded(q archive.Query, facet archive.Facet, value string) archive.Query {
	out := firstPage(q)
	f := out.Filters[facet]
	f.Not = slices.DeleteFunc(f.Not, func(v string) bool { return v == value })
	return withFilter(out, facet, f)
}

// without is q with nothing asked of a facet.
func without(q archive.Query, facet archive.Facet) archive.Query {
	return withFilter(firstPage(q), facet, archive.Filter{})
}

// withFilter replaces one filter of a query that is already a copy.
func withFilter(q archive.Query, facet archive.Facet, f archive.Filter) archive.Query {
	if len(f.Any) == 0 && len(f.Not) == 0 {
		delete(q.Filters, facet)
	} else {
		if q.Filters == nil {
			q.Filters = map[archive.Facet]archive.Filter{}
		}
		q.Filters[facet] = f
	}
	return q
}

// firstPage is a deep copy of q at its beginning.
func firstPage(q archive.Query) archive.Query {
	q.Page, q.Cursor = 0, ""
	filters := make(map[archive.Facet]archive.Filter, len(q.Filters))
	for facet, f := range q.Filters {
		filters[facet] = archive.Filter{Any: slices.Clone(f.Any), Not: slices.Clone(f.Not)}
	}
	q.Filters = filters
	return q
}
