package bleve

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/vietnamese"
)

// withValue is the set of the records of which a value of a field is named.
func (v *view) withValue(f filter.Field, value string) (set, error) {
	named, err := v.named(f, value)
	if err != nil {
		return nil, err
	}
	either := v.empty()
	for _, term := range named {
		one, err := v.with(term, filterField(f))
		if err != nil {
			return nil, err
		}
		either.or(one)
	}
	return either, nil
}

// named lists the values of a field that a value names, see filter.Expr.
func (v *view) named(f filter.Field, value string) ([]string, error) {
	exact, err := v.has(f, value)
	if err != nil || exact {
		return []string{value}, err
	}
	key := vietnamese.Spaced(value)
	if key == "" {
		return nil, nil
	}
	var same, within []string
	for _, p := range v.parts {
		c, err := v.column(p, f)
		if err != nil {
			return nil, err
		}
		for i, k := range c.keys {
			switch {
			case k == key && !slices.Contains(same, c.values[i]):
				if there, err := v.has(f, c.values[i]); err != nil {
					return nil, err
				} else if there {
					same = append(same, c.values[i])
				}
			case strings.Contains(k, key):
				within = append(within, c.values[i])
			}
		}
	}
	if len(same) > 0 {
		return same, nil
	}
	slices.Sort(within)
	return slices.Compact(within), nil
}

// has tells whether a record that is not deleted has just this value.
func (v *view) has(f filter.Field, value string) (bool, error) {
	if len(value) > maxValue {
		return false, nil
	}
	found, err := v.with(value, filterField(f))
	if err != nil {
		return false, err
	}
	for i, p := range v.parts {
		if p.deleted != nil {
			found[i].AndNot(p.deleted)
		}
		if !found[i].IsEmpty() {
			return true, nil
		}
	}
	return false, nil
}

// between is the set of the records with a year or day in a range.
func (v *view) between(f filter.Field, from, to int) (set, error) {
	least := []byte(figures(f, max(from, 0)))
	var beyond []byte
	if to > 0 && to < math.MaxInt {
		beyond = []byte(figures(f, to+1))
	}
	either := v.empty()
	if beyond != nil && string(beyond) <= string(least) {
		return either, nil
	}
	field := filterField(f)
	for i, p := range v.parts {
		d, err := p.dictionary(field)
		if err != nil {
			return nil, err
		}
		each := d.AutomatonIterator(nil, least, beyond)
		for {
			entry, err := each.Next()
			if err != nil {
				return nil, fmt.Errorf("values of %s in the index: %w", f, err)
			}
			if entry == nil {
				break
			}
			if err := p.addTo(either[i], field, entry.Term); err != nil {
				return nil, err
			}
		}
	}
	return either, nil
}

// figures writes a year or day as the index has it, so that the order of terms
// is that of numbers. What no calendar has becomes the last that could be.
func figures(f filter.Field, n int) string {
	if f == filter.Day {
		return fmt.Sprintf("%08d", min(n, 99_999_999))
	}
	return fmt.Sprintf("%04d", min(n, 9_999))
}
