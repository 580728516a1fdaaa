package search

import (
	"context"
	"fmt"
	"iter"
	"net/url"
	"strings"
	"time"

	"tracuu/internal/export"
)

// ParseFormat reads the parameter format. It is absent, or "json" or "html",
// when no file is asked for.
func ParseFormat(v url.Values) (f export.Format, asked bool, err error) {
	name := v.Get("format")
	if name == "" || name == "json" || name == "html" {
		return "", false, nil
	}
	var known []string
	for _, f := range export.Formats() {
		if string(f) == name {
			return f, true, nil
		}
		known = append(known, string(f))
	}
	return "", false, &FieldError{"format", "phải là một trong: " + strings.Join(known, ", ")}
}

// TargetsTable is all rows of a question as a file has them.
func (s *Service) TargetsTable(ctx context.Context, q TargetsQuestion) (export.Table, error) {
	head, err := s.head(ctx, "Chỉ tiêu", targetColumns(), q.listing, q.facts.filter.Portal)
	return export.Table{Head: head, Rows: cellsOf(s.everyTarget(ctx, q), targetCells)}, err
}

// AssignmentsTable is all rows of a question as a file has them.
func (s *Service) AssignmentsTable(ctx context.Context, q AssignmentsQuestion) (export.Table, error) {
	head, err := s.head(ctx, "Nhiệm vụ giao", assignmentColumns(), q.listing, q.facts.filter.Portal)
	return export.Table{Head: head, Rows: cellsOf(s.everyAssignment(ctx, q), assignmentCells)}, err
}

// MissingTable is all rows of a question as a file has them.
func (s *Service) MissingTable(ctx context.Context, q MissingQuestion) (export.Table, error) {
	head, err := s.head(ctx, "Văn bản được nhắc đến, chưa có", missingColumns(), q.listing, q.filter.Portal)
	return export.Table{Head: head, Rows: cellsOf(s.everyMissing(ctx, q), missingCells)}, err
}

// HitsTable is hits of a search as a file has them. question holds the
// parameters that find them, filters the same in words.
func (s *Service) HitsTable(ctx context.Context, question url.Values, filters []string, hits iter.Seq2[Hit, error]) (export.Table, error) {
	coverage, err := s.held(ctx, "")
	head := export.Head{
		Title: "Kết quả tìm", Columns: hitColumns(), Question: question.Encode(), Filters: filters, Time: time.Now(), Coverage: coverage,
	}
	return export.Table{Head: head, Rows: cellsOf(hits, hitCells)}, err
}

func (s *Service) head(ctx context.Context, title string, columns []export.Column, l listing, portal string) (export.Head, error) {
	coverage, err := s.held(ctx, portal)
	return export.Head{
		Title: title, Columns: columns, Question: l.values().Encode(), Filters: l.words(), Time: time.Now(), Coverage: coverage,
	}, err
}

// held is what the store holds of each portal, or of one.
func (s *Service) held(ctx context.Context, portal string) ([]export.Holding, error) {
	all, err := s.store.Holdings(ctx)
	if err != nil {
		return nil, fmt.Errorf("what is held: %w", err)
	}
	held := []export.Holding{}
	for _, h := range all {
		if h.Portal == "" || portal != "" && h.Portal != portal { // files stand with the pages that link them
			continue
		}
		one := export.Holding{Portal: h.Portal, Name: s.portalName(h.Portal), Articles: h.Articles, First: h.First, Last: h.Last}
		if n := len(h.Years); n > 0 {
			one.From, one.To = h.Years[0].Year, h.Years[n-1].Year
		}
		held = append(held, one)
	}
	return held, nil
}

// cellsOf gives rows as cells.
func cellsOf[Row any](rows iter.Seq2[Row, error], cells func(Row) []any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for row, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(cells(row), nil) {
				return
			}
		}
	}
}
