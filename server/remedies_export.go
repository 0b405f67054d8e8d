package server

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"

	"moothall/archive"
)

// remediesJSON is every row with the counts, or one page of them where the
// address names it.
func (s *Server) remediesJSON(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	if q.Limit > 0 || q.Page > 0 {
		return s.remediesAPI(r)
	}
	ask := s.remedyQuery(q)
	list, err := s.catalogue.Remedies(r.Context(), ask)
	if err != nil {
		return view{}, err
	}
	list.Pages = 1 // all of them on one
	body, err := json.Marshal(remediesAnswer("/remedies.json", q, list, ask.Today))
	if err != nil {
		return view{}, fmt.Errorf("server: remedies: %w", err)
	}
	before, after, _ := bytes.Cut(body, []byte(`"remedies":[]`))
	return s.remedyExport(q, "application/json", "", func(w io.Writer) remedyWriter {
		sent := 0
		return remedyWriter{
			begin: func() error { _, err := fmt.Fprintf(w, `%s"remedies":[`, before); return err },
			row: func(l archive.ListedRemedy) error {
				if sent++; sent > 1 {
					if _, err := w.Write([]byte(",")); err != nil {
						return err
					}
				}
				return plainEncoder(w).Encode(remedyAnswer(l, ask.Today))
			},
			end: func() error {
				if sent != list.Total {
					return fmt.Errorf("server: the list had %d rows and ended at %d", list.Total, sent)
				}
				_, err := fmt.Fprintf(w, "]%s\n", after)
				return err
			},
		}
	}), nil
}

func (s *Server) remediesNDJSON(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	today := s.today()
	return s.remedyExport(q, "application/x-ndjson", "remedies.ndjson", func(w io.Writer) remedyWriter {
		out := plainEncoder(w)
		return remedyWriter{row: func(l archive.ListedRemedy) error { return out.Encode(remedyAnswer(l, today)) }}
	}), nil
}

// remedyColumns are the columns of the list as a table. New ones go at the
// end.
var remedyColumns = []string{
	"what", "label", "text", "kinds", "amount_gbp", "per", "due", "due_date", "overdue", "addressed_to", "status", "evidence",
	"council", "committee", "date", "case_refs", "services", "finding", "kind", "id", "n", "title", "url", "page", "proof_url", "sha256",
	"case_ref",
}

func (s *Server) remediesCSV(r *http.Request) (view, error) {
	q, err := readRemedyQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	origin, today := s.origin(r), s.today()
	return s.remedyExport(q, "text/csv; charset=utf-8; header=present", "remedies.csv", func(w io.Writer) remedyWriter {
		out := csv.NewWriter(w)
		out.UseCRLF = true
		return remedyWriter{
			begin: func() error { return out.Write(remedyColumns) },
			row:   func(l archive.ListedRemedy) error { return out.Write(remedyCells(origin, remedyAnswer(l, today))) },
			end: func() error {
				out.Flush()
				return out.Error()
			},
		}
	}), nil
}

func remedyCells(origin string, a RemedyAnswer) []string {
	quote := ""
	if a.Evidence != nil {
		quote = a.Evidence.Quote
	}
	cells := []string{
		a.What, a.Label, a.Text, strings.Join(texts(a.Kinds), ";"), sumCell(a.AmountGBP), a.Per, a.Due, string(a.DueDate), strconv.FormatBool(a.Overdue),
		a.AddressedTo, string(a.Status), quote, a.Council, a.Committee, string(a.Date), strings.Join(a.CaseRefs, ";"), strings.Join(texts(a.Services), ";"),
		string(a.Finding), string(a.Kind), string(a.ID), strconv.Itoa(a.N), a.Title, origin + a.URL, "", "", string(a.SHA256),
		a.CaseRef,
	}
	if a.Page > 0 {
		cells[23] = strconv.Itoa(a.Page)
	}
	if a.ProofURL != "" {
		cells[24] = origin + a.ProofURL
	}
	for i, cell := range cells {
		cells[i] = plainCell(cell)
	}
	return cells
}

// plainEncoder writes JSON a line each, with no character made safe for HTML.
func plainEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// A remedyWriter writes rows in some form; begin and end may be nil.
type remedyWriter struct {
	begin, end func() error
	row        func(archive.ListedRemedy) error
}

// remedyExport is the list as a stream: every row, or the page that q names.
// Nothing is sent before the first row is there, so that what fails by then is
// still an error page.
func (s *Server) remedyExport(q archive.Query, media, name string, start func(io.Writer) remedyWriter) view {
	v := view{media: media}.with("Cache-Control", "no-cache")
	if name != "" {
		v = v.with("Content-Disposition", `attachment; filename="`+name+`"`)
	}
	v.stream = func(w http.ResponseWriter, req *http.Request) error {
		if req.Method == http.MethodHead {
			return nil
		}
		live := http.NewResponseController(w)
		out := start(w)
		begun, n := false, 0
		begin := func() error {
			if begun || out.begin == nil {
				return nil
			}
			begun = true
			return out.begin()
		}
		for row, err := range s.everyRemedy(req, q) {
			if err != nil {
				return err
			}
			if n%exportBatch == 0 {
				// The server's own deadline is for a page; each batch has as long.
				if err := live.SetWriteDeadline(time.Now().Add(2 * answerDeadline)); err != nil && !errors.Is(err, http.ErrNotSupported) {
					return err
				}
			}
			n++
			if err := begin(); err != nil {
				return err
			}
			if err := out.row(row); err != nil {
				return err
			}
		}
		if err := begin(); err != nil || out.end == nil {
			return err
		}
		return out.end()
	}
	return v
}

func (s *Server) everyRemedy(r *http.Request, q archive.Query) iter.Seq2[archive.ListedRemedy, error] {
	ask := s.remedyQuery(q)
	if q.Limit == 0 && q.Page == 0 {
		return s.catalogue.EveryRemedy(r.Context(), ask)
	}
	return func(yield func(archive.ListedRemedy, error) bool) {
		list, err := s.catalogue.Remedies(r.Context(), ask)
		if err != nil {
			yield(archive.ListedRemedy{}, err)
			return
		}
		for _, row := range list.Rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
