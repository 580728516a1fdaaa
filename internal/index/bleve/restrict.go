package bleve

import (
	"errors"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// restrict sets which records may be found: those of the portal that hold
// every phrase.
func (c *collector) restrict(q ask) error {
	if q.portal != "" {
		only, err := c.with(q.portal, fieldPortal, nil)
		if err != nil {
			return err
		}
		c.allowed = only
	}
	for _, p := range q.phrases {
		if err := c.restrictTo(p); err != nil {
			return err
		}
	}
	return nil
}

// restrictTo keeps the records that have all pairs of the phrase, in the text
// or in the title. That is not quite the phrase: the pairs may stand apart,
// and only a look at the text tells. Word positions would make it exact and
// the index three times as large.
func (c *collector) restrictTo(phrase string) error {
	inText, inTitle, all := fieldTextPairs, fieldTitlePairs, pairs(phrase, maxWords)
	if len(all) == 0 {
		inText, inTitle, all = fieldText, fieldTitle, words(phrase, maxWords)
	}
	if len(all) == 0 {
		return nil
	}
	either := make(map[uint64]bool)
	for _, field := range []string{inText, inTitle} {
		only := c.allowed
		for _, t := range all {
			var err error
			if only, err = c.with(t, field, only); err != nil {
				return err
			}
		}
		for number := range only {
			either[number] = true
		}
	}
	c.allowed = either
	return nil
}

// with returns those of only (nil: of all) that have a term in a field.
func (c *collector) with(term, field string, only map[uint64]bool) (out map[uint64]bool, err error) {
	out = make(map[uint64]bool)
	if only != nil && len(only) == 0 {
		return out, nil
	}
	postings, err := c.reader.TermFieldReader(c.ctx, []byte(term), field, false, false, false)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, postings.Close()) }()
	var entry bleveindex.TermFieldDoc
	for n := 0; ; n++ {
		if n%4096 == 0 && c.ctx.Err() != nil {
			return nil, c.ctx.Err()
		}
		at, err := postings.Next(&entry)
		if err != nil || at == nil {
			return out, err
		}
		if number := at.ID.Value(); only == nil || only[number] {
			out[number] = true
		}
	}
}
