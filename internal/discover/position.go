package discover

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Position is where in a portal's discovery an address stands. It goes through
// the frontier as text, so that a crawl that was killed goes on where it was.
type Position struct {
	Portal string `json:"portal,omitempty"` // whose rule List or Range is
	List   string `json:"list,omitempty"`   // portal.List.ID
	Family string `json:"family,omitempty"` // whose pager is followed, instead of List
	Start  string `json:"start,omitempty"`  // tells the lists apart that one rule begins
	Page   int    `json:"page,omitempty"`   // counted from 0
	// Seen are digests of the entries of the first page and of the one before:
	// a server that answers either again has no more pages.
	Seen []uint64 `json:"seen,omitempty"`

	Range  string `json:"range,omitempty"` // portal.IDRange.ID
	Number int    `json:"number,omitempty"`
}

// String writes the position; the zero one is "".
func (p Position) String() string {
	if p.List == "" && p.Family == "" && p.Range == "" {
		return ""
	}
	text, err := json.Marshal(p)
	if err != nil {
		return "" // strings and numbers always marshal
	}
	return string(text)
}

// Mark tells the pages of a list apart that are asked for at one address, as
// those of a form; "" for its first page. It has blanks, which no address has.
func (p Position) Mark() string {
	if p.Page == 0 {
		return ""
	}
	return fmt.Sprintf(" %s%s %s %d", p.List, p.Family, p.Start, p.Page)
}

// ParsePosition reads what String wrote.
func ParsePosition(text string) (Position, error) {
	var p Position
	if text == "" {
		return p, nil
	}
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		return p, fmt.Errorf("position %q: %w", text, err)
	}
	return p, nil
}

// next is the position of the page after this one, whose entries have the
// digest; false when the server repeats itself.
func (p Position) next(entries uint64) (Position, bool) {
	if entries == 0 || slices.Contains(p.Seen, entries) {
		return p, false
	}
	after := p
	after.Page++
	after.Seen = slices.Clone(p.Seen[:min(len(p.Seen), 1)])
	after.Seen = append(after.Seen, entries)
	return after, true
}
