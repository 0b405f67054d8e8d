package server

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"moothall/archive"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// text is the words under a selector, those of each element apart.
func text(doc *goquery.Document, selector string) string {
	var words []string
	doc.Find(selector).Each(func(_ int, s *goquery.Selection) {
		for _, n := range s.Nodes {
			for d := range n.Descendants() {
				if d.Type == html.TextNode {
					words = append(words, strings.Fields(d.Data)...)
				}
			}
		}
	})
	return strings.Join(words, " ")
}

func TestHome(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/", 200)
	for _, tt := range []struct{ selector, want string }{
		{"h1", "What did the council decide"},
		{"#covers + p", "1,234 records from 4 papers of 1 council"},
		{"section table tbody tr:first-child", "Ambershire County Council"},
		{"section table tbody tr:first-child", "30 June 2022"},
		{"section table tbody tr:last-child", "Council not known"},
		{".browse", "Children’s services 3"},
		{"ol.hits li:first-child h3", "Respite care"},
		{"title", "Moothall"},
	} {
		if got := text(doc, tt.selector); !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
	if doc.Find(`form[action="/search"] input[name="q"]`).Length() != 1 {
		t.Error("no search box")
	}
}

func TestSearchPage(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/search?q=respite&outcome=approved&outcome=rejected&from=2022", 200)
	for _, tt := range []struct{ selector, want string }{
		{"title", "respite – 1 result – Moothall"},
		{"#count", "1 result"},
		{".hits li .tags", "Meeting outcome: Approved"},
		{".hits li mark", "respite"},
		{".chips", "Remove Meeting outcome: Approved"},
		{".chips", "Remove From: 1 January 2022"},
		{"#facet-outcome summary", "2 selected"},
		{`label[for="outcome-rejected"]`, "Rejected 0"},
		{"#facet-outcome .tick:last-of-type label", "Not stated"},
	} {
		if got := text(doc, tt.selector); !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
	if doc.Find("#outcome-rejected[checked]").Length() != 1 {
		t.Error("a chosen value that finds nothing is gone")
	}
	if href, _ := doc.Find(".hits li .words a").First().Attr("href"); href != pageURL(minutesDigest, 1)+"?q=respite" {
		t.Errorf("the page number leads to %q", href)
	}
	if href, _ := doc.Find(`.chips a:contains("Approved")`).Attr("href"); href != "/search?q=respite&from=2022-01-01&outcome=rejected" {
		t.Errorf("the chip leads to %q", href)
	}
	for _, want := range []string{"/search.atom?q=respite", "/search.csv?q=respite", "/search.ndjson?q=respite", "/search.json?q=respite", "/api/v1/search?q=respite"} {
		if doc.Find(`.gets a[href^="`+want+`"]`).Length() != 1 {
			t.Errorf("nowhere to get %s", want)
		}
	}
}

func TestFacetsShowEightThenAll(t *testing.T) {
	h := newWorld().handler(t)
	doc := look(t, h, "/search?q=budget", 200)
	if n := doc.Find("#facet-committee .tick").Length(); n != 8 {
		t.Errorf("%d committees shown, want 8", n)
	}
	all, _ := doc.Find("#facet-committee .all a").Attr("href")
	if all != "/search?q=budget&all=committee#facet-committee" {
		t.Fatalf("show all leads to %q", all)
	}
	if n := look(t, h, strings.TrimSuffix(all, "#facet-committee"), 200).Find("#facet-committee .tick").Length(); n != 11 {
		t.Errorf("%d committees shown of all, want 11", n)
	}
}

func TestTitleIsMarkedWhereItMatches(t *testing.T) {
	v := newHitView("rent", archive.Hit{Title: "Rent arrears", Snippets: []archive.Snippet{
		{Field: "title", Parts: []archive.Part{{Text: "Rent", Match: true}, {Text: " arrears"}}},
		{Field: "text", Parts: []archive.Part{{Text: "the "}, {Text: "rent", Match: true}}},
	}})
	if len(v.Title) != 2 || !v.Title[0].Match || v.First == nil || joined(v.First.Parts) != "the rent" {
		t.Errorf("got %+v", v)
	}
}

func TestHomeLeadsToWhatIsUnfinished(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/", 200)
	if got := text(doc, `a[href="/remedies?remedy_status=open"]`); got != "All open ones" {
		t.Errorf("the link to open remedies is %q", got)
	}
}

func TestAReferenceAmongWordsThatFindNothing(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/search?q=zzyzx+21-003-456", 200)
	if doc.Find(`.nothing a[href="/search?q=21+003+456"]`).Length() != 1 {
		t.Errorf("the case alone is not offered: %q", text(doc, ".nothing"))
	}
}

func TestNoSuggestionOfTheSameWord(t *testing.T) {
	for suggestion, want := range map[string]bool{"two months": false, "two moths": true} {
		v := newSearchView(archive.Query{Text: "two month"}, archive.Results{Suggestion: suggestion}, "")
		if (v.Suggestion != nil) != want {
			t.Errorf("two month: %q suggested: %v, want %v", suggestion, !want, want)
		}
	}
}

func TestSnippetLeavesItsHeadingOut(t *testing.T) {
	for _, tt := range []struct{ name, snippet, want string }{
		{"number and title", "708 Homelessness: Annual Report Discussion: forty homes had been bought.", "Discussion: forty homes had been bought."},
		{"title in other letters", "HOMELESSNESS: ANNUAL REPORT Discussion: forty homes had been bought.", "Discussion: forty homes had been bought."},
		{"little else", "708 Homelessness: Annual Report noted", "708 Homelessness: Annual Report noted"},
		{"the title further on", "… of the Homelessness: Annual Report that was before them", "… of the Homelessness: Annual Report that was before them"},
	} {
		got := withoutHeading(mark(tt.snippet, terms("homelessness homes")), "708", "Homelessness: Annual Report")
		if joined(got) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, joined(got), tt.want)
		}
	}
}

