package moderngov

import (
	"regexp"
	"strings"
)

// sizeForm is what a link to a file ends with: "pdf icon PDF 264 KB", "(PDF,
// 132 KB)", sometimes glued to the title where tags were stripped.
var sizeForm = regexp.MustCompile(`(?i)\s*(?:(?:pdf|word|excel|doc|docx|xls|xlsx|ppt|rtf)\s+icon)?\s*\(?(PDF|DOCX?|XLSX?|PPTX?|RTF|HTML?|ODT),?\s*[\d.,]+\s*(?:[KMG]B|B)\)?\s*$|\s*\b(pdf|word|excel) icon\s*$`)

// cutSize parts the size from a link's words.
func cutSize(s string) (title, size string) {
	if end := strings.TrimRight(s, ") \u00a0"); end == "" || !strings.ContainsAny(end[len(end)-1:], "bBnN") {
		return s, "" // most lines end neither in KB nor in "icon"
	}
	m := sizeForm.FindStringIndex(s)
	if m == nil {
		return s, ""
	}
	return strings.TrimSpace(s[:m[0]]), strings.TrimSpace(s[m[0]:])
}

// mediaOf is the kind of file a size speaks of.
func mediaOf(size string) string {
	m := sizeForm.FindStringSubmatch(size)
	if m == nil {
		return ""
	}
	switch kind := strings.ToLower(firstOf(m[1], m[2])); kind {
	case "word":
		return "doc"
	case "excel":
		return "xls"
	case "htm":
		return "html"
	default:
		return kind
	}
}

// agendaNumber is the agenda's number in a title, where the minutes have
// numbers of their own: "Apologies (Agenda item 1)" (Worcestershire),
// "(Item 5)" (Kent).
var agendaNumber = regexp.MustCompile(`(?i)\s*\((?:agenda )?item(?: no\.?)? ?:?(\d{1,3}[a-z]?(?:\.\d{1,2})?)\)\s*$`)

func cutAgendaNumber(title string) (rest, number string) {
	m := agendaNumber.FindStringSubmatchIndex(title)
	if m == nil || m[0] == 0 {
		return title, ""
	}
	return strings.TrimSpace(title[:m[0]]), title[m[2]:m[3]]
}
