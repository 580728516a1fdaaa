package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// coverage answers GET /coverage.
func coverage(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		view, err := s.Coverage(c.Request.Context())
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, view)
	}
}
