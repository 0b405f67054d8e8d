package index

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"moothall/archive"
)

// shown is what a hit shows, packed into one stored value with the text that
// its snippets are cut from. The text is kept here and nowhere else in the
// index, and is compressed better than Bleve would: about two fifths of it
// is left.
type shown struct {
	Kind       archive.Kind       `json:"k"`
	Title      string             `json:"t,omitempty"`
	Council    string             `json:"c,omitempty"`
	Committee  string             `json:"b,omitempty"`
	Date       archive.Date       `json:"d,omitempty"`
	Services   []archive.Service  `json:"s,omitempty"`
	Outcome    archive.Outcome    `json:"o,omitempty"`
	Finding    archive.Verdict    `json:"f,omitempty"`
	Reference  string             `json:"r,omitempty"`
	Number     string             `json:"n,omitempty"`
	Decision   string             `json:"e,omitempty"` // the opening of it
	Summary    string             `json:"m,omitempty"` // the opening of it
	Routine    bool               `json:"p,omitempty"`
	OCR        bool               `json:"i,omitempty"`
	Exempt     bool               `json:"x,omitempty"`
	Source     archive.Source     `json:"u"`
	Pages      []int              `json:"g,omitempty"`
	Remedies   int                `json:"y,omitempty"`
	PageMarks  []archive.PageMark `json:"-"` // packed as two numbers each
	Marks      []int              `json:"a,omitempty"`
	ParsedText string             `json:"-"`
}

// opening is how much of a decision or summary a hit shows, in bytes.
const opening = 400

func newShown(r archive.Record, d doc, marks []archive.PageMark) shown {
	h := r.About()
	s := shown{
		Kind: h.Kind, Title: h.Title, Council: h.Council, Committee: archive.Committee(r), Date: archive.When(r),
		Services: h.Services, Decision: beginning(d.decision, opening), Summary: beginning(h.Summary, opening),
		Routine: d.routine, OCR: h.OCR, Exempt: h.Visibility == archive.Exempt, Source: h.Source, Pages: h.Pages,
		Remedies:   len(archive.Remedies(r)),
		ParsedText: d.text,
	}
	switch r := r.(type) {
	case *archive.Item:
		s.Outcome, s.Number = r.Outcome, r.ItemNumber
	case *archive.Finding:
		s.Finding, s.Reference = r.Finding, r.Reference
	}
	at := 0
	for _, m := range marks {
		s.Marks = append(s.Marks, m.Offset-at, m.Page)
		at = m.Offset
	}
	return s
}

// hit is the record as search results show it, without snippets.
func (s shown) hit(id archive.ID) archive.Hit {
	visibility := archive.Public
	if s.Exempt {
		visibility = archive.Exempt
		s.Decision = ""
	}
	return archive.Hit{
		ID: id, Visibility: visibility, Kind: s.Kind, Title: s.Title, Council: s.Council, Committee: s.Committee, Date: s.Date,
		Services: s.Services, Outcome: s.Outcome, Finding: s.Finding, Reference: s.Reference, Number: s.Number,
		Decision: s.Decision, Procedural: s.Routine, OCR: s.OCR, Source: s.Source, Pages: s.Pages, Remedies: s.Remedies,
	}
}

// pageAt is the page on which byte at of the text stands, or 0.
func (s shown) pageAt(at int) int {
	h := archive.Head{PageMarks: s.PageMarks}
	return h.PageAt(at)
}

// pack gives the stored form: the length of the head, the head as JSON, the
// text; all of it deflated.
func (s shown) pack() ([]byte, error) {
	head, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("index: packing: %w", err)
	}
	p := packers.Get().(*packer)
	defer packers.Put(p)
	p.out.Reset()
	p.w.Reset(&p.out)
	var n [binary.MaxVarintLen64]byte
	p.w.Write(n[:binary.PutUvarint(n[:], uint64(len(head)))])
	p.w.Write(head)
	io.WriteString(p.w, s.ParsedText)
	if err := p.w.Close(); err != nil {
		return nil, fmt.Errorf("index: packing: %w", err)
	}
	return bytes.Clone(p.out.Bytes()), nil
}

