package source_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moothall/ingest/source"
)

// read gives a line for each thing that comes: "name=content", or "name: reason".
func read(t *testing.T, lim source.Limits, stdin string, paths ...string) []string {
	t.Helper()
	var got []string
	for raw, err := range source.Paths(paths, strings.NewReader(stdin), lim) {
		var skip *source.Skip
		switch {
		case err == nil && raw.Name != "":
			got = append(got, filepath.ToSlash(raw.Name)+"="+string(raw.Bytes))
		case errors.As(err, &skip) && skip.Path != "" && skip.Reason != "":
			got = append(got, filepath.ToSlash(skip.Path)+": "+skip.Reason)
		default:
			t.Fatalf("got %+v, %v", raw, err)
		}
	}
	return got
}

// match compares lines; a wanted line with ": " may be the opening of a reason.
func match(t *testing.T, got []string, want ...string) {
	t.Helper()
	ok := len(got) == len(want)
	for i := range min(len(got), len(want)) {
		ok = ok && (got[i] == want[i] || strings.Contains(want[i], ": ") && strings.HasPrefix(got[i], want[i]))
	}
	if !ok {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func write(t *testing.T, files map[string]string) {
	t.Helper()
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{
		"p/b.txt": "b", "p/a/z.txt": "z", "p/a/a.txt": "a", "p/c.pdf": "",
		"p/.git/x": "x", "p/.DS_Store": "x", "p/a/~$minutes.docx": "x",
		"p/moothall-data/vault/ab/cd": "kept", "q.txt": "q",
	})
	if err := os.Symlink("nowhere", "p/d"); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("../p", "p/e"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../q.txt", "p/f"); err != nil {
		t.Fatal(err)
	}
	got := read(t, source.Limits{DataDir: "p/moothall-data"}, "from outside", "p", "-", "q.txt", "p/.DS_Store")
	match(t, got,
		"p/.DS_Store: a hidden file",
		"p/.git: a hidden folder",
		"p/a/a.txt=a",
		"p/a/z.txt=z",
		"p/a/~$minutes.docx: a hidden file",
		"p/b.txt=b",
		"p/c.pdf: it is empty",
		"p/d: a link that leads nowhere",
		"p/e: a link to a folder",
		"p/f=q",
		"p/moothall-data: it is the folder this archive is kept in",
		"standard input=from outside",
		"q.txt=q",
		"p/.DS_Store=x",
	)
}

func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("nothing is forbidden to root")
	}
	t.Chdir(t.TempDir())
	write(t, map[string]string{"p/a.txt": "a", "p/b.txt": "b"})
	if err := os.Chmod("p/a.txt", 0); err != nil {
		t.Fatal(err)
	}
	match(t, read(t, source.Limits{}, "", "p"), "p/a.txt: no permission", "p/b.txt=b")
}

func TestCheck(t *testing.T) {
	here := t.TempDir()
	if err := source.Check([]string{here, "-"}); err != nil {
		t.Error(err)
	}
	missing := filepath.Join(here, "missing")
	if err := source.Check([]string{here, missing}); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("got %v, want an error that names the path", err)
	}
	match(t, read(t, source.Limits{}, "", missing), filepath.ToSlash(missing)+": it was gone before it could be read")
}

func TestZip(t *testing.T) {
	t.Chdir(t.TempDir())
	docx := pack(t, entry{"[Content_Types].xml", "x"}, entry{"word/document.xml", "y"})
	inner := pack(t, entry{"deep/x.txt", "x"}, entry{"deeper.zip", pack(t, entry{"y.txt", "y"})})
	whole := pack(t,
		entry{"2021/", ""}, entry{"2021/minutes.txt", "m"}, entry{"paper.docx", docx}, entry{"inner.zip", inner},
		entry{"__MACOSX/2021/._minutes.txt", "x"}, entry{`dos\name.txt`, "d"}, entry{"../../escape.txt", "e"}, entry{"caf\x82.txt", "c"},
		entry{"tab\tin it.txt", "t"}, entry{"empty.txt", ""})
	write(t, map[string]string{"a.zip": whole, "b.docx": docx, "cut.zip": whole[:len(whole)-50], "cut.docx": docx[:len(docx)-30]})
	want := func(name string) []string {
		return []string{
			name + "!2021/minutes.txt=m",
			name + "!paper.docx=" + docx,
			name + "!inner.zip!deep/x.txt=x",
			name + "!inner.zip!deeper.zip: a zip in a zip in a zip",
			name + "!__MACOSX/2021/._minutes.txt: a hidden file",
			name + "!dos/name.txt=d",
			name + "!../../escape.txt=e",
			name + "!café.txt=c",
			name + "!tab�in it.txt=t",
			name + "!empty.txt: it is empty",
		}
	}
	match(t, read(t, source.Limits{}, "", "a.zip"), want("a.zip")...)
	match(t, read(t, source.Limits{}, whole, "-"), want("standard input")...)
	match(t, read(t, source.Limits{}, docx, "-", "b.docx"), "standard input="+docx, "b.docx="+docx)
	match(t, read(t, source.Limits{}, "", "cut.zip", "cut.docx"), "cut.zip: the zip is damaged", "cut.docx="+docx[:len(docx)-30])
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "moothall-zip-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files are left: %v, %v", left, err)
	}
}

