package search

import (
	"context"
	"iter"
	"net/url"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// AssignmentsQuestion asks for a table of assignments.
type AssignmentsQuestion struct {
	listing
	facts factForm
}

// ParseAssignments reads the parameters that pages and API share: agency, due,
// issued, place, portal, issuer, document, sort, cursor, limit. Errors are
// FieldErrors.
func ParseAssignments(v url.Values) (AssignmentsQuestion, error) {
	f := &form{values: v}
	var q AssignmentsQuestion
	q.facts = f.facts(f.phrases("agency", "cơ quan được giao"))
	q.listing = f.listing(assignmentsTable, "-issued", "issued", "due", "-due")
	return q, f.err
}

// AssignmentRow is a row of a table of assignments.
type AssignmentRow struct {
	model.Assignment
	Source
}

// AssignmentsAnswer is a page of a table of assignments.
type AssignmentsAnswer struct {
	Assignments []AssignmentRow `json:"assignments"`
	Total       int             `json:"total"` // of all pages
	Filters     []Filter        `json:"filters"`
	Sort        string          `json:"sort"`
	Limit       int             `json:"limit"`
	Next        string          `json:"next_cursor,omitempty"` // empty on the last page
}

// Assignments answers with a page of assignments.
func (s *Service) Assignments(ctx context.Context, q AssignmentsQuestion) (AssignmentsAnswer, error) {
	answer := AssignmentsAnswer{Filters: q.Filters, Sort: q.Sort, Limit: q.Limit}
	filter, err := s.assignmentFilter(q)
	if err != nil {
		return answer, err
	}
	rows, next, err := onePage(ctx, q.listing, assignmentsTable, s.assignmentsOf(filter))
	if err != nil {
		return answer, err
	}
	answer.Assignments, answer.Next = make([]AssignmentRow, len(rows)), next
	for i, r := range rows {
		answer.Assignments[i] = s.assignmentRow(r)
	}
	answer.Total, err = s.store.CountAssignments(ctx, filter)
	return answer, err
}

// everyAssignment walks all rows of a question, whatever its page and length.
func (s *Service) everyAssignment(ctx context.Context, q AssignmentsQuestion) iter.Seq2[AssignmentRow, error] {
	filter, err := s.assignmentFilter(q)
	return every(ctx, q.listing, assignmentsTable, err, s.assignmentsOf(filter), s.assignmentRow)
}

func (s *Service) assignmentsOf(f store.AssignmentFilter) fetch[store.AssignmentAt] {
	return func(ctx context.Context, p store.Page) ([]store.AssignmentAt, error) {
		return s.store.Assignments(ctx, f, p)
	}
}

func (s *Service) assignmentFilter(q AssignmentsQuestion) (store.AssignmentFilter, error) {
	facts, err := factFilter(q.facts)
	return store.AssignmentFilter{FactFilter: facts}, err
}

func (s *Service) assignmentRow(r store.AssignmentAt) AssignmentRow {
	return AssignmentRow{r.Assignment, s.source(r.FactAt)}
}
