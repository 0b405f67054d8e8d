package scan

import (
	"context"
	"strings"
	"unicode"
)

// welshWords are frequent in Welsh, no words of English, and read rightly even
// by who knows English only.
var welshWords = map[string]bool{
	"yr": true, "yn": true, "mae": true, "wedi": true, "gan": true, "bod": true, "ei": true, "eu": true, "gyfer": true,
	"cyngor": true, "pwyllgor": true, "cyfarfod": true, "adroddiad": true, "fod": true, "gyda": true, "hyn": true, "sydd": true,
	"nad": true, "nid": true, "trwy": true, "rhwng": true, "ddim": true, "oedd": true, "cofnodion": true, "ar": true, "ac": true,
	"am": true, "aelodau": true, "cynghorydd": true, "swyddog": true, "hon": true, "hwn": true, "cafwyd": true,
}

// looksWelsh reports whether a tenth of a page's words, and some, are Welsh.
func looksWelsh(lines []line) bool {
	all, n := 0, 0
	for _, l := range lines {
		for _, w := range l.words {
			t := strings.ToLower(strings.TrimFunc(w.text, func(r rune) bool { return !unicode.IsLetter(r) }))
			if len(t) < 2 {
				continue
			}
			all++
			if welshWords[t] {
				n++
			}
		}
	}
	return n >= 5 && n*10 >= all
}

// welsh has a page that seems to be in Welsh read as such. wants is the
// language where the program has not learnt it.
func (r *reading) welsh(ctx context.Context) (wants string, err error) {
	if !looksWelsh(r.lines) {
		return "", nil
	}
	if !r.program.has(cymraeg) {
		return cymraeg, nil
	}
	other := *r
	language := cymraeg
	if r.program.has(english) {
		language += "+" + english // councils publish in both
	}
	if err := other.read(ctx, language); err != nil {
		return "", err
	}
	if score(other.lines) >= 0.9*score(r.lines) {
		*r = other
	}
	return "", nil
}
