package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"moothall/ingest/extract"
	"moothall/ingest/extract/worker"
)

// Apart is the Desk of reading processes: each document is read, recognised,
// parsed and classified in one of them, in one go, and what comes back is the
// finished Reading. So nothing a document holds can stop, hang or swell this
// process. The processes run Rooms.Do.
type Apart struct{ Pool *worker.Pool }

// readJob names the job; an Ask without its Bytes and Paper follows, as JSON.
// The job's bytes are the document's, or a gob of the Paper for pagesJob.
const (
	readJob  = "read "
	pagesJob = "understand "
)

// Read has a process read a document.
func (d Apart) Read(ctx context.Context, a Ask) (Answer, error) {
	name, raw := readJob, a.Bytes
	if a.Paper != nil {
		var err error
		if raw, err = worker.Encode(a.Paper); err != nil {
			return Answer{}, fmt.Errorf("ingest: %w", err)
		}
		name = pagesJob
	}
	job, err := json.Marshal(Ask{Entry: a.Entry, Plain: a.Plain})
	if err != nil {
		return Answer{}, fmt.Errorf("ingest: %w", err)
	}
	got, err := d.Pool.Do(ctx, name+string(job), raw)
	if err != nil {
		return Answer{}, unreadable(err)
	}
	answer, err := readAnswer(got)
	return answer, unreadable(err)
}

func unreadable(err error) error {
	var why *worker.Error
	if errors.As(err, &why) {
		return &Unreadable{Reason: why.Error(), Lethal: why.Kind != worker.Refused, Halfway: why.Halfway}
	}
	return err
}

// Do is the other side of Apart: a job as it comes to the reading process. Any
// other job than those of Apart is an error.
func (r Rooms) Do(job string, raw []byte, half func()) ([]byte, error) {
	var a Ask
	ask, bytesFollow := strings.CutPrefix(job, readJob)
	if bytesFollow {
		a.Bytes = raw
	} else {
		var ok bool
		if ask, ok = strings.CutPrefix(job, pagesJob); !ok {
			return nil, fmt.Errorf("ingest: no job that is known: %.20q", job)
		}
		a.Paper = new(extract.Paper)
		if err := worker.Decode(raw, a.Paper); err != nil {
			return nil, err
		}
	}
	var said Ask
	if err := json.Unmarshal([]byte(ask), &said); err != nil {
		return nil, fmt.Errorf("ingest: %w", err)
	}
	a.Entry, a.Plain = said.Entry, said.Plain
	answer, err := r.read(a, half)
	if err != nil {
		return nil, err
	}
	return writeAnswer(answer)
}
