package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

// lookUp answers GET /lookup?q=: documents by number only.
func lookUp(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		answer, err := s.Lookup(c.Request.Context(), c.Query("q"))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, struct {
			Text    string         `json:"text"`
			Number  *search.Number `json:"number"`
			Lookups []search.Found `json:"lookups"`
			Near    []search.Found `json:"near"`
		}{answer.Text, answer.Number, answer.Lookups, answer.Near})
	}
}
