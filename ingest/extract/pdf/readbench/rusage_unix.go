//go:build unix

package main

import (
	"os"
	"syscall"
	"time"
)

// processor is the time this process has had of all processors, 0 where it
// cannot be told. Unlike the clock it does not count what others do meanwhile.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// rusage is the most memory a finished process held, in bytes.
func rusage(p *os.ProcessState) int64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}
