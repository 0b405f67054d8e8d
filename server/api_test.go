package server

import (
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"moothall/archive"
	"moothall/static"
)

func decode[T any](t *testing.T, rec *httptest.ResponseRecorder) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(rec.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v in %s", err, rec.Body)
	}
	return v
}

func TestSearchAPI(t *testing.T) {
	h := newWorld().handler(t)
	rec := get(t, h, "/api/v1/search?q=budget&limit=10")
	a := decode[SearchAnswer](t, rec)
	if a.Total != 30 || len(a.Hits) != 10 || a.Next == nil || a.Prev != nil {
		t.Fatalf("got %d of %d, next %v, prev %v", len(a.Hits), a.Total, a.Next, a.Prev)
	}
	if !slices.Contains(rec.Header().Values("Link"), "<"+*a.Next+`>; rel="next"`) {
		t.Errorf("Link: %q", rec.Header().Values("Link"))
	}
	seen := map[archive.ID]bool{}
	for next := a.Next; ; next = a.Next {
		for _, hit := range a.Hits {
			seen[hit.ID+archive.ID(hit.Title)] = true
		}
		if next == nil {
			break
		}
		a = decode[SearchAnswer](t, get(t, h, *next))
	}
	if len(seen) != 30 {
		t.Errorf("following next gave %d of 30", len(seen))
	}
	if rec := get(t, h, "/search", "Accept", "application/json"); !strings.HasPrefix(rec.Header().Get("Content-Type"), "application/json") {
		t.Errorf("/search for a program is %s", rec.Header().Get("Content-Type"))
	}
}

// Whatever form a list has, it holds the same records.
func TestExportsAreComplete(t *testing.T) {
	w := newWorld()
	for i := range 250 { // more than two batches
		r := *w.records[len(w.records)-1].(*archive.Item)
		r.ID = archive.ID("thornley/2020-01-03/x/" + strings.Repeat("i", i+1))
		w.records = append(w.records, &r)
	}
	h := w.handler(t)
	total := decode[SearchAnswer](t, get(t, h, "/search.json?q=budget")).Total
	rows, err := csv.NewReader(get(t, h, "/search.csv?q=budget").Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != total+1 || !slices.Equal(rows[0], csvColumns) {
		t.Errorf("%d lines of CSV for %d records, columns %q", len(rows), total, rows[0])
	}
	lines := strings.Split(strings.TrimSpace(get(t, h, "/search.ndjson?q=budget").Body.String()), "\n")
	if len(lines) != total {
		t.Errorf("%d lines of NDJSON for %d records", len(lines), total)
	}
	for _, l := range lines {
		var hit HitAnswer
		if err := json.Unmarshal([]byte(l), &hit); err != nil || hit.ID == "" {
			t.Fatalf("%v: %s", err, l)
		}
	}
	if rows, _ = csv.NewReader(get(t, h, "/search.csv?q=budget&limit=5&page=2").Body).ReadAll(); len(rows) != 6 {
		t.Errorf("a page of 5 as CSV has %d lines", len(rows))
	}
	if empty := get(t, h, "/search.csv?q=zzyzx"); empty.Body.String() != strings.Join(csvColumns, ",")+"\r\n" {
		t.Errorf("nothing as CSV is %q", empty.Body)
	}
}

func TestCSVRunsNothing(t *testing.T) {
	w := newWorld()
	for _, title := range []string{`=HYPERLINK("http://evil.example")`, "+1", "-1", "@x", "\t=1"} {
		w.records = append(w.records, &archive.Item{Head: archive.Head{Kind: archive.KindItem, ID: "a/b", Title: title, Text: "spreadsheet"}})
	}
	rows, err := csv.NewReader(get(t, w.handler(t), "/search.csv?q=spreadsheet").Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
				t.Errorf("%s is %q", csvColumns[i], cell)
			}
		}
	}
	if rows[1][2] != `'=HYPERLINK("http://evil.example")` {
		t.Errorf("the title is %q", rows[1][2])
	}
}

