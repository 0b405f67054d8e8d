package object

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// deflate compresses as PDF's FlateDecode does.
func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func stream(dict, body string) string {
	return fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(body), dict, body)
}

const (
	catalog = "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	tree    = "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 400]/Rotate 90>>\nendobj\n"
	leaf    = "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R>>\nendobj\n"
	tail    = "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
)

func content4(body string) string { return "4 0 obj\n" + body + "\nendobj\n" }

// Every one of these holds one page whose content is "hello".
func TestOpenDamaged(t *testing.T) {
	plain := content4(stream("", "hello"))
	good := "%PDF-1.4\n" + catalog + tree + leaf + plain + tail
	var early bytes.Buffer
	w := lzw.NewWriter(&early, lzw.MSB, 8)
	if _, err := w.Write([]byte("hello")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	packed := "1 0 2 36 3 100 "
	packed += strings.Repeat(" ", 20-len(packed)) + "<</Type/Catalog/Pages 2 0 R>>" + strings.Repeat(" ", 36-29) +
		"<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 300 400]>>" + strings.Repeat(" ", 100-36-49) + "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
	for _, c := range []struct{ name, raw string }{
		{"well made", good},
		{"junk before the header", "HTTP/1.1 200 OK\r\n\r\n" + good},
		{"bytes after the end", good + strings.Repeat("\x00junk", 300)},
		{"no header", strings.TrimPrefix(good, "%PDF-1.4\n")},
		{"no trailer", "%PDF-1.4\n" + catalog + tree + leaf + plain},
		{"no catalog", "%PDF-1.4\n" + tree + leaf + plain + tail},
		{"no page tree", "%PDF-1.4\n" + leaf + plain},
		{"carriage returns alone", strings.ReplaceAll(good, "\n", "\r")},
		{"objects after %%EOF without a line end", "%PDF-1.4\n" + catalog + tree + leaf + "%%EOF" + plain + tail},
		{"length too short", strings.Replace(good, "/Length 5", "/Length 2", 1)},
		{"length too long", strings.Replace(good, "/Length 5", "/Length 5000", 1)},
		{"length that is itself a reference to nothing", strings.Replace(good, "/Length 5", "/Length 9 0 R", 1)},
		{"endobj missing", strings.ReplaceAll(good, "endobj", "")},
		{"cut off in the stream", "%PDF-1.4\n" + catalog + tree + leaf + "4 0 obj\n<</Length 5>>\nstream\nhello"},
		{"an older object of the same number", "%PDF-1.4\n" + content4(stream("", "old")) + catalog + tree + leaf + plain + tail},
		{"a tree that holds itself", strings.Replace(good, "[3 0 R]", "[2 0 R 3 0 R 2 0 R]", 1)},
		{"content in parts", strings.Replace(good, "/Contents 4 0 R", "/Contents[4 0 R]", 1)},
		{"hexadecimal", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/ASCIIHexDecode", "68 656C6c 6f>")) + tail},
		{"base 85", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/ASCII85Decode", "BOu!rDZ~>")) + tail},
		{"run lengths", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/RunLengthDecode", "\x01he\xffl\x00o\x80")) + tail},
		{"LZW", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>", early.String())) + tail},
		{"deflated", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/FlateDecode", deflate("hello"))) + tail},
		{"deflated twice", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter[/Fl/FlateDecode]", deflate(deflate("hello")))) + tail},
		{"deflated, checksum wrong", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/FlateDecode", deflate("hello")[:11]+"xxxx")) + tail},
		{"deflated, header wrong", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/FlateDecode", "\x00\x00"+deflate("hello")[2:])) + tail},
		{"predicted", "%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 5>>", deflate("\x01h\xfd\x07\x00\x03"))) + tail},
		{"objects in a stream", "%PDF-1.5\n" + plain + "7 0 obj\n" + stream("/Type/ObjStm/N 3/First 20/Filter/FlateDecode", deflate(packed)) + "\nendobj\n" + tail},
	} {
		d, err := Open([]byte(c.raw))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.NumPages() != 1 {
			t.Errorf("%s: %d pages", c.name, d.NumPages())
			continue
		}
		v := d.Page(0).Key("Contents")
		got := string(v.Data())
		if v.IsArray() {
			got = string(v.Index(0).Data())
		}
		if got != "hello" {
			t.Errorf("%s: content %q", c.name, got)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      error
	}{
		{"nothing", "", ErrNotPDF},
		{"a page of the web", "<html>1 0 object</html>", ErrNotPDF},
		{"no pages", "%PDF-1.4\n" + catalog, ErrNoPages},
		{"a handler of its own", "%PDF-1.4\n" + catalog + tree + leaf + "trailer\n<</Root 1 0 R/Encrypt<</Filter/Adept>>>>", ErrCipher},
	} {
		if _, err := Open([]byte(c.raw)); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

func TestPagesInherit(t *testing.T) {
	d, err := Open([]byte("%PDF-1.4\n" + catalog + tree + leaf + content4(stream("", "x")) + tail))
	if err != nil {
		t.Fatal(err)
	}
	p := d.Page(0)
	if p.Key("MediaBox").Index(2).Number() != 300 || p.Key("Rotate").Int() != 90 {
		t.Errorf("inherited MediaBox %v, Rotate %v", p.Key("MediaBox").Index(2).Number(), p.Key("Rotate").Int())
	}
}

// A small file that would decode to far more than its size is cut at the
// limit.
func TestInflateIsCapped(t *testing.T) {
	if got := len(Inflate([]byte(deflate(strings.Repeat(" ", 1<<20))), 1000)); got != 1000 {
		t.Errorf("%d bytes, want 1000", got)
	}
}

func TestLexer(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"12 -3 +4 .5 -.5 5. --6 1.5", "12 -3 4 0.5 -0.5 5 -6 1.5"},
		{"(a(b)c) (\\101\\n\\)\\z) (x\\\ny)", `"a(b)c" "A\n)z" "xy"`},
		{"<48 65 6c6C6f> <4> <zz41>", `"Hello" "@" "A"`},
		{"/Name /A#42 / /a#zz", "/Name /AB / /a#zz"},
		{"BT % comment\nET", "BT ET"},
		{"[1]<</A 2>>", "[ 1 ] << /A 2 >>"},
		{"(never closed", `"never closed"`},
		{"} ) > {x", "x"},
	} {
		l := Lexer{Data: []byte(c.in)}
		var got []string
		for {
			tok := l.Next()
			if tok.Kind == EOF {
				break
			}
			switch tok.Kind {
			case Number:
				got = append(got, fmt.Sprint(tok.Num))
			case String:
				got = append(got, fmt.Sprintf("%q", tok.Bytes))
			case Name:
				got = append(got, "/"+string(tok.Bytes))
			case Keyword:
				got = append(got, string(tok.Bytes))
			default:
				got = append(got, map[Kind]string{ArrayOpen: "[", ArrayClose: "]", DictOpen: "<<", DictClose: ">>"}[tok.Kind])
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q gives %s, want %s", c.in, s, c.want)
		}
	}
}

// What Rebuild writes, Rebuild reads to the same: nothing is lost on the way.
func FuzzRebuild(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n" + catalog + tree + leaf + content4(stream("/Filter/FlateDecode", deflate("hello"))) + tail))
	f.Add([]byte("1 0 obj<</Kids[1 0 R]/Type/Pages>>2 0 obj[[[[<<<<]]"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		once, err := Rebuild(raw)
		if err != nil {
			return
		}
		first, err := open(once)
		if err != nil {
			t.Fatalf("the library refuses what Rebuild wrote: %v", err)
		}
		again, err := Open(once)
		if err != nil {
			t.Fatalf("Rebuild refuses its own work: %v", err)
		}
		if first.NumPages() != again.NumPages() {
			t.Fatalf("%d pages, then %d", first.NumPages(), again.NumPages())
		}
	})
}

// A place in an object stream beyond any integer costs that object alone.
func TestOpenOffsetTooLarge(t *testing.T) {
	body := "4 99999999999999999999999 5 0 <</Type/Font>>"
	raw := "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/MediaBox[0 0 300 400]>>\nendobj\n" +
		"6 0 obj\n<</Type/ObjStm/N 2/First 30/Length 44>>\nstream\n" + body + "\nendstream\nendobj\n"
	doc, err := Open([]byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	if doc.NumPages() != 1 {
		t.Errorf("%d pages, want 1", doc.NumPages())
	}
	broken := "%PDF-1.5\n6 0 obj\n<</Type/ObjStm/N 1/First 10/Length 44>>\nstream\n" + body + "\nendstream\nendobj\n"
	if _, err := Open([]byte(broken)); err == nil {
		t.Error("a file with no page was opened")
	}
}
