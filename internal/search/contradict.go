package search

import (
	"strconv"
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// contradicted names the field of a condition that a document surely does not
// meet, in Vietnamese; it is empty when nothing is known against it: what is not
// known of a document contradicts nothing, and neither do words.
func contradicted(d model.Document, where *filter.Expr) string {
	if where == nil {
		return ""
	}
	return against(index.DocumentRecord(d), where)
}

func against(r index.Record, e *filter.Expr) string {
	switch e.Op {
	case filter.And:
		for i := range e.Of {
			if field := against(r, &e.Of[i]); field != "" {
				return field
			}
		}
	case filter.Or:
		last := ""
		for i := range e.Of {
			if last = against(r, &e.Of[i]); last == "" {
				return ""
			}
		}
		return last
	case filter.Not:
		if of := e.Of[0]; (of.Op == filter.Is || of.Op == filter.In) && len(valuesOf(r, of.Field)) > 0 && against(r, &of) == "" {
			return fieldName(of.Field)
		}
	case filter.Is:
		values := valuesOf(r, e.Field)
		for _, v := range values {
			if strings.Contains(spaced(v), spaced(e.Value)) {
				return ""
			}
		}
		if len(values) > 0 {
			return fieldName(e.Field)
		}
	case filter.In:
		values := valuesOf(r, e.Field)
		for _, v := range values {
			if n, err := strconv.Atoi(v); err == nil && n >= e.From && (e.To == 0 || n <= e.To) {
				return ""
			}
		}
		if len(values) > 0 {
			return fieldName(e.Field)
		}
	case filter.Words, filter.Phrase:
	}
	return ""
}

// valuesOf are what is known of a field of a document.
func valuesOf(r index.Record, f filter.Field) []string {
	switch f {
	case filter.Type:
		return r.Types
	case filter.Issuer:
		return r.Issuers
	case filter.Level:
		return r.Levels
	case filter.Place:
		return r.Places
	case filter.State:
		return r.States
	case filter.Year:
		var years []string
		for _, y := range r.Years {
			years = append(years, strconv.Itoa(y))
		}
		return years
	case filter.Day:
		if !r.Day.IsZero() {
			return []string{strconv.Itoa((r.Day.Year*100+int(r.Day.Month))*100 + r.Day.Day)}
		}
	case filter.Portal, filter.Topic, filter.File: // of pages, not of documents
	}
	return nil
}

// spaced is a value as its folded syllables, a blank around each.
func spaced(value string) string {
	return " " + strings.Join(strings.Fields(strings.ReplaceAll(vietnamese.Slug(value), "-", " ")), " ") + " "
}
