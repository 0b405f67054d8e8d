package classify

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// Some items are vessels: what is about to be said under "Any other business"
// or "Updates" is not one matter but several, a sentence or two to each. Such
// an item is about what most of its points are about, and not about the words
// that stand in it most often.

// vesselTitles are what stands in the titles, in normal form, of procedural items
// that hold whatever people bring: what they brought is what the item is about.
var vesselTitles = []string{
	`public (?:participation|time|questions?|question time|forum|open forum|session)`,
	`open forum`,
	`question time`, `questions`,
	`(?:any )?other (?:urgent |competent )?business`, `a ?o ?c ?b`, `aob`,
	`urgent (?:items?|business)`, `late items?`,
	`matters arising`, `matters of concern`,
	`petitions?`, `deputations?`, `^communications$`,
	`residents? (?:questions|concerns)`,
}

// collectionTitles are the titles, in normal form, of items that gather what
// several people report, though they are no procedure.
var collectionTitles = []string{
	`.*\bmatters arising\b.*`, `(?:items?|matters) of (?:concern|interest)\b.*`, `public concerns`,
	`(?:.* )?urgent business`, `any other business`, `other matters`, `aocb|a o c b|aob`,
	`(?:notices? of )?motions?(?: on notice)?(?: (?:by|from|submitted|proposed|received|under)\b.*)?`,
	`(?:ward|city|county|district|borough|local|parish)? ?councill?ors?(?: ?s)? (?:reports?|updates?|items)\b.*`,
	`reports? from (?:the )?(?:county|district|ward|city|local|borough|councillors).*`,
	`(?:issues|matters|suggestions|comments|points|concerns|items)\b.*\b(?:public|residents|parishioners|electors)\b.*`,
	`(?:general |other |verbal |project )?updates?`,
}

var (
	vessels     = regexp.MustCompile(`\b(?:` + strings.Join(vesselTitles, "|") + `)\b`)
	collections = regexp.MustCompile(`^(?:` + strings.Join(collectionTitles, "|") + `)$`)
)

// gathers reports whether an item holds several things.
func gathers(it *archive.Item) bool {
	title := normal(it.Title)
	return collections.MatchString(title) || procedural(it.Title) && vessels.MatchString(title)
}

// vessel states what the points of an item are about that holds several.
func vessel(h *archive.Head, b business, title string) {
	if b.only != "" {
		h.Services = b.ownBusiness(title)
		return
	}
	text := strings.TrimSpace(h.Text)
	if i := strings.Index(text, h.Title); i >= 0 && i < 20 {
		text = strings.TrimSpace(text[i+len(h.Title):])
	}
	own, way := ofPoints(text, strings.Contains(title, "question"))
	switch {
	case way == byMany: // left unstated
	case len(own) > 0:
		h.Services = own[:min(len(own), pointsMost)]
	default:
		h.Services = b.ownBusiness(title)
		if len(strings.Fields(text)) < fewWords || broughtNothing.MatchString(text) {
			return
		}
	}
	doubtServices(h, way)
}

const (
	pointsMost   = 3   // services stated of a vessel
	ofPointsTop  = 0.4 // and their share of the points of the first
	pointsEnough = 2.0 // or that many of their own
)

// broughtNothing is what stands in a vessel into which nobody put anything.
var broughtNothing = regexp.MustCompile(`(?i)^[^.]{0,80}\b(?:no|none|nil|nothing)\b[^.]{0,120}\.?$`)

// ofPoints are the services most of a vessel's points are about, those of
// more points first, and how sure that is. Of questions, who is asked says
// what of.
func ofPoints(text string, asked bool) (own []archive.Service, way serviceWay) {
	votes := map[archive.Service]float64{}
	for _, par := range strings.Split(text, "\n\n") {
		if strings.Contains(par, "____") { // where it is signed
			break
		}
		for _, s := range pointsOf(par) {
			is, ok := ofPoint(s)
			if !ok && asked {
				is, ok = ofPortfolio(s)
			}
			if ok {
				votes[is]++
			}
		}
	}
	top := 0.0
	for _, s := range archive.Services {
		if votes[s] > 0 {
			own = append(own, s)
			top = max(top, votes[s])
		}
	}
	switch {
	case len(own) == 0:
		return nil, byNoPoint
	case len(own) == 1 && top > 1:
		return own, byAgreed
	case len(own) == 1:
		return own, byPoint
	}
	sort.SliceStable(own, func(i, j int) bool { return votes[own[i]] > votes[own[j]] })
	own = slices.DeleteFunc(own, func(s archive.Service) bool { return votes[s] < min(top*ofPointsTop, pointsEnough) })
	if own[0] == archive.Corporate && (len(own) == 1 || votes[own[0]] > votes[own[1]]) {
		return own[:1], byPoints
	}
	if len(own) > 1 && votes[archive.Corporate] < pointsEnough {
		own = slices.DeleteFunc(own, func(s archive.Service) bool { return s == archive.Corporate })
	}
	if i := slices.Index(own, archive.OtherService); i > 0 && len(own) > 2 { // beside two with names
		own = slices.Delete(own, i, i+1)
	}
	if len(own) >= pointsMost && top == 1 {
		return nil, byMany
	}
	return own, byPoints
}

// pointsOf parts a paragraph into what it says one after the other.
func pointsOf(par string) []string {
	var out []string
	for _, s := range parse.Sentences(par) {
		out = append(out, strings.Split(s, ";")...)
	}
	return out
}

// ofPoint is the service one sentence is about.
func ofPoint(sentence string) (archive.Service, bool) {
	text := bySchool.ReplaceAllString(placeInTitle.ReplaceAllString(subject(sentence), "$1 "), "$1")
	score := map[archive.Service]float64{}
	for i, n := range serviceLexicon.count(text, 2) {
		t := serviceTerms[i]
		if t.service == archive.Corporate && t.points < 3 {
			continue
		}
		score[t.service] += t.points / 3 * float64(n)
	}
	score[archive.Corporate] *= 0.9 // who wrote or paid is beside what it was for
	for i, n := range titleLexicon.count(text, 1) {
		if s := titleTerms[i].service; s != archive.OtherService {
			score[s] += 0.7 * float64(n)
		}
	}
	best, top := archive.Service(""), 0.6
	for _, s := range archive.Services {
		if score[s] > top {
			best, top = s, score[s]
		}
	}
	return best, best != ""
}

// lookingAfter is an office with what it looks after: "the Portfolio Holder for
// Housing", "Executive Member (Learning)".
var lookingAfter = regexp.MustCompile(`\b(?:Cabinet|Executive|Lead|Portfolio) (?:Member|Holder|Lead)s?,? (?:for|–|-|\()((?: ?[A-Z][\w’'-]*,?| (?:and|&|of|the))+)`)

// ofPortfolio is the service somebody looks after whom a sentence names by
// that office; none where it is several.
func ofPortfolio(sentence string) (archive.Service, bool) {
	m := lookingAfter.FindStringSubmatch(sentence)
	if m == nil {
		return "", false
	}
	b := bodyOf(m[1])
	if b.only == "" || b.only == archive.Corporate {
		return "", false
	}
	return b.only, true
}
