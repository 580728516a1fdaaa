package extraction

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Baseline is a recorded run: by page, then by field, what was found and what
// was invented. Pages and findings are hashes: no word of a page is kept.
type Baseline map[string]map[string]Record

// Record is one page's findings in one field, as hashes in reading order.
type Record struct {
	Found    []string `json:"found,omitempty"`
	Invented []string `json:"invented,omitempty"`
}

// hashOf names a finding in 8 hex digits; blanks and case make no difference.
func hashOf(parts ...string) string {
	sum := sha256.Sum256([]byte(normal(strings.Join(parts, "\n"))))
	return hex.EncodeToString(sum[:4])
}

// hashes numbers equal items, so that each has a name of its own.
func hashes(items []string) []string {
	seen := map[string]int{}
	out := make([]string, len(items))
	for i, item := range items {
		h := hashOf(item)
		if seen[h]++; seen[h] > 1 {
			h = fmt.Sprintf("%s.%d", h, seen[h])
		}
		out[i] = h
	}
	return out
}

// NewBaseline records a run.
func NewBaseline(outcomes []Outcome) Baseline {
	b := Baseline{}
	for _, o := range outcomes {
		page := hashOf(o.Page)
		if b[page] == nil {
			b[page] = map[string]Record{}
		}
		b[page][o.Field] = Record{Found: hashes(o.Found), Invented: hashes(o.Invented)}
	}
	return b
}

// ReadBaseline reads what Write wrote.
func ReadBaseline(r io.Reader) (Baseline, error) {
	var b Baseline
	if err := json.NewDecoder(r).Decode(&b); err != nil {
		return nil, fmt.Errorf("baseline: %w", err)
	}
	return b, nil
}

// Write writes the baseline as JSON, one page a line, so that what differs
// between runs is easily seen.
func (b Baseline) Write(w io.Writer) error {
	var text bytes.Buffer
	text.WriteString("{")
	for i, page := range slices.Sorted(maps.Keys(b)) {
		fields, err := json.Marshal(b[page])
		if err != nil {
			return fmt.Errorf("baseline: %w", err)
		}
		if i > 0 {
			text.WriteByte(',')
		}
		fmt.Fprintf(&text, "\n%q: %s", page, fields)
	}
	text.WriteString("\n}\n")
	_, err := text.WriteTo(w)
	return err
}
