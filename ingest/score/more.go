package score

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"moothall/archive"
)

// sharedEnough is the share of the labelled words that must stand in what was
// read for the two to be one remedy, sentence or question: where a sentence
// begins and ends is not what is asked.
const sharedEnough = 0.7

// more scores what the wider labels name: who moved, how they voted, what was
// asked, what an Ombudsman found and what became of it.
func (s *scorer) more(file, council string, l Label, r archive.Record, one func(field string, want *string, is string)) {
	if l.named == nil {
		return
	}
	L := l.Labels
	var remedies []archive.Remedy
	switch r := r.(type) {
	case *archive.Item:
		remedies = r.Remedies
		one("procedural", truth(L.Procedural), strconv.FormatBool(r.Procedural))
		one("moved_by", name(L.MovedBy), text(name(&r.MovedBy)))
		one("seconded_by", name(L.SecondedBy), text(name(&r.SecondedBy)))
		s.votes(l, r, one)
		s.exchanges(file, council, l, r)
	case *archive.Report:
		remedies = r.Remedies
	case *archive.Finding:
		remedies = r.Remedies
		one("body", L.Body, r.Body)
		one("ombudsman", L.Ombudsman, r.Ombudsman)
		one("reference", L.Reference, r.Reference)
		one("category", L.Category, r.Category)
		one("subcategory", L.Subcategory, r.Subcategory)
		one("decision", L.Decision, r.Decision)
		one("finding", L.Finding, string(r.Finding))
		one("fault", truth(L.Fault), text(truth(r.Fault)))
		if l.Labels.Finding != nil && *l.Labels.Finding == string(archive.Upheld) { // elsewhere nothing is said of it
			one("injustice", truth(L.Injustice), text(truth(r.Injustice)))
		}
		one("public_report", truth(L.PublicReport), strconv.FormatBool(r.PublicReport))
		one("decision_date", L.DecisionDate, string(r.DecisionDate))
		if l.names("payment_total_gbp") {
			l.named["payment_total"] = true
			one("payment_total", sum(L.PaymentTotal), text(sum(r.PaymentTotalGBP)))
		}
		if L.Finding != nil {
			s.verdicts[[2]string{*L.Finding, orNone(string(r.Finding))}]++
		}
	}
	if l.names("remedies") {
		s.remedies(file, council, l, remedies)
	}
}

func truth(b *bool) *string {
	if b == nil {
		return nil
	}
	v := strconv.FormatBool(*b)
	return &v
}

func sum(v *float64) *string {
	if v == nil {
		return nil
	}
	t := fmt.Sprintf("%.2f", *v)
	return &t
}

// name is a member's name without the title that councils give members.
func name(s *string) *string {
	if s == nil {
		return nil
	}
	n := strings.TrimSpace(*s)
	for _, title := range []string{"the ", "Councillor ", "Cllr. ", "Cllr "} {
		n = strings.TrimPrefix(n, title)
	}
	return &n
}

func (s *scorer) votes(l Label, r *archive.Item, one func(field string, want *string, is string)) {
	var want *string
	if v := l.Labels.Votes; v != nil {
		t := tallied(v.For, v.Against, v.Abstained)
		want = &t
	}
	is := ""
	if v := r.Votes; v != nil {
		is = tallied(v.For, v.Against, v.Abstained)
	}
	one("votes", want, is)
}

func tallied(counts ...*int) string {
	var out []string
	for _, c := range counts {
		if c == nil {
			out = append(out, "-")
			continue
		}
		out = append(out, strconv.Itoa(*c))
	}
	return strings.Join(out, "/")
}

// exchanges counts those of which both question and answer were read.
func (s *scorer) exchanges(file, council string, l Label, r *archive.Item) {
	if !l.names("exchanges") || len(l.Labels.Exchanges)+len(r.Exchanges) == 0 {
		return
	}
	taken, right := map[int]bool{}, 0
	for _, w := range l.Labels.Exchanges {
		for i, g := range r.Exchanges {
			if !taken[i] && share(w.Issue, g.Issue) >= sharedEnough && share(w.Response, g.Response) >= sharedEnough {
				taken[i] = true
				right++
				break
			}
		}
	}
	s.t.add(council, "exchanges", len(l.Labels.Exchanges), right, len(r.Exchanges))
	if right < len(l.Labels.Exchanges) || right < len(r.Exchanges) {
		var got []string
		for _, g := range r.Exchanges {
			got = append(got, "["+g.Issue+" → "+g.Response+"]")
		}
		s.miss(file, l, "exchanges", fmt.Sprint(len(l.Labels.Exchanges), " exchanges"), strings.Join(got, " "))
	}
}

