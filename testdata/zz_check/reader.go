package main

import (
	"fmt"

	"moothall/archive"
	"moothall/ingest/extract"
	"moothall/ingest/extract/html"
	"moothall/ingest/extract/mail"
	"moothall/ingest/extract/pdf"
	"moothall/ingest/extract/text"
	"moothall/ingest/extract/word"
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

