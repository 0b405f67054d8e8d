package classify

import "moothall/archive"

// terseForms are decisions in a few words that have no verb of deciding.
var terseForms = []struct {
	is   archive.Outcome
	by   strength
	form phrasing
	seen string
}{
	{archive.OtherResult, weak, pattern("objection comment object support", `(?i)(?:^(?:\([^)]{3,20}\) )?|[:–-] ?)(?:(?:(?:the|that the) )?(?:(?:parish |town |community )?council|councillors|cllrs|members`+
		`|the committee) (?:had|has|have|raised) )?(?:no (?:objections?|comments?)|(?:strongly )?(?:object|support)(?:[:,.;]|$)`+
		`|objections? (?:on|for|because))`), "No objections. (a consultee's answer)"},
	{archive.OtherResult, weak, pattern("questionnaire survey consultation", `(?i)\b(?:questionnaire|survey|consultation (?:response|form))s?\b[^.]{0,40}\b(?:completed|submitted|returned|filled in)\b`+
		`|\b(?:completed|submitted|filled in) the (?:\w+ ){0,2}(?:questionnaire|survey)\b`), "The questionnaire was duly completed (an answer given, nothing decided)"},
	{archive.Approved, strong, pattern("unopposed", `(?i)\b(?:filled|elected|appointed|re-elected|returned)?,? ?unopposed\b`), "all the positions were filled unopposed"},
	{archive.OtherResult, strong, pattern("reply respond write ask object enquire thank inform", `^To (?:reply|respond|write|ask|object|enquire|thank|inform)\b`), "To reply that the council is against"},
	{archive.Deferred, weak, pattern("discussed considered agreed decided reviewed finalised", `(?i)^(?:to be|for) (?:discussed|considered|agreed|decided|reviewed|finalised)\b[^.]{0,40}\b(?:at|in) (?:the|our) (?:next|\w+) meeting`), "To be discussed at the next meeting."},
	{archive.Deferred, weak, pattern("meeting january february march april may june july august september october november december", `^To (?:[\w-]+ ){1,8}(?:in|at the) (?:January|February|March|April|May|June|July|August|September|October|November|December`+
		`|next meeting|(?:[A-Z]\w+ )meeting)\.?$`), "To co-opt in June"},
	{archive.Referred, weak, pattern("sent passed to_go referred", `(?i)^(?:to (?:go|be sent|be passed|be referred)|sent|passed) to (?:the )?[\w ’']{1,40}?(?:committee|panel|group|board|council|team|working party)\b`), "To go to the Leisure Committee"},
	{archive.OtherResult, weak, pattern("object action", `(?i)^object (?:on|because|as|for|strongly|to)\b|^no (?:further )?action (?:to be|is to be|was|needed|required|necessary|at (?:this|present)|taken)\b`), "Object on grounds of loss of light; No action to be taken"},
	{archive.Deferred, weak, pattern("reached agenda until till burner", `(?i)^(?:the |this )?(?:item |matter |business )?(?:was )?not reached\b`+
		`|^(?:leave|keep|retain|stay|remain|to (?:stay|remain|be left|be kept|be retained))(?: (?:it|this|item|this item))? on (?:the |our `+
		`|future |next )?agendas?\b|^(?:hold|wait|pending|on hold)\b[^.;]{0,30}?\b(?:until|till)\b|\bback ?burner\b`+
		`|^back on (?:the |our |next )?agendas?\b`), "Not reached; Leave on agenda; Hold until the solicitor replies"},
	{archive.Deferred, weak, pattern("come_back return to_be", `(?i)(?:^|[;,:–-] ?)to (?:come back|return|be (?:re-?)?(?:taken|considered|discussed|looked at|reviewed|revisited`+
		`|raised) (?:again )?(?:in|at|next)|be (?:deferred|carried|brought back))\b`), "No price was known; to come back in May"},
	{archive.Approved, weak, pattern("ahead last previous dissent passed carried agreed approved confirmed", `(?i)^(?:to )?go ahead\b|^(?:the )?(?:same|as)(?: as)? (?:last|the previous|in previous|in the previous) (?:year|time)s?\b`+
		`|\b(?:without|no|being no) dissent\b|^(?:this|these|the nominations?) (?:was|were )?(?:passed|carried|agreed|approved|confirmed)\b`), "Go ahead; Same as last year; this passed with unanimous votes"},
	{archive.Approved, weak, pattern("£", `(?i)^(?:a (?:donation|grant|sum) of )?£[\d,.]+ (?:is|was|to|will)(?: to)? be (?:given|paid|donated|granted|sent|awarded|spent)\b`), "£150 was to be given to the hall"},
	{archive.Approved, weak, pattern("appeal objection", `(?i)^(?:the )?(?:appeal|objection)s? (?:was|were) (?:upheld|allowed|sustained)\b`), "The appeal was allowed"},
	{archive.Rejected, weak, pattern("appeal objection", `(?i)^(?:the )?(?:appeal|objection)s? (?:was|were) not (?:upheld|allowed|sustained)\b`), "The appeal was not upheld"},
	{archive.Noted, weak, pattern("assurance", `(?i)\b(?:committee|board|panel|members|council|cabinet|forum) (?:took|takes|gained|received|drew) (?:\w+ )?assurance from\b`), "The Board took assurance from the report"},
}
