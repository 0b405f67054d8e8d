//go:build !unix

package index

import (
	"fmt"
	"os"
)

// lock opens the file and relies on Bleve's own lock on the store, which
// waits a second for another process and then fails.
func lock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return f, nil
}
