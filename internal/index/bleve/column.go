package bleve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/cespare/xxhash/v2"

	"tracuu/internal/filter"
	"tracuu/internal/vietnamese"
)

// columns holds what is counted and sorted by, record by record, of one part of
// the index. A part never changes, so each column is laid out once, when it is
// first asked for, and kept as long as the part: 25 bytes a record, and 4 more
// for each field and each value. A million records with a value in every field
// take about 100 MB.
type columns struct {
	mu       sync.Mutex
	fields   map[filter.Field]*column
	identity *identity
	order    *order
}

// column is the values of a field: those of record i are
// values[ords[starts[i]:starts[i+1]]].
type column struct {
	values []string // in the order of the index
	keys   []string // of the values: vietnamese.Spaced
	starts []uint32
	ords   []uint32
}

func (c *column) of(record uint32) []uint32 { return c.ords[c.starts[record]:c.starts[record+1]] }

// identity tells which record is which: hashes of its id and of its group's,
// and the first byte of its id in the engine.
type identity struct {
	own, group []uint64
	kinds      []byte
}

// order is what records are sorted by, 0 where there is nothing.
type order struct{ days, numbers []int32 }

// columnsOf gives the columns of a part that are kept.
func (e *Engine) columnsOf(v *view, p *part) *columns {
	e.mu.Lock()
	defer e.mu.Unlock()
	if c, ok := e.columns[p.id]; ok {
		return c
	}
	kept := map[uint64]*columns{p.id: {fields: map[filter.Field]*column{}}}
	for _, other := range v.parts { // parts that were merged since go
		if c, ok := e.columns[other.id]; ok {
			kept[other.id] = c
		}
	}
	e.columns = kept
	return kept[p.id]
}

// column returns the values of a field in a part.
func (v *view) column(p *part, f filter.Field) (*column, error) {
	c := v.engine.columnsOf(v, p)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fields[f] == nil {
		laid, err := layColumn(p, filterField(f))
		if err != nil {
			return nil, err
		}
		c.fields[f] = laid
	}
	return c.fields[f], nil
}

// layColumn turns the lists of a field, value by value, into one of values,
// record by record.
func layColumn(p *part, field string) (*column, error) {
	c := &column{starts: make([]uint32, p.size+1)}
	var lists []*roaring.Bitmap
	err := eachTerm(p, field, func(term string, records *roaring.Bitmap) error {
		c.values = append(c.values, term)
		c.keys = append(c.keys, vietnamese.Spaced(term))
		lists = append(lists, records)
		records.Iterate(func(i uint32) bool {
			c.starts[i+1]++
			return true
		})
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range p.size {
		c.starts[i+1] += c.starts[i]
	}
	c.ords = make([]uint32, c.starts[p.size])
	next := make([]uint32, p.size)
	copy(next, c.starts)
	for ord, records := range lists {
		records.Iterate(func(i uint32) bool {
			c.ords[next[i]] = uint32(ord)
			next[i]++
			return true
		})
	}
	return c, nil
}

// eachTerm walks over the terms of a field with the records that have each.
func eachTerm(p *part, field string, yield func(term string, records *roaring.Bitmap) error) error {
	d, err := p.dictionary(field)
	if err != nil {
		return err
	}
	each := d.AutomatonIterator(nil, nil, nil)
	for {
		entry, err := each.Next()
		if err != nil {
			return fmt.Errorf("values of %s in the index: %w", field, err)
		}
		if entry == nil {
			return nil
		}
		term := strings.Clone(entry.Term)
		records := roaring.New()
		if err := p.addTo(records, field, term); err != nil {
			return err
		}
		if err := yield(term, records); err != nil {
			return err
		}
	}
}

// identity returns which records a part holds.
func (v *view) identity(p *part) (*identity, error) {
	c := v.engine.columnsOf(v, p)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.identity == nil {
		laid, err := layIdentity(p)
		if err != nil {
			return nil, err
		}
		c.identity = laid
	}
	return c.identity, nil
}

func layIdentity(p *part) (*identity, error) {
	d := &identity{own: make([]uint64, p.size), kinds: make([]byte, p.size)}
	for i := range p.size {
		id, err := p.segment.DocID(uint64(i))
		if err != nil || len(id) < len(prefixArticle) {
			return nil, fmt.Errorf("record %d of a part of the index has the id %q: %w", i, id, err)
		}
		d.kinds[i] = id[0]
		d.own[i] = xxhash.Sum64(id[len(prefixArticle):])
	}
	d.group = d.own
	return d, eachTerm(p, fieldGroup, func(term string, records *roaring.Bitmap) error {
		if &d.group[0] == &d.own[0] {
			d.group = slices.Clone(d.own)
		}
		key := xxhash.Sum64String(term)
		records.Iterate(func(i uint32) bool {
			d.group[i] = key
			return true
		})
		return nil
	})
}

// order returns what the records of a part are sorted by.
func (v *view) order(p *part) (*order, error) {
	c := v.engine.columnsOf(v, p)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.order == nil {
		laid := &order{}
		var err error
		if laid.days, err = layNumbers(p, filterField(filter.Day)); err != nil {
			return nil, err
		}
		if laid.numbers, err = layNumbers(p, fieldNumber); err != nil {
			return nil, err
		}
		c.order = laid
	}
	return c.order, nil
}

func layNumbers(p *part, field string) ([]int32, error) {
	numbers := make([]int32, p.size)
	return numbers, eachTerm(p, field, func(term string, records *roaring.Bitmap) error {
		n, err := strconv.ParseInt(term, 10, 32)
		if err != nil {
			return fmt.Errorf("a value of %s in the index: %w", field, err)
		}
		records.Iterate(func(i uint32) bool {
			numbers[i] = int32(n)
			return true
		})
		return nil
	})
}
