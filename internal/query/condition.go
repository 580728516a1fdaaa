package query

import (
	"strings"
	"unicode"

	"tracuu/internal/extract/agency"
	"tracuu/internal/filter"
	"tracuu/internal/vietnamese"
)

// condition is a filter as understood: one of the values must hold.
type condition struct {
	field  filter.Field
	values []value
}

// value is a value of a field, or a period of years or days.
type value struct {
	text     string // what filter.Is compares
	name     string // for people
	from, to int    // of filter.In
	not      bool   // the value must not hold: tệp:không
}

// Bounds of a filter.
const (
	maxValues     = 20
	maxValueWords = 8
	maxValueRunes = 100
)

// condition reads the values from i on, and returns where they end.
func (x *lexer) condition(use fieldUse, i int) (condition, int, bool) {
	c := condition{field: use.field}
	for at := x.skipBlanks(i); len(c.values) < maxValues; {
		v, end, ok := x.value(use, at)
		if !ok {
			break
		}
		c.values = append(c.values, v)
		i, at = end, end+1
		if end+1 >= len(x.text) || !strings.ContainsRune(",;|", rune(x.text[end])) || unicode.IsSpace(rune(x.text[end+1])) {
			break
		}
	}
	return c, i, len(c.values) > 0
}

// noFile is what is typed for the lack of filter.WithFile.
const noFile = "no"

// isKnown tells that every value of an open field is known, so that it is no
// sentence: "nơi: Càng Long".
func (c *condition) isKnown() bool {
	for _, v := range c.values {
		if _, ok := valueOf(c.field, v.name); !ok && !isKnown(c.field, v.text) {
			return false
		}
	}
	return true
}

// isKnown tells places of the gazetteer and names of agencies.
func isKnown(f filter.Field, words string) bool {
	switch f {
	case filter.Place:
		return isUnit(words)
	case filter.Issuer:
		folded := vietnamese.FoldOffsets(words)
		_, end, ok := agency.At(folded, words, 0)
		if !ok {
			return false
		}
		rest := strings.TrimSpace(folded.Text[end:])
		return rest == "" || isUnit(rest)
	}
	return false
}

// expr is the condition for an engine.
func (c *condition) expr() filter.Expr {
	of := make([]filter.Expr, len(c.values))
	for i, v := range c.values {
		e := filter.Expr{Op: filter.Is, Field: c.field, Value: v.text}
		if v.text == "" {
			e = filter.Expr{Op: filter.In, Field: c.field, From: v.from, To: v.to}
		}
		if v.not {
			e = filter.Expr{Op: filter.Not, Of: []filter.Expr{e}}
		}
		of[i] = e
	}
	if len(of) == 1 {
		return of[0]
	}
	return filter.Expr{Op: filter.Or, Of: of}
}

// name tells the values of a filter to people.
func (c *condition) name() string {
	names := make([]string, len(c.values))
	for i, v := range c.values {
		names[i] = v.name
	}
	return strings.Join(names, ", ")
}
