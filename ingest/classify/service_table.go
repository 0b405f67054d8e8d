package classify

import "moothall/archive"

// serviceTerms are the words that tell what part of a council's work a text
// is about, after the Ombudsman's categories and their sub-categories and the
// names English councils give their services and portfolios. Three points are
// a term that settles the matter, one a term that only leans.
var serviceTerms = []struct {
	service archive.Service
	points  float64
	words   termSet
}{
	{archive.AdultSocialCare, 3, terms(`adults?['’]? social care|adult care|adult(?:s|['’]s)? services|care homes?|home ?care|domiciliary|residential care|supported living|direct payments?|safeguarding adults?|adults? safeguarding|care act|shared lives|extra care|respite for adults|carers? strategy|older people['’]?s?|learning disabilit\w+|dementia|deferred payments?|care charges|charging for (?:adult )?social care|strengthening independence|18-25 section|social care assessments? of adults?|better care fund|occupational therapy|deprivation of liberty|day (?:centres?|care|opportunities)|charging for care|charges for care`)},
	{archive.AdultSocialCare, 1, terms(`social care|carers?|vulnerable adults?|disabled facilities|adult learning disability`)},

	{archive.ChildrensServices, 3, terms(`children['’]?s (?:social care|social work|services|homes?|centres?|countywide|panel|safeguarding|trust|and young people)|children and families|children,? young people|children and young people(?:['’]s)?|looked[ -]after children|children (?:looked after|in care)|corporate parent\w*|foster\w*|adoption (?:service|agency|panel|order|report)\w*|care leavers?|leaving care|special guardianship|child protection|safeguarding children|children['’]s safeguarding|family hubs?|early help|youth (?:services?|justice|offending|centres?|provision)|unaccompanied asylum[ -]seeking|kinship|section 20 accommodation|short breaks|participation team|challenge cards|sure start|child (?:in need|sexual exploitation)|niece|children young people`)},
	{archive.ChildrensServices, 1, terms(`children|child|young people|youth|families|nursery places`)},

	{archive.Education, 3, terms(`education(?:al)?|schools?(?: places| admissions| federation| transport| crossing| organisation| funding| forum)?|virtual school|special educational needs|send|sen|ehcps?|ehc plans?|education,? health and care|school (?:admissions?|exclusions?|attendance|transport)|home to school transport|academ(?:y|ies)|pupils?|head ?teachers?|academic year|dedicated schools grant|further education|early years|ofsted|school governors?|governors? appointments?|alternative provision|post-16`)},
	{archive.Education, 1, terms(`teachers?|learners?|students?|learning`)},

	{archive.Housing, 3, terms(`housing|homeless\w*|temporary accommodation|council (?:homes?|housing|tenants?|houses|flats)|tenan(?:ts?|cy|cies)|leaseholders?|social housing|affordable homes?|allocations? (?:policy|scheme)|disrepair|right to buy|landlords?|rough sleep\w*|housing revenue account|hra|private (?:rented|sector) housing|houses? in multiple occupation|hmos?|sheltered (?:housing|accommodation)|estate regeneration|decent homes|rents?|demolish|demolition|caravan sites? for travellers|traveller sites?`)},

	{archive.Planning, 3, terms(`planning (?:applications?|permission|appeals?|enforcement|committee|policy|obligations?|consultation|performance|inspectorate|matters?|issues?|objectives)|planning|enforcement plan|local (?:development )?plan|neighbourhood plan\w*|development (?:management|control|plan|framework)|section 106|s106|community infrastructure levy|conservation areas?|listed buildings?|tree preservation|minerals|waste local plan|building control|supplementary planning|design code|local place plans?|ydnpa|national park authority|green belt|outline permission|masterplan|change of use|reserved matters|retrospective application`)},
	{archive.Planning, 1, terms(`development|land use|dwellings?`)},

	{archive.BenefitsAndTax, 3, terms(`council tax|business rates?|non-domestic rates?|nndr|housing benefits?|benefits? (?:administration|service|overpayments?|fraud|investigations?)|welfare reform|universal credit|discretionary housing payments?|revenues and benefits|tax ?base|collection fund|precepts?|support fund|local welfare|crisis support`)},

	{archive.Environment, 3, terms(`waste|recycl\w*|refuse|bins?|fly[ -]?tipping|street clean\w*|litter\w*|noise|air quality|pollution|environment(?:al)?(?: health| protection| services)?|climate (?:change|emergency)|carbon|net zero|biodiversity|nature recovery|parks? and (?:open spaces?|green spaces?)|open spaces?|green ?spaces?|greenspace|grounds maintenance|allotments?|cemeter(?:y|ies)|crematori\w+|trees?|tree planting|planters?|wildlife|dog (?:fouling|control|warden)|pest control|flood\w*|drainage|rivers?|sewage|water quality|single[ -]use|plastics?|vapes?|energy (?:efficiency|strategy)|solar|minerals and waste|landfill|grass[ -]cutting|contaminated land|abandoned vehicles?|graffiti|coast\w*|countryside|gardens?`)},

	{archive.HighwaysTransport, 3, terms(`highways?|roads?|roundabouts?|potholes?|traffic|parking|park and ride|penalty charge notices?|pcns?|bus(?:es)?(?: service| lane| stop| shelter)\w*|bus(?:es)?|public transport|transport(?:ation)?|cycl(?:ing|eways?|e (?:lane|route|path|storage|parking))\w*|street ?lights?|street lighting|footpaths?|pavements?|rights of way|bridleways?|gritting|winter (?:maintenance|service|gritting)|speed (?:limits?|indicator|restrictions?|watch|bumps)|speeding|20 ?mph|road safety|crossings?|rail(?:way)?|stations?|concessionary (?:travel|fares?)|blue badges?|streetworks?|street works|parking (?:permits?|zones?|enforcement)|rpz|controlled parking|ev charg\w+|electric vehicle charg\w+|lorry|drainage gull(?:y|ies)|gull(?:y|ies)|local transport plan|active travel`)},

	{archive.HighwaysTransport, 1, terms(`bridges?|lane|street`)},

	{archive.PublicHealth, 3, terms(`public health|health and wellbeing|health (?:overview|scrutiny|reform|inequalit\w+)|integrated care (?:board|strategy|system|partnership)|icb|nhs|defibrillators?|drugs? and alcohol|substance misuse|smoking|tobacco|vaping|obesity|sexual health|mental health|health visit\w*|vaccin\w+|immunis\w+|hospitals?|gp (?:practices?|surger\w+)|health impacts?|pharmac(?:y|ies|eutical)|wellbeing strategy|suicide|covid|coronavirus|pandemic`)},
	{archive.PublicHealth, 1, terms(`health|wellbeing`)},

	{archive.Licensing, 3, terms(`licen[cs](?:e|es|ing|ed|ees?)|taxis?|private hire|hackney|gambling|premises licen\w+|alcohol licen\w+|temporary event notices?|street trading|sex establishments?|animal boarding|late[ -]night refreshment|licensing act`)},

	{archive.Corporate, 3, terms(`budgets?(?: monitoring| setting| strategy)?|revenue (?:and capital|budget|monitoring|outturn)|capital (?:programme|strategy|monitoring)|medium term financial|mtfp|mtfs|treasury management|financial (?:settlement|regulations?|monitoring|outturn|statements?|management|strategy|plan)|finance settlement|local government finance|final accounts|statements? of accounts?|annual (?:accounts|governance|return|audit)|audit(?:ed|ors?)?|internal audit|governance|constitution\w*|standing orders|terms of reference|performance (?:report|monitoring|indicators|framework)|quarterly performance|corporate (?:risk|plan|strategy|performance|complaints)|risk (?:register|management)|pay policy|pay award|staffing|human resources|payroll|salary|personnel|workforce|procurement|contracts? (?:register|procedure)|commercial strategy|devolution|local government reorganisation|electoral|elections?|boundary review|polling (?:districts?|places?)|by-election|members['’]? allowances?|code of conduct|standards (?:committee|complaints?)|monitoring officer|section 151|section 25|scheme of delegation|appointments? to (?:outside bodies|committees)|outside bodies|committee membership|political balance|proportionality|calendar of meetings|schedule of meetings|complaints? (?:report|procedure|performance|policy)|annual complaints|customer (?:services?|contact)|freedom of information|data protection|information governance|ict|digital strategy|cyber\w*|insurance|bank\w*|invoices?|cheques?|payments? of accounts|bills for payment|accounts for payment|precept|reserves|assets? (?:management|disposal|strategy)|property (?:disposal|strategy)|land disposal|equalit(?:y|ies)|ombudsman(?:['’]s)? annual (?:letter|review)|annual (?:letter|review letter)|transformation|scrutiny (?:annual|review)|leader['’]?s report|report (?:by|of|from) (?:the )?leader|cabinet member updates?|office bearers?|clerk['’]?s? (?:report|salary|hours)|work(?:ing)? programme|forward plan|chair(?:man)?['’]?s report|councillors? vacanc\w+|co-option|casual vacancy|website|correspondence|finance|financial|pension fund|pensions?|whistleblowing|anti-fraud|fraud|area partnership|funding opportunities|honorary|civic|recruitment|internal scrutiny|nomination of councillors|assistant clerk|annual report and agenda|annual report of the council|chair(?:person|man)?['’]?s annual report|office[ -]bearers?|associate members`)},
	{archive.Corporate, 1, terms(`accounts?|committees?|agm|annual general meeting|finances|clerk|councillors?|nominations?|trustees|appointments?|representatives?|outside organisations|strategy|policy|policies|report`)},

	{archive.Environment, 1, terms(`parks?|playing fields?|green|burial|churchyard`)},

	{archive.OtherService, 3, terms(`police|crime|community safety|anti-social behaviour|armed forces|veterans?|librar(?:y|ies)|museums?|arts|culture|heritage|leisure (?:centres?|services?|strategy)|sports?|playgrounds?|play ?areas?|play equipment|tourism|economic (?:development|growth|strategy)|economy|regeneration|town centre|business support|skills|village halls?|village green|community (?:grants?|halls?|centres?|hub|assets?)|best kept village|notice ?boards?|broadband|telephone (?:box|kiosk)|war memorial|remembrance|christmas|fireworks?|bonfire|festival|fete|lottery|registrars?|registration service|coroners?|trading standards|emergency planning|resilience|resettlement|refugees?|twinning|bowling`)},
}

