package word

import (
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

// typed are the words of a paragraph as they are gathered, with how many of
// their letters are bold.
type typed struct {
	words         strings.Builder
	letters, bold int
	lead          int // where the bold words end that it begins with
}

// opens notes that letters were added: as long as all are bold, the
// paragraph's beginning is.
func (t *typed) opens() {
	if t.bold == t.letters {
		t.lead = t.words.Len()
	}
}

func (t *typed) allBold() bool { return t.letters > 0 && t.bold*10 >= t.letters*9 }

// leads says of a block, whose words were typed as raw and are bold up to lead,
// how much at its beginning is bold, and gives it as the parts are like that follow it in the
// same paragraph: where its own part is bold to its end, theirs need not be.
func leads(b *extract.Block, raw string, lead int) (like extract.Block) {
	like = *b
	if b.Bold || lead == 0 {
		return like
	}
	bold := raw[:min(lead, len(raw))]
	if text.Tidy(raw) != "" && text.Tidy(bold) == text.Tidy(raw) {
		b.Bold = true
		return like
	}
	b.Lead = text.Lead(b.Text, bold)
	return like
}
