package main

import (
	"fmt"
	"html"
	"log"
	"regexp"
	"strings"
)

// A section of a decision, with its paragraphs.
type section struct {
	heading string
	paras   []string
}

var headings = map[byte]string{'C': "The complaint", 'F': "What I found", 'M': "My assessment", 'A': "Agreed action", 'D': "Final decision"}

// servicesOf are the services a category means where a label says no other.
var servicesOf = map[string][]string{
	"Adult care services": {"adult_social_care"}, "Children's care services": {"childrens_services"}, "Benefits and tax": {"benefits_and_tax"},
	"Education": {"education"}, "Environment and regulation": {"environment"}, "Housing": {"housing"}, "Transport and highways": {"highways_transport"},
	"Planning": {"planning"}, "Health": {"public_health"}, "Other Categories": {"other"},
}

var verdicts = map[string]string{"Upheld": "upheld", "Not upheld": "not_upheld", "Closed after initial enquiries": "closed_after_initial_enquiries"}

// findings writes each decision and its labels.
func (s *set) findings() {
	for i, p := range papers("findings*.txt", ">>") {
		head, rest, _ := strings.Cut(p, "\n")
		f := fields(head)
		style := ""
		if len(f) > 5 {
			style = f[5]
		}
		opts := map[string]string{}
		var body []string
		for _, l := range strings.Split(rest, "\n") {
			if strings.HasPrefix(l, "%%") {
				opts = options(strings.TrimPrefix(l, "%%"))
			} else if strings.TrimSpace(l) != "" {
				body = append(body, l)
			}
		}
		text, _, remedies := unmark(strings.Join(body, "\n"))
		top, summary, sections := parts(text, i)
		ext := ".txt"
		if style == "" && i%3 == 1 {
			ext = ".html"
		}
		file := "findings/" + strings.NewReplacer(" & ", "-", " ", "-", "/", "-").Replace(f[1]) + ext
		pdf := i%29 == 4
		switch {
		case pdf:
			file = strings.TrimSuffix(file, ext) + ".pdf"
			save("print/"+strings.TrimSuffix(strings.TrimPrefix(file, "findings/"), ".pdf")+".html", findingHTML(f, style, top, summary, sections))
		case ext == ".html":
			save("papers/"+file, findingHTML(f, style, top, summary, sections))
		default:
			save("papers/"+file, findingText(f, style, top, summary, sections, i))
		}
		s.add(i, object{"kind": "finding", "file": file, "text": "", "labels": findingLabel(f, style, remedies, opts)})
	}
}

var councilRE = regexp.MustCompile(`Council|London Borough|Authority$`)

func findingLabel(f []string, style string, remedies []object, o map[string]string) object {
	category, sub, ok := strings.Cut(f[2], " > ")
	if !ok {
		log.Fatalf("%s: category %q", f[1], f[2])
	}
	verdict := verdicts[f[3]]
	L := object{"body": f[0], "council": nil, "reference": strings.Split(f[1], " & ")[0], "finding": verdict, "decision_date": f[4],
		"ombudsman": "lgsco", "category": category, "subcategory": sub, "decision": f[3], "fault": nil, "injustice": nil,
		"public_report": has(o, "pub"), "payment_total_gbp": nil}
	if councilRE.MatchString(f[0]) && !strings.Contains(f[0], "Park") {
		L["council"] = f[0]
	}
	switch style {
	case "psow":
		L["ombudsman"] = "psow"
	case "hos":
		L["ombudsman"] = "housing_ombudsman"
	}
	if style != "" {
		L["category"], L["subcategory"], L["decision"] = nil, nil, nil
	}
	switch verdict {
	case "upheld":
		L["fault"], L["injustice"] = true, o["inj"] != "0"
	case "not_upheld":
		L["fault"] = false
	}
	services := servicesOf[category]
	if o["s"] != "" {
		services = list(o["s"], ",")
	}
	L["services"] = services
	if remedies == nil {
		remedies = []object{}
	}
	for _, r := range remedies {
		delete(r, "status")
	}
	L["remedies"] = remedies
	if t := o["tot"]; t != "" {
		var v float64
		if _, err := fmt.Sscan(t, &v); err != nil {
			log.Fatal(err)
		}
		L["payment_total_gbp"] = v
	}
	return L
}

func has(o map[string]string, key string) bool { _, ok := o[key]; return ok }

