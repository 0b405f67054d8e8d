package archive

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// homes are texts with the address of somebody's home in double brackets, which
// is all that is withheld.
var homes = []string{
	"The Clerk read a letter from Miss Edith Vane ([[31 Tanyard Lane]]) about the noise.",
	"Apologies: Mrs Fern. Mr Tope, [[Yew Tree House, Back Lane, Holm TN8 8AA]], attended as an observer.",
	"Cllr Bell (home address [[7 Elm Way, Westermouth WM3 3AA]]) gave notice of a change.",
	"A complaint had come from the resident of [[22 Canal Walk]] who said the bins were late.",
	"Mrs G Orme told the meeting that she lived at [[5 Reservoir Road]] and saw the lorries daily.",
	"Parish Clerk & RFO: Sue Dray, [[9 Nursery Gardens, Holm, TN8 8BB]]. Tel 01632 960333",
	"HOLM PARISH COUNCIL\nClerk to the Council: Mr David Pile CiLCA\n[[The Granary, Mill Road, Holm, TN8 8CC]]\nemail: clerk@holm.example",
	"Contact for the petition: Ms Y Osei, [[Flat 4, 16 Harbour Street, Westermouth WM1 1ZZ]].",
	"Mr and Mrs Cragg of [[The Bungalow, Station Road]] asked for a dropped kerb.",
	"The allotment tenancy of Mr J Rill, [[14 Orchard View]], was ended.",
	"Allotment holder: Mrs K Teal, [[3 Fore Street, Brackenfold]].",
	"The winner was Olive Marsh, [[60 High Road, Thornley TN1 7YY]].",
	"Mr Ings, who has lived in [[2 Bell Yard]] for forty years, spoke.",
	"Notice to Mr L Howell, [[8 Trem y Mynydd, Dunmoor DU2 2BB]], was agreed.",
	"Objector: Mrs C Dell, [[11 Gull Lane]], spoke for three minutes.",
	"Mr J Smith, [[14 Mill Lane, Thornley TN1 2AB]], wrote to ask for a bin.",
	"A letter was received from Mrs Dove, [[12 Mill Lane]], about the hedge.",
	"Mrs H Larch of [[27 Station Road, Nether Sallow]] asked when the bridge would be mended.",
	"Clerk: Mrs J Orme, [[3 Orchard Close, Nether Sallow, Ambershire AB12 3CD]] Tel: 01632 960001",
	"Clerk to the Council: Jane Orme\n[[3 Orchard Close\nNether Sallow\nAmbershire AB12 3CD]]\nTel: 01632 960001\nEmail: clerk@nethersallow.example",
	"Parish Clerk\nPeter Vane\n[[Rose Cottage, Church Lane, Nether Sallow, AB12 3CE]]",
	"The Clerk, [[8 Pound Street, Nether Sallow, AB12 3CF]]",
	"Councillor Teal declared an interest as she lives at [[41 Gull Lane]].",
	"Cllr Ames declared a personal interest in item 6, his home being at [[9 Marine Parade, Westermouth]].",
	"Mr P Wray, who resides at [[Flat 3, 22 Harbour Row]], spoke against the scheme.",
	"A resident of [[6 Quarry Road]] spoke about parking.",
	"The resident at [[17 Elm Grove]] had complained of noise.",
	"Public speakers: Ms A Osei ([[33 Harbour Point Road, Westermouth WM2 4GH]]) and Mr B Beck.",
	"Dr S Rowe, [[The Old Rectory, Church Street, Thornley TN4 5XY]], offered the land.",
	"Miss P Kett - [[5a Castle Street, Thornley]] - allotment plot 7.",
	"Correspondence: Mr & Mrs T Hobb, [[2 Green Lane]], flooding of their garden.",
	"Mr A. Tarn, [[Willow Bank, Pound Lane, Nether Sallow, AB12 3CH]]: offered to mow the verge.",
	"Home address: [[14 Mill Lane, Thornley TN1 2AB]]",
	"The Chairman's address is Mr D Oakes, [[1 Manor Farm Cottages, Nether Sallow AB12 3CJ]].",
	"Mrs Rill, who lives in [[19 Weir Street]], said the drain was blocked.",
	"Responsible Financial Officer: Mr Tom Lisle, [[56 Holm Avenue, Thornley, TN2 3AA]], tel 07700 900123",
	"Correspondence address: [[4 Bell Court, Thornley TN1 9ZZ]]",
	"Contact: Mrs E Pile, Clerk, [[12 Heol y Bont, Dunmoor, DU1 2AA]]",
	"Clerc / Clerk: Mair Rees, [[7 Maes Glas, Glanfadog, GF3 4DD]]",
	"Robert Elder, [[10 North Street, Westermouth WM1 1AA]], was appointed as handyman.",
	"Letter from Mrs M Bale of [[Ivy Cottage, Mill Lane]], thanking the Council.",
	"Councillor S Quayle\n[[18 The Green\nThornley\nTN1 4BB]]\nTelephone 01632 960111",
	"It was resolved to co-opt Mrs Anne Hythe of [[44 Broad Street]].",
	"NOTE: Mr Dray, [[13 Fore Street]], asked that his objection be read out.",
	"Applicant's neighbour Mrs Gower, [[3 Salt Lane]], spoke of her fears for the wall.",
	"Mr Cragg (of [[2 Bryn Terrace, Dunmoor]]) said the dog was not his.",
	"Present: Mr F Tope, [[Highfield House, Ridge Road, Thornley, TN7 7QQ]], Footpath Warden",
	"Mrs Jane Doe [[16 Mill Lane]] reported a fallen tree.",
	"To: Mr K Birch\n[[25 Low Road\nThornley\nTN3 3CC]]\nDear Mr Birch",
	"A petition organised by Mrs S Fern of [[70 Canal Street, Norhaven NH5 6TT]] was received.",
	"Honorarium to Mr W Ash, [[11 School Hill]], for clearing snow.",
	"the grave of the late Mr Lowe, formerly of [[9 Chapel Row]], was discussed",
	"Cllr P Larch, [[21 Bridge Street, Thornley, TN1 5DD]] (Conservative)",
	"Mr N Kemble stated that he lived at [[30 Weir Street]] and had not been consulted.",
	"Members heard from Ms C Yarrow, [[Flat 12, Alder Point, Marlsbridge Road]], a tenant.",
	"The complainant, Miss R Hale of [[5 Vale View]], was not present.",
	"NETHER SALLOW PARISH COUNCIL\n\n[[Larkrise House, Pound Lane, Nether Sallow, AB12 3CD]]\n\nTel: 01632 960001",
	"Mr Peter Vane, Clerk to the Parish Council [[Larkrise House, Pound Lane, Nether Sallow AB12 3CD]] Telephone: 01632 960001",
	"Clerk to the Parish Council\n\nMrs Jane Orme\n\n[[Holly House\n\nNether Sallow\n\nAB12 3CD]]\n\nTelephone 01632 960111",
	"Mr Tarn of [[27\nStation Road]] asked for a bin.",
	"MR J VANE, [[14 MILL LANE]]",
	"MRS DOVE OF [[12 MILL LANE, THORNLEY]] ASKED FOR A BIN.",
	"CLERK: MRS J ORME, [[3 ORCHARD CLOSE, NETHER SALLOW AB12 3CD]] TEL: 01632 960001",
	"MRS VANE, [[ROSE COTTAGE, MILL LANE]]",
	"JOAN TARN, [[27 STATION ROAD, THORNLEY TN1 2AB]], ALLOTMENT HOLDER",
	"Mr. Vane, [[No. 14 Mill Lane]], spoke",
	"Mrs Dove of [[Number 12 Mill Lane]] had written.",
	"Mr Vane at [[14 Mill Lane]] said that the bins were late.",
	"A letter from Mrs Larch at [[27 Station Road]] was read.",
	"Officers had been to Mrs Vane's home at [[14 Mill Lane]] twice.",
	"The complainant’s flat at [[9 Quay Street]] was damp.",
	"He wished to stay in his home at [[5 Salt Lane]].",
	"The complainant lives with her son at [[14 Mill Lane]].",
	"Mr Ings lived alone at [[2 Bell Yard]] until the flood.",
	"The tenant of [[14 Mill Lane]], Mrs Vane, had complained.",
	"The occupier of [[5 Vale View]] (Mr Rowe) objected.",
	"Lord Vane, [[14 Mill Lane]], spoke",
	"Sir Hugh Dell, [[The Old Rectory, Church Street, Thornley TN4 5XY]], offered the land.",
	"Mr Vane, [[14 Heol y Parc]]",
	"Mrs Rees, [[3 Maes yr Haf]], spoke.",
	"Mr Vane, [[14 Mill Lane]] car blocked by skips",
	"Mr Pugh, [[8 Ffordd Pen y Bryn]], allotment 4.",
}

