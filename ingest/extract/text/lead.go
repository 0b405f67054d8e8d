package text

import (
	"strings"
	"unicode"
)

// Lead is how many bytes of a block's words its writer set in bold before
// going on otherwise: "Apologies: none were received" with "Apologies:" in
// bold. bold is the bold beginning as it was read, with the block's marker if
// that is typed; 0 where words does not begin with it, or is no longer than
// it.
func Lead(words, bold string) int {
	lead := Tidy(bold)
	if !strings.HasPrefix(words, lead) {
		_, rest, ok := Marker(bold)
		if lead = Tidy(rest); !ok || !strings.HasPrefix(words, lead) {
			return 0
		}
	}
	if len(lead) == len(words) || strings.IndexFunc(lead, unicode.IsLetter) < 0 {
		return 0
	}
	return len(lead)
}
