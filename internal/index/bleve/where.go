package bleve

import (
	"fmt"

	"tracuu/internal/filter"
)

// where is the set of the records that meet a condition that was checked.
// Deleted records may be in it.
func (v *view) where(e *filter.Expr) (set, error) {
	switch e.Op {
	case filter.And:
		return v.all(e.Of)
	case filter.Or:
		either := v.empty()
		for i := range e.Of {
			one, err := v.where(&e.Of[i])
			if err != nil {
				return nil, err
			}
			either.or(one)
		}
		return either, nil
	case filter.Not:
		not, err := v.where(&e.Of[0])
		if err != nil {
			return nil, err
		}
		rest := v.live()
		rest.andNot(not)
		return rest, nil
	case filter.Words:
		return v.withWords(e.Text)
	case filter.Phrase:
		return v.withPhrase(e.Text)
	case filter.Is:
		return v.withValue(e.Field, e.Value)
	case filter.In:
		return v.between(e.Field, e.From, e.To)
	}
	return nil, fmt.Errorf("%w: %q", filter.ErrExpr, e.Op)
}

// all is the set of the records that meet every condition: all of them when
// there is none.
func (v *view) all(of []filter.Expr) (set, error) {
	var both set
	for i := range of {
		one, err := v.where(&of[i])
		if err != nil {
			return nil, err
		}
		if both == nil {
			both = one
		} else {
			both.and(one)
		}
	}
	if both == nil {
		both = v.live()
	}
	return both, nil
}

// withWords is the set of the records that hold every word of a text somewhere.
func (v *view) withWords(text string) (set, error) {
	var all set
	for _, word := range singleWords(text, maxWords) {
		one, err := v.with(word, heldFields...)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = one
		} else {
			all.and(one)
		}
	}
	if all == nil {
		all = v.empty()
	}
	return all, nil
}

// withPhrase is the set of the records that have all pairs of the phrase, in the
// text or in the title. That is not quite the phrase: the pairs may stand apart,
// and only a look at the text tells. Word positions would make it exact and the
// index three times as large.
func (v *view) withPhrase(phrase string) (set, error) {
	if all := pairs(phrase, maxWords); len(all) > 0 {
		return v.withAll(all, fieldTextPairs, fieldTitlePairs)
	}
	return v.withWords(phrase)
}
