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
func (c *counts) count(q *Question, p *page, in clause) {
	c.words += in.words
	for i := in.from; i < in.to; i++ {
		s := p.spots[i]
		c.add(s.word)
		if i == in.from || !s.joined || p.spots[i-1].at != s.at-1 {
			continue
		}
		if t := q.pair(p.spots[i-1].word, s.word); t != none {
			c.add(t)
		}
	}
}
