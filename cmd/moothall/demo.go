package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"log/slog"
	"net"
	"os"
	"time"

	"moothall/archive"
	"moothall/index"
	"moothall/ingest"
	"moothall/testdata"
)

var demoCommand = command{
	name:    "demo",
	summary: "shows a sample archive that is inside this program",
	run:     runDemo,
}

// demoAddr is where the demo is shown unless somebody says otherwise.
const demoAddr = "127.0.0.1:8080"

// runDemo reads the sample archive the way any papers are read, into a folder
// that is gone when the command ends, and serves it.
func runDemo(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	addr := fs.String("addr", "", "`host:port` to listen on; port 0 takes a free one (default "+demoAddr+", or a free port where that is taken)")
	rest, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(rest) > 0 {
		return misuse(std, "demo: takes no argument such as %q; `moothall ingest` reads papers of your own", rest[0])
	}
	if *addr == "" {
		*addr = freeAddr(demoAddr)
	}
	dir, err := os.MkdirTemp("", "moothall-demo-")
	if err != nil {
		return failed(std, err)
	}
	defer os.RemoveAll(dir)
	s, err := makeStore(dir)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	if err := loadDemo(ctx, s, std.err); err != nil {
		return failed(std, err)
	}
	return serve(ctx, s, serving{addr: *addr, name: "Moothall", ready: func(url string) {
		fmt.Fprintf(std.out, "Moothall is at %s\nThe councils, their papers and the people in them are invented. Ctrl-C ends the demo and removes what it loaded.\n", url)
	}}, std)
}

// freeAddr is addr, or the same host with any free port where addr is taken.
func freeAddr(addr string) string {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		host, _, _ := net.SplitHostPort(addr)
		return net.JoinHostPort(host, "0")
	}
	l.Close()
	return addr
}

// loadDemo reads the sample archive into s, index and all, and says on w what
// it read.
func loadDemo(ctx context.Context, s *store, w io.Writer) error {
	started := time.Now()
	fmt.Fprintln(w, "Reading the sample archive …")
	reader, pool, err := newReader()
	if err != nil {
		return err
	}
	defer pool.Close()
	report, err := ingest.Run(ctx, ingest.SourceFunc(func(context.Context) iter.Seq2[archive.Raw, error] {
		return demoPapers(testdata.Demo())
	}), ingest.Config{Reader: reader, Vault: s.vault, Sink: s.catalogue})
	if err != nil {
		return err
	}
	ix, err := index.Open(s.indexDir(), index.Config{Source: s.catalogue, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	if err := ix.CatchUp(ctx); err != nil {
		ix.Close()
		return err
	}
	if err := ix.Close(); err != nil {
		return err
	}
	records := 0
	for _, n := range report.Records {
		records += n
	}
	fmt.Fprintf(w, "%d papers, %d records, %.1f s\n", report.Documents, records, time.Since(started).Seconds())
	return nil
}

// demoPapers yields the papers of the sample archive with what its manifest
// says of them.
func demoPapers(sample fs.FS) iter.Seq2[archive.Raw, error] {
	return func(yield func(archive.Raw, error) bool) {
		var list []struct {
			File, URL, Council string
			Retrieved          time.Time
		}
		b, err := fs.ReadFile(sample, "manifest.json")
		if err == nil {
			err = json.Unmarshal(b, &list)
		}
		if err != nil {
			yield(archive.Raw{}, fmt.Errorf("the sample archive's manifest: %w", err))
			return
		}
		for _, p := range list {
			b, err := fs.ReadFile(sample, "papers/"+p.File)
			if !yield(archive.Raw{Bytes: b, Name: p.File, URL: p.URL, Council: p.Council, Retrieved: p.Retrieved}, err) {
				return
			}
		}
	}
}
