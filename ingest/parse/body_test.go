package parse

import (
	"reflect"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
)

// paras makes lines of paragraphs, markers read as a reader of text would.
func paras(texts ...string) []Line {
	var lines []Line
	for _, t := range texts {
		l := Line{Page: 1, Block: extract.Block{Text: t}}
		if m, rest, ok := Marker(t); ok {
			l.Kind, l.Marker, l.Text, l.Level = extract.Entry, m, rest, 1
		}
		lines = append(lines, l)
	}
	return lines
}

// Decision wording as councils publish it: what each paragraph decides, and
// what is left when the keyword is taken off.
func TestDecisionWording(t *testing.T) {
	for _, c := range []struct {
		name        string
		in          []string
		resolutions []string // label=text
	}{
		{"keyword and dash", []string{"RESOLVED – That the report be noted."}, []string{"=That the report be noted."}},
		{"keyword and hyphen", []string{"RESOLVED - That the content of the report be noted."}, []string{"=That the content of the report be noted."}},
		{"keyword alone", []string{"RESOLVED", "That the contents of the Annual Letter are noted."}, []string{"=That the contents of the Annual Letter are noted."}},
		{"keyword, to, list", []string{"RESOLVED to:", "1) Note the letter", "2) Note the actions", "3) Agree the plan"}, []string{"1=Note the letter", "2=Note the actions", "3=Agree the plan"}},
		{"no space", []string{"RESOLVED:That the Minutes of the Meeting of the Committee held on 22 August be approved as a true record"},
			[]string{"=That the Minutes of the Meeting of the Committee held on 22 August be approved as a true record"}},
		{"lower case alone", []string{"resolved:", "That the plan be agreed."}, []string{"=That the plan be agreed."}},
		{"title case", []string{"Resolved –  That the matters in Part II of the agenda be considered and resolved during Part I."},
			[]string{"=That the matters in Part II of the agenda be considered and resolved during Part I."}},
		{"moved and seconded first", []string{"Moved by Councillor A Green and seconded by Councillor B Brown RESOLVED that the annual letter be noted."},
			[]string{"=that the annual letter be noted."}},
		{"it was resolved to", []string{"Cllr Green MOVED, Cllr Brown SECONDED and it was RESOLVED to:", "(a) approve the budget", "(b) note the risks"},
			[]string{"a=approve the budget", "b=note the risks"}},
		{"agreed in mid sentence", []string{"The minutes were AGREED as a correct record."}, []string{"=The minutes were AGREED as a correct record."}},
		{"letters apart", []string{"RECOMMENDED – T H A T the minutes of the meeting held on 4th September, 2013 be approved as a correct record."},
			[]string{"=T H A T the minutes of the meeting held on 4th September, 2013 be approved as a correct record."}},
		{"recommended to council", []string{"RECOMMENDED that Full Council:-", "(1) adopts the plan;", "(2) thanks the officers."}, []string{"1=adopts the plan;", "2=thanks the officers."}},
		{"infinitive", []string{"To accept the report, noting the observations received during the discussion."},
			[]string{"=To accept the report, noting the observations received during the discussion."}},
		{"no keyword", []string{"Members considered the report.", "The Committee noted the report and the Ombudsman’s report attached at Appendix A to the report."},
			[]string{"=The Committee noted the report and the Ombudsman’s report attached at Appendix A to the report."}},
		{"carried", []string{"The recommendation as amended was moved, seconded put to the vote and carried."},
			[]string{"=The recommendation as amended was moved, seconded put to the vote and carried."}},
		{"vote between", []string{"RESOLVED unanimously: that the scheme be approved."}, []string{"=that the scheme be approved."}},
		{"inline list", []string{"RESOLVED that the Panel: (a) notes the report; and (b) asks for an update in June."}, []string{"a=notes the report; and", "b=asks for an update in June."}},
		{"list within a list", []string{"RESOLVED that:", "a) the scheme be approved, namely", "i) phase one", "ii) phase two", "b) officers be thanked."},
			[]string{"a=the scheme be approved, namely i) phase one ii) phase two", "b=officers be thanked."}},
		{"i as the ninth letter", []string{"AGREED to:", "a) a1", "b) b1", "c) c1", "d) d1", "e) e1", "f) f1", "g) g1", "h) h1", "i) i1", "j) j1"},
			[]string{"a=a1", "b=b1", "c=c1", "d=d1", "e=e1", "f=f1", "g=g1", "h=h1", "i=i1", "j=j1"}},
		{"bullets", []string{"RESOLVED:", "• that the hours be 260", "• that the pay be at point 18"}, []string{"=that the hours be 260", "=that the pay be at point 18"}},
		{"heading decision", []string{"Decision:", "a) The Council noted the comments.", "b) The Council noted the report."}, []string{"a=The Council noted the comments.", "b=The Council noted the report."}},
		{"heading with words", []string{"Decision: The Cabinet approved the scheme."}, []string{"=The Cabinet approved the scheme."}},
		{"reasons end it", []string{"RESOLVED – That the report be noted.", "REASONS – To keep Members informed."}, []string{"=That the report be noted."}},
		{"numbered paragraphs go on", []string{"2. Members asked about costs.", "3. RESOLVED that the report be noted.", "4. The Chair thanked officers."}, []string{"=that the report be noted."}},
		{"one word", []string{"NOTED"}, []string{"=NOTED"}},
		{"agreed, and no more", []string{"Mr Green proposed that the Council record its loss.", "Agreed unanimously.", "The Chairman held a silence."}, []string{"=Agreed unanimously."}},
		{"weak gives way to strong", []string{"The Chairman put the amendment to the vote.", "Agreed.", "RESOLVED that the Council notes the plan."}, []string{"=that the Council notes the plan."}},
		{"headings within the list", []string{"RESOLVED that:", "County Council agrees the following:", "Capital Programme", "(a) the programme;", "(b) the works;", "Revenue Budget", "(c) the budget."},
			[]string{"a=the programme;", "b=the works;", "c=the budget."}},
		{"headings between entries", []string{"RESOLVED that Council agrees:", "(a) the programme;", "(b) the works;", "Revenue Budget", "(c) the budget."},
			[]string{"a=the programme;", "b=the works;", "c=the budget."}},
		{"noted in lower case is discussion", []string{"Further to comments it was noted that costs had risen."}, nil},
		{"agreed, in small letters, and a list", []string{"There was submitted a report.", "The Committee agreed:-", "(1) to note the report;", "(2) to approve the plan.", "Councillor A was thanked."}, []string{"1=to note the report;", "2=to approve the plan."}},
		{"resolved, how, and a list", []string{"Cllr A spoke. The Board resolved, unanimously:", "a) to note the opinion; and", "b) to go on."}, []string{"a=to note the opinion; and", "b=to go on."}},
		{"the body over what it did", []string{"The Board:", "• Approved the plan;", "• Noted the risks."}, []string{"=Approved the plan;", "=Noted the risks."}},
		{"the body over what it heard", []string{"The Board:", "• Heard from a carer;", "• Thanked her."}, nil},
		{"none", []string{"There were none."}, nil},
	} {
		b := ReadBody(nil, paras(c.in...))
		var got []string
		for _, r := range b.Resolutions {
			got = append(got, r.Label+"="+r.Text)
		}
		if !reflect.DeepEqual(got, c.resolutions) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.resolutions)
		}
		if (b.Decision != "") != (len(c.resolutions) > 0) {
			t.Errorf("%s: decision %q", c.name, b.Decision)
		}
	}
}

