package web

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

type resultsView struct {
	shell
	search.Answer
	Portal   string
	Overview search.Overview // filled when nothing was found
	First    string          // address of the first page; empty on it
	More     string          // address of the next page; empty on the last
}

// Empty tells whether there is nothing to show.
func (v resultsView) Empty() bool {
	return len(v.Lookups) == 0 && len(v.Hits) == 0 && len(v.Near) == 0 && len(v.Earlier) == 0
}

// results is the page of a question.
func (p *Pages) results(c *gin.Context) {
	values := c.Request.URL.Query()
	q, err := search.ParseQuestion(values)
	if err != nil {
		p.fail(c, err)
		return
	}
	answer, err := p.service.Search(c.Request.Context(), q)
	if err != nil {
		p.fail(c, err)
		return
	}
	if answer.Text == "" {
		c.Redirect(http.StatusSeeOther, "/")
		return
	}
	view := resultsView{shell: shell{Title: answer.Text, Query: answer.Text, Feed: feedHref(q)}, Answer: answer, Portal: q.Portal}
	if view.Empty() {
		if view.Overview, err = p.service.Overview(c.Request.Context()); err != nil {
			p.fail(c, err)
			return
		}
	}
	if q.Offset > 0 {
		view.First = pageAt(q, 0)
	}
	if answer.Next > 0 {
		view.More = pageAt(q, answer.Next)
	}
	p.show(c, http.StatusOK, "results", view)
}

// feedHref is the address of the feed of a question.
func feedHref(q search.Question) string {
	v := url.Values{"q": {q.Text}}
	if q.Portal != "" {
		v.Set("portal", q.Portal)
	}
	return "/tim.atom?" + v.Encode()
}

// pageAt is the address of the same question at another offset.
func pageAt(q search.Question, offset int) string {
	v := url.Values{"q": {q.Text}}
	if q.Portal != "" {
		v.Set("portal", q.Portal)
	}
	if q.Limit != search.DefaultLimit {
		v.Set("limit", strconv.Itoa(q.Limit))
	}
	if offset > 0 {
		v.Set("offset", strconv.Itoa(offset))
	}
	return "/tim?" + v.Encode()
}
