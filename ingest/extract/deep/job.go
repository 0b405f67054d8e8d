package deep

import (
	"fmt"
	"strings"
)

// A job is what a reading process is asked to do with a paper. It travels in
// the place of the medium: "pdf second", "pdf ocr 3", "pdf picture 3 900".
type job struct {
	what  string
	page  int // from 1
	width int // of a picture, in dots
}

// The jobs.
const (
	second  = "pdf second"  // read all of it with the second engine
	ocr     = "pdf ocr"     // read one page by OCR
	look    = "image ocr"   // read one page of a picture by OCR
	arrange = "ocr arrange" // put what was read by OCR in order
	picture = "pdf picture" // draw one page of a PDF or a TIFF
)

func (j job) String() string {
	switch j.what {
	case ocr, look:
		return fmt.Sprintf("%s %d", j.what, j.page)
	case picture:
		return fmt.Sprintf("%s %d %d", j.what, j.page, j.width)
	}
	return j.what
}

// readJob reads a job. ok is false for what is a medium and no job.
func readJob(s string) (j job, ok bool) {
	switch {
	case s == second, s == arrange:
		return job{what: s}, true
	case strings.HasPrefix(s, ocr+" "):
		j.what = ocr
		_, err := fmt.Sscanf(s[len(ocr):], " %d", &j.page)
		return j, err == nil && j.page > 0
	case strings.HasPrefix(s, look+" "):
		j.what = look
		_, err := fmt.Sscanf(s[len(look):], " %d", &j.page)
		return j, err == nil && j.page > 0
	case strings.HasPrefix(s, picture+" "):
		j.what = picture
		_, err := fmt.Sscanf(s[len(picture):], " %d %d", &j.page, &j.width)
		return j, err == nil && j.page > 0 && j.width > 0
	}
	return job{}, false
}
