package classify

import "regexp"

// A councillor as minutes name them: titles, then initials and names with any
// letters ("Ståhlberg", "Núñez-Harrow", "E A Eyre"), or an office alone.
const (
	nameTitle = `(?:(?:County Borough |County |Cty |Town |Parish |Borough |District |City |Deputy |Honorary )?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Sir|Lord|Lady|Dame|Baroness|Alderman|Ald|Col(?:onel)?|Capt(?:ain)?|Hon)(?:\.? |\.))`
	nameWord  = `(?:\p{Lu}[\p{Ll}’'][\pL’'-]*|\p{Lu}\b\.?|\p{Lu}\p{Lu}\b|(?:de|van|von|der|le|la|du|ap|ab|al|el)\b|St\.?)`
	titled    = nameTitle + `+` + nameWord + `(?: ?` + nameWord + `){0,5}(?:,? (?:MBE|OBE|CBE|JP|MP|QC|KC)\b)?`
	chair     = `[Tt]he (?:Deputy )?(?:Lord )?(?:Mayor|Leader|Chair(?:man|person|woman)?|Vice-Chair(?:man)?|Sheriff|Provost|Convener)(?: of the [A-Z][a-z]+)?`
	name      = `(` + titled + `|` + chair + `)`
	initials  = `\p{Lu}{2,3}`
	// brief is a name where a word beside it says that one stands there: without
	// a title, or in initials.
	plain = `\p{Lu}[\p{Ll}’'][\pL’'-]*(?: ` + nameWord + `){0,2}|\p{Lu}\.? ?(?:\p{Lu}\.? ?)?\p{Lu}[\p{Ll}’'][\pL’'-]+`
	brief = `(` + titled + `|` + chair + `|` + initials + `\b|` + plain + `)`
	// untitledPair is such a name of two words at least.
	untitled = `(` + nameWord + `(?: ` + nameWord + `){1,3}|` + initials + `)`

	// office is what a councillor holds, between commas: "Councillor A, Deputy
	// Leader and Cabinet Member for Finance, moved".
	office = `(?: ?\([^)]{1,80}\)|, (?:(?:the )?(?:\p{Lu}|as |on behalf )[^.,;\n]{0,80}(?:, [^.,;\n]{0,60}){0,2}),)?,?`
	duly   = `(?i:(?:then |duly |formally |had |also |and )*)`
	being  = `(?i:(?:then |duly |formally |had |also |was |were |and |have |been )*)` // before "seconded by"
	moves  = `(?i:moved|moving|proposed|proposing|nominated|put forward)\b`
	second = `(?i:seconded|seconding|2nd(?:ed)?)\b`
	// within is the rest of a sentence, in which a stop may stand in a sum or a
	// short form.
	within = `(?:[^.\n]|\.[\d\p{Ll}]|\b(?:[Nn]o|[Cc]llr|[Mm]rs?)\.)`
)

