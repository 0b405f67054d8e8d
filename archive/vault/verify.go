package vault

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"moothall/archive"
)

// All yields the digest of everything kept, in order. A name that is no
// digest, or lies in the wrong folder, is yielded as an error and the walk
// goes on.
func (v *Vault) All() iter.Seq2[archive.Digest, error] {
	return func(yield func(archive.Digest, error) bool) {
		shards, err := os.ReadDir(v.dir)
		if err != nil {
			yield("", fmt.Errorf("vault: %w", err))
			return
		}
		for _, shard := range shards {
			if shard.Name() == tempDir {
				continue
			}
			if !shard.IsDir() {
				if !yield("", fmt.Errorf("vault: %s does not belong here", shard.Name())) {
					return
				}
				continue
			}
			if !v.shard(shard.Name(), yield) {
				return
			}
		}
	}
}

// shard yields what lies in one folder and reports whether to go on.
func (v *Vault) shard(name string, yield func(archive.Digest, error) bool) bool {
	files, err := os.ReadDir(filepath.Join(v.dir, name))
	if err != nil {
		return yield("", fmt.Errorf("vault: %w", err))
	}
	for _, f := range files {
		if !valid(f.Name()) || f.Name()[:2] != name {
			if !yield("", fmt.Errorf("vault: %s/%s does not belong here", name, f.Name())) {
				return false
			}
			continue
		}
		if !yield(archive.Digest(f.Name()), nil) {
			return false
		}
	}
	return true
}

// Verify reads everything kept again and calls each with every digest: with a
// nil error where the bytes are what was put, else with what is wrong. The
// digest is empty for something that does not belong in the vault. It returns
// an error only when ctx is done.
func (v *Vault) Verify(ctx context.Context, each func(archive.Digest, error)) error {
	for d, err := range v.All() {
		if ctx.Err() != nil {
			return fmt.Errorf("vault: %w", ctx.Err())
		}
		if err == nil {
			err = v.check(d)
		}
		each(d, err)
	}
	return nil
}

func (v *Vault) check(d archive.Digest) error {
	f, err := v.Open(d)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return fmt.Errorf("vault: %s: %w", d, err)
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != string(d) {
		return fmt.Errorf("vault: %s is damaged: its bytes now have the digest %s", d, got)
	}
	return nil
}
