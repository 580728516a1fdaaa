package bleve

import (
	"cmp"
	"slices"

	"tracuu/internal/filter"
	"tracuu/internal/index"
)

// counted is a set of records of which values are counted: those that stand
// alone by part, the others by their numbers.
type counted struct {
	alone   set
	grouped []bool // nil: all stand alone
}

// facets counts the values of the fields that were asked for. held is what holds
// the words; found is what meets the condition too.
func (v *view) facets(r index.Request, held, found set) ([]index.Facet, error) {
	if len(r.Facets) == 0 {
		return nil, nil
	}
	whole, err := v.counted(found)
	if err != nil {
		return nil, err
	}
	var all []index.Facet
	for _, f := range r.Facets {
		among := whole
		if rest := r.Where.Without(f); rest != r.Where {
			wider := held.clone()
			if rest != nil {
				met, err := v.where(rest)
				if err != nil {
					return nil, err
				}
				wider.and(met)
			}
			if among, err = v.counted(wider); err != nil {
				return nil, err
			}
		}
		one, err := v.facet(f, among, r.Where.Chosen(f))
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// counted parts records into those that stand alone and those in groups.
func (v *view) counted(records set) (counted, error) {
	g, err := v.groups()
	if err != nil || g.of == nil {
		return counted{alone: records}, err
	}
	c := counted{alone: v.empty(), grouped: make([]bool, v.size)}
	for i, p := range v.parts {
		records[i].Iterate(func(record uint32) bool {
			if g.of[p.offset+int(record)] == 0 {
				c.alone[i].Add(record)
			} else {
				c.grouped[p.offset+int(record)] = true
			}
			return true
		})
	}
	return c, nil
}

// facet counts the values of a field among records, each once a group.
func (v *view) facet(f filter.Field, among counted, chosen []string) (index.Facet, error) {
	out := index.Facet{Field: f}
	joined, err := v.values(f)
	if err != nil {
		return out, err
	}
	counts := make([]int, len(joined.all))
	laid := make([]*column, len(v.parts))
	for i, p := range v.parts {
		if laid[i], err = v.column(p, f); err != nil {
			return out, err
		}
		among.alone[i].Iterate(func(record uint32) bool {
			for _, ord := range laid[i].of(record) {
				counts[joined.ofOrd[i][ord]]++
			}
			return true
		})
	}
	if among.grouped != nil {
		if err := v.countGroups(among.grouped, laid, joined, counts); err != nil {
			return out, err
		}
	}
	out.Values, out.Others = mostFrequent(joined.all, counts, chosen)
	return out, nil
}

// countGroups adds, for each group, the values that its found records have.
func (v *view) countGroups(found []bool, laid []*column, joined *values, counts []int) error {
	g, err := v.groups()
	if err != nil {
		return err
	}
	seen := make([]uint32, len(joined.all))
	g.each(func(group uint32, members []uint32) {
		for _, record := range members {
			if !found[record] {
				continue
			}
			i := v.partOf(int(record))
			for _, ord := range laid[i].of(record - uint32(v.parts[i].offset)) {
				if place := joined.ofOrd[i][ord]; seen[place] != group {
					seen[place] = group
					counts[place]++
				}
			}
		}
	})
	return nil
}

// partOf is the part that holds a record.
func (v *view) partOf(record int) int {
	after, _ := slices.BinarySearchFunc(v.parts, record, func(p *part, n int) int {
		if p.offset <= n {
			return -1
		}
		return 1
	})
	return after - 1
}

// mostFrequent lists the values that are counted most, and those that were
// chosen, and tells how many others there are.
func mostFrequent(all []string, counts []int, chosen []string) (listed []index.Count, others int) {
	for i, n := range counts {
		if n > 0 {
			listed = append(listed, index.Count{Value: all[i], Count: n})
		}
	}
	slices.SortFunc(listed, func(a, b index.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	if len(listed) <= index.MostValues {
		return listed, 0
	}
	kept := listed[:index.MostValues:index.MostValues]
	for _, c := range listed[index.MostValues:] {
		if slices.Contains(chosen, c.Value) {
			kept = append(kept, c)
		} else {
			others++
		}
	}
	return kept, others
}
