package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"time"

	"moothall/archive"
	"moothall/index"
	"moothall/server"
	"moothall/static"

	"github.com/gin-gonic/gin"
)

var serveCommand = command{
	name:    "serve",
	summary: "serves the web pages and the API",
	run:     runServe,
}

// What one connection may cost. An export sets its own deadline for each
// batch it writes.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 40 * time.Second
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 32 << 10
	drainTimeout      = 20 * time.Second
)

func runServe(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	addr := fs.String("addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes a free one")
	name := fs.String("name", "Moothall", "what the service calls itself")
	base := fs.String("base", "", "the address people reach it at, if that is not the one it sees: https://papers.example.org")
	data := dataFlag(fs)
	rest, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(rest) > 0 {
		return misuse(std, "serve: takes no argument such as %q; --addr, --data, --name and --base are its flags", rest[0])
	}
	if _, err := net.ResolveTCPAddr("tcp", *addr); err != nil {
		return misuse(std, "serve: --addr takes host:port, such as 127.0.0.1:8080; not %q", *addr)
	}
	if u, err := url.Parse(*base); *base != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return misuse(std, "serve: --base takes an address that begins with http:// or https://, not %q", *base)
	}
	// An archive that is still empty may be served: what is ingested appears.
	s, err := makeStore(*data)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	return serve(ctx, s, serving{addr: *addr, name: *name, base: *base}, std)
}

// serving is how an archive is served.
type serving struct {
	addr, name, base string
	ready            func(url string) // told the address once it answers; the default prints it
}

// serve shows an archive until ctx is done: then it stops taking requests,
// lets those that are being answered finish, and only then closes the index.
func serve(ctx context.Context, s *store, how serving, std stdio) int {
	log := slog.New(slog.NewTextHandler(std.err, nil))
	ix, err := index.Open(s.indexDir(), index.Config{
		Source: s.catalogue, Log: log, Notice: func(line string) { fmt.Fprintln(std.err, line) },
	})
	if errors.Is(err, index.ErrLocked) {
		return failed(std, fmt.Errorf("another moothall serves the archive in %s already; stop it, or give another folder with --data", s.dir))
	}
	if err != nil {
		return failed(std, err)
	}
	defer ix.Close()

	pictures, err := newPictures(s)
	if err != nil {
		return failed(std, err)
	}
	defer pictures.Close()

	gin.SetMode(gin.ReleaseMode)
	h, err := server.New(server.Config{
		Search: searcher{ix}, Catalogue: s.catalogue, Vault: s.vault, Static: static.Files, Pictures: pictures,
		Log: log, Name: how.name, Base: how.base,
	})
	if err != nil {
		return failed(std, err)
	}
	listener, err := net.Listen("tcp", how.addr)
	if err != nil {
		return failed(std, fmt.Errorf("%w; --addr takes another host:port", err))
	}
	web := &http.Server{
		Handler: h, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}

	following, stop := context.WithCancel(ctx)
	followed := make(chan error, 1)
	go func() { followed <- ix.Follow(following) }()
	served := make(chan error, 1)
	go func() { served <- web.Serve(listener) }()

	if how.ready == nil {
		how.ready = func(url string) { fmt.Fprintf(std.out, "Moothall is at %s\n", url) }
	}
	how.ready("http://" + listener.Addr().String() + "/")

	code := exitDone
	select {
	case err = <-served:
		code = failed(std, err)
	case <-ctx.Done():
		drain, cancel := context.WithTimeout(context.Background(), drainTimeout)
		if err := web.Shutdown(drain); err != nil {
			web.Close()
		}
		cancel()
	}
	stop()
	<-followed
	return code
}

// searcher is the index as the server asks it: what is wrong with an address
// is said in the server's words.
type searcher struct{ *index.Index }

func (s searcher) Search(ctx context.Context, q archive.Query) (archive.Results, error) {
	res, err := s.Index.Search(ctx, q)
	if errors.Is(err, index.ErrBadCursor) {
		return res, server.BadParameters{{Parameter: "cursor", Detail: "is not one that this archive gave; start again without it"}}
	}
	return res, err
}
