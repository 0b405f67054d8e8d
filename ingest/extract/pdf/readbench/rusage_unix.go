//go:build unix

package main

import (
	"os"
	"strconv"
	"strings"
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

// ofThis is what this process took of all processors, and the most memory it
// held. The system's own figure of the latter counts what the parent held at
// the start, so it is read elsewhere where that can be.
func ofThis() spent {
	s := spent{processor: processor()}
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return s
	}
	for line := range strings.Lines(string(raw)) {
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(v), " kB"), 10, 64)
			s.memory = n << 10
		}
	}
	return s
}

// ofChildren is what the finished children of this process took together, and
// the most memory one of them held, or this process where that is more.
func ofChildren() spent {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u); err != nil {
		return spent{}
	}
	return spent{time.Duration(u.Utime.Nano() + u.Stime.Nano()), u.Maxrss << 10}
}
