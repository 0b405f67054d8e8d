package report

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// told are remedies each in a paragraph of its own with what became of it:
// "3.1 Pay Mrs A £300. This was paid on 3 January." It is asked only where a
// report that answers an Ombudsman has neither list nor table of remedies. At
// least two paragraphs of a part must open as remedies do, and one go on.
func told(parts []part) []archive.Remedy {
	var all []archive.Remedy
	for _, p := range parts {
		if p.canonical == recommending {
			continue
		}
		var here []archive.Remedy
		answered := false
		for _, l := range p.lines {
			if l.Kind == extract.Row || !remedyOpens.MatchString(l.Text) {
				continue
			}
			said := sentences(l.Text)
			if len(said[0]) > 260 {
				continue
			}
			rem := archive.Remedy{Label: parse.Label(l.Marker), Text: said[0], Status: archive.StatusNotStated, Page: l.Page}
			if rest := strings.TrimSpace(strings.Join(said[1:], " ")); rest != "" {
				rem.Evidence = &archive.Evidence{Quote: rest, Page: l.Page}
				answered = true
			}
			here = append(here, rem)
		}
		if len(here) > 1 && answered {
			all = append(all, here...)
		}
	}
	return all
}

// remedyOpens are the words a remedy begins with: what is to be done, as an
// order or as a thing.
var remedyOpens = regexp.MustCompile(`^(?:(?:Pay|Repay|Refund|Reimburse|Apologi[sz]e|Write|Send|Say sorry|Train|Retrain|Remind|Brief|Review|Revise|Amend|Update|Reassess|Re-?assess|Reconsider|Identify|Check|Audit|Carry out|Complete|Arrange|Provide|Offer|Waive|Cancel|Backdate|Produce|Prepare|Publish|Introduce|Look again|Consider|Decide|Agree|Meet|Put|Ensure|Make|Issue|Share|Draw up)\s` +
	`|£\d[\d,.]* (?:to|for)\b|(?:An? )?(?:[Ww]ritten |[Ff]ormal |[Ff]ull )?[Aa]pology (?:to|from|for)\b|(?:A |An )?(?:[Pp]ayment|[Rr]efund|[Rr]eview|[Cc]heck|[Aa]udit) (?:of|to)\b|(?:Refresher |Further |Staff )?[Tt]raining (?:for|of|in|on)\b|Say sorry\.)`)
