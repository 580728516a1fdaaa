package server

import (
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
)

// Drain is the way out of service: readiness is down, and whoever sends requests
// here has Wait to notice before the listener closes. A nil Drain does nothing.
type Drain struct {
	Wait time.Duration
	down atomic.Bool
}

// start turns readiness down and waits.
func (d *Drain) start() {
	if d == nil {
		return
	}
	d.down.Store(true)
	time.Sleep(d.Wait)
}

// Ready is a middleware for the address that tells readiness: while the service
// stops it refuses for it.
func (d *Drain) Ready(path string, refuse Refuse) gin.HandlerFunc {
	return func(c *gin.Context) {
		if d.down.Load() && c.Request.URL.Path == path {
			refuse(c, Refusal{http.StatusServiceUnavailable, "Đang dừng", "Máy chủ đang dừng và không nhận thêm yêu cầu."})
			return
		}
		c.Next()
	}
}
