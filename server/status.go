package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"moothall/archive"
)

// What can go wrong at the rim itself.
var (
	errNoPage  = errors.New("server: no such address")
	errMethod  = errors.New("server: method not allowed")
	errTooLong = errors.New("server: address too long")
	errBusy    = errors.New("server: too many requests at once")
)

// A failure is an error as a reader is told of it.
type failure struct {
	status int
	title  string
	detail string
	errors []BadParameter
}

// failureOf decides the status of an error and the words for it. It is the
// only place that does.
func failureOf(err error) failure {
	var bad BadParameters
	switch {
	case errors.As(err, &bad):
		return failure{http.StatusBadRequest, "The address asks for something we do not understand",
			"One or more parts of the address could not be read.", bad}
	case errors.Is(err, archive.ErrNotFound):
		return failure{http.StatusNotFound, "We do not hold that",
			"The archive holds no record or paper under this address. It may never have been here, or it may have been withdrawn.", nil}
	case errors.Is(err, errNoPage):
		return failure{http.StatusNotFound, "There is no page at this address",
			"Check the address for typing mistakes, or search for what you were looking for.", nil}
	case errors.Is(err, errMethod):
		return failure{http.StatusMethodNotAllowed, "That cannot be done here",
			"Everything here is read with GET.", nil}
	case errors.Is(err, errTooLong):
		return failure{http.StatusRequestURITooLong, "The address is too long",
			"An address may have at most 8,192 characters. Choose fewer filters at once.", nil}
	case errors.Is(err, errBusy):
		return failure{http.StatusServiceUnavailable, "Too many people are asking at once",
			"Please try again in a few seconds.", nil}
	case errors.Is(err, context.DeadlineExceeded):
		return failure{http.StatusServiceUnavailable, "The search took too long",
			"Please try again, with fewer words or a narrower range of dates.", nil}
	}
	return failure{http.StatusInternalServerError, "Something went wrong here",
		"The fault is ours, and it has been written down. Please try again in a little while.", nil}
}

// A problem is a failure as a program is told of it (RFC 9457).
type problem struct {
	Type     string         `json:"type"`
	Title    string         `json:"title"`
	Status   int            `json:"status"`
	Detail   string         `json:"detail"`
	Instance string         `json:"instance,omitempty"`
	Errors   []BadParameter `json:"errors,omitempty"`
}

// failureView is a failure as whoever asked can read it.
func (s *Server) failureView(r *http.Request, f failure) (view, error) {
	v := view{status: f.status}
	if f.status == http.StatusServiceUnavailable {
		v = v.with("Retry-After", "5")
	}
	if f.status == http.StatusMethodNotAllowed {
		v = v.with("Allow", "GET, HEAD, OPTIONS")
	}
	if wantsProblem(r) {
		b, err := json.MarshalIndent(problem{"about:blank", f.title, f.status, f.detail, r.URL.Path, f.errors}, "", "  ")
		v.media, v.body = "application/problem+json", append(b, '\n')
		return v, err
	}
	p, err := s.render(r, "error.html", frame{Title: f.title, NoIndex: true, Body: errorView{f.title, f.detail, f.errors}})
	v.media, v.body = p.media, p.body
	return v, err
}

// errorView is what error.html shows.
type errorView struct {
	Title, Detail string
	Errors        []BadParameter
}

// wantsProblem reports whether a program asked: by the address, or by what it
// says it accepts.
func wantsProblem(r *http.Request) bool {
	path := r.URL.Path
	if strings.HasPrefix(path, "/api/") {
		return true
	}
	for _, suffix := range []string{".json", ".csv", ".ndjson", ".atom"} {
		if strings.HasSuffix(path, suffix) {
			return true
		}
	}
	return prefersJSON(r)
}

// prefersJSON reports whether the reader accepts JSON and does not ask for a
// page.
func prefersJSON(r *http.Request) bool {
	accept := r.Header.Get("Accept")
	return strings.Contains(accept, "json") && !strings.Contains(accept, "text/html")
}
