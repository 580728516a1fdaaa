package bleve

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"tracuu/internal/index"
)

// held is what the words of a query find.
type held struct {
	records set // none of them deleted
	words   int // that were counted
	needed  int // that each record holds
}

// held finds the records that hold enough of the words, see index.Result, and
// every phrase.
func (c *collector) held(q ask) (held, error) {
	within := c.live()
	for _, p := range q.phrases {
		one, err := c.withPhrase(p)
		if err != nil {
			return held{}, err
		}
		within.and(one)
	}
	tallies, n, err := c.countHeld(q)
	if err != nil || n == 0 {
		return held{records: within}, err
	}
	h := held{words: n, needed: index.Needed(n)}
	for h.records = atLeast(tallies, h.needed, within); h.needed > 1 && h.records.count() < uint64(index.Least(n)); {
		h.needed--
		h.records = atLeast(tallies, h.needed, within)
	}
	if n <= index.MostCounted {
		return h, nil
	}
	best, err := c.best(q, within)
	if err != nil {
		return held{}, err
	}
	h.records.or(best)
	return h, nil
}

// best is the set of the records that match a sentence best.
func (c *collector) best(q ask, within set) (set, error) {
	if err := c.score(q, within); err != nil {
		return nil, err
	}
	k := keeper{before: before(index.ByRelevance), limit: index.BestOfSentence}
	for i, p := range c.parts {
		read, err := c.reading(index.ByRelevance, p)
		if err != nil {
			return nil, err
		}
		within[i].Iterate(func(own uint32) bool {
			if f := read(own); f.score > 0 {
				k.add(f)
			}
			return true
		})
	}
	best := c.empty()
	for _, f := range k.kept {
		i := c.partOf(int(f.record))
		best[i].Add(f.record - uint32(c.parts[i].offset))
	}
	return best, nil
}

// countHeld counts the words that each record holds, and tells how many were
// asked for.
func (c *collector) countHeld(q ask) ([]*tally, int, error) {
	others := make([]set, len(q.others))
	for i, o := range q.others {
		var err error
		if others[i], err = c.withAll(o.terms, o.fields...); err != nil {
			return nil, 0, err
		}
	}
	tallies := make([]*tally, len(c.parts))
	for i, p := range c.parts {
		tallies[i] = newTally(p.size)
	}
	n := 0
	for _, w := range c.words {
		if !q.counted[w.text] {
			continue
		}
		n++
		holding, err := c.with(w.text, heldFields...)
		if err != nil {
			return nil, 0, err
		}
		for i, o := range q.others {
			if slices.Contains(o.of, w.text) {
				holding.or(others[i])
			}
		}
		for i, records := range holding {
			tallies[i].add(records)
		}
	}
	return tallies, n, nil
}

// atLeast is the set of the records that enough words hold.
func atLeast(tallies []*tally, need int, within set) set {
	found := make(set, len(tallies))
	for i, t := range tallies {
		found[i] = roaring.And(t.atLeast(need), within[i])
	}
	return found
}
