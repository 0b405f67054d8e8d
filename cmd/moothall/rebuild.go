package main

import (
	"context"
	"fmt"
	"time"

	"moothall/index"
)

var rebuildCommand = command{
	name:    "rebuild",
	summary: "makes the index anew from the catalogue while the old one answers",
	run:     runRebuild,
}

func runRebuild(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	data := dataFlag(fs)
	again := fs.Bool("reparse", false, "first read every kept paper again, and put what it says now into the catalogue")
	unread := fs.Bool("unread", false, "read again the kept papers of which something could not be read, now that what it takes may be installed, and leave the index to follow")
	rest, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(rest) > 0 {
		return misuse(std, "rebuild: takes no arguments, only flags; %q is too much", rest[0])
	}
	open := openStore
	if *again && holdsPapers(*data) {
		open = makeStore // what the catalogue held can be read again
	}
	s, err := open(*data)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	notice := func(line string) { fmt.Fprintln(std.err, line) }
	if *again || *unread {
		if err := reparse(ctx, s, *again, std); err != nil {
			return failed(std, err)
		}
	}
	if !*again && *unread {
		return exitDone
	}
	began := time.Now()
	if err := index.Rebuild(ctx, s.indexDir(), index.Config{Source: s.catalogue, Notice: notice}); err != nil {
		return failed(std, err)
	}
	fmt.Fprintf(std.out, "The index was made anew in %.1f seconds.\n", time.Since(began).Seconds())
	return exitDone
}
