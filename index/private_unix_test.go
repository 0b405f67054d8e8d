//go:build unix

package index

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNobodyElseReachesTheIndex looks at the folders, for a socket is
// reachable between being made and being given its permissions.
func TestNobodyElseReachesTheIndex(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	for _, made := range []string{"by us", "before"} {
		t.Run(made, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "index")
			if made == "before" {
				for _, d := range []string{dir, filepath.Join(dir, peerRoom)} {
					if err := os.Mkdir(d, 0o777); err != nil {
						t.Fatal(err)
					}
				}
			}
			h := &history{}
			h.put(world()...)
			ix := onDisk(t, dir, h)
			catchUp(t, ix)
			b, err := os.ReadFile(filepath.Join(dir, peerFile))
			if err != nil {
				t.Fatal(err)
			}
			private := []string{genDir(dir, ix.gen.number), filepath.Dir(strings.TrimSpace(string(b)))}
			if made == "by us" {
				private = append(private, dir)
			}
			for _, d := range private {
				info, err := os.Stat(d)
				if err != nil {
					t.Fatal(err)
				}
				if p := info.Mode().Perm(); p != fs.FileMode(0o700) {
					t.Errorf("%s is %v", d, p)
				}
			}
		})
	}
}
