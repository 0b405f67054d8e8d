package moderngov

import (
	"regexp"
	"strings"
	"unicode"
)

// cutSize parts from a link's words the size that a link to a file ends with:
// "pdf icon PDF 264 KB", "(PDF, 132 KB)", sometimes glued to the title where
// tags were stripped.
func cutSize(s string) (title, size string) {
	at, _ := sizeAt(s)
	if at < 0 {
		return s, ""
	}
	return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at:])
}

// mediaOf is the kind of file a size speaks of.
func mediaOf(size string) string {
	_, kind := sizeAt(size)
	return kind
}

// sizeAt is where the size at the end of words begins, -1 where there is none,
// and the kind of file it speaks of. It reads from the end, for it is asked of
// every line of a page and few end in a size.
func sizeAt(s string) (at int, kind string) {
	rest := strings.TrimRightFunc(s, unicode.IsSpace)
	if before, ok := cutIcon(rest); ok {
		word := lastWord(before)
		switch strings.ToLower(word) {
		case "pdf", "word", "excel":
			return len(before) - len(word), medium(word)
		}
		return -1, ""
	}
	rest = strings.TrimSuffix(rest, ")")
	rest, ok := cutUnit(rest)
	if !ok {
		return -1, ""
	}
	number := strings.TrimRight(rest, "0123456789.,")
	if number == rest {
		return -1, ""
	}
	number = strings.TrimSuffix(strings.TrimRightFunc(number, unicode.IsSpace), ",")
	for _, f := range fileKinds {
		cut := len(number) - len(f)
		if cut < 0 || !strings.EqualFold(number[cut:], f) {
			continue
		}
		before := strings.TrimSuffix(number[:cut], "(")
		before = strings.TrimRightFunc(before, unicode.IsSpace)
		if words, ok := cutIcon(before); ok {
			if w := lastWord(words); iconKinds[strings.ToLower(w)] {
				before = words[:len(words)-len(w)]
			}
		}
		return len(strings.TrimRightFunc(before, unicode.IsSpace)), medium(f)
	}
	return -1, ""
}

// fileKinds are the kinds that sizes name, longer ones before those they end
// with; iconKinds those that the pictures before them do.
var (
	fileKinds = []string{"DOCX", "XLSX", "PPTX", "HTML", "HTM", "PDF", "DOC", "XLS", "PPT", "RTF", "ODT"}
	iconKinds = map[string]bool{"pdf": true, "word": true, "excel": true, "doc": true, "docx": true, "xls": true, "xlsx": true, "ppt": true, "rtf": true}
)

// cutIcon drops the text of a picture, "icon", with the space before it.
func cutIcon(s string) (string, bool) {
	if len(s) < 5 || !strings.EqualFold(s[len(s)-4:], "icon") {
		return s, false
	}
	cut := len(s) - 4
	if s[cut-1] == 'e' || s[cut-1] == 'E' { // the Welsh pages' "eicon"
		cut--
	}
	before := strings.TrimRightFunc(s[:cut], unicode.IsSpace)
	return before, len(before) < cut
}

// cutUnit drops "KB", "MB", "GB" or "B" with the space before it.
func cutUnit(s string) (string, bool) {
	if s == "" || s[len(s)-1] != 'B' && s[len(s)-1] != 'b' {
		return s, false
	}
	s = s[:len(s)-1]
	if s != "" && strings.IndexByte("KMGkmg", s[len(s)-1]) >= 0 {
		s = s[:len(s)-1]
	}
	return strings.TrimRightFunc(s, unicode.IsSpace), true
}

// lastWord is the run of letters at the end of s.
func lastWord(s string) string {
	return s[len(strings.TrimRightFunc(s, unicode.IsLetter)):]
}

// medium is a kind of file as it ends a file's name.
func medium(kind string) string {
	switch kind = strings.ToLower(kind); kind {
	case "word":
		return "doc"
	case "excel":
		return "xls"
	case "htm":
		return "html"
	}
	return kind
}

// agendaNumber is the agenda's number in a title, where the minutes have
// numbers of their own: "Apologies (Agenda item 1)" (Worcestershire),
// "(Item 5)" (Kent).
var agendaNumber = regexp.MustCompile(`(?i)\s*\((?:agenda )?item(?: no\.?)? ?:?(\d{1,3}[a-z]?(?:\.\d{1,2})?)\)\s*$`)

func cutAgendaNumber(title string) (rest, number string) {
	if !strings.HasSuffix(strings.TrimSpace(title), ")") {
		return title, ""
	}
	m := agendaNumber.FindStringSubmatchIndex(title)
	if m == nil || m[0] == 0 {
		return title, ""
	}
	return strings.TrimSpace(title[:m[0]]), title[m[2]:m[3]]
}
