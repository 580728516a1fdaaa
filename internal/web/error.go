package web

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
	"tracuu/internal/store"
)

// problem is what an error page says.
type problem struct {
	shell
	Status int
	Text   string
	Advice string
}

// fail answers with the page of an error of the service.
func (p *Pages) fail(c *gin.Context, err error) {
	var field *search.FieldError
	switch {
	case errors.As(err, &field):
		p.problem(c, http.StatusBadRequest, "Không hiểu được câu hỏi",
			"Tham số "+field.Field+" "+field.Reason+".")
	case errors.Is(err, store.ErrNotFound):
		p.problem(c, http.StatusNotFound, "Kho chưa có mục này",
			"Địa chỉ có thể đã gõ nhầm, hoặc trang chưa được thu thập. Hãy thử tìm theo số hoặc tên.")
	default:
		_ = c.Error(err) // for the request log; it never fails
		p.problem(c, http.StatusInternalServerError, "Máy chủ gặp lỗi",
			"Không đọc được kho hoặc chỉ mục. Hãy thử lại sau ít phút; nhật ký của máy chủ có chi tiết.")
	}
}

// NotFound answers addresses that nothing is at.
func (p *Pages) NotFound(c *gin.Context) {
	p.problem(c, http.StatusNotFound, "Không có trang này",
		"Địa chỉ có thể đã gõ nhầm. Hãy thử tìm theo số hoặc tên văn bản.")
}

// NotAllowed answers methods that a page does not take.
func (p *Pages) NotAllowed(c *gin.Context) {
	p.problem(c, http.StatusMethodNotAllowed, "Trang này không nhận yêu cầu như vậy", "Hãy mở trang bằng liên kết hoặc ô tìm kiếm.")
}

// Refuse answers a request that is not handled at all.
func (p *Pages) Refuse(c *gin.Context, status int, text, advice string) {
	p.problem(c, status, text, advice)
}

func (p *Pages) problem(c *gin.Context, status int, text, advice string) {
	c.Abort()
	p.show(c, status, "error", problem{shell: shell{Title: text}, Status: status, Text: text, Advice: advice})
}

// recovered turns a panic of a handler into an error page.
func (p *Pages) recovered(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			p.fail(c, fmt.Errorf("panic: %v", v))
		}
	}()
	c.Next()
}
