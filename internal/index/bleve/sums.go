package bleve

import (
	"cmp"
	"container/heap"
	"slices"
	"sync"
)

// sums adds up scores by the number of the record. A slot costs 8 bytes and
// numbers are dense, so a million records take 8 MB, used again and again.
type sums struct {
	slots   []slot
	touched []uint64
}

type slot struct {
	score float32
	terms uint16 // how many terms were met
	last  uint16 // the term that was met last; 0: the record was not met yet
}

// seen marks a record that was touched before any term.
const seen = 1<<16 - 1

func (s *sums) at(number uint64) *slot {
	if int(number) >= len(s.slots) {
		s.slots = append(s.slots, make([]slot, int(number)+1-len(s.slots))...)
	}
	return &s.slots[number]
}

// touch makes a record found without any score.
func (s *sums) touch(number uint64) {
	if x := s.at(number); x.last == 0 {
		x.last = seen
		s.touched = append(s.touched, number)
	}
}

// add adds to the score of a record. A term counts once for coordination,
// though it may stand in several fields.
func (s *sums) add(number uint64, term uint16, score float64) {
	x := s.at(number)
	if x.last == 0 {
		s.touched = append(s.touched, number)
	}
	if x.last != term {
		x.last = term
		x.terms++
	}
	x.score += float32(score)
}

func (s *sums) reset() {
	for _, n := range s.touched {
		s.slots[n] = slot{}
	}
	s.touched = s.touched[:0]
}

// best returns the limit best records, best first: the score times the share
// of the terms that were met.
func (s *sums) best(limit, terms int) []found {
	var h least
	for _, n := range s.touched {
		x := s.slots[n]
		f := found{n, float64(x.score) * float64(x.terms) / float64(max(terms, 1))}
		switch {
		case len(h) < limit:
			heap.Push(&h, f)
		case order(f, h[0]) < 0:
			h[0] = f
			heap.Fix(&h, 0)
		}
	}
	slices.SortFunc(h, order)
	return h
}

// order puts the better record first.
func order(a, b found) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number))
}

// least is a heap with the worst record on top.
type least []found

func (h least) Len() int           { return len(h) }
func (h least) Less(i, j int) bool { return order(h[i], h[j]) > 0 }
func (h least) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *least) Push(x any)        { *h = append(*h, x.(found)) }
func (h *least) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// pool keeps sums between searches.
type pool struct{ free sync.Pool }

func (p *pool) get() *sums {
	if s, ok := p.free.Get().(*sums); ok {
		return s
	}
	return new(sums)
}

func (p *pool) put(s *sums) {
	s.reset()
	p.free.Put(s)
}
