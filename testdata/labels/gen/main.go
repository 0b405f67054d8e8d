// Command gen writes the labelled set: from testdata/labels/src, where each
// paper stands once with its labels in the margin, it writes the papers as a
// publisher would put them out and beside them the labels, one JSON object to
// a line, in dev.jsonl and heldout.jsonl.
//
// Marks in the source: {n:..} number, {t:..} title, {a:..} agenda number,
// {mv:..} {sd:..} mover and seconder, {q:..} {r:..} a question and its answer,
// {R kinds £sum per in=status: text} a remedy, {E:..} the sentence that
// proves its status. A line of %% holds the labels of the text above it.
// Run from the repository root; make.sh prints the PDF and Word papers too.
package main

import (
	"encoding/json"
	"fmt"
	"html"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
)

const root = "testdata/labels"

type object map[string]any

// A set is one file of labels.
type set struct{ dev, held []object }

// heldEvery sets one paper in three aside, whose mistakes nobody looks at.
const heldEvery = 3

func main() {
	log.SetFlags(0)
	var s set
	s.meetings()
	s.findings()
	s.reports()
	write("dev.jsonl", s.dev)
	write("heldout.jsonl", s.held)
}

func (s *set) add(n int, rows ...object) {
	if n%heldEvery == heldEvery-1 {
		s.held = append(s.held, rows...)
		return
	}
	s.dev = append(s.dev, rows...)
}

func write(name string, rows []object) {
	var b strings.Builder
	for _, r := range rows {
		line, err := json.Marshal(r)
		if err != nil {
			log.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	save(name, b.String())
}

func save(name, body string) {
	path := filepath.Join(root, name)
	if old, err := os.ReadFile(path); err == nil && string(old) == body {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
		log.Fatal(err)
	}
}

// papers cuts the source files whose names match into papers at their mark.
func papers(pattern, mark string) (out []string) {
	names, _ := filepath.Glob(filepath.Join(root, "src", pattern))
	sort.Strings(names)
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			log.Fatal(err)
		}
		parts := strings.Split("\n"+string(b), "\n"+mark+" ")
		out = append(out, parts[1:]...)
	}
	return out
}

func fields(line string) []string {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f
}

var markRE = regexp.MustCompile(`(?s)\{(n|t|a|mv|sd|q|r|E):\s*(.*?)\}|\{R ([^:}]*): ?(.*?)\}`)

// unmark takes the marks out of a text and gives what they held, in order.
func unmark(s string) (string, map[string][]string, []object) {
	got := map[string][]string{}
	var remedies []object
	plain := markRE.ReplaceAllStringFunc(s, func(m string) string {
		g := markRE.FindStringSubmatch(m)
		if g[1] == "" {
			remedies = append(remedies, remedy(g[3], g[4]))
			return g[4]
		}
		got[g[1]] = append(got[g[1]], g[2])
		if g[1] == "E" && len(remedies) > 0 {
			for i := len(remedies) - 1; i >= 0 && remedies[i]["evidence"] == nil; i-- {
				if i < len(remedies)-1 && !strings.HasPrefix(g[2], "Both") {
					break
				}
				remedies[i]["evidence"] = g[2]
			}
		}
		return g[2]
	})
	return plain, got, remedies
}

func remedy(head, text string) object {
	r := object{"text": text, "status": "not_stated"}
	for i, w := range strings.Fields(head) {
		switch {
		case i == 0:
			r["kinds"] = strings.Split(w, ",")
		case strings.HasPrefix(w, "£"):
			v, err := strconv.ParseFloat(w[len("£"):], 64)
			if err != nil {
				log.Fatal(err)
			}
			r["amount_gbp"] = v
		case strings.HasPrefix(w, "in="):
			r["status"] = w[3:]
		default:
			r["per"] = w
		}
	}
	return r
}

// options reads a line of labels: words "key", "key=value", where a value may
// hold spaces up to the next key.
var optionRE = regexp.MustCompile(`(?:^|\s)(o|s|m|p|v|n|c|vis|tot|rem|pub|inj)(?:=|\s|$)`)

func options(line string) map[string]string {
	line = strings.ReplaceAll(line, " ", "  ") // so that each key has a space of its own
	out := map[string]string{}
	at := optionRE.FindAllStringSubmatchIndex(line, -1)
	for i, a := range at {
		end := len(line)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		out[line[a[2]:a[3]]] = squash(strings.TrimPrefix(line[a[3]:max(end, a[3])], "="))
	}
	return out
}

