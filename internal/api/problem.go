package api

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Problem is an error as RFC 9457 tells it. Field names the parameter that is
// at fault, when one is.
type Problem struct {
	Type     string `json:"type"` // about:blank: Status says what kind it is
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail,omitempty"`
	Instance string `json:"instance,omitempty"` // the path that was asked
	Field    string `json:"field,omitempty"`
	Lag      int64  `json:"lag,omitempty"` // of the index, for /readyz only
}

// write ends the request with a problem.
func write(c *gin.Context, p Problem) {
	p.Type = "about:blank"
	p.Instance = c.Request.URL.EscapedPath()
	body, err := json.Marshal(p)
	if err != nil { // a Problem is made of strings and numbers
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Abort()
	c.Data(p.Status, "application/problem+json; charset=utf-8", body)
}

// recovered turns a panic of a handler into a problem.
func recovered(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			_ = c.Error(fmt.Errorf("panic: %v", v))
			write(c, internalProblem())
		}
	}()
	c.Next()
}
