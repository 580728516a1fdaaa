package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"tracuu/internal/server"
)

// refuse answers as the tests read it.
func refuse(c *gin.Context, r server.Refusal) { c.String(r.Status, r.Title); c.Abort() }

// limitedRouter trusts a proxy at 10.9.9.9 and runs on a clock that the test moves.
func limitedRouter(t *testing.T, now *time.Time) http.Handler {
	t.Helper()
	limited, err := server.Limited(server.Limits{
		Rate: 2, Burst: 3, Free: func(c *gin.Context) bool { return c.Request.URL.Path == "/short" }, Now: func() time.Time { return *now },
	}, refuse)
	if err != nil {
		t.Fatal(err)
	}
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	if err := r.SetTrustedProxies([]string{"10.9.9.9"}); err != nil {
		t.Fatal(err)
	}
	r.Use(limited)
	for _, path := range []string{"/", "/short"} {
		r.GET(path, func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	}
	return r
}

func from(t *testing.T, h http.Handler, remote, forwarded, path string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	r.RemoteAddr = remote
	if forwarded != "" {
		r.Header.Set("X-Forwarded-For", forwarded)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// exhausted asks until the burst is over and returns the refusal.
func exhausted(t *testing.T, h http.Handler, remote, forwarded string) *httptest.ResponseRecorder {
	t.Helper()
	for i := range 3 {
		if w := from(t, h, remote, forwarded, "/"); w.Code != http.StatusOK {
			t.Fatalf("%s, request %d: %d", remote, i, w.Code)
		}
	}
	w := from(t, h, remote, forwarded, "/")
	if w.Code != http.StatusTooManyRequests {
		t.Fatalf("%s beyond the burst: %d", remote, w.Code)
	}
	return w
}

func TestEachClientHasItsRate(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	h := limitedRouter(t, &now)
	w := exhausted(t, h, "192.0.2.1:5000", "")
	for name, want := range map[string]string{
		"Retry-After": "1", "RateLimit-Policy": `"client";q=3;w=2`, "RateLimit": `"client";r=0;t=2`,
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if w := from(t, h, "192.0.2.1:5001", "", "/short"); w.Code != http.StatusOK {
		t.Errorf("a free path: %d", w.Code)
	}
	if w := from(t, h, "192.0.2.2:5000", "", "/"); w.Code != http.StatusOK || w.Header().Get("RateLimit") != `"client";r=2;t=1` {
		t.Errorf("another client: %d %v", w.Code, w.Header())
	}
	now = now.Add(time.Second) // two tokens have come
	for i, want := range []int{200, 200, 429} {
		if w := from(t, h, "192.0.2.1:5000", "", "/"); w.Code != want {
			t.Errorf("a second later, request %d: %d", i, w.Code)
		}
	}
}

func TestWhoIsAClient(t *testing.T) {
	now := time.Now()
	h := limitedRouter(t, &now)
	for range 10 { // this machine
		if from(t, h, "127.0.0.1:1", "", "/").Code != 200 || from(t, h, "[::1]:1", "", "/").Code != 200 || from(t, h, "[::ffff:127.0.0.1]:1", "", "/").Code != 200 {
			t.Fatal("loopback is limited")
		}
	}
	exhausted(t, h, "[2001:db8:1:2::1]:1", "")
	if w := from(t, h, "[2001:db8:1:2:ffff::9]:1", "", "/"); w.Code != 429 {
		t.Errorf("the same /64: %d", w.Code)
	}
	if w := from(t, h, "[2001:db8:1:3::1]:1", "", "/"); w.Code != 200 {
		t.Errorf("another /64: %d", w.Code)
	}
	// Behind the trusted proxy each forwarded client counts; others cannot forge one.
	exhausted(t, h, "10.9.9.9:1", "198.51.100.1")
	if w := from(t, h, "10.9.9.9:1", "198.51.100.2", "/"); w.Code != 200 {
		t.Errorf("another client of the proxy: %d", w.Code)
	}
	exhausted(t, h, "192.0.2.9:1", "203.0.113.1")
	if w := from(t, h, "192.0.2.9:1", "203.0.113.2", "/"); w.Code != 429 {
		t.Errorf("a forged client: %d", w.Code)
	}
	exhausted(t, h, "nonsense", "")
}

func TestBounds(t *testing.T) {
	h := router(server.Bounded(refuse))
	if w := ask(t, h, http.MethodGet, "/short?q="+strings.Repeat("a", server.MaxAddress)); w.Code != http.StatusRequestURITooLong {
		t.Errorf("a long address: %d", w.Code)
	}
	post := func(body string, length int64) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/body", strings.NewReader(body))
		r.ContentLength = length
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	large := strings.Repeat("a", server.MaxBody+1)
	if w := post(large, int64(len(large))); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a large body: %d", w.Code)
	}
	if w := post(large, -1); !strings.Contains(w.Body.String(), "too large") {
		t.Errorf("a large body of unknown length: %s", w.Body)
	}
	if w := post("ab", 2); w.Body.String() != "2 <nil>" {
		t.Errorf("a small body: %s", w.Body)
	}
}