func TestPartsOfABody(t *testing.T) {
	b := ReadBody(paras("183 Findings"), paras("Background:", "The report told of a finding.", "Discussion:", "Members raised the following issues which were responded to:",
		"· Member involvement – It was confirmed that there had been none.", "· Hard to reach families – Officers advised that work had begun.",
		"Decision:", "The Committee noted the report."))
	if b.Background != "The report told of a finding." {
		t.Errorf("background %q", b.Background)
	}
	if !strings.HasPrefix(b.Discussion, "Members raised") || strings.Contains(b.Discussion, "noted the report") {
		t.Errorf("discussion %q", b.Discussion)
	}
	if b.Decision != "The Committee noted the report." {
		t.Errorf("decision %q", b.Decision)
	}
	want := []archive.Exchange{{Issue: "Member involvement", Response: "It was confirmed that there had been none.", Page: 1},
		{Issue: "Hard to reach families", Response: "Officers advised that work had begun.", Page: 1}}
	if !reflect.DeepEqual(b.Exchanges, want) {
		t.Errorf("exchanges %+v", b.Exchanges)
	}
	if !strings.HasPrefix(b.Text, "183 Findings\n\nBackground:\n\nThe report") {
		t.Errorf("text %q", b.Text)
	}
}

// The notes at a page's foot do not part a sentence that the page's end cut.
func TestJoinOverNotes(t *testing.T) {
	lines := []Line{
		{Page: 1, Block: extract.Block{Text: "The committee heard that the"}},
		{Page: 1, Block: extract.Block{Text: "1 Minute 40.", Class: extract.Footnote}},
		{Page: 1, Block: extract.Block{Text: "2 Minute 41.", Class: extract.Footnote}},
		{Page: 2, Block: extract.Block{Text: "Works in Mill Lane had begun.", Continues: true}},
		{Page: 2, Block: extract.Block{Text: "It was noted."}},
	}
	text, marks, pages := Join(lines)
	if want := "The committee heard that the Works in Mill Lane had begun.\n\n1 Minute 40.\n\n2 Minute 41.\n\nIt was noted."; text != want {
		t.Errorf("text %q", text)
	}
	if want := []archive.PageMark{{Offset: 0, Page: 1}, {Offset: 29, Page: 2}, {Offset: 60, Page: 1}, {Offset: 88, Page: 2}}; !reflect.DeepEqual(marks, want) {
		t.Errorf("marks %v", marks)
	}
	if !reflect.DeepEqual(pages, []int{1, 2}) {
		t.Errorf("pages %v", pages)
	}
	if got := mend(lines); len(got) != 4 || got[0].Text != "The committee heard that the Works in Mill Lane had begun." || lines[1].Text != "1 Minute 40." {
		t.Errorf("mended %v of %v", got, lines)
	}
}

func TestJoinOverPages(t *testing.T) {
	lines := []Line{{Page: 1, Block: extract.Block{Text: "The committee heard that the"}}, {Page: 2, Block: extract.Block{Text: "works had begun."}}, {Page: 2, Block: extract.Block{Text: "It was noted."}}}
	text, marks, pages := Join(lines)
	if text != "The committee heard that the works had begun.\n\nIt was noted." {
		t.Errorf("text %q", text)
	}
	if want := []archive.PageMark{{Offset: 0, Page: 1}, {Offset: 29, Page: 2}}; !reflect.DeepEqual(marks, want) {
		t.Errorf("marks %v", marks)
	}
	if !reflect.DeepEqual(pages, []int{1, 2}) {
		t.Errorf("pages %v", pages)
	}
}