// An export that breaks off must not pass for a whole one.
func TestBrokenExportIsCut(t *testing.T) {
	w := newWorld()
	for i := range 250 {
		r := *w.records[len(w.records)-1].(*archive.Item)
		r.ID += archive.ID(strings.Repeat("i", i+1))
		w.records = append(w.records, &r)
	}
	broken := &breaking{world: w, whole: 1}
	h, err := New(Config{Search: broken, Catalogue: w, Vault: w, Static: static.Files})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	defer server.Close()
	res, err := http.Get(server.URL + "/search.ndjson?q=budget")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := io.ReadAll(res.Body); err == nil {
		t.Error("the answer ended as if it were whole")
	}
	broken.whole = 0
	if rec := get(t, h, "/search.ndjson?q=budget"); rec.Code != 500 || rec.Header().Get("Content-Type") != "application/problem+json" || rec.Header().Get("Content-Disposition") != "" {
		t.Errorf("broken from the start: %d %v", rec.Code, rec.Header())
	}
}

// breaking is a world whose index breaks after some batches.
type breaking struct {
	*world
	whole int // batches that are answered
}

func (b *breaking) Search(ctx context.Context, q archive.Query) (archive.Results, error) {
	if b.whole--; b.whole < 0 {
		return archive.Results{}, errors.New("index: gone")
	}
	return b.world.Search(ctx, q)
}

