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
