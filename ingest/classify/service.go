package classify

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"moothall/archive"
)

// Weights of where a term stands. A title is written to say what the matter
// is; a long debate names many things in passing.
const (
	inTitle     = 3.0
	inDecision  = 0.8
	inSummary   = 1.0
	inBody      = 0.5
	bodyMost    = 4   // times a term counts fully in the body
	inCommittee = 2.4 // a body of one business; of several, a part each
	enough      = 3.0 // points for a service to be stated
	ofTop       = 0.5 // and its share of the highest
)

// services fills what services a record is about. Procedural items are the
// committee's own business, and corporate where the committee has no business
// of its own. Where nothing is said clearly enough none is stated.
func services(r archive.Record) {
	h := r.About()
	if len(h.Services) > 0 {
		serviceParts(r)
		return
	}
	defer serviceParts(r)
	committee := archive.Committee(r)
	prior := committeePrior(committee)
	proc := false
	decision := ""
	summary := h.Summary
	title := h.Title
	var it *archive.Item
	switch r := r.(type) {
	case *archive.Item:
		it = r
		proc = r.Procedural
		decision = r.Decision
	case *archive.Finding:
		if h.Services = ofCategory(r); h.Services != nil {
			return
		}
		title = r.Category + " " + r.Subcategory + " " + r.Title
	}
	vessel := proc && vessels.MatchString(normal(h.Title))
	if proc && !vessel {
		h.Services = ownBusiness(prior)
		return
	}
	if vessel {
		title = ""
	}
	if planningApplication(title, prior) {
		h.Services = []archive.Service{archive.Planning}
		return
	}
	score := map[archive.Service]float64{}
	titled := map[archive.Service]float64{}
	body := subject(h.Text)
	summary = subject(summary)
	decision, title = subject(decision), subjectTitle(title)
	inT, inS, inD, inB := serviceLexicon.count(title, 2), serviceLexicon.count(summary, 2), serviceLexicon.count(decision, 2), serviceLexicon.count(body, 3*bodyMost)
	for i, t := range serviceTerms {
		if inT[i] > 0 {
			titled[t.service] += inTitle * t.points / 3 * float64(inT[i])
		}
		if t.service == archive.Corporate && t.points < 3 { // every text has a report, a policy, a committee
			continue
		}
		if vessel && t.service == archive.Corporate {
			continue
		}
		score[t.service] += t.points / 3 * (inSummary*float64(inS[i]) + inDecision*float64(inD[i]) + inBody*often(inB[i]))
	}
	for i, n := range titleLexicon.count(title, 1) {
		if s := titleTerms[i].service; n > 0 && titled[s] < inTitle && !named(titled) {
			titled[s] = inTitle
		}
	}
	if named(titled) { // "Schools' budget outturn" is about schools
		if n := mannerLexicon.count(title, 2)[0]; n > 0 {
			titled[archive.Corporate] = max(0, titled[archive.Corporate]-inTitle*float64(n))
		}
	}
	anyTitle := false
	for s, n := range titled {
		score[s] += n
		anyTitle = anyTitle || n >= inTitle
	}
	if anyTitle { // what the text names in passing does not rival the title
		for s := range score {
			if titled[s] == 0 {
				score[s] *= 0.45
			}
		}
	}
	top := 0.0
	for _, n := range score {
		top = max(top, n)
	}
	for s, n := range prior {
		score[s] += n
		if len(prior) == 1 { // a body of one business: its items are all of it
			score[s] = max(score[s], top*ofTop+0.01)
		}
	}
	choose(h, score, titled, anyTitle)
	if vessel && (len(h.Services) == 0 || h.Services[0] == archive.OtherService && (score[archive.OtherService] < 1 || len(h.Text) > manyThings)) {
		h.Services = ownBusiness(prior)
	}
	if levied(it, h.Title) && !slices.Contains(h.Services, archive.BenefitsAndTax) {
		h.Services = append(h.Services, archive.BenefitsAndTax)
	}
	if it != nil && precept.MatchString(h.Title) && !slices.Contains(h.Services, archive.Corporate) { // a parish's budget
		h.Services = append(h.Services, archive.Corporate)
	}
	if len(h.Services) == 0 && it != nil && it.Outcome != "" { // of an agenda's entry nothing more is to be had
		doubt(h, "services", 0.4, "too few words say what it is about, and it is left unstated")
	}
}

// named reports whether a title settles for one of the services people are
// served by. What is levied is the council's own business beside its tax.
func named(titled map[archive.Service]float64) bool {
	for s, n := range titled {
		if n >= inTitle && s != archive.Corporate && s != archive.BenefitsAndTax {
			return true
		}
	}
	return false
}

// manyThings is how many bytes of a vessel are about more than one thing.
const manyThings = 600

// planningApplication reports whether a title names one application. Whatever
// is to be built, the matter is planning.
func planningApplication(title string, prior map[archive.Service]float64) bool {
	return planningReference.MatchString(title) || prior[archive.Planning] > 0 && bareReference.MatchString(title)
}

