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
		if of := e.Of[0]; (of.Op == filter.Is || of.Op == filter.In) && len(known(r, of.Field)) > 0 && against(r, &of) == "" {
			return fieldName(of.Field)
		}
	case filter.Is:
		values := known(r, e.Field)
		for _, v := range values {
			if strings.Contains(vietnamese.Spaced(v), vietnamese.Spaced(e.Value)) {
				return ""
			}
		}
		if len(values) > 0 {
			return fieldName(e.Field)
		}
	case filter.In:
		values := known(r, e.Field)
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

// known are the values of a field that are known of a document. Portal, topic and
// file are of pages, not of documents.
func known(r index.Record, f filter.Field) []string {
	switch f {
	case filter.Portal, filter.Topic, filter.File:
		return nil
	}
	return r.Values(f)
}