// places are texts with addresses that are nobody's home as far as they tell,
// or that people search for.
var places = []string{
	"24/00311/FUL – Mrs C Dell, 11 Gull Lane – loft room",
	"Item 6: 11 Gull Lane – Mrs C Dell (agent Mr Ash)",
	"The Council will buy 60 High Road for homeless families from its owner.",
	"Mr Ings, Head of Housing, 2 Bell Yard Depot, Thornley",
	"Possession order granted for 14 Orchard View.",
	"Fly-tipping outside Mrs Teal's shop at 3 Fore Street was cleared.",
	"Licence for 16 Harbour Street (The Anchor): Ms Y Osei, applicant, and PC Dray attended.",
	"Visitors should report to Reception, 1 Castle Street, Thornley.",
	"Venue: Reading Room, 9 Nursery Gardens, Holm TN8 8BB",
	"Surveyors Pile & Orme, 31 Tanyard Lane, Holm TN8 8DD, were paid £300.",
	"Mr Dray, 20 Park homes were built in 2021.",
	"Cllr Ames: 5 Reservoir Road – drain blocked. Cllr Bell: 7 Elm Way – lamp out.",
	"The Mayor visited 8 Trem y Mynydd, the council's new hostel.",
	"Councillor Fosse, Chair, 3 December 2024",
	"Holm Parish Council, Parish Rooms, Church Road, Holm, TN8 8EE. Tel 01632 960444",
	"Listed building consent for the Old Rectory, Church Street, Thornley TN4 5XY – Dr S Rowe",
	"Mr Cope reported that 12 Quay Street residents had no water.",
	"Right to buy: 22 Canal Walk sold for £91,000.",
	"Certificate of lawfulness: Mr Beck, 4 Union Terrace, use as two flats",
	"Highways: resurfacing of Station Road from 2 Station Road to the bridge, Mr Speke to chase.",
	"22/00940/HOU – 4 Gull Lane: dormer to rear",
	"Planning application 23/0112/FUL: Mr J Smith, 14 Mill Lane, Thornley – single storey rear extension. No objection.",
	"23/00456/HOU | Mr and Mrs Hobb | 2 Green Lane, Nether Sallow AB12 3CD | Erection of a porch",
	"Applicant: Mrs Dove. Site: 12 Mill Lane, Thornley TN1 2AC. Proposal: conversion of garage.",
	"Mrs Larch, 27 Station Road – replacement windows in a listed building. Support.",
	"The meeting was held at 3 High Street, Thornley, TN1 1AA.",
	"Minutes of the meeting held in the Council Chamber, 44 York Street, Thornley TN1 1BB on 3 May 2023",
	"The Council's offices at 10 Market Place, Thornley, TN1 1BA would close.",
	"Thornley District Council, Moot Hall, 1 Castle Street, Thornley, TN1 1XX",
	"Contact: Jane Smith, Democratic Services Officer, Civic Centre, 44 York Street, Westermouth WM1 3BZ",
	"The Clerk, Council Offices, 10 Market Place, Thornley TN1 1BA",
	"Premises licence: The Ship, 14 High Street, Thornley TN1 2AB",
	"Application for the variation of a premises licence by Mr T Beck in respect of 52 Quay Street, Caldmere CM1 1QQ",
	"Resolved to purchase 18 Weir Street at a price of £240,000.",
	"The disposal of 7 and 9 Chapel Row was approved.",
	"The Council would grant a lease of 5 Market Street to Ms Osei.",
	"Traffic Regulation Order: Mill Lane from its junction with No. 14 to No. 30 Station Road",
	"Double yellow lines outside 22 Harbour Row.",
	"An enforcement notice had been served in respect of 61 Elm Grove.",
	"TPO 6 of 2022: fell one oak at 9 Vicarage Road.",
	"T1 ash, 33 Holm Avenue, crown reduction by 20% – Mr Bell",
	"Mr A Vane, 3 Church Road, crown lift to two limes (TPO 4/98)",
	"The Director of People attended at 9.30.",
	"Mr Smith spoke for 14 minutes on Mill Lane.",
	"Mr J Coker, 12 May 2022, reported",
	"Mr R Coker, 3 Members and the Clerk were present.",
	"Cllr Orrin – 14 Church Road: pothole reported; 16 Church Road: hedge.",
	"Cllr Teal had inspected the drain outside 12 Salt Lane.",
	"Objections had been received from the occupiers of 12, 14 and 16 Mill Lane.",
	"The occupier of 5 Vale View would lose light.",
	"St Brannock's School, 12 Church Street, Thornley TN1 2ZZ",
	"Smith & Sons, 9 Canal Street, Norhaven, NH1 1AA were appointed.",
	"Payments: Mr Tom Lisle £45.00; Holm Nurseries, 56 Holm Avenue £120",
	"The library at 30 Bridge Street was to be sold.",
	"Location: Land adjacent to 24 Low Road, Thornley",
	"Proposed by Mr Oakes, 12 votes to 3, Park Road scheme",
	"Site visit to 2 Bryn Terrace took place on 4 May.",
	"Mr Voss of Harbour Architects, 8 Mill Street, presented the drawings.",
	"Ms L Croft, Healthwatch, 2 Union Street, Westermouth",
	"The agent, Mr Pugh of Pugh Planning, 4 Castle Street, Thornley, spoke.",
	"Councillor Bell, Cabinet Member for Housing, visited 1 Alder Point.",
	"Dr Jones, The Surgery, 14 Mill Lane, Thornley TN1 2AB had written.",
	"Elizabeth House, 14 High Street, Thornley TN1 2AB",
	"Victoria Hall, 3 Church Lane, Nether Sallow AB12 3CC",
	"Charlotte Street, 14 bays; Martin Road, 6 bays",
	"The Council owned the freehold of 19 Weir Street, occupied by Mr Dray.",
	"A complaint about 17 Elm Grove, owned by Mr Wray, was investigated.",
	"The Lord Mayor, Town Hall, 1 Guildhall Street, Westermouth",
	"County Hall, Shire Road, Ambersham AM1 1AA. Tel: 01632 960000",
	"Mr Draycott, Cabinet Member, 21 March 2024",
	"Thornley Surgery, 6 School Hill, merged with the practice at 8 Low Road.",
	"Application No: 22/01187/FUL Applicant: Mr P Larch Address: 3 Marine Parade",
	"21/00321/HOU Mr K Birch 25 Low Road Loft conversion Approve",
	"Retrospective application by Mrs Gower of 3 Salt Lane for a fence",
	"The site is bounded by 4 Bell Court to the north.",
	"The works at 31 Broad Street (Listed Building) had been completed by Mr Ash.",
	"Mr Marsh, agent, on behalf of the owner of 11 School Hill, asked for a deferral.",
	"NETHER SALLOW PARISH COUNCIL\n\nParish Office, 3 Pound Lane, Nether Sallow, AB12 3CD\n\nTel: 01632 960001",
	"THORNLEY TOWN COUNCIL\n\n12 High Street, Thornley TN1 1AA\n\nTel: 01632 960001",
	"Mr Vane, Clerk to the Parish Council, Village Hall, Pound Lane, Nether Sallow AB12 3CD",
	"Report of Mr Ash, 12 Church Road Scheme",
	"Dr Vane, 14 Harley Street surgery",
	"Mr Cope, 3 Station Road Car Park",
	"Mrs Cope, 3 Station Road bus shelter",
	"MR COKER, 12 MAY 2022",
	"MR ASH, 3 MEMBERS AND THE CLERK",
	"23/00456/HOU MR AND MRS HOBB, 2 GREEN LANE, ERECTION OF A PORCH",
	"THORNLEY TOWN COUNCIL, TOWN HALL, 12 HIGH STREET, THORNLEY TN1 1AA",
	"Members met Mr Ash at 14 Mill Lane to see the drain.",
	"The Council’s home at 14 Mill Lane would close.",
	"Mrs Teal's shop at 3 Fore Street was closed.",
	"The tenant of 14 Mill Lane would be moved.",
	"People living near the works at 14 Mill Lane were told.",
	"The Lord Nelson, 14 High Street, Thornley TN1 2AB",
	"Gully cleared outside No. 14 Mill Lane.",
}

