package ingest

import (
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/text"
	"moothall/ingest/extract/xml"
	"moothall/ingest/parse"
)

// read is a document made from the words of a file.
func read(t testing.TB, raw string) parse.Document {
	t.Helper()
	readers := map[string]func([]byte) (extract.Paper, error){"html": html.Read, "xml": xml.Read, "text": text.Read}
	media := extract.Media([]byte(raw))
	if readers[media] == nil {
		media = "text"
	}
	p, err := readers[media]([]byte(raw))
	if err != nil {
		t.Skip(err)
	}
	return parse.Document{Raw: archive.Raw{Bytes: []byte(raw), Name: "paper"}, Digest: archive.DigestOf([]byte(raw)), Paper: p}
}

// papers are the openings of papers of every format, and of some that only
// look like one.
var papers = []struct {
	name string
	want archive.Format
	raw  string
}{
	{"another Ombudsman's list, label over value", archive.LGSCODecision, "We are closed on Monday.\n\n  • Case ref:\n    202204417\n  • Body:\n    Strathwester Council\n  • Outcome:\n    Not upheld, no recommendations\n\nSummary\n\nC complained about a street light.\n"},
	{"the Housing Ombudsman's table as lines", archive.LGSCODecision, "Westermouth Council (202512345)\n\nDecision\n\nCase ID\n\n202512345\n\nLandlord\n\nWestermouth Council\n\nDate\n\n3 November 2025\n"},
	{"a council's own table of items", archive.Minutes, "<html><body><h1>Amenities Committee</h1><p>Minutes – Monday 18th November 2019</p><p>Present: Cllrs K Dale, M Ewer</p><table><tr><th>No</th><th>Item</th></tr><tr><td>60.</td><td><b>Approval of minutes</b><br>The minutes were approved as a correct record.</td></tr></table></body></html>"},
	{"minutes worded as an agenda", archive.Minutes, "Nether Sallow Parish Council minutes - June\n\nThose Attending: Cllr Moss, Cllr Tull\n\n1 To Consider Accepting Apologies for Absence: There were none\n\n2 To Record Declarations of Interest:\n\nNone.\n"},
	{"minutes numbered with strokes", archive.Minutes, "Personnel Committee\n\nOrme Town Council, Monday 16 October 2023\n\nPresent: Cllrs N Moss, G Tull (Chair)\n\nP/23/19 – Minutes\n\nThose of 3 July 2023.\n\nP/23/20 – Sickness\n\nLow.\n\nP/23/21 – Leave\n\nFive days.\n\nP/23/22 – Vacancy\n\nOne.\n"},
	{"issue page as text", archive.ModernGovIssue, "Issue - meetings\n\nRents\n\nMeeting: 22/07/2021 - Council (Item 183)\n\n183 Rents pdf icon PDF 264 KB\n\nMinutes:\n\nDecision:\n\nThe Council noted the report.\n"},
	{"issue page whose heading was lost", archive.ModernGovIssue, "Rents\n\nMeeting: 22/07/2021 - Housing - Sub Committee (Part 2) (Item 183)\n\nRents\n\nMinutes:\n\nNoted.\n"},
	{"issue page as HTML", archive.ModernGovIssue, `<html><title>Issue - items at meetings - Rents</title><body><h1>Issue - meetings</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Rents</h2></div></body></html>`},
	{"meeting page", archive.ModernGovMeeting, `<html><body><h1>Agenda and draft minutes</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Cabinet - Thursday, 22nd July, 2021 7.00 pm</h2><table class="mgItemTable"><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">1.</p></td><td><p class="mgAiTitleTxt">Apologies</p></td></tr></table></div></body></html>`},
	{"meeting page as text", archive.ModernGovMeeting, "Agenda and minutes\n\nCabinet - Tuesday, 22 January 2019 2.00 pm\n\nVenue: Town Hall\n\n1. Apologies\n\nMinutes:\n\nThere were none.\n"},
	{"meeting page under a site's heading", archive.ModernGovMeeting, "Skip to content\n\nAgendas, Meetings and Minutes - Agenda and minutes\n\nCouncil - Tuesday 28th January 2020 7.30 pm\n\n1916. Apologies\n"},
	{"meeting page of CMIS", archive.ModernGovMeeting, `<html><body><div id="dnn_ContentPane"><div class="DNNLabel">Committee:</div><div class="Value">Cabinet</div><div class="DNNLabel">Date:</div><div class="Value">Mon 08 Jun 2026 10:00</div></div></body></html>`},
	{"agenda item", archive.ModernGovItem, "Agenda item\n\nComplaints Made to the Ombudsman\n\nReport of the Chief Executive.\n\nMinutes:\n\nRESOLVED – That the report be noted.\n\nSupporting documents:\n"},
	{"agenda item in Welsh", archive.ModernGovItem, "Eitem Agenda\n\nGwahardd y Cyhoedd\n\nMae'r eitem ganlynol yn gyfrinachol.\n"},
	{"decision page", archive.ModernGovDecision, "Decision details\n\nPlacement strategy\n\nDecision Maker: Cabinet\n\nDecision status: Recommendations Approved\n\nDecision:\n\nAgreed.\n"},
	{"list of published decisions", archive.ModernGovDecision, "Decisions\n\nDecisions published\n\n16/11/2021 - Garage rents ref: 1055    Recommendations Approved\n\nDecision Maker: Cabinet\n\nMade at meeting: 16/11/2021 - Cabinet\n\nDecision:\n\nRESOLVED that the rents be approved.\n"},
	{"meeting page whose heading and numbers were lost", archive.ModernGovMeeting, "Venue: Guildhall\n\nContact: Robin Field\n\nNo. Item\n\n\nApologies\n\n\nMinutes of the last meeting pdf icon PDF 30 KB\n"},
	{"meeting page that begins with its body and day", archive.ModernGovMeeting, "Cabinet - Wednesday 5th November 2014 6.00 p.m.\n\nAn apology was received.\n\n\nGarage rents pdf icon PDF 30 KB\n\nRESOLVED that the rents be noted.\n"},
	{"meeting of an earlier system", archive.ModernGovMeeting, "Main Committee Room\nThis is a meeting of the Standards Hearing Sub-Committee\n2. EXCLUSION OF THE PUBLIC - To consider it.\n3. COMPLAINT - Report.\n"},
	{"part of an issue page", archive.ModernGovItem, "25 Annual Letter PDF 313 KB\nAdditional documents:\nMinutes:\nMoved by Councillor Reed RESOLVED that the letter be noted.\n"},
	{"decision page without its heading", archive.ModernGovDecision, `<div id="modgov"><h2 class="mgSubTitleTxt">Demolition of the baths</h2><div class="mgContent"><p><span class="mgLabel">Decision Maker: </span>Director of Estates</p><p><span class="mgLabel">Is Key decision?: </span>No</p><h3 class="mgSubSubTitleTxt">Decision:</h3><p>Approved.</p></div></div>`},
	{"an officer's record of a decision", archive.ModernGovDecision, "WESTERMOUTH COUNCIL\n\nRECORD OF OFFICER DECISION\n\nDecision maker: Corporate Director, Place\n\nDate of decision: 4 May 2023\n\nSubject: Gully cleaning\n\nDecision: To let the contract.\n"},
	{"a member's decision session", archive.Minutes, "AMBERSHIRE COUNTY COUNCIL\n\nHIGHWAYS CABINET MEMBER DECISION SESSION\n\nThursday 4 May 2023\n\n1 Declarations of interest\n\nNone.\n\n2 Speed limit\n\nThe Cabinet Member agreed it.\n"},
	{"a report that has labels and no headings", archive.OfficerReport, "THORNLEY DISTRICT COUNCIL\n\nReport to: Housing Committee\n\nDate: 5 February 2024\n\nReport of: Head of Housing\n\nTitle: Garage rents\n\n1. Rents have been the same since 2019. The Council owns 240 garages.\n\n2. Rents would rise by £2 a week.\n"},
	{"a report whose values stand below its labels", archive.OfficerReport, "WESTERMOUTH COUNCIL\n\nReport to\n\nCabinet\n\nDate\n\n5 February 2024\n\nReport of\n\nDirector of Place\n\nTitle\n\nGarage rents\n\nRents have been the same since 2019.\n"},
	{"a letter that tells where to report", archive.Plain, "Westermouth Council\n\nReport to us a pothole or a lamp\n\nDate: 5 February 2024\n\nReport of: yourself or a neighbour\n\nWe mend lamps within five days.\n"},
	{"a register of reports", archive.Plain, "Westermouth Council\n\nDate: 5 February 2024\n\nTitle: Reports that were sent\n\nReport to Cabinet, May.\n\nReport to Council, June.\n"},
	{"a panel's items by name", archive.Minutes, "Westermouth Council\n\nLicensing Panel\n\n7 February 2023, 2.00 pm\n\nPanel: Cllr Ash (Chair), Cllr Birch\n\nItem 1: Chair\n\nCllr Ash.\n\nItem 2: Interests\n\nNone.\n\nItem 3: The Cave\n\nSuspended.\n"},
	{"roman numbers", archive.Minutes, "THORNLEY DISTRICT COUNCIL\n\nCABINET\n\n8 February 2022\n\nCouncillors present: Ray Dale\n\nI. APOLOGIES\n\nCouncillor Hay.\n\nII. MINUTES\n\nSigned.\n"},
	{"questions put to a meeting", archive.Minutes, "COUNTY COUNCIL\n\n13 March 2025\n\nQuestion by Ada Vane to the Leader\n\nWhen?\n\nAnswer\n\nIn May.\n\nQuestion by Cleo Nash to the Leader\n\nWhy?\n\nAnswer\n\nIt fell.\n"},
	{"web service", archive.ModernGovXML, `<?xml version="1.0"?><meeting><meetingid>1</meetingid><meetingdate>10/02/2026</meetingdate><agendaitems><agendaitem><agendaitemtitle>Minutes</agendaitemtitle></agendaitem></agendaitems></meeting>`},
	{"web service's list of bodies", archive.Plain, `<?xml version="1.0"?><committees><committee><committeetitle>Cabinet</committeetitle></committee></committees>`},
	{"Ombudsman's decision", archive.LGSCODecision, "Thornley District Council (21 008 070)\n\nCategory : Housing > Homelessness\n\nDecision : Upheld\n\nDecision date : 09 Oct 2022\n\nThe Ombudsman's final decision:\n\nSummary: Mr L complained.\n\nThe complaint\n\n1. Mr L complained the Council delayed.\n"},
	{"Ombudsman's decision without its title", archive.LGSCODecision, "The complaint\n\n1. Mr L complained.\n\nThe Ombudsman's role and powers\n\n3. We investigate.\n\nHow I considered this complaint\n\nWhat I found\n\nFinal decision\n"},
	{"Ombudsman's public report", archive.LGSCOReport, "Report by the Local Government and Social Care Ombudsman\n\nInvestigation into a complaint about Ambershire County Council (reference number: 19 012 345)\n\n27 March 2021\n"},
	{"Ombudsman's report of old", archive.LGSCOReport, "Report on an investigation into complaint no 06/A/12345 against Ambershire County Council\n\n12 March 2008\n\nReport summary\n\nFinding\n\nMaladministration causing injustice, remedy agreed.\n"},
	{"list of an Ombudsman's decisions", archive.LGSCODecision, "Planning applications\n\nThornley District Council (25 817 377)\n\nStatement Closed after initial enquiries Planning applications 19-May-2026\n\nSummary: We will not.\n\nWestermouth Council (25 817 378)\n\nStatement Upheld Planning applications 18-May-2026\n\nSummary: At fault.\n"},
	{"Housing Ombudsman's case, old form", archive.LGSCODecision, "REPORT\n\nCOMPLAINT 202281234\n\nWestermouth Council\n\n31 January 2024\n\nOur approach\n\nThe Housing Ombudsman’s approach is to decide what is fair.\n\nThe complaint\n\n1. The complaint is about the landlord’s handling of damp, which had been agreed.\n\nPresent: the resident.\n"},
	{"Housing Ombudsman's case, new form", archive.LGSCODecision, `<html><body><main><h1>Thornley District Council (202381235)</h1><table><tr><td>Case ID</td><td>202381235</td></tr><tr><td>Landlord</td><td>Thornley District Council</td></tr><tr><td>Date</td><td>26 May 2026</td></tr></table><h2>Our decision (determination)</h2><p>There was maladministration.</p></main></body></html>`},
	{"Scottish Ombudsman's summary", archive.LGSCODecision, "Case ref: 202281300\n\nDate: April 2024\n\nBody: Kirkmoray Council\n\nOutcome: Upheld, recommendations\n\nSummary\n\nC complained. It was agreed to mend the road.\n"},
	{"Welsh Ombudsman's finding, label above its number", archive.LGSCODecision, "Public Services Ombudsman for Wales\n\nReport Date\n\n12/01/2024\n\nCase Reference Number\n\n202281400\n\nOutcome: Early resolution\n"},
	{"officer's short report", archive.OfficerReport, "THORNLEY DISTRICT COUNCIL\n\nSCRUTINY BOARD\n\n20 FEBRUARY 2024\n\nReport of the Monitoring Officer\n\nACTION PLAN\n\n1. Introduction\n\nThe table shows each action.\n\n2. Recommendation\n\nThat the Board notes the plan.\n"},
	{"short minutes of a panel", archive.Minutes, "Westermouth Council\n\nHarbour Panel\n\nMonday 6 June 2022 - 6 pm\n\nMembers: Cllr Vane (Chair), Cllrs Orme, Pell\n\n14 Notes of 4 April\n\nAccepted.\n\n15 Berths\n\nThe Panel RECOMMENDS that two be let.\n\n16 Dredging\n\nThe Panel noted the bill.\n"},
	{"short minutes whose front is one paragraph", archive.Minutes, "THORNLEY DISTRICT COUNCIL PLANNING COMMITTEE 17 JANUARY 2024 PRESENT: Councillor Dunn (Chair), Councillors Aldred, Crouch\n\nP71 MINUTES\n\nApproved.\n\nP72 2023/0877 - 31 MILL STREET\n\nResolved: approve.\n\nP73 ORDER\n\nResolved that no order be made.\n"},
	{"a letter with members and numbered points", archive.Plain, "Westermouth Council\n\n6 June 2022\n\nDear members\n\n1. The panel was held.\n\n2. The berths are let.\n\n3. The harbour is dredged.\n\nYours\n"},
	{"minutes that name a case of the Housing Ombudsman", archive.Minutes, "HOUSING COMMITTEE\n\nMinutes of the meeting held on 12 March 2024\n\nPresent: Councillor Reed\n\n1. Apologies\n\n2. The Housing Ombudsman’s determination in case 202281234 was noted.\n\nRESOLVED that it be noted.\n"},
	{"officer's report on an Ombudsman's report", archive.OfficerReport, "Meeting of the Full Council\n\nMeeting to be held on Thursday, 18 July 2019\n\nReport submitted by: Director of Education\n\nPart A\n\nElectoral Division affected:\n\nNone;\n\nReport by the Local Government and Social Care Ombudsman on Care\n\nContacts for further information:\n\nExecutive Summary\n\nThe complaint was upheld.\n\nRecommendation\n\nThat Full Council notes it.\n"},
	{"officer's report, values beside labels", archive.OfficerReport, "From: Robin Field, Cabinet Member for Housing\n\nTo: Cabinet – 30 January 2025\n\nSubject: Garage rents\n\nClassification: Unrestricted\n\nSummary: Rents rise.\n\nRecommendation(s): Cabinet is asked to agree.\n"},
	{"printed minutes", archive.Minutes, "THORNLEY DISTRICT COUNCIL\n\nMinutes of the Planning Committee held at 6.00 pm on Tuesday, 12 September 2023\n\nPresent: Councillor Reed (Chair)\n\n45. Apologies for Absence\n\nThere were none.\n\n46. Declarations of Interest\n\nRESOLVED that they be noted.\n\nThe meeting ended at 8.45 pm\n"},
	{"minutes of a parish", archive.Minutes, "Marsh End Parish Council - 3rd July 2018\n\nPresent\n\nCllrs Reed, Okafor\n\n1. Apologies – Cllr Moss\n\n2. It was agreed to mend the gate.\n\n3. Minutes of the last meeting were signed as a true record.\n"},
	{"agenda", archive.Minutes, "AGENDA\n\nCABINET\n\nThursday, 30 January 2025\n\n1. Apologies\n\n2. Declarations of Interest by Members\n"},
	{"newsletter", archive.Plain, "Marsh End News\n\nWelcome to the summer issue. The fête raised £300 and the minutes of the last meeting are on the board.\n"},
	{"budget table", archive.Plain, "APPENDIX D\n\nService | 2024-25 | 2025-26\n\nHousing | 345.0 | 290.0\n"},
	{"prose that speaks of an agenda item", archive.Plain, "We put it on the agenda.\n\nThe decision was Upheld.\n"},
	{"nothing", archive.Plain, "\n"},
}

