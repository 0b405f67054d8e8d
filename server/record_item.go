package server

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"moothall/archive"
)

// An exchangeView is what members raised and what was answered.
type exchangeView struct {
	ID              string
	Issue, Response []archive.Part
	Page            *textLink
}

func (s *Server) itemView(ctx context.Context, v *recordView, rd reader, it *archive.Item) error {
	if it.ItemNumber != "" {
		v.Kicker = "Agenda item " + it.ItemNumber
	}
	if it.Outcome != "" {
		v.Tags = append(v.Tags, tag{"Meeting outcome", it.Outcome.Label(), "outcome"})
	}
	headTags(v, &it.Head)
	if it.Procedural {
		v.Tags = append(v.Tags, tag{"Kind", "Procedural", "kind"})
	}
	if err := s.inMeeting(ctx, v, it); err != nil {
		return err
	}
	v.fact("Time and place", strings.Trim(it.MeetingTime+", "+it.Venue, ", "))
	if it.AgendaItem != it.ItemNumber {
		v.fact("Number on the agenda", it.AgendaItem)
	}
	v.fact("Moved by", it.MovedBy)
	v.fact("Seconded by", it.SecondedBy)
	v.fact("Votes", votes(it.Votes))
	v.fact("Decision reference", it.DecisionRef)
	v.services(it.Services)
	v.parts(rd, it.ServiceParts)

	for i, res := range it.Resolutions {
		p := point{ID: "decision-" + strconv.Itoa(i+1), Label: res.Label, Page: rd.page(res.Page), Paras: rd.plain("decision-"+strconv.Itoa(i+1)+"-", res.Text)}
		if res.Outcome != "" && len(it.Resolutions) > 1 {
			p.Tag = &tag{"Outcome", res.Outcome.Label(), "outcome"}
		}
		v.Resolutions = append(v.Resolutions, p)
	}
	if len(it.Resolutions) == 0 && it.Decision != "" {
		v.Resolutions = []point{{ID: "decision-1", Paras: rd.paras("decision-1-", it.Decision)}}
	}
	v.NoDecision = len(v.Resolutions) == 0 && it.Outcome == archive.OutcomeNone && !v.Exempt
	v.section(rd, "Summary as published", "summary", it.Summary)
	v.section(rd, "Background", "background", it.Background)
	v.section(rd, "Discussion", "discussion", it.Discussion)
	for i, e := range it.Exchanges {
		v.Exchanges = append(v.Exchanges, exchangeView{"issue-" + strconv.Itoa(i+1), rd.parts(e.Issue), rd.parts(e.Response), rd.page(e.Page)})
	}
	v.whole(rd, it.Text, len(v.Sections) > 0 || len(v.Resolutions) > 0)
	for _, d := range it.Documents {
		a := attachmentView{Title: cmp.Or(d.Title, d.URL), Media: strings.ToUpper(d.Media), Restricted: d.Restricted}
		if !d.Restricted && webAddress(d.URL) {
			a.Href = d.URL
		}
		v.Attachments = append(v.Attachments, a)
	}
	v.Cite = sentence(it.Title, whereAndWhen(it), it.Council, prefixed("item ", it.ItemNumber))
	return nil
}

// inMeeting fills what places an item or a report in a meeting: crumbs, facts and
// the neighbours on the agenda.
func (s *Server) inMeeting(ctx context.Context, v *recordView, rec archive.Record) error {
	head := rec.About()
	body, when := archive.Committee(rec), archive.When(rec)
	v.councilFact("Council", head.Council)
	v.Crumbs = []textLink{{"Meetings", "/meetings"}}
	id := archive.MeetingID(head.Council, when, body, head.Source.SHA256)
	m, err := s.catalogue.Meeting(ctx, id)
	switch {
	case errors.Is(err, archive.ErrNotFound):
		v.fact("Meeting", strings.Trim(body+", "+when.Long(), ", "))
		return nil
	case err != nil:
		return err
	}
	at := textLink{meetingName(m.Committee, m.Date), "/meetings/" + string(m.ID)}
	v.Crumbs = append(v.Crumbs, at)
	v.Facts = append(v.Facts, fact{"Meeting", []textLink{at}})
	var agenda []archive.Record
	for _, x := range m.Records {
		if x.About().Kind == head.Kind {
			agenda = append(agenda, x)
		}
	}
	i := slices.IndexFunc(agenda, func(x archive.Record) bool { return x.About().ID == head.ID })
	if i > 0 {
		v.Prev = neighbour(agenda[i-1])
	}
	if i >= 0 && i+1 < len(agenda) {
		v.Next = neighbour(agenda[i+1])
	}
	return nil
}

func neighbour(r archive.Record) *textLink {
	h := r.About()
	return &textLink{archive.MaskContacts(cmp.Or(h.Title, "Without a title")), recordURL(h.Kind, h.ID)}
}

// meetingName is "Cabinet, 4 May 2021".
func meetingName(body string, d archive.Date) string {
	return strings.Trim(cmp.Or(body, "Meeting")+", "+cmp.Or(d.Long(), "date not known"), ", ")
}

func votes(v *archive.Votes) string {
	if v == nil {
		return ""
	}
	var out []string
	for _, x := range []struct {
		n    *int
		word string
	}{{v.For, "for"}, {v.Against, "against"}, {v.Abstained, "abstained"}} {
		if x.n != nil {
			out = append(out, strconv.Itoa(*x.n)+" "+x.word)
		}
	}
	return strings.Join(out, ", ")
}