// split takes the brackets out of a text of homes.
func split(marked string) (before, address, after string) {
	before, rest, _ := strings.Cut(marked, "[[")
	address, after, _ = strings.Cut(rest, "]]")
	return before, address, after
}

func TestHomesAreWithheld(t *testing.T) {
	for _, marked := range homes {
		before, address, after := split(marked)
		text := before + address + after
		spans := homeSpans(text)
		if len(spans) != 1 {
			t.Errorf("%q: %d addresses withheld, want one", text, len(spans))
			continue
		}
		from, to := spans[0][0], spans[0][1]
		// The town after a street without a postcode may stay.
		street, _, _ := strings.Cut(address, ",")
		if from != len(before) || to < from+len(street) || to > from+len(address) {
			t.Errorf("%q: withheld %q, want %q", text, text[from:to], address)
		}
	}
}

func TestPlacesAreShown(t *testing.T) {
	for _, text := range places {
		for _, s := range homeSpans(text) {
			t.Errorf("%q: withheld %q", text, text[s[0]:s[1]])
		}
	}
}

func TestContactSpansIn(t *testing.T) {
	text := strings.Repeat("The Cabinet considered the report. ", 40) + "Mrs H Larch of 27 Station Road, Thornley TN1 2AB rang 01632 960001 about the bridge. " + strings.Repeat("It was noted. ", 40)
	all := ContactSpans(text)
	if len(all) != 2 {
		t.Fatalf("ContactSpans gives %d, want 2", len(all))
	}
	// A stretch that begins in the middle of the address knows it for one.
	in := ContactSpansIn(text, all[0][0]+5, all[0][1]-5)
	if len(in) != 1 || in[0] != all[0] {
		t.Errorf("ContactSpansIn gives %v, want %v", in, all[:1])
	}
	if in := ContactSpansIn(text, 0, 200); len(in) != 0 {
		t.Errorf("ContactSpansIn gives %v far from any", in)
	}
}

