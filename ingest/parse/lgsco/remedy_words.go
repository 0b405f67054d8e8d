package lgsco

import (
	"regexp"
	"strings"

	"moothall/ingest/promise"
	"moothall/ingest/ukdate"
)

var (
	// undertaking is a sentence that says what a body will do: "The Council
	// has agreed to apologise", "The Council should pay".
	undertaking = regexp.MustCompile(`(?i)\b(?:council|landlord|trust|provider|authority|it|they|company|panel|body|board)\s+(?:has |have |had )?(?:also |now )?(?:agreed (?:to|that|it)|will|should|must|shall)\b`)
	// doThis says when all that was promised is to be done.
	doThis = regexp.MustCompile(`(?i)^(?:(?:the|these|this|all|both) (?:of (?:this|these) )?)?(?:payments?|actions?|steps?|sums?|things) (?:should|must|will|are to|is to) (?:all )?be (?:made|done|taken|completed|paid|carried out)\b|^(?:the (?:council|landlord|trust|authority|provider)|it|they|both bodies) (?:should|will|must|has agreed to|has|have) (?:(?:do|complete|carry out|take|make|finish) (?:all )?(?:of )?(?:this|these|so)\b|until\b.*\bto do (?:so|this)\b)`)
	// doneAlready is a sentence that tells of a remedy given before the decision,
	// doneThings each thing that it says was done.
	doneAlready = regexp.MustCompile(`(?i)^(?:the (?:council|landlord|trust|authority|provider)|it) has already (?:also )?` + doneVerb + `\b`)
	doneThing   = regexp.MustCompile(`(?i)\b` + doneVerb + `\b`)
	joins       = regexp.MustCompile(`(?i)(?:,| and)(?: it)?(?: has)?(?: also)?$`) // what stands between two of them
	goesOn      = regexp.MustCompile(`^(?:It|They) `)                              // "Within three months the Council should …. It should also …"
	agreed      = regexp.MustCompile(`(?i)\bagreed\b|\bwill\b|\bshould\b|\bmust\b|\brecommend`)
	passive     = regexp.MustCompile(`(?i)\b(?:guidance|evidence|considered|the following (?:documents|information))\b`)

	// notAction are sentences of the template around the actions: what the
	// Ombudsman's guidance says, the proof of compliance it asks for, the duty to
	// consider a report, and the statement that all was agreed.
	notAction = regexp.MustCompile(`(?i)\b(?:things|steps|actions|remedy|remedies)\b[^.]{0,60}\b(?:set out|listed|described) (?:here|below|above)\b|\bwe can make orders\b|\bdiscretion to make recommendations\b|\bapology should meet the standards\b|\bevidence (?:it|they|that|of|the|to show|when)\b.{0,60}\b(?:compli|above|action|complet|done|carried)|\bguidance on remedies\b|\bour guidance\b|\bwe publish guidance\b|\bpublic authority has three months\b|` +
		`agreed to (?:(?:our|my|these|the|all|this|carry out|complete|implement|take|undertake)\s)+(?:\w+\s)?(?:recommendations?|recommended action|actions?|remedy|proposals?)\.?$|\b(?:must|should) consider (?:the|this|our) report\b|\bconfirm within (?:three|3) months\b|\bthe council has agreed to (?:this|that|these)\.?$|` +
		`\bhas (?:accepted|agreed) (?:our|my|these|the) (?:findings|recommendations?)\b|\bcouncil has agreed (?:my|our|the|these) recommend`)
)

const doneVerb = `(?:apologised|paid|refunded|reimbursed|waived|cancelled|repaid|backdated)`

// when is until when a promise is to be kept: an ISO date where a day is
// stated, else as printed.
func when(s string) string {
	due := promise.Due(s)
	if found := ukdate.Find(due); len(found) == 1 {
		return string(found[0].Date)
	}
	return due
}

// entryDue is when a list's entry is due: by the time the list gives for all,
// unless the entry gives one of its own.
func entryDue(entry, due string) string {
	own := when(entry)
	if due == "" || own != "" && (strings.HasPrefix(entry, own) || len(own) == len("2006-01-02") && own[4] == '-') {
		return own
	}
	return due
}

// addressee is who is to act, where more than one body may be.
func addressee(s string) string {
	m := actor.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1])
}

var actor = regexp.MustCompile(`\b[Tt]he ((?:Council|[Ll]andlord|Trust|Care Provider|Care Home|Authority|Company|Panel|ICB|School|Academy)(?:(?: and|,) the (?:Council|Trust|Care Provider|Care Home|Authority|Company|Panel|ICB|School|Academy))*)\b`)

func trimAnd(s string) string {
	s = strings.TrimSpace(s)
	for _, end := range []string{"; and", ", and", " and", "; or"} {
		s = strings.TrimSuffix(s, end)
	}
	return s
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
