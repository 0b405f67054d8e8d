package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func trimBody(s string) string {
	for _, w := range []string{" COUNCIL", " CABINET", " COMMITTEE"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

var smallWords = words("and of the for on in to with upon under cum le by next at from a an or as")

// nameCase writes a name printed in capitals as names are written:
// "BURTON-CUM-WALDEN PARISH COUNCIL" is "Burton-cum-Walden Parish Council".
// A name that is not in capitals is left as it is.
func nameCase(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if !capitals(s) {
		return s
	}
	f := strings.Fields(strings.ToLower(s))
	for i, w := range f {
		parts := strings.Split(w, "-")
		for j, part := range parts {
			if smallWords[part] && (i > 0 || j > 0) {
				continue
			}
			parts[j] = upperFirst(part)
		}
		f[i] = strings.Join(parts, "-")
	}
	return strings.Join(f, " ")
}

func upperFirst(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToUpper(r)) + s[i+utf8.RuneLen(r):]
		}
	}
	return s
}
