package archive

// Withhold is a record as it may be looked through and shown by anybody: as it
// is, unless it is exempt; then a copy with nothing but what it is, where it
// stood on the agenda, how it ended and which papers it names. The bytes it
// was read from stay as they were published.
func Withhold(r Record) Record {
	if r.About().Visibility != Exempt {
		return r
	}
	switch r := r.(type) {
	case *Item:
		c := *r
		c.Background, c.Discussion, c.Decision = "", "", ""
		c.Resolutions, c.Exchanges, c.Remedies, c.Votes = nil, nil, nil, nil
		c.withhold()
		return &c
	case *Report:
		c := *r
		c.Sections, c.Recommendations, c.Remedies, c.EarlierDecisions = nil, nil, nil, nil
		c.withhold()
		return &c
	case *Finding:
		c := *r
		c.Sections, c.Remedies = nil, nil
		c.withhold()
		return &c
	case *Page:
		c := *r
		c.withhold()
		return &c
	}
	return r
}

func (h *Head) withhold() {
	h.Summary, h.Text, h.Furniture, h.PageMarks = "", "", "", nil
	h.MeetingRefs, h.MinuteRefs, h.CaseRefs, h.References, h.ServiceParts = nil, nil, nil, nil, nil
	h.Doubts = nil // their reasons quote the text
}
