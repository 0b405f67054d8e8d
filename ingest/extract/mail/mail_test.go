package mail

import (
	"encoding/base64"
	"strings"
	"testing"

	"moothall/ingest/extract"
)

// crlf makes a message of its lines.
func crlf(lines ...string) []byte { return []byte(strings.Join(lines, "\r\n")) }

func textOf(p extract.Paper) string {
	var all []string
	for _, b := range p.Pages[0].Blocks {
		all = append(all, b.Text)
	}
	return strings.Join(all, "\n")
}

func TestPlain(t *testing.T) {
	p, err := Read(crlf(
		"From: Anna Field <anna@ambershire.example>",
		"To: clerk@thornley.example, =?utf-8?Q?Ren=C3=A9e?= Hart <r@thornley.example>",
		"Subject: =?iso-8859-1?Q?Caf=E9_licence?=",
		"Date: Tue, 14 Mar 2023 10:00:00 +0000",
		"Content-Type: text/plain; charset=windows-1252",
		"Content-Transfer-Encoding: quoted-printable", "",
		"The fee is =A3300 and the applic=", "ant=92s to pay.", "", "Second paragraph."))
	if err != nil {
		t.Fatal(err)
	}
	want := "Café licence\nFrom: Anna Field\nTo: Renée Hart\nDate: Tue, 14 Mar 2023 10:00:00 +0000\nThe fee is £300 and the applicant’s to pay.\nSecond paragraph."
	if got := textOf(p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Title != "Café licence" || p.Media != "eml" || p.Pages[0].Number != 1 {
		t.Errorf("got %+v", p)
	}
}

func TestAttachments(t *testing.T) {
	paper := "%PDF-1.4\nnot much of a paper"
	p, err := Read(crlf(
		"From 1@x Tue Mar 14 10:00:00 2023",
		"Subject: Papers", "MIME-Version: 1.0", `Content-Type: multipart/mixed; boundary="AA"`, "",
		"--AA", `Content-Type: multipart/alternative; boundary="BB"`, "",
		"--BB", "Content-Type: text/plain", "", "As plain words.",
		"--BB", "Content-Type: text/html", "", "<p>As plain words, set.</p>", "--BB--",
		"--AA", "Content-Type: image/png", "", "PNG", // a picture in the text
		"--AA", "Content-Type: application/pdf", "Content-Transfer-Encoding: base64", `Content-Disposition: attachment; filename="=?utf-8?Q?Minutes_=E2=80=93_March.pdf?="`, "",
		base64.StdEncoding.EncodeToString([]byte(paper))[:10], "  ", base64.StdEncoding.EncodeToString([]byte(paper))[10:],
		"--AA", "Content-Type: message/rfc822", "", "Subject: Inner", "", "Inner words.", "--AA--"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := textOf(p), "Papers\nAs plain words."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(p.Attachments) != 2 || p.Attachments[0].Name != "Minutes – March.pdf" || string(p.Attachments[0].Bytes) != paper || !strings.Contains(string(p.Attachments[1].Bytes), "Inner words.") {
		t.Errorf("got %q", p.Attachments)
	}
}

func TestHTMLOnly(t *testing.T) {
	p, err := Read(crlf("Subject: x", "Content-Type: text/html; charset=utf-8", "", "<h1>Heading</h1><p>Words.</p>"))
	if err != nil || !strings.HasSuffix(textOf(p), "Heading\nWords.") {
		t.Errorf("got %q, %v", textOf(p), err)
	}
}

// What mail programs and gateways get wrong costs no word.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"UTF-8 that calls itself Latin-1", []string{"Subject: x", "Content-Type: text/plain; charset=iso-8859-1", "", "Café, £300"}, "Café, £300"},
		{"a page in Windows-1252 that does not say so", []string{"Subject: x", "Content-Type: text/html", "", "<p>The Council\x92s caf\xe9</p>"}, "The Council’s café"},
		{"no escape", []string{"Subject: x", "Content-Transfer-Encoding: quoted-printable", "", "a=b costs =A3=33; 50=", "% off \x01= and on"}, "a=b costs £3; 50% off = and on"},
		{"lines that flow", []string{"Subject: x", "Content-Type: text/plain; format=flowed", "", "The Cabinet considered ", "the report.", " From the chair: noted."}, "The Cabinet considered the report.\nFrom the chair: noted."},
		{"a line of the headers that is none", []string{"Received: by x", "this line is damaged", "Subject: x", "", "words"}, "words"},
		{"a page kept whole", []string{"Subject: x", "MIME-Version: 1.0", "Content-Type: multipart/related; boundary=AA", "",
			"--AA", "Content-Type: text/html", "Content-Location: https://thornley.example/", "", "<p>Minutes</p>",
			"--AA", "Content-Type: text/css", "", "p{}", "--AA", "Content-Type: text/javascript", "Content-Location: x.js", "", "f()", "--AA--"}, "Minutes"},
	} {
		p, err := Read(crlf(c.lines...))
		if err != nil || textOf(p) != "x\n"+c.want || len(p.Attachments) > 0 {
			t.Errorf("%s: got %q, %d attachments, %v; want %q", c.name, textOf(p), len(p.Attachments), err, c.want)
		}
	}
	if p, err := Read([]byte("\ufeffSubject: x\n\nwords")); err != nil || p.Title != "x" {
		t.Errorf("a mark at the beginning: got %q, %v", p.Title, err)
	}
}

func TestDamaged(t *testing.T) {
	if _, err := Read([]byte("no header at all\n\nbody")); err == nil {
		t.Error("got no error for what is no message")
	}
	p, err := Read(crlf("Subject: x", `Content-Type: multipart/mixed; boundary="AA"`, "", "--AA", "Content-Type: text/plain", "", "Cut off here"))
	if err != nil || !strings.Contains(textOf(p), "Cut off here") || len(p.Doubts) == 0 {
		t.Errorf("got %q, %v, %v; want the words and a doubt", textOf(p), p.Doubts, err)
	}
}

// FuzzRead: a message is one page numbered 1, in valid text, the same twice,
// and what came with it is no larger than the message.
func FuzzRead(f *testing.F) {
	f.Add(crlf("Subject: x", "", "words"))
	f.Add(crlf("Subject: x", `Content-Type: multipart/mixed; boundary="AA"`, "", "--AA", "Content-Disposition: attachment; filename=a", "", "b", "--AA--"))
	f.Add(crlf("Subject: =?utf-8?B?", "Content-Type: text/html; charset=utf-16", "Content-Transfer-Encoding: base64", "", "PGI+"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Read(raw)
		if err != nil {
			return
		}
		again, err := Read(raw)
		if err != nil || len(p.Pages) != 1 || p.Pages[0].Number != 1 || textOf(p) != textOf(again) {
			t.Fatalf("got %d pages, %v", len(p.Pages), err)
		}
		n := 0
		for _, a := range p.Attachments {
			n += len(a.Bytes)
		}
		if n > len(raw) || strings.ToValidUTF8(textOf(p), "") != textOf(p) {
			t.Fatalf("%d bytes came with a message of %d", n, len(raw))
		}
	})
}
