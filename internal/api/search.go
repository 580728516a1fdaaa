package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

// searchFor answers GET /search?q=&portal=&limit=&offset=.
func searchFor(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		q, err := search.ParseQuestion(c.Request.URL.Query())
		if err != nil {
			fail(c, err)
			return
		}
		answer, err := s.Search(c.Request.Context(), q)
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, answer)
	}
}
