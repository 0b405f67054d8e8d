package word

import (
	"strings"
	"testing"
)

func TestRTF(t *testing.T) {
	cases := []struct{ name, rtf, want string }{
		{"letters", `{\rtf1\ansi\ansicpg1252 Caf\'e9, \'a3300 \u8217?s \u-10179?\u-8704? \ldblquote x\rdblquote\par}`, "Café, £300 ’s 😀 “x”"},
		{"as many bytes as \\uc says", `{\rtf1\uc2\u8217 ab c\par}`, "’ c"},
		{"another code page", `{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset238 Arial CE;}}\f1 \'b3\'f3d\'9f \f0 x\par}`, "łódź x"},
		{"groups that are no text", `{\rtf1{\info{\title The title}{\author x}}{\*\generator y;}{\pict 0102}a{\field{\*\fldinst PAGE}{\fldrslt 7}}\par}`, "a7"},
		{"struck out and hidden", `{\rtf1 a{\deleted b}{\v c}d\par}`, "ad"},
		{"a list's label", `{\rtf1{\listtext\pard (iv)\tab}\pard Notes the report.\par}`, "(iv) Notes the report."},
		{"a link whose words may be left out", `{\rtf1 See {\field{\*\fldinst HYPERLINK "https://thornley.example/"}{\*\fldrslt{the policy}}}.\par}`, "See the policy."},
		{"labels in the table of lists", `{\rtf1{\*\listtable{\list{\listlevel\levelnfc0\levelstartat4{\leveltext\'02\'00.;}{\levelnumbers\'01;}}{\listlevel\levelnfc4{\leveltext\'03(\'01);}}{\listname x;}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}{\listoverride\listid7{\lfolevel\listoverridestartat\levelstartat9}\ls2}}\pard\ls1\ilvl0 one\par\ilvl1 two\par\ilvl0 three\par\pard no list\par\pard\ls2 four\par}`, "4. one\n(a) two\n5. three\nno list\n9. four"},
		{"a label beside its entry", `{\rtf1{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'02\'00.;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}{\listtext 3)\tab}\ls1 one\par unnumbered\par}`, "3) one\nunnumbered"},
		{"a title and what was said", `{\rtf1 61. Repairs to Weir Bridge\line The Director reported.\par}`, "61. Repairs to Weir Bridge\nThe Director reported."},
		{"rows", `{\rtf1\trowd\cellx1\cellx2\intbl a\par b\cell c\cell\row\pard d\par}`, "a b | c\nd"},
		{"a row never ended", `{\rtf1\trowd\intbl a\cell b\cell\pard c\par}`, "a | b\nc"},
		{"no end", `{\rtf1 words`, "words"},
		{"more ends than beginnings", `{\rtf1 words}}} after`, "words"},
		{"bytes of a picture", "{\\rtf1 a\\bin4 }{\\}b\\par}", "ab"},
	}
	for _, c := range cases {
		p, err := Read("rtf", []byte(c.rtf))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, b := range p.Pages[0].Blocks {
			got = append(got, strings.TrimSpace(b.Marker+" "+b.Text))
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
	if _, err := Read("rtf", []byte(strings.Repeat("{", 10)+`{\rtf1 x`)); err != nil {
		t.Errorf("leading braces: %v", err)
	}
	if _, err := Read("rtf", []byte(`{\rtf1 `+strings.Repeat("{", 100_000))); err == nil {
		t.Error("a hundred thousand groups: got no error")
	}
}

func TestDOCRefusals(t *testing.T) {
	for name, raw := range map[string]string{"rubbish": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and then nothing", "empty": ""} {
		if _, err := Read("doc", []byte(raw)); err == nil || !strings.Contains(err.Error(), "save it as DOCX") {
			t.Errorf("%s: got %v, want a refusal that says what to do", name, err)
		}
	}
	if _, err := Read("xlsx", nil); err == nil {
		t.Error("a kind that is not read: got no error")
	}
}
