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

// start is the page with the box alone.
func (p *Pages) start(c *gin.Context) {
	overview, err := p.service.Overview(c.Request.Context())
	if err != nil {
		p.fail(c, err)
		return
	}
	shell := p.shell(c, p.voice(c).Say("start.title"))
	shell.Start = true
	p.show(c, http.StatusOK, "start", startView{shell, overview})
}
