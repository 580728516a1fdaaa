//go:build !race

// Package journey walks the pages as people do: a real browser on the real
// programs, over the sample portal and over copies of three real ones.
package journey

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"tracuu/data"
	"tracuu/internal/command/crawler"
	"tracuu/internal/command/search"
	"tracuu/internal/require"
	"tracuu/internal/sample"
)

var update = flag.Bool("update", false, "write the pictures of the user guide")

// running is what lives as long as the tests: it is made by the first test that
// needs it.
type running struct {
	ctx   context.Context
	dir   string
	ended sync.WaitGroup

	mu     sync.Mutex
	houses map[string]*house
	chrome context.Context
}

var tests running

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "tracuu-browser-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	ctx, stop := context.WithCancel(context.Background())
	tests.ctx, tests.dir, tests.houses = ctx, dir, map[string]*house{}
	code := m.Run()
	if tests.chrome != nil {
		if err := chromedp.Cancel(tests.chrome); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	stop()
	tests.ended.Wait()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// house is a running search service over what was crawled.
type house struct {
	url string
	err error
}

// sampleHouse answers for the two authored portals.
func sampleHouse(t *testing.T) *house {
	t.Helper()
	return tests.house(t, "sample", func() ([]http.Handler, error) {
		site, err := sample.New(data.Sample())
		if err != nil {
			return nil, err
		}
		var all []http.Handler
		for _, p := range site.Portals() {
			all = append(all, p)
		}
		return all, nil
	})
}

// realHouse answers for copies of three real portals.
func realHouse(t *testing.T) *house {
	t.Helper()
	root := require.Shared(t, "sites")
	return tests.house(t, "real", func() ([]http.Handler, error) {
		var all []http.Handler
		for _, site := range []string{"krongno", "dakrlap", "sotaichinh"} {
			all = append(all, http.FileServer(http.Dir(filepath.Join(root, site))))
		}
		return all, nil
	})
}

func (r *running) house(t *testing.T, name string, sites func() ([]http.Handler, error)) *house {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	h := r.houses[name]
	if h == nil {
		h = &house{}
		h.url, h.err = r.open(filepath.Join(r.dir, name), sites)
		r.houses[name] = h
	}
	if h.err != nil {
		t.Fatal(h.err)
	}
	return h
}

// crawlTime bounds the crawl of the copies.
const crawlTime = 2 * time.Minute

// open crawls sites into a folder and starts the service over it.
func (r *running) open(dir string, sites func() ([]http.Handler, error)) (string, error) {
	handlers, err := sites()
	if err != nil {
		return "", err
	}
	args := []string{"crawl", "--data", dir, "--allow-private", "--scan-time", "0s"}
	for _, h := range handlers {
		server := httptest.NewServer(h)
		defer server.Close()
		args = append(args, server.URL+"/")
	}
	ctx, cancel := context.WithTimeout(r.ctx, crawlTime)
	defer cancel()
	var said bytes.Buffer
	if code := crawler.Run(ctx, args, strings.NewReader(""), &said, &said); code != 0 {
		return "", fmt.Errorf("crawl: exit %d\n%s", code, said.String())
	}
	return r.serve(dir)
}

// serve starts the service and waits until its index is in step.
func (r *running) serve(dir string) (string, error) {
	out, in := io.Pipe()
	var problems bytes.Buffer
	r.ended.Add(1)
	go func() {
		defer r.ended.Done()
		search.Run(r.ctx, []string{"serve", "--data", dir, "--listen", "127.0.0.1:0"}, strings.NewReader(""), in, &problems)
		_ = in.Close() // a pipe's Close never fails
	}()
	address := regexp.MustCompile(`http://\S+/`)
	var said strings.Builder
	for buffer := make([]byte, 4096); !address.MatchString(said.String()); {
		n, err := out.Read(buffer)
		said.Write(buffer[:n])
		if err != nil {
			return "", fmt.Errorf("serve ended: %s%s", said.String(), problems.String())
		}
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	url := strings.TrimSuffix(address.FindString(said.String()), "/")
	return url, ready(r.ctx, url)
}

func ready(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/readyz", nil)
		if err != nil {
			return err
		}
		answer, err := http.DefaultClient.Do(request)
		if err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s is not ready: %w", url, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}
