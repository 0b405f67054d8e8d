package main

import (
	"context"

	"moothall/ingest/extract/worker"
)

var extractCommand = command{
	name:    "extract",
	summary: "reads papers for another moothall, which asks on standard input",
	run:     runExtract,
	hidden:  true,
}

func runExtract(_ context.Context, _ command, _ []string, std stdio) int {
	if err := worker.Serve(std.in, std.out, readPaper); err != nil {
		return failed(std, err)
	}
	return exitDone
}
