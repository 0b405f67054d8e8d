package ingest

import (
	"context"
	"errors"
	"fmt"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A Reading is all that was read from one document.
type Reading struct {
	Entry archive.Entry
	// Skip says why the document is not to be kept at all: it is of a kind
	// that holds no words. Empty otherwise.
	Skip string
	// Attachments are documents inside this one, to be read by themselves.
	Attachments []archive.Raw
	Doubts      []Doubt
	// Waiting says that there is more to be found, slowly; the Reading is what
	// was found without it.
	Waiting bool
}

// Read reads one document. What cannot be read is said in the Reading
// (Entry.Unread, Skip, Doubts); an error means that nothing can be read any
// more, or that ctx is done.
func (r Reader) Read(ctx context.Context, raw archive.Raw, digest archive.Digest) (Reading, error) {
	return r.read(ctx, raw, digest, true)
}

// read is Read; unless slow is set it leaves out what takes long, and says
// so.
func (r Reader) read(ctx context.Context, raw archive.Raw, digest archive.Digest, slow bool) (Reading, error) {
	e := newEntry(raw, digest, r.Version)
	e.Media = extract.Media(raw.Bytes)
	if why, ok := wordless[e.Media]; ok && (r.More == nil || !r.More.Reads(e.Media, raw.Bytes)) {
		return Reading{Entry: e, Skip: why}, nil
	}
	reading, err := r.entry(ctx, e, raw.Bytes, slow)
	var unreadable *Unreadable
	if errors.As(err, &unreadable) {
		e.Unread, e.Lethal, e.Format = unreadable.Reason, unreadable.Lethal, archive.Plain
		return Reading{Entry: e}, nil
	}
	if err != nil {
		return Reading{}, fmt.Errorf("ingest: %s: %w", raw.Name, err)
	}
	return reading, nil
}

// entry has the document read and, where the first look left something, another
// taken before it is understood.
func (r Reader) entry(ctx context.Context, e archive.Entry, raw []byte, slow bool) (Reading, error) {
	answer, err := r.ask(ctx, Ask{Entry: e, Bytes: raw})
	var failed *Unreadable
	if errors.As(err, &failed) && r.More != nil {
		answer.Paper, err = new(extract.Paper), nil
	}
	if err != nil || answer.Paper == nil {
		return answer.Reading, err
	}
	paper, waiting := *answer.Paper, false
	if r.More != nil {
		if paper, err = r.More.Again(ctx, e.Media, raw, paper, failed); err != nil {
			return Reading{}, err
		}
		waiting = r.More.Waiting(paper)
	}
	if waiting && slow {
		if paper, err = r.More.Finish(ctx, raw, paper); err != nil {
			return Reading{}, err
		}
	}
	answer, err = r.ask(ctx, Ask{Entry: e, Paper: &paper})
	answer.Reading.Waiting = waiting && !slow
	// What killed the first reader would kill it whenever it is handed in again,
	// though pages are left that another reader could not read. While it waits
	// it has to be read once more all the same.
	if failed != nil && failed.Lethal && !answer.Reading.Waiting {
		answer.Reading.Entry.Lethal = true
	}
	return answer.Reading, err
}

// ask asks the desk. A document that kills its reader once its pages are read
// loses its structure and not its words: those are asked for plainly then.
func (r Reader) ask(ctx context.Context, a Ask) (Answer, error) {
	answer, err := r.Desk.Read(ctx, a)
	var why *Unreadable
	if !errors.As(err, &why) || !why.Halfway {
		return answer, err
	}
	a.Plain = true
	if answer, err = r.Desk.Read(ctx, a); err != nil {
		return answer, err
	}
	answer.Reading.Entry.Lethal = true
	lost := "its parts could not be told apart, its words are kept as pages: " + why.Reason
	answer.Reading.Doubts = append(answer.Reading.Doubts, Doubt{Path: a.Entry.Name, Reason: lost})
	answer.Reading.Entry.Doubts = append(answer.Reading.Entry.Doubts, archive.PaperDoubt{Field: archive.DoubtParts, Because: lost})
	return answer, nil
}

// wordless are the media in which there is nothing for us to read.
var wordless = map[string]string{
	"png": picture, "jpeg": picture, "gif": picture, "tiff": picture, "bmp": picture, "webp": picture, "jp2": picture, "heic": picture,
	"xlsx": spreadsheet, "xls": spreadsheet, "ods": spreadsheet,
	"pptx": slides, "ppt": slides, "odp": slides,
	"zip": "a zip inside another; unpack it and name the folder", "gzip": "compressed with gzip; unpack it first",
	"archive": "an archive (7z, RAR, bzip2 or tar); unpack it and name the folder",
	"epub":    "an e-book, which Moothall does not read", "msg": "a message as Outlook keeps it; save it as .eml",
	"tnef":        "a message in Outlook's own form (winmail.dat); unpack it with the program tnef, or have it sent as plain text",
	"wordperfect": "a WordPerfect paper" + anew, "works": "a paper of Microsoft Works" + anew, "write": "a paper of Windows Write" + anew,
	"oldword": "a paper of a Word before 1995" + anew, "pub": "a paper of Microsoft Publisher" + anewPDF,
	"iwork": "a paper of Apple's Pages, Numbers or Keynote; open it there and export it as DOCX or PDF",
	"xps":   "pages in Microsoft's XPS; print them to PDF", "ps": "pages in PostScript; turn them into PDF with ps2pdf (install ghostscript)",
	"djvu":   "a scan in DjVu; turn it into PDF with ddjvu -format=pdf (install djvulibre-bin)",
	"locked": "locked with a password; save it without and try again",
	"ole":    "an old Office file that is no text document", "unknown": "not a kind of file that holds a paper's words",
}

const (
	picture     = "a picture; Moothall reads pictures of text inside a PDF and, with tesseract-ocr installed, in PNG, JPEG and TIFF files of a page's size"
	spreadsheet = "a spreadsheet, which Moothall does not read"
	slides      = "a slide show, which Moothall does not read"
	anew        = ", which Moothall does not read; save it as DOCX in a word processor that reads it, such as LibreOffice (install libreoffice-writer)"
	anewPDF     = ", which Moothall does not read; save it as PDF in a program that reads it, such as LibreOffice (install libreoffice-draw)"
)

// newEntry is the entry of a document that has not been read yet.
func newEntry(raw archive.Raw, digest archive.Digest, version string) archive.Entry {
	e := archive.Entry{Reader: version, Hint: raw.Council, Address: CanonicalAddress(raw.URL)}
	e.SHA256, e.Name, e.URL, e.Bytes, e.Retrieved = digest, raw.Name, raw.URL, int64(len(raw.Bytes)), raw.Retrieved
	return e
}
