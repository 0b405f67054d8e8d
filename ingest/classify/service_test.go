package classify

import (
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
)

func TestServices(t *testing.T) {
	for _, c := range []struct {
		name, committee, title, text string
		want                         string
	}{
		{"the title says", "Cabinet", "Winter gritting", "The Chairman reported on the salt.", "highways_transport"},
		{"two in the title", "Council", "Capital Programme and Revenue Budget (including Council Tax Setting)", "Members debated it.", "corporate benefits_and_tax"},
		{"a body of one business", "Corporate Parenting Panel", "Chairman’s Announcements", "The Chair thanked officers.", "childrens_services"},
		{"a body of one business and the title's", "Corporate Parenting Panel", "Virtual School Head Teacher’s update", "The school did well.", "education childrens_services"},
		{"procedural elsewhere", "Cabinet", "Apologies", "None were received.", "corporate"},
		{"a portfolio is no subject", "Cabinet", "Notice board by the pond", "The Cabinet Member for Education and Housing welcomed the new notice board by the pond.", "other"},
		{"a body's name is no subject", "Council", "Findings of an investigation", "The Children and Young People Overview and Scrutiny Committee noted that a family had been homeless and that housing officers had refused the homelessness application.", "housing"},
		{"the Ombudsman's name is no subject", "Council", "Local Government and Social Care Ombudsman: a complaint about planning", "A planning application was granted.", "planning"},
		{"children's social care is not adults'", "Council", "Report on Children's Social Care", "A niece and nephew were not assessed.", "childrens_services"},
		{"to send is no special need", "Council", "Notice board by the clock", "The Clerk was asked to send a letter, and the Chairman to send another.", "other"},
		{"SEND is one", "Cabinet", "SEND improvement plan", "It was noted.", "education"},
		{"a hedgehog's highway", "Council", "Motion: hedgehog highways", "Holes in fences were asked for.", "environment"},
		{"charging for care", "Cabinet", "Charging for Care: Revised Policy", "The budget and the policy were discussed.", "adult_social_care"},
		{"a bus to the day centre", "Council", "Proposed Closure of the Mill Day Centre", "The bus takes an hour. A bus runs twice a day, and no other bus does.", "adult_social_care"},
		{"a local enforcement plan", "Council", "Local Enforcement Plan", "The policy sets target times.", "planning"},
		{"a board named in passing", "Scrutiny Committee", "EHCP timeliness", "The integrated care board had been asked for advice. The integrated care board had not replied.", "education"},
		{"the board itself", "Council", "Integrated Care Board: winter plan", "It was noted.", "public_health"},
		{"a disabled facilities grant", "Cabinet", "DFG underspend", "Grants for adaptations are paid late.", "housing"},
		{"a bank holiday is no bank of a river", "Council", "Opening on the bank holiday", "The hut by the clock will open on the bank holiday.", ""},
		{"a traffic order by its letters", "Council", "TRO: Mill Lane", "It was noted.", "highways_transport"},
		{"a levy by its letters", "Council", "CIL and s106 receipts", "It was noted.", "planning"},
		{"tax support by its letters", "Cabinet", "CTRS 2024/25", "It was noted.", "benefits_and_tax"},
		{"deprivation of liberty by its letters", "Cabinet", "DoLS backlog", "It was noted.", "adult_social_care"},
		{"a hub by its letters", "Cabinet", "MASH: annual report", "It was noted.", "childrens_services"},
		{"an order on dogs", "Council", "PSPO: dogs on the beach", "It was noted.", "environment"},
		{"a religious syllabus", "Cabinet", "SACRE annual report", "It was noted.", "education"},
		{"a taxi", "Council", "Hackney carriage fares", "It was noted.", "licensing"},
		{"voting", "Council", "Motion: voting age", "It was noted.", "corporate"},
		{"an order is no tree", "Council", "Tree Preservation Order 9 of 2021", "It was noted.", "planning"},
		{"a benefit is no house", "Cabinet", "Housing benefit: speed of processing", "It was noted.", "benefits_and_tax"},
		{"how it is looked at", "Cabinet", "Schools' Budget Outturn", "It was noted.", "education"},
		{"where it is", "Cabinet", "Acquisition of land at Quarry Hill Road", "The lease of the land was agreed with the owners of the site.", "corporate"},
		{"what the road needs", "Cabinet", "Resurfacing of Quarry Hill Road", "It was noted.", "highways_transport"},
		{"a parish's levy is its budget", "Parish Council", "Precept", "The sum was discussed.", "benefits_and_tax corporate"},
		{"the year's budget", "Cabinet", "Draft Revenue Budget 2024-25 and Capital Programme", "It was noted.", "corporate benefits_and_tax"},
		{"last month's", "Cabinet", "Revenue Budget 2024-25: monitoring", "It was noted.", "corporate"},
		{"outside a school", "Council", "Motion: speed outside village schools", "Limits were asked for.", "highways_transport"},
		{"what lies on the green", "Parish Council", "Parking on the village green", "Letters will be sent.", "highways_transport"},
		{"the green itself", "Parish Council", "Village green", "The corners want filling.", "environment"},
		{"a precept under another heading", "Parish Council", "Finance", "After discussion it was resolved to apply for a precept of £4,000.", "corporate benefits_and_tax"},
		{"a brigade is no drill", "Cabinet", "Fire and Rescue Integrated Risk Plan", "Crews are short by day.", "other"},
		{"a building sold", "Scrutiny Board", "Call-in: sale of the Wool Exchange", "It was referred back.", "corporate"},
		{"council houses sold", "Cabinet", "Sale of council houses", "It was noted.", "housing"},
		{"a title's word", "Parish Council", "Benches", "Two want oiling.", "environment"},
		{"in passing", "Parish Council", "Notes of the day", "The speaker sat on a bench near the shop and spoke of his training.", ""},
		{"procedural, of one service with a name", "Planning and Amenities Committee", "Apologies", "None.", "planning"},
		{"procedural, of two", "Housing and Planning Committee", "Apologies", "None.", "corporate"},
		{"nothing is said", "Council", "The Triangle of Land by the Grange", "The grass there was discussed once again by those present at the table.", ""},
		{"several things, one after the other", "Parish Council", "Any Other Business", "Two street lamps are out by the forge. The swings squeak.", "highways_transport other"},
		{"several things, most of one kind", "Parish Council", "Matters Arising", "The drain by the forge was rodded. The potholes in Sheep Street were filled. A road sign is bent.", "highways_transport"},
		{"nothing was brought", "Parish Council", "Any Other Business", "There was none that evening, and so the meeting closed.", "corporate"},
		{"who wrote is beside what about", "Parish Council", "Public participation", "An email from a neighbour asked for the hedge to be cut. The email named nobody.", "environment"},
		{"members in turn", "Parish Council", "Councillors' reports", "Cllr Amos spoke of potholes. Cllr Beck had seen rubbish tipped by the beck.", "environment highways_transport"},
		{"who presides", "Licensing Sub-Committee", "Election of Chairman", "Councillor Amos was elected for the hearing.", "corporate"},
		{"who was away, of a body of one business", "Licensing Sub-Committee", "Apologies for absence", "None.", "licensing"},
		{"a body of hearings", "Licensing Sub-Committee", "The Old Fulling Mill, Mill Road", "Noise from the car park was spoken of.", "licensing"},
		{"a body of applications", "Development Committee", "Barn at High Farm, Mill Road", "The drains were spoken of.", "planning"},
		{"a body of regulation hears of more", "Regulatory Committee", "Extension of Hollin Quarry", "It was agreed.", "planning"},
		{"a path before it", "Planning Committee", "Diversion of public footpath 12, High Farm", "It was agreed.", "highways_transport planning"},
		{"a large directorate's item is its title's", "Environment Cabinet Committee", "Highway term contract", "Members wished to see the costs.", "highways_transport"},
		{"a complaint's title says nothing of it", "Cabinet", "Ombudsman's decision: report", "Miss A waited a year for a boiler.", "housing"},
		{"a committee of finance pays for others", "Finance Committee", "Request from the cricket club", "It was declined.", "other"},
		{"a licence before a planning committee", "Planning and Development Committee", "Street trading licence, Bell Lane", "No objection was raised.", "licensing"},
		{"lights are no flood", "Parish Council", "Floodlights for the court", "Members thought them dear.", "other"},
		{"where it was tipped", "Parish Council", "Fly-tipping, Beech Road", "It was noted.", "environment"},
		{"what residents raised", "Annual Parish Meeting", "Issues members of the public wished to raise", "Mrs Amos asked when the school crossing would be manned.", "highways_transport"},
		{"an authority of one service", "Fire and Rescue Authority", "Future funding forecasts", "It was noted.", "corporate other"},
		{"the landlords' Ombudsman", "Cabinet", "Housing Ombudsman: complaint handling", "It was noted.", "housing"},
		{"leisure before wellbeing", "Cabinet", "Leisure and Wellbeing Strategy", "It was noted.", "other"},
		{"a service with a name before those without", "Cabinet", "Food poverty in schools", "It was noted.", "education"},
		{"a motion on notice", "Council", "Motions on Notice", "It was noted.", "corporate"},
		{"what is moved", "Council", "Notice of Motion by Councillor Amos", "That this Council asks for dentists to be paid by the NHS.", "public_health"},
		{"a motion with its subject", "Council", "Motion on notice: voting age", "A drain was spoken of.", "corporate"},
		{"who is asked", "Council", "Members' questions", "Councillor Amos asked the Portfolio Holder for Housing, Councillor Beck, how many there were. She said twelve.", "housing"},
		{"three things of three kinds", "Parish Council", "Any Other Business", "Two street lamps are out by the forge. The hedge wants cutting. A planning application was withdrawn.", ""},
		{"a council's budget for a service", "Transport Committee", "Capital Programme Monitoring", "It was noted.", "highways_transport"},
		{"the minutes of another body", "Parish Council", "To receive and note the minutes of the Allotments Committee held on 3 May", "They were noted.", "corporate"},
		{"a body of no service with a name", "Amenities Committee", "Apologies for absence", "None.", "corporate"},
		{"a pool is no school", "Council", "Petitions", "A petition asked for the paddling pool to be mended before the school holidays.", "other"},
		{"an application without a kind", "Parish Council", "Application 21/01234: The Old Rectory", "The drains were spoken of.", "planning"},
	} {
		it := &archive.Item{Head: archive.Head{Title: c.title, Text: c.title + "\n\n" + c.text}, Committee: c.committee, Procedural: procedural(c.title)}
		services(it)
		var got []string
		for _, s := range it.Services {
			got = append(got, string(s))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.name, got, c.want)
		}
	}
}

