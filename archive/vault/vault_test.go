package vault

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"moothall/archive"
)

func open(t *testing.T) *Vault {
	t.Helper()
	v, err := Open(filepath.Join(t.TempDir(), "vault"))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestPutGivesBackTheSameBytes(t *testing.T) {
	v := open(t)
	for _, b := range [][]byte{nil, {}, []byte("Minutes\x00\xff"), bytes.Repeat([]byte("a"), 1<<20)} {
		d, err := v.Put(b)
		if err != nil {
			t.Fatal(err)
		}
		again, err := v.Put(b)
		if err != nil || again != d {
			t.Errorf("second Put = %v, %v; want %v", again, err, d)
		}
		got, err := v.Get(d)
		if err != nil || !bytes.Equal(got, b) {
			t.Errorf("Get(%s) = %d bytes, %v; want %d bytes", d.Short(), len(got), err, len(b))
		}
	}
}

func TestPutAtOnce(t *testing.T) {
	v := open(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 20 {
				if _, err := v.Put([]byte{byte(i)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	n := 0
	for _, err := range v.All() {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if n != 20 {
		t.Errorf("%d things kept, want 20", n)
	}
	if left, _ := os.ReadDir(filepath.Join(v.dir, tempDir)); len(left) != 0 {
		t.Errorf("%d temporary files left", len(left))
	}
}

func TestNotFound(t *testing.T) {
	v := open(t)
	for _, d := range []archive.Digest{"", "..", "../../etc/passwd", archive.DigestOf([]byte("never put"))} {
		if _, err := v.Get(d); !errors.Is(err, archive.ErrNotFound) {
			t.Errorf("Get(%q) error = %v, want ErrNotFound", d, err)
		}
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	v := open(t)
	good, _ := v.Put([]byte("good"))
	bad, _ := v.Put([]byte("bad"))
	if err := os.Chmod(v.path(bad), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(v.path(bad), []byte("bda"), 0o644); err != nil {
		t.Fatal(err)
	}
	stranger := filepath.Join(filepath.Dir(v.path(good)), "notes.txt")
	if err := os.WriteFile(stranger, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	got := map[archive.Digest]bool{}
	if err := v.Verify(t.Context(), func(d archive.Digest, err error) { got[d] = err == nil }); err != nil {
		t.Fatal(err)
	}
	want := map[archive.Digest]bool{good: true, bad: false, "": false}
	for d, fine := range want {
		if is, seen := got[d]; !seen || is != fine {
			t.Errorf("Verify(%q) fine = %v, seen = %v; want fine = %v", d.Short(), is, seen, fine)
		}
	}
	if _, err := v.Get(bad); err == nil {
		t.Error("Get gave damaged bytes")
	}
	if _, err := v.Put([]byte("ba")); err != nil {
		t.Error(err)
	}
}

// Bytes that are put again heal what was damaged under their digest, whether
// that is shorter, as long, or not there at all.
func TestPutHealsDamage(t *testing.T) {
	for name, damage := range map[string]func(path string) error{
		"truncated": func(path string) error { return os.Truncate(path, 2) },
		"altered":   func(path string) error { return os.WriteFile(path, []byte("whale"), 0o644) },
		"gone":      os.Remove,
	} {
		v := open(t)
		d, err := v.Put([]byte("whole"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(v.path(d), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := damage(v.path(d)); err != nil {
			t.Fatal(err)
		}
		if _, err := v.Get(d); err == nil {
			t.Errorf("%s: Get says nothing", name)
		}
		if _, err := v.Put([]byte("whole")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if b, err := v.Get(d); err != nil || string(b) != "whole" {
			t.Errorf("%s: Get after another Put = %q, %v", name, b, err)
		}
		if info, err := os.Stat(v.path(d)); err != nil || info.Mode().Perm() != 0o444 {
			t.Errorf("%s: the healed file is %v, %v", name, info.Mode(), err)
		}
	}
}

func TestOpenRemovesOnlyStaleTemporaries(t *testing.T) {
	v := open(t)
	old, young := filepath.Join(v.dir, tempDir, "put-old"), filepath.Join(v.dir, tempDir, "put-young")
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, nil, 0o444); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Now().Add(-2 * staleAfter)
	if err := os.Chtimes(old, past, past); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(v.dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("a temporary file two hours old is still there")
	}
	if _, err := os.Stat(young); err != nil {
		t.Error("a temporary file just written is gone")
	}
}
