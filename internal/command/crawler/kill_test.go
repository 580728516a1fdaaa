package crawler_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store/sqlite"
)

const (
	killPages   = 2000
	killLists   = 20 // each linking its part of the pages, and the next list
	kills       = 50
	killSeed    = 20220318
	killFlights = 4 // crawl.local_flights: pages under way at once
)

// killedPortal counts who asks for what, and calls strike when as many more
// requests have come as it was told.
type killedPortal struct {
	mu     sync.Mutex
	asked  map[string]int
	left   int
	strike func()
}

func (p *killedPortal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked[r.URL.Path]++
	if p.left--; p.left == 0 {
		p.strike()
	}
	p.mu.Unlock()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	var n int
	switch path := r.URL.Path; {
	case path == "/":
		fmt.Fprint(w, "<h1>Tin tức</h1><a href='/tin/0'>tin</a>") //nolint:errcheck // the client may be dead
	case scan(path, "/tin/%d", &n) && n < killLists:
		fmt.Fprintf(w, "<h1>Tin tức, trang %d</h1><a href='/tin/%d'>tiếp</a>", n, min(n+1, killLists-1)) //nolint:errcheck // as above
		for i := n; i < killPages; i += killLists {
			fmt.Fprintf(w, "<p><a href='/bai/%d'>bài %d</a></p>", i, i) //nolint:errcheck // as above
		}
	case scan(path, "/bai/%d", &n) && n < killPages:
		fmt.Fprintf(w, "<h1>Việc số %d</h1><p>UBND huyện An Phú Đông ban hành Kế hoạch số %d/KH-UBND ngày 18/3/2022.</p>", n, n) //nolint:errcheck // as above
	default:
		http.NotFound(w, r)
	}
}

func scan(path, format string, n *int) bool {
	_, err := fmt.Sscanf(path, format, n)
	return err == nil && fmt.Sprintf(format, *n) == path
}

// TestKilledCrawlGoesOn kills a real crawler 50 times: now and then while it
// starts, else somewhere behind a random number of requests. What is seen in
// the store may never be asked for again, and what was asked for twice may be
// no more than was under way at the kills.
func TestKilledCrawlGoesOn(t *testing.T) {
	portal := &killedPortal{asked: map[string]int{}}
	address := serve(t, portal)
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(killSeed, killSeed))
	stored := map[string]int{} // path: times asked for when it was seen stored
	for i := range kills {
		killOne(t, portal, address, dir, i%10 == 0, random)
		paths := storedPaths(t, dir, address)
		portal.mu.Lock()
		for _, path := range paths {
			if _, known := stored[path]; !known {
				stored[path] = portal.asked[path]
			}
		}
		portal.mu.Unlock()
	}
	last := run(t, "crawl", address, "--data", dir, "--allow-private")
	want := fmt.Sprintf("pages %d ", killPages+killLists+1)
	if last.status != 0 || !strings.HasPrefix(last.lastLine(), want) || !strings.HasSuffix(last.lastLine(), "failures 0") {
		t.Fatalf("after the kills: %+v", last)
	}
	for path, times := range stored {
		if portal.asked[path] != times {
			t.Errorf("%s was stored and asked for again", path)
		}
	}
	again := 0
	for path, times := range portal.asked {
		if path != "/robots.txt" {
			again += times - 1
		}
	}
	t.Logf("%d pages were stored before the last run; %d were asked for twice", len(stored), again)
	if most := kills * killFlights; again > most || len(stored) < killPages/4 {
		t.Errorf("%d asked for twice, more than the %d under way at the kills; or too few stored meanwhile: %d", again, most, len(stored))
	}
	if all := storedPaths(t, dir, address); len(all) != killPages+killLists+1 {
		t.Errorf("%d pages have their capture in the store", len(all))
	}
	if verify := run(t, "archive", "verify", "--data", dir); verify.status != 0 {
		t.Errorf("archive: %+v", verify)
	}
}

// killOne starts a crawler and kills it: within its first moments, or a moment
// after some requests.
func killOne(t *testing.T, portal *killedPortal, address, dir string, early bool, random *rand.Rand) {
	t.Helper()
	var errs bytes.Buffer
	process := exec.CommandContext(t.Context(), os.Args[0], "crawl", address, "--data", dir, "--allow-private")
	process.Env = append(os.Environ(), asProgram+"=1")
	process.Stderr = &errs
	struck := make(chan struct{})
	portal.mu.Lock()
	portal.left, portal.strike = 1+random.IntN(60), func() { close(struck) }
	portal.mu.Unlock()
	ended := make(chan error, 1)
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { ended <- process.Wait() }()
	soon := time.Duration(random.IntN(150_000)) * time.Microsecond
	if early {
		time.Sleep(soon)
	} else {
		select {
		case <-struck:
			time.Sleep(soon / 10)
		case err := <-ended:
			t.Fatalf("ended before its kill: %v\n%s", err, errs.String())
		}
	}
	if err := process.Process.Kill(); err != nil && !strings.Contains(err.Error(), "finished") {
		t.Fatal(err)
	}
	<-ended
}

// storedPaths lists the paths whose pages are in the store with their captures.
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
	var paths []string
	err = kept.Captures(t.Context(), "", func(c model.Capture) error {
		paths = append(paths, "/"+strings.TrimPrefix(c.URL, address))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}
