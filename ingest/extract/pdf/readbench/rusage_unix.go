//go:build unix

package main

import (
	"os"
	"syscall"
)

// rusage is the most memory a finished process held, in bytes.
func rusage(p *os.ProcessState) int64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}
