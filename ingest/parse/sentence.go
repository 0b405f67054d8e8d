package parse

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences parts a paragraph into its sentences, as printed. Short forms
// ("Cllr.", "No. 8", "Weds. 6th. March", initials) do not end one.
func Sentences(text string) []string {
	var out []string
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if !endsSentence(text[:m[0]+1], text[m[1]:]) {
			continue
		}
		if s := strings.TrimSpace(text[start:m[1]]); s != "" {
			out = append(out, s)
		}
		start = m[1]
	}
	if s := strings.TrimSpace(text[start:]); s != "" {
		out = append(out, s)
	}
	return out
}

var sentenceEnd = regexp.MustCompile(`[.!?][”"’')]*\s+`)

// endsSentence reports whether the stop that before ends with ends a sentence
// too, where after stands behind it.
func endsSentence(before, after string) bool {
	stop := len(before) - 1
	if before[stop] != '.' {
		return true
	}
	word := before[max(0, stop-longestShortForm):stop]
	if i := strings.LastIndexAny(word, " \t\n\u00a0(["); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		word = word[i+size:]
	}
	switch {
	case neverEnds[word], isInitial(word):
		return lettered(before, after)
	case mayEnd[strings.ToLower(word)]:
		return !goesOn(after)
	case ordinal.MatchString(word): // "Weds. 6th. March"
		return !monthNext.MatchString(after)
	}
	return true
}

// longestShortForm is as many bytes as any short form has, and what stands
// before it.
const longestShortForm = 15

func isInitial(word string) bool {
	return len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z'
}

// goesOn reports whether what follows a short form goes on with its sentence:
// a small letter, a figure, a bracket, or a day or a month.
func goesOn(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLower(r) || unicode.IsDigit(r) || strings.ContainsRune("(&/–-", r) || monthNext.MatchString(after)
}

var (
	ordinal   = regexp.MustCompile(`^\d{1,2}(?:st|nd|rd|th)$`)
	monthNext = regexp.MustCompile(`^(?:of )?(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun)`)
)

// neverEnds are short forms that something always follows, but for the letter
// that stands for a name: "Mr X".
var neverEnds = wordSet(`Mr Mrs Ms Mx Dr Prof Cllr Cllrs Cnclr Coun Couns Rev Revd Hon Capt Col Maj Lt Sgt Insp Supt
	No Nos Min Mins Ref para paras Para Paras App Appx Fig i.e e.g viz cf approx ref nem p pp`)

// mayEnd are short forms that stand within a sentence as often as at its end,
// in small letters.
var mayEnd = wordSet(`mon tue tues wed weds thu thur thurs fri sat sun
	jan feb mar apr jun jul aug sep sept oct nov dec
	cttee ctte cttees comm sub-cttee sub-ctte assoc dept govt org soc incl excl max min mins no nos para paras app est temp tel ext
	st rd ave ln cres gdns sq nr etc ltd co plc bros con hrs a.m p.m am pm`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// lettered reports whether a sentence ends with somebody who goes by a letter
// alone, as in an Ombudsman's papers: "apologise to Mr X. It will also". An
// initial before a surname ("Mr J. Smith") is told from it by the word that
// follows, which here opens a sentence.
func lettered(before, after string) bool {
	const enough = 20
	return letterName.MatchString(before[max(len(before)-enough, 0):]) && opensSentence.MatchString(after)
}

var (
	letterName    = regexp.MustCompile(`\b(?:Mrs?|Ms|Miss|Mx|Dr|Child|Company|Provider|Officer|Councillor|School|and|to|for|with) [A-Z]\.$`)
	opensSentence = regexp.MustCompile(`^(?:The|This|That|These|Those|It|Its|They|Their|We|Our|I|He|She|His|Her|There|In|On|At|As|To|For|From|By|If|When|While|And|But|Or|However|Additionally|Also|Although|After|Before|Because|Both|Some|No|Not|Further|Following|Within|Between|During|Mrs?|Ms|Miss|Mx|Dr|An?|Part|Any|All|Most|So|What|Where)\b`)
)
