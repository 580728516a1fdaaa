// Package api is the HTTP interface for programs: JSON under /api/v1, errors
// as RFC 9457 problems, and the health of the service. Handlers are thin over
// the search service.
package api

import (
	"context"
	"errors"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
	"tracuu/internal/store"
)

// Service is what the handlers ask.
type Service interface {
	Search(ctx context.Context, q search.Question) (search.Answer, error)
	Lookup(ctx context.Context, text string) (search.Answer, error)
	Article(ctx context.Context, id string) (search.ArticleView, error)
	Record(ctx context.Context, articleID, captureID string, to io.Writer) error
	Package(ctx context.Context, articleID string, to io.Writer) error
	Coverage(ctx context.Context) (search.Coverage, error)
	Document(ctx context.Context, id string) (search.DocumentView, error)
	Ready(ctx context.Context) (search.Readiness, error)
}

var _ Service = (*search.Service)(nil)

// Prefix is where every address of the API begins.
const Prefix = "/api/"

// Register adds the API to a router.
func Register(router gin.IRouter, s Service) {
	router.GET("/healthz", health)
	router.GET("/readyz", recovered, ready(s))

	v1 := router.Group(Prefix+"v1", recovered)
	v1.GET("/search", searchFor(s))
	v1.GET("/lookup", lookUp(s))
	v1.GET("/coverage", coverage(s))
	v1.GET("/articles/:id", article(s))
	v1.GET("/articles/:id/captures", captures(s))
	v1.GET("/articles/:id/captures/:capture", record(s))
	v1.GET("/articles/:id/package", packaged(s))
	v1.GET("/documents/:id", document(s))
	v1.GET("/documents/:id/relations", relations(s))
	v1.GET("/documents/:id/mentions", mentions(s))
}

// NotFound answers addresses under Prefix that nothing is at.
func NotFound(c *gin.Context) {
	write(c, Problem{
		Status: http.StatusNotFound, Title: "Không có địa chỉ này",
		Detail: "Các địa chỉ có: /api/v1/search, /api/v1/lookup, /api/v1/coverage, /api/v1/articles/{id} (/captures, /captures/{capture}, /package), /api/v1/documents/{id} (/relations, /mentions).",
	})
}

// fail answers with the problem that an error of the service is.
func fail(c *gin.Context, err error) {
	var field *search.FieldError
	switch {
	case errors.As(err, &field):
		write(c, Problem{
			Status: http.StatusBadRequest, Title: "Tham số không hợp lệ",
			Detail: field.Field + " " + field.Reason, Field: field.Field,
		})
	case errors.Is(err, store.ErrNotFound):
		write(c, Problem{
			Status: http.StatusNotFound, Title: "Chưa có trong kho",
			Detail: "Kho chưa có mục mang mã này.",
		})
	case errors.Is(err, context.DeadlineExceeded):
		write(c, Problem{
			Status: http.StatusServiceUnavailable, Title: "Quá thời gian",
			Detail: "Câu hỏi mất quá nhiều thời gian; hãy hỏi ngắn hơn hoặc thử lại.",
		})
	default:
		_ = c.Error(err) // for the request log; it never fails
		write(c, internalProblem())
	}
}

func internalProblem() Problem {
	return Problem{
		Status: http.StatusInternalServerError, Title: "Lỗi trong máy chủ",
		Detail: "Không đọc được kho hoặc chỉ mục; nhật ký của máy chủ có chi tiết.",
	}
}
