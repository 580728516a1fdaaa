package lookup

import (
	"slices"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/query"
)

// weighSymbol compares symbols folded. One that is a letter off is held back
// until it is known whether any other document fits.
func (w *weighing) weighSymbol(n query.Number) {
	symbol := docnum.FoldSymbol(w.document.Number.Symbol)
	switch {
	case n.Symbol == "" || symbol == "":
	case symbol == n.Symbol, "cv"+symbol == n.Symbol: // many put CV before what has no type
		w.score += symbolAgrees
		w.agrees = append(w.agrees, "ký hiệu")
	case strings.Contains(symbol, n.Symbol) || strings.HasPrefix(n.Symbol, symbol):
		w.score += symbolPartly
		w.agrees = append(w.agrees, "một phần ký hiệu")
	case oneLetterOff(n.Symbol, symbol):
		w.nearly = true
		if slices.Equal(slices.Compact([]byte(n.Symbol)), slices.Compact([]byte(symbol))) { // a letter typed twice
			w.score++
		}
	default:
		w.score -= symbolAgrees
		w.differs = append(w.differs, "khác ký hiệu")
	}
}

// settleSymbols takes symbols that are a letter off for those that were meant
// when nothing fits what was typed, and for others when something does.
func settleSymbols(weighed []weighing) {
	exact := slices.ContainsFunc(weighed, func(w weighing) bool { return w.fits() && !w.nearly })
	for i := range weighed {
		w := &weighed[i]
		switch {
		case !w.nearly:
		case exact:
			w.score -= symbolAgrees
			w.differs = append(w.differs, "khác ký hiệu")
		default:
			w.score += symbolPartly
			w.notes = append(w.notes, "ký hiệu gần đúng ("+w.document.Number.Symbol+")")
		}
	}
}

// leastFuzzy is the length from which a letter may be off: shorter symbols are
// all a letter apart.
const leastFuzzy = 4

// oneLetterOff tells two symbols of which one has a letter more, another one, or
// two in the other order. Digits are never off.
func oneLetterOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < leastFuzzy || len(b) > len(a)+1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:] && isLetter(b[i])
	}
	if i == len(a) {
		return false // the same
	}
	swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] && isLetter(a[i+1])
	return isLetter(a[i]) && isLetter(b[i]) && (swapped || a[i+1:] == b[i+1:])
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' }
