package archive

import "strings"

// The labels are what people read in place of the constants. Each falls back
// to the value itself made readable, so that a value this version does not
// know is still shown.

// Label is the kind in a reader's words.
func (k Kind) Label() string {
	return label(string(k), map[string]string{
		string(KindItem): "Agenda item", string(KindReport): "Officers’ report",
		string(KindFinding): "Ombudsman decision", string(KindPage): "Page of a paper",
	})
}

// Label is the outcome in a reader's words.
func (o Outcome) Label() string {
	return label(string(o), map[string]string{
		string(OtherResult): "Other decision", string(OutcomeNone): "No decision recorded",
	})
}

// Label is the verdict in a reader's words.
func (v Verdict) Label() string {
	return label(string(v), map[string]string{string(OtherVerdict): "Other finding"})
}

// Label is the status in a reader's words.
func (s RemedyStatus) Label() string {
	return label(string(s), map[string]string{string(Partly): "Partly implemented", string(StatusOpen): "All open ones"})
}

// Label is the kind of remedy in a reader's words.
func (k RemedyKind) Label() string {
	return label(string(k), map[string]string{string(OtherRemedy): "Other remedy"})
}

// Label is the service in a reader's words. A part of a service,
// "housing/allocations", is "Housing: Allocations".
func (s Service) Label() string {
	whole, part, found := strings.Cut(string(s), "/")
	name := label(whole, map[string]string{
		string(ChildrensServices): "Children’s services", string(HighwaysTransport): "Highways and transport",
		string(OtherService): "Other services",
	})
	if found {
		name += ": " + label(part, nil)
	}
	return name
}

// Label is the facet in a reader's words.
func (f Facet) Label() string {
	return label(string(f), map[string]string{
		string(FacetKind): "Kind of record", string(FacetOutcome): "Meeting outcome",
		string(FacetFinding): "Ombudsman’s finding", string(FacetRemedyStatus): "State of remedies",
		string(FacetWhat): "Remedy or recommendation", string(FacetRemedyKind): "Kind of remedy",
	})
}

// ValueLabel is one of a facet's values in a reader's words. Councils,
// committees and years have no constants, so theirs is the slug made
// readable; whoever knows the name should show that instead.
func (f Facet) ValueLabel(value string) string {
	if value == NotStated {
		return "Not stated"
	}
	switch f {
	case FacetKind:
		return Kind(value).Label()
	case FacetService:
		return Service(value).Label()
	case FacetOutcome:
		return Outcome(value).Label()
	case FacetFinding:
		return Verdict(value).Label()
	case FacetRemedyStatus:
		return RemedyStatus(value).Label()
	case FacetRemedyKind:
		return RemedyKind(value).Label()
	}
	return label(value, nil)
}

func label(value string, special map[string]string) string {
	if l, ok := special[value]; ok {
		return l
	}
	words := strings.NewReplacer("_", " ", "-", " ").Replace(value)
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
