package server

import (
	"cmp"
	"fmt"
	"strings"

	"moothall/archive"
)

// A hitView is one result.
type hitView struct {
	Title         []archive.Part
	Href          string
	Tags          []tag
	Facts         []string
	Date          *dateView
	Decision      string
	DecisionLabel string
	First         *snippetView
	More          []snippetView
	MoreLabel     string
	Exempt        bool
}

// A snippetView is a piece of the text with where it stands.
type snippetView struct {
	Parts []archive.Part
	Page  *textLink
	Field string
	Lang  string
}

// newHitView is one result as it is shown: the words found first, others of
// the same record folded away.
func newHitView(text string, h archive.Hit) hitView {
	h = publicHit(h)
	v := hitView{Title: mark(cmp.Or(h.Title, "Without a title"), terms(text)), Href: withText(hitURL(h), text), Exempt: h.Visibility == archive.Exempt}
	v.Tags = append(v.Tags, tag{"Kind", h.Kind.Label(), "kind"})
	if h.Outcome != "" {
		v.Tags = append(v.Tags, tag{"Meeting outcome", h.Outcome.Label(), "outcome"})
	}
	if h.Finding != "" {
		v.Tags = append(v.Tags, tag{"Ombudsman’s finding", h.Finding.Label(), "finding"})
	}
	if v.Exempt {
		v.Tags = append(v.Tags, tag{"Access", "Exempt", "exempt"})
	}
	if h.OCR {
		v.Tags = append(v.Tags, tag{"Text", "Read by OCR", "ocr"})
	}
	v.Date = newDate(h.Date)
	for _, fact := range []string{h.Council, h.Committee, prefixed("Item ", h.Number), prefixed("Reference ", h.Reference)} {
		if fact != "" {
			v.Facts = append(v.Facts, fact)
		}
	}
	quoted := false
	for _, sn := range h.Snippets {
		if sn.Field == "title" && joined(sn.Parts) == h.Title {
			v.Title = sn.Parts
			continue
		}
		if sn.Field == "text" {
			if strings.EqualFold(strings.TrimLeft(joined(sn.Parts), "0123456789./() "), h.Title) {
				v.Title = mark(h.Title, terms(text))
				continue // the heading is all there is
			}
			sn.Parts = withoutHeading(sn.Parts, h.Number, h.Title)
		}
		sv := snippetView{Parts: sn.Parts, Field: sn.Field, Lang: language(joined(sn.Parts))}
		if sn.Page > 0 && h.Source.SHA256 != "" {
			sv.Page = &textLink{fmt.Sprintf("page %d", sn.Page), withText(pageURL(h.Source.SHA256, sn.Page), text)}
		}
		quoted = quoted || sn.Field == "decision"
		if v.First == nil {
			v.First = &sv
		} else {
			v.More = append(v.More, sv)
		}
	}
	v.MoreLabel = count(len(v.More), "more match here", "more matches here")
	if !quoted && h.Decision != "" {
		v.Decision, v.DecisionLabel = shortened(h.Decision, 220), "Decision"
		if h.Kind == archive.KindReport {
			v.DecisionLabel = "Recommended"
		}
	}
	return v
}

// withoutHeading takes the item's number and title off the beginning of a
// snippet, which stands right under them; a snippet of little else is left as
// it is.
func withoutHeading(parts []archive.Part, number, title string) []archive.Part {
	words := joined(parts)
	for _, heading := range []string{title, number + " " + title} {
		if len(heading) < len(words)-20 && title != "" && strings.EqualFold(words[:len(heading)], heading) {
			return from(parts, len(heading))
		}
	}
	return parts
}

// from is parts from a byte of their text on, white space left out before it.
func from(parts []archive.Part, at int) []archive.Part {
	var out []archive.Part
	for _, p := range parts {
		if at >= len(p.Text) {
			at -= len(p.Text)
			continue
		}
		p.Text, at = p.Text[at:], 0
		if len(out) == 0 {
			if p.Text = strings.TrimLeft(p.Text, " .:–-"); p.Text == "" {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

func joined(parts []archive.Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}
