package browsertest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// scans is an archive of one paper of each sort that a page of a paper can
// show: with letters, read by OCR, a picture handed in as a file, unread for
// want of the program, and one that has no picture. It gives the paths of the
// first page of each.
func scans(t *testing.T) (base string, paths map[string]string) {
	t.Helper()
	served(t) // which builds the program
	if _, err := exec.LookPath("tesseract"); err != nil {
		need(t, "tesseract", "install tesseract-ocr")
	}
	read := func(name string) []byte {
		b, err := os.ReadFile("../../ingest/extract/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	scan := read("deep/testdata/scan.in.pdf")
	papers := map[string][]byte{
		"letters": read("pdf/testdata/pack-chromium.in.pdf"),
		"ocr":     scan,
		"picture": read("scan/testdata/minutes-1.in.png"),
		"web":     []byte("<html><head><title>Cabinet</title></head><body><h1>Cabinet</h1><p>The payment was discussed at the meeting of the Cabinet on Tuesday.</p></body></html>"),
		"unread":  append(bytes.Clone(scan), "% another copy\n"...),
	}
	data := filepath.Join(t.TempDir(), "data")
	hand := func(path string, names ...string) {
		dir := t.TempDir()
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(dir, name), papers[name], 0o600); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(demo.binary, "ingest", "--data", data, dir)
		cmd.Env = append(os.Environ(), "PATH="+path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("ingest: %v\n%s", err, out)
		}
	}
	hand(os.Getenv("PATH"), "letters", "ocr", "picture", "web")
	hand("/nonexistent", "unread")
	s, err := start(demo.binary, "serve", "--data", data, "--addr", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.cmd.Process.Signal(os.Interrupt)
		s.cmd.Wait()
	})
	paths = map[string]string{}
	for name, b := range papers {
		sum := sha256.Sum256(b)
		paths[name] = "/documents/" + hex.EncodeToString(sum[:]) + "/pages/1?q=meeting"
	}
	return s.url, paths
}

// Every sort of page of a paper is without any violation that axe can find,
// shows its picture where it has one, and what to install where it is unread.
func TestPagesOfPapers(t *testing.T) {
	base, paths := scans(t)
	ctx := browser(t, 3*time.Minute)
	for name, want := range map[string]struct {
		picture bool
		says    string
	}{
		"letters": {true, ""}, "ocr": {true, "Read by OCR"}, "picture": {true, "Read by OCR"}, "web": {false, ""}, "unread": {true, "install tesseract-ocr"},
	} {
		do(t, ctx, name, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+paths[name]))
		if got := has(t, ctx, ".leaf img"); got != want.picture {
			t.Errorf("%s: a picture: %v, want %v", name, got, want.picture)
		}
		if says := texts(t, ctx, "main")[0]; !strings.Contains(says, want.says) {
			t.Errorf("%s: the page says %.300q, want %q in it", name, says, want.says)
		}
		if want.picture {
			// The first may have to wait for the engine.
			const loaded = `new Promise(done => { const i = document.querySelector(".leaf img"); const say = () => done(i.naturalWidth); if (i.complete) say(); else { i.onload = say; i.onerror = say } })`
			if wide := read[int](t, ctx, loaded, chromedp.EvalAwaitPromise); wide < 500 {
				t.Errorf("%s: the picture is %d dots wide", name, wide)
			}
		}
	}
	axePages(t, ctx, base, paths)

	// A place in the list leads to its outline with the keyboard alone, and the
	// outline lies on the picture.
	do(t, ctx, "open the list", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+paths["ocr"]),
		chromedp.Focus(".seen summary"), chromedp.KeyEvent("\r"), chromedp.KeyEvent("\t"), chromedp.KeyEvent("\r"))
	if !strings.HasSuffix(read[string](t, ctx, "location.href"), "#place-1") || !has(t, ctx, "rect.found:target") {
		t.Errorf("the first place is not gone to: %s", read[string](t, ctx, "location.href"))
	}
	const inside = `(() => { const a = document.querySelector(".leaf").getBoundingClientRect(); return [...document.querySelectorAll("rect.found")].every(r => { const b = r.getBoundingClientRect(); return b.width > 5 && b.left >= a.left && b.right <= a.right && b.top >= a.top && b.bottom <= a.bottom }) })()`
	if !read[bool](t, ctx, inside) {
		t.Error("an outline lies off the picture")
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	shoot(t, ctx, "ocr-print")
	if !read[bool](t, ctx, `document.querySelector(".said").getClientRects().length > 0`) {
		t.Error("the text is not printed")
	}
}
