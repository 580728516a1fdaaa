package query

import (
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/casetest"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// The table of numbers is that of the extractor (package docnum): the search
// box reads the same document. A query keeps its symbol folded and may leave
// the type to the look-up, so the expected line is given back when number, year,
// symbol and type agree with it.
func TestTableOfNumbers(t *testing.T) {
	casetest.Run(t, "../../testdata/numbers/*.txt", func(input string) string {
		q := Parse(input)
		want, err := docnum.Parse(input)
		if q.Number == nil || err != nil {
			return "none"
		}
		got := *q.Number
		inside := 0
		if got.Inside {
			inside = got.Year
		}
		agrees := got.No == want.No && got.Symbol == docnum.FoldSymbol(want.Symbol) && typeAgrees(got.Type, want) &&
			(inside == want.Year || want.Canonical == "" && got.Year == want.Year)
		switch {
		case !agrees:
			return fmt.Sprintf("%+v", got)
		case want.Canonical != "":
			return want.Type + " " + want.Canonical
		case want.Year != 0:
			return fmt.Sprintf("%s %s of %d", want.Type, want.No, want.Year)
		}
		return strings.TrimSpace(want.Type + " " + want.No)
	})
}

// typeAgrees accepts the type that the symbol alone tells: in 89-TC/TCT only the
// word before the number says that TC is Tài chính.
func typeAgrees(got string, want model.DocNumber) bool {
	return got == "" || got == want.Type || strings.HasPrefix(docnum.FoldSymbol(want.Symbol), docnum.FoldSymbol(got))
}