// unpack is the other way of pack.
func unpack(stored []byte) (shown, error) {
	u := unpackers.Get().(*unpacker)
	defer unpackers.Put(u)
	u.in.Reset(stored)
	u.r.(flate.Resetter).Reset(&u.in, []byte(vocabulary))
	u.out.Reset()
	if _, err := u.out.ReadFrom(u.r); err != nil {
		return shown{}, fmt.Errorf("index: unpacking: %w", err)
	}
	b := u.out.Bytes()
	length, n := binary.Uvarint(b)
	if n <= 0 || length > uint64(len(b)-n) {
		return shown{}, errors.New("index: unpacking: damaged")
	}
	var s shown
	head := b[n : n+int(length)]
	if err := json.Unmarshal(head, &s); err != nil {
		return shown{}, fmt.Errorf("index: unpacking: %w", err)
	}
	s.ParsedText = string(b[n+int(length):])
	at := 0
	for i := 0; i+1 < len(s.Marks); i += 2 {
		at += s.Marks[i]
		s.PageMarks = append(s.PageMarks, archive.PageMark{Offset: at, Page: s.Marks[i+1]})
	}
	return s, nil
}

type packer struct {
	w   *flate.Writer
	out bytes.Buffer
}

var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriterDict(io.Discard, 6, []byte(vocabulary))
	if err != nil {
		panic(err) // 6 is a level
	}
	return &packer{w: w}
}}

type unpacker struct {
	r   io.ReadCloser
	in  bytes.Reader
	out bytes.Buffer
}

var unpackers = sync.Pool{New: func() any {
	return &unpacker{r: flate.NewReaderDict(bytes.NewReader(nil), []byte(vocabulary))}
}}

// sum is a short digest of a record as it is published, by which verify knows
// that the index was made from what the catalogue holds.
func sum(r archive.Record) []byte {
	b, err := json.Marshal(r)
	if err != nil {
		return nil
	}
	s := sha256.Sum256(b)
	return s[:8]
}

// vocabulary is what deflate knows before it begins: words council papers are
// full of, the most frequent last. Changing it changes the format.
const vocabulary = `"k":"page","k":"report","k":"finding","k":"item","t":"","c":"","b":"","d":"20","s":["housing","planning","education","adult_social_care","childrens_services","benefits_and_tax","environment","highways_transport","public_health","licensing","corporate","other"],"o":"noted","o":"approved","o":"none","f":"upheld","f":"not_upheld","f":"closed_after_initial_enquiries","r":"","n":"","e":"","m":"","u":{"url":"https://democracy..gov.uk/ieListDocuments.aspx?CId=&MId=","sha256":"","name":"","retrieved":"2026-"},"g":[1,2,3,4],"a":[0,1,
homelessness application temporary accommodation special educational needs Education, Health and Care Plan safeguarding planning permission enforcement council tax support adult social care assessment carers direct payments housing allocations disrepair antisocial behaviour noise nuisance complaint handling injustice caused by fault service improvement training for staff apologise pay the complainant financial remedy distress uncertainty time and trouble avoidable 
Apologies for absence were received from Councillor. Declarations of interest. There were no declarations of disclosable pecuniary interests. Minutes of the meeting held on were agreed as a correct record and signed by the Chairman. The Chairman invited members of the public to speak. The Head of Service introduced the report and responded to questions from Members. It was noted that the Cabinet considered the report. Overview and Scrutiny Committee. Portfolio Holder. Director of Children's Services. Monitoring Officer. Local Government and Social Care Ombudsman. The Ombudsman found fault causing injustice. The Council has agreed to within one month of the date of the final decision. 
January February March April May June July August September October November December 2019 2020 2021 2022 2023 2024 2025 2026 financial year budget expenditure capital programme revenue implications legal implications consultation equality impact assessment risk management recommendations reasons for decision alternative options considered background papers wards affected appendix 
the Committee RESOLVED that the report be noted and that the recommendations as set out in the report be approved. Members discussed the following issues which were responded to: that the Council in respect of the would be and the of the to the in the for the on the that the and that with the by the from the at the is a was a has been have been had been should be will be there were there was it was which was members of the the Council's the complainant the Ombudsman the report the Committee `

// beginning is at most n bytes from the beginning of s, cut at a word with an
// ellipsis where something is left out. A contact detail is not cut in two,
// for its half could not be told to be one: it is left out whole.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	cut := clip(s, n)
	if i := bytes.LastIndexAny([]byte(cut), " \n"); i > n/2 {
		cut = cut[:i]
	}
	for _, c := range archive.ContactSpansIn(s, 0, len(cut)) {
		if c[0] < len(cut) && c[1] > len(cut) {
			cut = cut[:c[0]]
		}
	}
	return cut + " …"
}
