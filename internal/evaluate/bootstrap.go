package evaluate

import (
	"math/rand/v2"
	"slices"
)

// Interval is where a mean lies, with its 95 % confidence.
type Interval struct{ Low, High float64 }

const (
	resamples = 5_000
	seed      = 20_250_701 // any number; fixed, so that figures can be compared
)

// Bootstrap gives the percentile interval of the mean of values by drawing
// questions anew with repetition (Efron, Bootstrap methods, 1979). The same
// values always give the same interval.
func Bootstrap(values []float64) Interval {
	if len(values) == 0 {
		return Interval{}
	}
	draw := rand.New(rand.NewPCG(seed, uint64(len(values)))) //nolint:gosec // a sample, not a secret
	means := make([]float64, resamples)
	for i := range means {
		var sum float64
		for range values {
			sum += values[draw.IntN(len(values))]
		}
		means[i] = sum / float64(len(values))
	}
	slices.Sort(means)
	return Interval{Low: means[resamples*25/1000], High: means[resamples*975/1000-1]}
}
