package bleve

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// view is the index at one moment, in the parts that the library keeps apart.
// It serves one search.
type view struct {
	engine *Engine
	ctx    context.Context
	reader *scorch.IndexSnapshot
	parts  []*part
	size   int // records, deleted ones included: numbers are below it

	laid *groups // once they were asked for
}

// part is a segment. Its records have numbers of their own; in the index they
// follow those of the parts before.
type part struct {
	segment segment.Segment
	id      uint64
	offset  int
	size    int
	deleted *roaring.Bitmap // may be nil

	dictionaries map[string]segment.TermDictionary
}

// set holds records, a bitmap of own numbers a part. Deleted ones may be in it.
type set []*roaring.Bitmap

// view opens the index as it is now.
func (e *Engine) view(ctx context.Context) (*view, error) {
	r, err := e.reader()
	if err != nil {
		return nil, err
	}
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		_ = r.Close()
		return nil, fmt.Errorf("read the index: a reader of type %T", r)
	}
	v := &view{engine: e, ctx: ctx, reader: snapshot}
	for _, s := range snapshot.Segments() {
		p := &part{
			segment: s.Segment(), id: s.Id(), offset: v.size, size: int(s.FullSize()), deleted: s.Deleted(),
			dictionaries: map[string]segment.TermDictionary{},
		}
		v.parts = append(v.parts, p)
		v.size += p.size
	}
	return v, nil
}

// close lets the moment go; nothing of it may be used afterwards.
func (v *view) close() error { return v.reader.Close() }

// empty is a set without records.
func (v *view) empty() set {
	s := make(set, len(v.parts))
	for i := range s {
		s[i] = roaring.New()
	}
	return s
}

// live is the set of all records.
func (v *view) live() set {
	s := v.empty()
	for i, p := range v.parts {
		s[i].AddRange(0, uint64(p.size))
		if p.deleted != nil {
			s[i].AndNot(p.deleted)
		}
	}
	return s
}

// with is the set of the records that have a term in one of the fields.
func (v *view) with(term string, fields ...string) (set, error) {
	s := v.empty()
	for i, p := range v.parts {
		if err := v.ctx.Err(); err != nil {
			return nil, err
		}
		for _, f := range fields {
			if err := p.addTo(s[i], f, term); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}

// withAll is the set of the records that have all terms in one of the fields.
func (v *view) withAll(terms []string, fields ...string) (set, error) {
	either := v.empty()
	for _, f := range fields {
		var all set
		for _, term := range terms {
			one, err := v.with(term, f)
			if err != nil {
				return nil, err
			}
			if all == nil {
				all = one
			} else {
				all.and(one)
			}
		}
		if all != nil {
			either.or(all)
		}
	}
	return either, nil
}

// dictionary opens the terms of a field.
func (p *part) dictionary(field string) (segment.TermDictionary, error) {
	d, ok := p.dictionaries[field]
	if !ok {
		var err error
		if d, err = p.segment.Dictionary(field); err != nil {
			return nil, fmt.Errorf("field %s of the index: %w", field, err)
		}
		p.dictionaries[field] = d
	}
	return d, nil
}

// merging is what the library's lists offer besides their interface.
type merging interface{ OrInto(to *roaring.Bitmap) }

// addTo adds the records that have a term in a field.
func (p *part) addTo(to *roaring.Bitmap, field, term string) error {
	d, err := p.dictionary(field)
	if err != nil {
		return err
	}
	list, err := d.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return fmt.Errorf("look up %q in the index: %w", term, err)
	}
	if m, ok := list.(merging); ok {
		m.OrInto(to)
		return nil
	}
	each := list.Iterator(false, false, false, nil)
	for {
		at, err := each.Next()
		if err != nil || at == nil {
			return err
		}
		to.Add(uint32(at.Number()))
	}
}

func (s set) and(o set) {
	for i := range s {
		s[i].And(o[i])
	}
}

func (s set) or(o set) {
	for i := range s {
		s[i].Or(o[i])
	}
}

func (s set) andNot(o set) {
	for i := range s {
		s[i].AndNot(o[i])
	}
}

func (s set) clone() set {
	out := make(set, len(s))
	for i := range s {
		out[i] = s[i].Clone()
	}
	return out
}

func (s set) count() uint64 {
	n := uint64(0)
	for _, b := range s {
		n += b.GetCardinality()
	}
	return n
}
