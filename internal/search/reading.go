package search

import (
	"time"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/retrieval"
)

// inquiry is a question as it was understood.
type inquiry struct {
	Question
	query query.Query
	words string       // for the full text
	where *filter.Expr // of the words and of the filters
	from  cursor
}

// understand reads a question. Errors wrap ErrQuestion.
func (q Question) understand(today model.Date) (inquiry, error) {
	q, err := q.normal()
	if err != nil {
		return inquiry{}, err
	}
	a := inquiry{Question: q, query: query.Read(q.Text, query.Options{Off: q.Off, Today: today})}
	filters, err := q.condition()
	if err != nil {
		return inquiry{}, err
	}
	a.where = filter.All(a.query.Where, filters)
	if err := a.where.Check(); err != nil {
		return inquiry{}, &FieldError{"q", err.Error()}
	}
	a.words = a.query.Line
	if a.words == "" && a.Sort == index.ByRelevance {
		a.Sort = index.Newest // nothing is more relevant than another
	}
	a.from, err = a.cursor()
	return a, err
}

// today is the day that relative dates are counted from.
func today() model.Date {
	return model.DateOf(time.Now().In(model.Vietnam()))
}

// empty tells that nothing is asked for.
func (a inquiry) empty() bool { return a.words == "" && a.where == nil }

// first tells that the first page is asked for.
func (a inquiry) first() bool { return a.Cursor == "" && a.Offset == 0 }

// request is the question for the full text, from where the page begins.
func (a inquiry) request() retrieval.Request {
	r := retrieval.Request{
		Text: a.words, Where: a.where, Sort: a.Sort, Explain: a.Explain, Offset: a.from.offset, After: a.from.after,
	}
	if a.Facets {
		r.Facets = filter.Facets()
	}
	return r
}
