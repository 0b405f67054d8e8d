package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/classify"
	"moothall/ingest/extract"
	"moothall/ingest/extract/deep"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/mail"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/scan"
	"moothall/ingest/extract/text"
	"moothall/ingest/extract/word"
	"moothall/ingest/extract/worker"
	"moothall/ingest/extract/xml"
	"moothall/ingest/parse"
	"moothall/ingest/parse/lgsco"
	"moothall/ingest/parse/minutes"
	"moothall/ingest/parse/moderngov"
	"moothall/ingest/parse/report"
)

// parsers says which parser reads which format. A format that is not here is
// kept as pages.
var parsers = map[archive.Format]parse.Func{
	archive.ModernGovMeeting:  moderngov.ParseMeeting,
	archive.ModernGovIssue:    moderngov.ParseIssue,
	archive.ModernGovItem:     moderngov.ParseItem,
	archive.ModernGovDecision: moderngov.ParseDecision,
	archive.ModernGovXML:      moderngov.ParseXML,
	archive.Minutes:           minutes.Parse,
	archive.OfficerReport:     report.Parse,
	archive.LGSCODecision:     lgsco.Parse,
	archive.LGSCOReport:       lgsco.Parse,
}

// readPaper reads a file of any medium in this process. It is what the reading
// processes run.
func readPaper(media string, raw []byte) (extract.Paper, error) {
	switch media {
	case "pdf":
		return pdf.Read(raw)
	case "html":
		return html.Read(raw)
	case "xml":
		return xml.Read(raw)
	case "text":
		return text.Read(raw)
	case "docx", "odt", "rtf", "doc":
		return word.Read(media, raw)
	case "eml":
		return mail.Read(raw)
	case "png", "jpeg", "tiff":
		return deep.Picture(media, raw)
	}
	return extract.Paper{}, fmt.Errorf("a file of the kind %q, which Moothall does not read", media)
}

// rooms are what the reading processes run.
var rooms = ingest.Rooms{Pages: readPaper, Parsers: parsers, Classify: classify.Record, Whole: whole}

// whole reports whether a second look at a paper would find no more in it.
func whole(p extract.Paper) bool {
	if p.Media != "pdf" && p.Media != "image" {
		return true
	}
	return !pdf.Silent(p) && !slices.ContainsFunc(p.Pages, func(page extract.Page) bool { return page.Unread != "" })
}

// newReader is the way from bytes to records. Close ends its processes.
func newReader() (ingest.Reader, io.Closer, error) {
	self, err := os.Executable()
	if err != nil {
		return ingest.Reader{}, nil, err
	}
	// Most papers are small, and for the large there is a limit on memory: little
	// is gained by collecting garbage often.
	first := worker.New(worker.Config{Command: []string{self, "extract"}, Env: append([]string{"GOGC=400"}, readerEnv...), Memory: readerMemory})
	second := startDeep(self, 0)
	return ingest.Reader{
		Desk:    ingest.Apart{Pool: first},
		More:    secondLook{&deep.Reader{Deep: second, OCR: findOCR}},
		Version: "ingest/" + ingest.Version + " " + pdf.Engine + " " + deep.Engines,
	}, closers{first, second}, nil
}

// startDeep gives the processes of the second engine, so many at once; 0 is one
// for each processor.
func startDeep(self string, workers int) *deep.Processes {
	return deep.Start(deep.Config{Command: []string{self, "extract"}, Env: readerEnv, Cache: cacheDir(), Workers: workers})
}

// cacheDir is where what can be made again is kept between runs, or "" where
// this machine has no place for it.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "moothall")
}

// findOCR looks for the program once.
var findOCR = sync.OnceValues(func() (scan.Program, bool) { return scan.Find(context.Background()) })

// closers are closed together.
type closers []io.Closer

func (all closers) Close() error {
	var errs []error
	for _, c := range all {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// readerEnv is added to a reading process's environment, and readerMemory is
// the data it may hold, in bytes; 0 is the usual. Tests use them, for they are
// their own reading processes, and the race detector needs room of its own.
var (
	readerEnv    []string
	readerMemory int64
)

// A secondLook finds more in papers that have been looked at once.
type secondLook struct{ *deep.Reader }

func (l secondLook) Again(ctx context.Context, media string, raw []byte, p extract.Paper, failed *ingest.Unreadable) (extract.Paper, error) {
	again := *l.Reader
	again.First = given{p, failed}
	paper, err := again.Read(ctx, media, raw)
	var why *deep.Error
	if errors.As(err, &why) {
		return paper, &ingest.Unreadable{Reason: why.Reason, Lethal: why.Lethal || failed != nil && failed.Lethal}
	}
	return paper, err
}

// given is what the first look at a paper gave.
type given struct {
	paper  extract.Paper
	failed *ingest.Unreadable
}

func (g given) Read(context.Context, string, []byte) (extract.Paper, error) {
	if g.failed != nil {
		return extract.Paper{}, &worker.Error{Kind: worker.Refused, Detail: g.failed.Reason}
	}
	return g.paper, nil
}
