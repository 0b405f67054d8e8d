package server

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"moothall/archive"
)

// export is a list as a stream. The first batch is asked for before anything
// is sent, so that what is wrong with the address is still an error page.
func (s *Server) export(r *http.Request, media, name string, start func(io.Writer) (batch func([]archive.Hit) error, err error)) (view, error) {
	q, err := ReadQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	v := view{media: media}
	v = v.with("Content-Disposition", `attachment; filename="`+name+`"`).with("Cache-Control", "no-cache")
	v.stream = func(w http.ResponseWriter, req *http.Request) error {
		if req.Method == http.MethodHead {
			return nil
		}
		var batch func([]archive.Hit) error
		live := http.NewResponseController(w)
		return s.hits(req.Context(), q, func(hits []archive.Hit) error {
			// The server's own deadline is for a page; each batch has as long.
			if err := live.SetWriteDeadline(time.Now().Add(2 * answerDeadline)); err != nil && !errors.Is(err, http.ErrNotSupported) {
				return err
			}
			if batch == nil {
				if batch, err = start(w); err != nil {
					return err
				}
			}
			return batch(hits)
		})
	}
	return v, nil
}

// csvColumns are the columns of an export. New ones go at the end.
var csvColumns = []string{
	"id", "kind", "title", "council", "committee", "date", "item_number", "reference", "services", "outcome", "finding",
	"decision", "procedural", "visibility", "url", "source_url", "source_sha256", "pages",
}

func (s *Server) searchCSV(r *http.Request) (view, error) {
	origin := s.origin(r)
	return s.export(r, "text/csv; charset=utf-8; header=present", "moothall.csv", func(w io.Writer) (func([]archive.Hit) error, error) {
		out := csv.NewWriter(w)
		out.UseCRLF = true
		if err := out.Write(csvColumns); err != nil {
			return nil, err
		}
		return func(hits []archive.Hit) error {
			for _, h := range hits {
				if err := out.Write(csvRow(origin, h)); err != nil {
					return err
				}
			}
			out.Flush()
			return out.Error()
		}, nil
	})
}

func csvRow(origin string, h archive.Hit) []string {
	h = publicHit(h)
	pages := strings.Trim(strings.ReplaceAll(fmt.Sprint(h.Pages), " ", ";"), "[]")
	row := []string{
		string(h.ID), string(h.Kind), h.Title, h.Council, h.Committee, string(h.Date), h.Number, h.Reference,
		strings.Join(texts(h.Services), ";"), string(h.Outcome), string(h.Finding), h.Decision, fmt.Sprint(h.Procedural),
		string(h.Visibility), origin + hitURL(h), h.Source.URL, string(h.Source.SHA256), pages,
	}
	for i, cell := range row {
		row[i] = plainCell(cell)
	}
	return row
}

// plainCell keeps a spreadsheet from running a cell as a formula: whatever
// begins like one gets an apostrophe before it (OWASP, "CSV Injection").
func plainCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}

func (s *Server) searchNDJSON(r *http.Request) (view, error) {
	return s.export(r, "application/x-ndjson", "moothall.ndjson", func(w io.Writer) (func([]archive.Hit) error, error) {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		return func(hits []archive.Hit) error {
			for _, h := range hits {
				if err := out.Encode(hitAnswer(h)); err != nil {
					return err
				}
			}
			return nil
		}, nil
	})
}
