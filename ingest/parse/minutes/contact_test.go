package minutes

import (
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/parse"
)

// lined is a paper of one page, each line a block; a line that begins with "#"
// is printed as a heading.
func lined(text string) parse.Document {
	var page extract.Page
	page.Number = 1
	for l := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		b := extract.Block{Text: strings.TrimSpace(l), Kind: extract.Paragraph}
		if heading, ok := strings.CutPrefix(b.Text, "# "); ok {
			b.Text, b.Kind = heading, extract.Heading
		}
		page.Blocks = append(page.Blocks, b)
	}
	return parse.Document{Paper: extract.Paper{Pages: []extract.Page{page}}, Digest: digest, Format: archive.Minutes}
}

// Whom to ask about the minutes stands below them, printed as the headings
// are or as the text is: it makes no item and ends the last one.
func TestContactBlockIsNoItem(t *testing.T) {
	for name, block := range map[string]string{
		"one line":    "Hedda Quillfeather, Democratic Services Officer\nTelephone: 01632 960411\nEmail: hedda@westermouth.example",
		"a heading":   "# Hedda Quillfeather, Democratic Services Officer\nTelephone: 01632 960411",
		"dash":        "Hedda Quillfeather – Monitoring Officer\nTel: 01632 960411",
		"two lines":   "# Hedda Quillfeather\nDemocratic Services Officer\nhedda@westermouth.example",
		"the address": "Hedda Quillfeather, Town Clerk\nE-mail address: hedda@westermouth.example",
	} {
		for style, items := range map[string]string{
			"numbered": "# 41 Apologies for Absence\nCouncillor Fenn sent apologies.\n# 42 Minutes\nThe minutes of 4 May were AGREED as a correct record.\n# 43 Winter Gritting\nThe Panel noted the report on gritting.",
			"plain":    "# Apologies for Absence\nCouncillor Fenn sent apologies.\n# Declarations of Interest\nNone were made.\n# Any Other Business\nThe Panel noted the report on gritting.",
		} {
			got := Parse(lined("Westermouth Council\nHighways Panel, 6 June 2023\n" + items + "\n" + block))
			if len(got.Records) != 3 {
				t.Errorf("%s, %s: %d items, want 3", name, style, len(got.Records))
			}
			for _, r := range got.Records {
				if strings.Contains(r.About().Text, "Quillfeather") {
					t.Errorf("%s, %s: %q holds the contact block: %q", name, style, r.About().Title, r.About().Text)
				}
			}
			if want := strings.Count(block, "\n") + 1 + 2; len(got.Rest) != want {
				t.Errorf("%s, %s: %d blocks in Rest, want %d", name, style, len(got.Rest), want)
			}
		}
	}
}

// An officer who is named where something is minuted is not below it.
func TestOfficerInAnItem(t *testing.T) {
	got := Parse(lined("# Westermouth Council\n# Minutes of the Highways Panel held on 6 June 2023\n# 41 Apologies for Absence\nNone.\n# 42 Minutes\nAGREED.\n# 43 Presentation\nHedda Quillfeather, Democratic Services Officer\nspoke about the calendar of meetings."))
	if n := len(got.Records); n != 3 || !strings.Contains(got.Records[2].About().Text, "Quillfeather") {
		t.Errorf("%d items, the last without its speaker", n)
	}
}
