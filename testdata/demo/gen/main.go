// Command gen writes the sample archive's papers from their sources.
//
// A matter is told once in ../src and appears in every carrier that a council
// would publish it in: the meeting's page, the issue's page, printed minutes,
// the web service. Pages, text and XML are written straight into ../papers;
// what is printed is written to ../print as the document a word processor or
// a browser is given, and ../make.sh has them print it.
//
// Run it as make.sh does, from the repository root: go run ./testdata/demo/gen
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
)

const root = "testdata/demo"

// An entry is one line of the manifest.
type entry struct {
	File      string `json:"file"`              // below papers/
	URL       string `json:"url"`               // where it is published
	Council   string `json:"council,omitempty"` // whose it is, where the page itself need not say
	Retrieved string `json:"retrieved"`
}

type writer struct {
	entries []entry
	prints  []string // "PRODUCER SOURCE OUTPUT"
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	w, err := load(filepath.Join(root, "src"))
	if err != nil {
		log.Fatal(err)
	}
	out := &writer{}
	if err := out.all(w); err != nil {
		log.Fatal(err)
	}
}

func (o *writer) put(dir, name, text string) error {
	name = filepath.Join(root, dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if old, err := os.ReadFile(name); err == nil && string(old) == text {
		return nil
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

func (o *writer) list(file, url string, c *council, when time.Time) {
	e := entry{File: file, URL: strings.ReplaceAll(url, " ", "%20"), Retrieved: when.Format("2006-01-02") + "T06:20:00Z"}
	if c != nil {
		e.Council = c.name
	}
	o.entries = append(o.entries, e)
}

// paper writes a page and lists it.
func (o *writer) paper(file, text, url string, c *council, when time.Time) error {
	o.list(file, url, c, when)
	return o.put("papers", file, text)
}

// print writes the source of a printed paper and lists what is printed.
func (o *writer) print(stem, ext string, text string, outputs []string, url string, c *council, when time.Time) error {
	src := strings.ReplaceAll(stem, "/", "-") + "." + ext
	for _, out := range outputs {
		producer := "soffice"
		if ext == "html" {
			producer = "chromium"
		}
		o.prints = append(o.prints, producer+" "+src+" "+stem+"."+out)
		o.list(stem+"."+out, strings.Replace(url, ".pdf", "."+out, 1), c, when)
	}
	return o.put("print", src, text)
}

func (o *writer) all(w *world) error {
	for _, p := range w.findings {
		stem := "ombudsman/" + strings.ReplaceAll(p.f.get("ref"), " ", "-")
		if p.f.get("as") == "report" {
			if err := o.print(stem, "fodt", publicReport(p), []string{"pdf"}, "https://www.ombudsman.example/assets/attach/"+strings.ReplaceAll(p.f.get("ref"), " ", "-")+"-report.pdf", nil, p.date.AddDate(0, 2, 0)); err != nil {
				return err
			}
			continue
		}
		if err := o.paper(stem+".html", findingPage(p), findingURL(p), nil, p.date.AddDate(0, 2, 1)); err != nil {
			return err
		}
	}
	issues := map[string][]*item{}
	for _, m := range w.meetings {
		c := m.c
		stem := fmt.Sprintf("%s/%s-%s", c.key, m.date.Format(time.DateOnly), m.f.get("body"))
		when := m.date.AddDate(0, 0, 40)
		minutes := fmt.Sprintf("%sdocuments/g%d/Printed minutes %s %s.pdf?T=1", c.base, m.mid, m.stamp(), m.body.name)
		var err error
		for _, as := range strings.Fields(m.f.get("as")) {
			switch as {
			case "page":
				err = o.paper(stem+".html", meetingPage(m), c.base+strings.ReplaceAll(m.listURL(), "&amp;", "&"), c, when)
			case "xml":
				err = o.paper(stem+".xml", webService(m), fmt.Sprintf("%smgWebService.asmx/GetMeeting?lMeetingId=%d", c.base, m.mid), c, when)
			case "writer":
				err = o.print(stem+"-minutes", "fodt", minutesFODT(m), []string{"pdf"}, minutes, c, when)
			case "browser":
				err = o.print(stem+"-minutes", "html", minutesHTML(m), []string{"pdf"}, minutes, c, when)
			case "none":
			default:
				err = fmt.Errorf("%s: no carrier %q", stem, as)
			}
			if err != nil {
				return err
			}
		}
		for _, it := range m.items {
			if id := it.f.get("issue"); id != "" {
				issues[c.key+id] = append(issues[c.key+id], it)
			}
			if it.f["page"] != nil {
				if err := o.paper(fmt.Sprintf("%s/item-%s.html", c.key, it.id), itemPage(it), c.base+"mgAi.aspx?ID="+it.id, c, when); err != nil {
					return err
				}
			}
		}
	}
	for _, p := range w.issues {
		id := p.f.get("id")
		items := issues[p.c.key+id]
		if len(items) == 0 {
			return fmt.Errorf("issue %s has no items", id)
		}
		when := items[0].meeting.date
		for _, it := range items {
			if it.meeting.date.After(when) {
				when = it.meeting.date
			}
		}
		url := fmt.Sprintf("%sieIssueDetails.aspx?IId=%s&PlanId=0&Opt=3", p.c.base, id)
		file, text := fmt.Sprintf("%s/issue-%s.html", p.c.key, id), ""
		if p.f.get("as") == "text" {
			file, text = fmt.Sprintf("%s/issue-%s.txt", p.c.key, id), issueText(p, items)
			if p.c.key == "thornley" { // whose clerk's editor is an old one
				var err error
				if text, err = charmap.Windows1252.NewEncoder().String(text); err != nil {
					return err
				}
			}
		} else {
			text = issuePage(p, items)
		}
		if err := o.paper(file, text, url, p.c, when.AddDate(0, 0, 41)); err != nil {
			return err
		}
	}
	for _, p := range w.decisions {
		id := p.f.get("id")
		if err := o.paper(fmt.Sprintf("%s/decision-%s.html", p.c.key, id), decisionPage(p), p.c.base+"ieDecisionDetails.aspx?ID="+id, p.c, p.date.AddDate(0, 0, 20)); err != nil {
			return err
		}
	}
	for _, p := range w.reports {
		stem := p.c.key + "/" + p.f.get("file")
		url := fmt.Sprintf("%sdocuments/%s/%s.pdf", p.c.base, p.f.get("key"), strings.NewReplacer("’", "", "'", "", ":", "").Replace(p.f.get("title")))
		ext, text := "fodt", ""
		if p.f.get("by") == "browser" {
			ext, text = "html", reportHTML(p)
		} else {
			text = reportFODT(p)
		}
		if err := o.print(stem, ext, text, strings.Fields(p.f.get("as")), url, p.c, p.date.AddDate(0, 0, 12)); err != nil {
			return err
		}
	}
	for _, p := range w.letters {
		if err := o.paper(p.c.key+"/"+p.f.get("file")+".eml", letter(p), p.c.base+"documents/"+p.f.get("key")+"/"+p.f.get("file")+".eml", p.c, p.date.AddDate(0, 0, 30)); err != nil {
			return err
		}
	}
	sort.Slice(o.entries, func(i, j int) bool { return o.entries[i].File < o.entries[j].File })
	for i := 1; i < len(o.entries); i++ {
		if o.entries[i].File == o.entries[i-1].File {
			return fmt.Errorf("two papers named %s", o.entries[i].File)
		}
	}
	raw, err := json.MarshalIndent(o.entries, "", " ")
	if err != nil {
		return err
	}
	if err := o.put("", "manifest.json", string(raw)+"\n"); err != nil {
		return err
	}
	sort.Strings(o.prints)
	return o.put("print", "list.txt", strings.Join(o.prints, "\n")+"\n")
}
