package report

import "regexp"

// columns say what the columns of a table of remedies are for; -1 is none.
// answers say what was done, state in a word how it stands, done on which day
// it was.
type columns struct {
	text, state, done, due, owner, label int
	answers                              []int
	recommends                           bool // the column of texts is headed as recommendations
}

// columnsOf reads the head of a table; it reports false where a cell is too
// long for one or none is of remedies.
func columnsOf(cells []string) (columns, bool) {
	c := columns{text: -1, state: -1, done: -1, due: -1, owner: -1, label: -1}
	for i, cell := range cells {
		if len(cell) > 60 {
			return c, false
		}
		c.take(i, cell)
	}
	return c, c.text >= 0
}

// take says what one column is for. A column of actions behind one of
// recommendations says what was done; so does an "Outcome" behind it, which
// before it is the case's. A "Date" before it is the day it was made.
func (c *columns) take(i int, head string) {
	known := c.text >= 0
	switch {
	case doneColumn.MatchString(head):
		set(&c.done, i)
	case known && (actionColumn.MatchString(head) || outcomeColumn.MatchString(head)):
		c.answers = append(c.answers, i)
	case stateColumn.MatchString(head):
		set(&c.state, i)
	case answerColumn.MatchString(head):
		c.answers = append(c.answers, i)
	case dueColumn.MatchString(head), known && dateColumn.MatchString(head):
		set(&c.due, i)
	case ownerColumn.MatchString(head):
		set(&c.owner, i)
	case textColumn.MatchString(head) && !known:
		c.text, c.recommends = i, recommendColumn.MatchString(head)
	case labelColumn.MatchString(head):
		set(&c.label, i)
	}
}

// ofRemedies says whether a table with such a head is one of remedies: in a
// report about an Ombudsman, where it says what became of each, whose each is,
// or of which case; in another, only where recommendations are followed up.
func (c columns) ofRemedies(ombudsmans bool) bool {
	answered := len(c.answers) > 0 || c.state >= 0 || c.done >= 0
	if !ombudsmans {
		return c.recommends && answered
	}
	return answered || c.due >= 0 || c.owner >= 0 || c.label >= 0
}

func set(at *int, i int) {
	if *at < 0 {
		*at = i
	}
}

// What the heads of the columns say, in the words of councils' tables.
var (
	textColumn      = regexp.MustCompile(`(?i)\brecommend|\bremed(?:y|ies)\b|\b(?:agreed|required|improvement) actions?\b|^(?:[\w ]{0,20} )?actions?(?: (?:required|agreed|to be taken|point))?$|^orders?$|\b(?:ombudsman|landlord|council|we) (?:asked|must|should|were asked)\b|\bombudsman['’]s (?:order|request)`)
	recommendColumn = regexp.MustCompile(`(?i)\brecommendations?\b`)
	actionColumn    = regexp.MustCompile(`(?i)^(?:council(?:['’]s)? )?(?:actions?(?: taken)?|response|comments?|notes?|evidence)$|^(?:cabinet|executive|council|management)(?:['’]s)? decision$|^(?:accepted|agreed)\?$|^accept(?:ed)? ?(?:/|or) ?reject(?:ed)?\??$`)
	outcomeColumn   = regexp.MustCompile(`(?i)^outcomes?$`)
	stateColumn     = regexp.MustCompile(`(?i)^(?:current |implementation |overall )?(?:state|status|rag(?: rating| status)?|b?rag|(?:is it |remedy |action )?(?:complete(?:d)?|implemented|achieved|done|open or closed|open ?/ ?closed)(?: (?:on|in) time| by (?:the )?deadline)?\??)$`)
	answerColumn    = regexp.MustCompile(`(?i)\b(?:progress|status|response|update|actions? taken|position|complet|comments?|evidence|what (?:we|the council|has|have) (?:(?:have|has|been) )*done|done)\b|\bupdates?\b`)
	doneColumn      = regexp.MustCompile(`(?i)^(?:(?:date|when|remedy|action) (?:was )?(?:completed|achieved|implemented|done|paid|complied with|actioned)|(?:completed|implemented|achieved|paid|actioned) (?:on|date))$`)
	dueColumn       = regexp.MustCompile(`(?i)\b(?:deadline|due|by when|time ?scale|target|completion date|implementation date|to be (?:done|completed) by)\b`)
	dateColumn      = regexp.MustCompile(`(?i)^(?:date|when)$`)
	ownerColumn     = regexp.MustCompile(`(?i)\b(?:owner|lead|responsib|by whom|who|accountable)`)
	labelColumn     = regexp.MustCompile(`(?i)^(?:no\.?|number|(?:case |complaint |lgs?c?o |ombudsman )?(?:ref\.?|reference|number|no\.?)|#|para(?:graph)?(?: no\.?)?|item|case|complaint|order no\.?)$`)
)
