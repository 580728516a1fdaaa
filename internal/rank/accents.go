package rank

import "tracuu/internal/vietnamese"

// AddAccents adds to the score of a candidate for the words that stand in its
// title and best clause with just the accents that were typed. That costs as
// much as reading and only breaks ties, so it is for the best candidates.
func (q *Question) AddAccents(t Text, c *Candidate) {
	c.values[featAccents] = q.accents(t.Title, t.Body[c.best.start:c.best.end])
	c.Score += q.rules.weights[featAccents] * c.values[featAccents]
}

// accents returns the share of the words typed with accents that stand in the
// passages with just these accents, by weight.
func (q *Question) accents(passages ...string) float64 {
	if len(q.exact) == 0 {
		return 0
	}
	all, found := 0.0, 0.0
	for n := range q.exact {
		all += q.idf[n]
	}
	met := make(map[int32]bool, len(q.exact))
	for _, p := range passages {
		for t := range vietnamese.Tokens(p) {
			n, asked := q.find(t.Text)
			if typed, ok := q.exact[n]; !asked || !ok || met[n] || vietnamese.Exact(p[t.Start:t.End]) != typed {
				continue
			}
			met[n] = true
			found += q.idf[n]
		}
	}
	return ratio(found, all)
}
