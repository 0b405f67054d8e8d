package server

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// Bounds that keep one guest from spoiling the evening for the others.
const (
	maxAddress     = 8 << 10 // bytes of path and query
	maxAtOnce      = 256     // requests being answered
	answerDeadline = 15 * time.Second
	gzipFrom       = 1 << 10 // bytes; less is not worth it
)

// rim joins the routes to Gin, which goes no further in than this file.
func (s *Server) rim(routes []route) http.Handler {
	g := gin.New()
	if err := g.SetTrustedProxies(nil); err != nil {
		panic(err) // nil is always valid
	}
	g.HandleMethodNotAllowed = true
	g.RedirectTrailingSlash = false
	g.UseRawPath = false
	for _, rt := range routes {
		h := s.adapt(rt)
		g.GET(rt.path, h)
		g.HEAD(rt.path, h)
		g.OPTIONS(rt.path, s.preflight)
	}
	g.NoRoute(s.adapt(route{path: "none", handle: func(*http.Request) (view, error) { return view{}, errNoPage }}))
	g.NoMethod(s.adapt(route{path: "none", handle: func(*http.Request) (view, error) { return view{}, errMethod }}))
	return s.guard(g)
}

// guard is what holds for every request: bounds, headers, and a panic ends
// one answer rather than the process.
func (s *Server) guard(next http.Handler) http.Handler {
	places := make(chan struct{}, maxAtOnce)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		setHeaders(w.Header())
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler { // how an export that broke off says so
				panic(p)
			}
			// A bug in one page must not take the others down with it.
			s.log.Error("panic", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
			s.fail(w, r, fmt.Errorf("server: panic: %v", p))
		}()
		if len(r.RequestURI) > maxAddress {
			s.fail(w, r, errTooLong)
			return
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		default:
			s.fail(w, r, errBusy)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// adapt makes a route's handler Gin's: it copies what the path said to where
// http keeps it, measures, and writes what comes back.
func (s *Server) adapt(rt route) gin.HandlerFunc {
	return func(c *gin.Context) {
		r := c.Request
		for _, p := range c.Params {
			r.SetPathValue(p.Key, strings.TrimPrefix(p.Value, "/"))
		}
		start := time.Now()
		w := &statusWriter{ResponseWriter: c.Writer, status: http.StatusOK}
		defer func() { s.counts.observe(rt.path, w.status, time.Since(start)) }()

		ctx, cancel := context.WithTimeout(r.Context(), answerDeadline)
		defer cancel()
		v, err := rt.handle(r.WithContext(ctx))
		if err == nil && v.stream != nil {
			s.sendStream(w, r, v)
			return
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		s.send(w, r, v)
	}
}

func (s *Server) preflight(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
	h.Set("Access-Control-Allow-Headers", "Accept, If-None-Match, If-Modified-Since, Range")
	h.Set("Access-Control-Max-Age", "86400")
	c.Status(http.StatusNoContent)
}

// A view is a complete answer: a body, or for exports and originals something
// that writes one.
type view struct {
	status int // 0 is 200
	media  string
	body   []byte
	header http.Header
	// stream writes an answer too large to hold. An error before its first
	// byte becomes an error page; after it, the connection is cut.
	stream func(http.ResponseWriter, *http.Request) error
}

// with adds a header.
func (v view) with(name, value string) view {
	h := v.header.Clone()
	if h == nil {
		h = http.Header{}
	}
	h.Add(name, value)
	v.header = h
	return v
}

// fail answers an error. It is the only place where one is logged.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		return // nobody is listening
	}
	f := failureOf(err)
	if f.status >= 500 {
		s.log.Error("request failed", "path", r.URL.Path, "status", f.status, "error", err)
	}
	v, err := s.failureView(r, f)
	if err != nil {
		s.log.Error("error page failed", "error", err)
		v = view{status: f.status, media: "text/plain; charset=utf-8", body: []byte(f.title + "\n")}
	}
	s.send(w, r, v)
}

// send writes a complete view: a 304 where the reader has it already,
// compressed where that is worth it.
func (s *Server) send(w http.ResponseWriter, r *http.Request, v view) {
	h := w.Header()
	for name, values := range v.header {
		h[name] = values
	}
	if v.media != "" {
		h.Set("Content-Type", v.media)
	}
	status := v.status
	if status == 0 {
		status = http.StatusOK
	}
	body := v.body
	zip := len(body) >= gzipFrom && compressible(v.media) && acceptsGzip(r)
	if compressible(v.media) {
		h.Add("Vary", "Accept-Encoding")
	}
	if status == http.StatusOK {
		if h.Get("Cache-Control") == "" {
			h.Set("Cache-Control", "no-cache") // keep it, but ask whether it still holds
		}
		tag := entityTag(body, zip)
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			h.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	} else if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-store")
	}
	if zip {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed) // the level is valid
		z.Write(body)                                   // into memory
		z.Close()
		body = b.Bytes()
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body) // an error means that the reader has gone
	}
}

// sendStream writes an export or an original.
func (s *Server) sendStream(w *statusWriter, r *http.Request, v view) {
	h := w.Header()
	for name, values := range v.header {
		h[name] = values
	}
	if v.media != "" {
		h.Set("Content-Type", v.media)
	}
	defer func() {
		if !w.begun {
			return // the guard sends an error page
		}
		if p := recover(); p != nil {
			if p != http.ErrAbortHandler {
				s.log.Error("panic", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
			}
			panic(http.ErrAbortHandler) // an error page at the end of an export would pass for a part of it
		}
	}()
	err := v.stream(w, r)
	switch {
	case err == nil:
	case !w.begun:
		for name := range v.header {
			h.Del(name)
		}
		s.fail(w, r, err)
	case r.Context().Err() != nil:
		// The reader has gone.
	default:
		s.log.Error("export broke off", "path", r.URL.Path, "error", err)
		panic(http.ErrAbortHandler) // so that what was sent cannot pass for the whole
	}
}

func entityTag(body []byte, zipped bool) string {
	sum := sha256.Sum256(body)
	tag := base64.RawURLEncoding.EncodeToString(sum[:15])
	if zipped {
		tag += "-gz"
	}
	return `"` + tag + `"`
}

// matches reports whether an If-None-Match header names the tag. Weak marks
// do not count against a match (RFC 9110, 13.1.2).
func matches(header, tag string) bool {
	for _, t := range strings.Split(header, ",") {
		t = strings.TrimSpace(t)
		if t == "*" || strings.TrimPrefix(t, "W/") == tag {
			return true
		}
	}
	return false
}

func compressible(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") || media == "application/x-ndjson"
}

func acceptsGzip(r *http.Request) bool {
	return slices.ContainsFunc(strings.Split(r.Header.Get("Accept-Encoding"), ","), func(s string) bool {
		name, q, _ := strings.Cut(strings.TrimSpace(s), ";")
		return strings.TrimSpace(name) == "gzip" && strings.ReplaceAll(q, " ", "") != "q=0"
	})
}

// A statusWriter remembers what was answered, and whether anything was.
type statusWriter struct {
	http.ResponseWriter
	status int
	begun  bool
}

func (w *statusWriter) WriteHeader(status int) {
	w.status, w.begun = status, true
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(p []byte) (int, error) {
	w.begun = true
	return w.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
