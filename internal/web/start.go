package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

type startView struct {
	shell
	search.Overview
}

// start is the page with the box.
func (p *Pages) start(c *gin.Context) {
	overview, err := p.service.Overview(c.Request.Context())
	if err != nil {
		p.fail(c, err)
		return
	}
	p.show(c, http.StatusOK, "start", startView{shell{Title: "Tra cứu văn bản", Start: true}, overview})
}
