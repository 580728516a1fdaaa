package crawler_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"tracuu/internal/command/crawler"
)

func TestWatchGoesOnUntilItIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	address := serve(t, district(3))
	var out, errs bytes.Buffer
	done := make(chan int)
	go func() {
		args := []string{"crawl", address, "--data", t.TempDir(), "--allow-private", "--watch", "--watch-every", "1s"}
		done <- crawler.Run(ctx, args, strings.NewReader(""), lines{&out, func(n int) {
			if n == 2 {
				stop()
			}
		}}, &errs)
	}()
	if status := <-done; status != 0 || strings.Count(out.String(), "pages 4 ") != 2 {
		t.Errorf("status %d\n%s%s", status, out.String(), errs.String())
	}
}

// lines tells how many lines have been written.
type lines struct {
	*bytes.Buffer
	tell func(int)
}

func (l lines) Write(p []byte) (int, error) {
	n, err := l.Buffer.Write(p)
	l.tell(strings.Count(l.String(), "\n"))
	return n, err
}

func TestTotalsEndARun(t *testing.T) {
	site, dir := serve(t, district(30)), t.TempDir()
	got := run(t, "crawl", site, "--data", dir, "--allow-private", "--total-size", "3KB")
	if got.status != 0 || !strings.Contains(got.errors, "đã nhận hết") || strings.Contains(got.lastLine(), "pages 31 ") {
		t.Errorf("%+v", got)
	}
	if got = run(t, "crawl", site, "--data", dir, "--allow-private", "--total-time", "1h"); got.status != 0 || !strings.HasPrefix(got.lastLine(), "pages 31 ") {
		t.Errorf("%+v", got)
	}
}
