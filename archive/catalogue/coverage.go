package catalogue

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"moothall/archive"
)

// counted is a Coverage as of a revision of the catalogue.
type counted struct {
	revision uint64
	coverage archive.Coverage
}

// Coverage says what is held, of whom and from when, and what could not be
// read. It counts as of one moment, and counts again only when something was
// written since, so the caller must not change what it is given.
func (c *Catalogue) Coverage(ctx context.Context) (archive.Coverage, error) {
	var revision uint64
	if err := c.read.QueryRowContext(ctx, `SELECT revision FROM state`).Scan(&revision); err != nil {
		return archive.Coverage{}, fmt.Errorf("catalogue: coverage: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.counted.revision == revision && revision > 0 {
		return c.counted.coverage, nil
	}
	// What is counted may be newer than the revision, never older.
	cov, err := c.count(ctx)
	if err == nil {
		c.counted = counted{revision, cov}
	}
	return cov, err
}

func (c *Catalogue) count(ctx context.Context) (archive.Coverage, error) {
	cov := archive.Coverage{Records: make(map[archive.Kind]int)}
	tx, err := c.read.BeginTx(ctx, nil)
	if err != nil {
		return cov, fmt.Errorf("catalogue: coverage: %w", err)
	}
	defer tx.Rollback() // nothing was written
	t := &view{tx, ctx}
	councils := make(map[string]*archive.CouncilCoverage)
	for _, step := range []func() error{
		func() error {
			return t.each(`SELECT seq FROM state`, nil, nil, &cov.Seq)
		},
		func() error {
			return t.each(`SELECT count(*), coalesce(max(retrieved), '') FROM documents`, nil, nil, &cov.Documents, timeColumn{&cov.LastRetrieved})
		},
		func() error { return t.councilRecords(councils, cov.Records) },
		func() error { return t.councilDocuments(councils) },
		func() error { return t.councilMeetings(councils, &cov.Meetings) },
		func() (err error) {
			cov.Unread, err = t.reasons(`SELECT unread, count(*) FROM documents WHERE unread <> '' GROUP BY 1 ORDER BY 2 DESC, 1`)
			return err
		},
		func() (err error) {
			cov.Skipped, err = t.reasons(`SELECT reason, count(*) FROM skips GROUP BY 1 ORDER BY 2 DESC, 1`)
			return err
		},
	} {
		if err := step(); err != nil {
			return cov, fmt.Errorf("catalogue: coverage: %w", err)
		}
	}
	for _, council := range councils {
		slices.SortFunc(council.Committees, byRecords)
		cov.Councils = append(cov.Councils, *council)
	}
	slices.SortFunc(cov.Councils, byLabel)
	return cov, nil
}

// byLabel orders councils by name, those without one last.
func byLabel(a, b archive.CouncilCoverage) int {
	if (a.Slug == "") != (b.Slug == "") {
		return cmp.Compare(len(b.Slug), len(a.Slug))
	}
	return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.Slug, b.Slug))
}

func byRecords(a, b archive.CommitteeCoverage) int {
	return cmp.Or(cmp.Compare(total(b.Records), total(a.Records)), strings.Compare(a.Slug, b.Slug))
}

func total(counts map[archive.Kind]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func (t *view) councilRecords(councils map[string]*archive.CouncilCoverage, all map[archive.Kind]int) error {
	var council, label, committee, body, from, to string
	var kind archive.Kind
	var n int
	// The commonest spelling of a name is the one shown; rows come by count.
	return t.each(`
		SELECT council, label, committee, body, kind, count(*) AS n,
			coalesce(min(nullif(date, '')), ''), coalesce(max(nullif(date, '')), '')
		FROM records WHERE record IS NOT NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY n DESC, label, body`, nil, func() {
		c := entry(councils, council)
		c.Label = or(c.Label, label)
		c.Records[kind] += n
		all[kind] += n
		c.From, c.To = widen(c.From, c.To, from, to)
		if committee == "" {
			return
		}
		b := committeeOf(c, committee)
		b.Label = or(b.Label, body)
		b.Records[kind] += n
		b.From, b.To = widen(b.From, b.To, from, to)
	}, &council, &label, &committee, &body, &kind, &n, &from, &to)
}

func (t *view) councilDocuments(councils map[string]*archive.CouncilCoverage) error {
	// A paper is counted under each council its records speak of; one of
	// which nothing is shown, under none.
	var council string
	c := archive.CouncilCoverage{}
	return t.each(`
		SELECT r.council, count(DISTINCT d.id), max(d.retrieved)
		FROM records r JOIN carriers c ON c.id = r.id JOIN documents d ON d.id = c.document GROUP BY 1`, nil, func() {
		entry(councils, council).Documents = c.Documents
		entry(councils, council).LastRetrieved = c.LastRetrieved
	}, &council, &c.Documents, timeColumn{&c.LastRetrieved})
}

func (t *view) councilMeetings(councils map[string]*archive.CouncilCoverage, all *int) error {
	var council, committee string
	var n int
	return t.each(`SELECT council, committee, count(*) FROM meetings GROUP BY 1, 2`, nil, func() {
		*all += n
		c := entry(councils, council)
		c.Meetings += n
		if committee != "" {
			committeeOf(c, committee).Meetings += n
		}
	}, &council, &committee, &n)
}

func (t *view) reasons(query string) ([]archive.ReasonCount, error) {
	var all []archive.ReasonCount
	var r archive.ReasonCount
	err := t.each(query, nil, func() { all = append(all, r) }, &r.Reason, &r.Count)
	return all, err
}

func entry(councils map[string]*archive.CouncilCoverage, slug string) *archive.CouncilCoverage {
	if councils[slug] == nil {
		councils[slug] = &archive.CouncilCoverage{Slug: slug, Records: make(map[archive.Kind]int)}
	}
	return councils[slug]
}

func committeeOf(c *archive.CouncilCoverage, slug string) *archive.CommitteeCoverage {
	i := slices.IndexFunc(c.Committees, func(b archive.CommitteeCoverage) bool { return b.Slug == slug })
	if i < 0 {
		i = len(c.Committees)
		c.Committees = append(c.Committees, archive.CommitteeCoverage{Slug: slug, Records: make(map[archive.Kind]int)})
	}
	return &c.Committees[i]
}

// widen takes a span of days into another.
func widen(from, to archive.Date, a, b string) (archive.Date, archive.Date) {
	if a != "" && (from == "" || archive.Date(a) < from) {
		from = archive.Date(a)
	}
	if archive.Date(b) > to {
		to = archive.Date(b)
	}
	return from, to
}
