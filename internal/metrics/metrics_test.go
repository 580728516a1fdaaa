package metrics_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/casetest"
	"tracuu/internal/health"
	"tracuu/internal/metrics"
	"tracuu/internal/server"
	"tracuu/internal/store"
)

// scrape returns the lines about tracuu, and whether any are about the process.
func scrape(t *testing.T, m *metrics.Metrics) (ours string, runtime bool) {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	var kept strings.Builder
	for line := range strings.Lines(w.Body.String()) {
		runtime = runtime || strings.HasPrefix(line, "go_goroutines ")
		if strings.Contains(line, "tracuu_") && !strings.Contains(line, "_bucket{") && !strings.Contains(line, "_sum{") {
			kept.WriteString(line)
		}
	}
	return kept.String(), runtime
}

func aState() metrics.State {
	day := time.Date(2022, 3, 18, 0, 0, 0, 0, time.UTC)
	return metrics.State{
		Store: store.Stats{
			Pages: 9, Articles: 7, Documents: 5, HeldDocs: 2, Attachments: 3, Captures: 11, Queued: 4, Failed: 1, Closed: 6,
			LastCapture: day, Sequence: 20,
		},
		Index: 18, Records: 12,
		Portals: health.Judge([]store.Run{{
			ID: 1, Portal: "phuoc-dien", Started: day, Success: day, Pages: 9, Articles: 7,
			Faults: []store.FaultCount{{Kind: store.FaultSilent, Count: 2}},
		}}),
	}
}

func TestScrape(t *testing.T) {
	m := metrics.New()
	m.Gate(server.NewGate(2))
	m.Watch(func(context.Context) (metrics.State, error) { return aState(), nil })
	m.Request(server.Request{Route: "/van-ban/:id", Method: "GET", Status: 200, Bytes: 1234, Took: time.Millisecond})
	m.Request(server.Request{Route: server.NoRoute, Method: "BREW\n", Status: 404})
	m.Question("lookup", time.Now(), nil)
	m.Question("search", time.Now(), errors.New("no"))
	got, runtime := scrape(t, m)
	if !runtime {
		t.Error("the runtime is not told of")
	}
	golden := filepath.Join("testdata", "scrape.golden")
	if casetest.Update() {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

func TestStateIsReadSeldomAndItsFailureTold(t *testing.T) {
	m := metrics.New()
	reads := 0
	m.Watch(func(context.Context) (metrics.State, error) {
		reads++
		return metrics.State{}, errors.New("the disk is gone")
	})
	for range 3 {
		if got, _ := scrape(t, m); !strings.Contains(got, "tracuu_state_readable 0") || strings.Contains(got, "tracuu_store_sequence") {
			t.Errorf("%s", got)
		}
	}
	if reads != 1 {
		t.Errorf("read %d times", reads)
	}
}

func TestEveryMeasureIsDocumented(t *testing.T) {
	manual, err := os.ReadFile(filepath.Join("..", "..", "docs", "OPERATE.md"))
	if err != nil {
		t.Fatal(err)
	}
	golden, err := os.ReadFile(filepath.Join("testdata", "scrape.golden"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(golden)) {
		if name, isType := strings.CutPrefix(line, "# TYPE "); isType {
			name, _, _ = strings.Cut(name, " ")
			if !strings.Contains(string(manual), "`"+name+"`") {
				t.Errorf("docs/OPERATE.md does not tell of %s", name)
			}
		}
	}
}