// moverForms are the ways to say who moved and who seconded, those with both
// first: of two that tell of the same words the first is taken.
var moverForms = []struct {
	form *regexp.Regexp // groups: who moved, and who seconded where it has a second
	seen string
	not  string // what it must not read
}{
	{regexp.MustCompile(name + `,? (?:strongly )?supported by ` + within + `{0,160}?, ` + duly + moves), "Councillor Vane, supported by the Portfolio Holder, Councillor Dove, proposed that", "Councillor Vane, supported by a stick, went home"},
	{regexp.MustCompile(name + `,? ` + duly + second + `(?: by)? ` + name + `,? ` + duly + moves), "Mr Vane, seconded by Ms Dove, moved that", "Mr Vane, seconded to Ms Dove's office, moved house"},
	{regexp.MustCompile(name + office + ` ` + duly + moves + `,?(?:` + within + `{0,300}?(?:\band|[,;–-])|,)? ` + name + office + ` ` + duly + second), "Councillor Vane moved and Councillor Dove seconded", "Councillor Vane moved and Councillor Dove sat down"},
	{regexp.MustCompile(name + office + ` ` + duly + moves + within + `{0,300}?` + second + ` by[: ]+` + name), "Councillor Vane moved the motion, seconded by Councillor Dove", "Councillor Vane moved to the wing, second by the door"},
	{regexp.MustCompile(name + office + ` ` + duly + moves + `[^\n]{0,300}\.\s+` + name + office + ` ` + duly + second), "Councillor Vane moved the motion. Councillor Dove seconded.", "Councillor Vane moved house. Councillor Dove waited a second."},
	{regexp.MustCompile(name + office + ` ` + duly + moves + within + `{0,300}\.\s+(?i:seconded)(?: (?i:by))?:? ` + name), "Councillor Vane moved that it be ended. Seconded Councillor Dove.", "Councillor Vane moved away. Seconded staff came back."},
	{regexp.MustCompile(name + office + ` ` + duly + `(?i:moved|proposed|nominated|presented)\b[^\n]{0,300}\.\s+(?i:this|these|it|the \w+) ` + being + second + ` by ` + name), "Councillor Vane proposed refusal. This was seconded by Councillor Dove.", "Councillor Vane proposed a walk. This was led by Councillor Dove."},
	{regexp.MustCompile(moves + within + `{0,120}? ?(?:(?i:by)\b|:|–|-):? ?` + name + office + `[;,.]?\s*(?:` + within + `{0,160}?[ \n])??` + being + second + `(?: ?(?i:by)\b)?:? ?[–-]? ?` + name), "moved by Councillor Vane and seconded by Councillor Dove", "moved by bus to the stop of Councillor Dove"},
	{regexp.MustCompile(`(?i:moved) ` + name + office + `[;,.]?\s*` + duly + second + ` ` + name), "Moved Councillor Vane, seconded Councillor Dove", "Moved house: Councillor Vane, Councillor Dove"},
	{regexp.MustCompile(`(?i:on (?:the|a) (?:motion|proposition|proposal) (?:of|by|from)) ` + name + office + `(?: and)? ` + second + ` by ` + name), "on the motion of Councillor Vane, seconded by Councillor Dove", "on the motion of the sea, Councillor Vane spoke"},
	{regexp.MustCompile(`(?i:on (?:the|a) (?:motion|proposition|proposal) (?:of|by|from)) ` + name + office + `,? ` + name + ` ` + second), "on the motion of Councillor Vane, Councillor Dove seconding", "on the motion of wheels, Councillor Vane, Councillor Dove"},
	{regexp.MustCompile(moves + ` \(` + name + `\) ` + duly + second + ` \(` + name + `\)`), "moved (Councillor Vane) and seconded (Councillor Dove)", "moved (by lorry) and seconded (to Kent)"},
	{regexp.MustCompile(moves + ` as (?:a )?(?:correct|true|accurate)` + within + `{0,40}? by ` + brief + ` and ` + brief), "moved as correct by Ada Vane and Ben Dove", "moved as correct by the book and pen"},
	{regexp.MustCompile(`(?i:moved|proposed) by:? ` + untitled + `[;,.]?\s*` + being + second + `(?: by|:)?:? ` + untitled), "proposed by Ada Vane, seconded by Ben Dove", "proposed by the Clerk, seconded by nobody"},
	{regexp.MustCompile(`\b(?i:prop(?:osed|oser)?|mover?|moved)(?: (?i:by))?[.:]? ?[:–-]? ?` + brief + `[,;.]? ?/?\s*(?:and )?(?i:sec(?:onded|onder)?|2nd(?:ed)?)(?: (?i:by))?[.:]? ?[:–-]? ?` + brief + `(?:[).,;:\s]|$)`), "Prop: Cllr Vane Sec: Cllr Dove", "The proposal of Vane secures Dove"},
	{regexp.MustCompile(`\bP[.: ] ?(` + titled + `)[,;]? ?/?\s*S[.: ] ?(` + titled + `)`), "P Cllr Vane, S Cllr Dove", "P 4, S 5"},
	{regexp.MustCompile(`(?:^|[\n,.;:] ?|[\p{Ll}\d)] )` + untitled + ` ` + duly + `(?i:moved|proposed|prop)\b,?(?:` + within + `{0,200}?(?:\band|[,;])|,)? ` + brief + ` ` + duly + second + `[^ ]?(?: (?:it|that|this|the)\b| *[,.\n]|$)`), "AV proposed, BD seconded", "the group proposed, the rest agreed"},
	{regexp.MustCompile(`(?:^|[\n,.;:] ?|[\p{Ll}\d)] )` + untitled + ` ` + duly + `(?i:moved|proposed)\b` + within + `{0,200}?` + second + ` by ` + brief), "Ada Vane proposed that it be kept, and was seconded by Ben Dove", "the group proposed a walk, and was led by Ben Dove"},
	{regexp.MustCompile(`(?:^|[\n,.;:] ?|[\p{Ll}\d)] )` + untitled + ` ` + duly + `(?i:moved|proposed)\b` + within + `{0,300}\.\s+(?i:this|it|the \w+) ` + being + second + ` by ` + brief), "Ada Vane proposed that it be kept. This was seconded by Ben Dove.", "the group proposed a walk. It was led by Ben Dove."},
	{regexp.MustCompile(`\b(?i:resolved|agreed|approved|accepted|adopted|carried|noted|signed)\b[^.()\n]{0,120}[. ]*\((` + initials + `) ?/ ?(` + initials + `)\)`), "The accounts were approved (AV/BD).", "The grant was spent (KCC/NHS)."},
	{regexp.MustCompile(`\b(?i:resolved|agreed|approved|accepted|adopted|carried)\b[^()\n]{0,200}\((` + titled + `) ?(?:/|,| and) ?(` + titled + `)(?:[;,][^)\n]{0,30})?\)[.;]?\s*(?:\n|$)`), "RESOLVED: That it be kept. (Cllr Vane, Cllr Dove)", "The gate was shut. (Cllr Vane, Cllr Dove)"},

	{regexp.MustCompile(`\b(?i:resolved|agreed|approved|accepted|adopted|carried)\b[^()\n]{0,120}?, (` + titled + `) ?/ ?(` + titled + `)[,.;]`), "It was agreed, Cllr Vane / Cllr Dove, to buy cones.", "It was said, Cllr Vane / Cllr Dove, to be dear."},

	{regexp.MustCompile(`(?i:moved|proposed) by ` + name), "moved by Councillor Vane", "moved by lorry"},
	{regexp.MustCompile(name + office + ` ` + duly + `(?i:moved) (?:that|the (?:recommendations?|motion|report|minutes|adoption|proposals?|following|list|suspension|reference|budget|amended|officer|resolution)|a|his|her|their|to (?:recommend|approve|refuse|accept|adopt|defer|note|refer|grant|reject|exclude|suspend|adjourn|receive|endorse))\b`), "Councillor Vane moved that", "Councillor Vane moved house"},
	{regexp.MustCompile(name + office + ` ` + duly + `(?i:moved|proposed),? and (?:it was|this was)`), "Councillor Vane moved, and it was agreed", "Councillor Vane moved, and sat by the fire"},
	{regexp.MustCompile(name + office + ` ` + duly + `(?i:proposed) (?:the|a) (?:motion|recommendations?|resolution|vote)\b`), "Councillor Vane proposed the recommendations", "Councillor Vane proposed a toast"},
	{regexp.MustCompile(name + office + ` ` + duly + `(?i:proposed)\b` + within + `{0,300}\.\s+(?i:there was no seconder)`), "Councillor Vane proposed that it be kept. There was no seconder.", "Councillor Vane proposed a walk. There was no rain."},
	{regexp.MustCompile(name + `, (?:who was |as )(?:the )?mover of the (?:original |substantive )?(?:motion|proposal)`), "Councillor Vane, as mover of the motion, accepted it", "Councillor Vane, as owner of the field, spoke"},
	{regexp.MustCompile(`(?i:\ba (?:motion|proposal|proposition) (?:by|from)) ` + name + ` (?:that|to)\b`), "A motion by Councillor Vane that", "A motion sickness pill for Councillor Vane"},
}
