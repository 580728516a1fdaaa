package sqlite

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"tracuu/internal/store"
)

const (
	benchLinks = 1_000_000
	benchHosts = 200
	benchBatch = 512 // links a push: a page of a sitemap, a register
)

// BenchmarkFrontier pushes a million addresses of 200 hosts and pops them all:
// a host is leased, its best tasks are read 64 at a time. The bar is 10 µs a
// push and a pop, and 400 MB of memory.
func BenchmarkFrontier(b *testing.B) {
	for b.Loop() {
		s, err := Open(b.Context(), b.TempDir(), Options{})
		if err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		pushAll(b, s)
		pushed := time.Now()
		n, popping := popAll(b, s)
		if n != benchLinks {
			b.Errorf("popped %d", n)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(pushed.Sub(began).Seconds()*1e6/benchLinks, "µs/push")
		b.ReportMetric(popping.Seconds()*1e6/benchLinks, "µs/pop")
		b.ReportMetric(peakMemory(b), "MB-peak")
	}
}

func pushAll(b *testing.B, s *Store) {
	now := time.Now()
	links := make([]store.Link, benchBatch)
	for i := 0; i < benchLinks; i += benchBatch {
		n := min(benchBatch, benchLinks-i)
		for k := range n {
			host := fmt.Sprintf("h%03d.gov.vn", i/benchBatch%benchHosts)
			// As spread as titles are: the index of addresses is not written in order.
			key := fmt.Sprintf("%s/tin-tuc/%x-ke-hoach-so-%d.html", host, uint32((i+k)*2654435761), i+k)
			links[k] = store.Link{
				Key: key, URL: "https://" + key, Host: host, Seed: "x", Kind: store.TaskPage, Depth: k % 5, Priority: 1 + k%3,
				Referrer: "https://" + host + "/tin-tuc", Text: "Kế hoạch phát triển kinh tế - xã hội",
			}
		}
		if _, err := s.Enqueue(b.Context(), now, links[:n]...); err != nil {
			b.Fatal(err)
		}
	}
}

// popAll takes every task once, as the crawler does. A task leaves the queue
// with its visit's commit, whose cost is not timed.
func popAll(b *testing.B, s *Store) (popped int, took time.Duration) {
	const lookAhead = 64
	now := time.Now()
	began := now
	l := store.Lease{Owner: "bench", Until: now.Add(time.Hour)}
	hosts, err := s.LeaseHosts(b.Context(), now, l, nil, benchHosts)
	if err != nil {
		b.Fatal(err)
	}
	for _, host := range hosts {
		for {
			tasks, err := s.Next(b.Context(), now, l, host, lookAhead)
			if err != nil {
				b.Fatal(err)
			}
			if len(tasks) == 0 {
				break
			}
			popped += len(tasks)
			took += time.Since(began)
			endAll(b, s, tasks)
			began = time.Now()
		}
	}
	return popped, took + time.Since(began)
}

// endAll takes tasks out of the queue outside the clock.
func endAll(b *testing.B, s *Store, tasks []store.Task) {
	err := s.update(b.Context(), func(t *tx) error {
		for _, task := range tasks {
			if _, err := t.exec(b.Context(), "UPDATE tasks SET state = 'done' WHERE address = ?", task.Key); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// peakMemory is the most that the process has held, in MB.
func peakMemory(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.Sys) / 1e6
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			if err != nil {
				b.Fatal(err)
			}
			return kb / 1000
		}
	}
	return 0
}
