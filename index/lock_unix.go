//go:build unix

package index

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock takes a file for this process until it is closed, or returns ErrLocked
// at once. The system lets go of it when the process dies, however it dies.
func lock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("%w (%s)", ErrLocked, path)
		}
		return nil, fmt.Errorf("index: locking %s: %w", path, err)
	}
	return f, nil
}