// committeeServices are what a body's name says its business is.
var committeeServices = []struct {
	service archive.Service
	words   termSet
}{
	{archive.AdultSocialCare, terms(`adults?|adult social care|older people|social care`)},
	{archive.ChildrensServices, terms(`children\w*|corporate parenting|young people|youth|famil(?:y|ies)|fostering|adoption`)},
	{archive.Education, terms(`education|schools?|learning|sacre`)},
	{archive.Housing, terms(`housing|homelessness|tenants?`)},
	{archive.Planning, terms(`planning|development (?:control|management|consent)|local plan`)},
	{archive.BenefitsAndTax, terms(`benefits|revenues|council tax`)},
	{archive.Environment, terms(`environment\w*|climate|waste|parks|flood\w*|sustainability`)},
	{archive.HighwaysTransport, terms(`highways?|transport\w*|traffic|parking|rights of way`)},
	{archive.PublicHealth, terms(`health|wellbeing`)},
	{archive.Licensing, terms(`licensing|regulatory|taxi`)},
	{archive.Corporate, terms(`audit|governance|standards|finance|resources|corporate services|pensions?|employment|personnel|appointments|budget|constitution|general purposes|selection and member services|electoral`)},
}

// The tables, ready to be looked up in.
var (
	serviceLexicon   = lexiconOf(len(serviceTerms), func(i int) termSet { return serviceTerms[i].words })
	committeeLexicon = lexiconOf(len(committeeServices), func(i int) termSet { return committeeServices[i].words })
)

func lexiconOf(n int, row func(int) termSet) *lexicon {
	rows := make([]termSet, n)
	for i := range rows {
		rows[i] = row(i)
	}
	return newLexicon(rows)
}
