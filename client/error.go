package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Error is an answer of the service that is no answer: the problem that it told,
// or, from something between, no more than the status.
type Error struct {
	Problem
	RetryAfter time.Duration // when to ask again; 0: not told
	RequestID  string        // under which the service's log tells more
}

// Error tells the status, what is wrong and where.
func (e *Error) Error() string {
	parts := []string{fmt.Sprintf("%d %s", e.Status, e.Title)}
	if e.Detail != "" {
		parts = append(parts, e.Detail)
	}
	for _, flaw := range e.Errors {
		parts = append(parts, flaw.Location+" "+flaw.Message)
	}
	return strings.Join(parts, ": ")
}

// NotFound tells an error that means: not in the store.
func NotFound(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == http.StatusNotFound
}

// maxProblem bounds what is read of a problem.
const maxProblem = 1 << 20

// refused reads the problem in an answer.
func refused(response *http.Response) error {
	defer response.Body.Close() //nolint:errcheck // of a body that was read
	e := &Error{RequestID: response.Header.Get("X-Request-Id")}
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil {
		e.RetryAfter = time.Duration(seconds) * time.Second
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxProblem))
	if err != nil || json.Unmarshal(body, &e.Problem) != nil || e.Title == "" {
		e.Problem = Problem{Title: http.StatusText(response.StatusCode)}
	}
	e.Status = int64(response.StatusCode)
	return e
}