func TestDetect(t *testing.T) {
	for _, p := range papers {
		t.Run(p.name, func(t *testing.T) {
			if got, why := detect(read(t, p.raw)); got != p.want {
				t.Errorf("%s, because: %s; want %s", got, why, p.want)
			}
		})
	}
}

// A page means the same whatever lines stand above it in a site's header.
func TestDetectBelowAHeader(t *testing.T) {
	header := "Skip to main content\n\nCookies on this site\n\nAccept\n\nHome\n\nContact us\n\n"
	for _, p := range papers {
		if !strings.HasPrefix(p.raw, "<") && p.want != archive.Plain {
			if got, why := detect(read(t, header+p.raw)); got != p.want {
				t.Errorf("%s below a header: %s, because: %s; want %s", p.name, got, why, p.want)
			}
		}
	}
}

// Whatever a paper holds, Detect ends with a format that exists, the same each
// time, and gives a reason.
func FuzzDetect(f *testing.F) {
	known := map[archive.Format]bool{archive.Plain: true}
	for _, p := range papers {
		known[p.want] = true
		f.Add(p.raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		d := read(t, raw)
		got, why := detect(d)
		if !known[got] || why == "" {
			t.Errorf("detect = %q, because %q", got, why)
		}
		if again := Detect(d); again != got {
			t.Errorf("Detect = %s, then %s", got, again)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	d := read(b, papers[0].raw+strings.Repeat("The Committee discussed the matter at some length.\n\n", 400))
	for b.Loop() {
		Detect(d)
	}
}
