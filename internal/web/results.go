package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

// resultsView is the page of a question. Fields that stand in the answer too
// are those of the answer as the page shows them.
type resultsView struct {
	shell
	search.Answer
	Hits       []hitView
	Earlier    []earlierView
	Chips      []link // what was understood
	Flips      bool   // the chips can be switched
	Chosen     []link // filters, each leads to the question without it
	Unfiltered string // the question without filters
	Sides      []side
	Sorts      []link
	MeantHref  string
	Later      bool // not the first page
	First      string
	More       string
	API        string
	Exports    []link

	Overview search.Overview // filled when nothing was found
	Held     *held
}

// link is a thing that a page leads to.
type link struct {
	Name, Href string
	Chosen     bool // it is the one that stands
	Off        bool // a chip that is switched off
}

// hitView is a hit and the question on its portal alone.
type hitView struct {
	search.Hit
	PortalHref string
}

type earlierView struct {
	search.Earlier
	Hits []hitView
}

// Empty tells whether there is nothing to show.
func (v *resultsView) Empty() bool {
	return len(v.Lookups) == 0 && len(v.Hits) == 0 && len(v.Near) == 0 && len(v.Earlier) == 0
}

// Found counts the hits for people.
func (v *resultsView) Found() int { return int(min(v.Total, 1<<31)) }

// results is the page of a question.
func (p *Pages) results(c *gin.Context) {
	q, err := search.ParseQuestion(c.Request.URL.Query())
	if err != nil {
		p.fail(c, err)
		return
	}
	q.Facets = true
	answer, err := p.service.Search(c.Request.Context(), q)
	if err != nil {
		p.fail(c, err)
		return
	}
	if answer.Text == "" && len(q.Filters) == 0 {
		c.Redirect(http.StatusSeeOther, address{p.voice(c).Lang}.page("/"))
		return
	}
	q.Text = answer.Text
	view := &resultsView{shell: p.shell(c, titleOf(p.voice(c), answer.Text)), Answer: answer}
	view.Query = answer.Text
	asked{p.voice(c), address{p.voice(c).Lang}, q}.fill(view)
	if view.Empty() {
		if view.Overview, err = p.service.Overview(c.Request.Context()); err == nil {
			view.Held, err = p.holdings(c.Request.Context(), q, answer)
		}
		if err != nil {
			p.fail(c, err)
			return
		}
	}
	p.show(c, http.StatusOK, "results", view)
}

// titleOf names a question in the browser's tab.
func titleOf(v voice, text string) string {
	if text == "" {
		return v.Say("results.filtered")
	}
	return text
}

// asked makes the links of a page from its question.
type asked struct {
	voice
	to address
	q  search.Question
}

func (a asked) href(q search.Question) string { return a.to.question("/tim", q) }

// fill adds what the page shows beside the answer.
func (a asked) fill(v *resultsView) {
	v.Feed = a.to.question("/tim.atom", first(a.q))
	v.API = address{}.question("/api/v1/search", a.q) + "&facets=true"
	v.Hits = a.hits(v.Answer.Hits)
	for _, e := range v.Answer.Earlier {
		v.Earlier = append(v.Earlier, earlierView{e, a.hits(e.Hits)})
	}
	v.Chips, v.Flips = a.chips(v.Answer)
	v.Chosen, v.Unfiltered = a.chosen(v.Facets)
	v.Sides = a.sides(v.Facets, v.Total)
	v.Sorts = a.sorts()
	v.Exports = a.exports()
	meant := first(a.q)
	meant.Text = v.DidYouMean
	v.MeantHref = a.href(meant)
	a.pages(v)
}

// hits joins each hit with the question on its portal.
func (a asked) hits(hits []search.Hit) []hitView {
	out := make([]hitView, len(hits))
	for i, h := range hits {
		out[i] = hitView{Hit: h}
		if h.Portal != "" && a.q.Text != "" {
			q := first(a.q)
			q.Portal = h.Portal
			out[i].PortalHref = a.href(q)
		}
	}
	return out
}

// pages adds the way to the next page, by cursor where there is one.
func (a asked) pages(v *resultsView) {
	v.Later = a.q.Offset > 0 || a.q.Cursor != ""
	if v.Later {
		v.First = a.href(first(a.q))
	}
	next := first(a.q)
	switch {
	case v.NextCursor != "":
		next.Cursor = v.NextCursor
	case v.Next > 0:
		next.Offset = v.Next
	default:
		return
	}
	v.More = a.href(next)
}
