package browsertest

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// The walk of a scrutiny officer: search, tick a committee and an outcome,
// see counts and chips follow, open an item, go back. It is the same walk
// with scripts and without.
func TestWalk(t *testing.T) {
	base := served(t)
	for _, tt := range []struct {
		name     string
		disabled bool
	}{{"with scripts", false}, {"without scripts", true}} {
		t.Run(tt.name, func(t *testing.T) {
			ctx := browser(t, 90*time.Second)
			do(t, ctx, "begin", chromedp.EmulateViewport(1280, 900))
			if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: tt.disabled}); err != nil {
				t.Fatal(err)
			}
			walk(t, ctx, base)
		})
	}
}

func walk(t *testing.T, ctx context.Context, base string) {
	const words = "ombudsman"
	do(t, ctx, "search", chromedp.Navigate(base+"/"), chromedp.SendKeys("#q", words))
	follow(t, ctx, ".searchbox button")
	all := ask(t, base, "q="+words)
	if got := summary(t, ctx); got != all.Total {
		t.Fatalf("the page says %d results, the API %d", got, all.Total)
	}

	// The committee that most of what was found has, then its commonest outcome.
	committee := firstValue(t, ctx, "committee")
	wanted, err := all.count("committee", committee)
	if err != nil {
		t.Fatal(err)
	}
	do(t, ctx, "tick a committee", chromedp.Click(box("committee", committee)))
	follow(t, ctx, ".apply button")
	if got := summary(t, ctx); got != wanted {
		t.Errorf("%s promised %d results and gave %d", committee, wanted, got)
	}
	outcome := firstValue(t, ctx, "outcome")
	narrowed := ask(t, base, "q="+words+"&committee="+committee)
	if wanted, err = narrowed.count("outcome", outcome); err != nil {
		t.Fatalf("the world has no %s of %s: %v", outcome, committee, err)
	}
	if got := labelCount(t, ctx, "outcome", outcome); got != wanted {
		t.Errorf("beside %s stands %d, the API says %d", outcome, got, wanted)
	}
	do(t, ctx, "tick an outcome", chromedp.Click(box("outcome", outcome)))
	follow(t, ctx, ".apply button")
	if got := summary(t, ctx); got != wanted {
		t.Errorf("%s of %s promised %d results and gave %d", outcome, committee, wanted, got)
	}
	both := ask(t, base, "q="+words+"&committee="+committee+"&outcome="+outcome)
	if n, _ := both.count("committee", committee); n != labelCount(t, ctx, "committee", committee) {
		t.Error("the committee's count did not follow")
	}
	if chips := texts(t, ctx, ".chip"); len(chips) != 2 || !strings.Contains(chips[0], "Committee") || !strings.Contains(chips[1], "Meeting outcome") {
		t.Errorf("chips: %q", chips)
	}
	here := read[string](t, ctx, "location.href")
	if u, err := url.Parse(here); err != nil || u.Query().Get("committee") != committee || u.Query().Get("outcome") != outcome || u.Query().Get("q") != words {
		t.Errorf("the address is not the state: %s", here)
	}

	link := texts(t, ctx, ".hits h3 a")
	follow(t, ctx, ".hits h3 a")
	heading := texts(t, ctx, "h1")
	if len(link) == 0 || len(heading) != 1 || heading[0] != link[0] {
		t.Fatalf("%q led to %q", link, heading)
	}
	do(t, ctx, "go back", chromedp.NavigateBack(), chromedp.WaitReady("#count"))
	again := read[string](t, ctx, "location.href")
	if again != here || !has(t, ctx, box("committee", committee)+":checked") || !has(t, ctx, box("outcome", outcome)+":checked") {
		t.Errorf("back is %s, was %s, or the ticks are gone", again, here)
	}
	follow(t, ctx, ".chips li:first-child a")
	if got := summary(t, ctx); got != ask(t, base, "q="+words+"&outcome="+outcome).Total {
		t.Errorf("without the committee: %d results", got)
	}
}

// Scripts add: a stroke moves to the search box, the citation can be copied.
func TestScriptsAdd(t *testing.T) {
	base := served(t)
	ctx := browser(t, time.Minute)
	do(t, ctx, "press /", chromedp.Navigate(base+"/search?q=ombudsman"), chromedp.KeyEvent("/"))
	if !has(t, ctx, "#q:focus") {
		t.Error("/ does not move to the search box")
	}
	follow(t, ctx, ".hits h3 a")
	if !has(t, ctx, ".copy") {
		t.Error("no button to copy the citation")
	}
}

// follow clicks what leads to another page and waits for that page.
func follow(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	res, err := chromedp.RunResponse(ctx, chromedp.Click(selector, chromedp.NodeVisible))
	if err != nil {
		t.Fatalf("following %s: %v", selector, err)
	}
	if res.Status != 200 {
		t.Fatalf("%s leads to %s: %d", selector, res.URL, res.Status)
	}
}

func box(facet, value string) string {
	return `input[name="` + facet + `"][value="` + value + `"]`
}

// texts are the words of every element under a selector.
func texts(t *testing.T, ctx context.Context, selector string) []string {
	t.Helper()
	return read[[]string](t, ctx, `[...document.querySelectorAll(`+strconv.Quote(selector)+`)].map(e => e.textContent.replace(/\s+/g, " ").trim())`)
}

func has(t *testing.T, ctx context.Context, selector string) bool {
	t.Helper()
	return read[bool](t, ctx, `!!document.querySelector(`+strconv.Quote(selector)+`)`)
}

// summary is the number of results the page gives.
func summary(t *testing.T, ctx context.Context) int {
	t.Helper()
	h := texts(t, ctx, "#count")
	if len(h) != 1 {
		t.Fatalf("no number of results: %q", h)
	}
	return leading(t, h[0])
}

func firstValue(t *testing.T, ctx context.Context, facet string) string {
	t.Helper()
	return read[string](t, ctx, `document.querySelector("#facet-`+facet+` input").value`)
}

func labelCount(t *testing.T, ctx context.Context, facet, value string) int {
	t.Helper()
	n := texts(t, ctx, box(facet, value)+" + label .n")
	if len(n) != 1 {
		t.Fatalf("no count beside %s %s", facet, value)
	}
	return leading(t, n[0])
}

func leading(t *testing.T, s string) int {
	t.Helper()
	first, _, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(strings.ReplaceAll(first, ",", ""))
	if err != nil {
		t.Fatalf("%q begins with no number", s)
	}
	return n
}
