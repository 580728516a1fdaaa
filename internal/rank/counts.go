package rank

// counts holds how often each term of a question stands in a passage.
type counts struct {
	of      []int32
	touched []int32 // the terms that do
	words   int
}

func newCounts(terms int) counts { return counts{of: make([]int32, terms)} }

func (c *counts) reset() {
	for _, t := range c.touched {
		c.of[t] = 0
	}
	c.touched, c.words = c.touched[:0], 0
}

func (c *counts) add(t int32) {
	if c.of[t] == 0 {
		c.touched = append(c.touched, t)
	}
	c.of[t]++
}

// count adds the words and pairs of a clause.
func (c *counts) count(q *Question, in clause, spots []spot) {
	c.words += int(in.syllables)
	for i, s := range spots {
		c.add(s.term)
		if i == 0 || !s.joined || spots[i-1].at != s.at-1 {
			continue
		}
		if t := q.pair(spots[i-1].term, s.term); t != none {
			c.add(t)
		}
	}
}

// addAbsent adds the terms of others that are not there, once and without
// their length.
func (c *counts) addAbsent(others *counts) {
	for _, t := range others.touched {
		if c.of[t] == 0 {
			c.add(t)
		}
	}
}
