package server

import (
	"crypto/rand"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// idHeader carries the id of a request, from a proxy and back to the client.
const idHeader = "X-Request-Id"

// Request is what is told of a request when it is over.
type Request struct {
	Route  string // template of the address, as /van-ban/:id; NoRoute when none fits
	Method string
	Status int
	Bytes  int // of the body, as sent
	Took   time.Duration
}

// NoRoute stands for every address that nothing is at.
const NoRoute = "none"

// Access tells of requests.
type Access struct {
	Log *slog.Logger
	// Queries writes the query string too: what people ask.
	Queries bool
	// Quiet are routes that machines ask all day: their lines are at level debug.
	Quiet []string
	// Observe is called after each request; may be nil.
	Observe func(Request)
}

// Middleware gives each request an id and writes one line about it: at level
// info, or error when a handler met one. Paths are written as they came, what
// stands behind "?" only when Queries is set.
func (a Access) Middleware(c *gin.Context) {
	start := time.Now()
	id := requestID(c.GetHeader(idHeader))
	c.Header(idHeader, id)
	c.Next()
	r := Request{Route: c.FullPath(), Method: c.Request.Method, Status: c.Writer.Status(), Bytes: max(c.Writer.Size(), 0), Took: time.Since(start)}
	if r.Route == "" {
		r.Route = NoRoute
	}
	if a.Observe != nil {
		a.Observe(r)
	}
	level := slog.LevelInfo
	if slices.Contains(a.Quiet, r.Route) {
		level = slog.LevelDebug
	}
	attrs := []slog.Attr{
		slog.String("id", id), slog.String("method", r.Method), slog.String("path", c.Request.URL.Path),
		slog.Int("status", r.Status), slog.Duration("took", r.Took), slog.Int("bytes", r.Bytes),
	}
	if a.Queries && c.Request.URL.RawQuery != "" {
		attrs = append(attrs, slog.String("query", c.Request.URL.RawQuery))
	}
	if len(c.Errors) > 0 {
		level = slog.LevelError
		attrs = append(attrs, slog.String("error", strings.TrimSpace(c.Errors.String())))
	}
	a.Log.LogAttrs(c.Request.Context(), level, "request", attrs...)
}

// maxID bounds an id that came from outside.
const maxID = 64

// requestID keeps a proxy's id when it is a plain word, and makes one otherwise.
func requestID(given string) string {
	plain := given != "" && len(given) <= maxID
	for _, r := range given {
		plain = plain && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("._-", r))
	}
	if plain {
		return given
	}
	return rand.Text()
}
