package bleve

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"tracuu/internal/index"
	"tracuu/internal/model"
)

// budget is how many entries of posting lists a search reads before it leaves
// out the commonest terms that are left: in long questions they cost nearly
// all the time and decide next to nothing. The rarest terms are always read.
const (
	budget     = 25_000
	leastTerms = 3
)

// collector answers one query from one view of the index: it adds up scores
// term by term, the rarest first.
type collector struct {
	ctx     context.Context
	reader  bleveindex.IndexReader
	sums    *sums
	records uint64
	allowed map[uint64]bool // nil: all
}

// list is a term with its posting lists.
type list struct {
	wanted
	count uint64 // in its first field
}

// found is a record by its number in the index.
type found struct {
	number uint64
	score  float64
}

// collect returns the best records, at most limit, and how many were seen.
func (c *collector) collect(q ask, limit int) ([]found, uint64, error) {
	var err error
	if c.records, err = c.reader.DocCount(); err != nil {
		return nil, 0, err
	}
	if err := c.restrict(q); err != nil {
		return nil, 0, err
	}
	for number := range c.allowed {
		c.sums.touch(number)
	}
	lists := make([]list, 0, len(q.words)+len(q.pairs))
	for _, part := range [][]wanted{q.words, q.pairs} {
		if lists, err = c.rarest(lists, part); err != nil {
			return nil, 0, err
		}
	}
	for _, k := range q.keys {
		lists = append(lists, list{wanted: k})
	}
	if err := c.addUp(lists); err != nil {
		return nil, 0, err
	}
	best := c.sums.best(limit, len(lists))
	return best, uint64(len(c.sums.touched)), nil
}

// rarest appends the terms that the index has, the rarest maxWords of them.
func (c *collector) rarest(to []list, ws []wanted) ([]list, error) {
	var have []list
	for i, w := range ws {
		if i%64 == 0 && c.ctx.Err() != nil {
			return nil, c.ctx.Err()
		}
		n, err := count(c.ctx, c.reader, w.fields[0].name, w.text)
		if err != nil {
			return nil, err
		}
		have = append(have, list{wanted: w, count: n})
	}
	slices.SortStableFunc(have, func(a, b list) int { return cmp.Compare(a.count, b.count) })
	if extra := len(have) - maxWords; extra > 0 { // words that nobody wrote go first
		zeros := 0
		for zeros < extra && have[zeros].count == 0 {
			zeros++
		}
		have = have[zeros:]
	}
	return append(to, have[:min(len(have), maxWords)]...), nil
}

// addUp reads the posting lists until the budget is used up.
func (c *collector) addUp(lists []list) error {
	slices.SortStableFunc(lists, func(a, b list) int { return cmp.Compare(a.count, b.count) })
	read := 0
	for i, l := range lists {
		if i >= leastTerms && read+int(l.count) > budget && read > 0 {
			break
		}
		for _, f := range l.fields {
			n, err := c.addList(l.text, f, uint16(i+1))
			if err != nil {
				return err
			}
			read += n
		}
	}
	return nil
}

// addList adds weight · idf² · √frequency / √length for each record of a term
// in a field, and returns how many there were.
func (c *collector) addList(text string, f field, term uint16) (n int, err error) {
	postings, err := c.reader.TermFieldReader(c.ctx, []byte(text), f.name, true, true, false)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, postings.Close()) }()
	idf := 1 + math.Log(float64(c.records)/float64(postings.Count()+1))
	weight := f.weight * idf * idf
	var entry bleveindex.TermFieldDoc
	for {
		at, err := postings.Next(&entry)
		if err != nil || at == nil {
			return n, err
		}
		if n++; n%4096 == 0 && c.ctx.Err() != nil {
			return n, c.ctx.Err()
		}
		number := at.ID.Value()
		if c.allowed != nil && !c.allowed[number] {
			continue
		}
		c.sums.add(number, term, weight*math.Sqrt(float64(at.Freq))*at.Norm)
	}
}

// hits gives found records their ids; lists give way.
func (c *collector) hits(all []found) ([]index.Hit, error) {
	hits := make([]index.Hit, 0, len(all))
	var id bleveindex.IndexInternalID
	for _, f := range all {
		id = bleveindex.NewIndexInternalID(id, f.number)
		name, err := c.reader.ExternalID(id)
		if err != nil {
			return nil, err
		}
		hit := index.Hit{Score: f.score, Kind: model.ArticleChanged}
		switch {
		case strings.HasPrefix(name, prefixDocument):
			hit.Kind = model.DocumentChanged
		case strings.HasPrefix(name, prefixList):
			hit.Score *= listFactor
		}
		_, hit.ID, _ = strings.Cut(name, ":")
		hits = append(hits, hit)
	}
	return hits, nil
}