func TestHeadingAloneIsNoSnippet(t *testing.T) {
	v := newHitView("reports", archive.Hit{Title: "Councillor reports", Snippets: []archive.Snippet{
		{Field: "text", Parts: []archive.Part{{Text: "6. Councillor "}, {Text: "reports", Match: true}}},
		{Field: "text", Parts: []archive.Part{{Text: "The "}, {Text: "report", Match: true}, {Text: " was heard."}}},
	}})
	if v.First == nil || joined(v.First.Parts) != "The report was heard." || len(v.More) != 0 {
		t.Errorf("first %+v, then %+v", v.First, v.More)
	}
}

func TestMeetingOfReportsAlone(t *testing.T) {
	row := newMeetingRow(archive.MeetingSummary{Committee: "Cabinet", Records: map[archive.Kind]int{archive.KindReport: 2}})
	if row.Items != "2 reports" || row.Others != "" {
		t.Errorf("the row says %q, %q", row.Items, row.Others)
	}
}

func TestOneValueCanBeLeftOut(t *testing.T) {
	h := newWorld().handler(t)
	doc := look(t, h, "/search?q=respite&page=1", 200)
	if href, _ := doc.Find("#facet-kind .without a").First().Attr("href"); !strings.HasPrefix(href, "/search?q=respite&-kind=") {
		t.Errorf("leaving a kind out leads to %q", href)
	}
	doc = look(t, h, "/search?q=respite&-kind=report", 200)
	if got := text(doc, `label[for="kind-report"]`); !strings.Contains(got, "(left out)") {
		t.Errorf("the value left out is labelled %q", got)
	}
	if doc.Find(`#facet-kind .without a[href*="-kind=report&-kind=report"]`).Length() != 0 || text(doc, ".chips") == "" {
		t.Error("a value is left out twice, or no chip says so")
	}
}

func TestPaging(t *testing.T) {
	h := newWorld().handler(t)
	doc := look(t, h, "/search?q=budget&page=2", 200)
	if got := text(doc, "#count"); got != "30 results for budget page 2 of 3" {
		t.Errorf("count is %q", got)
	}
	if start, _ := doc.Find("ol.hits").Attr("start"); start != "11" {
		t.Errorf("the list starts at %s", start)
	}
	if href, _ := doc.Find(`.pager a[rel="next"]`).Attr("href"); href != "/search?q=budget&page=3" {
		t.Errorf("next leads to %q", href)
	}
	if doc := look(t, h, "/search?q=budget&page=9", 200); !strings.Contains(text(doc, ".results"), "no results on this page") {
		t.Error("a page past the end does not say so")
	}
}

