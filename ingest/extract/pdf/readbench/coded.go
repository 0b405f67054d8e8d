//go:build unix

package main

import (
	"strings"
	"unicode"

	"moothall/ingest/extract/pdf/quality"
)

// Some papers have a font without a map to letters on a few lines only. There
// pdftotext, mutool and PDFium agree on the numbers of the glyphs, "WKH
// &RXQFLO" for "the Council", and a reference made of them calls wrong what a
// person sees. So papers in which a line of the references is no language are
// known, and left out of one of the two comparisons for every reader alike.

const (
	linePairs = 14  // neighbours of letters it takes to judge a line
	lineGood  = 0.7 // share of them that are common, below which it is no language
)

// coded are the pages, from 0, on which at least two of the readings have a
// line that is no language.
func coded(readings [][]string) map[int]bool {
	votes := map[int]int{}
	for _, pages := range readings {
		for i, page := range pages {
			for line := range strings.SplitSeq(page, "\n") {
				if codes(line) {
					votes[i]++
					break
				}
			}
		}
	}
	out := map[int]bool{}
	for i, n := range votes {
		if n >= 2 {
			out[i] = true
		}
	}
	return out
}

// codes reports whether a line is numbers of glyphs: letters parted by control
// characters, or letters that are no language's.
func codes(line string) bool {
	controls, before := 0, 'x'
	for _, r := range line {
		if unicode.IsLetter(r) && (before < ' ' && before != '\t' || before == unicode.ReplacementChar) {
			controls++
		}
		before = r
	}
	share, n := quality.Share(line)
	return controls >= 2 || n >= linePairs && share < lineGood
}

// cutPages cuts a reading at its form feeds, one after every page.
func cutPages(text string) []string {
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}
