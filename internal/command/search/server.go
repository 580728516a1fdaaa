package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"tracuu/internal/api"
	"tracuu/internal/config"
	"tracuu/internal/edge"
	"tracuu/internal/metrics"
	"tracuu/internal/server"
	"tracuu/internal/web"
)

// stopTime is how long answers under way may take when the service stops.
const stopTime = 10 * time.Second

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

const (
	metricsPath = "/metrics"
	readyPath   = "/readyz"
)

// machineRoutes are asked all day and cost nothing: they never wait in line.
func machineRoutes() []string {
	return []string{"/healthz", readyPath, metricsPath, "/static/:name"}
}

// newHandler joins the API and the pages behind the door.
func newHandler(s timedService, d *door, o config.Search, more ...func(gin.IRouter)) (http.Handler, error) {
	pages, err := web.New(s)
	if err != nil {
		return nil, err
	}
	pages.ReportTo = o.ReportTo
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	if err := router.SetTrustedProxies(o.TrustedProxies); err != nil {
		return nil, fmt.Errorf("tùy chọn search.trusted_proxies: %w", err)
	}
	refuse := func(c *gin.Context, r edge.Refusal) {
		if isAPI(c) {
			api.Refuse(c, r)
			return
		}
		pages.Refuse(c, r.Status, r.Title, r.Detail)
	}
	limits := edge.Limits{Rate: o.Rate, Burst: o.Burst, Free: free}
	limited, err := edge.Limited(limits, refuse)
	if err != nil {
		return nil, err
	}
	router.Use(d.access.Middleware, d.drain.Ready(readyPath), web.Headers, edge.Compressed(), edge.Validated,
		edge.Origins(api.Prefix, o.Origins), limited, edge.Bounded(refuse), d.admit, d.bound)
	if err := api.Register(router, s); err != nil {
		return nil, err
	}
	pages.Register(router)
	if !d.own {
		router.GET(metricsPath, server.Local(pages.NotFound), gin.WrapH(d.measures.Handler()))
	}
	for _, register := range more {
		register(router)
	}
	router.NoRoute(either(api.NotFound, pages.NotFound))
	router.NoMethod(either(api.NotAllowed, pages.NotAllowed))
	return headAsGet(router), nil
}

// admit lets a request work when its turn has come.
func (d *door) admit(c *gin.Context) {
	switch kindOf(c) {
	case machine:
		c.Next()
	case download:
		d.downloads.Admit(true)(c)
	case question:
		d.questions.Admit(false)(c)
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

func isAPI(c *gin.Context) bool { return strings.HasPrefix(c.Request.URL.Path, api.Prefix) }

// either answers for the API or for the pages.
func either(forAPI, forPages gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		if isAPI(c) {
			forAPI(c)
			return
		}
		forPages(c)
	}
}

// free tells the paths that no client is counted for.
func free(path string) bool {
	return path == "/healthz" || path == readyPath || path == metricsPath || strings.HasPrefix(path, "/static/")
}

// headAsGet lets HEAD take the way of GET; net/http drops the body.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			r = r.Clone(r.Context())
			r.Method = http.MethodGet
		}
		next.ServeHTTP(w, r)
	})
}

// listen opens an address; the error tells the way out of a busy port.
func listen(ctx context.Context, address, flag string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("không mở được %s, có thể chương trình khác đang dùng cổng này: hãy chọn cổng khác bằng %s, ví dụ %s 127.0.0.1:8081 [%w]", address, flag, flag, err)
	}
	return l, nil
}

// closed closes a listener that a server may have closed before.
func closed(l net.Listener) error {
	if l == nil {
		return nil
	}
	if err := l.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}
