package xml

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	p, err := Read([]byte("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<meeting><meetingdate>10/02/2026</meetingdate>\n" +
		"<agendatext>&lt;p&gt;To &lt;b&gt;note&lt;/b&gt; the report.&lt;/p&gt;&lt;p&gt;Rates &amp;amp; rents&lt;/p&gt;</agendatext><empty>\n</empty></meeting>"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range p.Pages[0].Blocks {
		got = append(got, strings.Fields(b.Class)[0]+": "+b.Text)
	}
	want := []string{"meetingdate: 10/02/2026", "agendatext: To note the report.", "agendatext: Rates & rents"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestReadBroken(t *testing.T) {
	p, err := Read([]byte("<a><b>words before</b><c attr=>words after"))
	if err != nil || len(p.Pages[0].Blocks) == 0 {
		t.Errorf("broken XML: %+v, %v", p, err)
	}
	if _, err := Read([]byte("<<<")); err == nil {
		t.Error("what is no XML was read")
	}
}

// Whatever comes, Read ends, and gives no block without text.
func FuzzRead(f *testing.F) {
	f.Add([]byte("<meeting><title>Budget &amp; rents</title></meeting>"))
	f.Add([]byte("<a>&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;</a>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Read(raw)
		if err != nil {
			return
		}
		for _, b := range p.Pages[0].Blocks {
			if b.Text == "" && len(b.Links) == 0 {
				t.Errorf("an empty block: %+v", b)
			}
		}
	})
}
