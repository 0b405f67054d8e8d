package catalogue

import (
	"database/sql"
	"errors"
	"strings"
	"time"
	"unicode"

	"moothall/archive"
)

// Which documents are versions of one paper.
//
// A council changes a paper in three ways, and each leaves another trace:
//
//   - The bytes at an address change. The address is the publisher's own name
//     for the paper, so what is there now is its newer version, whatever it
//     says.
//   - The bytes in a file change. A file's name says less: "minutes.pdf" may
//     be overwritten each month by another meeting's minutes. So the file's new
//     bytes are a newer version only where they tell of the same thing.
//   - A page that shows something as it stands (a meeting, a matter, a
//     finding) is saved again elsewhere. Such documents share their Work; the
//     one on which more is settled is the newer, then the one that came later.
//
// An older version keeps its bytes, its pages and its readings, but what it
// said is no longer shown. A document that is still what another place shows
// is not replaced because one file was.

// see keeps where a document was seen and works out what it replaces, or what
// replaces it. It reports whether any document was replaced or came back.
func (t *tx) see(key int64, e archive.Entry, checkWork bool) (turned bool, err error) {
	var affected []int64
	for _, place := range places(e) {
		changed, err := t.seeAt(place, key, e.Retrieved)
		if err != nil {
			return false, err
		}
		affected = append(affected, changed...)
	}
	if checkWork && e.Work != "" {
		changed, err := t.compareWork(key, e.Work)
		if err != nil {
			return false, err
		}
		affected = append(affected, changed...)
	}
	if len(affected) == 0 {
		return false, nil
	}
	var groups []string
	for _, doc := range affected {
		of, err := column[string](t, `SELECT DISTINCT grp FROM readings WHERE document = ?`, doc)
		if err != nil {
			return false, err
		}
		groups = append(groups, of...)
	}
	return true, t.settle(distinct(groups))
}

const (
	addressPlace = "address "
	pathPlace    = "path "
)

// places are the names of the places an entry was seen at.
func places(e archive.Entry) []string {
	var all []string
	if e.Address != "" {
		all = append(all, addressPlace+e.Address)
	}
	if e.Path != "" {
		all = append(all, pathPlace+e.Path)
	}
	return all
}

// seeAt makes the document the current one at a place. It gives the documents
// that were replaced or came back by that.
func (t *tx) seeAt(place string, key int64, when time.Time) (affected []int64, err error) {
	var before int64
	err = t.queryRow(`SELECT document FROM sightings WHERE place = ? AND current`, place).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	if before == key {
		return nil, nil
	}
	if err := t.exec(`UPDATE sightings SET current = 0 WHERE place = ? AND current`, place); err != nil {
		return nil, err
	}
	err = t.exec(`INSERT INTO sightings (place, document, seen, current) VALUES (?,?,?,1)
		ON CONFLICT (place, document) DO UPDATE SET current = 1`, place, key, timeText(when))
	if err != nil || before == 0 {
		return nil, err
	}
	replaced, err := t.replaces(place, key, before)
	if err != nil || !replaced {
		return nil, err
	}
	return t.replace(before, key)
}

// replaces reports whether the document now seen at a place is a newer version
// of the one before.
func (t *tx) replaces(place string, now, before int64) (bool, error) {
	if strings.HasPrefix(place, addressPlace) {
		return true, nil
	}
	var elsewhere bool
	err := t.queryRow(`SELECT EXISTS (SELECT 1 FROM sightings WHERE document = ? AND current)`, before).Scan(&elsewhere)
	if err != nil || elsewhere {
		return false, err
	}
	var shared bool
	err = t.queryRow(`SELECT EXISTS (SELECT 1 FROM readings a JOIN readings b ON b.document = ? AND b.id = a.id WHERE a.document = ?)`,
		now, before).Scan(&shared)
	if err != nil || shared {
		return shared, err
	}
	a, err := t.wordsOf(now)
	if err != nil {
		return false, err
	}
	b, err := t.wordsOf(before)
	if err != nil {
		return false, err
	}
	return len(a) == 0 || len(b) == 0 || jaccard(a, b) >= sameTelling, nil
}

// sameTelling is the share of two texts' distinct words that are common to
// both, from which they are taken to tell of the same thing. Two months'
// minutes from one template share about a third.
const sameTelling = 0.5

func (t *tx) wordsOf(key int64) (map[string]bool, error) {
	texts, err := column[string](t, `SELECT text FROM page_texts WHERE document = ?`, key)
	if err != nil {
		return nil, err
	}
	return wordSet(texts...), nil
}

// compareWork compares a document with the current others of its Work; the
// newest stays.
func (t *tx) compareWork(key int64, work string) (affected []int64, err error) {
	peers, err := column[int64](t, `
		SELECT id FROM documents WHERE work = ? AND (replaced_by IS NULL OR id = ?)
		ORDER BY stage DESC, retrieved DESC, sha256`, work, key)
	if err != nil || len(peers) < 2 {
		return nil, err
	}
	for _, older := range peers[1:] {
		changed, err := t.replace(older, peers[0])
		if err != nil {
			return nil, err
		}
		affected = append(affected, changed...)
	}
	return affected, nil
}

// replace marks a document as replaced by another, which is then current even
// if it had been replaced before: a paper may go back to what it was.
func (t *tx) replace(older, newer int64) (affected []int64, err error) {
	for _, step := range []struct {
		query string
		args  []any
		doc   int64
	}{
		{`UPDATE documents SET replaced_by = NULL WHERE id = ? AND replaced_by IS NOT NULL`, []any{newer}, newer},
		{`UPDATE documents SET replaced_by = ? WHERE id = ? AND replaced_by IS NOT ?`, []any{newer, older, newer}, older},
	} {
		res, err := t.result(step.query, step.args...)
		if err != nil {
			return nil, err
		}
		if n, err := res.RowsAffected(); err != nil {
			return nil, err
		} else if n > 0 {
			affected = append(affected, step.doc)
		}
	}
	return affected, nil
}

// stageOf is how far what a document tells of has come: 0 before anything is
// decided, 1 with draft minutes, 2 with final ones.
func stageOf(e archive.Entry) int {
	for _, r := range e.Records {
		if it, ok := r.(*archive.Item); ok && decided(it) {
			if e.Draft {
				return 1
			}
			return 2
		}
	}
	return 0
}

// decided reports whether an item says what a meeting did with it.
func decided(it *archive.Item) bool {
	return it.Decision != "" || it.Discussion != "" || len(it.Resolutions) > 0 || it.Outcome != "" && it.Outcome != archive.OutcomeNone
}

// wordSet is the distinct words of texts, in lower case.
func wordSet(texts ...string) map[string]bool {
	set := make(map[string]bool)
	for _, text := range texts {
		for w := range words(text) {
			set[w] = true
		}
	}
	return set
}

// words yields the runs of letters and digits in text, in lower case.
func words(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if !yield(strings.ToLower(w)) {
				return
			}
		}
	}
}

// jaccard is the share of the words of either set that are in both.
func jaccard(a, b map[string]bool) float64 {
	both := common(a, b)
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

func common(a, b map[string]bool) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}
