package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"moothall/archive"
)

// searchedPages is how many pages of one paper a search in it reads.
const searchedPages = 2000

// digestOf reads the digest in an address.
func digestOf(r *http.Request) (archive.Digest, error) {
	d := r.PathValue("sha256")
	if len(d) != 64 || strings.Trim(d, "0123456789abcdef") != "" {
		return "", fmt.Errorf("server: digest %q: %w", d, archive.ErrNotFound)
	}
	return archive.Digest(d), nil
}

// A kindOfFile says how bytes are handed out.
type kindOfFile struct {
	media  string
	suffix string
	inline bool
}

// kindsOfFile are the media of archive.Document. What is not here is handed
// out as bytes to be saved.
var kindsOfFile = map[string]kindOfFile{
	"pdf":  {"application/pdf", ".pdf", true},
	"html": {"text/html", ".html", true},
	"text": {"text/plain", ".txt", true},
	"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", false},
	"doc":  {"application/msword", ".doc", false},
	"odt":  {"application/vnd.oasis.opendocument.text", ".odt", false},
	"rtf":  {"application/rtf", ".rtf", false},
	"eml":  {"message/rfc822", ".eml", false},
	"png":  {"image/png", ".png", true},
	"jpeg": {"image/jpeg", ".jpg", true},
	"tiff": {"image/tiff", ".tif", false},
	"xml":  {"application/xml", ".xml", false},
}

// slowestLine is what a reader's line must carry for a paper to arrive whole.
const slowestLine = 16 << 10 // bytes a second

// original hands out the bytes as they were published. They never change, so
// whoever has them need not ask again; and they are somebody else's, so
// nothing in them may act in our name.
func (s *Server) original(r *http.Request) (view, error) {
	d, err := digestOf(r)
	if err != nil {
		return view{}, err
	}
	doc, err := s.catalogue.Document(r.Context(), d)
	if err != nil {
		return view{}, err
	}
	kind, known := kindsOfFile[doc.Media]
	if !known {
		kind = kindOfFile{"application/octet-stream", ".bin", false}
	}
	disposition := "attachment"
	if kind.inline {
		disposition = "inline"
	}
	name := fileName(doc, kind.suffix)
	policy := originalPolicy
	if doc.Media == "pdf" {
		policy = pdfPolicy
	}
	v := view{media: kind.media}
	v = v.with("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": name})).
		with("Content-Security-Policy", policy).
		with("Cache-Control", "public, max-age=31536000, immutable").
		with("ETag", `"`+string(d)+`"`).
		with("X-Robots-Tag", "noindex").
		with("Link", "</documents/"+string(d)+`/pages>; rel="describedby"`)
	v.stream = func(w http.ResponseWriter, req *http.Request) error {
		f, err := s.vault.Open(d)
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("server: original %s: %w", d.Short(), archive.ErrNotFound)
		}
		if err != nil {
			return err
		}
		defer f.Close()
		// A large paper may take long on a slow line.
		allowed := answerDeadline + time.Duration(doc.Bytes/slowestLine)*time.Second
		if err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(allowed)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return err
		}
		http.ServeContent(w, req, "", doc.Retrieved, f)
		return nil
	}
	return v, nil
}

