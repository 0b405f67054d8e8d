package classify

import (
	"regexp"
	"strings"
)

// proceduralTitles are the items of every meeting that decide nothing of the
// council's work: the list of conventions for printed minutes, in normal form
// (small letters, "and" for "&", no punctuation).
var proceduralTitles = []*regexp.Regexp{
	regexp.MustCompile(`^(?:to receive (?:any )?)?apolog(?:y|ies)\b`),
	regexp.MustCompile(`^(?:welcome|introductions?|attendance|sederunt|roll call|(?:committee )?members present|present)\b`),
	regexp.MustCompile(`\bsubstitut(?:e|es|ions?)\b`),
	regexp.MustCompile(`^(?:to (?:receive|note) )?(?:(?:members )?(?:declarations?|disclosures?|registers?)) of (?:any |members |disclosable |pecuniary |personal |prejudicial )*(?:and other )?(?:interests?|lobbying|party whip|whipping)\b`),
	regexp.MustCompile(`^(?:declarations?|disclosures?) (?:of|by) (?:\w+ ){0,6}interests?\b`),
	regexp.MustCompile(`^interests$`),
	regexp.MustCompile(`^(?:disclosable |personal |prejudicial |other )*(?:pecuniary|significant) interests\b`),
	regexp.MustCompile(`^(?:record|records) of (?:(?:the )?(?:last |previous )?meetings?|decisions?)\b|^prayers?$|^chair(?:man|person)?$`),
	regexp.MustCompile(`^(?:draft |public |open |exempt |confidential |to (?:approve|confirm|receive|sign|agree) (?:as a correct record )?(?:the )?)*minutes(?: and matters arising)?$`),
	regexp.MustCompile(`^(?:(?:to )?(?:approval|approve|confirm|confirmation|signing|receive|agree|accept|adopt) (?:of )?)?(?:the )?(?:draft |public |exempt )?minutes (?:of|from|and|for) (?:the |our )?(?:last |previous |annual |ordinary |special |extraordinary |parish |town |community |council |cabinet |committee |panel |agm |\d+\w* )*(?:meetings?|minutes|agm|matters|council|cabinet|committee)\b`),
	regexp.MustCompile(`^minutes of \d`),
	regexp.MustCompile(`^minutes of (?:the )?\d{4} agm\b`),
	regexp.MustCompile(`^(?:previous|last) (?:meeting )?minutes\b`),
	regexp.MustCompile(`^matters? arising\b`),
	regexp.MustCompile(`\b(?:chair|chairman|chairmans|chairs|chairperson|chairpersons|mayor|mayors|lord mayor|provost|leader|leaders|president|cabinet member|civic)s? (?:s )?(?:announcements?|communications?|remarks|opening remarks|updates|business)\b`),
	regexp.MustCompile(`^(?:announcements?|communications)\b`),
	regexp.MustCompile(`^(?:public|open) (?:question|questions|participation|forum|session|speaking|time|open forum)\b`),
	regexp.MustCompile(`^(?:open forum|public open forum)\b`),
	regexp.MustCompile(`^(?:questions?)(?: (?:from|by|to|under|on notice|of|submitted)\b.*)?$`),
	regexp.MustCompile(`^(?:members|public|councillors) questions?\b`),
	regexp.MustCompile(`^(?:petitions?|deputations?)\b`),
	regexp.MustCompile(`^(?:any )?(?:items? of )?urgent (?:items?|business|matters?|decisions?)\b`),
	regexp.MustCompile(`^(?:any other|aocb|aob|other) ?(?:business|urgent business|competent business)?$`),
	regexp.MustCompile(`^exclusion of\b|^exempt (?:information|business|items?)$|^(?:motion to exclude|exclude) (?:the )?(?:press|public)\b|\bexclusion of (?:the )?(?:press|public)\b`),
	regexp.MustCompile(`^(?:date|dates|time)s?\b.*\bnext meetings?\b|^(?:next|future) meetings?(?: dates?)?\b|^dates? of (?:future|the next|next|forthcoming) meetings?\b|^notice of meetings\b`),
	regexp.MustCompile(`^(?:committee |panel |board |future |forward |draft |scrutiny |cabinet |annual )*(?:work(?:ing)? ?(?:programme|program|plan)|forward (?:plan|programme|work programme|agenda))s?\b(?: .{0,40})?$`),
	regexp.MustCompile(`^items? for (?:the )?(?:next|future) (?:agenda|meeting)s?\b`),
	regexp.MustCompile(`^(?:close|closure|end) of (?:the )?meeting\b|^(?:the )?meeting (?:concluded|closed|ended)\b`),
	regexp.MustCompile(`^(?:call over|calling over|break|adjournment|order of business|change (?:to|in|of) the order of business|variation (?:of|to) (?:the )?order of business|reordering of agenda)\b`),
	regexp.MustCompile(`^(?:election|appointment) of (?:a |the )?(?:chair|chairman|chairperson|vice|deputy chair|mayor|deputy mayor)`),
	regexp.MustCompile(`^(?:committee )?membership$|^terms of reference and membership$`),
	regexp.MustCompile(`^(?:emergency evacuation|fire|filming|recording|webcasting|housekeeping)\b`),
}

// procedural reports whether an item of this title is one of those every
// meeting has.
func procedural(title string) bool {
	t := normal(title)
	for _, p := range proceduralTitles {
		if p.MatchString(t) {
			return true
		}
	}
	return false
}

// normal is a title in small letters, "and" for "&", apostrophes gone, other
// punctuation a space, a leading agenda number dropped.
func normal(s string) string {
	s = strings.ToLower(strings.NewReplacer("&", " and ", "’", "", "'", "").Replace(s))
	s = notWord.ReplaceAllString(s, " ")
	s = leadingNumber.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.Join(strings.Fields(s), " ")
}

var (
	notWord       = regexp.MustCompile(`[^a-z0-9]+`)
	leadingNumber = regexp.MustCompile(`^\d{1,3}[a-z]? `)
)
