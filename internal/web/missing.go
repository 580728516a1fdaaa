package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

type missingView struct {
	*tableView
	Rows []search.MissingRow
}

// missing is the table of documents that are cited and not held.
func (p *Pages) missing(c *gin.Context) {
	view := &missingView{tableView: p.table(c, missingTable())}
	q, err := search.ParseMissing(c.Request.URL.Query())
	if err != nil {
		p.refused(c, "missing", view.tableView, view, err)
		return
	}
	answer, err := p.service.Missing(c.Request.Context(), q)
	if err != nil {
		p.refused(c, "missing", view.tableView, view, err)
		return
	}
	view.answered(p.voice(c), answer.Filters, answer.Sort, answer.Total, answer.Next, q.Cursor != "")
	view.Rows = answer.Missing
	p.show(c, http.StatusOK, "missing", view)
}
