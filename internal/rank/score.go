package rank

// Scored is how a record did among the others of its list.
type Scored struct {
	Score  float64
	Shares []Share // in the order of data/rules/ranking.txt's features
}

// Candidate is a record that an engine found.
type Candidate struct {
	Reading
	Engine float64 // the engine's score
	List   bool    // a list of links, which gives way to what it leads to
}

// relative tells which features are divided by their greatest value in the
// list; the others are shares already.
var relative = [...]int{featPassage, featNear, featEngine}

// Score scores the candidates of one question, which must be all of them:
// some features are relative to the best.
func (r *Ranker) Score(cs []Candidate) []Scored {
	var top [features]float64
	for i := range cs {
		cs[i].values[featEngine] = cs[i].Engine
		for _, f := range relative {
			top[f] = max(top[f], cs[i].values[f])
		}
	}
	out := make([]Scored, len(cs))
	for i := range cs {
		v := &cs[i].values
		for _, f := range relative {
			v[f] = ratio(v[f], top[f])
		}
		if cs[i].List {
			v[featList] = 1
		}
		for f, w := range r.weights {
			if w != 0 && v[f] != 0 {
				out[i].Score += w * v[f]
				out[i].Shares = append(out[i].Shares, Share{featureNames[f], v[f], w * v[f]})
			}
		}
	}
	return out
}
