// Package score says how well papers are read, against labels that a person
// made by reading them.
//
// It is separate from the command that prints it so that tests can hold the
// figures too, and from the rooms it judges because it must know none of
// their rules: it sees labels and records alone.
package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// A Label is what a person read in one paper, or in one item of it.
type Label struct {
	URL    string `json:"url"`
	File   string `json:"file"`
	Kind   string `json:"kind"`
	Text   string `json:"text"`
	Labels struct {
		Council       *string   `json:"council"`
		Committee     *string   `json:"committee"`
		MeetingDate   *string   `json:"meeting_date"`
		Title         *string   `json:"title"`
		ItemNumber    *string   `json:"item_number"`
		AgendaItem    *string   `json:"agenda_item"`
		DecisionRef   *string   `json:"decision_ref"`
		Services      *[]string `json:"services"`
		Outcome       *string   `json:"outcome"`
		OutcomesAll   *[]string `json:"outcomes_all"`
		OmbudsmanRefs *[]string `json:"ombudsman_cases"`
		Meetings      *[]struct {
			Body *string `json:"body"`
			Date *string `json:"date"`
		} `json:"links_to_meetings"`
		Visibility *string `json:"visibility"`
	} `json:"labels"`
}

// ReadLabels reads a file of labels, one JSON object to a line.
func ReadLabels(path string) ([]Label, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("score: %w", err)
	}
	defer f.Close()
	var out []Label
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var l Label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("score: %s line %d: %w", path, n, err)
		}
		out = append(out, l)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("score: %s: %w", path, err)
	}
	return out, nil
}
