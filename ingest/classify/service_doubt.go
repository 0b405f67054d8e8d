package classify

import (
	"slices"

	"moothall/archive"
)

// A serviceWay is what a record's services were read from.
type serviceWay uint8

const (
	byTitle     serviceWay = iota // the title, the category or the body names them
	byTitleWord                   // a word that tells a service in a title only
	byLean                        // a word of the council's own business in the title, and nothing else
	byText                        // the text, often
	byPassing                     // the text, in passing
	byAgreed                      // the points of a vessel, all of them
	byPoint                       // the one point of a vessel that tells a service
	byPoints                      // most points of a vessel
	byMany                        // a vessel's points, a different one each: left unstated
	byNoPoint                     // a vessel in which no service's words stand
	byNoWord                      // no service's words stand in it
	byTooFew                      // too few words to say anything: left unstated
)

// sureOfService is how often services were right that were read in this way,
// and the reason a reader is given. The figures are measured: the table
// stands in testdata/labels/README.md.
var sureOfService = map[serviceWay]struct {
	confidence float64
	because    string
}{
	byTitle:     {0.95, ""},
	byTitleWord: {0.9, ""},
	byText:      {0.93, ""},
	byAgreed:    {0.92, ""},
	byLean:      {0.89, "its title names the council's own business and no service"},
	byPoint:     {0.81, "it may hold several things, and one of them tells a service"},
	byPoints:    {0.71, archive.HoldsSeveral},
	byPassing:   {0.7, "only words in passing name it"},
	byNoPoint:   {0.6, "no service's words stand in what was brought"},
	byMany:      {0.4, "it holds too many things to say what it is about, and it is left unstated"},
	byNoWord:    {0.4, "no service's words stand in it, and it is left unstated"},
	byTooFew:    {0.4, "too few words say what it is about, and it is left unstated"},
}

// worthALook is the confidence below which services are listed as a doubt:
// where one in four is wrong, so that what is listed is worth the reader's
// time. Outcomes are listed from higher on (sureEnough): an outcome is one
// value, and a wrong one misleads; of services listed beside one another one
// that is wrong is seen to be.
const worthALook = 0.78

// doubtServices lists services that are not sure.
func doubtServices(h *archive.Head, w serviceWay) {
	if s := sureOfService[w]; s.confidence < worthALook {
		doubt(h, "services", s.confidence, s.because)
	}
}

// doubted reports whether a field is listed as a doubt.
func doubted(h *archive.Head, field string) bool {
	return slices.ContainsFunc(h.Doubts, func(d archive.Doubt) bool { return d.Field == field })
}
