package server_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"go.uber.org/goleak"

	"tracuu/internal/server"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.ReleaseMode)
	goleak.VerifyTestMain(m)
}

// site serves a router until the end of the test, or until stop.
type site struct {
	url     string
	stop    context.CancelFunc
	stopped chan error
}

func start(t *testing.T, router *gin.Engine, drain *server.Drain, grace time.Duration) site {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	s := site{"http://" + l.Addr().String(), cancel, make(chan error, 1)}
	go func() {
		s.stopped <- server.Server{Handler: router, Log: slog.New(slog.DiscardHandler), Drain: drain, Grace: grace}.Serve(ctx, l)
	}()
	t.Cleanup(cancel)
	return s
}

func get(url string) (status int, body string, err error) {
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get(url)
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(text), err
}

func TestStopping(t *testing.T) {
	const ready = "/readyz"
	drain := &server.Drain{Wait: 300 * time.Millisecond}
	router := gin.New()
	router.Use(drain.Ready(ready, refuse))
	router.GET(ready, func(c *gin.Context) { c.String(http.StatusOK, "ready") })
	router.GET("/quick", func(c *gin.Context) { c.String(http.StatusOK, "quick") })
	begun, finish := make(chan struct{}), make(chan struct{})
	router.GET("/slow", func(c *gin.Context) {
		close(begun)
		<-finish
		c.String(http.StatusOK, "whole")
	})
	s := start(t, router, drain, 10*time.Second)
	slow := make(chan string, 1)
	go func() {
		_, body, err := get(s.url + "/slow")
		if err != nil {
			body = err.Error()
		}
		slow <- body
	}()
	<-begun
	if status, _, err := get(s.url + ready); err != nil || status != http.StatusOK {
		t.Fatalf("before the stop: %d, %v", status, err)
	}
	s.stop()
	waitFor(t, "readiness to go down", func() bool {
		status, _, err := get(s.url + ready)
		return err == nil && status == http.StatusServiceUnavailable
	})
	if status, body, err := get(s.url + "/quick"); err != nil || status != http.StatusOK {
		t.Errorf("while it drains: %d %q, %v", status, body, err)
	}
	waitFor(t, "the listener to close", func() bool { _, _, err := get(s.url + "/quick"); return err != nil })
	close(finish)
	if body := <-slow; body != "whole" {
		t.Errorf("the answer under way came to %q", body)
	}
	if err := <-s.stopped; err != nil {
		t.Error(err)
	}
}

func TestStoppingIsBounded(t *testing.T) {
	router := gin.New()
	begun := make(chan struct{})
	ended := make(chan struct{})
	router.GET("/stuck", func(c *gin.Context) {
		close(begun)
		<-c.Request.Context().Done() // as every handler ends when its client is gone
		close(ended)
	})
	s := start(t, router, nil, 50*time.Millisecond)
	cut := make(chan error, 1)
	go func() {
		_, _, err := get(s.url + "/stuck")
		cut <- err
	}()
	<-begun
	s.stop()
	if err := <-s.stopped; err != nil {
		t.Error(err)
	}
	if err := <-cut; err == nil {
		t.Error("the stuck answer was not cut off")
	}
	<-ended
}

func TestGateMakesACrowdWait(t *testing.T) {
	gate := server.NewGate(1)
	router := gin.New()
	router.Use(gate.Admit(false, refuse))
	at, finish := make(chan struct{}, 8), make(chan struct{})
	router.GET("/", func(c *gin.Context) {
		at <- struct{}{}
		<-finish
		c.String(http.StatusOK, "done")
	})
	answers := make(chan int, 8)
	for range 8 {
		go func() {
			w := httptest.NewRecorder()
			router.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
			answers <- w.Code
		}()
	}
	<-at
	waitFor(t, "seven to wait", func() bool { return gate.Waiting() == 7 })
	if len(at) != 0 || gate.Working() != 1 {
		t.Errorf("%d work, %d more have begun", gate.Working(), len(at))
	}
	close(finish)
	for range 8 {
		if code := <-answers; code != http.StatusOK {
			t.Errorf("answer %d", code)
		}
	}
	if gate.Working() != 0 || gate.Waiting() != 0 || gate.Refused() != 0 {
		t.Errorf("left over: %d work, %d wait, %d refused", gate.Working(), gate.Waiting(), gate.Refused())
	}
}

