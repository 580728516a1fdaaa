package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
	"tracuu/internal/store"
)

// problem is what an error page says.
type problem struct {
	shell
	Status int
	Text   string
	Advice string
}

// fail answers with the page of an error of the service.
func (p *Pages) fail(c *gin.Context, err error) {
	var field *search.FieldError
	switch {
	case errors.As(err, &field):
		p.problem(c, http.StatusBadRequest, "error.question", "error.parameter", field.Field, field.Reason)
	case errors.Is(err, store.ErrNotFound):
		p.problem(c, http.StatusNotFound, "error.absent", "error.absent.advice")
	case errors.Is(err, context.DeadlineExceeded):
		p.problem(c, http.StatusServiceUnavailable, "error.slow", "error.slow.advice")
	default:
		_ = c.Error(err) // for the request log; it never fails
		p.problem(c, http.StatusInternalServerError, "error.server", "error.server.advice")
	}
}

// NotFound answers addresses that nothing is at.
func (p *Pages) NotFound(c *gin.Context) {
	p.problem(c, http.StatusNotFound, "error.page", "error.page.advice")
}

// NotAllowed answers methods that a page does not take.
func (p *Pages) NotAllowed(c *gin.Context) {
	p.problem(c, http.StatusMethodNotAllowed, "error.method", "error.method.advice")
}

func (p *Pages) problem(c *gin.Context, status int, text, advice string, args ...any) {
	say := p.voice(c).Say
	p.Refuse(c, status, say(text), say(advice, args...))
}

// Refuse answers with a page that says what is wrong and what to do; both are for
// people as they stand.
func (p *Pages) Refuse(c *gin.Context, status int, text, advice string) {
	c.Abort()
	p.show(c, status, "error", problem{shell: p.shell(c, text), Status: status, Text: text, Advice: advice})
}

// recovered turns a panic of a handler into an error page.
func (p *Pages) recovered(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			p.fail(c, fmt.Errorf("panic: %v", v))
		}
	}()
	c.Next()
}
