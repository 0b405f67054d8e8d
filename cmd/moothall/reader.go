package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/classify"
	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/mail"
	"moothall/ingest/extract/pdf"
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
type paperReader struct{ pool *worker.Pool }

// harmless is the size in bytes up to which text and markup are read at home.
const harmless = 4 << 20

// newReader is the way from bytes to records. Close ends its processes.
func newReader() (ingest.Reader, *worker.Pool, error) {
	self, err := os.Executable()
	if err != nil {
		return ingest.Reader{}, nil, err
	}
	pool := worker.New(worker.Config{Command: []string{self, "extract"}, Env: readerEnv})
	return ingest.Reader{
		Extract:  paperReader{pool},
		Parsers:  parsers,
		Classify: classify.Record,
		Version:  "ingest/" + ingest.Version + " " + pdf.Engine,
	}, pool, nil
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
	paper, err := r.pool.Read(ctx, media, raw)
	var why *worker.Error
	if errors.As(err, &why) {
		return paper, &ingest.Unreadable{Reason: why.Error(), Lethal: why.Kind != worker.Refused}
	}
	return paper, err
}
