package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

type tasksView struct {
	*tableView
	Rows []assignmentRow
}

// assignmentRow is an assignment with the place of its sentence.
type assignmentRow struct {
	search.AssignmentRow
	Href string
}

// tasks is the table of assignments.
func (p *Pages) tasks(c *gin.Context) {
	view := &tasksView{tableView: p.table(c, tasksTable())}
	q, err := search.ParseAssignments(c.Request.URL.Query())
	if err != nil {
		p.refused(c, "tasks", view.tableView, view, err)
		return
	}
	answer, err := p.service.Assignments(c.Request.Context(), q)
	if err != nil {
		p.refused(c, "tasks", view.tableView, view, err)
		return
	}
	v := p.voice(c)
	to := address{v.Lang}
	view.answered(v, answer.Filters, answer.Sort, answer.Total, answer.Next, q.Cursor != "")
	for _, r := range answer.Assignments {
		view.Rows = append(view.Rows, assignmentRow{r, to.article(r.ArticleID) + "#" + anchor(r.Start)})
	}
	p.show(c, http.StatusOK, "tasks", view)
}