func TestWhoLeavesTheLineIsNotServed(t *testing.T) {
	gate := server.NewGate(0) // nobody ever comes in
	router := gin.New()
	router.Use(gate.Admit(false, refuse))
	router.GET("/", func(*gin.Context) { t.Error("served") })
	for range 2 {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		w := httptest.NewRecorder()
		router.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil))
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%d %v", w.Code, w.Header())
		}
	}
	if gate.Refused() != 2 || gate.Waiting() != 0 {
		t.Errorf("refused %d, waiting %d", gate.Refused(), gate.Waiting())
	}
}

func TestDeadline(t *testing.T) {
	router := gin.New()
	router.Use(server.Deadline(10 * time.Millisecond))
	router.GET("/", func(c *gin.Context) {
		<-c.Request.Context().Done()
		c.String(http.StatusServiceUnavailable, c.Request.Context().Err().Error())
	})
	w := httptest.NewRecorder()
	router.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Body.String() != context.DeadlineExceeded.Error() {
		t.Errorf("%q", w.Body)
	}
}

func TestOnlyThisMachineSeesWhatIsLocal(t *testing.T) {
	router := gin.New()
	router.GET("/", server.Local(func(c *gin.Context) { c.Status(http.StatusNotFound) }), func(c *gin.Context) { c.Status(http.StatusOK) })
	tests := []struct {
		from, header string
		want         int
	}{
		{"127.0.0.1:99", "", 200},
		{"[::1]:99", "", 200},
		{"[::ffff:127.0.0.1]:99", "", 200},
		{"192.168.1.5:99", "", 404},
		{"127.0.0.1:99", "X-Forwarded-For", 404},
		{"127.0.0.1:99", "Via", 404},
		{"nonsense", "", 404},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = tt.from
		if tt.header != "" {
			r.Header.Set(tt.header, "10.0.0.1")
		}
		w := httptest.NewRecorder()
		router.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("%+v: %d", tt, w.Code)
		}
	}
}

func TestAccessLog(t *testing.T) {
	var log bytes.Buffer
	var seen []server.Request
	access := server.Access{
		Log:     slog.New(slog.NewJSONHandler(&log, nil)),
		Observe: func(r server.Request) { seen = append(seen, r) }, Quiet: []string{"/healthz"},
	}
	router := gin.New()
	router.Use(func(c *gin.Context) { access.Middleware(c) })
	router.GET("/van-ban/:id", func(c *gin.Context) { c.String(http.StatusOK, "abc") })
	router.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusOK) })
	ask := func(path, id string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("X-Request-Id", id)
		w := httptest.NewRecorder()
		router.ServeHTTP(w, r)
		return w
	}
	kept := ask("/van-ban/5?q=bí+mật", "proxy-7")
	made := ask("/none/at/all", "bad\"id\nwith lines")
	ask("/healthz", "")
	access.Queries = true
	ask("/van-ban/6?q=asked", "")
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], `"id":"proxy-7"`) || !strings.Contains(lines[0], `"bytes":3`) ||
		!strings.Contains(lines[1], `"status":404`) || !strings.Contains(lines[2], "q=asked") {
		t.Errorf("log:\n%s", log.String())
	}
	if strings.Contains(lines[0], "q=") {
		t.Errorf("what was asked stands in the log: %s", lines[0])
	}
	if kept.Header().Get("X-Request-Id") != "proxy-7" || strings.Contains(made.Header().Get("X-Request-Id"), "bad") {
		t.Errorf("ids %q, %q", kept.Header().Get("X-Request-Id"), made.Header().Get("X-Request-Id"))
	}
	if seen[0].Route != "/van-ban/:id" || seen[1].Route != server.NoRoute {
		t.Errorf("routes %q, %q", seen[0].Route, seen[1].Route)
	}
}

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}
