package parse

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"moothall/archive"
	"moothall/ingest/extract"
)

// Written questions and the public's are minuted in blocks: a line that says
// who asks whom, the question, the word "Answer" or who replied, the answer.
var (
	questionHead = regexp.MustCompile(`^(?:(?i:(?:public |member['’]?s?['’]? |written |oral )?question (?:no\.? ?)?\d{1,3}\b|question (?:from|by|asked by|put by|submitted by)\b|supplementary(?: question)?(?: (?:from|by)\b|[:.]?$| [–—-])|supplementary question)|Q\d{1,3}\b)[^?]{0,160}$` +
		`|^(?i:from) (?:Councillor|Cllr\.?|County|Mr|Mrs|Ms|Miss|Dr) ?[^?.:]{2,80} to (?:the )?[^?.:]{3,120}[,:]?$` +
		`|^(?:Councillor|Cllr\.?|Alderman|Mr|Mrs|Ms|Miss|Dr) [^?.:]{2,60} to (?:the )?(?:Leader|Deputy Leader|Cabinet Member|Portfolio Holder|Executive Member|Lead Member|Chair\w*|Mayor|Lord Mayor|Councillor|Cllr)\b[^?.]{0,90}$`)
	answerHead = regexp.MustCompile(`^(?i:(?:written |supplementary |verbal )?(?:answer|response|reply)(?: to (?:the )?(?:supplementary )?question)?(?: \d{1,3})?(?:\s*(?:from|by|of|given by|[:–—-])\s*[^.?]{0,100})?)\s*[.:]?$`)
	replies    = regexp.MustCompile(`^(?:In (?:reply|response|answer),? )?(?:[Tt]he |Councillor |Cllr\.? |Mr |Mrs |Ms |Dr )[^.:?“"]{2,90}?\b(?:replied|responded|answered|said|stated|advised|confirmed|explained|thanked \w+ for (?:his|her|their|the) question)\b`)
)

// questionBlock reads the block of a question that starts at line i, with its
// answer, and gives the line after both; i itself where there is none. A
// question that nobody answered is none.
func questionBlock(lines []Line, i int) (x archive.Exchange, next int) {
	const (
		longest     = 8   // paragraphs of a question, and of an answer
		longestHead = 500 // bytes of the line that says who asks
	)
	if len(lines[i].Text) > longestHead || !questionHead.MatchString(head(lines[i])) {
		return x, i
	}
	var asked, answer []string
	who := head(lines[i])
	j := i + 1
	for ; j < len(lines) && j <= i+longest; j++ {
		text := head(lines[j])
		if answerHead.MatchString(text) || replies.MatchString(text) || questionHead.MatchString(text) {
			break
		}
		asked = append(asked, Printed(lines[j].Block))
	}
	if j >= len(lines) || questionHead.MatchString(head(lines[j])) || len(asked) == 0 && utf8.RuneCountInString(who) < 40 {
		if j >= len(lines) || !strings.HasPrefix(strings.ToLower(who), "supplementary") {
			return x, i
		}
	}
	if j >= len(lines) || j > i+longest {
		return x, i
	}
	if answerHead.MatchString(head(lines[j])) {
		j++
	}
	for ; j < len(lines) && len(answer) < longest; j++ {
		text := head(lines[j])
		if questionHead.MatchString(text) || answerHead.MatchString(text) || lines[j].Kind == extract.Heading {
			break
		}
		if len(answer) > 0 && anew.MatchString(text) {
			break
		}
		if part, _ := headingOf(text); part != NoPart {
			break
		}
		answer = append(answer, Printed(lines[j].Block))
	}
	if len(answer) == 0 {
		return x, i
	}
	issue := strings.TrimSpace(strings.TrimRight(who, " :") + ": " + strings.Join(asked, " "))
	return archive.Exchange{Issue: strings.TrimRight(issue, ": "), Response: strings.Join(answer, " "), Page: lines[i].Page}, j
}

// head is a line without the mark of a list before it.
func head(l Line) string { return strings.TrimSpace(l.Text) }

// OpensAnswer reports whether a line stands over an answer: "Answer",
// "Response from the Leader:".
func OpensAnswer(text string) bool { return answerHead.MatchString(strings.TrimSpace(text)) }

// QuestionAndAnswer reads lines that are a question and, below the word
// "Answer", what was answered. ok is false where either is missing.
func QuestionAndAnswer(lines []Line) (x archive.Exchange, ok bool) {
	var asked, answer []string
	into := &asked
	for _, l := range mend(lines) {
		if into == &asked && OpensAnswer(l.Text) {
			into = &answer
			continue
		}
		if x.Page == 0 {
			x.Page = l.Page
		}
		*into = append(*into, Printed(l.Block))
	}
	x.Issue, x.Response = strings.Join(asked, " "), strings.Join(answer, " ")
	return x, x.Issue != "" && x.Response != ""
}
