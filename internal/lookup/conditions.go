package lookup

import (
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/vietnamese"
)

// verdict is what a document says to a condition.
type verdict int

const (
	unknown verdict = iota // it does not tell
	holds
	fails
)

func verdictOf(ok bool) verdict {
	if ok {
		return holds
	}
	return fails
}

// weighFilters tells filters that a document contradicts. Those that fill a
// field of the number are weighed there.
func (w *weighing) weighFilters(n query.Number) {
	if n.Where == nil {
		return
	}
	conditions := []filter.Expr{*n.Where}
	if n.Where.Op == filter.And {
		conditions = n.Where.Of
	}
	for _, c := range conditions {
		switch {
		case c.Op == filter.Is && c.Field == filter.Type && c.Value == n.Type,
			c.Op == filter.In && c.Field == filter.Year && c.From == n.Year && c.To == n.Year:
		case judge(c, w.document) == fails:
			w.score -= filterFails
			w.differs = append(w.differs, "không khớp bộ lọc "+filterName(c))
		}
	}
}

// filterName is the Vietnamese name of the first field of a condition.
func filterName(e filter.Expr) string {
	for len(e.Of) > 0 {
		e = e.Of[0]
	}
	return query.FieldName(e.Field)
}

// judge asks a document whether a condition holds. Places are weighed by their
// words: the document's own may be told by its articles alone.
func judge(e filter.Expr, d model.Document) verdict {
	switch e.Op {
	case filter.Is:
		return judgeValue(e, d)
	case filter.In:
		return judgePeriod(e, d)
	case filter.Not:
		switch judge(e.Of[0], d) {
		case holds:
			return fails
		case fails:
			return holds
		}
	case filter.And, filter.Or:
		return judgeAll(e, d)
	}
	return unknown
}

// judgeAll joins the verdicts of several: one that decides does, else one that
// is not known.
func judgeAll(e filter.Expr, d model.Document) verdict {
	decides := fails
	if e.Op == filter.Or {
		decides = holds
	}
	joined := verdictOf(e.Op == filter.And)
	for _, child := range e.Of {
		switch judge(child, d) {
		case decides:
			return decides
		case unknown:
			joined = unknown
		}
	}
	return joined
}

func judgeValue(e filter.Expr, d model.Document) verdict {
	switch {
	case e.Field == filter.Type && d.Number.Type != "":
		return verdictOf(docnum.FoldSymbol(d.Number.Type) == docnum.FoldSymbol(e.Value))
	case e.Field == filter.State:
		return verdictOf(string(d.Status) == e.Value)
	case e.Field == filter.Issuer && d.Issuer != "":
		return verdictOf(strings.Contains("-"+vietnamese.Slug(d.Issuer)+"-", "-"+vietnamese.Slug(e.Value)+"-"))
	}
	return unknown
}

func judgePeriod(e filter.Expr, d model.Document) verdict {
	at := 0
	switch {
	case e.Field == filter.Year:
		at = d.Year
	case e.Field == filter.Day && !d.Issued.IsZero():
		at = (d.Issued.Year*100+int(d.Issued.Month))*100 + d.Issued.Day
	}
	if at == 0 {
		return unknown
	}
	return verdictOf((e.From == 0 || at >= e.From) && (e.To == 0 || at <= e.To))
}
