package bleve

import (
	"context"
	"errors"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"tracuu/internal/index"
	"tracuu/internal/model"
)

const defaultLimit = 10

// Search implements index.Engine.
func (e *Engine) Search(ctx context.Context, r index.Request) (res index.Result, err error) {
	if err := r.Where.Check(); err != nil {
		return index.Result{}, err
	}
	q := newAsk(r)
	if len(q.words) == 0 && r.Where == nil {
		return index.Result{}, ctx.Err()
	}
	if r.Limit <= 0 {
		r.Limit = defaultLimit
	}
	r.Offset = max(r.Offset, 0)
	v, err := e.view(ctx)
	if err != nil {
		return index.Result{}, err
	}
	defer func() { err = errors.Join(err, v.close()) }()
	if res, err = v.search(q, r); err != nil {
		return index.Result{}, fmt.Errorf("search the index: %w", err)
	}
	return res, nil
}

func (v *view) search(q ask, r index.Request) (out index.Result, err error) {
	c := collector{view: v, sums: v.engine.sums.get()}
	defer v.engine.sums.put(c.sums)
	if c.words, err = v.rarest(q.words); err != nil {
		return out, err
	}
	held, err := c.held(q)
	if err != nil {
		return out, err
	}
	if r.Among != nil {
		only, err := v.numbered(r.Among)
		if err != nil {
			return out, err
		}
		held.records.and(only)
	}
	found := held.records
	if r.Where != nil {
		met, err := v.where(r.Where)
		if err != nil {
			return out, err
		}
		met.and(held.records)
		found = met
	}
	if r.Sort == index.ByRelevance {
		if err := c.score(q, found); err != nil {
			return out, err
		}
	}
	out.Words, out.Held = held.words, held.needed
	best, total, err := c.page(r, found)
	if err != nil {
		return out, err
	}
	if out.Total = total; total == 0 && r.Where == nil {
		return out, nil
	}
	if out.Hits, err = v.hits(best); err != nil {
		return out, err
	}
	out.Facets, err = v.facets(r, held.records, found)
	return out, err
}

// numbered is the set of records by their ids.
func (v *view) numbered(ids []string) (set, error) {
	var all []string
	for _, id := range ids {
		all = append(all, internalIDs(id)...)
	}
	s := make(set, len(v.parts))
	for i, p := range v.parts {
		numbers, err := p.segment.DocNumbers(all)
		if err != nil {
			return nil, err
		}
		s[i] = roaring.New()
		s[i].Or(numbers)
	}
	return s, nil
}

// hits gives found records their ids.
func (v *view) hits(all []found) ([]index.Hit, error) {
	hits := make([]index.Hit, 0, len(all))
	var id bleveindex.IndexInternalID
	for _, f := range all {
		id = bleveindex.NewIndexInternalID(id, uint64(f.record))
		name, err := v.reader.ExternalID(id)
		if err != nil {
			return nil, err
		}
		hit := index.Hit{ID: name[len(prefixArticle):], Score: f.score, Kind: model.ArticleChanged, At: f.at}
		if name[:len(prefixDocument)] == prefixDocument {
			hit.Kind = model.DocumentChanged
		}
		hits = append(hits, hit)
	}
	return hits, nil
}