// remedies pairs what was asked for with what was read, and scores each pair.
// The kinds are scored once more over the whole paper, since a reader may cut
// one sentence into two remedies or leave it as one.
func (s *scorer) remedies(file, council string, l Label, read []archive.Remedy) {
	taken := map[int]bool{}
	right := 0
	wantKinds, gotKinds := map[string]bool{}, map[string]bool{}
	for _, r := range read {
		for _, k := range r.Kinds {
			gotKinds[string(k)] = true
		}
	}
	for _, w := range l.Labels.Remedies {
		for _, k := range w.Kinds {
			wantKinds[k] = true
		}
		best, at := 0.0, -1
		for i, r := range read {
			if sh := share(w.Text, r.Text); !taken[i] && sh >= sharedEnough && sh+overlap(w.Text, r.Text) > best {
				best, at = sh+overlap(w.Text, r.Text), i
			}
		}
		if at < 0 {
			s.miss(file, l, "remedies", w.Text, "")
			continue
		}
		taken[at] = true
		right++
		s.remedy(file, council, l, w, read[at])
	}
	for i, r := range read {
		if !taken[i] {
			s.miss(file, l, "remedies", "", r.Text)
		}
	}
	s.t.add(council, "remedies", len(l.Labels.Remedies), right, len(read))
	s.sets(file, council, l, "remedy_kinds_all", wantKinds, gotKinds)
}

func (s *scorer) remedy(file, council string, l Label, w RemedyLabel, r archive.Remedy) {
	want, got := keys(w.Kinds), map[string]bool{}
	for _, k := range r.Kinds {
		got[string(k)] = true
	}
	s.sets(file, council, l, "remedy_kinds", want, got)
	s.value(file, council, l, "remedy_amount", text(sum(w.AmountGBP)), text(sum(r.AmountGBP)))
	if w.Status == "" {
		return
	}
	s.statuses[[2]string{w.Status, orNone(string(r.Status))}]++
	s.value(file, council, l, "remedy_status", w.Status+": "+w.Text, string(r.Status)+": "+w.Text)
	quote := ""
	if r.Evidence != nil {
		quote = r.Evidence.Quote
	}
	proof := quote
	if w.Evidence != "" && (share(w.Evidence, quote) >= sharedEnough || quote != "" && share(quote, w.Evidence) >= sharedEnough) {
		proof = w.Evidence
	}
	s.value(file, council, l, "remedy_evidence", w.Evidence, proof)
}

func (s *scorer) value(file, council string, l Label, field, want, got string) {
	n, right, read := 0, 0, 0
	if want != "" {
		n = 1
	}
	if got != "" {
		read = 1
	}
	if n+read == 0 {
		return
	}
	if want == got {
		right = 1
	} else {
		s.miss(file, l, field, want, got)
	}
	s.t.add(council, field, n, right, read)
}

func (s *scorer) sets(file, council string, l Label, field string, want, got map[string]bool) {
	right := 0
	for k := range want {
		if got[k] {
			right++
		}
	}
	if len(want)+len(got) == 0 {
		return
	}
	s.t.add(council, field, len(want), right, len(got))
	if right < len(want) || right < len(got) {
		s.miss(file, l, field, strings.Join(sorted(want), ", "), strings.Join(sorted(got), ", "))
	}
}

// share is the part of a's words that b has too.
func share(a, b string) float64 {
	wa, wb := bag(a), bag(b)
	both, n := 0, 0
	for w, k := range wa {
		both += min(k, wb[w])
		n += k
	}
	if n == 0 {
		return 0
	}
	return float64(both) / float64(n)
}

func sorted(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
