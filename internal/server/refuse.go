package server

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// refuse answers without asking the service: a problem (RFC 9457), or plain text
// for those who read pages. after tells when to come again, 0: nothing is told.
func refuse(c *gin.Context, status int, title, detail string, after time.Duration) {
	c.Abort()
	if after > 0 {
		c.Header("Retry-After", strconv.Itoa(int(after.Seconds())))
	}
	c.Header("Cache-Control", "no-store")
	if strings.Contains(c.GetHeader("Accept"), "text/html") {
		c.String(status, "%s. %s\n", title, detail)
		return
	}
	body, err := json.Marshal(map[string]any{
		"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": c.Request.URL.EscapedPath(),
	})
	if err != nil { // it is made of strings and a number
		c.Status(http.StatusInternalServerError)
		return
	}
	c.Data(status, "application/problem+json; charset=utf-8", body)
}
