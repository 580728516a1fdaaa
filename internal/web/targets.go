package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

type targetsView struct {
	*tableView
	Rows []targetRow
}

// targetRow is a target with the place of its sentence.
type targetRow struct {
	search.TargetRow
	Href string
	Same bool // the sentence of the row above sets it too
}

// targets is the table of targets.
func (p *Pages) targets(c *gin.Context) {
	view := &targetsView{tableView: p.table(c, targetsTable())}
	q, err := search.ParseTargets(c.Request.URL.Query())
	if err != nil {
		p.refused(c, "targets", view.tableView, view, err)
		return
	}
	answer, err := p.service.Targets(c.Request.Context(), q)
	if err != nil {
		p.refused(c, "targets", view.tableView, view, err)
		return
	}
	v := p.voice(c)
	view.answered(v, answer.Filters, answer.Sort, answer.Total, answer.Next, q.Cursor != "")
	view.Rows = targetRows(address{v.Lang}, answer.Targets)
	p.show(c, http.StatusOK, "targets", view)
}

// targetRows tells of neighbours that one sentence sets for one indicator.
func targetRows(to address, all []search.TargetRow) []targetRow {
	out := make([]targetRow, len(all))
	for i, r := range all {
		same := i > 0 && all[i-1].ArticleID == r.ArticleID && all[i-1].Series == r.Series
		out[i] = targetRow{r, to.article(r.ArticleID) + "#" + anchor(r.Start), same}
	}
	return out
}
