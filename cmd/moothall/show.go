package main

import (
	"context"
	"errors"

	"moothall/archive"
)

var showCommand = command{
	name:    "show",
	args:    "ID",
	summary: "prints one record, or one meeting with its records, as JSON",
	run:     runShow,
}

func runShow(ctx context.Context, c command, args []string, std stdio) int {
	fs := newFlags(c)
	data := dataFlag(fs)
	fs.Bool("json", true, "print JSON, the only form a record is printed in")
	ids, code, done := parseFlags(fs, c, args, std)
	if done {
		return code
	}
	if len(ids) != 1 {
		return misuse(std, "show: name one ID, such as medway/2021-07-22/council/183; `moothall search` lists them")
	}
	s, err := openStore(*data)
	if err != nil {
		return failed(std, err)
	}
	defer s.Close()
	var what any
	record, err := s.catalogue.Record(ctx, archive.ID(ids[0]))
	switch {
	case errors.Is(err, archive.ErrNotFound):
		what, err = shownMeeting(ctx, s, archive.ID(ids[0]))
	case err == nil:
		what = printed(record)
	}
	if err != nil {
		return failed(std, err)
	}
	if err := writeJSON(std.out, what); err != nil {
		return failed(std, err)
	}
	return exitDone
}

// meetingJSON is a meeting as show prints it.
type meetingJSON struct {
	Kind      string           `json:"kind"`
	ID        archive.ID       `json:"id"`
	Council   string           `json:"council,omitempty"`
	Committee string           `json:"committee,omitempty"`
	Date      archive.Date     `json:"meeting_date,omitempty"`
	Time      string           `json:"meeting_time,omitempty"`
	Venue     string           `json:"venue,omitempty"`
	Records   []archive.Record `json:"records"`
}

func shownMeeting(ctx context.Context, s *store, id archive.ID) (any, error) {
	m, err := s.catalogue.Meeting(ctx, id)
	if errors.Is(err, archive.ErrNotFound) {
		return nil, errors.New("show: the archive holds no record and no meeting of the ID " + string(id))
	}
	for i, r := range m.Records {
		m.Records[i] = printed(r)
	}
	return meetingJSON{"meeting", m.ID, m.Council, m.Committee, m.Date, m.Time, m.Venue, m.Records}, err
}
