package server

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// What other origins may send and read (Fetch standard, CORS protocol).
const (
	corsMethods = "GET, HEAD, POST"
	corsHeaders = "Content-Type, If-None-Match, If-Modified-Since, X-Request-Id"
	corsExposed = "ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"
	corsMaxAge  = "7200" // seconds
)

// Origins lets scripts of the origins read what is under prefix; "*" stands for
// every origin. Without origins nothing is allowed and no header is sent.
func Origins(prefix string, origins []string) gin.HandlerFunc {
	every := slices.Contains(origins, "*")
	return func(c *gin.Context) {
		if len(origins) == 0 || !strings.HasPrefix(c.Request.URL.Path, prefix) {
			c.Next()
			return
		}
		c.Writer.Header().Add("Vary", "Origin")
		origin := c.GetHeader("Origin")
		allowed := origin != "" && (every || slices.Contains(origins, origin))
		if allowed {
			c.Header("Access-Control-Allow-Origin", origin)
			c.Header("Access-Control-Expose-Headers", corsExposed)
			c.Header("Cross-Origin-Resource-Policy", "cross-origin")
		}
		if !allowed || c.Request.Method != http.MethodOptions || c.GetHeader("Access-Control-Request-Method") == "" {
			c.Next()
			return
		}
		c.Header("Access-Control-Allow-Methods", corsMethods)
		c.Header("Access-Control-Allow-Headers", corsHeaders)
		c.Header("Access-Control-Max-Age", corsMaxAge)
		c.AbortWithStatus(http.StatusNoContent)
	}
}