// fileName is what a saved paper is called: as it reached us, without its
// folders.
func fileName(doc archive.Document, suffix string) string {
	name := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7F || strings.ContainsRune(`"\;`, r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, path.Base(strings.ReplaceAll(doc.Name, `\`, "/")))
	if name == "" || name == "." || name == "/" || name == "-" {
		name = doc.SHA256.Short()
	}
	if !strings.EqualFold(path.Ext(name), suffix) {
		name += suffix
	}
	return name
}

// documentName is what a paper is called on a page.
func documentName(doc archive.Document) string {
	return archive.MaskContacts(cmp.Or(doc.Title, publicName(doc.Name), doc.URL, doc.SHA256.Short()))
}

// paperView is what paper.html shows: a paper's facts, versions and pages.
type paperView struct {
	Title, Text string
	Facts       []fact
	Versions    []textLink
	Unread      string
	Original    string
	Here        string // this page's own address, for its search box
	Records     []paperRecord
	Pages       []textLink
	Found       []foundPage
	FoundWords  string
	JSON        string
}

// A paperRecord is a record that a paper holds.
type paperRecord struct {
	Kind, Number string
	Record       textLink
}

// A foundPage is a page of the paper with the words looked for.
type foundPage struct {
	Page  textLink
	Parts []archive.Part
	Count string
}

// paper is what is known of a paper; ?q= looks for words in it.
func (s *Server) paper(r *http.Request) (view, error) {
	d, err := digestOf(r)
	if err != nil {
		return view{}, err
	}
	text, err := searchText(r.URL.Query().Get("q"))
	if err != nil {
		return view{}, BadParameters{{"q", err.Error()}}
	}
	doc, err := s.catalogue.Document(r.Context(), d)
	if err != nil {
		return view{}, err
	}
	here := "/documents/" + string(d)
	v := paperView{Title: documentName(doc), Text: text, Unread: doc.Unread, Original: here, Here: here + "/pages", JSON: "/api/v1" + here}
	v.Facts = documentFacts(doc)
	if doc.Replaces != "" {
		v.Versions = append(v.Versions, textLink{"The version before this one", "/documents/" + string(doc.Replaces) + "/pages"})
	}
	if doc.ReplacedBy != "" {
		v.Versions = append(v.Versions, textLink{"A later version", "/documents/" + string(doc.ReplacedBy) + "/pages"})
	}
	records, err := s.catalogue.DocumentRecords(r.Context(), d)
	if err != nil {
		return view{}, err
	}
	for _, rec := range records {
		rec = publicRecord(rec)
		h := rec.About()
		row := paperRecord{Kind: h.Kind.Label(), Record: textLink{cmp.Or(h.Title, "Without a title"), recordURL(h.Kind, h.ID)}}
		if it, ok := rec.(*archive.Item); ok {
			row.Number = it.ItemNumber
		}
		v.Records = append(v.Records, row)
	}
	for n := 1; n <= doc.Pages; n++ {
		v.Pages = append(v.Pages, textLink{strconv.Itoa(n), withText(pageURL(d, n), text)})
	}
	if text != "" {
		if v.Found, err = s.findInPaper(r.Context(), doc, text); err != nil {
			return view{}, err
		}
		v.FoundWords = count(len(v.Found), "page has", "pages have") + " these words"
	}
	return s.render(r, "paper.html", frame{Title: v.Title, Canonical: v.Here, NoIndex: true, Body: v})
}

// findInPaper reads the paper's pages for the words.
func (s *Server) findInPaper(ctx context.Context, doc archive.Document, text string) ([]foundPage, error) {
	wanted := terms(text)
	var out []foundPage
	for n := 1; n <= min(doc.Pages, searchedPages); n++ {
		p, err := s.catalogue.PageText(ctx, doc.SHA256, n)
		if errors.Is(err, archive.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		parts := mark(archive.MaskContacts(strings.Join(strings.Fields(p.Text), " ")), wanted)
		first := slices.IndexFunc(parts, func(x archive.Part) bool { return x.Match })
		if first < 0 {
			continue
		}
		out = append(out, foundPage{
			Page:  textLink{"Page " + strconv.Itoa(n), withText(pageURL(doc.SHA256, n), text)},
			Parts: around(parts, first), Count: count(matched(parts), "match", "matches"),
		})
	}
	return out, nil
}

// around is the parts beside a match, cut to a line or two.
func around(parts []archive.Part, at int) []archive.Part {
	const before, after = 90, 160
	var out []archive.Part
	if at > 0 && !parts[at-1].Match {
		t := []rune(parts[at-1].Text)
		if len(t) > before {
			t = append([]rune("… "), t[len(t)-before:]...)
		}
		out = append(out, archive.Part{Text: string(t)})
	}
	for left := after; at < len(parts) && left > 0; at++ {
		t := []rune(parts[at].Text)
		if len(t) > left && !parts[at].Match {
			t = append(t[:left:left], []rune(" …")...)
		}
		left -= len(t)
		out = append(out, archive.Part{Text: string(t), Match: parts[at].Match})
	}
	return out
}

// formats are the formats in a reader's words.
var formats = map[archive.Format]string{
	archive.ModernGovMeeting: "Meeting page", archive.ModernGovIssue: "Issue history page", archive.ModernGovItem: "Agenda item page",
	archive.ModernGovDecision: "Decision page", archive.ModernGovXML: "Meeting from a web service", archive.Minutes: "Printed minutes",
	archive.OfficerReport: "Officers’ report", archive.LGSCODecision: "Ombudsman decision", archive.LGSCOReport: "Ombudsman’s public report",
	archive.Plain: "Paper read page by page",
}

func documentFacts(doc archive.Document) []fact {
	var v recordView
	v.councilFact("Council", doc.Council)
	v.fact("What it is", cmp.Or(formats[doc.Format], string(doc.Format)))
	v.fact("File", strings.Trim(fmt.Sprintf("%s, %s", strings.ToUpper(doc.Media), bytesLong(doc.Bytes)), ", "))
	v.fact("Pages", thousands(doc.Pages))
	if !doc.Retrieved.IsZero() {
		v.fact("Retrieved", archive.Date(doc.Retrieved.UTC().Format("2006-01-02")).Long())
	}
	if webAddress(doc.URL) {
		v.Facts = append(v.Facts, fact{"Published at", []textLink{{doc.URL, doc.URL}}})
	}
	v.fact("File name", publicName(doc.Name))
	v.fact("Read with", doc.Engine)
	v.fact("SHA-256", string(doc.SHA256))
	return v.Facts
}

// A DocumentAnswer is a paper for programs.
type DocumentAnswer struct {
	archive.Document
	Records  []DocumentRecordAnswer `json:"records"` // items, reports and findings
	URL      string                 `json:"here"`
	Original string                 `json:"original"`
}

// A DocumentRecordAnswer is one record that a paper holds.
type DocumentRecordAnswer struct {
	ID    archive.ID   `json:"id"`
	Kind  archive.Kind `json:"kind"`
	Title string       `json:"title,omitempty"`
	URL   string       `json:"url"`
}

func (s *Server) documentJSON(r *http.Request) (view, error) {
	d, err := digestOf(r)
	if err != nil {
		return view{}, err
	}
	doc, err := s.catalogue.Document(r.Context(), d)
	if err != nil {
		return view{}, err
	}
	records, err := s.catalogue.DocumentRecords(r.Context(), d)
	if err != nil {
		return view{}, err
	}
	doc.Name, doc.Title = publicName(doc.Name), archive.MaskContacts(doc.Title)
	here := "/documents/" + string(d)
	a := DocumentAnswer{Document: doc, Records: []DocumentRecordAnswer{}, URL: here + "/pages", Original: here}
	for _, rec := range records {
		h := publicRecord(rec).About()
		a.Records = append(a.Records, DocumentRecordAnswer{h.ID, h.Kind, h.Title, recordURL(h.Kind, h.ID)})
	}
	return jsonView(a)
}
