package ingest

import (
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
)

// CanonicalAddress is the form in which two addresses of one paper are equal,
// or "" for what is no web address: the host in lower case, without scheme,
// fragment or a session's part of the path, and with the parameters that name
// what is shown and no others. Where a page of ModernGov or a document is
// known by a number, that number is all that is kept.
func CanonicalAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	host := strings.ToLower(u.Host)
	host = strings.TrimSuffix(strings.TrimSuffix(host, ":80"), ":443")
	parts := slices.DeleteFunc(strings.Split(u.Path, "/"), func(p string) bool { return p == "" || session.MatchString(p) })
	query := make(map[string]string)
	given := u.Query()
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(given))) { // of MID and mid, always the same one
		query[strings.ToLower(name)] = given[name][0]
	}
	if own, ok := strings.CutPrefix(host, "www."); ok && strings.HasSuffix(own, "lgo.org.uk") || host == "lgo.org.uk" {
		return "www.lgo.org.uk" + escaped(strings.ToLower(strings.Join(parts, "/")))
	}
	if len(parts) > 0 {
		if key := documentKey(parts, query); key != "" {
			return host + "/" + key
		}
		if key := pageKey(parts, query); key != "" {
			return host + "/" + key
		}
	}
	return host + escaped(strings.Join(parts, "/")) + restOfQuery(query)
}

// escaped is a path as it stands in an address.
func escaped(path string) string { return (&url.URL{Path: "/" + path}).EscapedPath() }

// session is the part of a path in which ASP.NET keeps a visitor's session:
// "(X(1)S(fkn0jfigeevz5oferbjpjk55))".
var session = regexp.MustCompile(`^\((?:[A-Z]\([^()]*\))+\)$`)

// pageParameters are what names the thing shown, for each ModernGov page; the
// first that is there is enough, unless more are joined by "+".
var pageParameters = map[string][]string{
	"ielistdocuments.aspx":     {"mid", "meetingid"},
	"mgai.aspx":                {"id"},
	"ieissuedetails.aspx":      {"iid+opt", "iid"},
	"mgissuehistoryhome.aspx":  {"iid+opt", "iid"},
	"mgdecisiondetails.aspx":   {"iid+opt", "iid"},
	"iedecisiondetails.aspx":   {"id", "aiid"},
	"mgconvert2pdf.aspx":       {"id"},
	"mgmeetingattendance.aspx": {"id"},
}

// pageKey is a ModernGov page's place in its install with its identity, or "".
// Damaged links glue other characters to a number, so only its leading digits
// count.
func pageKey(parts []string, query map[string]string) string {
	page := strings.ToLower(parts[len(parts)-1])
	for _, names := range pageParameters[page] {
		var values []string
		for name := range strings.SplitSeq(names, "+") {
			if n := leadingDigits(query[name]); n != "" {
				values = append(values, strings.Replace(name, "meetingid", "mid", 1)+"="+n)
			}
		}
		if len(values) == strings.Count(names, "+")+1 {
			return escaped(strings.Join(append(parts[:len(parts)-1:len(parts)-1], page), "/"))[1:] + "?" + strings.Join(values, "&")
		}
	}
	return ""
}

var documentNumber = regexp.MustCompile(`^[sgb]\d+$`)

// documentKey is a document's number in its install: "documents/s60001". The
// file's name after it is only for show. A g document is one of several of its
// meeting, told apart by T.
func documentKey(parts []string, query map[string]string) string {
	for i, p := range parts[:len(parts)-1] {
		n := strings.ToLower(parts[i+1])
		if !strings.EqualFold(p, "documents") || !documentNumber.MatchString(n) {
			continue
		}
		key := escaped(strings.Join(append(parts[:i:i], "documents", n), "/"))[1:]
		own := make(map[string]string)
		if t := leadingDigits(query["t"]); t != "" && n[0] == 'g' {
			own["t"] = t
		}
		if ct := leadingDigits(query["ct"]); ct != "" { // the same as HTML: other bytes
			own["ct"] = ct
		}
		return key + restOfQuery(own)
	}
	return ""
}

func leadingDigits(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n]
}

func restOfQuery(query map[string]string) string {
	v := make(url.Values)
	for name, value := range query {
		v.Set(name, value)
	}
	if len(v) == 0 {
		return ""
	}
	return "?" + v.Encode()
}

// workOf names what a document is a view of (see archive.Entry), for the kinds
// of page that show one thing as it stands on the day. The same page as HTML
// and as text is two works: neither is newer than the other.
func workOf(doc parse.Document, records []archive.Record) string {
	thing := ""
	switch doc.Format {
	case archive.ModernGovMeeting, archive.ModernGovXML:
		thing = meetingShown(records)
	case archive.ModernGovIssue:
		thing = issueShown(records)
	case archive.LGSCODecision, archive.LGSCOReport:
		thing = findingShown(records)
	}
	if thing == "" {
		return ""
	}
	return string(doc.Format) + " " + doc.Paper.Media + " " + thing
}