func TestAtom(t *testing.T) {
	rec := get(t, newWorld().handler(t), "/search.atom?outcome=approved")
	if !strings.HasPrefix(rec.Header().Get("Content-Type"), "application/atom+xml") {
		t.Error(rec.Header().Get("Content-Type"))
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  struct {
			Name string `xml:"name"`
		} `xml:"author"`
		Links []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Summary string `xml:"summary"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(rec.Body.Bytes(), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID != "http://example.com/search.atom?outcome=approved" || feed.Author.Name != "Moothall" || len(feed.Entries) != 2 {
		t.Errorf("feed: %+v", feed)
	}
	for _, e := range feed.Entries {
		at, err := time.Parse(time.RFC3339, e.Updated)
		if err != nil || at.Year() != 2023 || e.Title == "" || !strings.HasPrefix(e.ID, "http://example.com/items/") || e.Link.Href != e.ID {
			t.Errorf("entry: %+v, %v", e, err)
		}
	}
	if feed.Updated != "2023-05-06T07:08:09Z" {
		t.Errorf("updated %s", feed.Updated)
	}
	for _, rel := range []string{"self", "alternate"} {
		if !slices.ContainsFunc(feed.Links, func(l struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		}) bool {
			return l.Rel == rel && strings.HasPrefix(l.Href, "http://example.com/search")
		}) {
			t.Errorf("no %s link: %+v", rel, feed.Links)
		}
	}
}

func TestProblems(t *testing.T) {
	h := newWorld().handler(t)
	for _, tt := range []struct {
		address string
		status  int
		errors  int
	}{
		{"/api/v1/search?outcome=upheld&sort=x", 400, 2},
		{"/search.json?limit=0", 400, 1},
		{"/search.csv?colour=red", 400, 1},
		{"/search.ndjson?from=x", 400, 1},
		{"/search.atom?kind=x", 400, 1},
		{"/api/v1/items/none", 404, 0},
		{"/items/none.json", 404, 0},
		{"/api/v1/nowhere", 404, 0},
		{"/api/v1/meetings/none", 404, 0},
		{"/api/v1/documents/none", 404, 0},
		{"/api/v1/meetings?finding=upheld", 400, 1},
	} {
		rec := get(t, h, tt.address)
		if rec.Code != tt.status || rec.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", tt.address, rec.Code, rec.Header().Get("Content-Type"))
			continue
		}
		p := decode[problem](t, rec)
		if p.Status != tt.status || p.Title == "" || p.Detail == "" || p.Type == "" || len(p.Errors) != tt.errors {
			t.Errorf("%s: %+v", tt.address, p)
		}
	}
	if rec := get(t, h, "/items/none", "Accept", "application/json"); rec.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("a program that asks for a page is told %s", rec.Header().Get("Content-Type"))
	}
}

func TestRecordJSON(t *testing.T) {
	h := newWorld().handler(t)
	for _, address := range []string{"/items/ambershire/2022-11-08/cabinet/41.json", "/api/v1/items/ambershire/2022-11-08/cabinet/41"} {
		rec := get(t, h, address)
		it := decode[archive.Item](t, rec)
		if it.ID != "ambershire/2022-11-08/cabinet/41" || len(it.Resolutions) != 2 || it.MeetingDate != "2022-11-08" {
			t.Errorf("%s: %+v", address, it)
		}
		if strings.Contains(rec.Body.String(), "960123") || strings.Contains(rec.Body.String(), "jo.marsh") {
			t.Errorf("%s gives contact details", address)
		}
		if i := it.PageMarks[1].Offset; !strings.HasPrefix(it.Text[i:], "The allowances") {
			t.Errorf("%s: page 2 begins at %q", address, it.Text[i:])
		}
	}
	m := decode[MeetingAnswer](t, get(t, h, "/api/v1/meetings/ambershire/2022-11-08/cabinet"))
	if len(m.Records) != 5 || m.Records[0].URL != "/items/ambershire/2022-11-08/cabinet/41" {
		t.Errorf("meeting: %+v", m)
	}
	l := decode[MeetingListAnswer](t, get(t, h, "/meetings.json?limit=5&page=2"))
	if len(l.Meetings) != 5 || l.Prev == nil || *l.Prev != "/meetings.json?limit=5" || l.Next == nil {
		t.Errorf("meetings: %+v", l)
	}
	c := decode[CoverageAnswer](t, get(t, h, "/api/v1/coverage"))
	if len(c.Councils) != 2 || c.Councils[0].Name != "Ambershire County Council" || c.Councils[0].Committees[0].ID != "cabinet" {
		t.Errorf("coverage: %+v", c)
	}
	d := decode[map[string]any](t, get(t, h, "/api/v1/documents/"+string(minutesDigest)))
	if d["media"] != "pdf" || d["original"] != "/documents/"+string(minutesDigest) || d["name"] != "cabinet.pdf" {
		t.Errorf("document: %v", d)
	}
}

func TestOriginals(t *testing.T) {
	h := newWorld().handler(t)
	for _, tt := range []struct {
		digest             archive.Digest
		media, disposition string
		sandbox            bool
	}{
		{minutesDigest, "application/pdf", `inline; filename=cabinet.pdf`, false},
		{pageDigest, "text/html", `inline; filename="x evil=<script>.html"`, true},
		{decisionOf, "text/plain", `inline; filename=decision.txt`, true},
	} {
		rec := get(t, h, "/documents/"+string(tt.digest))
		hd := rec.Header()
		if rec.Code != 200 || hd.Get("Content-Type") != tt.media || hd.Get("Content-Disposition") != tt.disposition {
			t.Errorf("%s: %d %s %s", tt.digest.Short(), rec.Code, hd.Get("Content-Type"), hd.Get("Content-Disposition"))
		}
		if got := strings.Contains(hd.Get("Content-Security-Policy"), "sandbox"); got != tt.sandbox || !strings.HasPrefix(hd.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: policy %s", tt.media, hd.Get("Content-Security-Policy"))
		}
		if !strings.Contains(hd.Get("Cache-Control"), "immutable") || hd.Get("ETag") != `"`+string(tt.digest)+`"` {
			t.Errorf("%s: %s %s", tt.media, hd.Get("Cache-Control"), hd.Get("ETag"))
		}
		if again := get(t, h, "/documents/"+string(tt.digest), "If-None-Match", hd.Get("ETag")); again.Code != 304 {
			t.Errorf("%s again: %d", tt.media, again.Code)
		}
	}
	if rec := get(t, h, "/documents/"+string(minutesDigest), "Range", "bytes=0-3"); rec.Code != 206 || rec.Body.String() != "%PDF" {
		t.Errorf("a part: %d %q", rec.Code, rec.Body)
	}
}

func TestHeaders(t *testing.T) {
	h := newWorld().handler(t)
	rec := get(t, h, "/search?q=budget", "Accept-Encoding", "br, gzip")
	for name, want := range map[string]string{
		"Content-Security-Policy": "script-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin",
		"Access-Control-Allow-Origin": "*", "Content-Encoding": "gzip", "Cache-Control": "no-cache", "X-Frame-Options": "DENY",
	} {
		if got := rec.Header().Get(name); !strings.Contains(got, want) {
			t.Errorf("%s is %q, want %q in it", name, got, want)
		}
	}
	if csp := rec.Header().Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || !strings.Contains(csp, "frame-ancestors 'none'") {
		t.Errorf("policy: %s", csp)
	}
	z, err := gzip.NewReader(rec.Body)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(z); err != nil || !strings.Contains(string(b), " monitoring ") {
		t.Errorf("zipped page: %v", err)
	}
	if again := get(t, h, "/search?q=budget", "Accept-Encoding", "gzip", "If-None-Match", rec.Header().Get("ETag")); again.Code != 304 || again.Body.Len() != 0 {
		t.Errorf("the same page again: %d, %d bytes", again.Code, again.Body.Len())
	}
	if other := get(t, h, "/search?q=budget&page=2", "If-None-Match", rec.Header().Get("ETag")); other.Code != 200 {
		t.Errorf("another page: %d", other.Code)
	}
	if plain := get(t, h, "/search?q=budget", "Accept-Encoding", "gzip;q=0"); plain.Header().Get("Content-Encoding") != "" {
		t.Error("zipped for somebody who refuses it")
	}

	r := httptest.NewRequest(http.MethodHead, "/search?q=budget", nil)
	head := httptest.NewRecorder()
	h.ServeHTTP(head, r)
	if head.Code != 200 || head.Body.Len() != 0 || head.Header().Get("Content-Length") == "0" {
		t.Errorf("HEAD: %d, %d bytes, length %s", head.Code, head.Body.Len(), head.Header().Get("Content-Length"))
	}
	r = httptest.NewRequest(http.MethodPost, "/search", strings.NewReader("q=x"))
	post := httptest.NewRecorder()
	h.ServeHTTP(post, r)
	if post.Code != 405 || post.Header().Get("Allow") == "" {
		t.Errorf("POST: %d %q", post.Code, post.Header().Get("Allow"))
	}
	r = httptest.NewRequest(http.MethodOptions, "/api/v1/search", nil)
	pre := httptest.NewRecorder()
	h.ServeHTTP(pre, r)
	if pre.Code != 204 || pre.Header().Get("Access-Control-Allow-Methods") == "" {
		t.Errorf("OPTIONS: %d %v", pre.Code, pre.Header())
	}
	css := regexp.MustCompile(`/static/css/site.css\?v=\w+`).FindString(get(t, h, "/help").Body.String())
	if rec := get(t, h, css); !strings.Contains(rec.Header().Get("Cache-Control"), "immutable") || !strings.HasPrefix(rec.Header().Get("Content-Type"), "text/css") {
		t.Errorf("%s: %v", css, rec.Header())
	}
	if rec := get(t, h, "/static/../server.go"); rec.Code != 404 {
		t.Errorf("outside static: %d", rec.Code)
	}
}

// A panic ends one answer, says nothing of its cause, and the next is served.
func TestPanicIsOneAnswer(t *testing.T) {
	w := newWorld()
	panicking, err := New(Config{Search: panics{w}, Catalogue: w, Vault: w, Static: static.Files})
	if err != nil {
		t.Fatal(err)
	}
	if got := text(look(t, panicking, "/search?q=x", 500), "main"); strings.Contains(got, "kaboom") || !strings.Contains(got, "went wrong") {
		t.Errorf("the page says %q", got)
	}
	look(t, panicking, "/help", 200)
}

type panics struct{ *world }

func (panics) Search(context.Context, archive.Query) (archive.Results, error) {
	panic("kaboom")
}

// openapi.json describes every route and nothing else.
func TestOpenAPI(t *testing.T) {
	w := newWorld()
	rec := get(t, w.handler(t), "/api/openapi.json")
	doc := decode[struct {
		OpenAPI string `json:"openapi"`
		Paths   map[string]map[string]struct {
			OperationID string `json:"operationId"`
			Parameters  []struct{ Name, In string }
			Responses   map[string]any
		} `json:"paths"`
		Components struct {
			Schemas map[string]any `json:"schemas"`
		} `json:"components"`
	}](t, rec)
	if doc.OpenAPI != "3.1.0" {
		t.Errorf("version %s", doc.OpenAPI)
	}
	s := &Server{}
	var routed, described []string
	for _, rt := range s.routes() {
		path := regexp.MustCompile(`[:*](\w+)`).ReplaceAllString(rt.path, "{$1}")
		routed = append(routed, path)
		if len(rt.documented) == 0 {
			t.Errorf("%s is not described", rt.path)
		}
		if !slices.ContainsFunc(rt.documented, func(o operation) bool { return o.path == path }) {
			t.Errorf("%s is described as something else", rt.path)
		}
	}
	ids := map[string]bool{}
	for path, methods := range doc.Paths {
		described = append(described, strings.TrimSuffix(path, ".json"))
		get, ok := methods["get"]
		if !ok || len(methods) != 1 || ids[get.OperationID] || get.Responses["200"] == nil {
			t.Errorf("%s: %+v", path, methods)
		}
		ids[get.OperationID] = true
		for _, name := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(path, -1) {
			if !slices.ContainsFunc(get.Parameters, func(p struct{ Name, In string }) bool { return p.Name == name[1] && p.In == "path" }) {
				t.Errorf("%s does not say what %s is", path, name[1])
			}
		}
	}
	for _, path := range routed {
		if !slices.Contains(described, strings.TrimSuffix(path, ".json")) {
			t.Errorf("route %s is not in openapi.json", path)
		}
	}
	for _, path := range described {
		if !slices.ContainsFunc(routed, func(p string) bool { return strings.TrimSuffix(p, ".json") == path }) {
			t.Errorf("openapi.json has %s, which is no route", path)
		}
	}
	for _, ref := range regexp.MustCompile(`"#/components/schemas/(\w+)"`).FindAllStringSubmatch(rec.Body.String(), -1) {
		if doc.Components.Schemas[ref[1]] == nil {
			t.Errorf("schema %s is referred to and not there", ref[1])
		}
	}
	names := make([]string, 0)
	for _, p := range queryParameters() {
		names = append(names, p.Name)
	}
	if !slices.Equal(names, listParameters) {
		t.Errorf("described parameters %q, read ones %q", names, listParameters)
	}
}

// What is sent has the shape that openapi.json says.
func TestAnswersMatchTheirSchemas(t *testing.T) {
	h := newWorld().handler(t)
	doc := decode[struct {
		Paths map[string]map[string]struct {
			Responses map[string]struct {
				Content map[string]struct{ Schema map[string]any }
			}
		}
		Components struct{ Schemas map[string]map[string]any }
	}](t, get(t, h, "/api/openapi.json"))
	for path, address := range map[string]string{
		"/api/v1/search":             "/api/v1/search?q=respite&limit=2",
		"/search.json":               "/search.json?outcome=noted",
		"/api/v1/items/{id}":         "/api/v1/items/ambershire/2022-11-08/cabinet/41",
		"/api/v1/reports/{id}":       "/api/v1/reports/ambershire/2022-11-08/cabinet/report-respite",
		"/findings/{id}.json":        "/findings/lgsco/21-003-456.json",
		"/api/v1/pages/{id}":         "/api/v1/pages/" + string(archive.PageID(pageDigest, 2)),
		"/api/v1/meetings":           "/api/v1/meetings?limit=2",
		"/api/v1/meetings/{id}":      "/api/v1/meetings/ambershire/2022-11-08/cabinet",
		"/api/v1/documents/{sha256}": "/api/v1/documents/" + string(minutesDigest),
		"/api/v1/coverage":           "/api/v1/coverage",
		"/api/v1/remedies":           "/api/v1/remedies?limit=3",
		"/remedies.json":             "/remedies.json?remedy_status=implemented",
	} {
		schema := doc.Paths[path]["get"].Responses["200"].Content["application/json"].Schema
		if schema == nil {
			t.Errorf("%s has no schema", path)
			continue
		}
		answer := decode[any](t, get(t, h, address))
		conforms(t, path, schema, doc.Components.Schemas, answer)
	}
}

// conforms checks a value against the part of JSON Schema that schemaOf uses.
func conforms(t *testing.T, where string, schema map[string]any, all map[string]map[string]any, v any) {
	t.Helper()
	if ref, ok := schema["$ref"].(string); ok {
		conforms(t, where, all[ref[strings.LastIndexByte(ref, '/')+1:]], all, v)
		return
	}
	if either, ok := schema["anyOf"].([]any); ok {
		if v != nil {
			conforms(t, where, either[0].(map[string]any), all, v)
		}
		return
	}
	bad := func() { t.Errorf("%s: %v (%T) is not %v", where, v, v, schema["type"]) }
	switch schema["type"] {
	case "object":
		o, ok := v.(map[string]any)
		if !ok {
			bad()
			return
		}
		properties, _ := schema["properties"].(map[string]any)
		required, _ := schema["required"].([]any)
		for _, name := range required {
			if _, there := o[name.(string)]; !there {
				t.Errorf("%s: no %s", where, name)
			}
		}
		for name, x := range o {
			p, known := properties[name].(map[string]any)
			if !known {
				if p, known = schema["additionalProperties"].(map[string]any); !known {
					t.Errorf("%s: %s is not described", where, name)
					continue
				}
			}
			conforms(t, where+"."+name, p, all, x)
		}
	case "array":
		list, ok := v.([]any)
		if !ok {
			bad()
			return
		}
		for _, x := range list {
			conforms(t, where+"[]", schema["items"].(map[string]any), all, x)
		}
	case "string":
		s, ok := v.(string)
		if !ok {
			bad()
			return
		}
		if values, ok := schema["enum"].([]any); ok && !slices.Contains(values, any(s)) {
			t.Errorf("%s: %q is none of %v", where, s, values)
		}
	case "integer", "number":
		if _, ok := v.(float64); !ok {
			bad()
		}
	case "boolean":
		if _, ok := v.(bool); !ok {
			bad()
		}
	}
}

func TestForPrograms(t *testing.T) {
	w := newWorld()
	h := w.handler(t)
	get(t, h, "/search?q=budget")
	for _, tt := range []struct{ address, media, says string }{
		{"/healthz", "text/plain", "ok"},
		{"/readyz", "text/plain", "ready"},
		{"/robots.txt", "text/plain", "Sitemap: http://example.com/sitemap.xml"},
		{"/opensearch.xml", "application/opensearchdescription+xml", `template="http://example.com/search?q={searchTerms}"`},
		{"/sitemap.xml", "application/xml", "<loc>http://example.com/sitemap.xml?year=2022</loc>"},
		{"/sitemap.xml?year=2022", "application/xml", "<loc>http://example.com/items/ambershire/2022-11-08/cabinet/41</loc>"},
		{"/metrics", "text/plain", `moothall_request_seconds_count{route="/search",status="200"} 1`},
		{"/metrics", "text/plain", `moothall_records{kind="item"} 1234`},
		{"/suggest?q=resp", "application/x-suggestions+json", `["resp",["respite care"]]`},
		{"/suggest?q=zz", "application/x-suggestions+json", `["zz",[]]`},
	} {
		rec := get(t, h, tt.address)
		if rec.Code != 200 || !strings.HasPrefix(rec.Header().Get("Content-Type"), tt.media) || !strings.Contains(rec.Body.String(), tt.says) {
			t.Errorf("%s: %d %s\n%s", tt.address, rec.Code, rec.Header().Get("Content-Type"), rec.Body)
		}
	}
	if body := get(t, h, "/sitemap.xml?year=2022").Body.String(); strings.Contains(body, "lgsco") || strings.Contains(body, "cabinet/43") {
		t.Errorf("the sitemap names decisions or exempt items:\n%s", body)
	}
	w.fail = errors.New("gone")
	if rec := get(t, h, "/readyz"); rec.Code != 503 {
		t.Errorf("not ready: %d", rec.Code)
	}
	if rec := get(t, h, "/healthz"); rec.Code != 200 {
		t.Errorf("not ready but alive: %d", rec.Code)
	}
}
