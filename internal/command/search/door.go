package search

import (
	"log/slog"
	"runtime"
	"time"

	"github.com/gin-gonic/gin"

	"tracuu/internal/config"
	"tracuu/internal/metrics"
	"tracuu/internal/server"
)

// downloadsAtOnce is how many files are made at once; they work while they are
// written, so the pace of their readers must not hold up questions.
const downloadsAtOnce = 8

// door is what stands before the pages and the API.
type door struct {
	drain     server.Drain
	questions *server.Gate
	downloads *server.Gate
	access    server.Access
	answer    time.Duration
	measures  *metrics.Metrics
	own       bool // /metrics has a listener of its own
}

func newDoor(e *config.Effective, log *slog.Logger, m *metrics.Metrics) *door {
	atOnce := e.Search.AtOnce
	if atOnce == 0 {
		atOnce = 2 * runtime.GOMAXPROCS(0)
	}
	d := &door{
		questions: server.NewGate(atOnce), downloads: server.NewGate(downloadsAtOnce),
		access: server.Access{Log: log, Queries: e.Search.Queries, Observe: m.Request, Quiet: machineRoutes()},
		answer: e.Search.Answer, measures: m, own: e.Search.Metrics != "",
	}
	d.drain.Wait = e.Search.Drain
	m.Gate(d.questions)
	return d
}

// admit lets a request work when its turn has come.
func (d *door) admit(refuse server.Refuse) gin.HandlerFunc {
	questions, downloads := d.questions.Admit(false, refuse), d.downloads.Admit(true, refuse)
	return func(c *gin.Context) {
		switch kindOf(c) {
		case machine:
			c.Next()
		case download:
			downloads(c)
		case question:
			questions(c)
		}
	}
}

// bound limits how long it may work and write.
func (d *door) bound(c *gin.Context) {
	switch kindOf(c) {
	case machine:
		c.Next()
	case download:
		server.Stream(c)
	case question:
		server.Deadline(d.answer)(c)
	}
}
