package server

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"moothall/archive"
)

// shownValues is how many values of a facet are shown before "show all".
const shownValues = 8

// A chip is one filter that is on; its address is the search without it.
type chip struct{ Name, Value, Href string }

// A facetView is one group of filters.
type facetView struct {
	Name, Label string
	Open        bool
	Chosen      string // "2 selected", or ""
	Values      []facetValueView
	Without     []textLink // the search without one of the values shown
	All         *textLink
	Less        *textLink
}

// A facetValueView is one tick-box.
type facetValueView struct {
	ID, Value, Label, Count string
	Selected                bool
	NotStated, Excluded     bool
}

// chips are the filters of a list that are on, in the order of the facets.
func chips(path string, facets []archive.Facet, q archive.Query, counts []archive.FacetCount) []chip {
	labels := map[archive.Facet]map[string]string{}
	for _, f := range counts {
		labels[f.Facet] = map[string]string{}
		for _, v := range f.Values {
			labels[f.Facet][v.Value] = v.Label
		}
	}
	name := func(f archive.Facet, value string) string {
		return cmp.Or(labels[f][value], f.ValueLabel(value))
	}
	var out []chip
	for _, f := range facets {
		for _, value := range q.Filters[f].Any {
			out = append(out, chip{f.Label(), name(f, value), address(path, with(q, f, value))})
		}
		for _, value := range q.Filters[f].Not {
			out = append(out, chip{"Without " + strings.ToLower(f.Label()), name(f, value), address(path, withoutExcluded(q, f, value))})
		}
	}
	if q.From != "" {
		to := firstPage(q)
		to.From = ""
		out = append(out, chip{"From", q.From.Long(), address(path, to)})
	}
	if q.To != "" {
		to := firstPage(q)
		to.To = ""
		out = append(out, chip{"To", q.To.Long(), address(path, to)})
	}
	if q.Procedural {
		to := firstPage(q)
		to.Procedural = false
		out = append(out, chip{"With", "procedural items", address(path, to)})
	}
	return out
}

// newFacetView shows the most frequent values, all that are chosen however
// rare, and "not stated" last.
func newFacetView(path string, q archive.Query, f archive.FacetCount, all string) facetView {
	name := string(f.Facet)
	v := facetView{Name: name, Label: f.Facet.Label()}
	chosen := q.Filters[f.Facet].Any
	values := slices.Clone(f.Values)
	for _, c := range chosen {
		if !slices.ContainsFunc(values, func(x archive.FacetValue) bool { return x.Value == c }) {
			values = append(values, archive.FacetValue{Value: c})
		}
	}
	slices.SortStableFunc(values, func(a, b archive.FacetValue) int {
		return cmp.Compare(rank(a), rank(b))
	})
	shown, hiddenValues := 0, 0
	for _, x := range values {
		selected := slices.Contains(chosen, x.Value)
		if all != name && shown >= shownValues && !selected && x.Value != archive.NotStated {
			hiddenValues++
			continue
		}
		shown++
		v.Values = append(v.Values, facetValueView{
			ID: name + "-" + strings.ReplaceAll(x.Value, "/", "-"), Value: x.Value, Label: valueLabel(f.Facet, x),
			Count: thousands(x.Count), Selected: selected, NotStated: x.Value == archive.NotStated,
			Excluded: slices.Contains(q.Filters[f.Facet].Not, x.Value),
		})
		if last := v.Values[len(v.Values)-1]; !selected && !last.Excluded && x.Count > 0 {
			less := firstPage(q)
			narrow(&less, f.Facet, x.Value, true)
			v.Without = append(v.Without, textLink{last.Label, address(path, less)})
		}
	}
	if len(v.Without) < 2 {
		v.Without = nil // without its only value there is nothing
	}
	if len(chosen) > 0 {
		v.Chosen = thousands(len(chosen)) + " selected"
	}
	if hiddenValues > 0 {
		v.All = &textLink{fmt.Sprintf("Show all %s", thousands(len(values))), addAll(address(path, firstPage(q)), name) + "#facet-" + name}
	} else if all == name {
		v.Less = &textLink{"Show fewer", address(path, firstPage(q)) + "#facet-" + name}
	}
	v.Open = len(chosen) > 0 || all == name || f.Facet == archive.FacetKind || f.Facet == archive.FacetCouncil || f.Facet == archive.FacetCommittee ||
		f.Facet == archive.FacetService || f.Facet == archive.FacetOutcome || f.Facet == archive.FacetFinding || f.Facet == archive.FacetRemedyStatus ||
		f.Facet == archive.FacetWhat || f.Facet == archive.FacetRemedyKind
	return v
}

// rank puts "not stated" after everything else.
func rank(v archive.FacetValue) int {
	if v.Value == archive.NotStated {
		return 1
	}
	return 0
}

func addAll(href, facet string) string {
	if strings.Contains(href, "?") {
		return href + "&all=" + facet
	}
	return href + "?all=" + facet
}
