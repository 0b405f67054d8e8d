package classify

import (
	"regexp"
	"slices"
	"strings"

	"moothall/archive"
	"moothall/ingest/parse"
	"moothall/ingest/promise"
)

// remediesOf fills the remedies that a parser found, or finds those told in
// prose where it found none. Of a paper that tells of a decision it may be known
// when that was decided, and when a meeting heard of it.
func remediesOf(h *archive.Head, found []archive.Remedy, decided, met archive.Date) []archive.Remedy {
	told := toldRemedies(h)
	if len(found) > 0 && !slices.EqualFunc(found, told, func(a, b archive.Remedy) bool { return a.Text == b.Text }) {
		remedies(h, found, decided, met)
		return found
	}
	for i := range told {
		r := &told[i]
		if r.Evidence == nil {
			continue
		}
		if state, quote := status(*r, since(r.Evidence.Quote, decidedOn(decided, met, r.CaseRef, h.CaseRefs))); quote != "" {
			r.Status, r.Evidence.Quote = state, quote
		} else {
			r.Evidence = nil
		}
	}
	return told
}

// toldRemedies are the remedies that a report or a minute tells in prose:
// "The Ombudsman recommended that the Council apologise and pay Mr X £300. The
// payment had been made.", or lists below such a sentence. Each has the
// sentences near it that say what became of it. It is asked only where a parser
// found no list or table of them, in a record that speaks of an Ombudsman.
func toldRemedies(h *archive.Head) []archive.Remedy {
	if !strings.Contains(h.Text, "mbudsm") && !strings.Contains(h.Text, "OMBUDSM") && !strings.Contains(h.Text, "LGSCO") {
		return nil
	}
	t := teller{h: h, since: 1}
	at := 0
	for _, par := range strings.Split(h.Text, "\n\n") {
		t.paragraph(par, at)
		at += len(par) + 2
	}
	return t.all
}

// A teller is how far the reading of told remedies has come.
type teller struct {
	h      *archive.Head
	all    []archive.Remedy
	open   []int           // the remedies whose fate may still be told
	since  int             // paragraphs since the last of them was asked for
	ours   bool            // an Ombudsman was named in the paragraph before
	cases  string          // the cases last spoken of
	lead   string          // the sentence that opened the list that is being read
	looked int             // sentences looked at for proof since the last of them was asked for
	begun  map[string]bool // how the words of each begin, by its case, for again
	whole  map[string]bool // the short ones as they are
	marks  string          // the sort of marker its entries have
	count  bool            // remedies are being counted off
}

// lasting is how many paragraphs after it was asked for a remedy's fate may be told.
const lasting = 3

func (t *teller) paragraph(par string, at int) {
	spoke := ombudsmanWord.MatchString(par)
	if now := strings.Join(caseRefs(par), " "); now != "" && now != t.cases {
		t.cases, t.open, t.lead = now, nil, ""
	}
	if t.since++; t.since > lasting {
		t.open = nil
	}
	if t.lead != "" && t.entry(par, at) {
		return
	}
	t.lead = ""
	about := spoke || t.ours || t.cases != ""
	var fresh []int // what the sentence before asked for
	counting := t.ours || t.count
	t.count = false
	if n := len(paragraphNumber.FindString(par)); n > 0 {
		par, at = par[n:], at+n
	} else if _, text, ok := parse.Marker(par); ok {
		par, at = text, at+strings.Index(par, text)
	}
	read := 0
	for _, s := range parse.Sentences(par) {
		here := read + max(0, strings.Index(par[read:], s))
		page := t.h.PageAt(at + here)
		read = min(here+len(s), len(par))
		if len(s) > sentenceMost {
			continue
		}
		var asked []string
		rest := ""
		if about {
			asked = promise.Asked(s)
		}
		if asked == nil && (counting || spoke) {
			asked, rest = promise.Ordinal(s)
			t.count = t.count || asked != nil
		}
		if asked == nil && about && promise.Leads(s) && strings.HasSuffix(par, s) {
			t.lead, t.marks = s, ""
			t.since = 0
			t.open = nil
		}
		counting = counting || spoke && ombudsmanWord.MatchString(s) || len(asked) > 0
		if len(asked) == 0 {
			if t.looked++; t.looked > mostProofs || len(t.open) == 0 {
				continue
			}
			_, rank := meaning(s)
			if !addProof(t.all, t.open, s, page) && rank > 0 && len(fresh) == 1 {
				prove(&t.all[fresh[0]], s, page) // it follows the one thing it can be of
			}
			fresh = nil
			continue
		}
		if t.since > 0 && !counting || t.count && t.since > 0 {
			t.open = nil
		}
		these := t.add(asked, s, page, "")
		fresh = these
		if rest != "" {
			addProof(t.all, these, rest, page)
		} else if done := doneWithin.FindString(s); done != "" {
			addProof(t.all, these, done, page)
		}
	}
	t.ours = spoke
}

