package classify

import (
	"regexp"

	"moothall/archive"
)

// A business is what a committee's name says of the business before it.
type business struct {
	prior map[archive.Service]float64 // points its name gives each service
	only  archive.Service             // the one service it has, if it has one
	whole bool                        // whatever comes before it is that service's: applications, hearings
	joins bool                        // its items are of its service beside that of their title
}

// bodyOf reads a committee's name.
func bodyOf(committee string) business {
	b := business{prior: map[archive.Service]float64{}}
	found := committeeLexicon.count(committee, 1)
	for i, c := range committeeServices {
		if found[i] > 0 {
			b.prior[c.service] = 1
		}
	}
	for s := range b.prior {
		b.prior[s] = inCommittee / float64(len(b.prior))
		if len(b.prior) == 1 && (s != archive.OtherService || authority.MatchString(committee)) {
			b.prior[s] = enough
			b.only = s
		}
	}
	b.whole = b.only != "" && hears.MatchString(committee)
	b.joins = b.only != archive.Corporate && !directorate.MatchString(committee)
	return b
}

// authority is a body of a service without a name of its own; of others
// without one (amenities, the economy) the name says little.
var authority = regexp.MustCompile(`(?i)\b(?:fire|rescue|police|crime)\b`)

// hears is a body that is there for applications; a committee of regulation or
// regeneration has more before it.
var hears = regexp.MustCompile(`(?i)\b(?:planning|licensing|development (?:control|management|committee|panel))\b`)

// directorate is a body that looks after a large part of a council's work:
// roads and parks, children and schools. What its item's title names it is
// about, and not about the rest.
var directorate = regexp.MustCompile(`(?i)\b(?:environment|children(?:['’]s)?(?: services|,? (?:and|&) )|communit(?:y|ies)|place|people|regulat\w+|regeneration)\b`)

// pathOrder is what comes before a planning committee and is no application.
var pathOrder = regexp.MustCompile(`\b(?:(?:foot|bridle|public )paths?|rights? of way|bridleways?|byways?|definitive map|budgets?|audit|licen[cs]\w*|street (?:trading|naming|lighting)|traffic|speed\w*|bus(?:es)?)\b`)

// weigh adds to a record's points those of the body it came before.
func (b business) weigh(w weighed) {
	top, other := 0.0, false
	for s, n := range w.score {
		top = max(top, n)
		other = other || s != b.only && s != archive.Corporate && w.titled[s] >= inTitle
	}
	for s, n := range b.prior {
		if s == b.only && other && (!b.joins || b.whole && w.titled[archive.Licensing] >= inTitle) {
			continue
		}
		w.score[s] += n
		if s == b.only { // a body of one business: its items are all of it
			w.score[s] = max(w.score[s], top*ofTop+0.01)
		}
	}
}

// ownBusiness is the service of a procedural item: that of a body with one
// service, whatever it has besides of those without a name. Who is to preside
// is the council's own business anywhere.
func (b business) ownBusiness(title string) []archive.Service {
	var own []archive.Service
	for _, s := range archive.Services {
		if b.prior[s] > 0 && (s != archive.OtherService || b.only == s) {
			own = append(own, s)
		}
	}
	if len(own) == 1 && !presiding.MatchString(title) {
		return own
	}
	return []archive.Service{archive.Corporate}
}

var presiding = regexp.MustCompile(`^(?:election|appointment|nomination) of (?:a |the )?(?:chair|vice|deputy|mayor|presid)|\b(?:chair|chairman|chairperson)s? (?:election|appointment) of\b`)
