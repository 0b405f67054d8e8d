package worker

import (
	"time"

	"golang.org/x/sys/unix"
)

// processorTime is how long a process has had a processor, all its threads
// together. It is false where the process is no more.
func processorTime(pid int) (time.Duration, bool) {
	const allThreads = 2 // CPUCLOCK_SCHED; the clock's number is made of it and the process's
	var t unix.Timespec
	if err := unix.ClockGettime(int32(^pid<<3|allThreads), &t); err != nil {
		return 0, false
	}
	return time.Duration(t.Nano()), true
}
