package completion

import "bytes"

// merge makes one segment of two, without what is dead in them.
func merge(a, b *segment) *segment {
	merged := newSized(a, b)
	left, right := places{segment: a, moved: merged.takeKeys(a)}, places{segment: b, moved: merged.takeKeys(b)}
	for left.skip() && right.skip() {
		if bytes.Compare(a.at(left.now()), b.at(right.now())) <= 0 {
			merged.places = append(merged.places, left.take())
		} else {
			merged.places = append(merged.places, right.take())
		}
	}
	for left.skip() {
		merged.places = append(merged.places, left.take())
	}
	for right.skip() {
		merged.places = append(merged.places, right.take())
	}
	merged.finish()
	return merged
}

// gone tells of an entry that it is not taken over.
const gone = -1 << 62

// takeKeys appends the entries of a segment that are alive. It returns how far
// the key of each moved.
func (s *segment) takeKeys(old *segment) []int64 {
	moved := make([]int64, len(old.keyAt))
	for i := range old.keyAt {
		if old.isDead(i) {
			moved[i] = gone
			continue
		}
		moved[i] = int64(len(s.keys)) - int64(old.keyAt[i])
		s.copy(old, i)
	}
	return moved
}

// newSized has room for what is alive in two segments, and hardly more.
func newSized(a, b *segment) *segment {
	share := float64(a.alive+b.alive) / float64(max(1, len(a.keyAt)+len(b.keyAt)))
	room := func(n int) int { return int(float64(n)*share) + n/64 }
	return &segment{
		keys:     make([]byte, 0, room(len(a.keys)+len(b.keys))),
		keyAt:    make([]uint32, 0, a.alive+b.alive),
		places:   make([]uint32, 0, room(len(a.places)+len(b.places))),
		records:  make([]byte, 0, room(len(a.records)+len(b.records))),
		recordAt: make([]uint32, 0, a.alive+b.alive),
		base:     make([]uint8, 0, a.alive+b.alive),
	}
}

// copy appends an entry of another segment.
func (s *segment) copy(old *segment, entry int) {
	s.keyAt = append(s.keyAt, uint32(len(s.keys)))
	s.keys = append(s.keys, old.keys[old.keyAt[entry]:old.endOf(entry)]...)
	end := uint32(len(old.records))
	if entry+1 < len(old.recordAt) {
		end = old.recordAt[entry+1]
	}
	s.recordAt = append(s.recordAt, uint32(len(s.records)))
	s.records = append(s.records, old.records[old.recordAt[entry]:end]...)
	s.base = append(s.base, old.base[entry])
}

// places walks over the sorted places of a segment that stay.
type places struct {
	*segment
	moved []int64
	next  int
}

// skip goes to the next place that stays and reports whether there is one.
func (p *places) skip() bool {
	for p.next < len(p.places) && p.moved[p.owner(p.now())] == gone {
		p.next++
	}
	return p.next < len(p.places)
}

func (p *places) now() uint32 { return p.places[p.next] }

// take returns where the place has moved, and goes on.
func (p *places) take() uint32 {
	place := p.now()
	p.next++
	return uint32(int64(place) + p.moved[p.owner(place)])
}
