package search

import (
	"context"
	"iter"
	"net/url"
	"strings"

	"tracuu/internal/extract/target"
	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// TargetsQuestion asks for a table of targets.
type TargetsQuestion struct {
	listing
	facts  factForm
	family string
	unit   string
	amount store.Amounts
	year   store.Years
}

// ParseTargets reads the parameters that pages and API share: indicator, family,
// unit, value, year, due, issued, place, portal, issuer, document, sort, cursor,
// limit. Errors are FieldErrors.
func ParseTargets(v url.Values) (TargetsQuestion, error) {
	f := &form{values: v}
	var q TargetsQuestion
	words := f.phrases("indicator", "chỉ tiêu")
	q.family = f.family()
	q.unit = f.text("unit", "đơn vị")
	q.amount = f.amounts("value", "giá trị")
	q.year = f.years("year", "năm")
	q.facts = f.facts(words)
	q.listing = f.listing(targetsTable, "-issued", "issued", "due", "-due", "value", "-value")
	return q, f.err
}

// family reads the id of a family of indicators.
func (f *form) family() string {
	id := f.bare("family")
	if id == "" {
		return ""
	}
	name := target.FamilyName(id)
	if name == "" {
		f.fail("family", "không có nhóm chỉ tiêu mang mã này")
		return ""
	}
	f.note("family", id, "nhóm chỉ tiêu: "+name)
	return id
}

// TargetRow is a row of a table of targets.
type TargetRow struct {
	model.Target
	FamilyName string `json:"family_name,omitempty"`
	Source
	// Series is shared, within an article, by targets that one sentence sets for
	// one indicator; they stand together in every order by day.
	Series int `json:"series"`
}

// TargetsAnswer is a page of a table of targets.
type TargetsAnswer struct {
	Targets []TargetRow `json:"targets"`
	Total   int         `json:"total"` // of all pages
	Filters []Filter    `json:"filters"`
	Sort    string      `json:"sort"`
	Limit   int         `json:"limit"`
	Next    string      `json:"next_cursor,omitempty"` // empty on the last page
}

// Targets answers with a page of targets.
func (s *Service) Targets(ctx context.Context, q TargetsQuestion) (TargetsAnswer, error) {
	answer := TargetsAnswer{Filters: q.Filters, Sort: q.Sort, Limit: q.Limit}
	filter, err := s.targetFilter(q)
	if err != nil {
		return answer, err
	}
	rows, next, err := onePage(ctx, q.listing, targetsTable, s.targetsOf(filter))
	if err != nil {
		return answer, err
	}
	answer.Targets, answer.Next = make([]TargetRow, len(rows)), next
	for i, r := range rows {
		answer.Targets[i] = s.targetRow(r)
	}
	answer.Total, err = s.store.CountTargets(ctx, filter)
	return answer, err
}

// everyTarget walks all rows of a question, whatever its page and length.
func (s *Service) everyTarget(ctx context.Context, q TargetsQuestion) iter.Seq2[TargetRow, error] {
	filter, err := s.targetFilter(q)
	return every(ctx, q.listing, targetsTable, err, s.targetsOf(filter), s.targetRow)
}

func (s *Service) targetsOf(f store.TargetFilter) fetch[store.TargetAt] {
	return func(ctx context.Context, p store.Page) ([]store.TargetAt, error) { return s.store.Targets(ctx, f, p) }
}

func (s *Service) targetFilter(q TargetsQuestion) (store.TargetFilter, error) {
	facts, err := factFilter(q.facts)
	return store.TargetFilter{
		FactFilter: facts, Family: q.family, Unit: strings.TrimSpace(vietnamese.Fold(q.unit)), Amount: q.amount, Year: q.year,
	}, err
}

func (s *Service) targetRow(r store.TargetAt) TargetRow {
	return TargetRow{Target: r.Target, FamilyName: target.FamilyName(r.Family), Source: s.source(r.FactAt), Series: r.Series}
}
