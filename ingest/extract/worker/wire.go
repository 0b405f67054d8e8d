package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
)

// The wire. Numbers are big-endian.
//
//	request  "MHQ2"  seconds uint32  len(job) uint32  len(raw) uint32  job  raw
//	answer   "MHA2"  status  byte    len(body) uint32                  body
//
// The body of an answer is what the job gave, or the words of a refusal. Before
// it there may be one that is empty and says that the job is halfway.
const (
	askMark    = "MHQ2"
	answerMark = "MHA2"

	done    byte = 0
	refused byte = 1
	halfway byte = 2

	maxJob = 1 << 20
	maxRaw = 1 << 30
)

// A request is one job to be done within so many seconds.
type request struct {
	job     string
	raw     []byte
	seconds int
}

func (r request) write(w io.Writer) error {
	head := []byte(askMark)
	head = binary.BigEndian.AppendUint32(head, uint32(r.seconds))
	head = binary.BigEndian.AppendUint32(head, uint32(len(r.job)))
	head = binary.BigEndian.AppendUint32(head, uint32(len(r.raw)))
	head = append(head, r.job...)
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err := w.Write(r.raw)
	return err
}

// readRequest gives io.EOF where there are no more requests.
func readRequest(r io.Reader) (request, error) {
	var head [16]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return request{}, err
	}
	jobLen, rawLen := binary.BigEndian.Uint32(head[8:]), binary.BigEndian.Uint32(head[12:])
	if string(head[:4]) != askMark || jobLen > maxJob || rawLen > maxRaw {
		return request{}, errors.New("worker: not a request")
	}
	body := make([]byte, jobLen+rawLen)
	if _, err := io.ReadFull(r, body); err != nil {
		return request{}, io.ErrUnexpectedEOF
	}
	return request{
		job:     string(body[:jobLen]),
		raw:     body[jobLen:],
		seconds: int(binary.BigEndian.Uint32(head[4:])),
	}, nil
}

// An answer is what a job gave or a refusal, as it travels.
type answer struct {
	status byte
	body   []byte
}

func newAnswer(body []byte, err error) answer {
	if err == nil && len(body) > maxRaw {
		err = errTooMuch
	}
	if err != nil {
		return answer{refused, []byte(err.Error())}
	}
	return answer{done, body}
}

func (a answer) write(w io.Writer) error {
	head := append([]byte(answerMark), a.status)
	head = binary.BigEndian.AppendUint32(head, uint32(len(a.body)))
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err := w.Write(a.body)
	return err
}

// errTooMuch is an answer longer than its reader may give.
var errTooMuch = errors.New("what was read of it is more than may be kept")

func readAnswer(r io.Reader, most int64) (answer, error) {
	var head [9]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return answer{}, errors.New("it stopped without a word")
	}
	if string(head[:4]) != answerMark || head[4] > halfway {
		return answer{}, fmt.Errorf("it answered with something that is no answer: %q", head[:])
	}
	n := int64(binary.BigEndian.Uint32(head[5:]))
	if n > most {
		return answer{}, errTooMuch
	}
	// Grown as it comes: a child that promises much and sends little costs little.
	var body bytes.Buffer
	if got, err := io.CopyN(&body, r, n); err != nil {
		return answer{}, fmt.Errorf("it stopped after %d of %d bytes", got, n)
	}
	return answer{head[4], body.Bytes()}, nil
}

func (a answer) decode() ([]byte, error) {
	if a.status == refused {
		return nil, &Error{Kind: Refused, Detail: clip(string(a.body))}
	}
	return a.body, nil
}

// Encode puts what a job needs or gives into bytes, for Decode on the other
// side. As with any gob, an interface's value is lost, and so is a pointer to
// zero.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(v); err != nil {
		return nil, fmt.Errorf("worker: %w", err)
	}
	return b.Bytes(), nil
}

// Decode is the way back. Its error is an *Error: whoever answered is not to be
// trusted with it.
func Decode(b []byte, v any) error {
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(v); err != nil {
		return &Error{Kind: Crash, Detail: "its answer cannot be read: " + clip(err.Error())}
	}
	return nil
}
