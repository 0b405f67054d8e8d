package server

import (
	"path"
	"slices"
	"strings"

	"moothall/archive"
)

// publicHit is a hit as anybody may see it: contact details masked, and of an
// exempt item nothing but what it is and where it stood on the agenda.
func publicHit(h archive.Hit) archive.Hit {
	h.Title = archive.MaskContacts(h.Title)
	if h.Visibility == archive.Exempt {
		h.Snippets, h.Decision = nil, ""
		return h
	}
	h.Decision = archive.MaskContacts(h.Decision)
	h.Snippets = slices.Clone(h.Snippets)
	for i, s := range h.Snippets {
		h.Snippets[i].Parts = maskParts(s.Parts)
	}
	return h
}

// maskParts masks contact details in a snippet, also where one runs across
// several parts: it is masked in the part where it begins and taken out of
// the others, and is no longer shown as a match. A number that the snippet's
// edge has cut in two is masked as well.
func maskParts(parts []archive.Part) []archive.Part {
	var all strings.Builder
	for _, p := range parts {
		all.WriteString(p.Text)
	}
	spans := snippetSpans(all.String())
	if len(spans) == 0 {
		return parts
	}
	var out []archive.Part
	at := 0
	for _, p := range parts {
		end := at + len(p.Text)
		pos := at
		for _, s := range spans {
			if s[1] <= pos || s[0] >= end {
				continue
			}
			if s[0] >= at {
				out = addPart(out, all.String()[pos:s[0]], p.Match)
				out = addPart(out, archive.Withheld, false)
			}
			pos = min(s[1], end)
		}
		out = addPart(out, all.String()[pos:end], p.Match)
		at = end
	}
	return out
}

func addPart(parts []archive.Part, text string, match bool) []archive.Part {
	if text == "" {
		return parts
	}
	if n := len(parts); n > 0 && !match && !parts[n-1].Match {
		parts[n-1].Text += text
		return parts
	}
	return append(parts, archive.Part{Text: text, Match: match})
}

// snippetSpans are the contact details in a snippet's text, and any run of
// six digits or more at either edge, which may be the rest of one.
func snippetSpans(text string) [][2]int {
	spans := archive.ContactSpans(text)
	const digits = "0123456789"
	trimmed := strings.TrimLeft(text, digits)
	if n := len(text) - len(trimmed); n >= 6 && !covered(spans, 0) {
		spans = append([][2]int{{0, n}}, spans...)
	}
	trimmed = strings.TrimRight(text, digits)
	if n := len(text) - len(trimmed); n >= 6 && len(trimmed) > 0 && !covered(spans, len(text)-1) {
		spans = append(spans, [2]int{len(trimmed), len(text)})
	}
	return spans
}

func covered(spans [][2]int, at int) bool {
	return slices.ContainsFunc(spans, func(s [2]int) bool { return s[0] <= at && at < s[1] })
}

// publicRecord is a copy of a record as anybody may see it: contact details
// masked throughout, running lines left out, and the words of exempt business
// withheld. The bytes it was read from stay as they were published.
func publicRecord(r archive.Record) archive.Record {
	switch r := archive.Withhold(r).(type) {
	case *archive.Item:
		c := *r
		mask(&c.Background, &c.Discussion, &c.Decision, &c.Venue, &c.MovedBy, &c.SecondedBy)
		c.Resolutions = maskEach(c.Resolutions, func(x *archive.Resolution) { mask(&x.Text) })
		c.Exchanges = maskEach(c.Exchanges, func(x *archive.Exchange) { mask(&x.Issue, &x.Response) })
		c.Remedies = maskRemedies(c.Remedies)
		c.Documents = maskEach(c.Documents, func(x *archive.Attachment) { mask(&x.Title, &x.URL) })
		maskHead(&c.Head)
		return &c
	case *archive.Report:
		c := *r
		mask(&c.SubmittedBy)
		c.Wards = maskEach(c.Wards, func(x *string) { mask(x) })
		c.EarlierDecisions = maskEach(c.EarlierDecisions, func(x *archive.EarlierDecision) { mask(&x.Quote) })
		c.Sections = maskSections(c.Sections)
		c.Recommendations = maskEach(c.Recommendations, func(x *archive.Recommendation) { mask(&x.Text, &x.To) })
		c.Remedies = maskRemedies(c.Remedies)
		maskHead(&c.Head)
		return &c
	case *archive.Finding:
		c := *r
		c.Sections = maskSections(c.Sections)
		c.Remedies = maskRemedies(c.Remedies)
		maskHead(&c.Head)
		return &c
	case *archive.Page:
		c := *r
		maskHead(&c.Head)
		return &c
	}
	return r
}

func maskHead(h *archive.Head) {
	h.Furniture = ""
	h.Source = publicSource(h.Source)
	h.Doubts = maskEach(h.Doubts, func(x *archive.Doubt) { mask(&x.Because) })
	mask(&h.Title, &h.Summary)
	h.Text, h.PageMarks = maskMarked(h.Text, h.PageMarks)
	h.MeetingRefs = maskEach(h.MeetingRefs, func(x *archive.MeetingRef) { mask(&x.Quote) })
	h.MinuteRefs = maskEach(h.MinuteRefs, func(x *archive.MinuteRef) { mask(&x.Quote) })
	h.ServiceParts = maskEach(h.ServiceParts, func(x *archive.ServicePart) { mask(&x.Quote) })
	h.References = maskEach(h.References, func(x *archive.Reference) { mask(&x.Quote) })
}

// publicSource is where a record came from without what is nobody's business:
// the folders of the machine that the file lay on, and who is named in it.
func publicSource(s archive.Source) archive.Source {
	s.Name = publicName(s.Name)
	return s
}

// publicName is a file's name without its folders.
func publicName(name string) string {
	if name == "" {
		return ""
	}
	return archive.MaskContacts(path.Base(strings.ReplaceAll(name, `\`, "/")))
}

// maskMarked masks text and moves its page marks with the words they stand at.
func maskMarked(text string, marks []archive.PageMark) (string, []archive.PageMark) {
	spans := archive.ContactSpans(text)
	if len(spans) == 0 {
		return text, marks
	}
	moved := slices.Clone(marks)
	for i, m := range marks {
		for _, s := range spans {
			switch {
			case s[1] <= m.Offset:
				moved[i].Offset += len(archive.Withheld) - (s[1] - s[0])
			case s[0] < m.Offset: // the page ends inside it: the next begins after it
				moved[i].Offset += s[0] + len(archive.Withheld) - m.Offset
			}
		}
	}
	return archive.MaskContacts(text), moved
}

func maskSections(list []archive.Section) []archive.Section {
	return maskEach(list, func(s *archive.Section) {
		mask(&s.Heading, &s.Text)
		s.Paragraphs = maskEach(s.Paragraphs, func(p *archive.Paragraph) { mask(&p.Text) })
	})
}

func maskRemedies(list []archive.Remedy) []archive.Remedy {
	return maskEach(list, func(r *archive.Remedy) {
		mask(&r.Text, &r.Due, &r.AddressedTo)
		if r.Evidence != nil {
			e := *r.Evidence
			mask(&e.Quote)
			r.Evidence = &e
		}
	})
}

func maskEach[T any](list []T, f func(*T)) []T {
	out := slices.Clone(list)
	for i := range out {
		f(&out[i])
	}
	return out
}

func mask(texts ...*string) {
	for _, t := range texts {
		*t = archive.MaskContacts(*t)
	}
}
