package docnum

import (
	"fmt"
	"testing"

	"tracuu/internal/casetest"
)

// The table of numbers is that of the search box too (package query): what a
// page prints and what people type is read as one document.
func TestTableOfNumbers(t *testing.T) {
	casetest.Run(t, "../../../testdata/numbers/*.txt", func(input string) string {
		n, err := Parse(input)
		switch {
		case err != nil:
			return "none"
		case n.Canonical != "":
			return n.Type + " " + n.Canonical
		case n.Year != 0:
			return fmt.Sprintf("%s %s of %d", n.Type, n.No, n.Year)
		}
		return n.Type + " " + n.No
	})
}
