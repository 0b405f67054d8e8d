package classify

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/ingest/numeral"
)

// counted is "eleven of sixteen officers".
var counted = regexp.MustCompile(`(?i)\b(\d{1,4}|[a-z]+(?:-[a-z]+)?) (?:out )?of (?:the |our |its |those |these |all )?(\d{1,4}|[a-z]+(?:-[a-z]+)?)\b`)

// remain is "61 have been checked; 27 remain to be".
var remain = regexp.MustCompile(`(?i)\b(?:has|have|had|was|were) (?:now |since |already |been )*(?:\w+(?:ed|en)|done|made|paid|sent)\b.{0,40}\b(?:\d+|[a-z]+) (?:\w+ )?(?:remain|are still|are outstanding|are left)\b`)

// uncounted is "some of the officers have been trained".
var uncounted = regexp.MustCompile(`(?i)\b(?:some|most|half|part|many|two[ -]thirds|the majority) of (?:the |our |its |those |these )*[\w-]+(?: [\w-]+){0,4} (?:has|have|had|was|were) (?:now |since |already |been )*(?:\w+(?:ed|en)|done|made|paid|sent|put|held)\b`)

// someOf reports whether a sentence says that some were done and not all:
// "Eleven of sixteen officers have been trained". The two numbers must be of
// one thing; "1 of 2023" and "page 2 of 3" are not.
func someOf(s string) bool {
	if uncounted.MatchString(s) {
		return true
	}
	if remain.MatchString(s) {
		return true
	}
	for _, m := range counted.FindAllStringSubmatchIndex(s, -1) {
		some, ok := count(s[m[2]:m[3]])
		all, ok2 := count(s[m[4]:m[5]])
		before := strings.ToLower(strings.TrimSpace(s[:m[0]]))
		if ok && ok2 && some < all && all < 1900 && !ofPlace.MatchString(before) {
			return true
		}
	}
	return false
}

var ofPlace = regexp.MustCompile(`\b(?:pages?|parts?|items?|phases?|stages?|sections?|paragraphs?|appendix|chapters?|stage|step|no|number)\.?$`)

// count reads a number in digits, in words to ninety-nine, or none.
func count(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	switch strings.ToLower(s) {
	case "none":
		return 0, true
	case "hundred":
		return 100, true
	}
	return numeral.Of(s)
}
