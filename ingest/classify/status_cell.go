package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// stateCell is the whole of a cell in a table's column "State" or "Status".
var stateCell = regexp.MustCompile(`(?i)^(?:(?:current )?stat(?:e|us)\s*[:–-]\s*)?(?:(?:fully |now )?(?:implemented|complete[d]?|done|closed|actioned|achieved)|(?:not|part(?:ly|ially)?|partial)(?: |-|$)[\w -]{0,30}|in progress|ongoing|on-going|underway|under way|on (?:track|target|schedule)|started|outstanding|overdue|open|yes|no|y|n|red|amber|green|blue|[rag]|(?:rag )?(?:red|amber|green)|no longer (?:required|needed|applicable)|not applicable|n/a|superseded|(?:a?waiting|waits) (?:on|for)?\b[\w’', -]{0,60}|with [\w’' -]{0,40})\.?$`)

// stated is the state that an answer gives as such, in a cell or a paragraph
// of its own: it decides over what the other cells tell. Its proof is the
// sentence that says the same, or the cell.
func stated(answer string) (archive.RemedyStatus, string) {
	pars := strings.Split(strings.TrimSpace(answer), "\n\n")
	if len(pars) < 2 && coloured[strings.ToLower(strings.Trim(pars[0], ". "))] == "" {
		return "", ""
	}
	cell := ""
	for _, par := range pars {
		if par = strings.TrimSpace(par); stateCell.MatchString(par) {
			cell = par
		}
	}
	if cell == "" {
		return "", ""
	}
	is, rank := meaning(cell)
	if closedCell.MatchString(cell) {
		is, rank = archive.Implemented, 2
	}
	colour := coloured[strings.ToLower(strings.Trim(cell, ". "))]
	if colour != "" {
		is, rank = colour, 1
	}
	if rank == 0 {
		return "", ""
	}
	other, proof := archive.RemedyStatus(""), ""
	for _, par := range pars {
		for _, s := range parse.Sentences(par) {
			if s == cell {
				continue
			}
			same, n := meaning(s)
			if n > 0 && same == is {
				return is, s
			}
			if n > 0 && (same == archive.Partly || colour != "" && proof == "") {
				other, proof = same, s
			}
		}
	}
	if colour != "" && proof != "" { // a colour says less than the words beside it
		if colour == archive.InProgress && other == archive.Partly {
			other = colour // so far, and going on
		}
		return other, proof
	}
	return is, cell
}

// coloured are the colours by which tables of actions show how they stand, and
// the answers to "Completed?".
var coloured = map[string]archive.RemedyStatus{
	"yes": archive.Implemented, "y": archive.Implemented, "no": archive.NotImplemented, "n": archive.NotImplemented, "open": archive.InProgress,
	"red": archive.NotImplemented, "amber": archive.InProgress, "green": archive.Implemented, "blue": archive.Implemented,
	"r": archive.NotImplemented, "a": archive.InProgress, "g": archive.Implemented, "b": archive.Implemented}

var closedCell = regexp.MustCompile(`(?i)^(?:stat(?:e|us)\s*[:–-]\s*)?closed\.?$`)