func TestNothingFoundHelps(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/search?q=respite&service=planning&from=2020", 200)
	got := text(doc, ".nothing")
	for _, want := range []string{"Without service 2 results", "Ambershire County Council", "Check the spelling"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if href, _ := doc.Find(`.nothing a:contains("Without service")`).Attr("href"); href != "/search?q=respite&from=2020-01-01" {
		t.Errorf("leads to %q", href)
	}
}

func TestMistakeIsSaidOnThePage(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/search?q=respite&from=yesterday", 400)
	if got := text(doc, ".mistakes"); !strings.Contains(got, "from") || !strings.Contains(got, "2021-07-22") {
		t.Errorf("mistakes: %q", got)
	}
	if v, _ := doc.Find("#q").Attr("value"); v != "respite" {
		t.Errorf("what was typed is lost: %q", v)
	}
}

func TestItemPage(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/items/ambershire/2022-11-08/cabinet/41?q=allowance", 200)
	for _, tt := range []struct{ selector, want string }{
		{"h1", "Respite care"},
		{".crumbs", "Cabinet, 8 November 2022"},
		{".facts", "Votes 7 for, 2 against"},
		{".decision", "a That the findings be accepted. Outcome: Approved page 2"},
		{".exchanges", "How carers were told"},
		{".exchanges", "Officers wrote to each of them."},
		{".whole mark", "allowances"},
		{".whole", "page 2 The allowances"},
		{"#cases ~ dl", "21 003 456 Ambershire County Council"},
		{"#cases ~ dl", "19 999 999 The decision is not held here"},
		{".mentions", "Council, 1 December 2022 cited, not held here"},
		{".source", "Also in the decision page"},
		{".source", "Services (60 % sure): only the portfolio"},
		{".cite", "http://example.com/items/ambershire/2022-11-08/cabinet/41"},
	} {
		if got := text(doc, tt.selector); !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
	for _, hidden := range []string{"960123", "jo.marsh@", "javascript:"} {
		if html, _ := doc.Html(); strings.Contains(html, hidden) {
			t.Errorf("%s is on the page", hidden)
		}
	}
	if doc.Find(`.mentions a[href="/meetings/ambershire/2022-11-08/cabinet"]`).Length() != 1 {
		t.Error("a meeting that is held is not linked")
	}
	if doc.Find(`link[rel="canonical"][href="http://example.com/items/ambershire/2022-11-08/cabinet/41"]`).Length() != 1 {
		t.Error("no canonical address")
	}
}

func TestScriptsInPapersAreWords(t *testing.T) {
	h := newWorld().handler(t)
	for _, address := range []string{
		"/", "/search?q=roads", "/search?q=%3Cscript%3Ealert(9)%3C/script%3E", "/items/ambershire/2022-11-08/cabinet/42?q=roads",
		"/meetings/ambershire/2022-11-08/cabinet", pageURL(minutesDigest, 2) + "?q=alert", "/documents/" + string(pageDigest) + "/pages",
		"/search?sort=%3Cscript%3E", "/nowhere/%3Cscript%3E",
	} {
		rec := get(t, h, address, "Accept", "text/html")
		doc, err := goquery.NewDocumentFromReader(rec.Body)
		if err != nil {
			t.Fatal(err)
		}
		if n := doc.Find("script:not([src]), img, b:contains('bridges'), [onerror], [style]").Length(); n != 0 {
			t.Errorf("%s: %d elements that came out of a paper or an address", address, n)
		}
	}
	if got := text(look(t, h, "/items/ambershire/2022-11-08/cabinet/42", 200), "h1"); got != `<script>alert("title")</script>` {
		t.Errorf("the title reads %q", got)
	}
}

func TestExemptWordsAreNowhere(t *testing.T) {
	h := newWorld().handler(t)
	for _, address := range []string{
		"/search?q=mill", "/search.json?q=mill", "/search.csv?q=mill", "/search.ndjson?q=mill", "/search.atom?q=mill", "/items/ambershire/2022-11-08/cabinet/43",
		"/items/ambershire/2022-11-08/cabinet/43.json", "/api/v1/items/ambershire/2022-11-08/cabinet/43", "/meetings/ambershire/2022-11-08/cabinet",
	} {
		body := get(t, h, address).Body.String()
		if strings.Contains(body, "secret") {
			t.Errorf("%s tells the secret", address)
		}
		if !strings.Contains(body, "Disposal of land") {
			t.Errorf("%s does not name the item", address)
		}
	}
}

func TestReportPage(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/reports/ambershire/2022-11-08/cabinet/report-respite", 200)
	for _, tt := range []struct{ selector, want string }{
		{"#remedies + p", "1 implemented, 1 partly implemented and 1 not stated"},
		{"#remedy-1", "Implemented “"},
		{"#remedy-1 td:last-child", "An apology was sent."},
		{"#remedy-1 td:last-child a", "page 1"},
		{"#remedy-2", "£300 a month"},
		{"#remedy-3", "Nothing that says what became of it"},
		{"#recommendations ~ ol", "i To Cabinet That Cabinet notes the report."},
		{"#section-1", "Summary page 1"},
	} {
		got := text(doc, tt.selector)
		if tt.selector == "#remedy-1" {
			tt.want = "Status: Implemented"
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
}

func TestFindingPage(t *testing.T) {
	rec := get(t, newWorld().handler(t), "/findings/lgsco/21-003-456")
	if rec.Header().Get("X-Robots-Tag") != "noindex" {
		t.Error("search engines may index an Ombudsman decision")
	}
	doc, err := goquery.NewDocumentFromReader(rec.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ selector, want string }{
		{".tags", "Ombudsman’s finding: Upheld"},
		{".facts", "Payments in all £1,250.50"},
		{".facts", "Fault Fault found"},
		{"#para-2", "She wanted an apology."},
		{`#para-2 a[href="#para-2"]`, "Paragraph 2"},
		{".paper > section:first-child", "Summary Mrs C complained about respite care."},
		{".kicker", "Children’s care services > Disabled children"},
		{".steps li:nth-child(1)", "30 June 2022 Local Government and Social Care Ombudsman Ombudsman decision – this page"},
		{".steps", "Respite care: the Ombudsman’s findings"},
		{".steps", "Of the remedies: 1 implemented, 1 partly implemented and 1 not stated"},
		{"#remedies ~ p", "1 action. A decision is written before"},
		{"#remedy-1", "due: within one month, that is by 30 July 2022"},
	} {
		if got := text(doc, tt.selector); !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
}

func TestRecordUnderAnotherKindIsSentOn(t *testing.T) {
	h := newWorld().handler(t)
	for from, to := range map[string]string{
		"/items/lgsco/21-003-456":                         "/findings/lgsco/21-003-456",
		"/api/v1/items/lgsco/21-003-456":                  "/api/v1/findings/lgsco/21-003-456",
		"/pages/" + string(archive.PageID(pageDigest, 2)): pageURL(pageDigest, 2),
	} {
		if rec := get(t, h, from); rec.Code != http.StatusSeeOther || rec.Header().Get("Location") != to {
			t.Errorf("%s: %d to %q, want 303 to %q", from, rec.Code, rec.Header().Get("Location"), to)
		}
	}
}

func TestMeetings(t *testing.T) {
	h := newWorld().handler(t)
	doc := look(t, h, "/meetings", 200)
	if got := text(doc, ".meetings li:first-child"); !strings.Contains(got, "8 November 2022 Cabinet") || !strings.Contains(got, "4 items, 1 report") {
		t.Errorf("first meeting: %q", got)
	}
	if doc.Find(`.pager a[rel="next"][href="/meetings?page=2"]`).Length() != 1 {
		t.Error("no next page")
	}
	doc = look(t, h, "/meetings?council=ambershire", 200)
	if doc.Find(".meetings li").Length() != 1 || doc.Find(`#council option[selected][value="ambershire"]`).Length() != 1 {
		t.Error("not narrowed to one council")
	}
	if rec := get(t, h, "/meetings?outcome=noted"); rec.Code != 400 {
		t.Errorf("a parameter that does nothing: %d, want 400", rec.Code)
	}
	doc = look(t, h, "/meetings/ambershire/2022-11-08/cabinet", 200)
	if got := text(doc, ".agenda tbody tr:first-child"); got != "41 Respite care: the Ombudsman’s findings That the findings be accepted. Meeting outcome: Approved" {
		t.Errorf("first item: %q", got)
	}
	if got := text(doc, ".agenda"); !strings.Contains(got, "Apologies for absence procedural") || !strings.Contains(got, "Mill Lane exempt") {
		t.Errorf("agenda: %q", got)
	}
	if doc.Find(`.paper a[href="/documents/`+string(minutesDigest)+`/pages"]`).Length() != 1 {
		t.Error("the paper is not linked")
	}
}

func TestPlaces(t *testing.T) {
	h := newWorld().handler(t)
	for _, tt := range []struct{ address, title, scope, says string }{
		{"/councils/ambershire", "Ambershire County Council", `input[name="council"][value="ambershire"]`, "Period 30 June 2022 to 8 November 2022"},
		{"/committees/cabinet", "Cabinet", `input[name="committee"][value="cabinet"]`, "Ambershire County Council"},
		{"/services/childrens_services", "Children’s services", `input[name="service"][value="childrens_services"]`, "Upheld 1"},
	} {
		doc := look(t, h, tt.address, 200)
		if got := text(doc, "h1"); got != tt.title {
			t.Errorf("%s is headed %q", tt.address, got)
		}
		if doc.Find("form "+tt.scope).Length() != 1 || !strings.Contains(text(doc, "main"), tt.says) {
			t.Errorf("%s: no scoped search or no %q in %q", tt.address, tt.says, text(doc, "main"))
		}
	}
	if doc := look(t, h, "/councils/ambershire", 200); doc.Find(`a[href="/committees/cabinet?council=ambershire"]`).Length() != 1 {
		t.Error("a council does not lead to its own Cabinet")
	}
	doc := look(t, h, "/committees/cabinet?council=ambershire", 200)
	if text(doc, ".kicker") != "Ambershire County Council" || doc.Find(`form input[name="council"][value="ambershire"]`).Length() != 1 || doc.Find(`.crumbs a[href="/committees/cabinet"]`).Length() != 1 {
		t.Error("a committee of one council does not say so, search so or lead to those of others")
	}
	for _, address := range []string{"/committees/cabinet?council=thornley", "/committees/cabinet?council=Am%20bershire", "/councils/nowhere", "/committees/Cabinet", "/services/gardening", "/councils/not_stated"} {
		look(t, h, address, 404)
	}
}

func TestPaperPage(t *testing.T) {
	h := newWorld().handler(t)
	doc := look(t, h, pageURL(minutesDigest, 1)+"?q=considering", 200)
	for _, tt := range []struct{ selector, want string }{
		{"h1", "Page 1 of 2"},
		{"mark", "considered"},
		{".tags", "1 match on this page"},
		{".running", "CABINET 1"},
		{".sheet", "Tel: [contact withheld]"},
		{`p[lang="cy"]`, "Gymraeg"},
	} {
		if got := text(doc, tt.selector); !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
	shown, _ := doc.Find(`a[rel="nofollow"]`).Attr("href")
	if got := text(look(t, h, shown, 200), ".sheet"); !strings.Contains(got, "(01632) 960123") {
		t.Errorf("%s shows %q", shown, got)
	}
	if href, _ := doc.Find(`a:contains("as published")`).Attr("href"); href != "/documents/"+string(minutesDigest)+"#page=1" {
		t.Errorf("the original is at %q", href)
	}
	if got := text(look(t, h, pageURL(decisionOf, 1), 200), ".note"); !strings.Contains(got, "the page is a picture") {
		t.Errorf("an unread page says %q", got)
	}
	if got := text(look(t, h, pageURL(pageDigest, 2), 200), ".tags"); !strings.Contains(got, "Read by OCR") {
		t.Errorf("a page read by OCR says %q", got)
	}
}

func TestRowsAreATable(t *testing.T) {
	got := drawn("p", "Before.\n\nYear | Plans\n\n2022 | 1,094\n\nAfter.\n\na | b | c", []string{stem("plans")})
	if len(got) != 4 || len(got[1].Rows) != 2 || len(got[3].Rows) != 1 || got[1].ID != "p2" || got[2].ID != "p4" {
		t.Fatalf("got %+v", got)
	}
	if cell := got[1].Rows[0][1]; len(cell) != 1 || !cell[0].Match || cell[0].Text != "Plans" {
		t.Errorf("the cell is %+v", cell)
	}
}

func TestPaper(t *testing.T) {
	doc := look(t, newWorld().handler(t), "/documents/"+string(pageDigest)+"/pages?q=respite", 200)
	for _, tt := range []struct{ selector, want string }{
		{".facts", "What it is Officers’ report"},
		{".note", "The version before this one"},
		{"h2", "1 page has these words"},
		{".hits", "Page 2 A respite table. 1 match"},
		{"ul.pages", "Page 1"},
	} {
		if got := text(doc, tt.selector); !strings.Contains(got, tt.want) {
			t.Errorf("%s is %q, want %q in it", tt.selector, got, tt.want)
		}
	}
	minutes := look(t, newWorld().handler(t), "/documents/"+string(minutesDigest)+"/pages", 200)
	if got, want := text(minutes, ".held"), "40 Apologies for absence Agenda item"; !strings.Contains(got, want) {
		t.Errorf("what was read from it is %q, want %q in it", got, want)
	}
	if got := text(minutes, ".held"); strings.Contains(got, "secret") {
		t.Errorf("the words of an exempt item stand in %q", got)
	}
}

// Every link on every page leads somewhere.
func TestNoDeadLinks(t *testing.T) {
	h := newWorld().handler(t)
	seen := map[string]bool{}
	queue := []string{"/", "/search?q=respite", "/search?q=respite&service=planning", "/help", "/api", "/accessibility", "/nowhere"}
	for len(queue) > 0 && len(seen) < 400 {
		address := queue[0]
		queue = queue[1:]
		if seen[address] {
			continue
		}
		seen[address] = true
		rec := get(t, h, address)
		if rec.Code != 200 && rec.Code != 303 && address != "/nowhere" {
			t.Errorf("%s: %d", address, rec.Code)
		}
		if !strings.HasPrefix(rec.Header().Get("Content-Type"), "text/html") || strings.HasPrefix(address, "/search?") && len(seen) > 200 {
			continue
		}
		doc, err := goquery.NewDocumentFromReader(rec.Body)
		if err != nil {
			t.Fatal(err)
		}
		doc.Find("a[href], link[href], script[src]").Each(func(_ int, s *goquery.Selection) {
			href := s.AttrOr("href", s.AttrOr("src", ""))
			if id, ok := strings.CutPrefix(href, "#"); ok {
				if doc.Find(`[id="`+id+`"]`).Length() != 1 {
					t.Errorf("%s has no single %s", address, href)
				}
				return
			}
			u, err := url.Parse(strings.TrimPrefix(href, "http://example.com"))
			if err != nil || u.Host != "" {
				return
			}
			u.Fragment = ""
			queue = append(queue, u.String())
		})
		ids := map[string]bool{}
		doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
			if id := s.AttrOr("id", ""); ids[id] {
				t.Errorf("%s: id %q twice", address, id)
			} else {
				ids[id] = true
			}
		})
	}
}

func TestErrorsInPlainWords(t *testing.T) {
	w := newWorld()
	h := w.handler(t)
	for _, tt := range []struct {
		address string
		status  int
		says    string
	}{
		{"/nowhere", 404, "no page at this address"},
		{"/items/no/such/item", 404, "do not hold"},
		{"/items/UPPER", 404, "do not hold"},
		{"/documents/abc", 404, "do not hold"},
		{"/documents/" + strings.Repeat("a", 64), 404, "do not hold"},
		{pageURL(minutesDigest, 99), 404, "do not hold"},
		{pageURL(minutesDigest, 0), 404, "do not hold"},
		{"/meetings/no/such", 404, "do not hold"},
		{"/meetings?page=x", 400, "whole number"},
		{"/search?" + strings.Repeat("a", 9000), 414, "too long"},
	} {
		doc := look(t, h, tt.address, tt.status)
		if got := text(doc, "main"); !strings.Contains(got, tt.says) {
			t.Errorf("%s says %q, want %q", tt.address, got, tt.says)
		}
	}
	w.fail = errors.New("disk of secrets on fire")
	if got := text(look(t, h, "/search?q=respite", 500), "main"); !strings.Contains(got, "Something went wrong here") || strings.Contains(got, "secrets") {
		t.Errorf("a fault of ours reads %q", got)
	}
}
