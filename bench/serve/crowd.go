package main

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"
)

// result is how the crowd was answered.
type result struct {
	took   map[string][]time.Duration // of what was answered, by kind
	failed map[string]int             // by what went wrong
	span   time.Duration              // until the last answer
}

// crowd lets clients ask for a while, each again as soon as it is answered, and
// every kind as often as the others.
func (s *site) crowd(ctx context.Context, asks []ask, clients int, span time.Duration) result {
	r := result{took: map[string][]time.Duration{}, failed: map[string]int{}}
	byKind := map[string][]ask{}
	for _, a := range asks {
		byKind[a.kind] = append(byKind[a.kind], a)
	}
	kinds := slices.Sorted(maps.Keys(byKind))
	begin := time.Now()
	end := begin.Add(span)
	var mu sync.Mutex
	var all sync.WaitGroup
	for n := range clients {
		all.Go(func() {
			chance := rand.New(rand.NewPCG(uint64(n), 52))
			for time.Now().Before(end) {
				some := byKind[kinds[chance.IntN(len(kinds))]]
				a := some[chance.IntN(len(some))]
				start := time.Now()
				status, _, err := s.get(ctx, a.path)
				took := time.Since(start)
				mu.Lock()
				switch {
				case err != nil:
					r.failed[err.Error()]++
				case status != http.StatusOK:
					r.failed[fmt.Sprintf("%s: %d", a.kind, status)]++
				default:
					r.took[a.kind] = append(r.took[a.kind], took)
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	r.span = time.Since(begin)
	return r
}

// print tells how it went, and returns how many were answered.
func (r result) print(clients int) int {
	kinds := []string{"look-up", "search", "suggestions", "page of results", "page of a document", "page of an article"}
	answered := 0
	for _, took := range r.took {
		answered += len(took)
	}
	fmt.Printf("%d clients, %v: %d answers, %.0f a second\n", clients, r.span.Round(time.Second), answered, float64(answered)/r.span.Seconds())
	fmt.Printf("%-20s %8s %10s %10s %10s\n", "", "answers", "p50", "p99", "slowest")
	for _, kind := range kinds {
		took := r.took[kind]
		if len(took) == 0 {
			continue
		}
		slices.Sort(took)
		fmt.Printf("%-20s %8d %10v %10v %10v\n", kind, len(took), at(took, .5), at(took, .99), at(took, 1))
	}
	failed := 0
	for what, n := range r.failed {
		failed += n
		fmt.Printf("failed %d times: %s\n", n, what)
	}
	fmt.Printf("errors: %d\n", failed)
	return answered
}

// at is the time within which this share was answered.
func at(sorted []time.Duration, share float64) time.Duration {
	i := min(int(share*float64(len(sorted))), len(sorted)-1)
	return sorted[i].Round(10 * time.Microsecond)
}
