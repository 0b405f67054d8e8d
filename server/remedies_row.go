package server

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"moothall/archive"
)

// publicRemedy is a row as anybody may see it: contact details masked.
func publicRemedy(l archive.ListedRemedy) archive.ListedRemedy {
	l.Remedy = maskRemedies([]archive.Remedy{l.Remedy})[0]
	mask(&l.Title)
	return l
}

// ownCase is the case that a remedy is of, where its record names others too.
func ownCase(m archive.Remedy, cases []string) string {
	if len(cases) == 1 && cases[0] == m.CaseRef {
		return ""
	}
	return m.CaseRef
}

// listedRemedyURL is where a row stands on the page of its record.
func listedRemedyURL(l archive.ListedRemedy) string {
	return recordURL(l.Kind, l.ID) + "#" + l.What + "-" + strconv.Itoa(l.N)
}

// proof is the page of the paper with the words that prove a row's status, or
// with the row itself, its telling words marked; without a page the paper.
func proof(l archive.ListedRemedy) (page int, href string) {
	said := l.Text
	page = l.Page
	if l.Evidence != nil {
		said, page = l.Evidence.Quote, cmp.Or(l.Evidence.Page, page)
	}
	if page == 0 && l.Pages == 1 {
		page = 1
	}
	if l.Paper == "" {
		return 0, ""
	}
	if page == 0 {
		return 0, withText("/documents/"+string(l.Paper)+"/pages", tellingWords(said, 3))
	}
	return page, withText(pageURL(l.Paper, page), tellingWords(said, 8))
}

// tellingWords are at most n words of a sentence by which it is found on its
// page: the first of those that are long enough not to stand everywhere.
func tellingWords(text string, n int) string {
	var words []string
	for _, w := range splitWords(strings.ReplaceAll(text, archive.Withheld, "")) {
		if utf8.RuneCountInString(w) > 5 && !slices.Contains(words, w) && len(words) < n {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// mostWords is how much of a row's text stands in the list, in characters; its
// record has all of it.
const mostWords = 600

// A remedyLine is one row of the list.
type remedyLine struct {
	What, Label string
	Parts       []archive.Part
	Facts       []string // kinds, sum, addressee
	Due         *dateView
	DueSaid     string // in the paper's words, where they are others
	Overdue     bool
	Status      *tag      // nil of a recommendation
	Meeting     *textLink // that the recommendation was put to, where it is known
	Evidence    []archive.Part
	Proof       *textLink

	Record  textLink
	Kind    string
	Council *textLink // nil where the title says it
	Where   []string  // committee, case
	Date    *dateView
}

// newRemedyLine draws a row, the words of text marked.
func newRemedyLine(l archive.ListedRemedy, text string, today archive.Date) remedyLine {
	l = publicRemedy(l)
	rd := reader{terms: terms(text)}
	line := remedyLine{
		What: archive.FacetWhat.ValueLabel(l.What), Label: strings.Trim(l.Label, "()."), Parts: rd.parts(shortened(l.Text, mostWords)),
		Due: newDate(l.Due()), Overdue: l.Overdue(today),
		Record: textLink{cmp.Or(l.Title, "Without a title"), listedRemedyURL(l)}, Kind: l.Kind.Label(), Date: newDate(l.Date),
	}
	if l.Council != "" && !strings.Contains(l.Title, l.Council) {
		line.Council = &textLink{l.Council, "/councils/" + archive.CouncilSlug(l.Council)}
	}
	cases := l.CaseRefs[:min(len(l.CaseRefs), mostCases)]
	if own := ownCase(l.Remedy, l.CaseRefs); own != "" {
		cases = []string{own}
	}
	for _, fact := range append([]string{l.Committee}, cases...) {
		if fact != "" && !strings.Contains(l.Title, fact) {
			line.Where = append(line.Where, fact)
		}
	}
	for _, k := range l.Kinds {
		line.Facts = append(line.Facts, k.Label())
	}
	if l.AmountGBP != nil {
		line.Facts = append(line.Facts, strings.TrimSpace(pounds(*l.AmountGBP)+" "+prefixed("a ", l.Per)))
	}
	if l.AddressedTo != "" {
		line.Facts = append(line.Facts, "for "+l.AddressedTo)
	}
	if day := l.Due(); archive.Date(l.Remedy.Due) != day && (day == "" || !strings.HasSuffix(l.Remedy.Due, day.Long())) {
		line.DueSaid = l.Remedy.Due
	}
	if l.What == archive.WhatRemedy {
		line.Status = &tag{"Status", l.Status.Label(), "status-" + string(l.Status)}
	} else if l.Committee != "" && l.Date != "" {
		// A record of a meeting stands under the meeting's own ID.
		line.Meeting = &textLink{meetingName(l.Committee, l.Date), "/meetings/" + string(l.ID[:max(strings.LastIndexByte(string(l.ID), '/'), 0)])}
	}
	if l.Evidence != nil {
		line.Evidence = rd.parts(shortened(l.Evidence.Quote, mostWords))
	}
	if page, href := proof(l); href != "" {
		line.Proof = &textLink{"The paper", href}
		if page > 0 {
			line.Proof.Text = "Page " + strconv.Itoa(page)
		}
	}
	return line
}
