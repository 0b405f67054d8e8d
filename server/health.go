package server

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"moothall/archive"
)

// healthz says that the process runs.
func (s *Server) healthz(*http.Request) (view, error) {
	return view{media: "text/plain; charset=utf-8", body: []byte("ok\n")}.with("Cache-Control", "no-store"), nil
}

// readyz says whether searches can be answered.
func (s *Server) readyz(r *http.Request) (view, error) {
	v := view{media: "text/plain; charset=utf-8", body: []byte("ready\n")}.with("Cache-Control", "no-store")
	if _, err := s.catalogue.Seq(r.Context()); err != nil {
		s.log.Warn("not ready", "room", "catalogue", "error", err)
		v.status, v.body = http.StatusServiceUnavailable, []byte("the catalogue does not answer\n")
		return v, nil
	}
	if _, err := s.search.Search(r.Context(), archive.Query{Limit: 1, HitsOnly: true}); err != nil {
		s.log.Warn("not ready", "room", "index", "error", err)
		v.status, v.body = http.StatusServiceUnavailable, []byte("the index does not answer\n")
	}
	return v, nil
}

// metrics counts what was answered, by route and status.
type metrics struct {
	mu     sync.Mutex
	served map[servedKey]*served
}

type servedKey struct {
	route  string
	status int
}

type served struct {
	n       uint64
	seconds float64
	within  [len(buckets)]uint64
}

// buckets are the upper bounds of the histogram, in seconds.
var buckets = [...]float64{0.005, 0.025, 0.1, 0.5, 2.5, 10}

func newMetrics() *metrics { return &metrics{served: map[servedKey]*served{}} }

func (m *metrics) observe(route string, status int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k := servedKey{route, status}
	v := m.served[k]
	if v == nil {
		v = &served{}
		m.served[k] = v
	}
	v.n++
	v.seconds += took.Seconds()
	for i, b := range buckets {
		if took.Seconds() <= b {
			v.within[i]++
		}
	}
}

// metrics gives the counters in Prometheus' text format.
func (s *Server) metrics(r *http.Request) (view, error) {
	var b bytes.Buffer
	s.counts.write(&b)
	if seq, err := s.catalogue.Seq(r.Context()); err == nil {
		fmt.Fprintf(&b, "# HELP moothall_catalogue_seq Number of the catalogue's latest change.\n# TYPE moothall_catalogue_seq gauge\nmoothall_catalogue_seq %d\n", seq)
	}
	if c, err := s.catalogue.Coverage(r.Context()); err == nil {
		fmt.Fprint(&b, "# HELP moothall_records Records held, by kind.\n# TYPE moothall_records gauge\n")
		for _, k := range archive.Kinds {
			fmt.Fprintf(&b, "moothall_records{kind=%q} %d\n", k, c.Records[k])
		}
		fmt.Fprintf(&b, "# HELP moothall_documents Papers held.\n# TYPE moothall_documents gauge\nmoothall_documents %d\n", c.Documents)
	}
	return view{media: "text/plain; version=0.0.4; charset=utf-8", body: b.Bytes()}.with("Cache-Control", "no-store"), nil
}

func (m *metrics) write(b *bytes.Buffer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	keys := make([]servedKey, 0, len(m.served))
	for k := range m.served {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b servedKey) int {
		if a.route != b.route {
			if a.route < b.route {
				return -1
			}
			return 1
		}
		return a.status - b.status
	})
	fmt.Fprint(b, "# HELP moothall_request_seconds How long answers took.\n# TYPE moothall_request_seconds histogram\n")
	for _, k := range keys {
		v := m.served[k]
		labels := fmt.Sprintf("route=%q,status=\"%d\"", k.route, k.status)
		for i, le := range buckets {
			fmt.Fprintf(b, "moothall_request_seconds_bucket{%s,le=\"%g\"} %d\n", labels, le, v.within[i])
		}
		fmt.Fprintf(b, "moothall_request_seconds_bucket{%s,le=\"+Inf\"} %d\nmoothall_request_seconds_sum{%s} %g\nmoothall_request_seconds_count{%s} %d\n",
			labels, v.n, labels, v.seconds, labels, v.n)
	}
}
