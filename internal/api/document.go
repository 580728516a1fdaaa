package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// document answers GET /documents/{id}.
func document(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		view, err := s.Document(c.Request.Context(), c.Param("id"))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, view)
	}
}
