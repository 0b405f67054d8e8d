package deep

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"moothall/archive"
	"moothall/ingest/extract"
)

func TestPictures(t *testing.T) {
	var asked []string
	fail := error(nil)
	draw := poolFunc(func(media string, _ []byte) (extract.Paper, error) {
		asked = append(asked, media)
		return extract.Paper{Attachments: []archive.Raw{{Bytes: []byte(strings.Repeat("x", 100))}}}, fail
	})
	dir := filepath.Join(t.TempDir(), "pages")
	p := NewPictures(draw, func(archive.Digest) ([]byte, error) { return nil, nil }, dir, 1000)
	get := func(d archive.Digest, page, width int) error {
		t.Helper()
		b, err := p.Picture(context.Background(), d, page, width)
		if err == nil && len(b) != 100 {
			t.Fatalf("%d bytes", len(b))
		}
		return err
	}
	for _, width := range []int{1, 900, 1000, 5000, 950} {
		if err := get("aa", 3, width); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(asked, ","); got != "pdf picture 3 600,pdf picture 3 1000,pdf picture 3 1600" {
		t.Errorf("drawn: %s; want each width that is made, once", got)
	}
	// A page that cannot be drawn is not tried twice, and says so.
	asked, fail = nil, stopped()
	for range 2 {
		if err := get("bb", 1, 600); !errors.Is(err, ErrNoPicture) {
			t.Errorf("error %v", err)
		}
	}
	if len(asked) != 1 {
		t.Errorf("tried %d times", len(asked))
	}
	// The folder stays in its bounds, and keeps what was wanted last. Nothing
	// of anybody else's is touched.
	fail = nil
	other := filepath.Join(dir, "somebody else's")
	if err := os.WriteFile(other, make([]byte, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	for n := range 20 {
		if err := get("cc", n+1, 600); err != nil {
			t.Fatal(err)
		}
		if n > 0 { // all but the last are old, so that the order is plain
			past(t, filepath.Join(dir, "cc-"+strconv.Itoa(n)+"-600"+suffix), old.Add(time.Duration(n)*time.Second))
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"+suffix))
	if err != nil || len(files) > 10 || len(files) < 5 {
		t.Errorf("%d pictures are kept, %v; want some and at most 10", len(files), err)
	}
	if _, err := os.Stat(filepath.Join(dir, "cc-20-600"+suffix)); err != nil {
		t.Errorf("the picture wanted last is gone: %v", err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
}

func past(t *testing.T, path string, when time.Time) {
	t.Helper()
	if err := os.Chtimes(path, when, when); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
}

func TestTooManyWait(t *testing.T) {
	begun, end := make(chan struct{}, 100), make(chan struct{})
	draw := poolFunc(func(string, []byte) (extract.Paper, error) {
		begun <- struct{}{}
		<-end
		return extract.Paper{Attachments: []archive.Raw{{Bytes: []byte("x")}}}, nil
	})
	p := NewPictures(draw, func(archive.Digest) ([]byte, error) { return nil, nil }, "", 0)
	done := make(chan error, 100)
	ask := func(page int) { _, err := p.Picture(context.Background(), "aa", page, 600); done <- err }
	go ask(1)
	<-begun
	for n := range waitingAtOnce { // one of them is too many
		go ask(n + 2)
	}
	if err := <-done; !errors.Is(err, ErrBusy) {
		t.Errorf("error %v, want ErrBusy", err)
	}
	close(end)
	for range waitingAtOnce {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// slowToWarm is a pool that has to be warmed, and was not when it is asked
// for too early.
type slowToWarm struct {
	Pool
	warmed chan struct{}
}

func (s slowToWarm) Warm(ctx context.Context) error {
	select {
	case <-s.warmed:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Whoever wants the first picture waits for the engine as long as they may;
// nothing is held against the page.
func TestPicturesWaitForTheEngine(t *testing.T) {
	drawn := 0
	pool := slowToWarm{poolFunc(func(string, []byte) (extract.Paper, error) {
		drawn++
		return extract.Paper{Attachments: []archive.Raw{{Bytes: []byte("picture")}}}, nil
	}), make(chan struct{})}
	p := NewPictures(pool, func(archive.Digest) ([]byte, error) { return nil, nil }, "", 0)
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Picture(gone, "aa", 1, 600); !errors.Is(err, context.Canceled) || drawn > 0 {
		t.Errorf("while the engine is made: error %v, %d drawn", err, drawn)
	}
	close(pool.warmed)
	if b, err := p.Picture(context.Background(), "aa", 1, 600); err != nil || string(b) != "picture" {
		t.Errorf("after: %q, %v", b, err)
	}
}
