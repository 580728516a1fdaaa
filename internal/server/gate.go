package server

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
)

// Gate lets only so many requests work at once; others wait in line, and when
// the line is full or the wait too long they are told to come again. So a crowd
// makes answers slower, but neither fails them nor fills the memory.
type Gate struct {
	slots   chan struct{}
	line    int64 // how many may wait
	wait    time.Duration
	waiting atomic.Int64
	refused atomic.Int64
}

// Bounds of a gate's line. A request that waits costs its connection's buffers
// and a goroutine, some 40 KB; who waits longer has left.
const (
	gateLine = 1024
	gateWait = time.Minute
)

// retryAfter is when whoever found the line full is to come again, in seconds.
const retryAfter = "5"

// NewGate lets atOnce requests work at once.
func NewGate(atOnce int) *Gate {
	return &Gate{slots: make(chan struct{}, atOnce), line: gateLine, wait: gateWait}
}

// Working is how many requests work now.
func (g *Gate) Working() int { return len(g.slots) }

// Waiting is how many wait in line now.
func (g *Gate) Waiting() int { return int(g.waiting.Load()) }

// Refused is how many were told to come again since the start.
func (g *Gate) Refused() int { return int(g.refused.Load()) }

// Admit is a middleware. A slot is given back when the first byte is written,
// as the work is done by then and a slow reader must not keep it; whole keeps it
// to the end, for answers that are made while they are written.
func (g *Gate) Admit(whole bool, refuse Refuse) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !g.enter(c.Request.Context()) {
			g.refused.Add(1)
			c.Header("Retry-After", retryAfter)
			refuse(c, Refusal{http.StatusServiceUnavailable, "Máy chủ đang bận", "Quá nhiều người hỏi cùng lúc; hãy thử lại sau ít giây."})
			return
		}
		w := &leaving{ResponseWriter: c.Writer, gate: g}
		defer w.leave()
		if !whole {
			c.Writer = w
		}
		c.Next()
	}
}

// enter waits for a slot.
func (g *Gate) enter(ctx context.Context) bool {
	select {
	case g.slots <- struct{}{}:
		return true
	default:
	}
	if g.waiting.Add(1) > g.line {
		g.waiting.Add(-1)
		return false
	}
	defer g.waiting.Add(-1)
	late := time.NewTimer(g.wait)
	defer late.Stop()
	select {
	case g.slots <- struct{}{}:
		return true
	case <-late.C:
	case <-ctx.Done():
	}
	return false
}

// leaving gives the slot back once, before the first byte.
type leaving struct {
	gin.ResponseWriter
	gate *Gate
	left bool
}

func (w *leaving) leave() {
	if !w.left {
		w.left = true
		<-w.gate.slots
	}
}

// Write implements io.Writer.
func (w *leaving) Write(b []byte) (int, error) {
	w.leave()
	return w.ResponseWriter.Write(b)
}

// WriteString implements io.StringWriter.
func (w *leaving) WriteString(s string) (int, error) {
	w.leave()
	return w.ResponseWriter.WriteString(s)
}

// Flush implements http.Flusher.
func (w *leaving) Flush() {
	w.leave()
	w.ResponseWriter.Flush()
}

// Unwrap lets http.ResponseController reach the connection.
func (w *leaving) Unwrap() http.ResponseWriter { return w.ResponseWriter }
