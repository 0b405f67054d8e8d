// Package score says how well papers are read, against labels that say what
// stands in them.
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

// A Label is what stands in one paper, or in one item of it.
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

		// What one reader's set of labels has beyond those. A field that a
		// label does not name at all is not scored; one it gives as null is
		// to be left unstated.
		Procedural *bool   `json:"procedural"`
		MovedBy    *string `json:"moved_by"`
		SecondedBy *string `json:"seconded_by"`
		Votes      *struct {
			For       *int `json:"for"`
			Against   *int `json:"against"`
			Abstained *int `json:"abstained"`
		} `json:"votes"`
		Exchanges []struct {
			Issue    string `json:"issue"`
			Response string `json:"response"`
		} `json:"exchanges"`
		Remedies []RemedyLabel `json:"remedies"`

		Body         *string  `json:"body"` // the body complained of
		Ombudsman    *string  `json:"ombudsman"`
		Reference    *string  `json:"reference"`
		Category     *string  `json:"category"`
		Subcategory  *string  `json:"subcategory"`
		Decision     *string  `json:"decision"`
		Finding      *string  `json:"finding"`
		Fault        *bool    `json:"fault"`
		Injustice    *bool    `json:"injustice"`
		PublicReport *bool    `json:"public_report"`
		DecisionDate *string  `json:"decision_date"`
		PaymentTotal *float64 `json:"payment_total_gbp"`
	} `json:"labels"`

	named map[string]bool // the fields the label names; nil means those of the first set
}

// A RemedyLabel is a remedy as a person read it.
type RemedyLabel struct {
	Text      string   `json:"text"`
	Kinds     []string `json:"kinds"`
	AmountGBP *float64 `json:"amount_gbp"`
	Status    string   `json:"status"`   // empty: not labelled
	Evidence  string   `json:"evidence"` // the words that prove the status
}

// names reports whether the label says anything of a field.
func (l Label) names(field string) bool { return l.named == nil || l.named[field] }

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
		var fields struct {
			Labels map[string]json.RawMessage `json:"labels"`
		}
		if err := json.Unmarshal(lines.Bytes(), &fields); err != nil {
			return nil, fmt.Errorf("score: %s line %d: %w", path, n, err)
		}
		l.named = map[string]bool{}
		for f := range fields.Labels {
			l.named[f] = true
		}
		out = append(out, l)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("score: %s: %w", path, err)
	}
	return out, nil
}
