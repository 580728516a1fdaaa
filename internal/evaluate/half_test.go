package evaluate

import (
	"fmt"
	"testing"
)

func TestHalvesAreAboutEven(t *testing.T) {
	var count [2]int
	for i := range 1000 {
		count[Half(fmt.Sprintf("question-%d", i))]++
	}
	if count[0] < 400 || count[1] < 400 {
		t.Errorf("%v", count)
	}
	first := Half("T01")
	for range 3 {
		if got := Half("T01"); got != first {
			t.Errorf("a question moved from half %v to %v", first, got)
		}
	}
}
