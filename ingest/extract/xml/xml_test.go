package xml

import (
	"strings"
	"testing"

	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
)

func lines(t *testing.T, src string) []string {
	t.Helper()
	p, err := Read([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range p.Pages[0].Blocks {
		v := b.Text
		if v == "" {
			v = "=" + strings.Join(b.Cells, ",")
		}
		if b.Marker != "" {
			v = b.Marker + "|" + v
		}
		out = append(out, b.Class+" "+v)
	}
	return out
}

func TestRead(t *testing.T) {
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"escaped twice", `<a><t>Chair&amp;#39;s &amp;amp; Vice</t></a>`, []string{"a[1]/t[1] Chair's & Vice"}},
		{"html once", `<m><agendatext>&lt;p class="MsoNormal"&gt;One &amp;lt; two&lt;/p&gt;&lt;p&gt;a)&amp;nbsp; three&lt;/p&gt;</agendatext></m>`,
			[]string{"m[1]/agendatext[1] MsoNormal One < two", "m[1]/agendatext[1] a)|three"}},
		{"html not escaped", `<m><minutesnonemptyhtmlbody><div>One<br>two &nbsp; & three<p>four</div></minutesnonemptyhtmlbody><x>five</x></m>`,
			[]string{"m[1]/minutesnonemptyhtmlbody[1] One two & three", "m[1]/minutesnonemptyhtmlbody[1] four", "m[1]/x[1] five"}},
		{"values for machines", `<m><id> 12 </id><d>True</d><u>http://x.example/a</u><n>183.</n><e></e></m>`,
			[]string{"m[1]/id[1] =12", "m[1]/d[1] =True", "m[1]/u[1] =http://x.example/a", "m[1]/n[1] 183."}},
		{"places among like", `<m><i><t>a</t></i><i><t>b</t></i></m>`, []string{"m[1]/i[1]/t[1] a", "m[1]/i[2]/t[1] b"}},
		{"attributes", `<m><attendee memberid="7" name="Councillor Ash" attendance="Present"/></m>`, []string{"m[1]/attendee[1] Councillor Ash | Present"}},
		{"homes are private", `<c><name>Councillor Ash</name><homeaddress><line1>1 Hill</line1></homeaddress><ward>Upland</ward></c>`,
			[]string{"c[1]/name[1] Councillor Ash", "c[1]/ward[1] Upland"}},
		{"cut off", `<m><t>one</t><t>two`, []string{"m[1]/t[1] one", "m[1]/t[2] two"}},
		{"windows-1252", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><m>Children\x92s</m>", []string{"m[1] Children’s"}},
		{"broken", "<a><b>words before</b><c attr=>words after", []string{"a[1]/b[1] words before", "a[1]/c[1] words after"}},
	} {
		got := lines(t, row.in)
		if strings.Join(got, "\n") != strings.Join(row.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", row.name, got, row.want)
		}
	}
	if _, err := Read([]byte("<<<")); err == nil {
		t.Error("what is no XML was read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<m><agendatext><p>a<b></agendatext><i a="bcd ef"/>&amp;lt;</m>`))
	f.Add([]byte("<meeting><title>Budget &amp; rents</title></meeting>"))
	f.Add([]byte("<a>&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;</a>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Read(raw)
		if err != nil {
			return
		}
		for _, b := range p.Pages[0].Blocks {
			if b.Text != text.Tidy(b.Text) || b.Text == "" && b.Marker == "" && len(b.Cells) != 1 {
				t.Errorf("a block of nothing, or not one tidy line: %+v", b)
			}
			if b.Kind == extract.Row && b.Text != strings.Join(b.Cells, " | ") {
				t.Errorf("a row that is not its cells: %+v", b)
			}
		}
	})
}