func TestDamagedEntry(t *testing.T) {
	t.Chdir(t.TempDir())
	b := []byte(pack(t, entry{"a.txt", strings.Repeat("words of the paper ", 50)}, entry{"b.txt", "b"}))
	b[50] ^= 0xff // within a.txt
	write(t, map[string]string{"a.zip": string(b)})
	match(t, read(t, source.Limits{}, "", "a.zip"), "a.zip!a.txt: it could not be read to its end: it is damaged", "a.zip!b.txt=b")
}

func TestBombs(t *testing.T) {
	t.Chdir(t.TempDir())
	zeros := strings.Repeat("\x00", 4<<20)
	var many []entry
	for i := range 20 {
		many = append(many, entry{fmt.Sprintf("%02d.txt", i), "x"})
	}
	write(t, map[string]string{
		"zeros.zip": pack(t, entry{"a.bin", zeros}, entry{"b.txt", "b"}),
		"nest.zip":  pack(t, entry{"in.zip", pack(t, entry{"a.bin", zeros})}, entry{"b.txt", "b"}),
		"many.zip":  pack(t, many...),
		"large.txt": strings.Repeat("x", 3000),
		"large.zip": pack(t, entry{"a.txt", strings.Repeat("x", 3000)}, entry{"b.txt", "b"}),
		"total.zip": pack(t, entry{"a.txt", strings.Repeat("x", 900)}, entry{"b.txt", strings.Repeat("y", 900)}, entry{"c.txt", "c"}),
		"lock.zip":  locked(t),
	})
	match(t, read(t, source.Limits{}, "", "zeros.zip"), "zeros.zip!a.bin: it could not be read to its end: it unpacks to hundreds of times", "zeros.zip!b.txt=b")
	match(t, read(t, source.Limits{}, "", "nest.zip"), "nest.zip!in.zip!a.bin: it could not be read to its end: it unpacks to hundreds of times", "nest.zip!b.txt=b")
	match(t, read(t, source.Limits{Entries: 10}, "", "many.zip"), "many.zip: 20 entries are more than the 10")
	match(t, read(t, source.Limits{Document: 2000}, "", "large.txt", "large.zip"),
		"large.txt: 3000 bytes is more than the 2000", "large.zip!a.txt: 2001 bytes is more than the 2000", "large.zip!b.txt=b")
	match(t, read(t, source.Limits{Total: 1000}, "", "total.zip"),
		"total.zip!a.txt="+strings.Repeat("x", 900),
		"total.zip!b.txt: it could not be read to its end: the zip unpacks to more",
		"total.zip!c.txt: the zip unpacks to more than 1000 bytes")
	match(t, read(t, source.Limits{}, pack(t, entry{"only/", ""}), "-"), "standard input: there is nothing in the zip")
	match(t, read(t, source.Limits{}, "", "lock.zip"), "lock.zip!a.txt: it is locked with a password")
}

// TestStops: when whoever asks has had enough, nothing more is read.
func TestStops(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"p/a.zip": pack(t, entry{"1.txt", "1"}, entry{"2.txt", "2"}), "p/b.txt": "b"})
	n := 0
	for range source.Paths([]string{"p", "p"}, nil, source.Limits{}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("got %d documents after the first was enough", n)
	}
}

func TestChanged(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"a.txt": "a"})
	info, err := os.Stat("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	for raw, err := range source.Paths([]string{"a.txt"}, nil, source.Limits{}) {
		if err != nil || !raw.Retrieved.Equal(info.ModTime()) {
			t.Errorf("got %v, %v, want %v", raw.Retrieved, err, info.ModTime())
		}
	}
}

// FuzzZip: whatever the bytes, what comes is a document within the limit or a
// skip with its reason, the same each time.
func FuzzZip(f *testing.F) {
	for _, s := range []string{pack(f, entry{"a.txt", "a"}), pack(f, entry{"in.zip", pack(f, entry{"b.txt", "b"})}), pack(f, entry{"word/document.xml", "x"}), "PK\x05\x06", ""} {
		f.Add([]byte(s))
	}
	lim := source.Limits{Document: 1 << 16, Total: 1 << 18, Entries: 50}
	f.Fuzz(func(t *testing.T, b []byte) {
		var runs [2][]string
		for i := range runs {
			for raw, err := range source.Paths([]string{"-"}, bytes.NewReader(b), lim) {
				var skip *source.Skip
				if err != nil && (!errors.As(err, &skip) || skip.Reason == "") || int64(len(raw.Bytes)) > lim.Document {
					t.Fatalf("got %d bytes, %v", len(raw.Bytes), err)
				}
				runs[i] = append(runs[i], fmt.Sprint(raw.Name, len(raw.Bytes), err))
			}
		}
		if len(runs[0]) == 0 || !slices.Equal(runs[0], runs[1]) {
			t.Fatalf("got %v, then %v", runs[0], runs[1])
		}
	})
}

type entry struct{ name, content string }

func pack(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Deflate, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// locked is a zip whose entry says that it is encrypted.
func locked(t *testing.T) string {
	b := []byte(pack(t, entry{"a.txt", "a"}))
	b[6] |= 1
	b[bytes.Index(b, []byte("PK\x01\x02"))+8] |= 1
	return string(b)
}
