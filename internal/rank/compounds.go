package rank

import (
	"fmt"
	"iter"
	"strconv"

	"tracuu/data"
)

// compounds holds how strongly two folded syllables belong together: their
// normalised pointwise mutual information, above 0 and at most 1.
type compounds map[string]float32

func loadCompounds() (compounds, error) {
	rows, err := data.Table("compounds.txt", 2)
	if err != nil {
		return nil, err
	}
	c := make(compounds, len(rows))
	for _, row := range rows {
		strength, err := strconv.ParseFloat(row[1], 32)
		if err != nil {
			return nil, fmt.Errorf("rule file compounds.txt: %s: %w", row[0], err)
		}
		c[row[0]] = float32(strength)
	}
	return c, nil
}

// cut parts a row of n words into compounds of two and single words, with the
// greatest total strength. at gives the pair that begins at a word, empty when
// there is none. It yields where each part begins, from the left, and its
// width.
func (c compounds) cut(n int, at func(int) string) iter.Seq2[int, int] {
	best := make([]float32, n+2) // of the words from i on
	wide := make([]bool, n+1)
	for i := n - 1; i >= 0; i-- {
		best[i] = best[i+1]
		if i+1 == n {
			continue
		}
		if s := c[at(i)]; s > 0 && s+best[i+2] > best[i] {
			best[i], wide[i] = s+best[i+2], true
		}
	}
	return func(yield func(int, int) bool) {
		for i := 0; i < n; {
			width := 1
			if wide[i] {
				width = 2
			}
			if !yield(i, width) {
				return
			}
			i += width
		}
	}
}