// A planning application's number says its kind: 21/01145/FUL, R/54/135F. One
// without (2023/0912) may be any decision's, but not before a planning committee.
var (
	planningReference = regexp.MustCompile(`\b\d{2,4}/\d{3,5}/[A-Z]{2,5}\b|\b[A-Z]{1,3}/\d{2,4}/\d{1,5}[A-Z]\b`)
	bareReference     = regexp.MustCompile(`\b(?:\d{2}|20\d{2})/\d{3,5}\b`)
)

// vessels are the procedural items that hold whatever people bring: what
// they brought is what the item is about.
var vessels = regexp.MustCompile(`\b(?:public (?:participation|questions?|question time|forum|open forum|session)|open forum|question time|questions (?:from|by)|(?:any )?other (?:urgent |competent )?business|a ?o ?c ?b|aob|matters arising|matters of concern|petitions?|urgent (?:items?|business)|residents? (?:questions|concerns)|late items?)\b`)

// levied reports whether an item sets or asks for what councils levy through
// council tax, under whatever heading: a precept resolved under "Finance", or
// the year's revenue budget, which is what the tax is set for. Watching over a
// budget once it is set levies nothing.
func levied(it *archive.Item, title string) bool {
	return it != nil && (precept.MatchString(it.Decision) || strings.Contains(it.Text, "recept") && asksPrecept.MatchString(it.Text)) || yearsBudget.MatchString(title) && !budgetWatched.MatchString(title)
}

var (
	precept       = regexp.MustCompile(`(?i)\bprecept\b`)
	asksPrecept   = regexp.MustCompile(`(?i)\b(?:resolved|agreed)\b[^.]{0,60}\bprecept\b`)
	yearsBudget   = regexp.MustCompile(`(?i)\brevenue (?:budgets?|estimates)\b(?: and\b.{0,40})? (?:for )?20\d\d|\bbudget (?:and|&) (?:council tax|precept)|\b(?:setting|draft) (?:of )?(?:the )?(?:revenue )?budget\b.{0,40}\b(?:council tax|precept)`)
	budgetWatched = regexp.MustCompile(`(?i)\b(?:monitor\w*|outturn|quarter\w*|q[1-4]|late changes|forecasts?|variations?|virements?|position|review)\b`)
)

// often weighs how many times a text names a thing: fully up to bodyMost, and
// then a little, so that of two the one it speaks of more comes first.
func often(n int) float64 {
	return float64(min(n, bodyMost)) + 0.25*float64(max(n-bodyMost, 0))
}

// choose states the services that score enough, best first, and doubts those
// that only just do. One that the title names is not outweighed by another
// that the title names more often.
func choose(h *archive.Head, score, inTitles map[archive.Service]float64, titled bool) {
	type scored struct {
		s archive.Service
		n float64
	}
	var all []scored
	for _, s := range archive.Services {
		if score[s] > 0 {
			all = append(all, scored{s, score[s]})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].n > all[j].n })
	need := enough
	if !titled {
		need = 1.0
	}
	for _, a := range all {
		if a.n < need || a.n < ofTop*all[0].n && inTitles[a.s] < inTitle || len(h.Services) == 3 {
			break
		}
		if a.s == archive.OtherService && len(h.Services) > 0 {
			continue
		}
		if a.s == archive.Corporate && len(h.Services) > 0 && a.n < 0.8*all[0].n {
			continue
		}
		h.Services = append(h.Services, a.s)
	}
	if len(h.Services) == 0 && len(strings.Fields(h.Text)) >= 8 {
		h.Services = []archive.Service{archive.OtherService}
		doubt(h, "services", 0.57, "no service's words stand in it")
		return
	}
	if len(h.Services) > 0 && !titled {
		for _, b := range inPassing {
			if all[0].n < b.below {
				doubt(h, "services", b.confidence, "only words in passing name it")
				break
			}
		}
	}
}

// inPassing is how often services were right that no title names, by the
// points of the first; measured as sureOfOutcome is.
var inPassing = []struct{ below, confidence float64 }{{2.25, 0.67}, {3.75, 0.83}}

// committeePrior is what a body's name says of its items.
func committeePrior(committee string) map[archive.Service]float64 {
	prior := map[archive.Service]float64{}
	found := committeeLexicon.count(committee, 1)
	for i, c := range committeeServices {
		if found[i] > 0 {
			prior[c.service] = 1
		}
	}
	for s := range prior {
		prior[s] = inCommittee / float64(len(prior))
		if len(prior) == 1 {
			prior[s] = enough
		}
	}
	return prior
}

// ownBusiness is the service of a procedural item: that of a body with one
// service, whatever it has besides of those without a name (amenities, the
// economy).
func ownBusiness(prior map[archive.Service]float64) []archive.Service {
	var own []archive.Service
	for _, s := range archive.Services {
		if prior[s] > 0 && (s != archive.OtherService || len(prior) == 1) {
			own = append(own, s)
		}
	}
	if len(own) == 1 {
		return own
	}
	return []archive.Service{archive.Corporate}
}
