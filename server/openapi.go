package server

import (
	"reflect"
	"strings"

	"moothall/archive"
)

// An operation is one address as openapi.json describes it.
type operation struct {
	path       string // with {name} for what varies
	summary    string
	about      string
	media      string
	schema     string // a key of apiTypes, "" where the answer is not JSON
	parameters []parameter
	tag        string
	extra      []string // statuses beside 200, 400 and 500
}

// A parameter is one thing an address may say.
type parameter struct {
	Name        string
	In          string // "query" or "path"
	Description string
	Values      []string // the only values there are, where that is so
	Many        bool     // may be repeated
	Type        string   // "string" where empty
	Format      string
}

// allowed is what a parameter may be, in words.
func (p parameter) allowed() string {
	switch {
	case len(p.Values) > 0:
		return strings.Join(p.Values, ", ")
	case p.Format == "date":
		return "2021-07-22, 22/07/2021, 2021-07 or 2021"
	case p.Type == "integer":
		return "a whole number"
	}
	return ""
}

// apiTypes are the shapes that answers have; the schemas are made from them,
// so they cannot drift apart.
var apiTypes = map[string]reflect.Type{
	"SearchAnswer":      reflect.TypeFor[SearchAnswer](),
	"HitAnswer":         reflect.TypeFor[HitAnswer](),
	"ExportAnswer":      reflect.TypeFor[ExportAnswer](),
	"Item":              reflect.TypeFor[archive.Item](),
	"Report":            reflect.TypeFor[archive.Report](),
	"Finding":           reflect.TypeFor[archive.Finding](),
	"Page":              reflect.TypeFor[archive.Page](),
	"MeetingAnswer":     reflect.TypeFor[MeetingAnswer](),
	"MeetingListAnswer": reflect.TypeFor[MeetingListAnswer](),
	"DoubtListAnswer":   reflect.TypeFor[DoubtListAnswer](),
	"RemedyListAnswer":  reflect.TypeFor[RemedyListAnswer](),
	"RemedyAnswer":      reflect.TypeFor[RemedyAnswer](),
	"DocumentAnswer":    reflect.TypeFor[DocumentAnswer](),
	"PageAnswer":        reflect.TypeFor[PageAnswer](),
	"CoverageAnswer":    reflect.TypeFor[CoverageAnswer](),
	"Problem":           reflect.TypeFor[problem](),
}

// enumerations are the string types with a fixed set of values.
var enumerations = map[reflect.Type][]string{
	reflect.TypeFor[archive.Kind]():         texts(archive.Kinds),
	reflect.TypeFor[archive.Outcome]():      texts(archive.Outcomes),
	reflect.TypeFor[archive.Verdict]():      texts(archive.Verdicts),
	reflect.TypeFor[archive.RemedyStatus](): texts(archive.RemedyStatuses),
	reflect.TypeFor[archive.Visibility]():   {string(archive.Public), string(archive.Exempt)},
	reflect.TypeFor[archive.RemedyKind]():   texts(archive.RemedyKinds),
	reflect.TypeFor[archive.Facet]():        texts(append(archive.Facets[:len(archive.Facets):len(archive.Facets)], archive.FacetWhat, archive.FacetRemedyKind)),
}

// queryParameters are what every list understands, in the order of
// listParameters.
func queryParameters() []parameter {
	stated := func(list []string) []string { return append(list, archive.NotStated) }
	list := []parameter{
		{Name: "q", Description: "Words to search for. “Several words” in quotation marks are a phrase; a - before a word leaves it out. Never an error."},
		{Name: "kind", Description: "Kind of record.", Values: texts(archive.Kinds), Many: true},
		{Name: "council", Description: "Council, by its short name in addresses (medway) or its full name.", Many: true},
		{Name: "committee", Description: "Committee, by its short name in addresses or its full name.", Many: true},
		{Name: "service", Description: "Service, or a part of one after a stroke.", Values: stated(texts(archive.Services)), Many: true},
		{Name: "outcome", Description: "What a meeting did.", Values: stated(texts(archive.Outcomes)), Many: true},
		{Name: "finding", Description: "What the Ombudsman found.", Values: stated(texts(archive.Verdicts)), Many: true},
		{Name: "remedy_status", Description: "What became of a remedy.", Values: texts(archive.RemedyStatuses), Many: true},
		{Name: "year", Description: "Year, four digits.", Many: true},
		{Name: "from", Description: "First day.", Format: "date"},
		{Name: "to", Description: "Last day.", Format: "date"},
		{Name: "sort", Description: "Order; by relevance where there are words, else newest first.", Values: []string{"relevance", "newest", "oldest"}},
		{Name: "procedural", Description: "1 brings in apologies, declarations, minutes of the last meeting and the like.", Values: []string{"1", "0"}},
		{Name: "page", Description: "Page, from 1, within the first 10,000 results.", Type: "integer"},
		{Name: "cursor", Description: "Where to go on: from next or prev of an answer. There is no limit to how far cursors go."},
		{Name: "limit", Description: "Results on a page, at most 100.", Type: "integer"},
	}
	for i := range list {
		list[i].In = "query"
	}
	return list
}