// Spans are in order, apart, within the text, and cut no rune.
func FuzzContactSpans(f *testing.F) {
	for _, marked := range homes {
		before, address, after := split(marked)
		f.Add(before + address + after)
	}
	for _, s := range places {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range ContactSpans(text) {
			if s[0] < at || s[1] <= s[0] || s[1] > len(text) {
				t.Fatalf("%q: span %v after byte %d", text, s, at)
			}
			if utf8.ValidString(text) && (!utf8.ValidString(text[:s[0]]) || !utf8.ValidString(text[:s[1]])) {
				t.Fatalf("%q: span %v cuts a rune", text, s)
			}
			at = s[1]
		}
	})
}

// Minutes are full of names, numbers and commas that are no addresses.
func BenchmarkHomeSpans(b *testing.B) {
	text := strings.Repeat("Councillor Vane, seconded by Mrs Dove, moved item 12 of the report. Mr Tarn said that 14 homes in Station Road had no lamps. Present: Cllrs A Ash, B Birch, Mr C Cope and Ms D Dell.\n\n", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		homeSpans(text)
	}
}

// A list of streets with numbers has no homes and is told so quickly; one of
// people and what they apply for takes a closer look at each.
func BenchmarkHomeSpansOfLists(b *testing.B) {
	for _, list := range []struct{ name, line string }{
		{"streets", "8 Green Lane\n"},
		{"applications", "23/00456/HOU | Mr and Mrs Hobb | 2 Green Lane, Nether Sallow | Erection of a porch\n"},
		{"people", "Mr Hobb, 2 Green Lane\n"},
	} {
		b.Run(list.name, func(b *testing.B) {
			n := 100_000 / len(list.line)
			text := strings.Repeat(list.line, n)
			for b.Loop() {
				homeSpans(text)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/address")
		})
	}
}
