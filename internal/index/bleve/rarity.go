package bleve

import (
	"context"
	"errors"
	"fmt"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"tracuu/internal/index"
)

var _ index.Rarity = (*Engine)(nil)

// Frequencies implements index.Rarity. A record that holds a term in its title
// and in its text is counted once: the larger of the two counts stands.
func (e *Engine) Frequencies(ctx context.Context, terms []string) (records uint64, with []uint64, err error) {
	reader, err := e.reader()
	if err != nil {
		return 0, nil, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	if records, err = reader.DocCount(); err != nil {
		return 0, nil, fmt.Errorf("count the records of the index: %w", err)
	}
	with = make([]uint64, len(terms))
	for i, term := range terms {
		fields := [2]string{fieldText, fieldTitle}
		if strings.Contains(term, " ") {
			fields = [2]string{fieldTextPairs, fieldTitlePairs}
		}
		for _, field := range fields {
			n, err := count(ctx, reader, field, term)
			if err != nil {
				return 0, nil, err
			}
			with[i] = max(with[i], n)
		}
	}
	return records, with, nil
}

// reader is a view of the index at one moment.
func (e *Engine) reader() (bleveindex.IndexReader, error) {
	advanced, err := e.index.Advanced()
	if err != nil {
		return nil, fmt.Errorf("read the index: %w", err)
	}
	r, err := advanced.Reader()
	if err != nil {
		return nil, fmt.Errorf("read the index: %w", err)
	}
	return r, nil
}

func count(ctx context.Context, r bleveindex.IndexReader, field, term string) (uint64, error) {
	postings, err := r.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("look up %q in the index: %w", term, err)
	}
	n := postings.Count()
	if err := postings.Close(); err != nil {
		return 0, fmt.Errorf("look up %q in the index: %w", term, err)
	}
	return n, nil
}
