package worker

import (
	"bytes"
	"errors"
	"testing"

	"moothall/ingest/extract"
)

// FuzzAnswer: whatever a child writes is a paper or an *Error, and no answer
// longer than allowed is taken.
func FuzzAnswer(f *testing.F) {
	paper, err := Encode(extract.Paper{Media: "pdf", Pages: []extract.Page{{Number: 1}}})
	if err != nil {
		f.Fatal(err)
	}
	for _, a := range []answer{newAnswer(paper, nil), newAnswer(nil, errors.New("no")), {status: halfway}} {
		var b bytes.Buffer
		if err := a.write(&b); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte("MHA2\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		const most = 1 << 16
		a, err := readAnswer(bytes.NewReader(raw), most)
		if err != nil {
			return
		}
		if len(a.body) > most {
			t.Fatalf("an answer of %d bytes was taken", len(a.body))
		}
		var why *Error
		body, err := a.decode()
		if err == nil {
			var p extract.Paper
			err = Decode(body, &p)
		}
		if err != nil && !errors.As(err, &why) {
			t.Fatalf("got %v, want an *Error", err)
		}
	})
}

// FuzzRequest: what is read back is what was asked.
func FuzzRequest(f *testing.F) {
	f.Add("pdf", []byte("%PDF-1.4"), uint16(20))
	f.Fuzz(func(t *testing.T, job string, raw []byte, seconds uint16) {
		if len(job) > maxJob {
			t.Skip()
		}
		var b bytes.Buffer
		if err := (request{job, raw, int(seconds)}).write(&b); err != nil {
			t.Fatal(err)
		}
		got, err := readRequest(&b)
		if err != nil || got.job != job || !bytes.Equal(got.raw, raw) || got.seconds != int(seconds) {
			t.Fatalf("got %+v, %v", got, err)
		}
	})
}
