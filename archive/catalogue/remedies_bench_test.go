package catalogue

import (
	"fmt"
	"testing"
	"time"

	"moothall/archive"
)

// large is a catalogue of 100,000 records of 40 councils: 20,000 reports with
// three recommendations, 5,000 decisions with four remedies, and items. Its
// list of remedies has 80,000 rows.
func large(b *testing.B) *Catalogue {
	b.Helper()
	if testing.Short() {
		b.Skip("writing 100,000 records takes a minute")
	}
	c := open(b)
	todo := []string{"Apologise to the complainant", "Pay £300 for the distress", "Review its procedures for homelessness", "Train its officers in the law"}
	said := "The Cabinet considered the report and what officers said of it. "
	for len(said) < 1500 {
		said += said
	}
	var entries []archive.Entry
	for i := range recordsOfLarge {
		of := fmt.Sprintf("Council %d", i%40)
		when := archive.Date(time.Date(2015, 1, 1+i/40, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
		var r archive.Record
		switch {
		case i%5 == 0:
			rp := answer(fmt.Sprint("Report ", i), nil)
			rp.MeetingDate = when
			for j := range 3 {
				rp.Recommendations = append(rp.Recommendations, archive.Recommendation{Label: fmt.Sprint(j), Text: "That Cabinet agrees to " + todo[(i+j)%4]})
			}
			rp.ID = archive.ReportID(of, when, rp.Committee, rp.Title, "")
			r = rp
		case i%20 == 1:
			f := decision(fmt.Sprintf("%02d %03d %03d", 10+i%15, i/1000, i%1000), when)
			for j, text := range todo {
				f.Remedies = append(f.Remedies, remedy(text, archive.RemedyStatuses[(i/20+j)%7], when, archive.RemedyKinds[j]))
			}
			r = f
		default:
			it := item(fmt.Sprint(i), fmt.Sprint("Item ", i), "Agreed.")
			it.MeetingDate = when
			it.ID = archive.ItemID(of, when, it.Committee, it.ItemNumber, it.Title, "")
			r = it
		}
		head := r.About()
		head.Council, head.Text = of, said
		head.Services = []archive.Service{archive.Services[i%12]}
		entries = append(entries, paper(fmt.Sprint(i), 1, r))
		if len(entries) == 2000 {
			put(b, c, entries...)
			entries = nil
		}
	}
	return c
}

// recordsOfLarge is how many records the benchmark has.
const recordsOfLarge = 100_000

func BenchmarkRemedies(b *testing.B) {
	c := large(b)
	ask := func(q archive.Query) func(*testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				list, err := c.Remedies(b.Context(), archive.RemedyQuery{Today: "2024-01-01", Query: q})
				if err != nil || list.Total == 0 {
					b.Fatal(list.Total, err)
				}
			}
		}
	}
	one := func(f archive.Facet, value string) archive.Query {
		return archive.Query{Limit: 50, Filters: map[archive.Facet]archive.Filter{f: {Any: []string{value}}}}
	}
	b.Run("first page", ask(archive.Query{Limit: 50}))
	b.Run("open ones", ask(one(archive.FacetRemedyStatus, "open")))
	b.Run("of a council", ask(one(archive.FacetCouncil, "5")))
	b.Run("page 200", ask(archive.Query{Limit: 50, Page: 200}))
	b.Run("rare words", ask(archive.Query{Limit: 50, Text: "distress"}))
	b.Run("a common word", ask(archive.Query{Limit: 50, Text: "agrees"}))
	b.Run("after a change", func(b *testing.B) {
		for b.Loop() {
			c.remedies = nil
			if _, err := c.Remedies(b.Context(), archive.RemedyQuery{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("every row", func(b *testing.B) {
		for b.Loop() {
			for _, err := range c.EveryRemedy(b.Context(), archive.RemedyQuery{}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("by reading all records", func(b *testing.B) {
		for b.Loop() {
			rows := 0
			for after := uint64(0); ; {
				changes, err := c.Changes(b.Context(), after, 500)
				if err != nil {
					b.Fatal(err)
				}
				if len(changes) == 0 {
					break
				}
				for _, ch := range changes {
					rows += len(archive.ListRemedies(ch.Record))
				}
				after = changes[len(changes)-1].Seq
			}
			if rows != recordsOfLarge*4/5 {
				b.Fatal(rows)
			}
		}
	})
}
