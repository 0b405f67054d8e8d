package classify

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"moothall/archive"
	"moothall/ingest/ukdate"
)

// mostReferences is how many references of a record are kept: a budget's
// tables name an appendix in every row, and nobody reads a list longer than this.
const mostReferences = 80

// referenceForms are how papers point to parts of papers. The label is the
// first group; a list of labels gives one reference to each.
var referenceForms = []struct {
	kind archive.ReferenceKind
	word string // what stands in every one: the cheap question before the dear one
	form *regexp.Regexp
	seen string
}{
	{archive.RefAppendix, "ppendi", regexp.MustCompile(`\b(?:Appendix|Appendices|appendix|appendices)\s+(` + labels(`['‘’"“”]?(?:\d{1,2}[A-Z]?(?:[.]\d{1,2})?|[A-Z]{1,2}\d?|[IVX]{1,4})['‘’"“”]?`) + `)(?:[\s.,;:)\]]|$)`), "attached at Appendix A to the report; (Appendix 'A' refers)"},
	{archive.RefAppendix, "nnex", regexp.MustCompile(`\b(?:Annex|Annexe|Annexes)\s+(` + labels(`['‘’"“”]?(?:\d{1,2}[A-Z]?(?:[.]\d{1,2})?|[A-Z]{1,2}\d?|[IVX]{1,4})['‘’"“”]?`) + `)(?:[\s.,;:)\]]|$)`), "included at Annex 4"},
	{archive.RefSection, "ection", regexp.MustCompile(`\b[Ss]ections?\s+(` + labels(`\d{1,2}(?:\.\d{1,2}){0,2}`) + `)\s*(?:\([^)]{1,20}\) )?(?:(?:of|in|to) (?:this|the|that|my|our|his|her) (?:\w+ ){0,4}?(?i:report|paper|document|plan|strategy|draft|statement|submission)\b|above\b|below\b|\)|refers?\b)`), "listed in sections 3 and 7 of the report; (see section 3)"},
	{archive.RefSection, "ection", regexp.MustCompile(`\b[Ss]ections?\s+(\d{1,2}(?:\.\d{1,2}){1,2})\b`), "as shown in section 7.2"},
	{archive.RefParagraph, "ara", regexp.MustCompile(`\b[Pp]ara(?:graph)?s?\.?\s+(` + labels(`\d{1,3}(?:\.\d{1,3}){0,2}(?:\([a-z]{1,3}\))?`) + `)\s*(?:(?:of|in|to) (?:this|the|that|my|our|his|her) (?:[\w’']+ ){0,4}?(?i:report|paper|document|decision|statement)\b|above\b|below\b|onwards\b|\)|refers?\b)`), "paragraph 57 onwards"},
	{archive.RefParagraph, "ara", regexp.MustCompile(`\b[Pp]ara(?:graph)?s?\.?\s+(\d{1,2}\.\d{1,3}(?:\.\d{1,2})?)\b`), "in paragraph 4.3"},
	{archive.RefDecision, "ecision", regexp.MustCompile(`\b[Dd]ecisions?(?:\s+(?:[Nn]o|[Nn]umber|[Rr]ef|[Rr]eference|[Nn]otice)s?)?\.?\s*:?\s*\(?(\d{2}/\d{4,5}|[A-Z]{1,5}\d{0,2}[/-]\d{2,4}(?:[/-]\d{2,4})?)(?:[\s.,;:)\]]|$)`), "Decision 24/00093; decision number CAB/23/14"},
	{archive.RefDecision, "ecision", regexp.MustCompile(`\b[Kk]ey [Dd]ecision\s+(\d{2}/\d{4,5})\b`), "Key Decision 24/00093"},
}

// labels is one label or a list of them: "4 and 5", "1, 2 and 3", "A to D".
func labels(one string) string {
	return one + `(?:(?:, ?and |, ?| and | & | to | ?[-–] ?)` + one + `)*`
}

// ofLaw is a section or a schedule of an Act and of no paper: "section 106
// agreement", "paragraph 3 of Schedule 12A".
var ofLaw = regexp.MustCompile(`(?i)^(?:[\s\d(),.–-]|\band\b|\bto (?:\d))*(?:(?:of|to|in) (?:the |part |schedule |[\w ]{0,60}\bact\b|[\w ]{0,40}\b(?:regulations|order|framework|nppf|directive|constitution|code)\b)|agreement|officer|notice|planning obligation|funding|contributions?)`)

