package completion

import (
	"cmp"
	"slices"
)

// maxSame bounds Match.Same.
const maxSame = 100

// countSame tells of each match how many names have its label.
func (t *Table) countSame(matches []Match) {
	for i := range matches {
		m := &matches[i]
		t.eachSame(*m, func(*segment, int) bool {
			m.Same++
			return m.Same < maxSame
		})
	}
}

// Same returns at most limit of the names that have the label of a match, the
// heaviest first.
func (t *Table) Same(m Match, limit int) []Entry {
	t.reading.RLock()
	defer t.reading.RUnlock()
	var out []Entry
	t.eachSame(m, func(s *segment, entry int) bool {
		out = append(out, s.entry(entry))
		return len(out) < maxScan
	})
	slices.SortStableFunc(out, func(a, b Entry) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID)) })
	return out[:min(len(out), limit)]
}

// eachSame calls yield with the names of a label until it returns false.
func (t *Table) eachSame(m Match, yield func(s *segment, entry int) bool) {
	key := append([]byte(m.Key), endOfKey)
	for _, s := range t.segments {
		from, to := s.within(key)
		for at := from; at < min(to, from+maxScan); at++ {
			if s.weights[at] < wholeBonus { // another key only ends so
				continue
			}
			if entry := s.owner(s.places[at]); !s.isDead(entry) && s.label(entry) == m.Label && !yield(s, entry) {
				return
			}
		}
	}
}

func (s *segment) label(entry int) string {
	_, rest := field(s.records[s.recordAt[entry]:])
	label, _ := field(rest)
	return string(label)
}
