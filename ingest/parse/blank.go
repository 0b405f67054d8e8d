package parse

import (
	"regexp"
	"strings"
)

// BlankPage reports whether a text is the note on a page without anything
// else: "This page is intentionally left blank". It is of the page and of no
// record.
func BlankPage(text string) bool { return blankPage.MatchString(strings.TrimSpace(text)) }

var blankPage = regexp.MustCompile(`^(?i:[(\[]?(?:this )?page (?:is |has been )?(?:intentionally )?(?:left )?(?:intentionally )?blank(?: intentionally)?[)\]]?\.?)$`)
