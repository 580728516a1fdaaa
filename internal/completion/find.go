package completion

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
)

// Bounds of a search.
const (
	firstLook = 64      // candidates that are looked at first
	maxLook   = 4 << 10 // and at most
	maxScan   = 4 << 10 // names of one key that are compared by label
)

// Complete returns at most limit names that go on from what is typed, or have a
// word where it does, of each label one: those that have the accents that were
// typed first, then those that begin with it, then the heavier ones. choose,
// when it is not nil, says which may be told; it is asked about at most maxLook
// names, the heaviest first.
func (t *Table) Complete(typed Typed, limit int, choose func(Entry) bool) []Match {
	if typed.Key == "" || limit <= 0 {
		return nil
	}
	return t.complete(typed, limit, nil, choose)
}

// complete is Complete with a choice by key, which costs less.
func (t *Table) complete(typed Typed, limit int, byKey func(key []byte) bool, choose func(Entry) bool) []Match {
	t.reading.RLock()
	defer t.reading.RUnlock()
	look := firstLook
	if choose != nil || byKey != nil || typed.accented { // many may be passed over
		look *= 8
	}
	for {
		found, all := t.best(typed.Key, look)
		matches := distinct(found, typed, byKey, choose, limit)
		if len(matches) >= limit || all || look >= maxLook {
			t.countSame(matches)
			return matches
		}
		look *= 8
	}
}

// candidate is a place that fits.
type candidate struct {
	segment *segment
	entry   int
	weight  uint8
}

// best returns the heaviest candidates of all segments, at most limit, and
// whether there are no more.
func (t *Table) best(typed string, limit int) (found []candidate, all bool) {
	all = true
	for _, s := range t.segments {
		some, whole := s.best([]byte(typed), limit)
		found = append(found, some...)
		all = all && whole
	}
	found = heaviestFirst(found)
	if len(found) > limit {
		return found[:limit], false
	}
	return found, all
}

// heaviestFirst sorts by weight and leaves equals as they were. Weights are
// few, so that counting them is enough.
func heaviestFirst(found []candidate) []candidate {
	var counts, from [256]int
	for _, c := range found {
		counts[c.weight]++
	}
	for w := 254; w >= 0; w-- {
		from[w] = from[w+1] + counts[w+1]
	}
	out := make([]candidate, len(found))
	for _, c := range found {
		out[from[c.weight]] = c
		from[c.weight]++
	}
	return out
}

// within is the range of sorted places that go on from prefix.
func (s *segment) within(prefix []byte) (from, to int) {
	from = sort.Search(len(s.places), func(i int) bool { return bytes.Compare(s.at(s.places[i]), prefix) >= 0 })
	to = from + sort.Search(len(s.places)-from, func(i int) bool { return !bytes.HasPrefix(s.at(s.places[from+i]), prefix) })
	return from, to
}

// best returns the heaviest places of a range, at most limit, and whether there
// are no more. Blocks that cannot have one are passed over.
func (s *segment) best(prefix []byte, limit int) (found []candidate, all bool) {
	from, to := s.within(prefix)
	least, equals := s.threshold(from, to, limit)
	for i := from; i < to; i++ {
		if i%blockSize == 0 && s.tops[i/blockSize] < least {
			i += blockSize - 1
			continue
		}
		if s.weights[i] < least {
			continue
		}
		if s.weights[i] == least {
			if equals == 0 {
				continue
			}
			equals--
		}
		if entry := s.owner(s.places[i]); !s.isDead(entry) {
			found = append(found, candidate{s, entry, s.weights[i]})
		}
	}
	return found, to-from <= limit
}

// threshold is the greatest weight such that at least limit places of a range
// have it or more, and how many of exactly that weight are wanted.
func (s *segment) threshold(from, to, limit int) (least uint8, equals int) {
	if to-from <= limit {
		return 0, limit
	}
	var counts [256]int
	for _, w := range s.weights[from:to] {
		counts[w]++
	}
	n := 0
	for w := 255; w > 0; w-- {
		if n+counts[w] >= limit {
			return uint8(w), limit - n
		}
		n += counts[w]
	}
	return 0, limit - n
}

// distinct returns the first limit labels of sorted candidates, each once;
// those that have the accents that were typed come first.
func distinct(found []candidate, typed Typed, byKey func(key []byte) bool, choose func(Entry) bool, limit int) []Match {
	enough := limit
	if typed.accented { // some more, to choose from
		enough = max(limit, firstLook)
	}
	var out []Match
	labels := map[string]bool{}
	for _, c := range found {
		if len(out) == enough {
			break
		}
		if byKey != nil && !byKey(c.segment.key(c.entry)) {
			continue
		}
		e := c.segment.entry(c.entry)
		if labels[e.Label] || choose != nil && !choose(e) {
			continue
		}
		labels[e.Label] = true
		out = append(out, Match{Entry: e, Whole: c.weight >= wholeBonus})
	}
	if typed.accented {
		other := make(map[string]bool, len(out))
		for _, m := range out {
			other[m.Label] = !typed.agrees(m.Label)
		}
		slices.SortStableFunc(out, func(a, b Match) int { return cmp.Compare(rank(other[a.Label]), rank(other[b.Label])) })
	}
	return out[:min(len(out), limit)]
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}
