package parse

import (
	"regexp"
	"strings"

	"moothall/archive"
	"moothall/ingest/extract"
)

// raisedLists reads lists of what was raised among the lines of an item. It
// keeps what it read of each line: in a list whose every entry announces
// another, each would be read once for all above it.
type raisedLists struct {
	lines []Line
	read  [answersBeside + 1][]raisedEntry
}

// A raisedEntry is a line as an entry of such a list.
type raisedEntry struct {
	known, is, answered bool
	archive.Exchange
}

// at reads the list of issues that starts at line i, each with its answer
// in the same entry. What was raised and not answered is no exchange. A list
// in which less than half is answered is a list of something else, and gives
// nothing. next is the line after the list.
func (r *raisedLists) at(i int, with announced) (out []archive.Exchange, next int) {
	answered := 0
	for next = i; next < len(r.lines); next++ {
		e := r.entry(next, with)
		if !e.is {
			break
		}
		if e.answered {
			answered++
		}
	}
	if answered == 0 || answered*2 < next-i {
		return nil, next
	}
	for ; i < next; i++ {
		if e := r.entry(i, with); e.answered {
			out = append(out, e.Exchange)
		}
	}
	return out, next
}

func (r *raisedLists) entry(i int, with announced) *raisedEntry {
	if r.read[with] == nil {
		r.read[with] = make([]raisedEntry, len(r.lines))
	}
	e := &r.read[with][i]
	if e.known {
		return e
	}
	e.known = true
	l := r.lines[i]
	_, text, ok := entry(l)
	if e.is = ok && l.Kind != extract.Heading; e.is {
		e.Exchange, e.answered = inEntry(text, with)
		e.Page = l.Page
	}
	return e
}

// dash stands between an issue and its answer in one entry.
var dash = regexp.MustCompile(`\s+[–—-]\s+`)

// inEntry parts an entry of such a list into the issue and its answer.
func inEntry(text string, with announced) (x archive.Exchange, ok bool) {
	said := Sentences(text)
	if len(said) == 0 {
		return x, false
	}
	after := func(n int) archive.Exchange { // the first n sentences raise, the rest answer
		issue := strings.Join(said[:n], " ")
		return archive.Exchange{Issue: issue, Response: strings.Join(said[n:], " ")}
	}
	const longest = 4 // sentences of an issue
	dashed := dash.MatchString(said[0])
	for n := 1; n < len(said) && n <= longest; n++ {
		switch {
		case answersOutright.MatchString(said[n]), answers(said[0], said[n]),
			n == 1 && !dashed && answersForm.MatchString(said[n]) && answersStraight.MatchString(said[n]),
			!dashed && asksOutright(said[n-1]) && !asksOutright(said[n]):
			return after(n), true
		}
		if !saysMore.MatchString(said[n]) && !asksOutright(said[n]) {
			break
		}
	}
	if at := dash.FindStringIndex(text); at != nil {
		return archive.Exchange{Issue: strings.TrimSpace(text[:at[0]]), Response: strings.TrimSpace(text[at[1]:])}, true
	}
	if x, ok := both(said[0]); ok && x.Issue != "" {
		x.Response += strings.TrimSuffix(" "+strings.Join(said[1:], " "), " ")
		return x, true
	}
	if m := onTopic.FindStringSubmatch(text); m != nil && with >= answersOnly {
		return archive.Exchange{Issue: m[1], Response: m[2]}, true
	}
	if len(said) > 1 && with == answersBeside {
		return after(1), true
	}
	return x, false
}

// onTopic opens an answer with what it answers: "With regard to waiting times,
// nobody waited longer than three weeks."
var onTopic = regexp.MustCompile(`^((?i:with (?:regard|respect|reference) to|in (?:relation|regard|respect|answer|response|reply) (?:to|of)|regarding|concerning|on|as (?:to|regards)|asked (?:about|whether|if|on|how|why|what|when)|about|turning to|in terms of) [^,;]{3,160}), (.+)$`)
