package report

import (
	"strings"
)

// wardsOf are the wards a value names; "All" is a value, "None" is not.
func wardsOf(value string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(value, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		w = strings.Trim(w, " .")
		switch strings.ToLower(w) {
		case "", "none", "n/a", "not applicable", "none directly", "none specific":
		default:
			all = append(all, w)
		}
	}
	return all
}

// people joins those who submit a report, one to a line in the paper.
func people(values []string) string {
	var all []string
	for _, v := range values {
		if v = strings.Trim(v, " ,;|"); v != "" {
			all = append(all, v)
		}
	}
	return strings.Join(all, "; ")
}
