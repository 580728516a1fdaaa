package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/store"
)

func link(key, host string, priority, depth int) store.Link {
	return store.Link{
		Key: key, URL: "https://" + host + "/" + key, Host: host, Seed: "https://" + host + "/", Kind: store.TaskPage,
		Priority: priority, Depth: depth, Referrer: "https://" + host + "/", Text: "Xem thêm",
	}
}

// leases takes tasks until none is due and returns their keys and that error.
func leases(t *testing.T, s store.Store, now time.Time, busy ...string) (keys []string, last error) {
	t.Helper()
	for range 100 {
		task, err := s.Lease(t.Context(), now, now.Add(time.Minute), busy)
		if err != nil {
			return keys, err
		}
		keys = append(keys, task.Key)
	}
	t.Fatal("Lease never ends")
	return nil, nil
}

func testFrontier(t *testing.T, open Open) {
	t.Run("order and hosts", func(t *testing.T) { testLeaseOrder(t, open(t)) })
	t.Run("outcomes", func(t *testing.T) { testOutcomes(t, open(t)) })
	t.Run("leases of the dead", func(t *testing.T) { testDeadLeases(t, open(t)) })
	t.Run("many links", func(t *testing.T) { testManyLinks(t, open(t)) })
}

func testLeaseOrder(t *testing.T, s store.Store) {
	if _, err := s.Lease(t.Context(), start, start, nil); !errors.Is(err, store.ErrDrained) {
		t.Fatalf("an empty frontier gives %v, want ErrDrained", err)
	}
	added, err := s.Enqueue(t.Context(), start,
		link("d", "x", 1, 0), link("c", "x", 0, 2), link("b", "y", 0, 1), link("a", "x", 0, 1), link("a", "x", 9, 9))
	if err != nil || added != 4 {
		t.Fatalf("added %d, %v, want 4", added, err)
	}
	if keys, err := leases(t, s, start, "x", "y"); len(keys) != 0 || !errors.Is(err, store.ErrIdle) {
		t.Errorf("all hosts busy: %v, %v, want ErrIdle", keys, err)
	}
	if keys, _ := leases(t, s, start, "x"); !cmp.Equal(keys, []string{"b"}) {
		t.Errorf("host x busy: %v", keys)
	}
	keys, err := leases(t, s, start)
	if !cmp.Equal(keys, []string{"a", "c", "d"}) || !errors.Is(err, store.ErrIdle) {
		t.Errorf("by priority, depth, insertion: %v, %v", keys, err)
	}
}

func testOutcomes(t *testing.T, s store.Store) {
	if _, err := s.Enqueue(t.Context(), start, link("a", "x", 0, 0)); err != nil {
		t.Fatal(err)
	}
	end := func(o store.Outcome, at time.Time, links ...store.Link) store.Task {
		task, err := s.Lease(t.Context(), at, at.Add(time.Minute), nil)
		if err != nil {
			t.Fatal(err)
		}
		v := store.Visit{Task: task, Outcome: o, Links: links}
		commit(t, s, v, v)
		return task
	}
	later := start.Add(time.Hour)
	first := end(store.Outcome{State: store.Queued, Reason: "máy chủ bận", DueAt: later}, start)
	if diff := cmp.Diff(link("a", "x", 0, 0), first.Link); diff != "" || first.Attempts != 0 {
		t.Errorf("leased task, attempts %d (-want +got):\n%s", first.Attempts, diff)
	}
	if keys, err := leases(t, s, start); len(keys) != 0 || !errors.Is(err, store.ErrIdle) {
		t.Errorf("a task due later: %v, %v, want ErrIdle", keys, err)
	}
	second := end(store.Outcome{State: store.Failed, Reason: "404"}, later, link("b", "x", 0, 1))
	if second.Attempts != 1 {
		t.Errorf("attempts after one visit committed twice: %d", second.Attempts)
	}
	failures, err := s.Failures(t.Context(), 10)
	if err != nil || len(failures) != 1 || failures[0].Key != "a" || failures[0].Reason != "404" || failures[0].Attempts != 2 {
		t.Errorf("failures: %+v, %v", failures, err)
	}
	end(store.Outcome{State: store.Done}, later)
	if _, err := leases(t, s, later); !errors.Is(err, store.ErrDrained) {
		t.Errorf("only failures remain: %v, want ErrDrained", err)
	}
	if n, err := s.Requeue(t.Context(), later); err != nil || n != 1 {
		t.Errorf("queued again: %d, %v", n, err)
	}
	if third := end(store.Outcome{State: store.Done}, later); third.Attempts != 0 {
		t.Errorf("attempts after Requeue: %d", third.Attempts)
	}
	if n, err := s.Enqueue(t.Context(), later, link("a", "x", 0, 0)); err != nil || n != 0 {
		t.Errorf("a link that was done is new again: %d, %v", n, err)
	}
}

func testDeadLeases(t *testing.T, s store.Store) {
	if _, err := s.Enqueue(t.Context(), start, link("a", "x", 0, 0)); err != nil {
		t.Fatal(err)
	}
	if keys, _ := leases(t, s, start); !cmp.Equal(keys, []string{"a"}) {
		t.Fatalf("leased %v", keys)
	}
	if err := s.ReleaseLeases(t.Context()); err != nil {
		t.Fatal(err)
	}
	if keys, _ := leases(t, s, start); !cmp.Equal(keys, []string{"a"}) {
		t.Errorf("after ReleaseLeases: %v", keys)
	}
	if keys, _ := leases(t, s, start.Add(2*time.Minute)); !cmp.Equal(keys, []string{"a"}) {
		t.Errorf("after the lease ran out: %v", keys)
	}
}

// testManyLinks guards against a lease that walks the queue of a busy host: it
// may not take much longer beside a long queue than beside a short one.
func testManyLinks(t *testing.T, s store.Store) {
	const few, many = 10, 30_000
	links := make([]store.Link, many)
	for i := range links {
		links[i] = link(fmt.Sprintf("x%06d", i), "x", 0, 1)
	}
	enqueue := func(links ...store.Link) {
		if _, err := s.Enqueue(t.Context(), start, links...); err != nil {
			t.Fatal(err)
		}
	}
	enqueue(link("y", "y", 5, 9))
	enqueue(links[:few]...)
	short := timeLease(t, s)
	enqueue(links[few:]...)
	long := timeLease(t, s)
	t.Logf("a lease takes %v beside %d links of a busy host, %v beside %d", short, few, long, many)
	if long > 10*short {
		t.Error("it grows with the queue")
	}
}

// timeLease returns the shortest time of a lease of y while x is busy.
func timeLease(t *testing.T, s store.Store) time.Duration {
	best := time.Hour
	for range 50 {
		began := time.Now()
		task, err := s.Lease(t.Context(), start, start.Add(time.Minute), []string{"x"})
		best = min(best, time.Since(began))
		if err != nil || task.Key != "y" {
			t.Fatalf("leased %q, %v", task.Key, err)
		}
		if err := s.ReleaseLeases(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return best
}
