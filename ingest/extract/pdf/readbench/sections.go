//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"time"
)

// A ledger is a Markdown file of sections, "## Heading" and what follows,
// each written by one measurement: what is measured anew takes the place of
// what was there, and the other sections stay as they are.
type ledger struct {
	file string // "" prints and keeps nothing
	only string // the one section that is measured; "" is all
}

// put writes one section. Its heading and the line of when and where it was
// measured are added to the text that write gives.
func (l ledger) put(heading string, write func(io.Writer) error) error {
	if l.only != "" && l.only != heading {
		return nil
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	section := fmt.Sprintf("## %s\n\n%s\n\nMeasured on %s (%d processors, %s, %s).\n",
		heading, strings.TrimSpace(b.String()), time.Now().Format("2 January 2006"), runtime.NumCPU(), runtime.Version(), load())
	fmt.Println(section)
	if l.file == "" {
		return nil
	}
	old, err := os.ReadFile(l.file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(l.file, []byte(replaced(string(old), heading, section)), 0o644)
}

// replaced is a report with one section put in the place of that of the same
// heading, or at the end.
func replaced(old, heading, section string) string {
	var parts []string
	found := false
	for i, part := range strings.Split("\n"+old, "\n## ") {
		if i > 0 {
			part = "## " + part
		}
		if title, _, _ := strings.Cut(part, "\n"); title == "## "+heading {
			part, found = section, true
		}
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	if !found {
		parts = append(parts, strings.TrimSpace(section))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

func load() string {
	raw, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "load unknown"
	}
	return "load " + strings.Join(strings.Fields(string(raw))[:1], "")
}
