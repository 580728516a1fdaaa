package query

import (
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/casetest"
	"tracuu/internal/filter"
	"tracuu/internal/model"
)

// today of the cases is a Sunday.
var sunday = Options{Today: model.Date{Year: 2026, Month: 11, Day: 29}}

// TestQuestions runs testdata/questions/*.txt: typed text, and the condition,
// the normal form, the chips and the notes that are read from it.
func TestQuestions(t *testing.T) {
	casetest.Run(t, "testdata/questions/*.txt", func(input string) string {
		return describeQuestion(Read(input, sunday))
	})
}

func describeQuestion(q Query) string {
	lines := []string{describe(q)}
	if q.Where != nil {
		lines = append(lines, "where: "+printExpr(*q.Where))
	}
	lines = append(lines, "normal: "+q.String())
	if len(q.Chips) > 0 {
		var labels []string
		for _, c := range q.Chips {
			label := c.Label
			if c.Off {
				label += " (off)"
			}
			labels = append(labels, "["+label+"]")
		}
		lines = append(lines, "chips: "+strings.Join(labels, " "))
	}
	for _, n := range q.Notes {
		lines = append(lines, "note: "+n.Text)
	}
	return strings.Join(lines, "\n")
}

// printExpr writes a condition on one line.
func printExpr(e filter.Expr) string {
	switch e.Op {
	case filter.Words:
		return e.Text
	case filter.Phrase:
		return `"` + e.Text + `"`
	case filter.Is:
		return fmt.Sprintf("%s=%s", e.Field, e.Value)
	case filter.In:
		return fmt.Sprintf("%s in %d..%d", e.Field, e.From, e.To)
	}
	var of []string
	for _, child := range e.Of {
		of = append(of, printExpr(child))
	}
	return fmt.Sprintf("%s(%s)", e.Op, strings.Join(of, " | "))
}
