package server

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
)

// An export that has begun and breaks off cuts the connection, however it
// breaks: what was sent must not pass for the whole, nor an error page for a
// part of it.
func TestAnExportThatBreaksOff(t *testing.T) {
	s := &Server{log: slog.New(slog.DiscardHandler)}
	for name, breaks := range map[string]func() error{
		"with an error": func() error { return io.ErrUnexpectedEOF },
		"with a panic":  func() error { panic("a bug") },
	} {
		t.Run(name, func(t *testing.T) {
			answer := httptest.NewRecorder()
			defer func() {
				if p := recover(); p != http.ErrAbortHandler {
					t.Errorf("ended with %v", p)
				}
				if answer.Body.String() != "id,title\r\n" {
					t.Errorf("sent %q", answer.Body)
				}
			}()
			s.guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				s.sendStream(&statusWriter{ResponseWriter: w}, r, view{media: "text/csv", stream: func(w http.ResponseWriter, _ *http.Request) error {
					io.WriteString(w, "id,title\r\n")
					return breaks()
				}})
			})).ServeHTTP(answer, httptest.NewRequest("GET", "/search.csv", nil))
		})
	}
}
