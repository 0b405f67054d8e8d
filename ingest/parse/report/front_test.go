package report

import (
	"strings"
	"testing"

	"moothall/archive"
)

// TestFronts reads the fronts of councils' templates, in the words of the
// invented world: each row is one way to lay out the same facts.
func TestFronts(t *testing.T) {
	const rest = "\n\nSummary\n\nThis report is about bins and says why Ambershire County Council collects them as it does.\n\nRecommendations\n\nThat the Committee notes the report.\n"
	type facts struct {
		body  string
		date  archive.Date
		title string
		by    string
	}
	usual := facts{"Environment Committee", "2023-03-14", "Bin Collections in Winter", "Director of Place"}
	cases := []struct {
		name, front string
		want        facts
	}{
		{"labels", "Report to: Environment Committee\nDate: 14 March 2023\nSubject: Bin Collections in Winter\nReport of: Director of Place", usual},
		{"labels in capitals", "AMBERSHIRE COUNTY COUNCIL\nENVIRONMENT COMMITTEE\nDATE: 14 MARCH 2023\nREPORT OF: DIRECTOR OF PLACE\nSUBJECT: BIN COLLECTIONS IN WINTER",
			facts{"Environment Committee", "2023-03-14", "BIN COLLECTIONS IN WINTER", "DIRECTOR OF PLACE"}},
		{"no labels", "ENVIRONMENT COMMITTEE\n\n14 MARCH 2023\n\nBin Collections in Winter\n\nReport of the Director of Place", usual},
		{"body and date in one line", "Ambershire County Council\n\nEnvironment Committee – 14 March 2023\n\nBin Collections in Winter\n\nReport by the Director of Place", usual},
		{"for resolution", "Ambershire County Council\nReport for Resolution\n\nReport to: Environment Committee – 14 March 2023\n\nSubject: Bin Collections in Winter\n\nReport of: Director of Place", usual},
		{"a table", "| Committee | Environment Committee |\n| Date of meeting | 14 March 2023 |\n| Report title | Bin Collections in Winter |\n| Report of | Director of Place |", usual},
		{"a table with its labels above", "| Title | Bin Collections in Winter |\n| Report of | Director of Place |\n| Wards | All |\n| Status | Public |\n| Urgent | No |\n| Key | No |\n| Officer contact details | Una Marsh |\n\nEnvironment Committee\n\n14 March 2023", usual},
		{"values below", "Meeting:\n\nEnvironment Committee\n\nDate:\n\n14 March 2023\n\nTitle:\n\nBin Collections in Winter\n\nReport from:\n\nDirector of Place", usual},
		{"several in a line", "Report to: Environment Committee Date: 14 March 2023\nReport title: Bin Collections in Winter\nReport by: Director of Place Ward(s): All", usual},
		{"a meeting's line", "Meeting of the Environment Committee\n\nMeeting to be held on Tuesday, 14 March 2023\n\nReport submitted by: Director of Place\n\nPart I\n\nElectoral Divisions affected:\n\n(All Divisions);\n\nBin Collections in Winter\n\n(Appendix 'A' refers)\n\nContact for further information:\n\nUna Marsh, Tel: 01632 960123, Officer", usual},
		{"numbered", "Agenda Item 7\n\nEnvironment Committee\n\n14th March 2023\n\nBin Collections in Winter\n\nReport of: Director of Place\n\nPurpose: For decision", usual},
		{"author alone", "Committee: Environment Committee\nDate: 14/03/2023\nTitle: Bin Collections in Winter\nAuthor: Una Marsh, Director of Place", facts{"Environment Committee", "2023-03-14", "Bin Collections in Winter", "Una Marsh, Director of Place"}},
		{"decision maker", "Decision maker: Environment Committee\nDate: Tuesday 14 March 2023\nClassification: For Decision\nTitle: Bin Collections in Winter\nReport of: Director of Place\nPolicy context: Greener Ambershire\nFinancial summary: none", usual},
	}
	for _, c := range cases {
		doc := documentOf(t, "x.txt", []byte(c.front+rest))
		reading := Parse(doc)
		claims(t, doc, reading)
		if len(reading.Records) == 0 {
			t.Errorf("%s: no record", c.name)
			continue
		}
		r := reading.Records[0].(*archive.Report)
		got := facts{r.Committee, r.MeetingDate, r.Title, r.SubmittedBy}
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
		if r.Council != "Ambershire County Council" || r.Visibility != archive.Public {
			t.Errorf("%s: council %q, visibility %q", c.name, r.Council, r.Visibility)
		}
		var sections []string
		for _, s := range r.Sections {
			sections = append(sections, s.Canonical)
		}
		if got := strings.Join(sections, " "); got != "summary recommendations" {
			t.Errorf("%s: sections %q", c.name, got)
		}
	}
}

// Lines of a front that name nothing, and those that do though they look alike.
func TestFurnitureOfFront(t *testing.T) {
	for _, s := range []string{"Part A", "PART I", "(Appendix 'A' refers)", "Appendices B", "Unrestricted", "OPEN", "For decision", "Agenda Item No. 7", "Item 12a", "Key Decision", "Non-key decision", "not a key decision", "Covering Report", "None;", "Page 3 of 9", "Yes"} {
		if !isFurnitureOfFront(s) {
			t.Errorf("%q is furniture", s)
		}
	}
	for _, s := range []string{"Part of the plan", "Open spaces strategy", "Report of the Director", "For decision makers", "Item of urgent business"} {
		if isFurnitureOfFront(s) {
			t.Errorf("%q is none", s)
		}
	}
}