// findingShown is the one finding a paper gives in full. A list of decisions
// shows many, and the entry of a list is no view of the decision's own page.
func findingShown(records []archive.Record) string {
	shown := ""
	for _, r := range records {
		f, ok := r.(*archive.Finding)
		if !ok || f.Reference == "" {
			continue
		}
		if shown != "" || len(f.Sections) == 0 {
			return ""
		}
		shown = string(f.ID)
	}
	return shown
}

// meetingShown is the one meeting that all items are of, with its time, since
// a body may meet twice on a day; "" where that is not so.
func meetingShown(records []archive.Record) string {
	shown := ""
	for _, r := range records {
		it, ok := r.(*archive.Item)
		if !ok {
			continue
		}
		if it.Council == "" || it.Committee == "" || it.MeetingDate == "" {
			return ""
		}
		meeting := string(archive.MeetingID(it.Council, it.MeetingDate, it.Committee, "")) + " " + it.MeetingTime
		if shown != "" && shown != meeting {
			return ""
		}
		shown = meeting
	}
	return shown
}

// issueShown is the matter all items belong to, by its publisher's number.
func issueShown(records []archive.Record) string {
	shown := ""
	for _, r := range records {
		it, ok := r.(*archive.Item)
		if !ok {
			continue
		}
		if it.Council == "" || it.IssueID == "" {
			return ""
		}
		issue := archive.CouncilSlug(it.Council) + " " + it.IssueID
		if shown != "" && shown != issue {
			return ""
		}
		shown = issue
	}
	return shown
}

// nameApart gives every record an ID that no other thing has: one whose paper
// does not say when or of what body its meeting was is named by its paper too,
// and things of one paper that share an ID are numbered in its order. A record
// that says just what another does is dropped.
func nameApart(records []archive.Record, digest archive.Digest) []archive.Record {
	type saying struct {
		id   archive.ID
		text string
	}
	said := make(map[saying]bool)
	taken := make(map[archive.ID]bool)
	last := make(map[archive.ID]int) // the last number given to an ID
	var out []archive.Record
	for _, r := range records {
		head := r.About()
		base := ownID(r, digest)
		this := saying{base, head.Title + "\n" + head.Text}
		if said[this] {
			continue
		}
		said[this] = true
		n := max(last[base], 1)
		for head.ID = base; taken[head.ID]; head.ID = base + archive.ID("-"+strconv.Itoa(n)) {
			n++
		}
		taken[head.ID], last[base] = true, n
		out = append(out, r)
	}
	return out
}

// ownID puts the paper's digest in the place of a date or body that an ID
// lacks, so that two papers' items never meet under it. IDs that name a page
// by its publisher's own number are left alone.
func ownID(r archive.Record, digest archive.Digest) archive.ID {
	id := string(r.About().ID)
	short := digest.Short()
	switch r.(type) {
	case *archive.Item, *archive.Report:
	default:
		return archive.ID(id)
	}
	parts := strings.Split(id, "/")
	if len(parts) < 4 || strings.Contains(id, short) || publishersOwn.MatchString(parts[len(parts)-1]) {
		return archive.ID(id)
	}
	if parts[1] == "undated" || archive.Committee(r) == "" {
		parts[2] += "-" + short
	}
	return archive.ID(strings.Join(parts, "/"))
}

var publishersOwn = regexp.MustCompile(`^(ai|iid?|d|id)\d+$`)

// isDraft reports whether a paper calls itself a draft on its first page or in
// its running lines.
func isDraft(doc parse.Document) bool {
	if doc.Format != archive.Minutes && doc.Format != archive.ModernGovMeeting {
		return false
	}
	if draftWords.MatchString(doc.Paper.Title) {
		return true
	}
	for _, page := range doc.Paper.Pages[:min(len(doc.Paper.Pages), 2)] {
		for _, line := range page.Running {
			if draftWords.MatchString(line) {
				return true
			}
		}
		for _, b := range page.Blocks[:min(len(page.Blocks), 25)] {
			if len(b.Text) < 200 && draftWords.MatchString(b.Text) {
				return true
			}
		}
	}
	return false
}

// markDraft says of a draft's items that they are drafts, and reports whether
// the paper is one: because it says so, or because all its minutes do. An
// item with nothing decided or said in it is an agenda's, which is no draft of
// anything.
func markDraft(records []archive.Record, draft bool) bool {
	drafts, minuted := 0, 0
	for _, r := range records {
		it, ok := r.(*archive.Item)
		if !ok || it.Decision == "" && it.Discussion == "" && it.Background == "" {
			continue
		}
		minuted++
		if it.Draft = it.Draft || draft; it.Draft {
			drafts++
		}
	}
	return draft || drafts > 0 && drafts == minuted
}

// A paper that says "the draft minutes of the last meeting were approved" is
// not one, so the words must stand by themselves or begin the line.
var draftWords = regexp.MustCompile(`(?i)^\W*draft\W*$|^\W*(printed )?(draft|unconfirmed|unapproved) minutes\b|\bminutes\W{1,3}(draft|unconfirmed|unapproved|subject to approval)\W*$|^(.{0,60} - )?agenda(, decisions)? and draft minutes`)
