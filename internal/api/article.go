package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// article answers GET /articles/{id}.
func article(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		view, err := s.Article(c.Request.Context(), c.Param("id"))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, view)
	}
}