// listOnly are those of the query parameters with the given names.
func listOnly(names ...string) []parameter {
	var out []parameter
	for _, p := range queryParameters() {
		for _, n := range names {
			if p.Name == n {
				out = append(out, p)
			}
		}
	}
	return out
}

// excludable adds -name to each facet among the parameters.
func excludable(list []parameter) []parameter {
	var out []parameter
	for _, p := range list {
		out = append(out, p)
		if p.Many {
			p.Name, p.Description = "-"+p.Name, "Leave out records with this value."
			out = append(out, p)
		}
	}
	return out
}

var (
	idParameter     = parameter{Name: "id", In: "path", Description: "The record’s ID. It holds strokes, which stand in the address as they are."}
	digestParameter = parameter{Name: "sha256", In: "path", Description: "SHA-256 of the bytes, 64 lower-case hexadecimal digits."}
	markParameter   = parameter{Name: "q", In: "query", Description: "Words to mark."}
)

func page(path, summary, about string) []operation {
	return []operation{{path: path, summary: summary, about: about, media: "text/html", tag: "Pages"}}
}

func file(path, summary, media string) []operation {
	return []operation{{path: path, summary: summary, media: media, tag: "For programs"}}
}

func list(path, summary, about, media, schema string) []operation {
	return []operation{{path: path, summary: summary, about: about, media: media, schema: schema, parameters: excludable(queryParameters()), tag: "Search"}}
}

func meetingList(path, summary, media string) []operation {
	o := operation{
		path: path, summary: summary, media: media, tag: "Meetings",
		parameters: listOnly("council", "committee", "from", "to", "sort", "page", "limit"),
	}
	if media == "application/json" {
		o.schema = "MeetingListAnswer"
	}
	return []operation{o}
}

func doubtList(path, summary, media string) []operation {
	o := operation{
		path: path, summary: summary, media: media, tag: "Papers",
		about: "What was read with little confidence and what could not be read, what a person’s look would gain most by first.",
		parameters: append([]parameter{{Name: "field", In: "query", Description: "The field of the record that is unsure, or “words” for what could not be read.", Many: true}},
			listOnly("council", "page", "limit")...),
	}
	if media == "application/json" {
		o.schema = "DoubtListAnswer"
	}
	return []operation{o}
}

func remedyList(path, summary, media, about string) []operation {
	o := operation{
		path: path, summary: summary, media: media, tag: "Remedies",
		about:      "What Ombudsmen asked for, what councils promised and what reports recommend, with what the papers say became of it. " + about,
		parameters: excludable(remedyParameters()),
	}
	switch media {
	case "application/json":
		o.schema = "RemedyListAnswer"
	case "application/x-ndjson":
		o.schema = "RemedyAnswer"
	}
	return []operation{o}
}

// remedyParameters are what a list of remedies understands.
func remedyParameters() []parameter {
	stated := func(list []string) []string { return append(list, archive.NotStated) }
	list := []parameter{
		{Name: "q", In: "query", Description: "Words of what is to be done, in any of their forms, or a case’s reference. “Several words” in quotation marks are a phrase; a - before a word leaves it out."},
		{Name: "what", In: "query", Description: "Remedies, or recommendations of reports.", Values: archive.Whats, Many: true},
		{Name: "remedy_status", In: "query", Description: "What became of it. open is every status but implemented and no_longer_required, recommendations among them.", Values: append([]string{string(archive.StatusOpen)}, texts(archive.RemedyStatuses)...), Many: true},
		{Name: "remedy_kind", In: "query", Description: "Kind of remedy.", Values: stated(texts(archive.RemedyKinds)), Many: true},
	}
	list = append(list, listOnly("kind", "council", "committee", "service", "finding", "year", "from", "to")...)
	list = append(list, parameter{Name: "sort", In: "query", Description: "Order; due is the open ones first, the earliest due at the top.", Values: []string{sortDue, "newest", "oldest"}})
	return append(list, listOnly("page", "limit")...)
}

