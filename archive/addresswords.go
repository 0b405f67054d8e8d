package archive

import (
	"strings"
	"unicode/utf8"
)

func wordsOf(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// folded is a word in capitals as the tables have it: "LANE" as "Lane".
func folded(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	if n == len(word) || word[n] < 'A' || word[n] > 'Z' {
		return word
	}
	return word[:n] + strings.ToLower(word[n:])
}

var (
	// streetWords are what a street's name ends in.
	streetWords = wordsOf(`Road Rd Street St Lane Ln Avenue Ave Close Cl Drive Dr Crescent Cres Court Ct Way Place Pl Terrace Tce Gardens Gdns Grove Green
		Hill Row Walk Square Sq Mews Park Rise View Parade Wharf Yard Gate Broadway Villas Cottages Bank Quay Path Croft Orchard Orchards Meadow Meadows Field
		Fields Fold Garth Ridge Vale Dale Mead Meads Common Heath End Wynd Brae Loan Mount Chase Copse Drove Esplanade Promenade Circus Causeway Approach
		Embankment Passage Leys Lea Leaze Loke Ride Side Spinney Strand Top Wood Woodlands Link Bottom Corner Cross Dell Down Downs Glade Glebe Glen Hollow
		Holt Hurst Knoll Paddock Paddocks Piece Pightle Pastures Gardens Buildings Warren Weir Reach Point Acre Acres Croft Hey Heights Highway Ginnel Snicket`)
	// streetFirst are words that streets' names begin with, in Welsh and English.
	streetFirst = wordsOf(`Heol Ffordd Stryd Lôn Lon Maes Cwrt Rhodfa Clos Bryn Cae Tan Pen Parc Tai Teras Trem Llys The`)
	// houseWords end the name of a dwelling.
	houseWords = wordsOf(`Cottage Cottages House Farm Farmhouse Barn Lodge Bungalow Rectory Vicarage Parsonage Manor Mill Grange Bank View Croft Villa
		Oast Stables Forge Smithy Chapel Schoolhouse Coach Gables Elms Oaks Willows Firs Laurels Hollies Orchard Corner End Nook Haven Rise Mead Holt Dene Byre Granary Annexe`)
	// officeWords end the name of what is nobody's home.
	officeWords = wordsOf(`Office Offices Hall Centre Center Chambers School Academy Surgery Church Library Club Hospital Council College University Inn
		Arms Hotel Ltd Limited LLP PLC plc Solicitors Architects Planning Services Department Association Society Trust Group Partnership Partners Associates
		Homes Developments Consultants Practice Clinic Pharmacy Committee Board Nursery Nurseries Garage Shop Stores Pub Pavilion Museum Theatre Station
		Depot Estate Bungalows Guildhall Healthwatch Union Company Contractors Builders Engineering Foundation Institute Café Cafe Restaurant Takeaway`)
	// joiners stand in small letters inside a name.
	joiners = wordsOf(`of the on in upon under y yr and le de la by with cum near next sub super juxta`)
	// notStreets follow a number that is no house's.
	notStreets = wordsOf(`January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
		Members Member Councillors Cllrs Residents Votes People Bays Mr Mrs Ms Miss Dr Councillor Cllr Report Item Minute Appendix Agenda Days Hours Weeks Months
		Years Year Noon Ward Wards Apologies Declarations Minutes Matters Planning Finance Any Date To That RESOLVED Resolved`)
	// givenNames are common ones, by which a name without a title is known for
	// a person's.
	givenNames = wordsOf(`Adam Adrian Aisha Alan Albert Alex Alexander Alexandra Alice Alison Amanda Amy Andrea Andrew Angela Ann Anna Anne Anthony Arthur Barbara
		Barry Ben Benjamin Bernard Beth Beverley Brenda Brian Bridget Bryan Carl Carol Caroline Catherine Cathy Charles Charlotte Chris Christina Christine
		Christopher Claire Clare Clive Colin Craig Daniel Danielle Darren Dave David Dawn Dean Deborah Debbie Denis Dennis Derek Diana Diane Donald Donna
		Dorothy Douglas Duncan Edward Eileen Elaine Eleanor Elizabeth Emily Emma Eric Fiona Frances Francis Frank Fred Frederick Gareth Gary Gavin Geoff
		Geoffrey George Gerald Gillian Gill Glenn Gordon Graham Grace Greg Gwen Hannah Harold Harry Hazel Heather Helen Henry Hilary Howard Hugh Hugo Huw
		Ian Irene Jack Jackie Jacqueline James Jan Jane Janet Janice Jason Jayne Jean Jeff Jeffrey Jennifer Jenny Jeremy Jessica Jill Jim Joan Joanna Joanne
		Joe John Jonathan Joseph Joyce Juan Judith Judy Julia Julian Julie June Karen Kate Katherine Kathleen Kathryn Katie Keith Kelly Ken Kenneth Kerry Kevin
		Kim Kirsty Laura Lauren Lawrence Leanne Lee Len Leonard Leslie Lesley Lewis Liam Linda Lisa Liz Lorraine Louise Lucy Luke Lynn Lynne Mair Malcolm
		Margaret Maria Marie Marion Marilyn Mark Martin Mary Matthew Maureen Michael Michelle Mike Mohammed Moira Muhammad Nancy Natalie Natasha Neil Nicholas
		Nicola Nicole Nigel Norman Olive Oliver Olivia Pamela Pat Patricia Patrick Paul Paula Pauline Peter Phil Philip Philippa Phyllis Rachel Ralph Ray
		Raymond Rebecca Rhys Richard Rita Rob Robert Robin Roger Ronald Rosemary Ross Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott
		Sean Sharon Sheila Shirley Simon Sophie Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Suzanne Sylvia Tara Teresa Terence Terry
		Theresa Thomas Tim Timothy Tina Tom Tony Tracey Tracy Trevor Valerie Vanessa Vera Veronica Victor Victoria Vincent Wayne Wendy William Yvonne Zoe`)
)
