package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	}
	return extract.Paper{}, fmt.Errorf("a file of the kind %q, which Moothall does not read", media)
}

// A paperReader reads papers in processes of their own, but for small ones of
// plain text and markup, which cannot do any harm.
type paperReader struct{ *deep.Reader }

// harmless is the size in bytes up to which text and markup are read at home.
const harmless = 4 << 20

// newReader is the way from bytes to records. Close ends its processes.
func newReader() (ingest.Reader, io.Closer, error) {
	self, err := os.Executable()
	if err != nil {
		return ingest.Reader{}, nil, err
	}
	first := worker.New(worker.Config{Command: []string{self, "extract"}, Env: readerEnv})
	second := startDeep(self, 0)
	reader := paperReader{&deep.Reader{First: first, Deep: second, OCR: findOCR}}
	return ingest.Reader{
		Extract:  reader,
		Parsers:  parsers,
		Classify: classify.Record,
		Version:  "ingest/" + ingest.Version + " " + pdf.Engine + " " + deep.Engines,
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

// readerEnv is added to a reading process's environment. Tests use it, for
// they are their own reading processes.
var readerEnv []string

func (r paperReader) Read(ctx context.Context, media string, raw []byte) (extract.Paper, error) {
	if (media == "html" || media == "text" || media == "xml") && len(raw) <= harmless {
		paper, err := readPaper(media, raw)
		if err != nil {
			return paper, &ingest.Unreadable{Reason: err.Error()}
		}
		return paper, nil
	}
	paper, err := r.Reader.Read(ctx, media, raw)
	var why *deep.Error
	if errors.As(err, &why) {
		return paper, &ingest.Unreadable{Reason: why.Reason, Lethal: why.Lethal}
	}
	return paper, err
}
