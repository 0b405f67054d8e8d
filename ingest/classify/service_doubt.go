package classify

import "moothall/archive"

// A serviceWay is what a record's services were read from.
type serviceWay uint8

const (
	byTitle     serviceWay = iota // the title, the category or the body names them
	byTitleWord                   // a word that tells a service in a title only
	byLean                        // a word of the council's own business in the title, and nothing else
	byText                        // the text, often
	byPassing                     // the text, in passing
	byPoints                      // most points of a vessel
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
	byTitleWord: {0.95, "a word of its title names it that need not"},
	byLean:      {0.8, "its title names the council's own business and no service"},
	byText:      {0.83, "only its text names it"},
	byPassing:   {0.67, "only words in passing name it"},
	byPoints:    {0.8, "it holds several things, and this is what most of them are about"},
	byNoPoint:   {0.6, "no service's words stand in what was brought"},
	byNoWord:    {0.5, "no service's words stand in it"},
	byTooFew:    {0.4, "too few words say what it is about, and it is left unstated"},
}

// doubtServices lists services that are not sure.
func doubtServices(h *archive.Head, w serviceWay) {
	if s := sureOfService[w]; s.confidence < sureEnough {
		doubt(h, "services", s.confidence, s.because)
	}
}
