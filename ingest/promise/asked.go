package promise

import (
	"regexp"
	"strings"
)

// Asked gives the things that a sentence of a report or of minutes says an
// Ombudsman asked of a council, or a council agreed to do: "The Ombudsman
// recommended that the Council apologise, pay Mr X £300 and review its
// policy" is three. Nil where it tells of no such thing.
func Asked(sentence string) []string {
	var m []int
	for _, form := range []*regexp.Regexp{asking, wasAsked, reportAsks, agreeing, askingFor} {
		if m = form.FindStringSubmatchIndex(sentence); m != nil {
			break
		}
	}
	if m == nil {
		return nil
	}
	rest := strings.TrimLeft(sentence[m[1]:], " :")
	if cut := afterwards.FindStringIndex(rest); cut != nil {
		rest = rest[:cut[0]]
	}
	opening := during.FindString(rest)
	if !orders(rest[len(opening):]) && !isThing(rest[len(opening):]) {
		return nil
	}
	return Split(rest)
}

// Leads reports whether a sentence says that things were asked of a council, or
// agreed by it, and leaves them to the list below it: "The Ombudsman had
// recommended that the Council:".
func Leads(sentence string) bool {
	if !strings.HasSuffix(strings.TrimSpace(sentence), ":") && !openEnd.MatchString(sentence) {
		return false
	}
	return asking.MatchString(sentence) || wasAsked.MatchString(sentence) || reportAsks.MatchString(sentence) || agreeing.MatchString(sentence) || theseWere.MatchString(sentence)
}

// Ordinal gives what a sentence that counts remedies off asks for, without
// its "First" or "Secondly": "First, to send Miss T a letter". What follows a
// semicolon tells what came of it, and is rest.
func Ordinal(sentence string) (asked []string, rest string) {
	m := counted.FindStringIndex(sentence)
	if m == nil {
		return nil, sentence
	}
	said := sentence[m[1]:]
	if at := strings.Index(said, ";"); at >= 0 {
		said, rest = said[:at], strings.TrimSpace(said[at+1:])
	}
	for _, part := range ordinalWithin.Split(said, -1) {
		if orders(part) || isThing(part) || isPromise(part) || somebodyShould.MatchString(part) {
			if split := Split(part); split != nil {
				asked = append(asked, split...)
			} else {
				asked = append(asked, trimPart(part))
			}
		}
	}
	if asked == nil {
		rest = sentence
	}
	return asked, rest
}

var (
	asking = regexp.MustCompile(`(?i)\bombudsm[ae]n(?:['’]s)?\b[^.;:]{0,80}?\b(?:recommend(?:ed|s|ations? (?:was|is|that))?|(?:request|proposal) that|ask(?:ed|s)|requir(?:ed|es)|instructed|directed|said|wanted|ordered|told|proposed|invited)\b[^.;]{0,40}?\b(?:the |this |our )?(?:[\p{L}-]+ )?(?:council|authority|us|we|it|officers)\b,?(?: (?:should|must|had to|to|would|will|was to|were to|needed to|ought to)\b)?,?(?: also)?`)
	// askingFor is an Ombudsman who asks for things: "recommended an apology".
	askingFor = regexp.MustCompile(`(?i)\bombudsm[ae]n\b[^.;:]{0,100}?\b(?:recommended|asked for|required|ordered|proposed)\b`)
	// wasAsked is the same of the council: "The Council was asked to apologise".
	wasAsked = regexp.MustCompile(`(?i)\b(?:council|authority|landlord|we|officers) (?:was|were|had been|has been|have been) (?:also |then )?(?:asked|ordered|required|told|recommended|directed|instructed|invited) to\b,?(?: also)?`)
	// reportAsks is a report, already known for an Ombudsman's, that asks.
	reportAsks = regexp.MustCompile(`(?i)^(?:(?:the|its|this|his|her) (?:public |final )?(?:report|decision|finding)s?|it|she|he|they) (?:had |also )*(?:recommended|asked|required|ordered) (?:that )?(?:the )?(?:council|authority|it)\b,?(?: (?:should|must|had to|to|would|was to|needed to)\b)?,?(?: also)?`)
	// agreeing is a council that says what it agreed, by itself or with the Ombudsman.
	agreeing = regexp.MustCompile(`(?i)\b(?:council|authority|we|officers|it) (?:has |have |had )?(?:also |therefore )?(?:agreed|accepted|undertaken|promised|offered)(?: with the ombudsman| as a remedy| in response)? to\b,?(?: also)?`)
	// theseWere is a sentence that has the things asked for after it.
	theseWere = regexp.MustCompile(`(?i)\b(?:ombudsm[ae]n|report|decision)(?:['’]s)?\b[^.;]{0,60}\b(?:following|recommendations?|orders?|remed(?:y|ies)|actions?)\b[^.;]{0,40}:$`)
	openEnd   = regexp.MustCompile(`(?i)\b(?:to|that|council|should|must|authority|we|will)$`)
	during    = regexp.MustCompile(`^(?i:` + `(?:within|in|by|before) [^,;]{3,60}, )?(?:should |to )?(?:\(?[a-z1-9]\) )?`)
	// somebodyShould is "a senior officer should meet Mr X".
	somebodyShould = regexp.MustCompile(`^(?i:the |an? |its )?(?:[\pL’'-]+ ){1,5}(?:should|must|is to|are to|will) (?i:` + verbForm + `)\b`)
	// afterwards is where such a sentence goes on to what was done.
	afterwards    = regexp.MustCompile(`(?i)[;,]? (?:and )?(?:this|these|it|both|all|which) (?:has|have|had|was|were|is|are)\b|; (?:the|an?) [\w ]{2,40} (?:has|have|had|was|were)\b`)
	counted       = regexp.MustCompile(`^(?i:and )?(?:(?i:first|second|third|fourth|fifth|sixth)(?:ly)?|[Ll]ast(?:ly)?|[Ff]inally|[Nn]ext)(?i:,? (?:(?:the council|we|it|they) (?:was|were|had|should|must|is|are) )?(?:asked |required |told )?(?:to|that)\b|,? (?:the council|we|it) (?:should|must|will)|,)[, ]`)
	ordinalWithin = regexp.MustCompile(`,? and (?:(?:second|third|fourth|fifth|last|final)(?:ly)?),? (?:to )?`)
)
