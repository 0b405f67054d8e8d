package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
)

// levied adds the services of a record, it where it is an item, that sets or asks for what councils levy
// through council tax, under whatever heading: a precept resolved under
// "Finance", or the year's revenue budget, which is what the tax is set for.
// Watching over a budget once it is set levies nothing. A precept is a parish's
// budget too.
func levied(h *archive.Head, it *archive.Item) {
	add := func(s archive.Service) {
		if !slices.Contains(h.Services, s) {
			h.Services = append(h.Services, s)
		}
	}
	if it != nil && len(it.Text) < longTalk && (precept.MatchString(it.Decision) || strings.Contains(it.Text, "recept") && asksPrecept.MatchString(it.Text)) || yearsBudget.MatchString(h.Title) && !budgetWatched.MatchString(h.Title) {
		add(archive.BenefitsAndTax)
	}
	if it != nil && precept.MatchString(it.Title) {
		add(archive.Corporate)
	}
}

// longTalk is how many bytes of a text tell of more than one decision: a
// chairman's report of the year's work names the precept among the rest.
const longTalk = 4000

var (
	precept       = regexp.MustCompile(`(?i)\bprecept\b`)
	asksPrecept   = regexp.MustCompile(`(?i)\b(?:resolved|agreed)\b[^.]{0,60}\bprecept\b`)
	yearsBudget   = regexp.MustCompile(`(?i)\brevenue (?:budgets?|estimates)\b(?: and\b.{0,40})? (?:for )?20\d\d|\bbudget (?:and|&) (?:council tax|precept)|\b(?:setting|draft) (?:of )?(?:the )?(?:revenue )?budget\b.{0,40}\b(?:council tax|precept)`)
	budgetWatched = regexp.MustCompile(`(?i)\b(?:monitor\w*|outturn|quarter\w*|q[1-4]|late changes|forecasts?|variations?|virements?|position|review)\b`)
)
