package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/text"
	"moothall/ingest/extract/worker"
	"moothall/ingest/parse"
)

// actAsReader makes this test's binary a reading process.
const actAsReader = "INGEST_TEST_IS_A_READER"

func TestMain(m *testing.M) {
	if os.Getenv(actAsReader) != "" {
		if err := worker.Serve(os.Stdin, os.Stdout, trapRooms.Do); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// trapRooms fall into the trap that a paper names, in reading it or later.
var trapRooms = Rooms{
	Pages: func(_ string, raw []byte) (extract.Paper, error) {
		if rest, ok := strings.CutPrefix(string(raw), "at once: "); ok {
			fall(rest)
		}
		return text.Read(raw)
	},
	Classify: func(r archive.Record) { fall(r.About().Text) },
	Parsers: map[archive.Format]parse.Func{archive.Plain: func(d parse.Document) parse.Reading {
		zero, no := 0.0, false
		return parse.Reading{Records: []archive.Record{
			&archive.Finding{Head: archive.Head{Kind: archive.KindFinding, ID: "lgsco/1", Text: d.Paper.Pages[0].Blocks[0].Text}, Fault: &no, PaymentTotalGBP: &zero},
		}}
	}},
	Whole: func(p extract.Paper) bool { return !strings.Contains(p.Pages[0].Blocks[0].Text, "more to be found") },
}

var filled [][]byte

func fall(s string) {
	switch {
	case strings.Contains(s, "endless stair"):
		for i := 0; ; i++ {
			filled = filled[:0]
		}
	case strings.Contains(s, "bottomless pit"):
		for {
			filled = append(filled, []byte(strings.Repeat("x", 1<<20)))
		}
	case strings.Contains(s, "trapdoor"):
		os.Exit(7)
	case strings.Contains(s, "hole"):
		panic("nothing underfoot")
	}
}

func trapDesk(t *testing.T) Apart {
	t.Helper()
	memory := int64(300 << 20)
	if raceEnabled {
		memory = 3 << 30
	}
	p := worker.New(worker.Config{
		Command: []string{os.Args[0]}, Env: []string{actAsReader + "=1"}, Workers: 1, Deadline: 2 * time.Second, Memory: memory,
		Patience: 300, // only what never ends takes 2 s of a processor; how long that lasts is the machine's affair
	})
	t.Cleanup(func() { p.Close() })
	return Apart{Pool: p}
}

// Whatever a paper does to its reading process, the words of those pages that
// were read are kept, a paper of which none were is kept unread, neither is
// tried again by the same reader, and the next paper is read.
func TestNoTrapCostsMoreThanItsPaper(t *testing.T) {
	reader := Reader{Desk: trapDesk(t), Version: "test"}
	for _, c := range []struct {
		paper  string
		unread string // why its words are lost
		doubt  string // why its structure is
		lethal bool
	}{
		{paper: "The Cabinet met on the stair."},
		{paper: "The Cabinet met on the endless stair.", doubt: "took too long", lethal: true},
		{paper: "The Cabinet met in the bottomless pit.", doubt: "too much memory", lethal: true},
		{paper: "The Cabinet met on the trapdoor.", doubt: "crashed", lethal: true},
		{paper: "The Cabinet met in the hole.", doubt: "nothing underfoot"},
		{paper: "at once: the endless stair", unread: "took too long", lethal: true},
		{paper: "at once: the trapdoor", unread: "crashed", lethal: true},
		{paper: "at once: the hole", unread: "nothing underfoot", lethal: true},
		{paper: "at once: the bottomless pit", unread: "too much memory", lethal: true},
	} {
		if raceEnabled && strings.Contains(c.paper, "pit") {
			continue // the race detector needs more memory than a limit that would bind
		}
		raw := archive.Raw{Name: "papers/minutes.txt", Bytes: []byte(c.paper)}
		got, err := reader.Read(t.Context(), raw, archive.DigestOf(raw.Bytes))
		if err != nil {
			t.Fatalf("%s: %v", c.paper, err)
		}
		e := got.Entry
		if (e.Unread != "") != (c.unread != "") || !strings.Contains(e.Unread, c.unread) || e.Lethal != c.lethal {
			t.Errorf("%s: unread %q, lethal %v", c.paper, e.Unread, e.Lethal)
		}
		var doubts []string
		for _, d := range got.Doubts {
			doubts = append(doubts, d.Reason)
		}
		if len(doubts) > 0 != (c.doubt != "") || !strings.Contains(strings.Join(doubts, "; "), c.doubt) {
			t.Errorf("%s: doubts %q", c.paper, doubts)
		}
		if c.unread == "" && (len(e.Records) != 1 || e.Records[0].About().Text != c.paper || len(e.Texts) != 1) {
			t.Errorf("%s: kept %+v", c.paper, e)
		}
	}
}

// What is read in another process is what is read in this one, to the zeros
// that are said and not merely unknown.
func TestApartReadsTheSame(t *testing.T) {
	raw := archive.Raw{
		Bytes: []byte("The Cabinet met.\n\nIt <agreed> & parted \xff."), Name: "papers/minutes.txt", URL: "https://thornley.example/m.txt",
		Council: "Thornley District Council", Retrieved: time.Date(2024, 3, 5, 9, 0, 0, 7, time.UTC),
	}
	digest := archive.DigestOf(raw.Bytes)
	want, err := Reader{Desk: trapRooms, Version: "test"}.Read(t.Context(), raw, digest)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Reader{Desk: trapDesk(t), Version: "test"}.Read(t.Context(), raw, digest)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v, %v\nwant\n%+v", got, err, want)
	}
	f, ok := got.Entry.Records[0].(*archive.Finding)
	if !ok || f.Fault == nil || *f.Fault || f.PaymentTotalGBP == nil || *f.PaymentTotalGBP != 0 {
		t.Errorf("a finding of no fault came back as %+v", got.Entry.Records[0])
	}
}

// A paper that another reader would find more in comes back as pages, and goes
// back to be understood.
func TestApartSendsPagesBothWays(t *testing.T) {
	desk := trapDesk(t)
	a := Ask{Bytes: []byte("There is more to be found.")}
	a.Entry.Media = "text"
	first, err := desk.Read(t.Context(), a)
	if err != nil || first.Paper == nil || len(first.Reading.Entry.Records) != 0 {
		t.Fatalf("%+v, %v", first, err)
	}
	a.Paper, a.Bytes = first.Paper, nil
	a.Paper.Pages[0].Blocks[0].Text = "It was found."
	second, err := desk.Read(t.Context(), a)
	if err != nil || second.Paper != nil || second.Reading.Entry.Texts[0].Text != "It was found." {
		t.Errorf("%+v, %v", second, err)
	}
}

func TestApartStopsWhenToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := trapDesk(t).Read(ctx, Ask{Bytes: []byte("x")}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// FuzzAnswer: whatever comes back is an answer or an error, and an answer that
// is sent on is the same again.
func FuzzAnswer(f *testing.F) {
	for _, s := range []string{"The Cabinet met.", "There is more to be found."} {
		answer, err := trapRooms.read(Ask{Bytes: []byte(s)}, func() {})
		if err != nil {
			f.Fatal(err)
		}
		b, err := writeAnswer(answer)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		answer, err := readAnswer(b)
		if err != nil {
			return
		}
		again, err := writeAnswer(answer)
		if err != nil {
			t.Skip() // a time no calendar has
		}
		if got, err := readAnswer(again); err != nil || len(got.Reading.Entry.Records) != len(answer.Reading.Entry.Records) {
			t.Errorf("got %+v, %v; want %+v", got, err, answer)
		}
	})
}
