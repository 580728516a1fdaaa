package evaluate

import (
	"cmp"
	"slices"
)

// Change is how a question fares in the new run and in the baseline.
type Change struct {
	Question string
	Old, New float64
}

// Gain is positive where the new run is better.
func (c Change) Gain() float64 { return c.New - c.Old }

// Comparison is a paired comparison of two runs on the same questions.
type Comparison struct {
	Measure  string
	Old, New float64 // means
	Gain     Interval
	Won      []Change // largest gain first
	Lost     []Change // largest loss first
	Same     int
}

// Clear tells whether the interval of the gain leaves out zero.
func (c Comparison) Clear() bool { return c.Gain.Low > 0 || c.Gain.High < 0 }

// Compare pairs the questions of two scores; those that only one has are left
// out.
func Compare(base, fresh Scores) Comparison {
	before := make(map[string]float64, len(base.Questions))
	for i, q := range base.Questions {
		before[q] = base.Values[i]
	}
	c := Comparison{Measure: fresh.Measure}
	var olds, news, gains []float64
	for i, q := range fresh.Questions {
		o, ok := before[q]
		if !ok {
			continue
		}
		change := Change{q, o, fresh.Values[i]}
		olds, news, gains = append(olds, o), append(news, change.New), append(gains, change.Gain())
		switch {
		case change.Gain() > 0:
			c.Won = append(c.Won, change)
		case change.Gain() < 0:
			c.Lost = append(c.Lost, change)
		default:
			c.Same++
		}
	}
	c.Old, c.New, c.Gain = mean(olds), mean(news), Bootstrap(gains)
	slices.SortStableFunc(c.Won, func(a, b Change) int { return cmp.Compare(b.Gain(), a.Gain()) })
	slices.SortStableFunc(c.Lost, func(a, b Change) int { return cmp.Compare(a.Gain(), b.Gain()) })
	return c
}
