package classify

import "regexp"

// What votes are on and who casts them, where forms may name them.
const (
	voteOn = `(?: (?:of )?(?:the |this |it\b|that )?(?:(?:substantive |original |main |amended )*motion|amendment|recommendations?|proposals?|applications?|resolution|proposition|deferral|refusal|approval)?| the \w+)?`
	cast   = `(?:(?:members?|councillors?) )?(?:votes? |voted |voting |were )?`
)

// voteForms are the ways to count a vote in words or in a list of totals. The
// groups are for, against and abstained, in the order that of says; what has
// no group was not told. In ">" the greater number carried it, in "<" it lost.
var voteForms = []struct {
	form *regexp.Regexp
	of   string // the group of each of for, against, abstained: "123", "1-2"; "-" where it has none
	seen string
	not  string // what is no vote
}{
	{regexp.MustCompile(`(?i)\b(\d{1,3}) ` + cast + `(?:for|in favour)` + voteOn + `(?:,| and| to|;|/)? ?(?:and |with )?(\d{1,3}) (?:votes? |voted |voting |members? (?:voted |voting )?)?against` + voteOn + `(?:[,;/]? ?(?:and |with )*(\d{1,3}) (?:members? )?(?:abstentions?|abstained|abstaining))?`), "123", "7 votes for, 3 against and 1 abstention", "7 benches for the green and 3 bins against the wall"},
	{regexp.MustCompile(`(?i)\b(?:for|in favour):? (\d{1,3})[,;] (?:and )?against:? (\d{1,3})(?:[,;]? (?:and )?(?:abstain(?:ed|ing)?|abstentions?):? (\d{1,3}))?`), "123", "For 7; against 3; abstentions 1", "Reasons for: 7; matters against: see below"},
	{regexp.MustCompile(`(?i)\bayes?:? (\d{1,3})[,;]? (?:and )?noes:? (\d{1,3})(?:[,;]? (?:and )?abst\w+:? (\d{1,3}))?`), "123", "Ayes 7, Noes 3", "The ayes 7 in number rose"},
	{regexp.MustCompile(`(?i)\b(?:carried|agreed|approved|refused|granted|passed|resolved|decided|supported|objected|adopted|recommended),? (?:by )?(\d{1,3})(?: votes?)? (?:to|against) (\d{1,3})(?:,? (?:and |with )*(\d{1,3}) (?:abstentions?|abstained|abstaining))?`), "123", "carried by 7 votes to 3 with 1 abstention", "supported by 1 to 2 residents"},
	{regexp.MustCompile(`(?i)\b(?:lost|defeated|fell|rejected|not carried),? (?:by )?(\d{1,3})(?: votes?)? (?:to|against) (\d{1,3})(?:,? (?:and |with )*(\d{1,3}) (?:abstentions?|abstained|abstaining))?`), "<>3", "lost by 3 votes to 1", "The fence fell 3 to 4 metres"},
	{regexp.MustCompile(`(?i)\bfor(?: the (?:motion|amendment|recommendations?|proposal))?:? (\d{1,3}),? (?:and )?against:? (\d{1,3})(?:,? (?:and )?(?:abstain(?:ed|ing)?|abstentions?):? (\d{1,3}))?`), "123", "for the motion 7, against 3", "room for 7, shelter against 3 winds"},
	{regexp.MustCompile(`(?i)\b(?:carried|lost|voting|vote|refused|granted|approved|agreed):?,? (?:by )?(\d{1,3}) ?[-–:] ?(\d{1,3})\b`), "12-", "agreed by 7-3", "It was agreed: 7:30 pm"},
	{regexp.MustCompile(`(?i)\b(?:by|on) a majority(?: vote)? of (\d{1,3}) (?:votes? )?(?:to|against) (\d{1,3})\b`), "12-", "by a majority of 7 to 3", "a majority of 7 to 3 year olds"},
	{regexp.MustCompile(`(?i)\bvotes? (?:was|were|being|of|stood at) (\d{1,3}) ?[-–:] ?(\d{1,3})\b`), "12-", "the vote was 7-3", "the vote was on 7-3-2024"},
	{regexp.MustCompile(`(?i)\bby (\d{1,3}) votes?(?: in favour| for)?,? (?:to|and|with) (\d{1,3})(?: (?:voting )?against)?(?:,? (?:and |with )*(\d{1,3}) (?:abstentions?|abstained|abstaining))?`), "123", "by 7 votes, with 3 voting against", "by 7 buses to 3 stops"},
	{regexp.MustCompile(`(?i)\b(?:voting|vote)[^.]{0,30}?: ?(\d{1,3})[-–:](\d{1,3})(?:[-–:](\d{1,3}))?\b`), "123", "Vote: 7-3-1", "The vote is on page 7-3"},
	{regexp.MustCompile(`[(;,] ?(\d{1,3}) ?[-–] ?(\d{1,3}) ?[-–] ?(\d{1,3})\)`), "123", "agreed (Cllr Vane, Cllr Dove; 7-3-1)", "The minutes (of the 5th, 12-3-24) were read"},
	{regexp.MustCompile(`(?i)\bvotes? of (\d{1,3}) to (\d{1,3})(?:,? (?:and |with )*(\d{1,3}) abstentions?)?[^.\n]{0,80}\b(?:lost|defeated|fell|not carried)\b`), "<>3", "following a vote of 7 to 8 the motion was lost", "votes of thanks 7 to 8 in number were lost"},
	{regexp.MustCompile(`(?i)\bvotes? of (\d{1,3}) to (\d{1,3})(?:,? (?:and |with )*(\d{1,3}) abstentions?)?`), "123", "following a vote of 7 to 3", "a vote of thanks from 7 to 3"},
	{regexp.MustCompile(`(?i)\b(?:result|vote)\b[^.\n]{0,30}?\b(\d{1,3}) to (\d{1,3})(?: in favour| against|\.|,)`), "12-", "a vote was taken, the result being 7 to 3 in favour", "the result was 7 to 3 degrees"},
	{regexp.MustCompile(`(?i)\b(\d{1,3}) (?:votes? )?(?:for|in favour of) (?:the )?motion and (\d{1,3}) (?:votes? )?(?:for|in favour of) (?:the )?amendment(?:,? (?:and |with )*(\d{1,3}) abstentions?)?`), "><3", "7 votes in favour of the motion and 3 votes in favour of the amendment", "7 votes of thanks for the motion picture"},

	// Totals of which one was not told.
	{regexp.MustCompile(`(?i)\b(\d{1,3}) ` + cast + `(?:for|in favour)` + voteOn + `[,;]? ?(?:and |with )*(\d{1,3}) (?:members? )?(?:abstentions?|abstained|abstaining)`), "1-2", "7 votes for, 1 abstention", "7 chairs for the hall, 1 spare"},
	{regexp.MustCompile(`(?i)\b(\d{1,3}) (?:votes? |voted |voting |members? (?:voted |voting )?)?against(?:[,;/]? ?(?:and |with )+(\d{1,3}) (?:members? )?(?:abstentions?|abstained|abstaining))`), "-12", "0 votes against and 1 abstention", "0 marks against and 1 mark for"},
	{regexp.MustCompile(`(?i)\b(\d{1,3}) (?:members? |councillors? )?(?:voted |voting )?(?:for|in favour)` + voteOn + `[.,;]`), "1--", "7 voted in favour.", "12 for the hall."},
	{regexp.MustCompile(`(?i)\b(\d{1,3}) (?:members? |councillors? )?(?:voted|voting) against` + voteOn + `\b`), "-1-", "3 Members voted against", "3 dogs voted against all hope"},
}
