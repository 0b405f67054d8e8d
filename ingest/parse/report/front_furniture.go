package report

import (
	"regexp"
	"strings"
)

// isFurnitureOfFront is what stands in front of a report and is neither its
// title nor anybody's: "Part A", "(Appendix 'A' refers)", "UNRESTRICTED".
func isFurnitureOfFront(s string) bool { return furniture.MatchString(strings.TrimSpace(s)) }

// furnitureForms are the whole of such a line, in capitals or small letters.
var furnitureForms = []string{
	`part (?:[ab]|[i1]{1,2}|2)\b.{0,20}`,
	`\(?append(?:ix|ices) .{1,40}\brefers?\)?`,
	`append(?:ix|ices) ['‘’"]?\w{1,3}['‘’"]?`,
	`(?:un)?restricted|public|open|exempt|private|official|confidential`,
	`for (?:decision|information|publication|noting|discussion|approval|consideration|scrutiny)`,
	`(?:agenda )?item(?: no\.?)?:? ?\d*\w?`,
	`(?:non[- ]|not a )?key decision|not for publication`,
	`(?:covering |officer |committee |public |open )?report`,
	`none;?|all;?|n/a|yes|no`,
	`page \d+.*`,
}

var furniture = regexp.MustCompile(`(?i)^(?:` + strings.Join(furnitureForms, "|") + `)$`)
