package ingest

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// A page left blank so that the next begins on a right-hand one says so, or
// has its number, and no more. Nobody looks for it: it makes no record, but
// its words are found with the record nearest to it.

// saysNothing reports whether a page has words and all of them are the note
// that it is blank or its number. Beside that note its running lines say
// nothing either.
func saysNothing(page extract.Page) bool {
	blank := false
	for _, b := range page.Blocks {
		text := strings.TrimSpace(parse.Printed(b))
		if parse.BlankPage(text) {
			blank = true
		} else if text != "" && !pageNumber.MatchString(text) {
			return false
		}
	}
	for _, l := range page.Running {
		blank = blank || parse.BlankPage(l)
	}
	return blank || !slices.ContainsFunc(page.Running, func(l string) bool {
		return !pageNumber.MatchString(strings.TrimSpace(l))
	})
}

var pageNumber = regexp.MustCompile(`^(?i:[-–—]?\s*(?:page )?\d{1,4}(?: of \d{1,4})?\s*[-–—]?)$`)

// nearest is the record on a page, else on the closest page before it or
// after; nil where there are none.
func nearest(page int, records []archive.Record) archive.Record {
	var best archive.Record
	least := 0
	for _, r := range records {
		if covers(r, page) {
			return r
		}
		for _, n := range r.About().Pages {
			if away := max(n-page, page-n); best == nil || away < least {
				best, least = r, away
			}
		}
	}
	return best
}

// giveBlank puts the words of a blank page to what is found of a record and
// not shown: left are its blocks that no record holds. A running line that the
// record has already is not put there again.
func giveBlank(r archive.Record, page extract.Page, left []extract.Block) {
	for _, b := range left {
		addLine(r.About(), parse.Printed(b))
	}
	for _, l := range page.Running {
		if !slices.Contains(strings.Split(r.About().Furniture, "\n"), l) {
			addLine(r.About(), l)
		}
	}
}
