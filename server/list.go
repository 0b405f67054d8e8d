package server

import (
	"context"
	"fmt"
	"net/http"

	"moothall/archive"
)

const (
	// exportBatch is how many records an export asks for at a time.
	exportBatch = 100
	// exportMost is how many records one export may have.
	exportMost = 100_000
)

// searchJSON is results for programs, with the neighbouring pages in the Link
// header too.
func (s *Server) searchJSON(r *http.Request) (view, error) {
	q, err := ReadQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	res, err := s.search.Search(r.Context(), q)
	if err != nil {
		return view{}, err
	}
	path := r.URL.Path
	if path == "/search" {
		path = "/search.json"
	}
	a := SearchJSON(path, q, res)
	v, err := jsonView(a)
	return linked(v, a.Next, a.Prev).with("Link", `</api/openapi.json>; rel="service-desc"`), err
}

// neighbouring are the addresses of the pages after and before one of a list; nil
// where there is none.
func neighbouring(page, pages int, href func(page int) string) (next, prev *string) {
	if page < pages {
		next = orNull(href(page + 1))
	}
	if page > 1 {
		prev = orNull(href(page - 1))
	}
	return next, prev
}

// linked names the neighbouring pages in the Link header too (RFC 8288).
func linked(v view, next, prev *string) view {
	if next != nil {
		v = v.with("Link", "<"+*next+`>; rel="next"`)
	}
	if prev != nil {
		v = v.with("Link", "<"+*prev+`>; rel="prev"`)
	}
	return v
}

// hits walks through every hit of a query, batch by batch. Where the query
// itself names a part of the results (page, limit or cursor), that part is
// all.
func (s *Server) hits(ctx context.Context, q archive.Query, each func([]archive.Hit) error) error {
	part := q.Limit > 0 || q.Page > 0 || q.Cursor != ""
	q.HitsOnly = true
	if !part {
		q.Limit = exportBatch
	}
	for sent := 0; ; {
		batch, cancel := context.WithTimeout(ctx, answerDeadline)
		res, err := s.search.Search(batch, q)
		cancel()
		if err != nil {
			return err
		}
		if !part && res.Total > exportMost {
			return BadParameters{{"q", fmt.Sprintf("finds %s records; an export has at most %s: narrow the dates", thousands(res.Total), thousands(exportMost))}}
		}
		if err := each(res.Hits); err != nil {
			return err
		}
		sent += len(res.Hits)
		if part || res.Next == "" || len(res.Hits) == 0 {
			if !part && sent < res.Total {
				return fmt.Errorf("server: export of %d records ended at %d", res.Total, sent)
			}
			return nil
		}
		q.Cursor, q.Page = res.Next, 0
	}
}
