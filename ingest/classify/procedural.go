package classify

import (
	"regexp"
	"strings"

	"moothall/archive"
)

// procedural reports whether an item of this title is one of those every
// meeting has.
func procedural(title string) bool {
	t := normal(title)
	for _, p := range proceduralForms {
		if p.find(t, t) != nil {
			return true
		}
	}
	return asked(t)
}

// openTitles are the procedural items under which anything may be brought.
var openTitles = regexp.MustCompile(`^(?:(?:any )?(?:items? of )?urgent\b|(?:any other|aocb|aob|other) ?(?:business|urgent business|competent business)?$|matters? arising\b|minutes and matters arising|(?:public|open|members|councillors|residents?) (?:questions?|forum|participation|session|statements?)\b|questions?\b|petitions?\b|deputations?\b|announcements?\b|communications?\b|late items?\b|(?:chair|chairman|chairmans|chairs|mayors?|leaders?) (?:s )?(?:announcements?|communications?|remarks|updates?|business|report|opening)\b)`)

// decides reports whether an item under an open heading settled business of
// its own: it is not to be passed over with the apologies.
func decides(it *archive.Item) bool {
	switch it.Outcome {
	case archive.Approved, archive.Rejected, archive.Deferred, archive.Referred, archive.Recommended:
		return openTitles.MatchString(bare(normal(it.Title))) && !correctRecord.MatchString(it.Decision)
	}
	return false
}

// normal is a title in small letters, "and" for "&", apostrophes gone, other
// punctuation a space, a leading agenda number dropped.
func normal(s string) string {
	s = strings.ToLower(strings.NewReplacer("&", " and ", "’", "", "'", "").Replace(s))
	s = notWord.ReplaceAllString(s, " ")
	s = leadingNumber.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.Join(strings.Fields(s), " ")
}

var (
	notWord       = regexp.MustCompile(`[^a-z0-9]+`)
	leadingNumber = regexp.MustCompile(`^\d{1,3}[a-z]? `)
)