// Titles of items that hold several things, and of those that do not.
func TestGathers(t *testing.T) {
	for title, want := range map[string]bool{
		"Any Other Business":                     true,
		"A.O.C.B.":                               true,
		"Matters arising from the minutes":       true,
		"To consider matters arising":            true,
		"Questions from the public":              true,
		"Petitions":                              true,
		"Chair's Urgent Business":                true,
		"Notice of Motion":                       true,
		"Motion by Councillor Amos":              true,
		"County Councillor's report":             true,
		"Updates":                                true,
		"Suggestions from members of the public": true,
		"Motion on notice: voting age":           false,
		"Petition: save the lido":                false,
		"Library update":                         false,
		"Clerk's report":                         false,
		"Business rates":                         false,
	} {
		it := &archive.Item{Head: archive.Head{Title: title}}
		if got := gathers(it); got != want {
			t.Errorf("%q: got %t, want %t", title, got, want)
		}
	}
}

func TestRemedies(t *testing.T) {
	text := strings.Join([]string{
		"· Pays £300 for the distress. It should also apologise for the lack of explanation and take steps to provide an explanation immediately.", "This payment has now been made.",
		"· Conduct a training needs analysis within three months.", "This recommendation has been progressed and completed.",
		"· Consider what support is needed to provide respite over the holidays.", "She moved in 2018 and therefore respite is not required over the holidays.",
		"· Write jointly with the home council setting out an amended support plan.", "Unfortunately the council has been unable to implement this decision as Mr B has withdrawn his consent.",
		"· Pays the family £250 each month until a placement is found.", "The council has backdated the provision and repaid the amount as instructed.",
		"· Review its complaints procedure.", "A review is under way.",
		"· Publish the outcome.", "The policy is on the website for those who seek it.",
	}, "\n\n")
	r := &archive.Report{Head: archive.Head{Text: text, PageMarks: []archive.PageMark{{Offset: 0, Page: 2}}}}
	for i, par := range strings.Split(text, "\n\n") {
		if i%2 == 0 {
			r.Remedies = append(r.Remedies, archive.Remedy{Text: strings.TrimPrefix(par, "· ")})
		}
	}
	remedies(&r.Head, r.Remedies, "", "")
	want := []archive.RemedyStatus{archive.Partly, archive.Implemented, archive.NoLongerRequired, archive.WaitingOnOthers, archive.Implemented, archive.InProgress, archive.StatusNotStated}
	for i, rem := range r.Remedies {
		if rem.Status != want[i] {
			t.Errorf("%q: got %s, want %s (%+v)", rem.Text, rem.Status, want[i], rem.Evidence)
		}
		if (rem.Evidence == nil) != (want[i] == archive.StatusNotStated) {
			t.Errorf("%q: evidence %+v", rem.Text, rem.Evidence)
		}
		if rem.Evidence != nil && (rem.Evidence.Page != 2 || !strings.Contains(text, rem.Evidence.Quote)) {
			t.Errorf("%q: evidence %+v is not in the text", rem.Text, rem.Evidence)
		}
	}
	if got := r.Remedies[0]; *got.AmountGBP != 300 || got.Per != "" || got.Due != "immediately" {
		t.Errorf("sum and deadline: %+v", got)
	}
	if got := r.Remedies[1]; got.Due != "within three months" || !reflect.DeepEqual(got.Kinds, []archive.RemedyKind{archive.Training}) {
		t.Errorf("training: %+v", got)
	}
	if got := r.Remedies[4]; *got.AmountGBP != 250 || got.Per != "month" {
		t.Errorf("recurring sum: %+v", got)
	}
}