func list(s, sep string) []string {
	out := []string{}
	for _, p := range strings.Split(s, sep) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func meetingsNamed(s string) []object {
	out := []object{}
	for _, m := range list(s, ";") {
		body, date, _ := strings.Cut(m, "|")
		var b any
		if body != "" {
			b = body
		}
		out = append(out, object{"body": b, "date": date})
	}
	return out
}

// meetings writes the minutes and their items' labels.
func (s *set) meetings() {
	for i, p := range papers("items*.txt", "@@") {
		head, rest, _ := strings.Cut(p, "\n")
		f := fields(head)
		front, body, ok := strings.Cut(rest, "\n--\n")
		if !ok {
			log.Fatalf("%s: no front matter", f[0])
		}
		var rows []object
		var texts []string
		for _, chunk := range splitItems(body) {
			text, got, remedies := unmark(chunk.text)
			texts = append(texts, strings.Trim(text, "\n"))
			rows = append(rows, itemLabel(f, strings.Trim(text, "\n"), got, remedies, options(chunk.labels)))
		}
		file := "meetings/" + f[0]
		for _, r := range rows {
			r["file"] = file
		}
		s.add(i, rows...)
		s.print(file, f, front, texts, rows)
	}
}

type chunk struct{ text, labels string }

func splitItems(body string) (out []chunk) {
	var text []string
	for _, l := range strings.Split(body, "\n") {
		if strings.HasPrefix(l, "%%") {
			out = append(out, chunk{strings.Join(text, "\n"), strings.TrimPrefix(l, "%%")})
			text = nil
			continue
		}
		text = append(text, l)
	}
	return out
}

func first(s []string) any {
	if len(s) == 0 || s[0] == "" {
		return nil
	}
	return s[0]
}

func itemLabel(f []string, text string, got map[string][]string, remedies []object, o map[string]string) object {
	L := object{"council": f[1], "committee": f[2], "meeting_date": f[3], "title": first(got["t"]), "agenda_item": first(got["a"]),
		"decision_ref": nil, "visibility": "public", "links_to_meetings": meetingsNamed(o["m"])}
	number := o["n"]
	if len(got["n"]) > 0 {
		number = strings.TrimRight(got["n"][0], ".")
	}
	L["item_number"] = number
	if g := regexp.MustCompile(`^(\d\d/\d{5}) –`).FindStringSubmatch(fmt.Sprint(L["title"])); g != nil && f[1] == "Ambershire County Council" {
		L["decision_ref"] = g[1]
		L["title"] = strings.TrimPrefix(L["title"].(string), g[0]+" ")
	}
	L["services"] = []string{"corporate"}
	p, ok := o["p"]
	L["procedural"] = ok && p != "0"
	if o["s"] != "" {
		L["services"] = list(o["s"], ",")
	} else if L["procedural"] == true {
		L["services"] = []string{committeeService(f[2])}
	}
	outcomes := list(o["o"], ",")
	L["outcome"], L["outcomes_all"] = "none", []string{}
	if len(outcomes) > 0 && outcomes[0] != "none" {
		L["outcome"], L["outcomes_all"] = outcomes[0], outcomes
	}
	if o["vis"] != "" {
		L["visibility"] = o["vis"]
	}
	L["ombudsman_cases"] = list(o["c"], ";")
	L["moved_by"], L["seconded_by"] = first(got["mv"]), first(got["sd"])
	L["votes"] = nil
	if v := strings.Split(o["v"], "/"); len(v) == 3 {
		votes := object{}
		for i, k := range []string{"for", "against", "abstained"} {
			if n, err := strconv.Atoi(v[i]); err == nil {
				votes[k] = n
			}
		}
		L["votes"] = votes
	}
	exchanges := []object{}
	for i, q := range got["q"] {
		if i < len(got["r"]) {
			exchanges = append(exchanges, object{"issue": squash(q), "response": squash(got["r"][i])})
		}
	}
	L["exchanges"] = exchanges
	if len(remedies) > 0 {
		L["remedies"] = remedies
	}
	return object{"kind": "minutes-item", "text": text, "labels": L}
}

// committeeService is the service of a committee that has one alone: its
// apologies and its minutes are labelled with it, as in the labels of real
// papers, and those of any other committee as corporate.
func committeeService(committee string) string {
	for _, c := range [][2]string{{"Planning", "planning"}, {"Development", "planning"}, {"Licensing", "licensing"}, {"Children", "childrens_services"},
		{"Housing", "housing"}, {"Adults", "adult_social_care"}, {"Health", "public_health"}, {"Education", "education"}, {"Schools", "education"},
		{"Transport", "highways_transport"}, {"Environment", "environment"}} {
		if strings.Contains(committee, c[0]) {
			return c[1]
		}
	}
	return "corporate"
}

func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

// print writes one meeting in the form its name's ending asks for.
func (s *set) print(file string, f []string, front string, texts []string, rows []object) {
	switch filepath.Ext(file) {
	case ".txt":
		save("papers/"+file, strings.TrimSpace(front)+"\n\n"+strings.Join(texts, "\n\n")+"\n\nThe meeting ended at 9.05 pm.\n")
	case ".html":
		save("papers/"+file, moderngov(f, front, texts, rows))
	default:
		save("print/"+strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".html", printed(front, texts))
	}
}

func printed(front string, texts []string) string {
	var b strings.Builder
	b.WriteString("<!doctype html><meta charset=utf-8><style>body{font:11pt Arial;margin:2cm}h1{font-size:14pt;text-align:center}.i{margin-left:1.2cm}</style>\n")
	for i, block := range strings.Split(strings.TrimSpace(front), "\n\n") {
		tag := "p"
		if i < 2 && len(block) < 60 {
			tag = "h1"
		}
		fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, lines(block), tag)
	}
	for _, t := range texts {
		for i, block := range strings.Split(t, "\n\n") {
			switch {
			case i == 0:
				fmt.Fprintf(&b, "<p><b>%s</b></p>\n", lines(block))
			case strings.HasPrefix(block, "   "):
				fmt.Fprintf(&b, "<p class=i>%s</p>\n", html.EscapeString(squash(block)))
			default:
				fmt.Fprintf(&b, "<p>%s</p>\n", lines(block))
			}
		}
	}
	return b.String()
}

