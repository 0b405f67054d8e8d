package server

import (
	"context"
	"strconv"
	"strings"

	"moothall/archive"
)

func (s *Server) reportView(ctx context.Context, v *recordView, rd reader, rp *archive.Report) error {
	headTags(v, &rp.Head)
	if err := s.inMeeting(ctx, v, rp); err != nil {
		return err
	}
	v.fact("Submitted by", rp.SubmittedBy)
	v.fact("Wards affected", strings.Join(rp.Wards, ", "))
	v.fact("Decision reference", rp.DecisionRef)
	if rp.FindingDate != "" {
		v.fact("Answers the Ombudsman’s report of", rp.FindingDate.Long()+daysBefore(rp.FindingDate, rp.MeetingDate))
	}
	v.services(rp.Services)
	v.parts(rd, rp.ServiceParts)
	v.Decided = rp.Decided
	for i, rec := range rp.Recommendations {
		id := "recommendation-" + strconv.Itoa(i+1)
		v.Recommendations = append(v.Recommendations, point{ID: id, Label: rec.Label, Paras: rd.plain(id+"-", rec.Text), To: rec.To, Page: rd.page(rec.Page)})
	}
	v.sections(rd, rp.Sections)
	if len(v.Sections) == 0 {
		v.section(rd, "Summary", "summary", rp.Summary)
	}
	v.whole(rd, rp.Text, len(v.Sections) > 0)
	v.Cite = sentence(rp.Title, "report to "+whereAndWhen(rp), rp.Council)
	return nil
}

// daysBefore is " (113 days before the meeting)", as a fact and no verdict: the
// time that the Act gives runs from a day that papers do not state.
func daysBefore(report, meeting archive.Date) string {
	if !report.Valid() || !meeting.Valid() || meeting <= report {
		return ""
	}
	days := int(meeting.Time().Sub(report.Time()).Hours() / 24)
	return " (" + count(days, "day", "days") + " before the meeting)"
}
