package worker

import (
	"fmt"
	"strings"
)

// limits are what a child may use. They travel in one environment variable.
type limits struct {
	data int64 // bytes of private writable memory; 0 is no limit
}

const limitsVar = "MOOTHALL_READER_DATA"

func (l limits) env() string { return fmt.Sprintf("%s=%d", limitsVar, l.data) }

// limitsFromEnv finds the limits in an environment. A process that was not
// started by a pool has none.
func limitsFromEnv(environ []string) limits {
	var l limits
	for _, kv := range environ {
		if v, ok := strings.CutPrefix(kv, limitsVar+"="); ok {
			if _, err := fmt.Sscan(v, &l.data); err != nil {
				l.data = 0
			}
		}
	}
	return l
}
