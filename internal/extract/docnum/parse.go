package docnum

import (
	"errors"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// ErrNoNumber tells that a text holds no document number.
var ErrNoNumber = errors.New("no document number")

// Parse reads the one number that s is or holds, in any spelling that Find
// reads. It prefers a number with a symbol to a bare one.
func Parse(s string) (model.DocNumber, error) {
	found := Find(vietnamese.Clean(s))
	for _, m := range found {
		if m.Number.Canonical != "" {
			return m.Number, nil
		}
	}
	if len(found) > 0 {
		return found[0].Number, nil
	}
	return model.DocNumber{}, fmt.Errorf("%q: %w", s, ErrNoNumber)
}
