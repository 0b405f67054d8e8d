package classify

import "moothall/archive"

// committeeServices are what a body's name says its business is.
var committeeServices = []struct {
	service archive.Service
	words   termSet
}{
	{archive.AdultSocialCare, terms(`adults?|adult social care|older people|social care`)},
	{archive.ChildrensServices, terms(`children\w*|corporate parenting|young people|youth|famil(?:y|ies)|fostering|adoption`)},
	{archive.Education, terms(`education|schools?|learning|sacre`)},
	{archive.Housing, terms(`housing|homes|homelessness|tenants?`)},
	{archive.Planning, terms(`planning|regeneration|development(?: control| management| consent)?|local plan`)},
	{archive.BenefitsAndTax, terms(`benefits|revenues|council tax`)},
	{archive.Environment, terms(`drainage|environment\w*|climate|waste|parks|flood\w*|sustainability`)},
	{archive.HighwaysTransport, terms(`highways?|roads|local access forum|harbours?|transport\w*|traffic|parking|rights of way`)},
	{archive.PublicHealth, terms(`health|wellbeing`)},
	{archive.Licensing, terms(`licensing|regulatory|taxi`)},
	{archive.OtherService, terms(`econom(?:y|ic)(?: (?:and (?:skills|community) )?development)?|(?:community|member|organisational|rural) development` +
		`|communit(?:y|ies) (?:and|services)|leisure|culture|tourism|amenities|crime|police|fire(?: and rescue)?|rescue`)},
	{archive.Corporate, terms(`audit|governance|standards|finance|resources|corporate services|pensions?|employment|personnel|appointments|budget|constitution|general purposes|selection and member services|electoral`)},
}

// mannerWords are the council's own ways of managing any service: beside a
// service's name they say how it is looked at, and not what it is.
var mannerWords = terms(`budgets?(?: monitoring| setting| strategy| position| proposals)?|(?:capital|revenue) (?:monitoring|outturn|budget)` +
	`|financial (?:monitoring|outturn|position|plan)|outturn|finance|financial|performance (?:report|monitoring|indicators|framework)` +
	`|quarterly performance|risk (?:register|management)|recruitment|staffing|workforce|restructur\w*|procurement|internal audit` +
	`|audit(?:ed|ors?)?|complaints? (?:report|procedure|performance|policy)|fees and charges|savings (?:plan|programme|proposals)` +
	`|investments?|transformation|peer (?:challenge|review)|value for money|fraud|insurance|sale of|disposal of|acquisition of` +
	`|(?:acquisition|purchase|disposal|sale|transfer) of (?:the )?(?:land|freehold|premises|building|property|site)|commercial strategy` +
	`|newsletters?|website|forward plans?|capital (?:programme|investment|strategy|budget|bids)|notices? of motion|council buildings` +
	`|reserves|savings|procurement strategy|delegated (?:authority|powers|decisions)|working (?:groups?|part(?:y|ies))|call[- ]in` +
	`|customer satisfaction|risk|compulsory purchase|contracts? (?:award|procurement|extension|register)|transfer of|leases? (?:of|to)` +
	`|business plans?|communications (?:strategy|plan)|governance(?: arrangements| review)?|delivery plans?|award of contracts?` +
	`|contract awards?`)

// The tables, ready to be looked up in.
var (
	serviceLexicon   = lexiconOf(len(serviceTerms), func(i int) termSet { return serviceTerms[i].words })
	mannerLexicon    = newLexicon([]termSet{mannerWords})
	committeeLexicon = lexiconOf(len(committeeServices), func(i int) termSet { return committeeServices[i].words })
)

func lexiconOf(n int, row func(int) termSet) *lexicon {
	rows := make([]termSet, n)
	for i := range rows {
		rows[i] = row(i)
	}
	return newLexicon(rows)
}
