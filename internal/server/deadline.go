package server

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"
)

// Deadline is a middleware that bounds the time a request may work. What is asked
// gets context.DeadlineExceeded, and the handlers say 503.
func Deadline(bound time.Duration) gin.HandlerFunc {
	return func(c *gin.Context) {
		ctx, cancel := context.WithTimeout(c.Request.Context(), bound)
		defer cancel()
		c.Request = c.Request.WithContext(ctx)
		c.Next()
	}
}