// entry reads a paragraph of a list that a sentence opened.
func (t *teller) entry(par string, at int) bool {
	marker, text, ok := parse.Marker(par)
	if !ok || len(par) > sentenceMost || t.marks != "" && sortOf(marker) != t.marks {
		return false
	}
	t.marks = sortOf(marker)
	said := parse.Sentences(text)
	if len(said) == 0 {
		return false
	}
	page := t.h.PageAt(at)
	these := t.add([]string{entryEnd.ReplaceAllString(said[0], "")}, t.lead, page, parse.Label(marker))
	for _, s := range said[1:] {
		addProof(t.all, these, s, page)
	}
	return true
}

// sortOf tells the sorts of markers apart: numbers, letters, bullets.
func sortOf(marker string) string {
	switch l := parse.Label(marker); {
	case l == "":
		return "bullet"
	case l[0] <= '9':
		return "number"
	}
	return "letter"
}

var entryEnd = regexp.MustCompile(`[;,.]?(?: and)?$`)

// add adds what a sentence asks for, but for what was told before of the same
// case, and gives the places of what it added.
func (t *teller) add(asked []string, sentence string, page int, label string) []int {
	var these []int
	for _, text := range asked {
		r := archive.Remedy{Label: label, Text: strings.TrimRight(text, "."), Status: archive.StatusNotStated, Page: page, AddressedTo: whom(sentence), CaseRef: t.cases}
		if strings.Contains(t.cases, " ") && len(t.cases) > len("21 003 456") {
			r.CaseRef = "" // of one of several
		}
		if describe(&r); r.Due == "" {
			r.Due = deadline(sentence)
		}
		if t.again(r) {
			continue
		}
		t.told(r)
		t.all, t.looked = append(t.all, r), 0
		these = append(these, len(t.all)-1)
	}
	t.since = 0
	t.open = append(t.open, these...)
	return these
}

var (
	ombudsmanWord = regexp.MustCompile(`(?i)\bombudsm[ae]n|\bLGSCO\b|\bLGO\b`)
	// doneWithin is the end of a sentence that also says what was done.
	doneWithin = regexp.MustCompile(`(?i)(?:[;,] (?:and )?(?:this|these|it|both|all|which)|; (?:the|an?) [\w ]{2,40}) (?:has|have|had|was|were|is|are)\b.*$`)
)

// whom is who is to act, where a sentence names one.
func whom(s string) string {
	if m := actorWord.FindString(s); m != "" {
		return m
	}
	return ""
}

var actorWord = regexp.MustCompile(`\b(?:[Tt]he )?(?:County |District |Borough |City )?(?:Council|Trust|Health Board|Authority|ICB)\b`)

// again reports whether a remedy of the same case was told before: a summary
// says what the text repeats. Two are the same whose words begin alike, as far
// as the shorter goes or for sameFor bytes.
func (t *teller) again(r archive.Remedy) bool {
	k := normal(r.Text)
	head := k[:min(len(k), sameFor)]
	if t.begun[r.CaseRef+"|"+head] {
		return true
	}
	for i := range head {
		if t.whole[r.CaseRef+"|"+head[:i]] {
			return true
		}
	}
	return false
}

// told remembers the words of a remedy for again.
func (t *teller) told(r archive.Remedy) {
	if t.begun == nil {
		t.begun, t.whole = map[string]bool{}, map[string]bool{}
	}
	k := normal(r.Text)
	for i := 1; i <= min(len(k), sameFor); i++ {
		t.begun[r.CaseRef+"|"+k[:i]] = true
	}
	if len(k) < sameFor {
		t.whole[r.CaseRef+"|"+k] = true
	}
}

const sameFor = 30