// earlierDecision is a decision spoken of by its time: "the previous decision
// taken in August 2017", "the Cabinet's decision of 4 May 2021".
var earlierDecision = regexp.MustCompile(`(?i)\b(?:(?:previous|earlier|original|first|prior|last|ombudsman['’]s|council['’]s|cabinet['’]s|committee['’]s|its|their|his|her|final|provisional) )(?:\w+ )?decision(?:,)? (?:\([^)]{1,30}\) )?(?:(?:was |is )?(?:made|taken|dated|issued|given|published|reached) )?(?:of|in|on|from|dated)? ?(?:the )?|\bthe decision(?:s)? (?:made|taken|reached) by (?:the )?(?:[\w’'&,-]+ ){1,6}?(?:in|on|of) (?:the )?`)

// papers are the parts of papers a record refers to, each once, with the
// sentence that does.
func papers(h *archive.Head, all []said, own string) []archive.Reference {
	var out []archive.Reference
	seen := map[string]bool{}
	add := func(r archive.Reference) {
		key := string(r.Kind) + "\x00" + r.Label + "\x00" + r.Date
		if len(out) < mostReferences && !seen[key] && (r.Label != own || own == "") {
			seen[key] = true
			out = append(out, r)
		}
	}
	for _, s := range all {
		if !strings.ContainsAny(s.text, "0123456789ppnD") || len(strings.Fields(s.text)) < 5 { // a heading names itself
			continue
		}
		for _, f := range referenceForms {
			if !strings.Contains(s.text, f.word) {
				continue
			}
			for _, m := range f.form.FindAllStringSubmatchIndex(s.text, -1) {
				if f.kind != archive.RefAppendix && f.kind != archive.RefDecision && ofLaw.MatchString(s.text[m[3]:]) && !ofReport.MatchString(s.text[m[3]:m[1]]) {
					continue
				}
				if f.kind == archive.RefDecision && planning.MatchString(s.text[max(0, m[0]-60):m[0]]) {
					continue
				}
				for _, label := range eachLabel(s.text[m[2]:m[3]]) {
					add(archive.Reference{Kind: f.kind, Label: label, Quote: s.text, Page: s.page(h)})
				}
			}
		}
		if !strings.Contains(s.text, "ecision") {
			continue
		}
		for _, m := range earlierDecision.FindAllStringIndex(s.text, -1) {
			if date := dateAt(s.text[m[1]:]); date != "" {
				add(archive.Reference{Kind: archive.RefDecision, Date: date, Quote: s.text, Page: s.page(h)})
			}
		}
	}
	return out
}

var (
	ofReport = regexp.MustCompile(`(?i)\b(?:report|paper|document|plan|strategy|draft|statement|submission|decision|above|below|onwards)\b`)
	planning = regexp.MustCompile(`(?i)\b(?:application|planning|appeal|permission)\b[^.]{0,40}$`)
	rangeOf  = regexp.MustCompile(`^(.+?)(?: to | ?[-–] ?)(.+)$`)
	ofYears  = regexp.MustCompile(`/20\d\d-\d\d$|^20\d\d-\d\d/`) // "58/2023-24" is one number
	listOf   = regexp.MustCompile(`, ?and |, ?| and | & `)
)

// eachLabel are the labels of a list. A range stays one, as printed: "A to D".
func eachLabel(list string) []string {
	var out []string
	for _, l := range listOf.Split(list, -1) {
		if l = strings.Trim(l, " '‘’\"“”.,"); l != "" && !slices.Contains(out, l) {
			if m := rangeOf.FindStringSubmatch(l); m != nil && !ofYears.MatchString(l) {
				l = strings.Trim(m[1], "'‘’ ") + "–" + strings.Trim(m[2], "'‘’ ")
			}
			out = append(out, l)
		}
	}
	return out
}

// monthAndYear is a month that stands for a day nobody names.
var monthAndYear = regexp.MustCompile(`^(January|February|March|April|May|June|July|August|September|October|November|December),? ((?:19|20)\d\d)\b`)

// dateAt is the day, or the month, that opens s.
func dateAt(s string) string {
	if found := ukdate.Find(s[:min(len(s), 60)]); len(found) > 0 && found[0].Start == 0 {
		return string(found[0].Date)
	}
	m := monthAndYear.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	month, err := time.Parse("January", m[1])
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s-%02d", m[2], month.Month())
}
