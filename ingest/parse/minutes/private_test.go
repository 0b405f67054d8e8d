package minutes

import (
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/parse"
)

const openPartOfPaper = `THORNLEY DISTRICT COUNCIL

OVERVIEW AND SCRUTINY COMMITTEE

Minutes of the meeting held on 5 February 2024 at 6.00 pm

Present: Councillors Ashdown, Birch, Coyle

1. APOLOGIES

None.

2. DECLARATIONS OF INTEREST

None.

3. WORK PROGRAMME

The work programme was noted.

`

// Words with "Pelican" are minuted while the public is out, those with "Heron"
// while it is there.
var privateCases = map[string]string{
	"a part without numbers": `PART II – CLOSED

LEASE OF THE DEPOT

Members weighed the Pelican offer.

RESOLVED: That the Pelican lease be agreed.`,
	"a part far from its end": `PART B – PRIVATE

The Pelican offer was reported.

Members asked about the Pelican rent.

The Pelican roof had been looked at.

The surveyor valued the Pelican land.

A second Pelican offer had been made.

A third Pelican offer was expected.

RESOLVED: That the Pelican lease be agreed.

The meeting closed at 8.15 pm.

The Heron list is annexed.`,
	"a heading without a number": `EXCLUSION OF THE PRESS AND PUBLIC

RESOLVED: That the public be excluded.

1. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.`,
	"a heading without a number and none below": `EXCLUSION OF THE PRESS AND PUBLIC

RESOLVED: That the public be excluded.

The Pelican offer was weighed.

RESOLVED: That the Pelican lease be agreed.`,
	"numbers with a letter": `4. EXCLUSION OF THE PRESS AND PUBLIC

RESOLVED: That the public be excluded under section 100A for the following item.

E1. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.

E2. STAFFING

The Pelican post was filled.`,
	"minutes of their own": `CONFIDENTIAL MINUTES

1. LEASE OF THE DEPOT

Pelican was weighed.

RESOLVED: That the Pelican lease be agreed.`,
	"a title that asks, and a short answer": `4. EXCLUSION OF THE PRESS AND PUBLIC

Agreed.

5. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.`,
	"agenda wording carried out": `4. To resolve that the press and public be excluded for the following item

Resolved unanimously.

5. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.`,
	"an item opened by the resolution": `4. LEASE OF THE DEPOT

RESOLVED: That the public be excluded for the discussion of this item.

The Pelican offer was weighed.

RESOLVED: That the Pelican lease be agreed.

5. GRASS CUTTING

The Heron field was cut.`,
	"in the middle of an item, and back": `4. LEASE OF THE DEPOT

The Heron depot stood empty.

RESOLVED: That the public be excluded during the remainder of the discussion.

The Pelican offer was weighed.

The public were readmitted to the meeting.

RESOLVED: That the Heron depot be let.

5. GRASS CUTTING

The Heron field was cut.`,
	"an end between items": `4. EXCLUSION OF THE PRESS AND PUBLIC

RESOLVED: That the public be excluded for the following item.

5. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.

RESOLVED: That the press and public be readmitted.

6. GRASS CUTTING

The Heron field was cut.`,
	"made early, for items named": `4. EXCLUSION OF THE PRESS AND PUBLIC

RESOLVED: That the public be excluded for items 6 and 7.

5. GRASS CUTTING

The Heron field was cut.

6. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.

7. STAFFING

The Pelican post was filled.

8. NEXT MEETING

The Heron room was booked.`,
	"announced and not needed": `4. To resolve that the press and public be excluded for the following items

There were no such items.

5. GRASS CUTTING

The Heron field was cut.`,
	"announced and no more": `4. EXCLUSION OF THE PRESS AND PUBLIC

To consider resolving that the public be excluded from the remainder of the meeting.

5. GRASS CUTTING

RESOLVED: That the Heron field be cut.`,
	"if it is wanted": `4. EXCLUSION OF THE PRESS AND PUBLIC

It was agreed that if members wished to discuss the appendix the public would have to be excluded.

5. GRASS CUTTING

RESOLVED: That the Heron field be cut.`,
	"told of another meeting": `4. CABINET DECISIONS

The Chairman reported that the Cabinet might ask that the public be excluded during its budget debate.

The Heron report has a Part 2.

PART 2 OF THE HERON REPORT

Members noted the Heron report.

5. GRASS CUTTING

The Heron field was cut.`,
	"minutes of an earlier private part": `4. CONFIDENTIAL MINUTES

The Heron minutes of 8 January were approved.

5. GRASS CUTTING

The Heron field was cut.`,
	"all in one paragraph": `4. LEASE OF THE DEPOT

RESOLVED to exclude the public for the following item. The Pelican offer was discussed and agreed.

5. NEXT ITEM

The Pelican post was filled.`,
	"a session that closes": `4. LEASE OF THE DEPOT

The Heron depot stood empty.

The Committee moved into closed session.

The Pelican offer was weighed.

The Committee came out of closed session.

RESOLVED: That the Heron depot be let.`,
	"a session that may close": `4. LEASE OF THE DEPOT

Members asked whether the Committee might go into closed session. It was agreed that the Heron depot be let.

5. GRASS CUTTING

The Heron field was cut.`,
	"members who leave": `4. EXCLUSION OF THE PRESS AND PUBLIC

RESOLVED: That the public be excluded for the following item.

Councillor Heron left the meeting.

5. LEASE OF THE DEPOT

RESOLVED: That the Pelican lease be agreed.`,
}