// What a council's answer under a remedy means.
func TestStatus(t *testing.T) {
	for answer, want := range map[string]archive.RemedyStatus{
		"Paid on 6 April 2023.":                                                           archive.Implemented,
		"Eleven of sixteen officers have been trained.":                                   archive.Partly,
		"The joined record depends on a new system which the supplier has not delivered.": archive.WaitingOnOthers,
		"This has not been done.":                                                         archive.NotImplemented,
		"The tuition is therefore no longer required.":                                    archive.NoLongerRequired,
		"The work is in progress and a final report will be made in September.":           archive.InProgress,
		"All 31 families were reviewed by 19 May 2023.":                                   archive.Implemented,
		"The leaflet is on the shelf in the hall.":                                        archive.StatusNotStated,
		"The remedy was carried out only in part.":                                        archive.Partly,
		"The recommendation has been partly implemented.":                                 archive.Partly,
		"Partly implemented.":                                                             archive.Partly,
		"Partially complete":                                                              archive.Partly,
		"Eleven of sixteen trained.":                                                      archive.Partly,
		"Some of the families have been reviewed.":                                        archive.Partly,
		"Not all of the officers have been trained.":                                      archive.Partly,
		"The apology was sent on 3 May but the policy has not been reviewed.":             archive.Partly,
		"Partly implemented. The remainder has not been done.":                            archive.Partly,
		"It has been implemented, five weeks late.":                                       archive.Implemented,
		"The delay was partly the fault of the supplier. The sum was paid in May.":        archive.Implemented,
		"All sixteen of the sixteen officers were trained.":                               archive.Implemented,
		"The service has been restored.":                                                  archive.Implemented,
		"Full Council agreed on 20 July 2023 to restore the service.":                     archive.InProgress,
		"Full Council agreed to restore the service. It was restored on 1 August 2023.":   archive.Implemented,
		"The supplier delivered the form as page 2 of 3.":                                 archive.Implemented,
	} {
		if got, quote := status(archive.Remedy{Text: "Do it."}, answer); got != want || (quote == "") != (want == archive.StatusNotStated) {
			t.Errorf("%q: got %s (%q), want %s", answer, got, quote, want)
		}
	}
}

