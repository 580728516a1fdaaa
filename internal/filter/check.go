package filter

import (
	"errors"
	"fmt"
	"slices"
)

// Bounds of a condition: what is beyond them is refused.
const (
	MaxDepth = 64
	MaxNodes = 1000
)

// ErrExpr is wrapped by what Check finds. It is a fault of the question.
var ErrExpr = errors.New("điều kiện không hợp lệ")

// Check tells whether a condition can be answered: known operations on known
// fields, within the bounds. Nil is a condition that says nothing. Errors wrap
// ErrExpr and are in Vietnamese, for whoever asked.
func (e *Expr) Check() error {
	if e == nil {
		return nil
	}
	nodes := 0
	return e.check(1, &nodes)
}

func (e *Expr) check(depth int, nodes *int) error {
	switch *nodes++; {
	case depth > MaxDepth:
		return fmt.Errorf("%w: lồng nhau quá %d bậc", ErrExpr, MaxDepth)
	case *nodes > MaxNodes:
		return fmt.Errorf("%w: quá %d phần", ErrExpr, MaxNodes)
	}
	switch e.Op {
	case And, Or:
	case Not:
		if len(e.Of) != 1 {
			return fmt.Errorf("%w: phép loại trừ có %d phần", ErrExpr, len(e.Of))
		}
	case Words, Phrase:
		return nil
	case Is:
		if !slices.Contains(Fields(), e.Field) {
			return fmt.Errorf("%w: không có trường %q", ErrExpr, e.Field)
		}
		return nil
	case In:
		if e.Field != Year && e.Field != Day {
			return fmt.Errorf("%w: trường %q không có khoảng", ErrExpr, e.Field)
		}
		return nil
	default:
		return fmt.Errorf("%w: không có phép %q", ErrExpr, e.Op)
	}
	for i := range e.Of {
		if err := e.Of[i].check(depth+1, nodes); err != nil {
			return err
		}
	}
	return nil
}

// Fields are all fields: those of Facets, and Day.
func Fields() []Field { return append(Facets(), Day) }

// Chosen lists the values of a field that a condition requires at its top, as
// alternatives: what a reader has chosen of a facet.
func (e *Expr) Chosen(f Field) []string {
	switch {
	case e == nil:
		return nil
	case e.Op == And:
		var all []string
		for i := range e.Of {
			all = append(all, e.Of[i].Chosen(f)...)
		}
		return all
	case e.Op == Is && e.Field == f:
		return []string{e.Value}
	case e.Op == Or && e.only(f):
		var all []string
		for i := range e.Of {
			all = append(all, e.Of[i].Chosen(f)...)
		}
		return all
	}
	return nil
}

// Demanded lists the texts of Words and Phrase that a condition asks for,
// alternatives among them, and none that it excludes.
func (e *Expr) Demanded() []string {
	if e == nil {
		return nil
	}
	switch e.Op {
	case Words, Phrase:
		return []string{e.Text}
	case And, Or:
		var all []string
		for i := range e.Of {
			all = append(all, e.Of[i].Demanded()...)
		}
		return all
	}
	return nil
}
