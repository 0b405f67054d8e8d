package server

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"moothall/archive"
)

// A mention is another meeting or minute that the paper names.
type mention struct {
	What  string
	Href  string // "" where it is not held
	Quote []archive.Part
	Page  *textLink
}

// An attachmentView is a paper the record links to.
type attachmentView struct {
	Title, Href, Media string
	Restricted         bool
}

// A sourceView is where a record came from.
type sourceView struct {
	URL, Published string // the publisher's own address
	Paper          string // the paper's pages here
	Digest         string
	Retrieved      *dateView
	Others         []textLink
}

// A doubtView is something we are not sure of.
type doubtView struct{ Field, Sure, Because string }

// references links the cases, meetings and minutes that the record names to
// what is held of them.
func (s *Server) references(ctx context.Context, v *recordView, rd reader) error {
	head := rd.head
	for _, ref := range head.CaseRefs {
		if head.Kind == archive.KindFinding && isDecisionOn(head.ID, ref) {
			continue
		}
		f := fact{Term: ref}
		rec, err := s.decisionOn(ctx, ref)
		switch {
		case errors.Is(err, archive.ErrNotFound):
			f.Values = []textLink{{"The decision is not held here: search for papers that name it", address("/search", archive.Query{Text: `"` + ref + `"`})}}
		case err != nil:
			return err
		default:
			h := rec.About()
			f.Values = []textLink{{archive.MaskContacts(cmp.Or(h.Title, ref)), recordURL(h.Kind, h.ID)}}
		}
		v.Cases = append(v.Cases, f)
	}
	for _, ref := range head.MeetingRefs {
		m := mention{What: meetingName(ref.Body, ref.Date), Quote: rd.parts(ref.Quote), Page: rd.page(ref.Page)}
		if ref.Body != "" && ref.Date != "" {
			id := archive.MeetingID(head.Council, ref.Date, ref.Body, head.Source.SHA256)
			_, err := s.catalogue.Meeting(ctx, id)
			if err != nil && !errors.Is(err, archive.ErrNotFound) {
				return err
			}
			if err == nil {
				m.Href = "/meetings/" + string(id)
			}
		}
		v.Meetings = append(v.Meetings, m)
	}
	for _, ref := range head.MinuteRefs {
		what := "Minute " + ref.Number
		if ref.Body != "" || ref.Date != "" {
			what += " of " + meetingName(ref.Body, ref.Date)
		}
		v.Minutes = append(v.Minutes, mention{What: what, Quote: rd.parts(ref.Quote), Page: rd.page(ref.Page)})
	}
	for _, ref := range head.References {
		what := ref.Kind.Label()
		if ref.Label != "" {
			what += " " + ref.Label
		}
		if ref.Date != "" {
			what += " of " + cmp.Or(archive.Date(ref.Date).Long(), ref.Date)
		}
		v.Parts = append(v.Parts, mention{What: what, Quote: rd.parts(ref.Quote), Page: rd.page(ref.Page)})
	}
	return nil
}

// provenance says which papers a record was read from, and what is unsure.
func (s *Server) provenance(ctx context.Context, v *recordView, head *archive.Head) error {
	src := head.Source
	v.Source = sourceView{Digest: string(src.SHA256)}
	if webAddress(src.URL) {
		v.Source.URL = src.URL
	}
	if src.SHA256 != "" {
		v.Source.Paper = "/documents/" + string(src.SHA256) + "/pages"
		v.Source.Published = "/documents/" + string(src.SHA256)
	}
	if !src.Retrieved.IsZero() {
		v.Source.Retrieved = newDate(archive.Date(src.Retrieved.UTC().Format("2006-01-02")))
	}
	others, err := s.catalogue.Sightings(ctx, head.ID)
	if err != nil && !errors.Is(err, archive.ErrNotFound) {
		return err
	}
	for _, o := range others {
		if o.SHA256 != "" && o.SHA256 != src.SHA256 {
			v.Source.Others = append(v.Source.Others, textLink{cmp.Or(publicName(o.Name), o.URL, o.SHA256.Short()), "/documents/" + string(o.SHA256) + "/pages"})
		}
	}
	for _, d := range head.Doubts {
		v.Doubts = append(v.Doubts, doubtView{fieldLabel(d.Field), sureness(d.Confidence), archive.MaskContacts(d.Because)})
	}
	return nil
}

// webAddress reports whether s may stand in a link: papers come with
// addresses of every sort.
func webAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