// A table's column "State" decides over what the column beside it tells; the
// proof is the sentence that says the same, or the cell.
func TestStateOfATable(t *testing.T) {
	for answer, want := range map[string]struct {
		is    archive.RemedyStatus
		quote string
	}{
		"Five agency officers will be trained on 21 February 2024.\n\nPartly implemented":                       {archive.Partly, "Partly implemented"},
		"The lawyers have had the agreement since July. It has been drafted.\n\nWaiting on the provider":        {archive.WaitingOnOthers, "Waiting on the provider"},
		"The letter was sent on 3 May 2023. A second will be sent in June.\n\nImplemented":                      {archive.Implemented, "The letter was sent on 3 May 2023."},
		"The draft has been written.\n\nNot started":                                                            {archive.NotImplemented, "Not started"},
		"The policy has been reviewed and the forms changed.\n\nOngoing":                                        {archive.InProgress, "Ongoing"},
		"The child has moved to another county.\n\nNo longer required":                                          {archive.NoLongerRequired, "No longer required"},
		"The policy was reviewed in May.\n\nIt was implemented in full although two officers had left by then.": {archive.Implemented, "The policy was reviewed in May."},
	} {
		if got, quote := status(archive.Remedy{Text: "Do it."}, answer); got != want.is || quote != want.quote {
			t.Errorf("%q: got %s by %q, want %s by %q", answer, got, quote, want.is, want.quote)
		}
	}
}

