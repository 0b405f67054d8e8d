package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"iter"
	"regexp"
	"strings"
	"testing"

	"moothall/archive"
	"moothall/ingest"
	"moothall/testdata"
)

// readDemo yields the papers of the sample archive with what is read from
// each.
func readDemo(t *testing.T) iter.Seq2[archive.Raw, ingest.Reading] {
	t.Helper()
	reader := ingest.Reader{Desk: rooms, Version: "test"} // in this process: the sample archive harms nobody
	return func(yield func(archive.Raw, ingest.Reading) bool) {
		for raw, err := range demoPapers(testdata.Demo()) {
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(raw.Bytes)
			reading, err := reader.Read(t.Context(), raw, archive.Digest(hex.EncodeToString(sum[:])))
			if err != nil {
				t.Fatalf("%s: %v", raw.Name, err)
			}
			if !yield(raw, reading) {
				return
			}
		}
	}
}

// Every paper of the sample archive is listed, every listed paper is there,
// and no address in it is one that somebody could have.
func TestDemoManifest(t *testing.T) {
	sample := testdata.Demo()
	listed := map[string]bool{}
	size := 0
	for raw, err := range demoPapers(sample) {
		if err != nil {
			t.Fatalf("%s: %v", raw.Name, err)
		}
		if listed[raw.Name] {
			t.Errorf("%s is listed twice", raw.Name)
		}
		listed[raw.Name] = true
		size += len(raw.Bytes)
		host, _, _ := strings.Cut(strings.TrimPrefix(raw.URL, "https://"), "/")
		if !strings.HasSuffix(host, ".example") {
			t.Errorf("%s: published at %q, want a host under .example", raw.Name, raw.URL)
		}
		if raw.Retrieved.IsZero() {
			t.Errorf("%s: no date of retrieval", raw.Name)
		}
	}
	err := fs.WalkDir(sample, "papers", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !listed[strings.TrimPrefix(path, "papers/")] {
			t.Errorf("%s is not in the manifest", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(listed) < 60 {
		t.Errorf("%d papers, want at least 60", len(listed))
	}
	if size > 4<<20 {
		t.Errorf("%d bytes of papers in the binary, want at most 4 MiB", size)
	}
}

var (
	anyTelephone = regexp.MustCompile(`\b0\d{4} ?\d{6}\b|\b0\d{2,3} \d{3,4} ?\d{4}\b`)
	anyMail      = regexp.MustCompile(`[\w.+-]+@[\w.-]+\w`)
)

// The sample archive has every format we read, every kind of record, every
// outcome and finding, remedies in every state; each of its papers can be
// read; and its telephone numbers and e-mail addresses belong to nobody.
func TestDemoReadsWhole(t *testing.T) {
	formats := map[archive.Format]int{}
	media := map[string]int{}
	kinds := map[archive.Kind]int{}
	outcomes := map[archive.Outcome]int{}
	findings := map[archive.Verdict]int{}
	statuses := map[archive.RemedyStatus]int{}
	for raw, reading := range readDemo(t) {
		if why := reading.Skip + reading.Entry.Unread; why != "" {
			t.Errorf("%s: not read: %s", raw.Name, why)
		}
		formats[reading.Entry.Format]++
		media[reading.Entry.Media]++
		for _, page := range reading.Entry.Texts {
			for _, tel := range anyTelephone.FindAllString(page.Text+"\n"+page.Running, -1) {
				if !strings.HasPrefix(tel, "01632 960") {
					t.Errorf("%s: telephone %q is outside the range kept for drama, 01632 960000 to 960999", raw.Name, tel)
				}
			}
			for _, mail := range anyMail.FindAllString(page.Text+"\n"+page.Running, -1) {
				if !strings.HasSuffix(mail, ".example") {
					t.Errorf("%s: e-mail %q is not under .example", raw.Name, mail)
				}
			}
		}
		for _, record := range reading.Entry.Records {
			kinds[record.About().Kind]++
			var remedies []archive.Remedy
			switch r := record.(type) {
			case *archive.Item:
				outcomes[r.Outcome]++
				remedies = r.Remedies
			case *archive.Finding:
				findings[r.Finding]++
			case *archive.Report:
				remedies = r.Remedies
			}
			for _, remedy := range remedies {
				statuses[remedy.Status]++
			}
		}
	}
	for _, f := range []archive.Format{archive.ModernGovMeeting, archive.ModernGovIssue, archive.ModernGovItem, archive.ModernGovDecision,
		archive.ModernGovXML, archive.Minutes, archive.OfficerReport, archive.LGSCODecision, archive.LGSCOReport} {
		if formats[f] == 0 {
			t.Errorf("no paper of the format %s", f)
		}
	}
	for _, m := range []string{"pdf", "html", "xml", "text", "docx", "odt", "rtf", "doc", "eml"} {
		if media[m] == 0 {
			t.Errorf("no paper of the medium %s", m)
		}
	}
	if formats[archive.LGSCODecision] < 15 {
		t.Errorf("%d Ombudsman decisions, want at least 15", formats[archive.LGSCODecision])
	}
	for _, o := range archive.Outcomes {
		if outcomes[o] == 0 {
			t.Errorf("no item with the outcome %s", o)
		}
	}
	for _, v := range []archive.Verdict{archive.Upheld, archive.NotUpheld, archive.Closed} {
		if findings[v] == 0 {
			t.Errorf("no finding %s", v)
		}
	}
	for _, s := range []archive.RemedyStatus{archive.Implemented, archive.Partly, archive.InProgress, archive.NotImplemented,
		archive.NoLongerRequired, archive.WaitingOnOthers} {
		if statuses[s] == 0 {
			t.Errorf("no remedy in the state %s", s)
		}
	}
	if n := kinds[archive.KindItem]; n < 200 {
		t.Errorf("%d agenda items, want some hundreds", n)
	}
	if t.Failed() {
		t.Log(formats, media, kinds, outcomes, findings, statuses)
	}
}

// Every ranking question names a record that the sample archive gives.
func TestQuestionsHaveAnswers(t *testing.T) {
	held := map[archive.ID]bool{}
	for _, reading := range readDemo(t) {
		for _, record := range reading.Entry.Records {
			held[record.About().ID] = true
		}
	}
	n := 0
	for line := range bytes.Lines(testdata.Questions()) {
		question, id, ok := strings.Cut(strings.TrimSpace(string(line)), "\t")
		if !ok {
			continue
		}
		n++
		if !held[archive.ID(id)] {
			t.Errorf("%q wants %s, which no paper gives", question, id)
		}
	}
	if n < 40 {
		t.Errorf("%d questions, want at least 40", n)
	}
}
