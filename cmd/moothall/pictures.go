package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"moothall/archive"
	"moothall/ingest/extract/deep"
	"moothall/server"
)

// What keeping pictures of pages may cost on disk, in bytes.
const picturesKept = 256 << 20

// A pictureShop draws pages for the server, in a reading process.
type pictureShop struct {
	*deep.Pictures
	processes *deep.Processes
}

// newPictures gives pictures of the papers in s. No process is started before
// somebody looks at a page.
func newPictures(s *store) (*pictureShop, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	processes := startDeep(self, 1)
	return &pictureShop{deep.NewPictures(processes, s.vault.Get, filepath.Join(s.dir, "pictures"), picturesKept), processes}, nil
}

// Close ends the process.
func (p *pictureShop) Close() error { return p.processes.Close() }

// Picture says what went wrong in the server's words.
func (p *pictureShop) Picture(ctx context.Context, d archive.Digest, page, width int) ([]byte, error) {
	b, err := p.Pictures.Picture(ctx, d, page, width)
	switch {
	case errors.Is(err, deep.ErrBusy):
		return nil, server.ErrBusy
	case errors.Is(err, deep.ErrNoPicture):
		return nil, fmt.Errorf("%w: %w", archive.ErrNotFound, err)
	}
	return b, err
}
