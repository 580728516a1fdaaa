package evaluate

import (
	"math/rand/v2"
	"testing"
)

func TestBootstrapHoldsTheMean(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, 400)
	for i := range values {
		values[i] = float64(draw.IntN(2))
	}
	i := Bootstrap(values)
	m := mean(values)
	// a share of one half among 400 has a half-width of about 0.049
	if i.Low > m || i.High < m || i.High-i.Low < 0.08 || i.High-i.Low > 0.12 {
		t.Errorf("mean %v, interval %+v", m, i)
	}
	if again := Bootstrap(values); again != i {
		t.Errorf("the same values give %+v, then %+v", i, again)
	}
	if one := Bootstrap([]float64{0.5}); one != (Interval{0.5, 0.5}) || Bootstrap(nil) != (Interval{}) {
		t.Errorf("of one value %+v", one)
	}
}

func TestCompare(t *testing.T) {
	base := Scores{"m", []string{"1", "2", "3", "gone"}, []float64{0.5, 0.5, 1, 1}}
	fresh := Scores{"m", []string{"1", "2", "3", "new"}, []float64{1, 0.25, 1, 0}}
	c := Compare(base, fresh)
	if len(c.Won) != 1 || c.Won[0].Question != "1" || len(c.Lost) != 1 || c.Lost[0].Gain() != -0.25 || c.Same != 1 {
		t.Errorf("%+v", c)
	}
	if c.Clear() {
		t.Errorf("three questions make the gain clear: %+v", c.Gain)
	}
	if !(Comparison{Gain: Interval{0.01, 0.02}}).Clear() {
		t.Error("an interval above zero is not clear")
	}
}
