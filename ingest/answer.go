package ingest

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"moothall/archive"
	"moothall/ingest/extract/worker"
)

// An Answer travels as parts, each with its length before it as a uvarint:
//
//	the Answer as JSON, without what follows
//	the words of its Texts, as a gob, or nothing
//	its Paper, as a gob, or nothing
//	the bytes of its Attachments, as a gob, or nothing
//	each of its records in the form in which they are published and kept
//
// A gob has to be told its types anew in each answer, which takes longer than
// all else in a small paper; it is for those that have very many words, or
// files inside them, which in JSON would be a third larger.

func writeAnswer(a Answer) ([]byte, error) {
	entry := &a.Reading.Entry
	var words [][]archive.Word
	texts := append([]archive.PageText(nil), entry.Texts...)
	for i := range texts {
		if len(texts[i].Words) > 0 && words == nil {
			words = make([][]archive.Word, len(texts))
		}
		if words != nil {
			words[i], texts[i].Words = texts[i].Words, nil
		}
	}
	var files [][]byte
	inside := append([]archive.Raw(nil), a.Reading.Attachments...)
	for i := range inside {
		files, inside[i].Bytes = append(files, inside[i].Bytes), nil
	}
	a.Reading.Attachments = inside
	records, paper := entry.Records, a.Paper
	entry.Texts, entry.Records, a.Paper = texts, nil, nil

	var p parts
	p.json(a)
	p.gob(words, words != nil)
	p.gob(paper, paper != nil)
	p.gob(files, files != nil)
	for _, r := range records {
		p.json(r)
	}
	return p.out, p.err
}

func readAnswer(b []byte) (Answer, error) {
	var a Answer
	var words [][]archive.Word
	var files [][]byte
	p := parts{in: b}
	p.decode(&a, json.Unmarshal)
	p.decode(&words, worker.Decode)
	p.decode(&a.Paper, worker.Decode)
	p.decode(&files, worker.Decode)
	for i := range min(len(words), len(a.Reading.Entry.Texts)) {
		a.Reading.Entry.Texts[i].Words = words[i]
	}
	for i := range min(len(files), len(a.Reading.Attachments)) {
		a.Reading.Attachments[i].Bytes = files[i]
	}
	for p.err == nil && len(p.in) > 0 {
		r, err := archive.DecodeRecord(p.next())
		p.err = errors.Join(p.err, err)
		a.Reading.Entry.Records = append(a.Reading.Entry.Records, r)
	}
	if p.err != nil {
		return Answer{}, &worker.Error{Kind: worker.Crash, Detail: fmt.Sprintf("its answer cannot be read: %v", p.err)}
	}
	return a, nil
}

// parts are written one after the other, or read; err is the first error.
type parts struct {
	out []byte
	in  []byte
	err error
}

func (p *parts) json(v any) {
	b, err := json.Marshal(v)
	p.add(b, err)
}

// gob adds v, or an empty part.
func (p *parts) gob(v any, some bool) {
	if !some {
		p.add(nil, nil)
		return
	}
	b, err := worker.Encode(v)
	p.add(b, err)
}

func (p *parts) add(b []byte, err error) {
	if p.err == nil {
		p.err = err
	}
	p.out = append(binary.AppendUvarint(p.out, uint64(len(b))), b...)
}

// next is the next part.
func (p *parts) next() []byte {
	n, head := binary.Uvarint(p.in)
	if head <= 0 || n > uint64(len(p.in)-head) {
		p.err, p.in = errors.New("it is cut short"), nil
		return nil
	}
	part := p.in[head : head+int(n)]
	p.in = p.in[head+int(n):]
	return part
}

// decode reads the next part into v, unless it is empty.
func (p *parts) decode(v any, decode func([]byte, any) error) {
	if p.err != nil {
		return
	}
	if b := p.next(); len(b) > 0 {
		p.err = decode(b, v)
	}
}
