package server

import (
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
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
	"category", "subcategory", "remedies", "remedy_kinds", "remedy_amounts_gbp", "remedy_due", "remedy_statuses", "payment_total_gbp",
	"remedy_cases",
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
				told, err := s.told(r.Context(), h)
				if err != nil {
					return err
				}
				if err := out.Write(csvRow(origin, h, told)); err != nil {
					return err
				}
			}
			out.Flush()
			return out.Error()
		}, nil
	})
}

// told is what an export gives of a record beside its hit.
type told struct {
	Category, Subcategory string // of a finding, as published
	Remedies              []archive.Remedy
	Cases                 []string // that the record names
	PaymentTotalGBP       *float64 // of a finding
}

// told reads a record's remedies from the catalogue, where the hit says that
// there is something to read. A record that is gone since it was found has
// nothing to tell.
func (s *Server) told(ctx context.Context, h archive.Hit) (told, error) {
	if h.Kind != archive.KindFinding && h.Remedies == 0 {
		return told{}, nil
	}
	rec, err := s.publicRecord(ctx, string(h.ID))
	if errors.Is(err, archive.ErrNotFound) {
		return told{}, nil
	}
	if err != nil {
		return told{}, err
	}
	t := told{Remedies: archive.Remedies(rec), Cases: rec.About().CaseRefs}
	if f, ok := rec.(*archive.Finding); ok {
		t.Category, t.Subcategory, t.PaymentTotalGBP = f.Category, f.Subcategory, f.PaymentTotalGBP
	}
	return t, nil
}

// between parts the remedies of a record within a cell.
const between = " | "

// cells are the last columns of a row. A record's remedies stand in one cell,
// parted by between, in the same order and number in each column.
func (t told) cells() []string {
	each := func(f func(archive.Remedy) string) string {
		list, any := make([]string, 0, len(t.Remedies)), false
		for _, m := range t.Remedies {
			cell := strings.ReplaceAll(f(m), between, " / ")
			list, any = append(list, cell), any || cell != ""
		}
		if !any {
			return ""
		}
		return strings.Join(list, between)
	}
	return []string{
		t.Category, t.Subcategory,
		each(func(m archive.Remedy) string { return m.Text }),
		each(func(m archive.Remedy) string { return strings.Join(texts(m.Kinds), ";") }),
		each(func(m archive.Remedy) string { return sumCell(m.AmountGBP) }),
		each(func(m archive.Remedy) string { return cmp.Or(string(m.DueDate), m.Due) }),
		each(func(m archive.Remedy) string { return string(cmp.Or(m.Status, archive.StatusNotStated)) }),
		sumCell(t.PaymentTotalGBP),
		each(func(m archive.Remedy) string { return ownCase(m, t.Cases) }),
	}
}

// sumCell is a sum as a number of pounds, "" for none.
func sumCell(sum *float64) string {
	if sum == nil {
		return ""
	}
	return strconv.FormatFloat(*sum, 'f', -1, 64)
}

func csvRow(origin string, h archive.Hit, t told) []string {
	h = publicHit(h)
	pages := strings.Trim(strings.ReplaceAll(fmt.Sprint(h.Pages), " ", ";"), "[]")
	row := []string{
		string(h.ID), string(h.Kind), h.Title, h.Council, h.Committee, string(h.Date), h.Number, h.Reference,
		strings.Join(texts(h.Services), ";"), string(h.Outcome), string(h.Finding), h.Decision, fmt.Sprint(h.Procedural),
		string(h.Visibility), origin + hitURL(h), h.Source.URL, string(h.Source.SHA256), pages,
	}
	row = append(row, t.cells()...)
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

// An ExportAnswer is one line of an NDJSON export: what a search answers of
// the record, and its remedies.
type ExportAnswer struct {
	HitAnswer
	Category        string           `json:"category,omitempty"`
	Subcategory     string           `json:"subcategory,omitempty"`
	Remedies        []archive.Remedy `json:"remedies,omitempty"`
	PaymentTotalGBP *float64         `json:"payment_total_gbp,omitempty"`
}

func (s *Server) searchNDJSON(r *http.Request) (view, error) {
	return s.export(r, "application/x-ndjson", "moothall.ndjson", func(w io.Writer) (func([]archive.Hit) error, error) {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		return func(hits []archive.Hit) error {
			for _, h := range hits {
				t, err := s.told(r.Context(), h)
				if err != nil {
					return err
				}
				row := ExportAnswer{hitAnswer(h), t.Category, t.Subcategory, t.Remedies, t.PaymentTotalGBP}
				if err := out.Encode(row); err != nil {
					return err
				}
			}
			return nil
		}, nil
	})
}
