package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
	"tracuu/internal/server"
	"tracuu/internal/store"
)

// Problem is an error as RFC 9457 tells it.
type Problem struct {
	Type     string `json:"type"`             // always about:blank: the status says what kind it is
	Title    string `json:"title"`            // the kind of problem, in Vietnamese
	Status   int    `json:"status"`           // the HTTP status
	Detail   string `json:"detail"`           // what is wrong and what to do, in Vietnamese
	Instance string `json:"instance"`         // the path that was asked
	Errors   []Flaw `json:"errors,omitempty"` // what is wrong with single parameters or fields
	Lag      int64  `json:"lag,omitempty"`    // changes that the index has still to follow, of /readyz only

	cause error // for the log of the server, never for the client
}

// Flaw is one part of a request that cannot be used.
type Flaw struct {
	Location string `json:"location"`        // query.limit, body.text, path.id
	Message  string `json:"message"`         // why, in Vietnamese
	Value    string `json:"value,omitempty"` // what was sent, its beginning
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// Unwrap is what the server's log tells.
func (p *Problem) Unwrap() error { return p.cause }

// GetStatus implements huma.StatusError.
func (p *Problem) GetStatus() int { return p.Status }

const problemType = "application/problem+json"

// ContentType implements huma.ContentTypeFilter.
func (p *Problem) ContentType(string) string { return problemType }

// maxEcho bounds what is repeated of a bad value, in runes.
const maxEcho = 100

// flawed is the problem of one part of a request.
func flawed(location, message, value string) *Problem {
	value = strings.ToValidUTF8(value, "\uFFFD")
	if utf8.RuneCountInString(value) > maxEcho {
		value = string([]rune(value)[:maxEcho]) + "…"
	}
	name := location[strings.IndexByte(location, '.')+1:]
	return &Problem{
		Status: http.StatusUnprocessableEntity, Title: "Yêu cầu không hợp lệ",
		Detail: name + " " + message + ".",
		Errors: []Flaw{{location, message, value}},
	}
}

// problemOf is the problem that an error of the service is. value gives what was
// sent for a field; locations begin with in: query, body.
func problemOf(err error, in string, value func(field string) string) *Problem {
	var known *Problem
	var field *search.FieldError
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &field):
		return flawed(in+"."+field.Field, field.Reason, value(field.Field))
	case errors.As(err, &long):
		return refusal(server.TooLarge())
	case errors.Is(err, store.ErrNotFound):
		return &Problem{
			Status: http.StatusNotFound, Title: "Chưa có trong kho",
			Detail: "Kho chưa có mục mang mã này.",
		}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &Problem{
			Status: http.StatusServiceUnavailable, Title: "Quá thời gian",
			Detail: "Câu hỏi mất quá nhiều thời gian; hãy hỏi ngắn hơn hoặc thử lại.",
		}
	}
	return internalProblem(err)
}

func internalProblem(cause error) *Problem {
	return &Problem{
		Status: http.StatusInternalServerError, Title: "Lỗi trong máy chủ",
		Detail: "Không đọc được kho hoặc chỉ mục; nhật ký của máy chủ có chi tiết.",
		cause:  cause,
	}
}

func refusal(r server.Refusal) *Problem {
	return &Problem{Status: r.Status, Title: r.Title, Detail: r.Detail}
}

// Refuse ends a request that is not handled at all; it is a server.Refuse.
func Refuse(c *gin.Context, r server.Refusal) { write(c, refusal(r)) }

// NotFound answers addresses under Prefix that nothing is at.
func NotFound(c *gin.Context) {
	write(c, &Problem{
		Status: http.StatusNotFound, Title: "Không có địa chỉ này",
		Detail: "Các địa chỉ của API có ở " + referencePath + " (cho người đọc) và " + openAPIPath + ".json (cho máy).",
	})
}

// NotAllowed answers methods that an address under Prefix does not take; Allow
// is set by the router.
func NotAllowed(c *gin.Context) {
	allow := c.Writer.Header().Get("Allow")
	if strings.Contains(allow, http.MethodGet) {
		allow += ", " + http.MethodHead
		c.Header("Allow", allow)
	}
	write(c, &Problem{
		Status: http.StatusMethodNotAllowed, Title: "Không dùng được phương thức này",
		Detail: "Địa chỉ này nhận: " + allow + ".",
	})
}

// finish fills what only the request knows, and puts the cause in its log.
func (p *Problem) finish(c *gin.Context) {
	p.Type = "about:blank"
	p.Instance = c.Request.URL.EscapedPath()
	if p.cause != nil {
		_ = c.Error(p.cause) // it never fails
	}
}

// write ends the request with a problem.
func write(c *gin.Context, p *Problem) {
	p.finish(c)
	body, err := json.Marshal(p)
	if err != nil { // a Problem is made of strings and numbers
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Abort()
	c.Data(p.Status, problemType, append(body, '\n'))
}

// recovered turns a panic of a handler into a problem.
func recovered(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			write(c, internalProblem(fmt.Errorf("panic: %v", v)))
		}
	}()
	c.Next()
}
