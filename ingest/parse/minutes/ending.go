package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/ingest/extract"
	"moothall/ingest/parse"
	"moothall/ingest/ukdate"
)

// What stands below the last item, and at the foot of every page: signatures,
// the next meeting's day, the clerk's name under an agenda. None of it is of
// an item.

// closing is the end of a meeting: what follows belongs to no item.
var closing = regexp.MustCompile(`^(?:(?i:there being no (?:further|other|more) (?:business|items|matters)|(?:with |as there was )?no (?:further|other) business\b[^.]{0,80}\b(?:closed|ended|concluded)\b` +
	`|the (?:[a-z-]+ ){0,3}(?:meeting|hearing|session|proceedings|chair(?:man|person|woman)?|mayor|panel|committee|council|board|business)\b[^.]{0,40}\b(?:ended|closed|concluded|finished|rose|terminated|was closed|declared the meeting closed|closed the meeting|brought the meeting to (?:a|its) close|came to (?:a|its) (?:close|end))\b` +
	`|(?:meeting|hearing) (?:closed|ended|concluded|finished|duration)\b|\(?(?:the )?meeting (?:ended|closed|commenced|started|began)\b|(?:duration|end|close) of (?:the )?(?:meeting|minutes)\b|\(duration of meeting\b` +
	`|time (?:meeting )?(?:ended|closed|finished)\b|close[d]?\s*:?\s*\d{1,2}[.:]\d\d` +
	`|signed\b.{0,8}[_.…:]|signed(?: as a correct record)?(?: by)? ?(?:the )?(?:chair\w*)?$|signature)` +
	`|(?i:chair(?:man|person|woman)?\s*(?::|[.…_]{3,}|\(?signed\b|date\b)).{0,80}$|(?:Chairman|Chair|CHAIRMAN|CHAIR|Chairperson|Convener|CONVENER|Mayor|MAYOR)$|[-_–—.…= ]{12,}$` +
	`|(?i:(?:all |these )?minutes are (?:subject|draft|unconfirmed|to be)\b)|(?i:if you (?:have any queries|would like))|(?i:draft minutes))`)

// signature is where the chairman signs, with the day on which it was done:
// "Signed ____ Dated 7th August 2018", "Chairman ........ Date ........".
var signature = regexp.MustCompile(`^(?i:(?:signed|signature|initials?|initialled|chair(?:man|person|woman)?)\b[^.]{0,60}(?:[_.…]{4,}|\bdated?\b[\s:._…]).*|[_.…]{6,}[\s_.…]*\(?(?:chair\w*|dated?|signed)\b.{0,40}|dated?\s*[:._…]{2,}.{0,40})$`)

// signedDay is the day beside a signature, in a line of its own.
var signedDay = regexp.MustCompile(`^(?i:dated?)\b\s*:?\s*`)

// nextMeeting is a note of when the next meeting will be.
var nextMeeting = regexp.MustCompile(`^(?i:(?:the )?(?:dates?|times?)(?:,? (?:and )?(?:time|place|venue))* (?:of|for|and) (?:the )?(?:next|future|forthcoming)\b.{0,20}\bmeetings?|(?:the )?next (?:[a-z-]+ ){0,4}meeting\b(?:\s*[-–:]|\s+(?:of|will|is|on|to|at|mon|tues|wednes|thurs|fri|satur|sun|\d))|dates (?:for|of) (?:next year['’]?s )?meetings?)`)

// annex is the title of a paper bound behind the minutes.
var annex = regexp.MustCompile(`^(?:APPENDIX|Appendix|ANNEX|Annex|ANNEXE|Annexe|SCHEDULE|Schedule)(?: (?:\d{1,2}|[A-Z]{1,3}))?(?:\s*[-–—:]\s*\S.{0,100})?$`)

// officer is who signs an agenda: an office, in a line of its own below a
// name.
var officer = regexp.MustCompile(`^(?i:(?:(?:acting|interim|deputy|assistant|town|parish|community) )*(?:clerk|proper officer|chief executive|chief officer|general counsel|monitoring officer|town clerk|head of (?:law|legal|democratic|governance)\b[^.]{0,40}|director of (?:law|legal|governance|democratic|corporate)\b[^.]{0,40}|assistant director\b[^.]{0,40}|solicitor to the council))\b[^.]{0,60}$`)

// ofAnotherDay reports whether a line dates something else than the meeting:
// the chairman's signature, which stands at the foot of each page and is of
// the day on which the next meeting approved the minutes, or the next meeting
// itself.
func ofAnotherDay(line string) bool {
	return signature.MatchString(line) || nextMeeting.MatchString(line) || isSignedDay(line)
}

