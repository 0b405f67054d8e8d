package moderngov

import (
	"net/url"
	"path"
	"regexp"
	"strings"
)

// pageURL is where the page is published: what we were told, else what it
// says of itself, "" where neither is whole.
func (p *page) pageURL() string {
	if p.doc.Raw.URL != "" {
		return p.doc.Raw.URL
	}
	for _, l := range p.links {
		if l.Text == "canonical" && strings.Contains(l.Href, "://") {
			return l.Href
		}
	}
	return ""
}

// query is a parameter of the page's own address, its name in small letters.
func (p *page) query(name string) string {
	if v := query(p.pageURL())[name]; v != "" {
		return v
	}
	for _, l := range p.links {
		if l.Text == "canonical" || l.Text == "form" {
			if v := query(l.Href)[name]; v != "" {
				return v
			}
		}
	}
	return ""
}

// query reads the parameters of an address: names in small letters, and of
// numbers their leading digits only, for published addresses are damaged
// ("MId=5903&Ver=4%29") and escaped ("&amp;PlanId=0").
func query(address string) map[string]string {
	out := map[string]string{}
	_, q, ok := strings.Cut(address, "?")
	if !ok {
		return out
	}
	q, _, _ = strings.Cut(q, "#")
	for _, pair := range strings.FieldsFunc(strings.ReplaceAll(q, "&amp;", "&"), func(r rune) bool { return r == '&' || r == ';' }) {
		name, value, _ := strings.Cut(pair, "=")
		if v, err := url.QueryUnescape(value); err == nil {
			value = v
		}
		if d := leadingDigits.FindString(value); d != "" {
			value = d
		}
		name = strings.ToLower(name)
		if _, seen := out[name]; !seen {
			out[name] = strings.ToLower(strings.TrimSpace(value))
		}
	}
	return out
}

var leadingDigits = regexp.MustCompile(`^\d+`)

// bookmark is the agenda item at which a link to a meeting's page points:
// "ieListDocuments.aspx?MId=4100&Ver=4#AI12345", or its "BM=AI12345".
func bookmark(href string) string {
	if m := bookmarkForm.FindStringSubmatch(href); m != nil {
		return m[1]
	}
	return ""
}

var bookmarkForm = regexp.MustCompile(`(?i)(?:#|[?&;]BM=)AI(\d+)\b`)

// resolve makes a link on the page an address of its own, without the session
// that ASP.NET puts into paths. A link cannot be made whole when nobody knows
// where the page stands; it is then left as it is.
func (p *page) resolve(href string) string {
	href = strings.ReplaceAll(strings.TrimSpace(href), " ", "%20")
	if href == "" {
		return ""
	}
	ref, err := url.Parse(href)
	if err != nil {
		return href
	}
	if base, err := url.Parse(p.pageURL()); err == nil && base.Host != "" {
		ref = base.ResolveReference(ref)
	}
	ref.Path, ref.RawPath = withoutSession(ref.Path), ""
	return ref.String()
}

// sessionSegment is a session in a path: "(X(1)S(fkn0jfigeevz5oferbjpjk55))".
var sessionSegment = regexp.MustCompile(`^\((?:[A-Z]\([^()]*\))+\)$`)

func withoutSession(p string) string {
	if !strings.Contains(p, "(") {
		return p
	}
	var keep []string
	for _, s := range strings.Split(p, "/") {
		if !sessionSegment.MatchString(s) {
			keep = append(keep, s)
		}
	}
	return strings.Join(keep, "/")
}

// mediaOfURL is the kind of file an address ends with.
func mediaOfURL(href string) string {
	href, _, _ = strings.Cut(href, "?")
	href, _, _ = strings.Cut(href, "#")
	switch ext := strings.ToLower(strings.TrimPrefix(path.Ext(href), ".")); ext {
	case "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "odt", "html":
		return ext
	case "aspx":
		if strings.Contains(strings.ToLower(href), "convert2pdf") {
			return "pdf"
		}
	}
	return ""
}
