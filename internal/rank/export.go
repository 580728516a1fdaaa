package rank

// Values is for trials.
func (c Candidate) Values() []float64 { return append([]float64(nil), c.values[:]...) }

// Names is for trials.
func Names() []string { return featureNames[:] }
