package ingest

import (
	"context"
	"testing"

	"moothall/archive"
	"moothall/ingest/extract"
)

// A rescuer reads the first of two pages of a paper that failed the first
// reader.
type rescuer struct {
	lens
	waits bool // for what would read the second
}

func (r *rescuer) Again(context.Context, string, []byte, extract.Paper, *Unreadable) (extract.Paper, error) {
	return extract.Paper{Media: "pdf", Pages: []extract.Page{
		{Number: 1, Blocks: blocksOf("The Cabinet of Ambershire County Council agreed the budget for the coming year.")},
		{Number: 2, Unread: "a picture"},
	}}, nil
}

func (r *rescuer) Waiting(extract.Paper) bool { return r.waits }

// A paper that kills its reader is not tried again at every hand-in because
// another reader left some of it unread, unless it waits to be finished.
func TestWhatKilledAReaderIsRemembered(t *testing.T) {
	for _, c := range []struct {
		name, raw           string
		waits, slow, lethal bool
	}{
		{"killed", "kill the reader", false, true, true},
		{"killed, and none to finish it", "kill the reader", false, false, true},
		{"killed, and waiting", "kill the reader", true, false, false},
		{"killed, and finished", "kill the reader", true, true, true},
		{"refused", "damaged", false, true, false},
	} {
		r := Reader{Desk: fickle{}, More: &rescuer{waits: c.waits}, Version: "test/1"}
		raw := archive.Raw{Name: "p", Bytes: []byte(c.raw)}
		got, err := r.read(t.Context(), raw, archive.DigestOf(raw.Bytes), c.slow)
		if err != nil || len(got.Entry.Records) == 0 || got.Entry.Lethal != c.lethal {
			t.Errorf("%s: %d records, lethal %v, %v; want %v", c.name, len(got.Entry.Records), got.Entry.Lethal, err, c.lethal)
		}
	}
}
