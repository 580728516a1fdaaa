package search

import (
	"context"
	"iter"
	"net/url"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/store"
)

// MissingQuestion asks for a table of documents that are cited and not held.
type MissingQuestion struct {
	listing
	issuer []string
	filter store.MissingFilter
}

// maxLeast bounds how many citing articles can be asked for.
const maxLeast = 1_000_000

// ParseMissing reads the parameters that pages and API share: type, year,
// issuer, portal, least, sort, cursor, limit. Errors are FieldErrors.
func ParseMissing(v url.Values) (MissingQuestion, error) {
	f := &form{values: v}
	var q MissingQuestion
	q.filter.Type = f.documentType()
	q.filter.Year = f.years("year", "năm ban hành")
	q.issuer = f.phrases("issuer", "cơ quan ban hành")
	q.filter.Portal = f.text("portal", "được nhắc đến trên cổng")
	if least := f.bare("least"); least != "" && f.err == nil {
		if q.filter.Least, f.err = whole(v, "least", 0, 1, maxLeast); f.err == nil {
			f.note("least", least, "số bài nhắc đến: ≥ "+least)
		}
	}
	q.listing = f.listing(missingTable, "-citing", "citing", "issued", "-issued")
	return q, f.err
}

// documentType reads a type by code or name: KH, kế hoạch.
func (f *form) documentType() string {
	code := f.bare("type")
	if code == "" {
		return ""
	}
	if known, ok := docnum.TypeCode(code); ok {
		f.note("type", known, "loại: "+docnum.TypeName(known))
		return known
	}
	f.fail("type", "không có loại văn bản này, ví dụ KH, CT, QĐ")
	return ""
}

// MissingRow is a document that is cited and not held.
type MissingRow struct {
	Document
	Citing   int       `json:"citing_articles"`
	Place    Place     `json:"place"`             // where it is cited best
	Captured time.Time `json:"captured,omitzero"` // newest capture of that article, UTC
}

// MissingAnswer is a page of a table of missing documents.
type MissingAnswer struct {
	Missing []MissingRow `json:"missing"`
	Total   int          `json:"total"` // of all pages
	Filters []Filter     `json:"filters"`
	Sort    string       `json:"sort"`
	Limit   int          `json:"limit"`
	Next    string       `json:"next_cursor,omitempty"` // empty on the last page
}

// Missing answers with a page of missing documents.
func (s *Service) Missing(ctx context.Context, q MissingQuestion) (MissingAnswer, error) {
	answer := MissingAnswer{Filters: q.Filters, Sort: q.Sort, Limit: q.Limit}
	filter, err := q.complete()
	if err != nil {
		return answer, err
	}
	rows, next, err := onePage(ctx, q.listing, missingTable, s.missingOf(filter))
	if err != nil {
		return answer, err
	}
	answer.Missing, answer.Next = make([]MissingRow, len(rows)), next
	for i, r := range rows {
		answer.Missing[i] = s.missingRow(r)
	}
	answer.Total, err = s.store.CountMissing(ctx, filter)
	return answer, err
}

// everyMissing walks all rows of a question, whatever its page and length.
func (s *Service) everyMissing(ctx context.Context, q MissingQuestion) iter.Seq2[MissingRow, error] {
	filter, err := q.complete()
	return every(ctx, q.listing, missingTable, err, s.missingOf(filter), s.missingRow)
}

func (s *Service) missingOf(f store.MissingFilter) fetch[store.MissingDocument] {
	return func(ctx context.Context, p store.Page) ([]store.MissingDocument, error) {
		return s.store.Missing(ctx, f, p)
	}
}

// complete adds what rules know of the words of the issuer.
func (q MissingQuestion) complete() (store.MissingFilter, error) {
	forms, err := loadShortForms()
	if err != nil {
		return q.filter, err
	}
	q.filter.Issuer = forms.phrases(q.issuer)
	return q.filter, nil
}

func (s *Service) missingRow(d store.MissingDocument) MissingRow {
	place := s.placeOf(d.Mention, nil)
	place.Published = d.Published
	if d.Around != "" {
		place.Passage = passageAround(d.Around, d.Span)
	}
	return MissingRow{Document: named(d.Document), Citing: d.Citing, Place: place, Captured: d.Captured}
}
