package extraction

// Figure is how a field fares over pages.
type Figure struct {
	Field                   string
	Found, Missed, Invented int
}

// Gold is how many findings are labelled.
func (f Figure) Gold() int { return f.Found + f.Missed }

// Precision is the share of what was read that is right, 0 when nothing was read.
func (f Figure) Precision() float64 { return share(f.Found, f.Found+f.Invented) }

// Recall is the share of what is labelled that was read.
func (f Figure) Recall() float64 { return share(f.Found, f.Gold()) }

// F1 is the harmonic mean of precision and recall, 0 when both are.
func (f Figure) F1() float64 { return share(2*f.Found, 2*f.Found+f.Missed+f.Invented) }

func share(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(part) / float64(all)
}

// Figures adds outcomes up by field, in the order of Fields; fields that no
// page has labels for are left out.
func Figures(outcomes []Outcome) []Figure {
	sums := map[string]Figure{}
	for _, o := range outcomes {
		f := sums[o.Field]
		f.Found, f.Missed, f.Invented = f.Found+len(o.Found), f.Missed+len(o.Missed), f.Invented+len(o.Invented)
		sums[o.Field] = f
	}
	var all []Figure
	for _, field := range Fields {
		if f := sums[field]; f.Gold() > 0 {
			f.Field = field
			all = append(all, f)
		}
	}
	return all
}
