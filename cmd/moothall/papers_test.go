package main

import (
	"archive/zip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// papersFrom is when the first paper written by writePapers was retrieved;
// each later one came a minute after.
var papersFrom = time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)

// writePapers writes a folder of invented papers of several kinds: pages of
// ModernGov as HTML and text, printed minutes as draft and final, officers'
// reports, an Ombudsman's decisions, papers of no kind, and a zip. n is how
// many meetings there are; each gives about seven papers.
func writePapers(t testing.TB, dir string, n int) {
	t.Helper()
	files := make(map[string]string)
	for i := range n {
		meeting(files, i)
	}
	i := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		writeFile(t, filepath.Join(dir, name), files[name], papersFrom.Add(time.Duration(i)*time.Minute))
		i++
	}
	zipped := make(map[string]string)
	meeting(zipped, n)
	writeZip(t, filepath.Join(dir, "old-papers.zip"), zipped)
}

var matters = []string{
	"Garage rents", "Licensing of street trading", "Repairs to Weir Bridge", "Allocations policy", "School transport appeals",
	"Complaints handled by the Ombudsman", "Tree preservation at Fuller's Lane", "Council tax support", "Adult care charging",
}

// meeting adds the papers of meeting i.
func meeting(files map[string]string, i int) {
	council := []string{"Thornley District Council", "Ambershire County Council", "Westermouth Council"}[i%3]
	day := time.Date(2023, 1, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*i)
	long, short := day.Format("Monday, 2 January 2006"), day.Format("02/01/2006")
	folder := fmt.Sprintf("%s/m%05d/", strings.Fields(council)[0], i)
	var rows, minutes, draft strings.Builder
	for k := range 4 {
		number, title := 10*i+k+1, matters[(i+k)%len(matters)]
		said := fmt.Sprintf("Members discussed %s and asked officers to report again in %d months.", strings.ToLower(title), k+2)
		fmt.Fprintf(&rows, `<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">%d.</p></td><td><p class="mgAiTitleTxt">%s</p>`+
			`<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>%s</p><p>RESOLVED that the report be noted.</p></div></td></tr>`, number, title, said)
		fmt.Fprintf(&minutes, "%d. %s\n\n%s Councillor Okafor %d thanked those concerned.\n\nRESOLVED that the report be noted.\n\n", number, strings.ToUpper(title), said, i)
		fmt.Fprintf(&draft, "%d. %s\n\nMembers discussed the matter, subject to checking.\n\nRESOLVED that the report be noted.\n\n", number, strings.ToUpper(title))
	}
	files[folder+"meeting.html"] = fmt.Sprintf(`<html><head><title>Agenda and minutes - Cabinet - %s</title></head><body><h1>Agenda and minutes</h1><div class="mgContent">`+
		`<h2 class="mgSubTitleTxt">Cabinet - %s 7.00 pm</h2><p><span class="mgLabel">Venue: </span>The Moot Hall</p><table class="mgItemTable">%s</table></div></body></html>`,
		council, long, rows.String())
	head := strings.ToUpper(council) + "\n\n%sMinutes of the Cabinet held at 7.00 pm on " + long + " at the Moot Hall\n\nPresent: Councillors Reed and Okafor\n\n"
	files[folder+"draft.txt"] = fmt.Sprintf(head, "DRAFT\n\n") + draft.String() + "The meeting ended at 8.45 pm\n"
	files[folder+"minutes.txt"] = fmt.Sprintf(head, "") + minutes.String() + "The meeting ended at 8.45 pm\n"
	files[folder+"report.txt"] = fmt.Sprintf("%s\n\nReport to: Cabinet\n\nDate of meeting: %s\n\nReport of: Director of Place\n\nSubject: %s\n\nPurpose of report\n\nTo say how matters stand (%d).\n\nRecommendation\n\nThat Cabinet notes the report.\n\nFinancial implications\n\nThere are none.\n",
		council, long, matters[i%len(matters)], i)
	files[folder+"issue.txt"] = fmt.Sprintf("Issue - meetings\n\n%[1]s\n\nMeeting: %[2]s - Cabinet (Item %[3]d)\n\n%[3]d %[1]s pdf icon PDF 26 KB\n\nMinutes:\n\nDecision:\n\nCabinet noted the report on the matter known as %[3]d.\n",
		matters[i%len(matters)], short, 10*i+1)
	files[folder+"decision.html"] = fmt.Sprintf(`<html><body><article id="article"><h1>%s (23 %03d %03d)</h1><p><span class="label">Category : </span><span class="value">Housing &gt; Homelessness</span></p>`+
		`<p><span class="label">Decision : </span><span class="value">Upheld</span></p><p><span class="label">Decision date : </span><span class="value">%s</span></p>`+
		`<h2>The Ombudsman's final decision:</h2><p>Summary: Mr L complained.</p><h3>The complaint</h3><ol><li>Mr L complained of delay.</li></ol></article></body></html>`,
		council, i/1000, i%1000, day.AddDate(0, 2, 0).Format("02 Jan 2006"))
	files[folder+"notes.txt"] = fmt.Sprintf("What is on in parish %d\n\nThe fête is in June.\n", i)
}

func writeFile(t testing.TB, name, content string, when time.Time) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, when, when); err != nil {
		t.Fatal(err)
	}
}

func writeZip(t testing.TB, name string, files map[string]string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, inside := range slices.Sorted(maps.Keys(files)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: inside, Method: zip.Deflate, Modified: papersFrom})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[inside])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}