// recordOperations are a record's page and its JSON.
func recordOperations(room, what, schema string) []operation {
	return []operation{
		{path: room + "/{id}", summary: what, media: "text/html", parameters: []parameter{idParameter, markParameter}, tag: "Records", extra: []string{"303", "404"}},
		{path: room + "/{id}.json", summary: what + " as JSON", media: "application/json", schema: schema, parameters: []parameter{idParameter}, tag: "Records", extra: []string{"303", "404"}},
	}
}

func recordJSONOperation(room, what, schema string) []operation {
	return []operation{{path: room + "/{id}", summary: what, media: "application/json", schema: schema, parameters: []parameter{idParameter}, tag: "Records", extra: []string{"303", "404"}}}
}

func placeOperation(path, what string, more ...parameter) []operation {
	return []operation{{
		path: path, summary: what, about: "What is held of it, with a search scoped to it.", media: "text/html", tag: "Places", extra: []string{"404"},
		parameters: append([]parameter{{Name: "id", In: "path", Description: "As in the filter of the same name."}}, more...),
	}}
}

func suggestOperation() []operation {
	return []operation{{
		path: "/suggest", summary: "Suggestions for a search box", about: "OpenSearch’s form: what was typed, and what begins with it.",
		media: "application/x-suggestions+json", parameters: []parameter{{Name: "q", In: "query", Description: "What has been typed."}}, tag: "Search",
	}}
}

func originalOperation() []operation {
	return []operation{{
		path: "/documents/{sha256}", summary: "A paper as it was published", about: "The bytes, unchanged, for ever under this address.",
		media: "application/octet-stream", parameters: []parameter{digestParameter}, tag: "Papers", extra: []string{"206", "404"},
	}}
}

func paperOperation() []operation {
	return []operation{{
		path: "/documents/{sha256}/pages", summary: "What is known of a paper", media: "text/html",
		parameters: []parameter{digestParameter, {Name: "q", In: "query", Description: "Words to look for in this paper."}}, tag: "Papers", extra: []string{"404"},
	}}
}

func paperPageOperation() []operation {
	return []operation{{
		path: "/documents/{sha256}/pages/{n}", summary: "One page of a paper as text", media: "text/html", tag: "Papers", extra: []string{"404"},
		parameters: []parameter{
			digestParameter, {Name: "n", In: "path", Description: "Page, from 1.", Type: "integer"}, markParameter,
			{Name: "contacts", In: "query", Description: "Show telephone numbers, e-mail addresses and homes' addresses as published.", Values: []string{"shown"}},
		},
	}}
}

func pagePictureOperation() []operation {
	return []operation{{
		path: "/documents/{sha256}/pages/{n}/picture", summary: "One page of a PDF as it was published", media: "image/png", tag: "Papers", extra: []string{"404", "503"},
		about: "PNG, or JPEG where the page is a photograph. Drawn when it is first asked for, in one of a few widths: the next one up.",
		parameters: []parameter{
			digestParameter, {Name: "n", In: "path", Description: "Page, from 1.", Type: "integer"},
			{Name: "w", In: "query", Description: "Width in dots, from 100 to 2400.", Type: "integer"},
		},
	}}
}

func documentOperation() []operation {
	return []operation{{
		path: "/api/v1/documents/{sha256}", summary: "What is known of a paper", media: "application/json", schema: "DocumentAnswer",
		parameters: []parameter{digestParameter}, tag: "Papers", extra: []string{"404"},
	}}
}

func paperPageJSONOperation() []operation {
	return []operation{{
		path: "/api/v1/documents/{sha256}/pages/{n}", summary: "One page of a paper", media: "application/json", schema: "PageAnswer", tag: "Papers", extra: []string{"404"},
		about: "Its text, whether OCR read it and how surely, and where its picture is.",
		parameters: []parameter{
			digestParameter, {Name: "n", In: "path", Description: "Page, from 1.", Type: "integer"},
			{Name: "words", In: "query", Description: "1 brings in each word with its place.", Values: []string{"1", "0"}},
		},
	}}
}

func coverageOperation() []operation {
	return []operation{{path: "/api/v1/coverage", summary: "What the archive holds", media: "application/json", schema: "CoverageAnswer", tag: "Search"}}
}

func sitemapOperation() []operation {
	return []operation{{
		path: "/sitemap.xml", summary: "Addresses for search engines", media: "application/xml", tag: "For programs",
		parameters: listOnly("year"),
	}}
}

func staticOperation() []operation {
	return []operation{{
		path: "/static/{file}", summary: "Style sheets and scripts", media: "text/css", tag: "For programs", extra: []string{"404"},
		parameters: []parameter{{Name: "file", In: "path", Description: "The file’s path."}},
	}}
}
