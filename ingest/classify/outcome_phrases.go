package classify

import "moothall/archive"

// decisionPhrases are decisions that no verb makes, or that turn on more than
// the verb. A wording of each kind stands beside it.
var decisionPhrases = []struct {
	is    archive.Outcome
	by    strength
	ruled bool // only in a text that the paper says is its decision
	form  phrasing
	seen  string
}{
	{archive.Approved, weak, false, bodyDid("give gave consented allowed upheld content happy satisfied minded prepared willing signif signal indicat express voiced recorded confirmed",
		`(?:gives?|gave|given) (?:(?:its|their|his|her|full|formal|final|unanimous|general|in[- ]principle|delegated) ){0,3}(?:approval`+
			`|consent|agreement|authority|assent|permission|blessing|sanction|authorisation|the go-ahead)\b`+
			`|gave (?:the|this|it|them)(?: [\w’-]+){0,4}? (?:the go-ahead|its approval|their approval|consent)\b|consented to\b`+
			`|(?:allowed|upheld) the (?:appeal|complaint|objection)s?\b`+
			`|(?:was|were) (?:\w+ )?(?:content|happy|satisfied|minded|prepared|willing) to (?:go ahead|proceed|allow|let|pay|fund|accept|buy`+
			`|make|give|have|continue|extend|renew|delegate|host|offer|provide)\b`+
			`|(?:signified|signalled|indicated|expressed|voiced|recorded|confirmed) (?:its|their) (?:unanimous |full |general )?(?:approval`+
			`|consent|agreement|assent)\b`),
		"gave its approval to the virements"},
	{archive.Approved, weak, false, bodyDid("content happy satisfied minded willing prepared pleased",
		`(?:was|were) (?:\w+ly )?(?:content|happy|satisfied|minded|willing|prepared|pleased) for\b[^.;]* to\b`),
		"were content for the grant to be paid"},
	{archive.Approved, weak, false, pattern("followed remain stay continue be_kept",
		`(?i)\brecommendations?\b[^.;]{0,40} (?:was|were|be) followed\b`+
			`|\b(?:charges?|fees?|rents?|precept|hours|rates?|arrangements?|membership|policy|rota|salary)\b[^.;]{0,40} (?:is|are|was|were|will`+
			`|would|to)(?: to)? (?:remain|stay|continue|be kept)\b (?:at|as|unchanged|the same|for (?:a|another) (?:further )?(?:year|term))`),
		"the charges are to stay as they are"},
	{archive.Approved, weak, false, pattern("given granted set_aside put_aside allocated earmarked majority in_favour will would of_£",
		`(?i)\b(?:approval|consent|permission|authority|agreement) (?:to|for) [^.;]{1,40} (?:was|were|be) (?:given|granted)\b`+
			`|£[\d,.]+ (?:was|were|be) (?:set aside|put aside|allocated|earmarked|voted|awarded|granted)\b`+
			`|\b(?:motion|proposal|nomination)s? (?:secured|gained|received|obtained|achieved|won) (?:an?|the) (?:\w+ )?majority\b`+
			`|\b(?:came|come) (?:down|out) in favour of\b`+
			`|^(?:the )?(?:parish |town |community )?(?:council|committee) (?:will|would) (?:contribute|pay|fund|donate|buy|purchase|give £`+
			`|make a (?:donation|grant|contribution)|renew)\b|^(?:donation|contribution|grant) of £[\d,.]+ (?:to|for|towards) [^.;]*\.?$`),
		"permission to fell was given; £300 was set aside; donation of £50 to the band"},
	{archive.Approved, faint, false, pattern("suspend waived",
		`(?i)\b(?:standing orders?|(?:council )?procedure rules|rules of debate) (?:\d+ |\w+ )?(?:was|were|be) (?:\w+ly )?(?:suspended`+
			`|waived)\b|\bsuspend(?:ed)? (?:the )?(?:council )?(?:standing orders?|procedure rules)\b`),
		"standing orders were suspended: a vote on how to meet"},
	{archive.Endorsed, weak, true, pattern("support backing endorsement",
		`(?i)\b(?:lend|give|offer|express|pledge|confirm|record|declare) (?:(?:its|their|our|full|strong|unanimous|broad|the council’s`+
			`|the council's) ){1,3}(?:support|backing|endorsement)\b`),
		"agreed to lend its support to the campaign"},
	{archive.Endorsed, faint, false, bodyDid("support backing backed endorsement",
		`(?:(?:gives?|gave|given|lent|expressed|voiced|offered|confirmed|indicated|recorded|stated|pledged|declared|affirmed|reaffirmed`+
			`|reiterated|restated) (?:(?:its|their|full|strong|unanimous|broad|general|overall) ){1,3}(?:support|backing`+
			`|endorsement)(?: (?:for|to|of|in principle)\b|[.;,]|$)|gave (?:it|this`+
			`|them) (?:(?:its|their|full|unanimous|strong) ){1,3}(?:support|backing)\b`+
			`|(?:\w+ )*and gave (?:it|this|them) (?:its|their) (?:full )?(?:support|backing)\b`+
			`|expressed (?:(?:broad|general|strong|full|overall|unanimous) )?support for\b`+
			`|expressed (?:itself|themselves) (?:\w+ )?(?:in support|supportive)\b`+
			`|(?:was|were) (?:\w+ly |all )?(?:supportive of|in support of)\b|backed the\b)`),
		"expressed their support for the direction of travel"},
	{archive.Noted, strong, false, pattern("for_information",
		`(?i)\b(?:be|was|were) (?:accepted|received|taken) for information\b`),
		"that the report be accepted for information"},
	{archive.Noted, weak, false, bodyDid("acknowledged",
		`acknowledged (?:the |its |this )(?:[\w’'-]+ ){0,5}?(?:reports?|updates?|letters?|contents|position|papers?|minutes|figures)(?:$`+
			`|[.;,]| (?:and|as|of|on|from|for)\b)`),
		"members acknowledged the report"},
	{archive.Noted, faint, false, pattern("received taken_as_read",
		`(?i)\breceived (?:the|its|their) (?:[\w’'-]+ ){0,5}?(?:reports?|updates?|accounts|minutes|papers?|letter`+
			`|statement)(?: (?:of|on|from)\b[^.;]{1,60}?)? (?:for (?:their |its )?information|for noting|without comment)\b`+
			`|\b(?:reports?|updates?|accounts|presentations?|papers?|briefings?|information`+
			`|minutes of (?:the )?(?:[\w’-]+ ){0,4}?(?:sub-?committee|panel|group|party)) (?:from [^.;]{1,60} |of [^.;]{1,60} `+
			`|on [^.;]{1,60} )?(?:was|were) (?:duly )?(?:received|taken as read)(?: (?:for information|with (?:thanks|interest)`+
			`|without comment))?\.?$`),
		"received the report for information"},
	{archive.Recommended, strong, true, pattern("recommendation council cabinet executive",
		`(?i)\b(?:be|is|as) (?:a|the) recommendations? to\b`+
			`|\b(?:commend(?:ed|s)?|submit(?:ted)?|put|forward(?:ed)?|present(?:ed)?|go|going|taken?|sent|send|pass(?:ed)?)\b[^.;]{0,60}? (?:to`+
			`|before) (?:the )?(?:(?:full|county|town|parish|city|borough|district) )?(?:council|cabinet|executive) (?:for|with a view to`+
			`|to seek) (?:its |formal |final )*(?:adoption|approval|approving|agreement|ratification|adopting|confirmation)\b`+
			`|\b(?:ask|invite|request) (?:the )?(?:full |county )?council to (?:approve|adopt|agree|ratify|amend|set|make)\b`),
		"to commend the draft to Council for adoption"},
	{archive.Recommended, strong, false, pattern("recommendation advise",
		`\b(?:made|makes|make|agreed|submitted) (?:(?:the following|a|several|two|three|its`+
			`|these) )*[Rr]ecommendations? to (?:the )?(?:Full |County )?(?:Council|Cabinet|Executive|Governing Body)\b`+
			`|\b[Rr]ecommendations? to (?:the )?(?:Full |County )?(?:Council|Cabinet|Executive) (?:is|was|be|are|were)\b`+
			`|\badvises? (?:the )?(?:Full |County )?(?:Council|Cabinet|Executive) (?:to|that)\b`),
		"made the following recommendation to Cabinet"},
	{archive.Deferred, weak, false, pattern("abeyance on_hold agenda over until till pending meeting table",
		`(?i)\b(?:held|kept|left|put) (?:in abeyance|on hold)\b|\b(?:matter|item|application|question|it|this) (?:stands|stood) over\b`+
			`|\b(?:will|would|to|should) be an agenda item (?:in|at|for|next)\b`+
			`|^(?:left|held|on hold|carried|kept|put back|moved)\b[^.;]{0,30}?\b(?:until|till|pending|to (?:the|our) \w+ (?:meeting|agenda))\b`+
			`|\blie on the table\b`+
			`|\b(?:item|matter|it|this|decision|consideration|report|application)s? (?:was|were|is|be) (?:\w+ )?(?:carried|taken|moved|held|put`+
			`|rolled)(?: over| forward| back)? to (?:the|our|its|a) (?:\w+ )?(?:meeting|agenda)\b`+
			`|\b(?:will|would|to) (?:then )?be (?:back )?on (?:the|a|our|its) (?:[\w’']+ )?agenda (?:again|for|of|in)\b`),
		"held in abeyance until the survey; will be on the agenda again"},
	{archive.Deferred, weak, false, pattern("return come_back resubmitted brought_back re-presented again further later",
		`(?i)\b(?:application|item|matter|report|it|this|decision|proposal`+
			`|they)s?\b[^.;]{0,50}?\b((?:would|will|should|to|must|shall)) (?:then )?(?:return|come back|be resubmitted|be brought back`+
			`|be re-presented|be (?:discussed|considered|looked at|revisited|reviewed|raised|debated|reconsidered) (?:again|further`+
			`|later))\b[^.;]{0,30}?\b(?:meeting|spring|summer|autumn|winter|new year|later|due course|january|february|march|april|may|june`+
			`|july|august|september|october|november|december|next|when|once|after)\b`),
		"would come back in the autumn; it will be discussed again in October"},
	{archive.Rejected, weak, false, pattern("seconder fail majority support appetite enthusiasm votes did_not to_be",
		`(?i)\b(?:for (?:want|lack) of a seconder|there was no seconder|(?:found|had|received|attracted|gained) no seconder)\b`+
			`|\b(?:motion|amendment|proposal|proposition|resolution|nomination|request|idea|suggestion)s?\b[^.;]{0,80}?\b(?:failed\b`+
			`|(?:did not|failed to|not) (?:receive|gain|attract|secure|command|achieve|obtain|find|get|win)d? (?:\w+ ){0,2}?(?:majority|support`+
			`|seconder|votes))`+
			`|\b(?:there (?:was|is|being)|found|received|attracted|met with) (?:little or )?no (?:support|appetite|enthusiasm) (?:for|to`+
			`|among) |\b(?:proposal|application|request|bid|idea|suggestion|motion)s? did not (?:succeed|find favour|go forward|proceed|pass)\b`+
			`|^no (?:[\w-]+ ){1,4}to be (?:made|paid|given|granted|awarded|bought)\b`),
		"did not receive a majority and therefore failed; fell for want of a seconder"},
	{archive.Rejected, weak, false, pattern("not",
		`(?i)\b(?:proposal|idea|suggestion|request|scheme|motion|matter|it|this|plan|project`+
			`|offer)s? (?:[\w’'-]+ ){0,4}?(?:(?:was|were|is|be) not (?:be )?`+
			`|(?:would|will|should) not be )(?:taken (?:any )?(?:further|forward)|pursued|proceeded with|progressed|taken up)\b`),
		"was not taken further"},
	{archive.Rejected, weak, false, bodyDid("unable unwilling not",
		`(?:(?:was|were|is|are|felt) (?:unable|unwilling|not (?:able|minded|prepared|willing|inclined|in a position))`+
			`|(?:did|do|does) not (?:wish|want|intend|propose|feel able)) to (?:be )?(?:agree|support|approve|accept|grant|fund|contribute|help`+
			`|proceed|pay|give|recommend|donate|endorse|assist|consent|adopt|allow|pursue|take|change|renew`+
			`|make an? (?:donation|grant|contribution))`+
			`|(?:would|will) not (?:be )?(?:making|make|giving|give|awarding|award) (?:an?|any|the) (?:\w+ )?(?:donation|grant|contribution`+
			`|award)|(?:would|will) not (?:be )?(?:support|fund|contribut|donat|proceed|pursu|renew|adopt|agree)(?:ing|e|t)?\b`),
		"was unable to agree to the request; did not wish to pursue the idea"},
	{archive.Rejected, weak, false, bodyDid("revok withdrew suspended",
		`(?:revoked|revokes|withdrew|suspended) (?:the |his |her |their |this )(?:[\w’'-]+ ){0,4}?(?:licen[cs]e|badge|permit|registration)s?\b`),
		"the Panel revoked the licence"},
	{archive.Rejected, weak, true, pattern("revok suspended",
		`(?i)\b(?:licen[cs]e|badge|permit|registration)s?\b[^.;]{0,50} be (?:revoked|suspended)\b`+
			`|\brevok(?:e|ed|es) (?:the |his |her |their )(?:\w+ ){0,4}?(?:licen[cs]e|badge|permit|registration)s?\b`),
		"that the driver's licence be revoked"},
	{archive.OtherResult, weak, false, bodyDid("working task steering sub",
		`(?:set up|established|formed|created) (?:a|an) (?:\w+ ){0,3}?(?:working (?:group|party)|task (?:and|&) finish group|task group`+
			`|steering group|sub-?group)\b`),
		"set up a task and finish group: work begun, nothing settled"},
	{archive.Referred, weak, false, pattern("passed left handed given remitted sent escalated",
		`(?i)\b(?:matter|question|issue|complaint|petition|item|decision|request|it|this)s?\b[^.;]{0,40}? (?:was|were|be|is`+
			`|has been) (?:left|passed|handed|given|remitted|sent|escalated) (?:on |over |up |back )?(?:to|with) (?:them\b`+
			`|(?:the|a) [^.;]{0,40}?(?:committee|panel|board|group|council|team|highways|police|monitoring officer|cabinet|executive))`),
		"was handed to the Traffic Panel to look into"},
	{archive.OtherResult, weak, false, pattern("working task steering",
		`(?i)(?:^|[,;] )an? (?:\w+ ){0,2}?(?:working (?:group|party)|task (?:and|&) finish group|task group`+
			`|steering group)\b[^.;]{0,60} (?:was|were) (?:formed|set up|established|created)\b`),
		"a working party was formed"},
	{archive.OtherResult, weak, false, bodyDid("object representations",
		`(?:(?:\w+ly )?(?:objected|objects?) to|raised (?:an |no |strong )?objections?|made representations)\b`),
		"the Council objected to the application"},
	{archive.OtherResult, faint, false, bodyDid("asked request instruct direct task invite called_for",
		`(?:asked|requested|instructed|directed|tasked|invited) (?:that )?(?:[\w’'-]+ ){0,6}?(?:clerk|officers?|director|chair|chairman`+
			`|secretary|manager|head of [\w ]{1,30}|councillor|cllr [\w’'-]+) (?:to|should)\b`+
			`|(?:asked|requested) that\b[^.;]{0,80} (?:be|should|look|provide|report|bring|consider|come back|return|submit|prepare|present)\b`+
			`|(?:requested|asked for|called for) (?:an?|further|additional|more|the) (?:[\w’'-]+ ){0,3}?(?:report|information|data|update`+
			`|briefing|figures|details|analysis|note|paper|evidence)s?\b`),
		"asked the Clerk to obtain three quotations; requested additional data"},
	{archive.OtherResult, faint, false, pattern("agreed_to undertook",
		`\b(?:Cllrs?|Councillors?|[Cc]lerk)\.?(?: [\w.’'-]+){0,4}? (?:kindly )?(?:agreed|undertook) to [a-z]`),
		"Councillor A agreed to contact the county: a task"},
	{archive.OtherResult, faint, false, pattern("asked request instruct direct task",
		`(?i)\b(?:clerk|officers?|director|manager|solicitor|surveyor|secretary|chairman|chair) (?:was|were|be) (?:then |also )?(?:asked`+
			`|requested|instructed|directed|tasked) to\b`),
		"the Clerk was asked to write"},
	{archive.Noted, faint, false, pattern("received",
		`(?i)^(?:[\w’'-]+ ){0,4}?(?:reports?|updates?|accounts|statements?|minutes) (?:duly )?received\.?$`),
		"Report received."},
	{archive.OtherResult, weak, false, pattern("vote_of_thanks",
		`(?i)\bvote of thanks\b[^.;]{0,80}\b(?:passed|proposed|given|moved|recorded|carried)\b`+
			`|\b(?:passed|proposed|moved|recorded|gave|extended) a (?:\w+ )?vote of thanks\b`),
		"a vote of thanks to the Clerk was passed"},
	{archive.Rejected, weak, false, pattern("not_given not_granted no_",
		`(?i)\b(?:permission|consent|approval) (?:was |is |be )?not (?:given|granted)\b`+
			`|\bno (?:purchase|donation|grant|contribution|payment|award) (?:would|will|should|is to|was to)(?: now)? be (?:made|given|paid)\b`),
		"Permission not given; no purchase would be made"},
	{archive.Approved, weak, false, pattern("happy content satisfied go_ahead",
		`(?i)\b(?:members|councillors|cllrs|council|committee) (?:was|were) (?:all )?(?:happy|content|satisfied) with the (?:\w+ )?(?:draft`+
			`|wording|proposals?|quot\w+|budget|design|terms)\b`+
			`|^the (?:scheme|project|purchase|works?) (?:will|would|should|is to|are to) (?:now )?go ahead\b`),
		"members were happy with the draft; the scheme will go ahead"},
	{archive.Deferred, weak, false, pattern("site_visit site_inspection next_time next_month next_meeting",
		`(?i)\bsite (?:visit|inspection)\b[^.;]{0,60}\b(?:before|prior to)\b`+
			`|\b(?:take|discuss|consider|return to|do) (?:this|it|the \w+) (?:at the |at our )?next (?:time|month|meeting)\b`),
		"a site visit to be held before it is determined; agreed to take this next time"},
	{archive.Approved, weak, false, pattern("minded_to",
		`(?i)(?:^|\b(?:was|were|is|be) )minded to (?:grant|approve|permit|allow)\b`),
		"Minded to grant, subject to no adverse comments"},
	{archive.Rejected, weak, false, pattern("minded_to", `(?i)(?:^|\b(?:was|were|is|be) )minded to refuse\b`),
		"Minded to refuse"},
	{archive.Deferred, weak, false, pattern("left held kept",
		`(?i)\b(?:was|were|be) (?:left|held|kept)(?: over)? (?:until|till|pending)\b`),
		"replacing the slide was left until the new year"},
	{archive.Noted, strong, false, pattern("accept",
		`(?i)\baccept(?:s|ed)?(?: and (?:(?:its|the|their) (?:contents?|findings) (?:were )?)?not(?:e|es|ed)\b`+
			`| (?:the |its )?(?:\w+ ){0,4}(?:report|letter|update|information|presentation)\b[^.;]{0,40}, noting\b)`),
		"To accept the report, noting the observations: what is only received"},
	{archive.Deferred, weak, true, pattern("meeting agenda",
		`(?i)\b(?:return|returned|come back|brought|bring|placed|put|included?|considered|consider|review|discuss|look at|discussed`+
			`|revisited|resubmitted|carried forward|go back|taken|heard)\b(?: back| forward)? (?:[\w’'£.,]+ ){0,8}?(?:to|for|at|on`+
			`|until) (?:the|a|an|its|our|another|[\w’']+’s|[\w’']+'s) (?:[\w’']+ ){0,3}?(?:meeting|agenda)\b`),
		"ought to be placed on the agenda of the June meeting"},
	{archive.Deferred, weak, false, pattern("meeting",
		`(?i)\b(?:application|item|matter|report|it|this|decision) (?:would|will|should|to|must) (?:return|come back|be resubmitted`+
			`|be brought back) to (?:the|a|its|our) (?:next|later|future|following|\w+) meeting\b`),
		"ruled that the application would return to the next meeting"},
	{archive.Deferred, weak, true, pattern("await wait again",
		`(?i)\b(?:await(?:s|ing)?|wait(?:s|ing)? for) (?:the |a |further |its )*(?:\w+ ){0,3}(?:decision|outcome|result|response|reply`+
			`|information|report|advice)s?\b`+
			`|\b(?:consider|scrutinise|review|discuss|look at|revisit)(?:ed|d)?\b[^.;]{0,60}\bagain\b (?:before|at|in|when|after|once)\b`),
		"will wait for the surveyor's report; to scrutinise the draft again before it goes to the Cabinet"},
	{archive.Deferred, weak, true, pattern("spring summer autumn winter new_year week month later next_year due_course wait meeting",
		`(?i)\b(?:look at|revisit|reconsider|consider|discuss|decide`+
			`|return to)\b[^.;]{0,50}\b(?:in the (?:spring|summer|autumn|winter|new year)|in \w+ (?:weeks?|months?)\b|at a later date|next year`+
			`|later in the year|in due course)\b|\b(?:to|will|would) wait (?:until|till)\b`+
			`|\bat (?:the|our) \w+ meeting,? (?:we|the council|councillors|members|the committee) (?:would|will)\b`),
		"resolved to return to the hedge in the autumn"},
	{archive.Deferred, weak, true, pattern("leave",
		`(?i)\bleave (?:this|it|the \w+) (?:until|till|to|over|for)\b`),
		"decided to leave this until the next meeting"},
	{archive.Rejected, weak, false, pattern("against",
		`(?i)\b(?:members|councillors|committee|council|cabinet|board|panel|it was) (?:\w+ ){0,2}?(?:decided|voted) against\b`),
		"decided against the purchase"},
	{archive.Approved, weak, false, pattern("in_favour voted",
		`(?i)\bvoted (?:unanimously )?(?:in favour\b|for (?:the|this|it|a)\b)`+
			`|\b(?:members|councillors|committee|council) (?:was|were) (?:all )?in favour\b`+
			`|\ball (?:present |members |councillors )?(?:were|being) in favour\b|\ball hands (?:\w+ )*?in favour\b`+
			`|\b(?:was|were) voted (?:in|on|onto)\b`),
		"members voted in favour; she was voted in"},
	{archive.Approved, weak, false, pattern("given granted reached",
		`(?i)\b(?:approval|agreement|authority|consent|permission|authorisation) (?:(?:was|were|be) )?(?:given|granted|reached)\b`+
			`|\b(?:was|were|be) given (?:delegated |full )?(?:authority|permission|leave)\b|^leave (?:was |be )?(?:given|granted)\b`),
		"approval was given; the Clerk was given authority"},
	{archive.Approved, weak, false, pattern("unanimous general_agreement general_approval in_agreement",
		`(?i)^(?:carried |agreed )?unanimous(?:ly)?\.?$|\bunanimous in (?:agreeing|approving|supporting|accepting|adopting)\b`+
			`|\b(?:unanimous|general) (?:agreement|approval)\b|\b(?:was|were) (?:all )?in agreement\b`),
		"the Committee were unanimous in approving it"},
	{archive.Approved, weak, false, pattern("chosen returned selected nominated",
		`(?i)\b(?:was|were) (?:\w+ )?(?:chosen|returned|selected) (?:as|to be|to serve)\b|\bnominated\b[^.]{0,60}\bseconded\b`),
		"Cllr Heath was chosen as Chair"},
	{archive.Approved, weak, false, pattern("reviewed satisfactory",
		`(?i)\breviewed\b[^.;]{0,40}\bno (?:changes?|amendments?|alterations?) (?:were |was |being )?(?:required|needed|necessary|made`+
			`|proposed)\b|\b(?:considered|found|all) (?:[\w’']+ ){0,3}satisfactory\b`),
		"the policy was reviewed and no changes were required"},
	{archive.Approved, weak, false, pattern("precept budget fee charge hours wage allowance rent tax rate salary levy",
		`(?i)\b(?:precept|budget|fees?|charges?|hours|wages?|allowances?|rent|council tax|rates?|salary|levy)\b[^.]{0,60}\b(?:was|were|be`+
			`|is) (?:set|fixed|increased|raised|reduced|kept|held) (?:at|to|by)\b`),
		"the precept was set at £4,500"},
	{archive.Recommended, weak, true, pattern("council cabinet executive",
		`\b(?:[Ff]ull |[Cc]ounty |[Tt]he )*(?:Council|Cabinet|Executive) be (?:asked|invited|requested|urged) to (?:add|approve|agree|adopt`+
			`|amend|set|make|increase|release|fund|include|vary)\b`),
		"that Council be asked to add £11.6m to the programme"},
	{archive.Endorsed, weak, true, pattern("upheld uphold",
		`(?i)\b(?:decision|resolution)s? (?:of|by|made by|taken by) (?:the )?(?:cabinet|executive|leader|portfolio holder`+
			`|[\w ]{0,20}committee)\b[^.;]{0,60}\bbe upheld\b|\buphold(?:s)? (?:the |its )?(?:original )?(?:decision|resolution)\b`),
		"that the resolution of Cabinet be upheld: a call-in"},
	{archive.Recommended, weak, false, pattern("recommend",
		`(?i)(?:^|[:;–—-] ?|\b(?:agreed|resolved|decided|voted)(?: unanimously)?:? (?:to )?)recommend(?:s|ed)? (?:approval|refusal|acceptance|rejection)\b`),
		"barn conversion – recommend approval: a parish's answer"},
	{archive.Approved, weak, false, pattern("in_favour",
		`(?i)\bvotes?\b[^;]{0,60}\bin favour of (?:[A-Z]|the )|\bvotes?\b[^;]{0,40}\b(?:result|outcome)\b[^.;]{0,40}\bin favour\b`+
			`|, (?:\w+ abstain\w*, )?(?:all|\w+) in favour\b`),
		"a vote was taken, the result being three to two in favour of Ann Heath"},
	{archive.Approved, weak, false, pattern("moved", `(?i)\bmoved as (?:a |an )?(?:true|correct|accurate)\b`),
		"these were moved as correct by A and B"},
	{archive.Deferred, weak, false, pattern("be",
		`(?i)^(?:this|it|the (?:item|matter|question|subject))(?: [\w’'-]+){0,4}? (?:would|will|should|to) be (?:discussed|considered`+
			`|looked at|reviewed|raised|decided|taken|dealt with) (?:at|in) (?:a|the|our|another) (?:[\w’']+ ){0,2}?meeting\b`+
			`|\b(?:suggest|propos|agre|ask)\w* (?:that )?(?:this|it|the (?:item|matter)) (?:should )?be (?:discussed|considered|looked at`+
			`|reviewed|revisited|raised) again\b`),
		"this would be discussed at a future meeting"},
	{archive.Deferred, weak, true, pattern("withdrawn awaited",
		`(?i)\b(?:report|item|application|paper|motion)s? be withdrawn (?:so that|to allow|to enable|pending|for further|until)\b`+
			`|\b(?:report|decision|outcome|response|advice|information|result)s?\b[^.;]{0,40} be awaited\b`),
		"that the report be withdrawn so that tenants could be asked; that a report be awaited"},
	{archive.OtherResult, weak, false, pattern("objection comment",
		`(?i)\b(?:resolved|agreed)\b[ ,:–-]*(?:unanimously )?(?:that )?(?:there (?:was|were|is|be|are) )?no (?:objections?|comments?)\b`+
			`|^there (?:was|were) no (?:objections?|comments?) to\b`),
		"RESOLVED no objection: a consultee's answer"},
	{archive.Approved, weak, false, pattern("precept",
		`(?i)\b(?:request|demand|issue|levy|apply for|submit)(?:s|ed)? (?:a |the )?(?:\w+ )?precept\b`),
		"it was agreed to request a precept of £11,450"},
	{archive.Endorsed, weak, true, pattern("backing support",
		`(?i)\b(?:give|lend|offer)\b[^.;]{0,40} (?:its|their|our|the council’s|the council's) (?:\w+ ){0,2}(?:support|backing|endorsement)\b`),
		"to give the charter the Council's full backing"},
	{archive.Referred, weak, false, pattern("go",
		`(?i)\b(?:matter|item|application|question|request|proposal|it|this) (?:should|would|will|to|must`+
			`|had to) (?:now )?go (?:back )?(?:to|before) (?:the )?(?:full )?(?:[\w’'&]+ ){0,3}?(?:council|committee|cabinet|panel|board`+
			`|group)\b`),
		"that the matter should go to the Full Council"},
	{archive.Recommended, strong, true, pattern("recommendation",
		`(?i)\ba recommendation (?:should )?be (?:made|put|sent|submitted|forwarded) to (?:the )?(?:full |town |county )?(?:council|cabinet|executive)\b`),
		"agreed that a recommendation be made to Council"},
	{archive.Approved, weak, true, pattern("£",
		`^(?:[Tt]hat )?(?:AGREED|RESOLVED|Agreed|Resolved)?[:,–-]? ?£[\d,.]+(?: \w+)? (?:to|towards|for)\b`),
		"AGREED: £250 towards the tea"},
	{archive.Referred, strong, false, pattern("referred", `(?i)\b(?:stood|stands) referred\b`),
		"under rule 15 it stood referred to Cabinet"},
	{archive.Approved, strong, false, pattern("record copy account reflection",
		`(?i)\b(?:(?:true|correct|accurate) (?:and )?)+(?:record|copy|account|reflection)\b|\bcorrectly recorded\b`),
		"were an accurate record, to be signed"},
	{archive.Approved, strong, true, pattern("exclude",
		`(?i)\bexclude the (?:press|public)\b|\b(?:press|public)(?: and (?:the )?(?:press|public))? be excluded\b`),
		"resolved to exclude the press and public"},
	{archive.Approved, weak, true, pattern("make",
		`(?i)^(?:that )?to make (?:(?:an?|the|permanent) )*(?:[\w-]+ ){0,3}orders?\b`),
		"to make orders for three roads"},
	{archive.Rejected, weak, true, pattern("not_to",
		`^(?:That |It was )?[Nn]ot to (?:bring|adopt|approve|support|accept|agree|proceed|pursue|take|have|hold|provide|renew|continue|buy`+
			`|purchase|appoint|give|grant|pay|fund|sell|allow|change|increase|extend)\b`),
		"Not to bring forward the scheme (decisions in the infinitive)"},
	{archive.Rejected, weak, false, pattern("not lost fell defeated rejected",
		`(?i)\b(?:motion|amendment|proposal|recommendation|nomination)s?\b[^.]{0,80}?\b(?:was |were `+
			`|be )?(?:not (?:carried|accepted|agreed|approved|adopted|supported|passed)|lost|fell|defeated|rejected)\b`+
			`|\b(?:put to (?:the|a) vote|on (?:a|the) vote|vote)[^.;]{0,30}?[:,–-]? ?(?:was |it was )?(?:lost|defeated)\b`),
		"the motion was lost; that the recommendation be not accepted"},
	{archive.Rejected, weak, true, pattern("action",
		`(?i)\b(?:no|not|neither) (?:further )?action (?:be|was|is|to be) (?:taken|required)\b.{0,40}\bmotion\b`),
		"no action be taken on the motion"},
	{archive.Approved, strong, false, pattern("carried agreed approved accepted passed favour",
		`(?i)\b(?:substantive )?(?:motion|recommendations?|proposal|nomination)s?\b[^.]{0,80}\b(?:(?:was |were |be )?(?:duly `+
			`|unanimously )?(?:carried|agreed|approved|accepted)|(?:was|were|be) (?:duly |unanimously )?passed)\b`+
			`|\b(?:put to (?:the|a) vote|on (?:a|the) vote|vote)[^.;]{0,30}?[:,–-]? ?(?:was |it was )?(?:carried|approved|agreed)\b`+
			`|\bseconded\b.*\ball in favour\b|(?i)^all in favour\b`),
		"the recommendation as amended was moved, seconded, put to the vote and carried"},
	{archive.Approved, strong, false, pattern("invoice payment cheque account bill minutes",
		`(?i)\b(?:invoices?|payments?|cheques?|accounts|bills)\b[^.]{0,60}\b(?:approved|authorised|agreed|passed for payment)\b`+
			`|\b(?:approved|authorised|agreed|passed) for payment\b|\bminutes\b[^.]{0,160}\b(?:was|were|be|and) (?:duly |then )?signed\b`+
			`|\bminutes\b[^.]{0,120}\bproposed\b[^.]{0,60}\bseconded\b`),
		"three invoices were passed for payment; the minutes were signed"},
	{archive.OtherResult, strong, false, pattern("cheque invoice payment",
		`(?i)\b(?:invoices?|accounts|bills)\b[^.]{0,80}\bcheques?\b[^.]{0,30}\b(?:issued|signed|drawn)\b`+
			`|\bcheques?\b[^.]{0,60}\b(?:invoices?|accounts|bills)\b[^.]{0,30}\b(?:issued|signed|drawn)\b`+
			`|\b(?:invoices?|payments?|cheques?)\b[^.]{0,40}\b(?:were|was|and) signed\b`),
		"two bills had come in and cheques were drawn for both: a payment made, not a decision taken"},
	{archive.Noted, faint, false, pattern("received",
		`^(?i:received)(?: and noted| with (?:thanks|interest))?[.;,]`),
		"Received with thanks; response to come back in April"},
	{archive.OtherResult, strong, true, pattern("following",
		`(?i)\bfollowing items?\b[^.;]{0,40}\b(?:brought forward|included|placed|added|on the next agenda)\b`),
		"the following items to be included in May: what the next agenda holds defers nothing"},
	{archive.OtherResult, weak, true, pattern("objection comment observation object",
		`(?i)\b(?:had|has|have|raises?|raised|make|makes|offer|submit|be) no (?:objections?|comments?|observations?)\b`+
			`|^(?:that )?(?:there (?:be|are|were) )?no (?:objections?|comments?)\b|\bobjects? to\b|\bobjections? be (?:raised|made|submitted)\b`),
		"that the parish has no objection to the barn: a consultee's answer"},
	{archive.OtherResult, faint, true, pattern("action",
		`(?i)^(?:that )?no (?:further )?action (?:is |was |be )?(?:required|needed|necessary)\b`),
		"No action required."},
	{archive.OtherResult, faint, true, pattern("comment", `(?i)\b(?:makes? comments?|comments? on)\b`),
		"comments on the plan and leaves it as it is"},
}
