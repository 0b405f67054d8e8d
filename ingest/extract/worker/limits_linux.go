package worker

import (
	"fmt"
	"os/signal"

	"golang.org/x/sys/unix"
)

// set binds this process. The limit is on data, not on address space: Go
// reserves some 700 MB of addresses before it does anything, so a limit on
// those that leaves room to work limits nothing.
func (l limits) set() error {
	if l.data <= 0 {
		return nil
	}
	// What may not be written is an error for who wrote it, not the end.
	signal.Ignore(unix.SIGXFSZ)
	for _, lim := range []struct {
		what  string
		which int
		most  uint64
	}{
		{"data", unix.RLIMIT_DATA, uint64(l.data)},
		{"file size", unix.RLIMIT_FSIZE, 0},
		{"open files", unix.RLIMIT_NOFILE, 64},
		{"core", unix.RLIMIT_CORE, 0},
	} {
		if err := unix.Setrlimit(lim.which, &unix.Rlimit{Cur: lim.most, Max: lim.most}); err != nil {
			return fmt.Errorf("worker: limit on %s: %w", lim.what, err)
		}
	}
	return nil
}

// more grants processor time for the next paper: what the asker will wait,
// and a little over, on top of what has been used. It only matters where the
// asker cannot kill.
func (l limits) more(seconds int) error {
	if l.data <= 0 || seconds <= 0 {
		return nil
	}
	var used unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
		return fmt.Errorf("worker: time used: %w", err)
	}
	until := uint64(used.Utime.Sec+used.Stime.Sec) + uint64(seconds) + 10
	if err := unix.Setrlimit(unix.RLIMIT_CPU, &unix.Rlimit{Cur: until, Max: unix.RLIM_INFINITY}); err != nil {
		return fmt.Errorf("worker: limit on time: %w", err)
	}
	return nil
}
