package search

import (
	"context"
	"iter"
	"net/url"

	"tracuu/internal/export"
	"tracuu/internal/filter"
	"tracuu/internal/index"
)

// SearchTable is every hit of the full text of a question as a file has them,
// those that a look-up shows on the page among them. They come newest first
// unless another order is asked for: the order by relevance is for the first
// pages and would be made anew for each.
func (s *Service) SearchTable(ctx context.Context, v url.Values) (export.Table, error) {
	q, err := ParseQuestion(v)
	if err != nil {
		return export.Table{}, err
	}
	q.Offset, q.Limit, q.Cursor, q.Facets, q.Explain = 0, MaxLimit, "", false, false
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
	return s.HitsTable(ctx, question, s.filterWords(asked), s.everyHit(ctx, q))
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
			words = append(words, FieldName(f)+": "+s.ValueName(f, value))
		}
	}
	return words
}

// everyHit walks the hits of a question, a page at a time.
func (s *Service) everyHit(ctx context.Context, q Question) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		shown := map[string]bool{}
		for {
			asked, err := q.understand(today())
			if err == nil && asked.empty() {
				return
			}
			answer := newAnswer(asked.Text)
			if err == nil {
				err = s.fullText(ctx, asked, shown, &answer)
			}
			if err != nil {
				yield(Hit{}, err)
				return
			}
			for _, hit := range answer.Hits {
				if !yield(hit, nil) {
					return
				}
			}
			if answer.NextCursor == "" {
				return
			}
			q.Cursor = answer.NextCursor
		}
	}
}
