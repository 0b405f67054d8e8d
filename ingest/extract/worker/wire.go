package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"moothall/ingest/extract"
)

// The wire. Numbers are big-endian.
//
//	request  "MHQ1"  seconds uint32  len(media) uint32  len(raw) uint32  media  raw
//	answer   "MHA1"  status  byte    len(body)  uint32                   body
//
// The body of an answer is a gob of extract.Paper, or the words of a refusal.
const (
	askMark    = "MHQ1"
	answerMark = "MHA1"

	read    byte = 0
	refused byte = 1

	maxMedia = 64
	maxRaw   = 1 << 30
)

// A request is one paper to be read within so many seconds.
type request struct {
	media   string
	raw     []byte
	seconds int
}

func (r request) write(w io.Writer) error {
	head := []byte(askMark)
	head = binary.BigEndian.AppendUint32(head, uint32(r.seconds))
	head = binary.BigEndian.AppendUint32(head, uint32(len(r.media)))
	head = binary.BigEndian.AppendUint32(head, uint32(len(r.raw)))
	head = append(head, r.media...)
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
	mediaLen, rawLen := binary.BigEndian.Uint32(head[8:]), binary.BigEndian.Uint32(head[12:])
	if string(head[:4]) != askMark || mediaLen > maxMedia || rawLen > maxRaw {
		return request{}, errors.New("worker: not a request")
	}
	body := make([]byte, mediaLen+rawLen)
	if _, err := io.ReadFull(r, body); err != nil {
		return request{}, io.ErrUnexpectedEOF
	}
	return request{
		media:   string(body[:mediaLen]),
		raw:     body[mediaLen:],
		seconds: int(binary.BigEndian.Uint32(head[4:])),
	}, nil
}

// An answer is a paper or a refusal, as it travels.
type answer struct {
	status byte
	body   []byte
}

func newAnswer(paper extract.Paper, err error) answer {
	if err == nil {
		var b bytes.Buffer
		err = gob.NewEncoder(&b).Encode(paper)
		if err == nil && b.Len() <= maxRaw {
			return answer{read, b.Bytes()}
		}
		if err == nil {
			err = errTooMuch
		}
	}
	return answer{refused, []byte(err.Error())}
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
	if string(head[:4]) != answerMark || head[4] > refused {
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

func (a answer) decode() (extract.Paper, error) {
	if a.status == refused {
		return extract.Paper{}, &Error{Refused, clip(string(a.body))}
	}
	var p extract.Paper
	if err := gob.NewDecoder(bytes.NewReader(a.body)).Decode(&p); err != nil {
		return extract.Paper{}, &Error{Crash, "its answer cannot be read: " + clip(err.Error())}
	}
	return p, nil
}
