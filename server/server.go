// Package server shows the archive: pages for people, JSON, CSV and feeds for
// programs.
//
// It is separate so that it can be given anything that answers a query and
// holds records: it knows neither the search engine nor how papers are read.
// What it shows is made for the public, so contact details are masked and the
// words of exempt items withheld here, in one place, whatever is asked.
//
// A handler reads a request, asks, and returns a view or an error; it sees
// neither Gin nor the connection. The rim (rim.go) writes: one function
// decides the status, everything but originals and exports is complete in
// memory before its first byte is sent.
package server

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"moothall/archive"
)

// A Searcher answers queries. The context's end is the answer's.
type Searcher interface {
	Search(ctx context.Context, q archive.Query) (archive.Results, error)
	// Suggest gives words and titles that begin with what was typed, best first.
	Suggest(ctx context.Context, prefix string) []string
}

// A Catalogue holds what was read from the papers. What it does not hold is
// archive.ErrNotFound.
type Catalogue interface {
	Seq(ctx context.Context) (uint64, error)
	Coverage(ctx context.Context) (archive.Coverage, error)
	Record(ctx context.Context, id archive.ID) (archive.Record, error)
	Sightings(ctx context.Context, id archive.ID) ([]archive.Source, error)
	Meeting(ctx context.Context, id archive.ID) (archive.Meeting, error)
	Meetings(ctx context.Context, q archive.MeetingQuery) (archive.MeetingList, error)
	Doubts(ctx context.Context, q archive.DoubtQuery) (archive.DoubtList, error)
	Remedies(ctx context.Context, q archive.RemedyQuery) (archive.RemedyList, error)
	EveryRemedy(ctx context.Context, q archive.RemedyQuery) iter.Seq2[archive.ListedRemedy, error]
	Document(ctx context.Context, d archive.Digest) (archive.Document, error)
	DocumentRecords(ctx context.Context, d archive.Digest) ([]archive.Record, error)
	PageText(ctx context.Context, d archive.Digest, page int) (archive.PageText, error)
}

// A Vault holds the bytes as they were published.
type Vault interface {
	Open(d archive.Digest) (io.ReadSeekCloser, error)
}

// Config is what a server needs. Search, Catalogue, Vault and Static must be
// set.
type Config struct {
	Search    Searcher
	Catalogue Catalogue
	Vault     Vault
	Static    fs.FS    // templates/, css/, js/
	Pictures  Pictures // of pages; nil where this machine cannot draw any
	Log       *slog.Logger
	Name      string           // what the service calls itself; "Moothall" where empty
	Base      string           // the address people reach it at, "https://papers.example.org"; the request's own host where empty
	Now       func() time.Time // what says which remedies are overdue; time.Now where nil
}

// A Server answers requests. It may be used by many goroutines at once.
type Server struct {
	search    Searcher
	catalogue Catalogue
	vault     Vault
	pictures  Pictures
	log       *slog.Logger
	name      string
	base      string
	now       func() time.Time
	templates templates
	assets    assets
	api       []byte // openapi.json
	counts    *metrics
}

// New makes the handler of everything the server has an address for. An error
// means that the configuration or a template is wrong.
func New(c Config) (http.Handler, error) {
	if c.Search == nil || c.Catalogue == nil || c.Vault == nil || c.Static == nil {
		return nil, errors.New("server: Search, Catalogue, Vault and Static must all be given")
	}
	s := &Server{
		search: c.Search, catalogue: c.Catalogue, vault: c.Vault, pictures: c.Pictures,
		log: c.Log, name: c.Name, base: strings.TrimSuffix(c.Base, "/"),
		counts: newMetrics(),
	}
	if s.now = c.Now; s.now == nil {
		s.now = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.name == "" {
		s.name = "Moothall"
	}
	if s.base != "" {
		if u, err := url.Parse(s.base); err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
			return nil, errors.New("server: the base address must begin with http:// or https:// and name a host")
		}
	}
	var err error
	if s.assets, err = readAssets(c.Static); err != nil {
		return nil, err
	}
	if s.templates, err = readTemplates(c.Static, s.assets); err != nil {
		return nil, err
	}
	routes := s.routes()
	if s.api, err = openAPI(s.name, routes); err != nil {
		return nil, err
	}
	return s.rim(routes), nil
}

// A route is one address with what answers it. Documented are the paths under
// which openapi.json describes it, where Gin's own form of the path does not
// say enough.
type route struct {
	path       string // as Gin reads it
	handle     handler
	documented []operation
}

// A handler answers one request.
type handler func(*http.Request) (view, error)

