package bleve

import (
	"cmp"
	"errors"
	"math"
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// budget is how many entries of posting lists a search reads before it leaves
// out the commonest terms that are left: in long questions they cost nearly
// all the time and decide next to nothing. The rarest terms are always read.
const (
	budget     = 25_000
	leastTerms = 3
)

// list is a term with its posting lists.
type list struct {
	wanted
	count uint64 // in its first field
}

// rarest returns the terms that the index has, the rarest maxWords of them.
func (v *view) rarest(ws []wanted) ([]list, error) {
	var have []list
	for i, w := range ws {
		if i%64 == 0 && v.ctx.Err() != nil {
			return nil, v.ctx.Err()
		}
		n, err := count(v.ctx, v.reader, w.fields[0].name, w.text)
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
	return have[:min(len(have), maxWords)], nil
}

// collector scores records, term by term, the rarest first.
type collector struct {
	*view
	sums    *sums
	words   []list // of the query, the rarest first
	records uint64
	terms   int // that are asked for; 0: nothing was scored
}

// score scores records, once: what was scored before is not scored again.
func (c *collector) score(q ask, records set) error {
	if c.terms > 0 {
		return nil
	}
	pairs, err := c.rarest(q.pairs)
	if err != nil {
		return err
	}
	lists := append(append([]list(nil), c.words...), pairs...)
	for _, k := range q.keys {
		lists = append(lists, list{wanted: k})
	}
	if c.records, err = c.reader.DocCount(); err != nil {
		return err
	}
	c.terms = len(lists)
	c.sums.take(c.view, records)
	return c.addUp(lists)
}

// addUp reads posting lists until the budget is used up.
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
		c.sums.add(at.ID.Value(), term, weight*math.Sqrt(float64(at.Freq))*at.Norm)
	}
}
