package classify

import (
	"regexp"

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
	f, isFinding := r.(*archive.Finding)
	it, isItem := r.(*archive.Item)
	if isFinding {
		if h.Services = ofCategory(f); h.Services != nil {
			return
		}
	}
	b := bodyOf(archive.Committee(r))
	title := normal(h.Title)
	switch {
	case isItem && (it.Procedural && !vessels.MatchString(title) || proceedings.MatchString(title)):
		h.Services = b.ownBusiness(title)
	case isItem && (it.Procedural || collections.MatchString(title)):
		vessel(h, b, title)
	case isItem && b.only != "" && b.only != archive.OtherService && b.whole && !pathOrder.MatchString(title), planningApplication(subjectTitle(h.Title), b):
		h.Services = []archive.Service{archive.Planning}
		if b.whole {
			h.Services[0] = b.only
		}
	default:
		weighAll(r, h, b)
	}
	levied(h, it)
	if len(h.Services) == 0 && isItem && it.Outcome != "" && !doubted(h, "services") { // of an agenda's entry nothing more is to be had
		doubtServices(h, byTooFew)
	}
}

// proceedings is a title that names the papers of a meeting, whose business
// they are not.
var proceedings = regexp.MustCompile(`^(?:approval|confirmation|acceptance|adoption|signing) of (?:the )?(?:\w+ )?minutes\b` +
	`|^(?:to )?(?:(?:approve|receive|adopt|confirm|note|accept|consider|sign)(?: and)? )*(?:the )?(?:draft )?(?:minutes|notes` +
	`|proceedings) of\b.*\b(?:committees?|panel|board|council|cabinet|meetings?)\b` +
	`|^[a-z ]+ (?:committee|panel|cabinet|board) \d{1,2}(?:st|nd|rd|th)? [a-z]+ (?:19|20)\d\d$`)

// weighed are a record's services by the points its words give them.
type weighed struct {
	score  map[archive.Service]float64
	titled map[archive.Service]float64 // of these, the title's
	byWord bool                        // a word that tells a service in a title only decided
}

// named reports whether the title settles for a service.
func (w weighed) named() bool {
	for _, n := range w.titled {
		if n >= inTitle {
			return true
		}
	}
	return false
}

// complaint is a title of an Ombudsman's case.
var complaint = regexp.MustCompile(`(?i)\bombudsman\b`)

// ofComplaint adds the points of words that tell a service in a title, for
// what a complaint is about is told in few words and its title names nobody
// but the Ombudsman: a decision, a report, an action plan say nothing then.
func (w weighed) ofComplaint(text string) {
	if w.titled[archive.Corporate] == 1 {
		w.score[archive.Corporate] -= 1
		w.titled[archive.Corporate] = 0
	}
	for i, n := range titleLexicon.count(text, bodyMost) {
		if s := titleTerms[i].service; s != archive.OtherService && s != archive.Corporate {
			w.score[s] += 2 * inBody * float64(n)
		}
	}
}

// onlyOther reports whether the title settles for no service with a name.
func (w weighed) onlyOther() bool {
	for s, n := range w.titled {
		if n >= inTitle && s != archive.OtherService && s != archive.Corporate {
			return false
		}
	}
	return true
}

// sold is what is done with a building whatever it was used for.
var sold = regexp.MustCompile(`(?i)\b(?:sale|disposal|acquisition|purchase) of\b`)

// weigh counts the words of each service in a title, a summary, a decision
// and a text.
func weigh(title, summary, decision, text string, b business) weighed {
	w := weighed{score: map[archive.Service]float64{}, titled: map[archive.Service]float64{}}
	inT, inS, inD, inB := serviceLexicon.count(title, 2), serviceLexicon.count(summary, 2), serviceLexicon.count(decision, 2), serviceLexicon.count(text, 3*bodyMost)
	leans := 0.0
	for i, t := range serviceTerms {
		if t.service == archive.Corporate && t.points < 3 { // every text has a report, a policy, a committee
			leans += float64(inT[i])
			continue
		}
		if inT[i] > 0 {
			w.titled[t.service] += inTitle * t.points / 3 * float64(inT[i])
		}
		w.score[t.service] += t.points / 3 * (inSummary*float64(inS[i]) + inDecision*float64(inD[i]) + inBody*often(inB[i]))
	}
	if !w.named() {
		for i, n := range titleLexicon.count(title, 1) {
			if n > 0 {
				w.titled[titleTerms[i].service] = inTitle
				w.byWord = true
			}
		}
	}
	if named(w.titled) || b.only != "" && b.only != archive.Corporate && b.only != archive.OtherService { // "Schools' budget outturn" is about schools
		if n := mannerLexicon.count(title, 2)[0]; n > 0 && !(w.onlyOther() && sold.MatchString(title)) {
			w.titled[archive.Corporate] = max(0, w.titled[archive.Corporate]-inTitle*float64(n))
		}
	}
	if leans > 0 && w.titled[archive.Corporate] < 1 && !named(w.titled) {
		w.titled[archive.Corporate] = 1
	}
	for s, n := range w.titled {
		w.score[s] += n
	}
	if w.named() { // what the text names in passing does not rival the title
		for s := range w.score {
			if w.titled[s] == 0 {
				w.score[s] *= 0.45
			}
		}
	}
	return w
}

// weighAll states what a record's words and its body's name say it is about.
func weighAll(r archive.Record, h *archive.Head, b business) {
	title, decision := h.Title, ""
	switch r := r.(type) {
	case *archive.Item:
		decision = r.Decision
	case *archive.Finding:
		title = r.Category + " " + r.Subcategory + " " + r.Title
	}
	text := subject(h.Text)
	w := weigh(subjectTitle(title), subject(h.Summary), subject(decision), text, b)
	if complaint.MatchString(title) || h.Kind == archive.KindFinding {
		w.ofComplaint(text)
	}
	b.weigh(w)
	choose(h, w, b)
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

// planningApplication reports whether a title names one application. Whatever
// is to be built, the matter is planning.
func planningApplication(title string, b business) bool {
	return planningReference.MatchString(title) || b.prior[archive.Planning] > 0 && bareReference.MatchString(title)
}

// A planning application's number says its kind: 21/01145/FUL, R/54/135F. One
// without (2023/0912) may be any decision's, but not before a planning committee.
var (
	planningReference = regexp.MustCompile(`\b\d{2,4}/\d{3,5}/[A-Z]{1,8}\b|\b[A-Z]{2,3}/\d{2,4}/\d{3,5}\b|\b[A-Z]/20\d\d/\d{3,5}\b|(?i:\bapplication)s?(?i: no\.?| number)? \d{2,4}/\d{3,5}\b|\b[A-Z]{1,3}/\d{2,4}/\d{1,5}[A-Z]\b`)
	bareReference     = regexp.MustCompile(`\b(?:\d{2}|20\d{2})/\d{3,5}\b`)
)

// often weighs how many times a text names a thing: fully up to bodyMost, and
// then a little, so that of two the one it speaks of more comes first.
func often(n int) float64 {
	return float64(min(n, bodyMost)) + 0.25*float64(max(n-bodyMost, 0))
}
