package crawler_test

import (
	"bytes"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"tracuu/internal/store/sqlite"
)

// TestKilledCrawlGoesOn kills a real crawler at random moments. Between kills
// it notes what was stored; nothing of that may be asked for again.
func TestKilledCrawlGoesOn(t *testing.T) {
	const pages, kills, seed = 150, 6, 20220318
	var mu sync.Mutex
	asked := map[string]int{}
	site := district(pages)
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.Path]++
		mu.Unlock()
		time.Sleep(8 * time.Millisecond)
		site.ServeHTTP(w, r)
	}))
	dir := t.TempDir()
	moments := rand.New(rand.NewPCG(seed, seed))
	stored := map[string]int{} // path: times asked for when it was seen stored
	for range kills {
		var errs bytes.Buffer
		process := exec.CommandContext(t.Context(), os.Args[0], "crawl", address, "--data", dir, "--allow-private")
		process.Env = append(os.Environ(), asProgram+"=1")
		process.Stderr = &errs
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(100+moments.IntN(200)) * time.Millisecond)
		if err := process.Process.Kill(); err != nil && !strings.Contains(err.Error(), "finished") {
			t.Fatal(err)
		}
		if err := process.Wait(); err == nil && len(stored) < pages {
			t.Logf("ended by itself: %s", errs.String())
		}
		mu.Lock()
		for _, path := range storedPaths(t, dir, address) {
			if _, known := stored[path]; !known {
				stored[path] = asked[path]
			}
		}
		mu.Unlock()
	}
	last := run(t, "crawl", address, "--data", dir, "--allow-private")
	if last.status != 0 || !strings.HasPrefix(last.lastLine(), "pages 151 ") {
		t.Fatalf("after the kills: %+v", last)
	}
	again := 0
	for path, times := range stored {
		if asked[path] != times {
			t.Errorf("%s was stored and asked for again", path)
		}
		again += times - 1
	}
	t.Logf("%d pages stored before the last run; %d asked for twice because they were under way at a kill", len(stored), again)
	if verify := run(t, "archive", "verify", "--data", dir); verify.status != 0 {
		t.Errorf("archive: %+v", verify)
	}
}

func storedPaths(t *testing.T, dir, address string) []string {
	t.Helper()
	kept, err := sqlite.Open(t.Context(), dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil // killed before the store was made
	}
	defer func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	}()
	changes, err := kept.Changes(t.Context(), 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, c := range changes {
		if a, err := kept.Article(t.Context(), c.ID); err == nil {
			paths = append(paths, "/"+strings.TrimPrefix(a.URL, address))
		}
	}
	return paths
}
