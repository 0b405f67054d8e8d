package classify

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// decidedOn is the earliest day on which a remedy of a record can have been
// carried out: the day of the decision where the record knows it, else the
// first day of the year in its case's number, else three years before the
// meeting that heard of it. It is "" where none of these is known.
func decidedOn(decided, met archive.Date, caseRef string, cases []string) archive.Date {
	if caseRef == "" && len(cases) == 1 {
		caseRef = cases[0]
	}
	switch {
	case decided != "" && len(cases) < 2:
		return decided
	case nineCase.MatchString(caseRef):
		return archive.Date(caseRef[:4] + "-01-01")
	case ourCase.MatchString(caseRef):
		return archive.Date("20" + caseRef[:2] + "-01-01")
	case len(met) == len("2006-01-02"):
		if year, err := strconv.Atoi(string(met[:4])); err == nil {
			return archive.Date(fmt.Sprintf("%04d%s", year-3, met[4:]))
		}
	}
	return ""
}

var (
	ourCase  = regexp.MustCompile(`^\d\d \d{3} \d{3}`)
	nineCase = regexp.MustCompile(`^20\d{7}`)
	yearWord = regexp.MustCompile(`(?i)\b(?:in|since|during|throughout|until|by|early|late|mid|end of|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december),? (?:the (?:spring|summer|autumn|winter) of )?((?:19|20)\d\d)\b`)
)

// since is an answer without the sentences that tell of days before the
// decision: "training was held in 2019" carries out nothing that was asked for
// in 2023. A sentence that names no year stays, and so does one that says that
// the remedy is needed no more: "She moved in 2018 and so respite is not required".
func since(answer string, day archive.Date) string {
	if day == "" {
		return answer
	}
	dropped := false
	pars := strings.Split(answer, "\n\n")
	for i, par := range pars {
		var kept []string
		for _, s := range parse.Sentences(par) {
			if last := lastDay(s); last != "" && last < day && !ended(s) {
				dropped = true
				continue
			}
			kept = append(kept, s)
		}
		pars[i] = strings.Join(kept, " ")
	}
	if !dropped {
		return answer
	}
	return strings.Join(pars, "\n\n")
}

// lastDay is the latest day that a sentence names, the last of the year where
// it names no more than that.
func lastDay(s string) archive.Date {
	last := archive.Date("")
	for _, m := range ukdate.Find(s) {
		last = max(last, m.Date)
	}
	for _, m := range yearWord.FindAllStringSubmatchIndex(s, -1) {
		year := archive.Date(s[m[2]:m[3]])
		if !strings.HasPrefix(string(last), string(year)) {
			last = max(last, year+"-12-31")
		}
	}
	return last
}
