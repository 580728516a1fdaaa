package mention

import (
	"strings"
	"testing"
	"time"

	"tracuu/internal/extract/date"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// TestHostileTextIsReadInLinearTime builds mentions of texts that make a
// careless reader look far back or ahead for every number.
func TestHostileTextIsReadInLinearTime(t *testing.T) {
	const size, bound = 1 << 18, 2 * time.Second // a quarter of a MB each; the bound is for a busy machine
	for _, piece := range []string{
		"1/QĐ-UBND ", "1/QĐ-UBND 1/1/2020 ", "số 1/QĐ-UBND, ", "UBND ban hành 1/QĐ-UBND ", "1/2020/TT-BTC a 1/1/2019 của Bộ Y tế ",
		"1/2014/TTLT-BTC-BNV của Bộ Y tế, Bộ Tài chính và ", "Số: 1/QĐ-UBND\n",
	} {
		text := "Ngày 1/1/2020, " + strings.Repeat(piece, size/len(piece))
		matches := docnum.Find(text)
		spans := make([]model.Span, len(matches))
		for i, m := range matches {
			spans[i] = model.Span{Start: m.At, End: m.End}
		}
		s := Source{
			Text: text, Folded: vietnamese.FoldOffsets(text), Matches: matches,
			Dates: date.Find(text, date.Context{Exclude: spans}),
		}
		start := time.Now()
		if got := Build(s); len(got) != len(matches) {
			t.Errorf("%d mentions of %d numbers", len(got), len(matches))
		}
		if took := time.Since(start); took > bound {
			t.Errorf("%q repeated to a quarter of a MB takes %v", piece, took)
		}
	}
}
