package main

import (
	"context"

	"moothall/ingest/extract"
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
	read := func(media string, raw []byte) (extract.Paper, error) {
		if paper, ok, err := jobs.Read(media, raw); ok {
			return paper, err
		}
		return readPaper(media, raw)
	}
	if err := worker.Serve(std.in, std.out, read); err != nil {
		return failed(std, err)
	}
	return exitDone
}
