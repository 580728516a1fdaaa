package bleve

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"tracuu/internal/filter"
)

// table is what is known of the whole index at one moment, over its parts: which
// records make a group, and which values of a field are the same. It is laid out
// once a moment.
type table struct {
	moment []moment
	groups *groups
	values map[filter.Field]*values
}

// moment tells what a part was like.
type moment struct {
	id      uint64
	deleted *roaring.Bitmap
}

// groups tells, by the number of a record, its group: 0 when it stands alone.
type groups struct {
	of      []uint32 // nil: all stand alone
	leaders []uint64 // by group: hash of the id of the record that stands for it
	members []uint32 // numbers, group by group
	starts  []uint32 // of the members of each group, and their end
}

// values joins the values of a field over the parts.
type values struct {
	all   []string
	ofOrd [][]uint32 // by part and place in its column: place in all
}

// table returns that of the view's moment.
func (v *view) table() *table {
	now := make([]moment, len(v.parts))
	for i, p := range v.parts {
		now[i] = moment{p.id, p.deleted}
	}
	v.engine.mu.Lock()
	defer v.engine.mu.Unlock()
	if v.engine.table == nil || !slices.Equal(v.engine.table.moment, now) {
		v.engine.table = &table{moment: now, values: map[filter.Field]*values{}}
	}
	return v.engine.table
}

// groups returns the groups of the index.
func (v *view) groups() (*groups, error) {
	if v.laid != nil {
		return v.laid, nil
	}
	t := v.table()
	v.engine.mu.Lock()
	v.laid = t.groups
	v.engine.mu.Unlock()
	if v.laid != nil {
		return v.laid, nil
	}
	g, err := v.layGroups()
	if err != nil {
		return nil, err
	}
	v.engine.mu.Lock()
	t.groups = g
	v.engine.mu.Unlock()
	v.laid = g
	return g, nil
}

// layGroups finds the groups. A document belongs to that of the article that
// tells of it, which may be led by another article.
func (v *view) layGroups() (*groups, error) {
	led := map[uint64]uint64{} // articles that another leads
	if err := v.eachRecord(func(_ int, own, group uint64, kind byte) {
		if own != group && kind != prefixDocument[0] {
			led[own] = group
		}
	}); err != nil {
		return nil, err
	}
	g := &groups{leaders: []uint64{0}}
	numbers := map[uint64]uint32{}
	of := make([]uint32, v.size)
	if err := v.eachRecord(func(record int, own, group uint64, _ byte) {
		if leader, ok := led[group]; ok {
			group = leader
		}
		if group == own {
			return
		}
		if numbers[group] == 0 {
			numbers[group] = uint32(len(g.leaders))
			g.leaders = append(g.leaders, group)
		}
		of[record] = numbers[group]
	}); err != nil || len(numbers) == 0 {
		return g, err
	}
	if err := v.eachRecord(func(record int, own, _ uint64, _ byte) {
		if of[record] == 0 {
			of[record] = numbers[own]
		}
	}); err != nil {
		return nil, err
	}
	g.of = of
	g.gather()
	return g, nil
}

// eachRecord walks over the records that are not deleted.
func (v *view) eachRecord(yield func(record int, own, group uint64, kind byte)) error {
	for _, p := range v.parts {
		d, err := v.identity(p)
		if err != nil {
			return err
		}
		for i := range p.size {
			if p.deleted == nil || !p.deleted.Contains(uint32(i)) {
				yield(p.offset+i, d.own[i], d.group[i], d.kinds[i])
			}
		}
	}
	return nil
}

// gather lists the members of each group.
func (g *groups) gather() {
	g.starts = make([]uint32, len(g.leaders)+1)
	for _, n := range g.of {
		if n != 0 {
			g.starts[n+1]++
		}
	}
	for i := 1; i < len(g.starts); i++ {
		g.starts[i] += g.starts[i-1]
	}
	g.members = make([]uint32, g.starts[len(g.starts)-1])
	next := slices.Clone(g.starts)
	for record, n := range g.of {
		if n != 0 {
			g.members[next[n]] = uint32(record)
			next[n]++
		}
	}
}

// group is that of a record, 0 when it stands alone.
func (g *groups) group(record int) uint32 {
	if g.of == nil {
		return 0
	}
	return g.of[record]
}

// each walks over the groups with their members.
func (g *groups) each(yield func(group uint32, members []uint32)) {
	for n := 1; n < len(g.leaders); n++ {
		yield(uint32(n), g.members[g.starts[n]:g.starts[n+1]])
	}
}

// values returns the values of a field over all parts.
func (v *view) values(f filter.Field) (*values, error) {
	t := v.table()
	v.engine.mu.Lock()
	joined := t.values[f]
	v.engine.mu.Unlock()
	if joined != nil {
		return joined, nil
	}
	joined = &values{ofOrd: make([][]uint32, len(v.parts))}
	places := map[string]uint32{}
	for i, p := range v.parts {
		c, err := v.column(p, f)
		if err != nil {
			return nil, err
		}
		joined.ofOrd[i] = make([]uint32, len(c.values))
		for ord, value := range c.values {
			place, known := places[value]
			if !known {
				place = uint32(len(joined.all))
				places[value] = place
				joined.all = append(joined.all, value)
			}
			joined.ofOrd[i][ord] = place
		}
	}
	v.engine.mu.Lock()
	t.values[f] = joined
	v.engine.mu.Unlock()
	return joined, nil
}
