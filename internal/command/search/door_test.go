package search

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"tracuu/internal/config"
	"tracuu/internal/metrics"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/server"
)

// TestPagesAndProgramsAreRefusedInTheirOwnWays asks a service that lets nobody in.
func TestPagesAndProgramsAreRefusedInTheirOwnWays(t *testing.T) {
	e, measures := &config.Effective{}, metrics.New()
	d := newDoor(e, slog.New(slog.DiscardHandler), measures)
	d.questions, d.downloads = server.NewGate(0), server.NewGate(0)
	h, err := newHandler(timedService{searchtest.Open(t), measures}, d, e.Search)
	if err != nil {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel() // nobody waits
	for _, tt := range []struct {
		path, media string
		status      int
	}{
		{"/tim?q=a", "text/html", 503},
		{"/api/v1/search?q=a", "application/problem+json", 503},
		{"/api/v1/search?q=a&format=csv", "application/problem+json", 503},
		{"/mcp", "application/problem+json", 503},
		{"/readyz", "application/json", 200},
		{"/healthz", "application/json", 200},
		{"/static/tracuu.css", "text/css", 200},
	} {
		ctx := gone
		if tt.status == http.StatusOK {
			ctx = t.Context()
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, tt.path, nil))
		if w.Code != tt.status || !strings.HasPrefix(w.Header().Get("Content-Type"), tt.media) || w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %d %v", tt.path, w.Code, w.Header())
		}
		if refused := tt.status == http.StatusServiceUnavailable; refused != (w.Header().Get("Retry-After") != "") || refused != (w.Header().Get("Cache-Control") == "no-store") {
			t.Errorf("%s: %v", tt.path, w.Header())
		}
		var told struct{ Status int }
		if tt.media == "application/problem+json" && (json.Unmarshal(w.Body.Bytes(), &told) != nil || told.Status != tt.status) {
			t.Errorf("%s: %s", tt.path, w.Body)
		}
	}
}
