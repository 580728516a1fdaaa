package docnum

import (
	"errors"
	"fmt"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// ErrNoNumber tells that a text holds no document number.
var ErrNoNumber = errors.New("no document number")

// Parse reads the one number that s is or holds, in any spelling that Find
// reads. It prefers a number with a symbol to a bare one.
func Parse(s string) (model.DocNumber, error) {
	s = vietnamese.Clean(s)
	found := Find(s)
	for _, m := range found {
		if m.Number.Canonical != "" {
			return m.Number, nil
		}
	}
	if len(found) > 0 {
		return found[0].Number, nil
	}
	if n, ok := whole(s); ok {
		return n, nil
	}
	return model.DocNumber{}, fmt.Errorf("%q: %w", s, ErrNoNumber)
}

// whole reads a text that is nothing but a number with its symbol, as a cell of
// a register is: there the symbol needs no known part, 483/VPUB-HCTC.
func whole(s string) (model.DocNumber, bool) {
	s = strings.TrimSpace(s)
	if s == "" || nextDigit(s, 0) != 0 {
		return model.DocNumber{}, false
	}
	n, ok := readNumber(s, 0)
	if !ok || n.symbol.text == "" || n.end != len(s) {
		return model.DocNumber{}, false
	}
	return n.match(s, typeWordBefore{}).Number, true
}
