package minutes

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// subNumber is the number of an item within an item: "6.2 Grounds
// maintenance".
var subNumber = regexp.MustCompile(`^(\d{1,3})\.(\d{1,2})[.:)]?\s+(\S.*)$`)

// subItems parts the items under whose number others stand with numbers of
// their own: item 6, "Reports for consideration", has 6.1 and 6.2, each with
// its decision (London boroughs). Paragraphs are numbered so too, far more
// often; so each must read like a title, the numbers must count from one, and
// something must be said below each.
func (p *paper) subItems(es []entry) []entry {
	var out []entry
	for _, e := range es {
		heads := p.subHeads(e)
		if heads == nil {
			out = append(out, e)
			continue
		}
		end := e.to
		e.to = heads[0].from
		out = append(out, e)
		for i, h := range heads {
			h.to = end
			if i+1 < len(heads) {
				h.to = heads[i+1].from
			}
			out = append(out, h)
		}
	}
	return out
}

// subHeads are the items within e, without their ends; nil where it has none.
func (p *paper) subHeads(e entry) []entry {
	number := strings.TrimRight(e.number, ".):")
	if number == "" {
		number = e.agenda
	}
	var heads []entry
	for i := e.body; i < e.to; i++ {
		m := subNumber.FindStringSubmatch(p.text(i))
		if m == nil || m[1] != number {
			continue
		}
		title := strings.TrimSpace(m[3])
		if n, _ := strconv.Atoi(m[2]); n != len(heads)+1 || !subTitle(title) {
			return nil
		}
		if len(heads) > 0 && heads[len(heads)-1].body == i {
			return nil
		}
		title, agenda, rest, ok := marked(title)
		if !ok {
			title, agenda, rest = strings.TrimSpace(m[3]), "", ""
		}
		heads = append(heads, entry{from: i, body: i + 1, glued: rest,
			heading: heading{number: m[1] + "." + m[2], agenda: agenda, title: strings.TrimRight(title, " :–-")}})
	}
	if len(heads) < 2 && !(len(heads) == 1 && heads[0].from == e.body && !usual(e.title)) || heads[len(heads)-1].body >= e.to {
		return nil
	}
	return heads
}

// subTitle reports whether a numbered line reads like a title.
func subTitle(s string) bool {
	return startsTitle(s) && utf8.RuneCountInString(s) <= 120 && !endsSentence(s) && !strings.HasSuffix(s, ":") &&
		!personal.MatchString(s) && !decides.MatchString(s) && !sentenceInside.MatchString(s) && !verbal.MatchString(s)
}
