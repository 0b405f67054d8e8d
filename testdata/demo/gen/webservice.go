package main

import (
	"fmt"
	"html"
	"strings"
)

// webService is the answer to GetMeeting: titles escaped twice, HTML bodies
// escaped once, booleans "True" and "False".
func webService(m *meeting) string {
	var b strings.Builder
	esc := func(s string) string {
		return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
	}
	twice := func(s string) string { return esc(html.EscapeString(s)) }
	body := func(bs []block) string {
		s := wordHTML(m.c, bs)
		s = strings.TrimPrefix(s, "<div class=\"mgWordPara\" >")
		return esc(strings.TrimSuffix(strings.TrimSpace(s), "\n</div>"))
	}
	tag := func(indent, name, value string) {
		fmt.Fprintf(&b, "%s<%s>%s</%s>\n", indent, name, value, name)
	}
	boolean := func(v bool) string {
		if v {
			return "True"
		}
		return "False"
	}
	b.WriteString("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<meeting>\n")
	tag("  ", "meetingid", fmt.Sprint(m.mid))
	tag("  ", "meetingdate", slashed(m.date))
	tag("  ", "meetingtime", clock24(m.clock))
	b.WriteString("  <meetingactualstarttime>\n  </meetingactualstarttime>\n  <meetingactualfinishtime>\n  </meetingactualfinishtime>\n  <meetingplannedfinishtime>unspecified</meetingplannedfinishtime>\n")
	tag("  ", "meetingstatus", "Confirmed")
	tag("  ", "meetinglocation", twice(m.f.get("venue")))
	tag("  ", "committeeid", fmt.Sprint(m.body.cid))
	tag("  ", "committeetitle", twice(m.body.name))
	tag("  ", "isdisplayallowed", "True")
	tag("  ", "agendapublished", "True")
	tag("  ", "decisionpublished", "False")
	tag("  ", "minutepublished", "True")
	tag("  ", "iswebcast", "False")
	b.WriteString("  <attendees>\n")
	seat := func(names, role, attendance string) {
		for i, name := range split(names) {
			r := role
			if role == "Committee Member" && i == 0 {
				r = "Chair"
			}
			fmt.Fprintf(&b, "    <attendee memberid=\"%d\" name=\"%s\" roledescription=\"%s\" attendance=\"%s\" politicalparty=\"\" ward=\"\" representing=\"\" />\n",
				300+len(name)*7+i, strings.ReplaceAll(esc(name), `"`, "&quot;"), r, attendance)
		}
	}
	seat(m.f.get("present"), "Committee Member", "Present")
	seat(m.f.get("apologies"), "Committee member", "Apologies")
	seat(m.f.get("attending"), "Officer", "In attendance")
	b.WriteString("  </attendees>\n  <agendaitems>\n")
	for _, it := range m.items {
		b.WriteString("    <agendaitem>\n")
		in := "      "
		tag(in, "agendaitemid", it.id)
		tag(in, "agendaitemnumber", it.agenda)
		tag(in, "minutesitemnumber", it.number)
		tag(in, "minutesitemsubnumber", "0")
		tag(in, "fulldisplaynumberformat", it.number+".")
		tag(in, "agendaitemtitle", twice(it.title))
		tag(in, "agendatext", body(it.about))
		restricted := it.f["exempt"] != nil
		tag(in, "isrestricted", boolean(restricted))
		tag(in, "isdisplayallowed", "True")
		tag(in, "isdecision", boolean(len(it.decision) > 0))
		tag(in, "isdecisionpublished", boolean(len(it.decision) > 0))
		tag(in, "decisionnonemptyhtmlbody", body(it.decision))
		tag(in, "isminutepublished", boolean(len(it.minutes) > 0))
		tag(in, "minutesnonemptyhtmlbody", body(it.minutes))
		b.WriteString("      <linkeddocuments>\n")
		docs := it.docs
		if it.lead != nil {
			d := *it.lead
			if d.title == "" {
				d.title = it.title
			}
			docs = append([]doc{d}, docs...)
		}
		for _, d := range docs {
			b.WriteString("        <linkeddoc>\n")
			deep := in + "    "
			tag(deep, "attachmentid", d.key[1:])
			tag(deep, "title", twice(d.title))
			tag(deep, "url", strings.Replace(m.c.base, "https:", "http:", 1)+"mgConvert2PDF.aspx?ID="+d.key[1:])
			tag(deep, "isrestricted", boolean(strings.HasPrefix(d.size, "restricted")))
			tag(deep, "isdecisionattachment", "False")
			tag(deep, "publicationdate", slashed(m.date.AddDate(0, 0, -8)))
			tag(deep, "ownertitle", twice(it.title))
			b.WriteString("        </linkeddoc>\n")
		}
		b.WriteString("      </linkeddocuments>\n    </agendaitem>\n")
	}
	b.WriteString("  </agendaitems>\n</meeting>\n")
	return b.String()
}

// split is a list of names, "A; B; C".
func split(s string) []string {
	var out []string
	for _, n := range strings.Split(s, ";") {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}