func lines(s string) string {
	return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>\n")
}

// moderngov writes a meeting's page as that software lays it out.
func moderngov(f []string, front string, texts []string, rows []object) string {
	var b strings.Builder
	head := strings.Split(strings.TrimSpace(front), "\n")
	committee, when, _ := strings.Cut(head[0], " - ")
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Agenda and minutes - %s - %s - %s</title></head><body>\n<div id=\"modgov\">\n<h1>Agenda and minutes</h1>\n<div class=\"mgContent\">\n",
		html.EscapeString(committee), html.EscapeString(when), html.EscapeString(f[1]))
	fmt.Fprintf(&b, "<h2 class=\"mgSubTitleTxt\"><a href=\"mgCommitteeDetails.aspx?ID=%d\">%s</a> - %s</h2>\n", 100+len(f[2]), html.EscapeString(committee), html.EscapeString(when))
	for _, l := range head[1:] {
		fmt.Fprintf(&b, "<p><span class=\"mgLabel\">Venue:&nbsp;</span>%s</p>\n", html.EscapeString(strings.TrimPrefix(l, "Venue: ")))
	}
	b.WriteString("<table id=\"mgItemTable\" class=\"mgItemTable\" summary=\"Table of agenda items\"><caption class=\"mgSectionTitle\">Items</caption>\n<tr><th>No.</th><th>Item</th></tr>\n")
	for i, t := range texts {
		L := rows[i]["labels"].(object)
		body := strings.Split(t, "\n")[1:]
		fmt.Fprintf(&b, "<tr><td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\"><a name=\"AI%d\"></a>%s.</p></td>\n<td><p class=\"mgAiTitleTxt\">%s</p>\n", 500+i, L["item_number"], html.EscapeString(fmt.Sprint(L["title"])))
		open := false
		for _, l := range body {
			switch {
			case strings.HasPrefix(l, "AGENDA: "):
				fmt.Fprintf(&b, "<div class=\"mgWordPara\"><p class=\"MsoNormal\">%s</p></div>\n", html.EscapeString(l[8:]))
			case l == "DECISION:" || l == "MINUTES:":
				if open {
					b.WriteString("</div></div>\n")
				}
				open = true
				fmt.Fprintf(&b, "<p class=\"mgSubItemTitleTxt\">%s:</p>\n<div class=\"mgWordPara\"><div class=\"WordSection1\">\n", map[string]string{"DECISION:": "Decision", "MINUTES:": "Minutes"}[l])
			case strings.TrimSpace(l) != "":
				if !open {
					b.WriteString("<div class=\"mgWordPara\"><div class=\"WordSection1\">\n")
					open = true
				}
				e := html.EscapeString(l)
				if strings.HasPrefix(l, "•") {
					e = "<span style=\"font-family:Symbol\">·&nbsp;&nbsp;&nbsp;&nbsp; </span>" + html.EscapeString(strings.TrimSpace(strings.TrimPrefix(l, "•")))
				} else if strings.HasSuffix(l, ":") && len(l) < 20 {
					e = "<b>" + e + "</b>"
				}
				fmt.Fprintf(&b, "<p class=\"MsoNormal\">%s</p>\n<p class=\"MsoNormal\">&nbsp;</p>\n", e)
			}
		}
		if open {
			b.WriteString("</div></div>\n")
		}
		b.WriteString("</td></tr>\n")
	}
	b.WriteString("</table>\n</div>\n</div>\n</body></html>\n")
	return b.String()
}

// day writes an ISO date as a decision page does.
func day(iso, layout string) string {
	t, err := time.Parse("2006-01-02", iso)
	if err != nil {
		log.Fatal(err)
	}
	return t.Format(layout)
}