// isSignedDay reports whether a line is a signature's day and no more.
func isSignedDay(line string) bool {
	at := signedDay.FindStringIndex(line)
	if at == nil || strings.HasPrefix(line, "Date of") {
		return false
	}
	rest := strings.Trim(line[at[1]:], " _.…")
	found := ukdate.Find(rest)
	return strings.HasPrefix(strings.ToLower(line), "dated") && (rest == "" || len(found) == 1 && found[0].Start == 0 && found[0].End == len(rest))
}

// machinery reports whether a line is of the page and not of what is minuted,
// wherever on the page it stands: text has lost where pages end.
func machinery(text string) bool {
	return utf8.RuneCountInString(text) < 200 && (signature.MatchString(text) || isSignedDay(text) || parse.BlankPage(text) || pageOf.MatchString(text))
}

var pageOf = regexp.MustCompile(`^(?i:[-–—]? ?page \d{1,4} of \d{1,4} ?[-–—]?)$`)

// ends reports whether the last item of a meeting ends at line j. end is where
// its lines end, title what it is called.
func (p *paper) ends(j, end int, title string, agenda bool) bool {
	text := p.text(j)
	if closing.MatchString(text) {
		return !closedOnly.MatchString(text)
	}
	if nextMeeting.MatchString(text) && !nextMeeting.MatchString(title) && !strings.Contains(strings.ToLower(title), "next meeting") && p.shortLines(j, end) {
		return true
	}
	if p.contactBlock(j) && p.shortLines(j, end) {
		return true
	}
	if annex.MatchString(text) && (p.first[j] || capitals(text) || p.lines[j].Bold || p.lines[j].Kind == extract.Heading) {
		return true
	}
	if !agenda {
		return false
	}
	if p.present(j) || divider(text) != noDivider && divider(text) != neutral || strings.HasPrefix(text, "(At the time of preparing") {
		return true
	}
	return officer.MatchString(text) || j+1 < end && officer.MatchString(p.text(j+1)) && namesPerson.MatchString(text)
}

// closedOnly says that a meeting goes on without the public, or has done so.
var closedOnly = regexp.MustCompile(`(?i)\b(?:into|out of|in) (?:a )?closed (?:session|meeting|part)\b`)

// contactBlock reports whether line j opens the block that says whom to ask
// about the minutes: a name and an office, in one line or two, straight above
// a telephone number or an e-mail address. It is of the paper, not of an item.
func (p *paper) contactBlock(j int) bool {
	text := p.text(j)
	switch {
	case whoWrites.MatchString(text):
		j++
	case namesPerson.MatchString(text) && j+1 < len(p.lines) && office.MatchString(p.text(j+1)):
		j += 2
	default:
		return false
	}
	return j < len(p.lines) && reachedAt.MatchString(p.text(j))
}

var (
	// whoWrites is an officer's name and post, below the minutes.
	whoWrites = regexp.MustCompile(`^[A-Z][^,]{3,40}(?:,| [-–—]) .{0,60}` + offices + `$`)
	// office is the post alone.
	office = regexp.MustCompile(`^[A-Z][^.,:]{0,60}` + offices + `$|^` + offices + `$`)
	// reachedAt opens the line of a telephone number or an e-mail address.
	reachedAt = regexp.MustCompile(`^(?i:tel(?:ephone)?|phone|direct (?:line|dial)|mobile|e-?mail)\b(?: ?(?:no|number|address))?\.?\s*[:(+\d]|^\S+@\S+\.\S+$|^\(?0[\d ()]{8,14}\d$`)
)

// offices are the words that a post ends in.
const offices = `\b(?:Officer|Clerk|Director|Manager|Solicitor|Executive|Secretary)`

// namesPerson is a line that is someone's name: "R C Nolan", "Ms Ada Fox".
var namesPerson = regexp.MustCompile(`^(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? )?(?:[A-Z][\w’'.-]*\s){1,3}[A-Z][\w’'-]+$`)

// listsNames is a line of people: "Councillors Ash, Birch and Coyle".
var listsNames = regexp.MustCompile(`^(?:(?:Also )?[Pp]resent|PRESENT|Apologies|APOLOGIES|(?:Councillors?|COUNCILLORS?|Cllrs?|Officers?|OFFICERS?|Members?|MEMBERS?|Mr|Mrs|Ms|Miss|Dr|Chair(?:man|person)?)\b)[ .:]|\bCllrs? [A-Z]|\b(?:Chair|Clerk|Mayor|Officer|Solicitor|Adviser|Vice[- ]Chair(?:man)?)\)?$`)

// shortLines reports whether nothing but a few short lines stands from j to
// end.
func (p *paper) shortLines(j, end int) bool {
	if end-j > 14 {
		return false
	}
	for ; j < end; j++ {
		if utf8.RuneCountInString(p.text(j)) > 220 {
			return false
		}
	}
	return true
}
