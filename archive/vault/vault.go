// Package vault keeps published bytes by their SHA-256 digest.
//
// It is separate from the catalogue because it has one promise to make and
// nothing else to know: bytes that were put are given back the same, for good.
// A file is written once, to a temporary name that is flushed and then renamed,
// and is never opened for writing again; one that the disk has damaged is
// replaced whole when its bytes are put again. So a crash leaves either the whole
// file or none, and a copy of the folder taken at any time is a good backup.
//
// Bytes are kept as they were published, not compressed: whoever finds the
// folder without this program can still open every paper. That costs disk.
//
// The folder is laid out as ab/abcdef…, the digest under its first two digits.
// A Vault may be used from many goroutines and by several processes at once.
package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"moothall/archive"
)

// A Vault is a folder of published bytes.
type Vault struct{ dir string }

// tempDir holds files while they are written; a digest never has this name.
const tempDir = "tmp"

// staleAfter is when a temporary file can no longer belong to a writer that
// is alive.
const staleAfter = time.Hour

// Open opens the vault in dir, and makes it where there is none. What writers
// that died left behind is removed.
func Open(dir string) (*Vault, error) {
	temp := filepath.Join(dir, tempDir)
	if err := os.MkdirAll(temp, 0o755); err != nil {
		return nil, fmt.Errorf("vault: %w", err)
	}
	left, err := os.ReadDir(temp)
	if err != nil {
		return nil, fmt.Errorf("vault: %w", err)
	}
	for _, f := range left {
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > staleAfter {
			os.Remove(filepath.Join(temp, f.Name())) // it will be tried again next time
		}
	}
	return &Vault{dir}, nil
}

// Put keeps b and gives its digest. When Put returns without an error the
// bytes are on the disk and survive a loss of power. Putting the same bytes
// again changes nothing, unless what is kept under their digest has been
// damaged: then they take its place.
func (v *Vault) Put(b []byte) (archive.Digest, error) {
	d := archive.DigestOf(b)
	name := v.path(d)
	folder := filepath.Dir(name)
	if holds(name, b) {
		// Whoever wrote it may have died before the folder was flushed.
		return d, syncDir(folder)
	}
	if err := v.makeShard(folder); err != nil {
		return "", err
	}
	temp, err := v.writeTemp(b)
	if err != nil {
		return "", err
	}
	if err := os.Rename(temp, name); err != nil {
		os.Remove(temp)
		return "", fmt.Errorf("vault: %w", err)
	}
	return d, syncDir(folder)
}

// holds reports whether the file called name is there and is b, byte for byte.
func holds(name string, b []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Size() != int64(len(b)) {
		return false
	}
	part := make([]byte, min(len(b), 64<<10))
	for len(b) > 0 {
		n, err := io.ReadFull(f, part[:min(len(b), len(part))])
		if err != nil || !bytes.Equal(part[:n], b[:n]) {
			return false
		}
		b = b[n:]
	}
	return true
}

// Since gives when the bytes kept under d were put. The error wraps
// archive.ErrNotFound where there are none.
func (v *Vault) Since(d archive.Digest) (time.Time, error) {
	if !valid(string(d)) {
		return time.Time{}, fmt.Errorf("vault: %q is not a digest: %w", d, archive.ErrNotFound)
	}
	info, err := os.Stat(v.path(d))
	if errors.Is(err, fs.ErrNotExist) {
		return time.Time{}, fmt.Errorf("vault: %s: %w", d, archive.ErrNotFound)
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("vault: %w", err)
	}
	return info.ModTime(), nil
}

// Get gives the bytes kept under d. The error wraps archive.ErrNotFound where
// there are none, and says so where they are no longer what was put.
func (v *Vault) Get(d archive.Digest) ([]byte, error) {
	f, err := v.Open(d)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("vault: %s: %w", d, err)
	}
	if got := archive.DigestOf(b); got != d {
		return nil, fmt.Errorf("vault: %s is damaged: its bytes now have the digest %s", d, got)
	}
	return b, nil
}

// Open opens the bytes kept under d for reading without checking them. The
// error wraps archive.ErrNotFound where there are none.
func (v *Vault) Open(d archive.Digest) (io.ReadSeekCloser, error) {
	if !valid(string(d)) {
		return nil, fmt.Errorf("vault: %q is not a digest: %w", d, archive.ErrNotFound)
	}
	f, err := os.Open(v.path(d))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("vault: %s: %w", d, archive.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("vault: %w", err)
	}
	return f, nil
}

func (v *Vault) path(d archive.Digest) string {
	return filepath.Join(v.dir, string(d[:2]), string(d))
}

func (v *Vault) makeShard(folder string) error {
	err := os.Mkdir(folder, 0o755)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("vault: %w", err)
	}
	return syncDir(v.dir)
}

// writeTemp writes b to a flushed, read-only temporary file.
func (v *Vault) writeTemp(b []byte) (name string, err error) {
	f, err := os.CreateTemp(filepath.Join(v.dir, tempDir), "put-")
	if err != nil {
		return "", fmt.Errorf("vault: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
			err = fmt.Errorf("vault: %w", err)
		}
	}()
	_, err = f.Write(b)
	if err == nil {
		err = f.Chmod(0o444)
	}
	if err == nil {
		err = f.Sync()
	}
	return f.Name(), errors.Join(err, f.Close())
}

// syncDir makes a rename in dir outlast a loss of power.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("vault: %w", err)
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return fmt.Errorf("vault: %w", err)
	}
	return nil
}

// valid reports whether name is 64 lower-case hexadecimal digits.
func valid(name string) bool {
	if len(name) != 2*sha256.Size {
		return false
	}
	for _, c := range []byte(name) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
