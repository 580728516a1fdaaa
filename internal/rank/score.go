package rank

// Candidate is a record that an engine found.
type Candidate struct {
	Reading
	Engine float64 // the engine's score
	List   bool    // a list of links, which gives way to what it leads to
	Score  float64 // set by Ranker.Score
}

// relative tells which features are divided by their greatest value in the
// list; the others are shares already.
var relative = [...]int{featPassage, featNear, featEngine}

// Score scores the candidates of one question, which must be all of them:
// some features are relative to the best.
func (r *Ranker) Score(cs []Candidate) {
	var top [features]float64
	for i := range cs {
		cs[i].values[featEngine] = cs[i].Engine
		for _, f := range relative {
			top[f] = max(top[f], cs[i].values[f])
		}
	}
	for i := range cs {
		v := &cs[i].values
		for _, f := range relative {
			v[f] = ratio(v[f], top[f])
		}
		if cs[i].List {
			v[featList] = 1
		}
		cs[i].Score = 0
		for f, w := range r.weights {
			cs[i].Score += w * v[f]
		}
	}
}

// Explain tells what each feature adds to the score of a candidate.
func (r *Ranker) Explain(c Candidate) []Share {
	var out []Share
	for f, w := range r.weights {
		if w != 0 && c.values[f] != 0 {
			out = append(out, Share{featureNames[f], c.values[f], w * c.values[f]})
		}
	}
	return out
}
