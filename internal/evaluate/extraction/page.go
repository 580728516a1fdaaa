// Package extraction measures what was understood of pages against labels made
// by hand: precision, recall and F1 of each field, each finding known by a
// hash, so that a run can be compared with a recorded one without keeping any
// page's words. It is pure.
package extraction

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// Page is what one page says, as labelled or as read. It is one JSON line;
// what a page does not state is null.
type Page struct {
	Page        string       `json:"page"` // path; a page as read may carry a longer one
	Kind        string       `json:"kind"`
	Title       string       `json:"title"`
	Published   string       `json:"published"` // ISO day
	Numbers     []Number     `json:"numbers"`
	Dates       []Period     `json:"dates"`
	Targets     []Clause     `json:"targets"`
	Relations   []Relation   `json:"relations"`
	Assignments []Assignment `json:"assignments"`
}

// Number is a mention of a document.
type Number struct {
	Type      string `json:"type"`
	No        string `json:"no"`
	Canonical string `json:"canonical"` // "" for a bare mention
	Issued    string `json:"issued"`
}

// Period is a day or a time that the text names.
type Period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Clause is a target with the words that state it.
type Clause struct {
	Quote   string   `json:"quote"`
	Op      string   `json:"op"`
	Value   *float64 `json:"value"`
	ValueTo *float64 `json:"value_to"`
	Unit    string   `json:"unit"`
	Due     string   `json:"due"`
}

// Relation is what a document does to another one.
type Relation struct {
	To   string `json:"to"`
	Type string `json:"type"`
}

// Assignment is a task with the words that give it.
type Assignment struct {
	Quote string `json:"quote"`
}

// maxLine bounds one page's line in bytes.
const maxLine = 64 << 20

// ReadPages reads JSON lines. Keys that are not measured are passed over.
func ReadPages(r io.Reader) ([]Page, error) {
	var all []Page
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var p Page
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		all = append(all, p)
	}
	return all, lines.Err()
}
