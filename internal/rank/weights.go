package rank

import (
	"fmt"
	"slices"
	"strconv"

	"tracuu/data"
)

// loadWeights reads data/rules/ranking.txt.
func loadWeights() (w [features]float64, err error) {
	rows, err := data.Table("ranking.txt", 3)
	if err != nil {
		return w, err
	}
	for _, row := range rows {
		i := slices.Index(featureNames[:], row[0])
		if i < 0 {
			return w, fmt.Errorf("rule file ranking.txt: no feature %q", row[0])
		}
		if w[i], err = strconv.ParseFloat(row[1], 64); err != nil {
			return w, fmt.Errorf("rule file ranking.txt: %s: %w", row[0], err)
		}
	}
	return w, nil
}