// parts cuts a decision's source into its head, summary and sections.
func parts(text string, n int) (top []string, summary string, out []section) {
	for _, l := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(l, "T: "):
			top = append(top, l[3:])
		case strings.HasPrefix(l, "S: "):
			summary = strings.TrimPrefix(l[3:], "Summary: ")
		case len(l) == 2 && (l[0] == 'R' || l[0] == 'W'):
			out = append(out, boilerplate(l, n))
		case strings.HasPrefix(l, "H "):
			out = append(out, section{heading: l[2:]})
		case len(l) > 2 && l[1] == ':' && headings[l[0]] != "":
			h := headings[l[0]]
			if h == "Agreed action" && n%2 == 1 {
				h = "Agreed actions"
			}
			if h == "Final decision" && n%5 == 2 {
				h = "Decision"
			}
			out = append(out, section{h, []string{strings.TrimSpace(l[2:])}})
		default:
			if len(out) == 0 {
				log.Fatalf("text before a heading: %q", l)
			}
			out[len(out)-1].paras = append(out[len(out)-1].paras, strings.TrimSpace(l))
		}
	}
	return top, summary, out
}

// boilerplate is what every decision says of the Ombudsman's powers and of
// how the complaint was looked at, in a few wordings.
func boilerplate(key string, n int) section {
	role := section{heading: "The Ombudsman's role and powers"}
	how := section{heading: "How I considered this complaint"}
	if n%4 == 3 {
		how.heading = "How I considered the complaint"
	}
	switch key {
	case "R1":
		role.paras = []string{"The law lets us look into complaints of fault in what councils do, and of the injustice that comes of it. Where both are found we may suggest a remedy. (Local Government Act 1974, sections 26(1) and 26A(1), as amended)",
			"If we are satisfied with an organisation's actions or proposed actions, we can complete our investigation and issue a decision statement."}
	case "R2":
		role.paras = []string{"We look for fault in the way that a decision was made. If there was none we cannot ask whether it was right. Where fault has caused injustice we may suggest a remedy.",
			"The First-tier Tribunal deals with appeals against what a plan says; we cannot look at matters that it has power over. (Local Government Act 1974, section 26(6)(a), as amended)"}
	case "R3":
		role.paras = []string{"Our task is to see whether there was fault by the Council and, if so, whether it caused injustice. We do not decide again what was the Council's to decide."}
	case "R4":
		role.paras = []string{"We provide a free service, but must use public money with care. We may decide not to start an investigation where we think that any injustice is slight, that fault is unlikely, or that someone else is better placed. (Local Government Act 1974, section 24A(6), as amended)",
			"The law says that we cannot normally look at a complaint where there was a right of appeal to a tribunal or a remedy in the courts."}
	case "R5":
		role.paras = []string{"We investigate complaints about adult social care providers and about care that a council arranges, and decide if their actions have caused injustice. (Local Government Act 1974, sections 34B and 34C, as amended)"}
	case "R6":
		role.paras = []string{"The two Ombudsmen may look together at complaints that touch both health and social care. This statement was written by a team that acts for both. (Local Government Act 1974, section 33ZA; Health Service Commissioners Act 1993, section 18ZA)"}
	case "W1":
		how.paras = []string{"I read the complaint and spoke with the complainant.", "I read the papers that were sent in answer to my enquiries.", "Both sides had the chance to comment on a draft of this decision, and I took account of what they said."}
	case "W2":
		how.paras = []string{"I considered what the complainant and the Council told me, and the law and guidance that apply."}
	case "W3":
		how.paras = []string{"I considered information provided by the complainant and the Council."}
	default:
		log.Fatalf("no boilerplate %q", key)
	}
	if key[0] == 'R' {
		return role
	}
	return how
}

var bulletRE = regexp.MustCompile(`^(?:[-–•*·]|\(?[a-z0-9]{1,3}[).]|\([ivx]+\)|[ivx]+\.)\s*`)

