package server

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
)

// A remedyView is one row of the table of remedies.
type remedyView struct {
	ID, Label string
	Parts     []archive.Part
	Facts     []string // kinds, sum, deadline, addressee, case
	Status    tag
	Evidence  []archive.Part
	Page      *textLink
}

// remedies says what was asked for and, where the paper does, what became of
// it. An Ombudsman's decision is written before anything could.
func (v *recordView) remedies(rd reader, rec archive.Record) {
	list := archive.Remedies(rec)
	var states string
	v.Remedies, states = remedyViews(rd, list)
	v.RemedyHeading = "Remedies and what became of them"
	v.RemedySummary = states + ". The status is what the paper says; the words that say so stand beside it."
	settled := func(x archive.Remedy) bool {
		return x.Status != "" && x.Status != archive.StatusNotStated || x.Evidence != nil
	}
	if rec.About().Kind == archive.KindFinding && !slices.ContainsFunc(list, settled) {
		v.RemediesOpen = true
		v.RemedyHeading = "What the Ombudsman asked for"
		v.RemedySummary = count(len(list), "action", "actions") + ". A decision is written before they are carried out, so what became of them can only stand in later papers."
	}
}

// remedyViews are the rows of the table, and what became of them in a line.
func remedyViews(rd reader, list []archive.Remedy) ([]remedyView, string) {
	var out []remedyView
	states := map[archive.RemedyStatus]int{}
	for i, x := range list {
		x.Status = cmp.Or(x.Status, archive.StatusNotStated)
		v := remedyView{
			ID: "remedy-" + strconv.Itoa(i+1), Label: cmp.Or(strings.Trim(x.Label, "()."), strconv.Itoa(i+1)), Parts: rd.parts(x.Text),
			Status: tag{"Status", x.Status.Label(), "status-" + string(x.Status)}, Page: rd.page(x.Page),
		}
		for _, k := range x.Kinds {
			v.Facts = append(v.Facts, k.Label())
		}
		if x.AmountGBP != nil {
			v.Facts = append(v.Facts, strings.TrimSpace(pounds(*x.AmountGBP)+" "+prefixed("a ", x.Per)))
		}
		if x.Due != "" {
			due := cmp.Or(archive.Date(x.Due).Long(), x.Due)
			if day := x.DueDate.Long(); day != "" && day != due {
				due += ", that is by " + day
			}
			v.Facts = append(v.Facts, "due: "+due)
		}
		if x.AddressedTo != "" {
			v.Facts = append(v.Facts, "for "+x.AddressedTo)
		}
		if own := ownCase(x, rd.head.CaseRefs); own != "" {
			v.Facts = append(v.Facts, "case "+own)
		}
		if x.Evidence != nil {
			v.Evidence = rd.parts(x.Evidence.Quote)
			if p := rd.page(x.Evidence.Page); p != nil {
				v.Page = p
			}
		}
		states[x.Status]++
		out = append(out, v)
	}
	var words []string
	for _, st := range archive.RemedyStatuses {
		if n := states[st]; n > 0 {
			words = append(words, strconv.Itoa(n)+" "+strings.ToLower(st.Label()))
		}
	}
	return out, listed(words)
}
