package moderngov

import "testing"

func TestCMISMeeting(t *testing.T) {
	page := `<html><head><title>Meeting details - Westermouth Council</title></head><body><div id="dnn_ContentPane">
	<div class="holder"><div class="DNNLabel">Committee:</div><div class="Value">Licensing Sub-Committee A</div></div>
	<div class="holder"><div class="DNNLabel">Date:</div><div class="Value">Mon 08 Jun 2026 10:00</div></div>
	<div class="holder"><div class="DNNLabel">Venue:</div><div class="Value Venue">Harbour House</div></div>
	<ul><li class="DocumentListItem"><a class="TitleLink" href="Document.ashx?a=b">Minutes of the last meeting</a></li></ul></div></body></html>`
	d := document(t, "cmis.html", []byte(page))
	r := ParseMeeting(d)
	checkClaims(t, "cmis", d, r)
	if r.Council != "Westermouth Council" || r.Committee != "Licensing Sub-Committee A" || r.MeetingDate != "2026-06-08" || r.Title != "Licensing Sub-Committee A - 8 June 2026" || len(r.Records) != 0 {
		t.Errorf("got %+v", r)
	}
	if len(r.Rest) != 7 {
		t.Errorf("%d blocks are the page's own, want all 7", len(r.Rest))
	}
}