// Whatever a record says, classifying it again changes nothing, every quote
// is the record's own words, and every date is a day.
func FuzzRecord(f *testing.F) {
	f.Add("Findings", "The Cabinet considered it at a meeting on 4 May 2021.\n\nRESOLVED that the report be noted.", "Council")
	f.Add("Minutes", "Moved by Cllr A, seconded by Cllr B. For (3) Against (2). Ombudsman 21 003 456. (Minute 5 refers)", "Audit Committee")
	f.Add("", "29 October and 10 December 2024 Panel,", "")
	f.Fuzz(func(t *testing.T, title, text, body string) {
		it := &archive.Item{Head: archive.Head{Title: title, Text: text}, Committee: body, MeetingDate: "2021-07-22", Decision: text, Discussion: text}
		it.Resolutions = []archive.Resolution{{Text: text}}
		it.Remedies = []archive.Remedy{{Text: text}}
		Record(it)
		for _, m := range it.MeetingRefs {
			if m.Body == "" && m.Date == "" || m.Date != "" && !m.Date.Valid() {
				t.Errorf("meeting %+v", m)
			}
			if !strings.Contains(title, m.Quote) && !strings.Contains(text, m.Quote) {
				t.Errorf("quote %q is not the record's", m.Quote)
			}
		}
		again := *it
		again.Services, again.CaseRefs = append([]archive.Service(nil), it.Services...), append([]string(nil), it.CaseRefs...)
		Record(&again)
		if !reflect.DeepEqual(again.Services, it.Services) || !reflect.DeepEqual(again.CaseRefs, it.CaseRefs) || again.Outcome != it.Outcome || len(again.MeetingRefs) != len(it.MeetingRefs) {
			t.Errorf("classifying twice gives another answer")
		}
	})
}
