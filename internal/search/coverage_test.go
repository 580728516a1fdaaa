package search

import (
	"slices"
	"testing"

	"tracuu/internal/store"
)

func TestGaps(t *testing.T) {
	years := func(all ...int) (out []store.YearCount) {
		for _, y := range all {
			out = append(out, store.YearCount{Year: y, Articles: 1})
		}
		return out
	}
	for _, tt := range []struct{ have, want []int }{
		{nil, []int{}}, {[]int{2022}, []int{}}, {[]int{2019, 2020}, []int{}}, {[]int{2018, 2020, 2023}, []int{2019, 2021, 2022}},
	} {
		if got := gaps(years(tt.have...)); !slices.Equal(got, tt.want) {
			t.Errorf("%v: %v, want %v", tt.have, got, tt.want)
		}
	}
	if got := gaps(years(1, 2022)); len(got) != maxGaps {
		t.Errorf("a wrong date makes %d gaps", len(got))
	}
}
