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
	m := asking.FindStringSubmatchIndex(sentence)
	if m == nil {
		if m = agreeing.FindStringSubmatchIndex(sentence); m == nil {
			return nil
		}
	}
	rest := strings.TrimSpace(sentence[m[1]:])
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
	return asking.MatchString(sentence) || agreeing.MatchString(sentence) || theseWere.MatchString(sentence)
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
		if orders(part) || isThing(part) || isPromise(part) {
			asked = append(asked, Split(part)...)
		}
	}
	if asked == nil {
		rest = sentence
	}
	return asked, rest
}

var (
	asking = regexp.MustCompile(`(?i)\bombudsm[ae]n(?:['’]s)?\b[^.;:]{0,80}?\b(?:recommend(?:ed|s|ation (?:was|is))?|ask(?:ed|s)|requir(?:ed|es)|instructed|directed|said|wanted|ordered|told|proposed|invited)\b[^.;]{0,40}?\b(?:the |this |our )?(?:[\p{L}-]+ )?(?:council|authority|us|we|it|officers)\b,?(?: (?:should|must|had to|to|would|will|was to|were to|needed to|ought to)\b)?,?(?: also)?`)
	// agreeing is a council that says what it agreed, by itself or with the Ombudsman.
	agreeing = regexp.MustCompile(`(?i)\b(?:council|authority|we|officers|it) (?:has |have |had )?(?:also |therefore )?(?:agreed|accepted|undertaken|promised|offered)(?: with the ombudsman| as a remedy| in response)? to\b,?(?: also)?`)
	// theseWere is a sentence that has the things asked for after it.
	theseWere = regexp.MustCompile(`(?i)\b(?:ombudsm[ae]n|report|decision)(?:['’]s)?\b[^.;]{0,60}\b(?:following|recommendations?|orders?|remed(?:y|ies)|actions?)\b[^.;]{0,40}:$`)
	openEnd   = regexp.MustCompile(`(?i)\b(?:to|that|council|should|must|authority|we|will)$`)
	during    = regexp.MustCompile(`^(?i:` + `(?:within|in|by|before) [^,;]{3,60}, )?(?:should |to )?(?:\(?[a-z1-9]\) )?`)
	// afterwards is where such a sentence goes on to what was done.
	afterwards    = regexp.MustCompile(`(?i)[;,]? (?:and )?(?:this|these|it|both|all|which) (?:has|have|had|was|were|is|are)\b|; (?:the|an?) [\w ]{2,40} (?:has|have|had|was|were)\b`)
	counted       = regexp.MustCompile(`^(?i:and )?(?:(?i:first|second|third|fourth|fifth|sixth)(?:ly)?|[Ll]ast(?:ly)?|[Ff]inally|[Nn]ext)(?i:,? (?:(?:the council|we|it|they) (?:was|were|had|should|must|is|are) )?(?:asked |required |told )?(?:to|that)\b|,? (?:the council|we|it) (?:should|must|will)|,)[, ]`)
	ordinalWithin = regexp.MustCompile(`,? and (?:(?:second|third|fourth|fifth|last|final)(?:ly)?),? (?:to )?`)
)
