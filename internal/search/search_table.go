package search

import (
	"context"
	"net/url"

	"tracuu/internal/export"
	"tracuu/internal/filter"
	"tracuu/internal/index"
)

// SearchTable is every hit of the full text of a question as a file has them,
// those that a look-up shows on the page among them. They come newest first
// unless another order is asked for: the order by relevance is for the first
// pages.
func (s *Service) SearchTable(ctx context.Context, v url.Values) (export.Table, error) {
	q, err := ParseQuestion(v)
	if err != nil {
		return export.Table{}, err
	}
	q.Offset, q.Limit, q.Cursor, q.Facets, q.Explain = 0, 0, "", false, false
	if q.Sort == index.ByRelevance {
		q.Sort = index.Newest
	}
	asked, err := q.understand(today())
	if err != nil {
		return export.Table{}, err
	}
	question := url.Values{}
	for name, values := range v {
		switch name {
		case "limit", "offset", "cursor", "facets", "explain", "format":
		default:
			question[name] = values
		}
	}
	return s.HitsTable(ctx, question, s.filterWords(asked), s.All(ctx, q))
}

// filterWords are the filters of a question for people.
func (s *Service) filterWords(q inquiry) []string {
	words := []string{}
	for _, c := range q.query.Chips {
		if !c.Off {
			words = append(words, c.Label)
		}
	}
	for _, f := range filter.Fields() {
		for _, value := range q.Filters[f] {
			words = append(words, fieldName(f)+": "+s.valueName(f, value))
		}
	}
	return words
}
