package bleve

import "sync"

// sums adds up scores of records, by their number. A slot
// costs 8 bytes and numbers are dense, so a million records take 8 MB, used
// again and again.
type sums struct {
	slots   []slot
	touched []uint32
}

type slot struct {
	score float32
	terms uint16 // how many terms were met
	last  uint16 // the term that was met last; 0: the record is not scored
}

// unscored marks a record that has met no term yet.
const unscored = 1<<16 - 1

// take makes records of a view those that are scored.
func (s *sums) take(v *view, records set) {
	if v.size > len(s.slots) {
		s.slots = append(s.slots, make([]slot, v.size-len(s.slots))...)
	}
	for i, p := range v.parts {
		records[i].Iterate(func(record uint32) bool {
			number := uint32(p.offset) + record
			s.slots[number].last = unscored
			s.touched = append(s.touched, number)
			return true
		})
	}
}

// add adds to the score of a record, when it is scored. A term counts once for
// coordination, though it may stand in several fields.
func (s *sums) add(number uint64, term uint16, score float64) {
	x := &s.slots[number]
	if x.last == 0 {
		return
	}
	if x.last != term {
		x.last = term
		x.terms++
	}
	x.score += float32(score)
}

// score is that of a record: the sum times the share of the terms that were met.
func (s *sums) score(number uint32, terms int) float64 {
	x := s.slots[number]
	return float64(x.score) * float64(x.terms) / float64(max(terms, 1))
}

func (s *sums) reset() {
	for _, n := range s.touched {
		s.slots[n] = slot{}
	}
	s.touched = s.touched[:0]
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
