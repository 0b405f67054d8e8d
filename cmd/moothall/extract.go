package main

import (
	"context"

	"moothall/ingest/extract/deep"
	"moothall/ingest/extract/worker"
)

var extractCommand = command{
	name:    "extract",
	summary: "reads papers for another moothall, which asks on standard input",
	run:     runExtract,
	hidden:  true,
}

func runExtract(_ context.Context, _ command, args []string, std stdio) int {
	if len(args) == 2 && args[0] == deep.WarmFlag {
		if err := deep.Warm(args[1]); err != nil {
			return failed(std, err)
		}
		return exitDone
	}
	jobs := deep.NewJobs()
	do := func(job string, raw []byte, half func()) ([]byte, error) {
		paper, ok, err := jobs.Read(job, raw)
		switch {
		case !ok:
			return rooms.Do(job, raw, half)
		case err != nil:
			return nil, err
		}
		return worker.Encode(paper)
	}
	if err := worker.Serve(std.in, std.out, do); err != nil {
		return failed(std, err)
	}
	return exitDone
}
