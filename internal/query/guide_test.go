package query

import (
	"os"
	"strings"
	"testing"

	"tracuu/internal/casetest"
	"tracuu/internal/filter"
)

const guide = "../../docs/QUERIES.md"

// TestGuide reads every example of the guide; the line below it says how it is
// understood.
func TestGuide(t *testing.T) {
	raw, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(raw), "\n")
	examples := 0
	for i, line := range lines {
		if !strings.HasPrefix(line, "→") {
			continue
		}
		examples++
		want := strings.TrimSpace("→ " + explain(Read(lines[i-1], sunday)))
		if line != want && !casetest.Update() {
			t.Errorf("%s, line %d: %q\n got: %s\nwant: %s", guide, i+1, lines[i-1], line, want)
		}
		lines[i] = want
	}
	if examples < 50 {
		t.Errorf("%d examples", examples)
	}
	if casetest.Update() {
		if err := os.WriteFile(guide, []byte(strings.Join(lines, "\n")), 0o644); err != nil { //nolint:gosec // a guide for everyone to read
			t.Fatal(err)
		}
	}
}

// explain says in Vietnamese how a question is understood.
func explain(q Query) string {
	var parts []string
	for _, c := range q.Chips {
		parts = append(parts, "["+c.Label+"]")
	}
	if q.Text != "" {
		parts = append(parts, "tìm: "+q.Text)
	}
	if e := q.Where; e != nil && joins(*e) {
		parts = append(parts, "điều kiện: "+q.String())
	}
	for _, n := range q.Notes {
		parts = append(parts, "lời nhắn: "+n.Text)
	}
	return strings.Join(parts, " ")
}

// joins tells a condition that chips alone do not show.
func joins(e filter.Expr) bool {
	switch e.Op {
	case filter.Words, filter.Phrase:
		return true
	case filter.Or, filter.And:
		for _, of := range e.Of {
			if joins(of) || e.Op == filter.Or && of.Field != e.Of[0].Field {
				return true
			}
		}
	}
	return false
}

// TestGuideNamesFields: the guide has every filter.
func TestGuideNamesFields(t *testing.T) {
	raw, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(filter.Facets(), filter.Day) {
		if !strings.Contains(string(raw), "| `"+FieldName(f)+":`") {
			t.Errorf("%s does not tell of %s:", guide, FieldName(f))
		}
	}
}
