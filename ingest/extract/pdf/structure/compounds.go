package structure

import "strings"

// What the parts of a word look like that a line's end parts: "ill-" and
// "health" are a compound's, "includ-" and "ing" are not.

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// keepers are first parts that keep their hyphen before any other.
var keepers = setOf(`self non well ill multi vice cross semi mid part full half quasi year month week day two three four five six seven eight nine
	ten twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth`)

// syllables are prefixes that are also where words are parted, "sub-committee"
// and "sub-ject": they keep their hyphen before what is a word.
var syllables = setOf(`sub co re pre post inter anti ex over under pro de out up semi mis un micro macro neo ultra intra extra`)

// firsts are words with which compounds begin and next to no other word does.
var firsts = setOf(`long short low high follow all best better cost council county decision drop early evidence face fast fixed good hard health
	home large late left light local longer middle new open out own people place problem right risk rent safe school single small
	tax time top user value wide work zero carbon energy child family community lead joint life money night off on park pay peer
	person policy population service site skill street task water`)

// seconds are words with which compounds end.
var seconds = setOf(`based term terms wide led making made being going up off in out down on by free year years old day days health care cost costs
	profit site house user users sized scale level quality funded funding related specific friendly ready range reaching standing
	running living owned run backed bound known defined informed established balanced founded agency sector party parties committee
	committees chair chairman chairs president group groups worker workers operation operative operate ordinate ordinated ordination
	opted opt assessment employed employment esteem harm help government compliance compliant statutory residential domestic
	executive payment attendance disclosure existing essential adopted elected appointed opened opening used build enter examine
	issued elect effective effectiveness savings neutral carbon energy treated treatment fed ended minded depth parish borough
	county authority council wheel bedroom storey page member monthly weekly yearly annual hours minute week weeks month months hand
	class risk paid pay priced priority maintained managed qualified served timed placed planned shaped sided square structured
	style taking taker takers keeping giving holder holders setting sharing raising checking threatening breaking tuning building
	ranging to long`)

// closed are words whose two parts are words, written without a hyphen.
var closed = setOf(`within without into onto upon income outcome outcomes input output therefore thereafter furthermore however whatever whoever
	whenever wherever whereas somebody someone something sometimes somewhere anybody anyone anything everybody everyone everything
	nobody nothing cannot today tonight himself herself itself themselves ourselves yourself forward towards toward background
	backward household households housing workshop workshops workplace workload workforce framework network networks feedback update
	updated updates upgrade upgraded outline outlined outside inside insight onward onwards undertake undertaken undertaking
	understand understanding understood underway underground overall overview oversee oversight overtime landscape landlord
	landlords guideline guidelines deadline deadlines baseline timetable timescale timescales highway highways roadside pathway
	pathways footpath footpaths footway parkland playground playgrounds handbook handout statement together become becoming before
	behind below beside between because welfare person manage perform former forget warden carpet also shortfall shortlist
	widespread safeguard safeguarding stakeholder stakeholders taxpayer spreadsheet website websites email online offline payroll
	payback drawback cutback setback bedroom homeless homeowner newspaper newsletter weekend weekday birthday midday holiday
	countryside townhouse churchyard courtyard graveyard farmland woodland grassland wetland seaside riverside streetlight
	streetlights policeman chairman chairwoman chairperson spokesman sportsman craftsman freehold leasehold shareholder breakdown
	lockdown shutdown turnover takeover hereby herein herewith thereof thereby therein whereby hereafter notwithstanding
	nevertheless nonetheless beforehand afterwards altogether although almost always already alone along among amount about above
	across after again against around asset attend attended available industry including included include insure interest intended
	invite replace replaced replacement return returned returns reserve reserved reserves preserved deserved reform reforms informed
	present presented previous prevent prepare prepared report reports reported result results review reviewed reviews require
	required request requested remain remaining resolve resolved resident residents relate related reduce reduced respond response
	remove removed refer referred recent record records recorded recall remark remarks subject submit submitted internal
	international interim exchange extend extended express expect expected unless cover coverage predict predicted receive received
	receiving reaching separate corporate private candidate mandate accommodate consolidate`)

// endings are no words but what words end in.
var endings = setOf(`tion tions sion sions ment ments ing ings ed er ers est ly ty ties al ally ance ances ence ences ency able ably ible ibly ous
	ously ive ively ic ical ically ness ful fully less ity ities ies ate ates ated ating ation ations ize ise ised ises ising
	isation tive tively tional tionally ture tures tured ning ting ding ling sing ming cation cations mation rations lation lations
	gation dation nance tain tained tains sive cal cial cially tial tially cil cils cillor cillors ber bers ter ters der ders ner
	ners ler mer mers ger gers ered ering ened ening tor tors sor sors dent dents cern cerns nesses tee tees mittee mittees mend
	mended mendation mendations munity munities ple ples ble bles cle cles gle gles tle tles dle ure ures sure sures rity rities cy
	cies gy gies fy fied fies ry ries ny nies vice vices ceed ceeded ceedings ceive ceived ceiving ject jects jected ported quire
	quired quiry quiries sult sulted sultation tance tances tence dence dures dure tration trations tives gested vided viding vider
	viders sider sidered sideration posed posal posals ant ants ent ents ward wards teen tition titions dicted`)

// stems are no words but what words begin with.
var stems = setOf(`coun com con dis im ac af ag ap em ob oc sug sur suc suf sup mem cil pri prin propo recom commit ef el il ir num dif def deci
	dele gov inde indi informa mana muni muniti nego oppor organi parlia peri princi prob proce profes prog propor quali recog repre
	requi respon sig signifi sta strate tran trans vari volun`)

// torn reports whether a word was parted between a and b: one of them is
// none by itself, nor could it be.
func torn(a, b string) bool {
	return endings[b] || stems[a] || !speakable(b) || !speakable(a) || hardStart(b)
}

// speakable reports whether a word has a vowel.
func speakable(w string) bool {
	return strings.ContainsAny(w, "aeiouyâêîôûŵŷáéíóú0123456789")
}

// hardStart reports whether no English word begins as w does, with two
// consonants.
func hardStart(w string) bool {
	const consonants = "bcdfghjklmnpqrstvwxz"
	return len(w) > 2 && strings.IndexByte(consonants, w[0]) >= 0 && strings.IndexByte(consonants, w[1]) >= 0 && !starts[w[:2]]
}

// starts are the pairs of consonants with which words begin.
var starts = setOf(`bl br ch cl cr dr dw fl fr gh gl gn gr kn ph pl pr ps rh sc sh sk sl sm sn sp sq st sw th tr ts tw wh wr dd ff ll`)
