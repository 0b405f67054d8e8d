package server

import (
	"context"
	"regexp"
	"strings"

	"moothall/archive"
)

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
