package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// pages are one page of every kind, as people come upon them.
func pages(t *testing.T, base string) map[string]string {
	t.Helper()
	record := func(query string) string {
		f := ask(t, base, query+"&limit=1")
		if len(f.Hits) == 0 {
			t.Fatalf("the world has nothing for %s", query)
		}
		return f.Hits[0].URL
	}
	finding := ask(t, base, "kind=finding&limit=1").Hits[0]
	item := record("kind=item&q=ombudsman")
	meeting := "/meetings" + item[len("/items"):strings.LastIndexByte(item, '/')]
	return map[string]string{
		"home":          "/",
		"search":        "/search?q=ombudsman",
		"search-narrow": "/search?q=complaint&outcome=noted&kind=item&-kind=page&from=2019-01-01&procedural=1&all=committee&sort=newest",
		"search-empty":  "/search?q=zzyzx&service=housing",
		"search-wrong":  "/search?q=rent&from=yesterday",
		"search-deep":   "/search?page=3",
		"item":          item + "?q=ombudsman",
		"report":        record("kind=report&q=ombudsman") + "?q=apology",
		"remedies":      record("remedy_status=implemented"),
		"finding":       finding.URL,
		"meetings":      "/meetings",
		"meeting":       meeting,
		"paper":         "/documents/" + finding.Source.SHA256 + "/pages?q=council",
		"page":          "/documents/" + finding.Source.SHA256 + "/pages/1?q=council",
		"review":        "/review",
		"open":          "/remedies",
		"open-narrow":   "/remedies?q=tenant+pay&remedy_status=open&-remedy_kind=training&what=remedy&from=2015-01-01&all=committee&sort=newest&limit=10",
		"open-empty":    "/remedies?q=zzyzx&service=housing",
		"open-wrong":    "/remedies?remedy_status=lost",
		"council":       "/councils/ambershire",
		"committee":     "/committees/cabinet",
		"service":       "/services/housing",
		"help":          "/help",
		"api":           "/api",
		"accessibility": "/accessibility",
		"not-found":     "/nowhere",
	}
}

// A finding of axe, as far as a developer needs it.
type violation struct {
	ID, Help string
	Nodes    []struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	}
}

// Every page is without any violation of WCAG 2.2 A and AA that axe can find,
// in light and in dark, on a phone and on a desk; and on the narrowest phone
// nothing has to be moved sideways to be read.
func TestAxe(t *testing.T) {
	base := served(t)
	axePages(t, browser(t, 4*time.Minute), base, pages(t, base))
}

// axePages has axe look at pages, by name and path.
func axePages(t *testing.T, ctx context.Context, base string, pages map[string]string) {
	t.Helper()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		need(t, "axe-core", "run npm ci in server/browsertest, or make test")
	}
	for name, path := range pages {
		t.Run(name, func(t *testing.T) {
			do(t, ctx, path, chromedp.Navigate(base+path), chromedp.Evaluate[chromedp.Void](string(axe)))
			for _, scheme := range []string{"light", "dark"} {
				for _, width := range []int64{320, 1280} {
					do(t, ctx, "set up", chromedp.EmulateViewport(width, 900))
					media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
					if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
						t.Fatal(err)
					}
					check(t, ctx, fmt.Sprintf("%s %d", scheme, width))
					shoot(t, ctx, fmt.Sprintf("%s-%s-%d", name, scheme, width))
					if width == 320 {
						if wide := read[int](t, ctx, `document.documentElement.scrollWidth`); wide > 320 {
							t.Errorf("%s: %d pixels wide on a screen of 320", path, wide)
						}
					}
				}
			}
		})
	}
}

func check(t *testing.T, ctx context.Context, how string) {
	t.Helper()
	const ask = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations))`
	var list []violation
	if err := json.Unmarshal([]byte(read[string](t, ctx, ask, chromedp.EvalAwaitPromise)), &list); err != nil {
		t.Fatal(err)
	}
	for _, v := range list {
		for _, n := range v.Nodes {
			t.Errorf("%s: %s (%s)\n%s\n%s", how, v.ID, v.Help, n.HTML, n.FailureSummary)
		}
	}
}

// shoot leaves a picture of the page where somebody asked for them.
func shoot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("MOOTHALL_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}