// findingText is a decision as plain text, in one of a few renderings.
func findingText(f []string, style string, top []string, summary string, sections []section, n int) string {
	var b strings.Builder
	gap := "\n\n"
	if n%7 == 6 {
		gap = "\n"
	}
	if style != "" {
		for _, t := range top {
			b.WriteString(t + gap)
		}
		if summary != "" {
			b.WriteString("Summary" + gap + summary + gap)
		}
	} else {
		fmt.Fprintf(&b, "%s (%s)%sCategory : %s%sDecision : %s%sDecision date : %s%sThe Ombudsman's final decision:%sSummary: %s%s",
			f[0], f[1], gap, f[2], gap, f[3], gap, day(f[4], "02 Jan 2006"), gap, gap, summary, gap)
	}
	para := 0
	for _, s := range sections {
		b.WriteString(s.heading + gap)
		for _, p := range s.paras {
			if bulletRE.MatchString(p) || style != "" {
				b.WriteString(p + gap)
				continue
			}
			para++
			if n%6 == 5 { // a rendering that has lost the numbers
				b.WriteString(p + gap)
			} else {
				fmt.Fprintf(&b, "%d. %s%s", para, p, gap)
			}
		}
		if style == "" && n%2 == 0 {
			b.WriteString("Back to top" + gap)
		}
	}
	if style == "" {
		b.WriteString("Investigator's decision on behalf of the Ombudsman\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// findingHTML is a decision as its page shows it.
func findingHTML(f []string, style string, top []string, summary string, sections []section) string {
	var b strings.Builder
	e := html.EscapeString
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s (%s)</title></head><body>\n<article id=\"article\">\n", e(f[0]), e(f[1]))
	if style == "" {
		fmt.Fprintf(&b, "<header class=\"articleHeader\">\n<h1>%s (%s)</h1>\n", e(f[0]), e(f[1]))
		for _, v := range [][2]string{{"Category", f[2]}, {"Decision", f[3]}, {"Decision date", day(f[4], "02 Jan 2006")}} {
			fmt.Fprintf(&b, "<p><span class=\"label\">%s : </span><span class=\"value\">%s</span></p>\n", v[0], e(v[1]))
		}
		fmt.Fprintf(&b, "</header>\n<h2>The Ombudsman's final decision:</h2>\n<p>Summary: %s</p>\n", e(summary))
	} else {
		for i, t := range top {
			tag := "p"
			if i < 2 {
				tag = "h1"
			}
			fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, e(t), tag)
		}
		if summary != "" {
			fmt.Fprintf(&b, "<h2>Summary</h2>\n<p>%s</p>\n", e(summary))
		}
	}
	para := 1
	for _, s := range sections {
		fmt.Fprintf(&b, "<h3>%s</h3>\n<ol start=\"%d\">\n", e(s.heading), para)
		for i := 0; i < len(s.paras); i++ {
			p := s.paras[i]
			if m := bulletRE.FindString(p); m != "" {
				p = strings.TrimPrefix(p, m)
			}
			fmt.Fprintf(&b, "<li>%s", e(p))
			para++
			var sub []string
			for i+1 < len(s.paras) && bulletRE.MatchString(s.paras[i+1]) && !bulletRE.MatchString(s.paras[i]) || len(sub) > 0 && i+1 < len(s.paras) && bulletRE.MatchString(s.paras[i+1]) {
				i++
				sub = append(sub, bulletRE.ReplaceAllString(s.paras[i], ""))
			}
			if len(sub) > 0 {
				b.WriteString("<ul>")
				for _, x := range sub {
					fmt.Fprintf(&b, "<li>%s</li>", e(x))
				}
				b.WriteString("</ul>")
			}
			b.WriteString("</li>\n")
		}
		b.WriteString("</ol>\n<p><a href=\"#top\">Back to top</a></p>\n")
	}
	b.WriteString("<p>Investigator's decision on behalf of the Ombudsman</p>\n</article>\n</body></html>\n")
	return b.String()
}

// reports writes the officers' reports and their labels.
func (s *set) reports() {
	for i, p := range papers("reports*.txt", ">>") {
		head, body, _ := strings.Cut(p, "\n")
		f := fields(head)
		text, _, remedies := unmark(body)
		file := "reports/" + f[0] + ".txt"
		if i%4 == 3 {
			file = "reports/" + f[0] + ".pdf"
			save("print/"+f[0]+".html", printed("", []string{strings.TrimSpace(text)}))
		} else {
			save("papers/"+file, strings.TrimSpace(text)+"\n")
		}
		s.add(i, object{"kind": "report", "file": file, "text": strings.TrimSpace(text), "labels": object{
			"council": f[1], "committee": f[2], "meeting_date": f[3], "title": f[4], "services": list(f[5], ","),
			"ombudsman_cases": list(f[6], ";"), "visibility": "public", "remedies": remedies}})
	}
}
