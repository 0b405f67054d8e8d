package classify

import "regexp"

// Agendas ask for an item with a verb, and minutes keep the wording: "To
// consider accepting apologies for absence". Other minutes name the act:
// "Approval of January minutes".

// askingFor are those openings, in normal form. A verb may follow another:
// "to receive and accept any".
var askingFor = regexp.MustCompile(`^(?:to )?(?:` + askingWord + `)(?:(?: and| or| to)? (?:` + askingWord + `))*(?: (?:of|any|the|all|from|for|members|councillors))* `)

const askingWord = `consider|receive|receipt|receiving|accept|accepting|acceptance|record|recording|approve|approving|approval|confirm|confirming|confirmation|` +
	`agree|agreeing|agreement|note|noting|sign|signing|adopt|adopting|adoption|ratify|ratification|read|reading|take|hear|invite|make|deal with`

// bare is a title in normal form without such an opening.
func bare(title string) string { return title[len(askingFor.FindString(title)):] }

// askedFor are the items of every meeting that are asked for so, without the
// opening. Fewer than proceduralKinds: "attendance at the fair" may be agreed
// to, and a "communications strategy" considered.
var askedFor = regexp.MustCompile(`^(?:` +
	`apolog(?:y|ies)(?: (?:for|of|from|received)\b.*)?` +
	`|(?:(?:new|further|personal) )?(?:declarations?|disclosures?) of (?:\w+ ){0,5}interests?\b.*` +
	`|interests(?: and (?:any )?(?:requests? for )?dispensations?\b.*)?` +
	`|(?:requests? for )?dispensations?(?: requests?)?` +
	`|matters? arising\b.*` +
	`|(?:(?:` + whichMinutes + `) )*minutes(?: (?:and|of|from|for|held|on|dated))?(?: (?:` + whichMinutes + `|and|of|the|our|held|on))*(?: (?:meetings?|agm)\b.*)?` +
	`|minutes of (?:the )?(?:last|previous) (?:\w+ ){0,4}(?:committee|panel|council|cabinet|board)s?\b.*` +
	`|exclusion of (?:the )?(?:press|public)\b.*` +
	`|dates? (?:\w+ ){0,4}(?:next|future) meetings?\b.*` +
	`)$`)

// whichMinutes are the words that say which minutes are meant.
const whichMinutes = `draft|public|open|exempt|confidential|restricted|unrestricted|non|unconfirmed|previous|last|year|years|annual|ordinary|extraordinary|special|full|parish|town|community|village|council|councils|` +
	`january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|` +
	`monday|tuesday|wednesday|thursday|friday|\d{1,4}(?:st|nd|rd|th)?`

// ofRules is said of the rules for such an item, which are business.
var ofRules = regexp.MustCompile(`\b(?:polic(?:y|ies)|codes?|procedures?|protocols?|guidance|books?|storage|fees?|forms?|software|website|archives?)\b`)

// asked reports whether a title in normal form asks for an item that every
// meeting has.
func asked(title string) bool {
	b := bare(title)
	return askedFor.MatchString(b) && !ofRules.MatchString(b)
}
