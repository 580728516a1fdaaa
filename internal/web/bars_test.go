package web

import (
	"testing"

	"tracuu/internal/store"
)

func TestBarsKeepGapsAndLeaveOutWrongDates(t *testing.T) {
	got := bars([]store.YearCount{{Year: 219, Articles: 1}, {Year: 2019, Articles: 5}, {Year: 2022, Articles: 10}})
	if len(got) != 2 || got[1].X != 3*barStep || got[1].Height != barHeight || got[0].Height != barHeight/2 || plotWidth(got) != 4*barStep {
		t.Errorf("%+v", got)
	}
	if got := bars(nil); got != nil {
		t.Errorf("%+v", got)
	}
}
