package api

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

// health answers GET /healthz: the process runs.
func health(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"status": "ok"})
}

// ready answers GET /readyz: the store can be read and the index is in step.
func ready(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		r, err := s.Ready(c.Request.Context())
		if err != nil {
			_ = c.Error(err)
			write(c, Problem{
				Status: http.StatusServiceUnavailable, Title: "Chưa sẵn sàng",
				Detail: "Không đọc được kho hoặc chỉ mục; nhật ký của máy chủ có chi tiết.",
			})
			return
		}
		if !r.Ready {
			write(c, Problem{
				Status: http.StatusServiceUnavailable, Title: "Chưa sẵn sàng", Lag: r.Lag,
				Detail: fmt.Sprintf("Chỉ mục còn chậm %d thay đổi so với kho.", r.Lag),
			})
			return
		}
		c.JSON(http.StatusOK, r)
	}
}