func TestPrivateBusiness(t *testing.T) {
	for name, body := range privateCases {
		doc := read(t, []byte(openPartOfPaper+body+"\n"))
		got := Parse(doc)
		var public, exempt strings.Builder
		for _, r := range got.Records {
			it := r.(*archive.Item)
			b := &public
			if it.Visibility == archive.Exempt {
				b = &exempt
			}
			b.WriteString(it.Text + "\n")
		}
		for _, at := range got.Rest {
			public.WriteString(parse.Printed(doc.Paper.Pages[at.Page].Blocks[at.Block]) + "\n")
		}
		if strings.Contains(public.String(), "Pelican") || strings.Contains(strings.ToLower(exempt.String()), "heron") {
			t.Errorf("%s:\npublic:\n%s\nexempt:\n%s", name, public.String(), exempt.String())
		}
		for _, word := range []string{"Pelican", "Heron"} {
			if n, m := strings.Count(body, word), strings.Count(public.String(), word)+strings.Count(exempt.String(), word); n != m {
				t.Errorf("%s: %q stands %d times in the paper and %d in what was read", name, word, n, m)
			}
		}
	}
}

// What a paragraph says of the public, under the title of its item.
func TestExcludes(t *testing.T) {
	for _, c := range []struct {
		title, text string
		want        bool
	}{
		{"EXCLUSION OF PRESS AND PUBLIC", "RESOLVED: That the press and public be excluded from the meeting for the following item.", true},
		{"Staffing", "It was agreed to exclude the press and public for this item.", true},
		{"Exclusion of the public", "Proposed by Cllr Tull, seconded by Cllr Vane and carried.", true},
		{"Exclusion of the public", "The public left the meeting at 8.20 pm.", true},
		{"To exclude the press and public", "All in favour.", true},
		{"Exclusion of the public", "There was no exempt business. It was agreed to go on.", false},
		{"Exclusion of the public", "Not required.", false},
		{"Exclusion of the public", "RESOLVED: That the meeting remain in public session.", false},
		{"Exclusion of the public", "To resolve that the public be excluded, if necessary.", false},
		{"Constitution", "Members asked whether the public may be excluded during a briefing.", false},
		{"Constitution", "RESOLVED: That the public be not excluded from the following items.", false},
		{"Parks", "Agreed. The public left the meeting.", false},
		{"School exclusions", "RESOLVED: That the report be noted.", false},
	} {
		if got := excludes(c.text, c.title); got != c.want {
			t.Errorf("%q under %q: got %v", c.text, c.title, got)
		}
	}
}
