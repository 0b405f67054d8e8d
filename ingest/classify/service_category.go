package classify

import (
	"strings"

	"moothall/archive"
)

// categoryServices are what the Ombudsman's categories are services of, by
// the beginning of their names: who complained of what is filed by people, and
// no count of words knows better. A sub-category that belongs elsewhere than
// its category stands first.
var categoryServices = []struct {
	category, subcategory string
	services              []archive.Service
}{
	{"environment", "licensing", []archive.Service{archive.Licensing}},
	{"other categor", "leisure", []archive.Service{archive.OtherService}},
	{"other categor", "other", []archive.Service{archive.OtherService}},
	{"other categor", "covid", []archive.Service{archive.OtherService}},
	{"other categor", "", []archive.Service{archive.Corporate}}, // elections, employment, councillors' conduct, land, contracts
	{"adult", "", []archive.Service{archive.AdultSocialCare}},
	{"children", "", []archive.Service{archive.ChildrensServices}},
	{"education", "", []archive.Service{archive.Education}},
	{"benefits", "", []archive.Service{archive.BenefitsAndTax}},
	{"housing", "", []archive.Service{archive.Housing}},
	{"environment", "", []archive.Service{archive.Environment}},
	{"planning", "", []archive.Service{archive.Planning}},
	{"health", "", []archive.Service{archive.AdultSocialCare, archive.PublicHealth}}, // complaints of council and NHS together
	{"transport", "", []archive.Service{archive.HighwaysTransport}},
	{"highways", "", []archive.Service{archive.HighwaysTransport}},
}

// ofCategory is the services of a finding by its published category, nil
// where it has none or one that is not known.
func ofCategory(f *archive.Finding) []archive.Service {
	category, sub := strings.ToLower(f.Category), strings.ToLower(f.Subcategory)
	if f.Ombudsman == "housing_ombudsman" {
		return []archive.Service{archive.Housing}
	}
	for _, c := range categoryServices {
		if category != "" && strings.HasPrefix(category, c.category) && strings.HasPrefix(sub, c.subcategory) {
			return append([]archive.Service(nil), c.services...)
		}
	}
	return nil
}