// routes is every address there is.
func (s *Server) routes() []route {
	return []route{
		{"/", s.home, page("/", "Home", "The search box, what the archive covers and what is new.")},
		{"/search", s.searchPage, list("/search", "Search", "Results as a page, with counts to narrow them by.", "text/html", "")},
		{"/search.json", s.searchJSON, list("/search.json", "Search as JSON", "The same as /api/v1/search.", "application/json", "SearchAnswer")},
		{"/search.csv", s.searchCSV, list("/search.csv", "Search as CSV", "Every result, a line each (RFC 4180, UTF-8, a header line). A record's remedies stand in one cell, parted by ' | ', in the same order in each remedy column. With page, limit or cursor, that part of the results alone. If the answer breaks off, the connection is cut rather than ended.", "text/csv", "")},
		{"/search.ndjson", s.searchNDJSON, list("/search.ndjson", "Search as NDJSON", "Every result as a JSON object on a line of its own, otherwise as /search.csv.", "application/x-ndjson", "ExportAnswer")},
		{"/search.atom", s.searchAtom, list("/search.atom", "Search as a feed", "The newest results as an Atom feed; follow it to hear of new ones.", "application/atom+xml", "")},
		{"/suggest", s.suggest, suggestOperation()},
		{"/items/*id", s.record(archive.KindItem), recordOperations("/items", "Agenda item", "Item")},
		{"/reports/*id", s.record(archive.KindReport), recordOperations("/reports", "Officers’ report", "Report")},
		{"/findings/*id", s.record(archive.KindFinding), recordOperations("/findings", "Ombudsman decision", "Finding")},
		{"/pages/*id", s.record(archive.KindPage), recordOperations("/pages", "Page of a paper that has no structure of its own", "Page")},
		{"/meetings", s.meetingsPage, meetingList("/meetings", "Meetings", "text/html")},
		{"/meetings.json", s.meetingsJSON, meetingList("/meetings.json", "Meetings as JSON", "application/json")},
		{"/meetings/*id", s.meeting, recordOperations("/meetings", "Meeting", "MeetingAnswer")},
		{"/review", s.review, doubtList("/review", "What wants checking", "text/html")},
		{"/review.json", s.reviewJSON, doubtList("/review.json", "What wants checking, as JSON", "application/json")},
		{"/remedies", s.remediesPage, remedyList("/remedies", "Remedies and recommendations", "text/html", "A page of them with counts to narrow them by, what is open and due first at the top.")},
		{"/remedies.json", s.remediesJSON, remedyList("/remedies.json", "Remedies and recommendations as JSON", "application/json", "Every row with the counts. With page or limit, that part of the rows alone. If the answer breaks off, the connection is cut rather than ended.")},
		{"/remedies.csv", s.remediesCSV, remedyList("/remedies.csv", "Remedies and recommendations as CSV", "text/csv", "Every row, a line each (RFC 4180, UTF-8, a header line), otherwise as /remedies.json.")},
		{"/remedies.ndjson", s.remediesNDJSON, remedyList("/remedies.ndjson", "Remedies and recommendations as NDJSON", "application/x-ndjson", "Every row as a JSON object on a line of its own, otherwise as /remedies.json.")},
		{"/councils/:id", s.place(archive.FacetCouncil), placeOperation("/councils/{id}", "Council")},
		{"/committees/:id", s.place(archive.FacetCommittee), placeOperation("/committees/{id}", "Committee, of whichever councils have one of that name", parameter{Name: "council", In: "query", Description: "The one council whose committee is meant, by its short name in addresses."})},
		{"/services/:id", s.place(archive.FacetService), placeOperation("/services/{id}", "Service")},
		{"/documents/:sha256", s.original, originalOperation()},
		{"/documents/:sha256/pages", s.paper, paperOperation()},
		{"/documents/:sha256/pages/:n", s.paperPage, paperPageOperation()},
		{"/documents/:sha256/pages/:n/picture", s.pagePicture, pagePictureOperation()},
		{"/help", s.help, page("/help", "How to search", "What can be typed into the search box.")},
		{"/accessibility", s.accessibility, page("/accessibility", "Accessibility statement", "How usable the pages are, and how to say where they are not.")},
		{"/api", s.apiGuide, page("/api", "Guide to the API", "What programs can ask, with examples.")},
		{"/api/openapi.json", s.openAPI, file("/api/openapi.json", "This description", "application/json")},
		{"/api/v1/search", s.searchJSON, list("/api/v1/search", "Search", "Hits, counts and how the search was read.", "application/json", "SearchAnswer")},
		{"/api/v1/items/*id", s.recordJSON(archive.KindItem), recordJSONOperation("/api/v1/items", "Agenda item", "Item")},
		{"/api/v1/reports/*id", s.recordJSON(archive.KindReport), recordJSONOperation("/api/v1/reports", "Officers’ report", "Report")},
		{"/api/v1/findings/*id", s.recordJSON(archive.KindFinding), recordJSONOperation("/api/v1/findings", "Ombudsman decision", "Finding")},
		{"/api/v1/pages/*id", s.recordJSON(archive.KindPage), recordJSONOperation("/api/v1/pages", "Page of a paper that has no structure of its own", "Page")},
		{"/api/v1/meetings", s.meetingsJSON, meetingList("/api/v1/meetings", "Meetings", "application/json")},
		{"/api/v1/meetings/*id", s.meetingJSON, recordJSONOperation("/api/v1/meetings", "Meeting", "MeetingAnswer")},
		{"/api/v1/review", s.reviewJSON, doubtList("/api/v1/review", "What wants checking", "application/json")},
		{"/api/v1/remedies", s.remediesAPI, remedyList("/api/v1/remedies", "Remedies and recommendations", "application/json", "A page of them with counts. /remedies.json has every row.")},
		{"/api/v1/documents/:sha256", s.documentJSON, documentOperation()},
		{"/api/v1/documents/:sha256/pages/:n", s.paperPageJSON, paperPageJSONOperation()},
		{"/api/v1/coverage", s.coverageJSON, coverageOperation()},
		{"/opensearch.xml", s.openSearch, file("/opensearch.xml", "OpenSearch description", "application/opensearchdescription+xml")},
		{"/sitemap.xml", s.sitemap, sitemapOperation()},
		{"/robots.txt", s.robots, file("/robots.txt", "What crawlers may fetch", "text/plain")},
		{"/healthz", s.healthz, file("/healthz", "Whether the process runs", "text/plain")},
		{"/readyz", s.readyz, file("/readyz", "Whether it can answer searches", "text/plain")},
		{"/metrics", s.metrics, file("/metrics", "Counters in Prometheus’ text format", "text/plain")},
		{"/static/*file", s.static, staticOperation()},
		{"/favicon.ico", s.favicon, file("/favicon.ico", "The site’s sign", "image/svg+xml")},
	}
}
