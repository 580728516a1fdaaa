package bleve

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"tracuu/internal/index"
)

// listFactor makes lists and other pages give way to articles and documents
// that match about as well.
const listFactor = 0.8

// found is what was found of a group: the record that stands for it.
type found struct {
	record uint32
	leads  bool // it is the one that stands for the group
	score  float64
	at     index.Position
}

// page returns the groups found from r.Offset on, or after r.After, at most
// r.Limit, and how many there are in all.
func (c *collector) page(r index.Request, records set) ([]found, uint64, error) {
	k := keeper{before: before(r.Sort), limit: r.Offset + r.Limit}
	if k.limit < r.Offset { // beyond what can be counted
		k.limit = math.MaxInt
	}
	if r.Sort != index.ByRelevance {
		k.after = r.After
	}
	total, err := c.eachGroup(r.Sort, records, k.add)
	if err != nil {
		return nil, 0, err
	}
	all := k.inOrder()
	return all[min(r.Offset, len(all)):], total, nil
}

// eachGroup walks over the groups of records, and counts them.
func (c *collector) eachGroup(by index.Sort, records set, yield func(found)) (uint64, error) {
	g, err := c.groups()
	if err != nil {
		return 0, err
	}
	total := uint64(0)
	better := before(by)
	var met []uint32
	grouped := map[uint32]found{}
	for i, p := range c.parts {
		read, err := c.reading(by, p)
		if err != nil {
			return 0, err
		}
		records[i].Iterate(func(own uint32) bool {
			f := read(own)
			group := g.group(int(f.record))
			if group == 0 {
				total++
				yield(f)
				return true
			}
			f.leads, f.at.Key = f.at.Key == g.leaders[group], g.leaders[group]
			if known, ok := grouped[group]; ok {
				f = join(known, f, better)
			} else {
				met = append(met, group)
			}
			grouped[group] = f
			return true
		})
	}
	for _, group := range met {
		yield(grouped[group])
	}
	return total + uint64(len(met)), nil
}

// join makes one of two found records of a group: the place and score of the
// better one, and the record that stands for the group, else the better one.
func join(a, b found, better func(a, b found) int) found {
	if better(b, a) < 0 {
		a, b = b, a
	}
	if b.leads && !a.leads {
		a.record, a.leads = b.record, true
	}
	return a
}

// reading returns what tells the place of a part's record in an order.
func (c *collector) reading(by index.Sort, p *part) (func(own uint32) found, error) {
	d, err := c.identity(p)
	if err != nil {
		return nil, err
	}
	if by == index.ByRelevance {
		return func(own uint32) found {
			f := found{record: uint32(p.offset) + own, at: index.Position{Key: d.own[own]}}
			f.score = c.sums.score(f.record, c.terms)
			if d.kinds[own] == prefixList[0] {
				f.score *= listFactor
			}
			return f
		}, nil
	}
	o, err := c.order(p)
	if err != nil {
		return nil, err
	}
	return func(own uint32) found {
		return found{record: uint32(p.offset) + own, at: index.Position{
			Key: d.own[own], Day: int(o.days[own]), Number: int(o.numbers[own]),
		}}
	}, nil
}

// before compares in an order: below 0 when the first comes first.
func before(by index.Sort) func(a, b found) int {
	switch by {
	case index.Newest:
		return func(a, b found) int { return cmp.Or(newer(a.at, b.at), cmp.Compare(a.at.Key, b.at.Key)) }
	case index.Oldest:
		return func(a, b found) int {
			return cmp.Or(absentLast(a.at.Day, b.at.Day), cmp.Compare(a.at.Key, b.at.Key))
		}
	case index.ByNumber:
		return func(a, b found) int {
			return cmp.Or(absentLast(a.at.Number, b.at.Number), newer(a.at, b.at), cmp.Compare(a.at.Key, b.at.Key))
		}
	case index.ByRelevance:
	}
	return func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.at.Key, b.at.Key), cmp.Compare(a.record, b.record))
	}
}

func newer(a, b index.Position) int { return cmp.Compare(b.Day, a.Day) }

// absentLast puts the smaller first and 0 last.
func absentLast(a, b int) int {
	if a == 0 || b == 0 {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// keeper keeps the first of an order that come after a position.
type keeper struct {
	before func(a, b found) int
	limit  int
	after  *index.Position
	kept   []found // a heap with the last of them on top, once there are limit
}

func (k *keeper) add(f found) {
	if k.after != nil && k.before(found{at: *k.after}, f) >= 0 {
		return
	}
	switch {
	case len(k.kept) < k.limit:
		k.kept = append(k.kept, f)
		if len(k.kept) == k.limit {
			heap.Init(k)
		}
	case k.limit > 0 && k.before(f, k.kept[0]) < 0:
		k.kept[0] = f
		heap.Fix(k, 0)
	}
}

func (k *keeper) inOrder() []found {
	slices.SortFunc(k.kept, k.before)
	return k.kept
}

// Len implements heap.Interface.
func (k *keeper) Len() int { return len(k.kept) }

// Less implements heap.Interface.
func (k *keeper) Less(i, j int) bool { return k.before(k.kept[i], k.kept[j]) > 0 }

// Swap implements heap.Interface.
func (k *keeper) Swap(i, j int) { k.kept[i], k.kept[j] = k.kept[j], k.kept[i] }

// Push implements heap.Interface; it is never called.
func (k *keeper) Push(any) {}

// Pop implements heap.Interface; it is never called.
func (k *keeper) Pop() any { return nil }
