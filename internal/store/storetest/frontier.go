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

const me = "crawler-1"

// lease takes the best due task of any host, or fails the test.
func lease(t *testing.T, s store.Store, now time.Time) store.Task {
	t.Helper()
	for _, host := range leaseHosts(t, s, now, me) {
		if tasks := next(t, s, now, host); len(tasks) > 0 {
			release(t, s, me)
			return tasks[0]
		}
	}
	t.Fatal("no task is due")
	return store.Task{}
}

func leaseHosts(t *testing.T, s store.Store, now time.Time, owner string, except ...string) []string {
	t.Helper()
	hosts, err := s.LeaseHosts(t.Context(), now, store.Lease{Owner: owner, Until: now.Add(time.Minute)}, except, 100)
	if err != nil {
		t.Fatal(err)
	}
	return hosts
}

func next(t *testing.T, s store.Store, now time.Time, host string) []store.Task {
	t.Helper()
	tasks, err := s.Next(t.Context(), now, store.Lease{Owner: me, Until: now.Add(time.Minute)}, host, 100)
	if err != nil {
		t.Fatal(err)
	}
	return tasks
}

func release(t *testing.T, s store.Store, owner string, hosts ...string) {
	t.Helper()
	if err := s.ReleaseHosts(t.Context(), owner, hosts...); err != nil {
		t.Fatal(err)
	}
}

func testFrontier(t *testing.T, open Open) {
	t.Run("order and hosts", func(t *testing.T) { testOrder(t, open(t)) })
	t.Run("outcomes", func(t *testing.T) { testOutcomes(t, open(t)) })
	t.Run("visited again", func(t *testing.T) { testRecheck(t, open(t)) })
	t.Run("hosts have one owner", func(t *testing.T) { testOwners(t, open(t)) })
	t.Run("a host's time", func(t *testing.T) { testHostDue(t, open(t)) })
	t.Run("many links", func(t *testing.T) { testManyLinks(t, open(t)) })
}

func testOrder(t *testing.T, s store.Store) {
	if _, err := s.NextDue(t.Context(), start, me, nil); !errors.Is(err, store.ErrDrained) {
		t.Fatalf("an empty frontier gives %v, want ErrDrained", err)
	}
	added, err := s.Enqueue(t.Context(), start,
		link("d", "x", 1, 0), link("c", "x", 0, 2), link("b", "y", 0, 1), link("a", "x", 0, 1), link("a", "x", 9, 9))
	if err != nil || added != 4 {
		t.Fatalf("added %d, %v, want 4", added, err)
	}
	if hosts := leaseHosts(t, s, start, me, "x"); !cmp.Equal(hosts, []string{"y"}) {
		t.Errorf("without x: %v", hosts)
	}
	if hosts := leaseHosts(t, s, start, me); !cmp.Equal(hosts, []string{"x"}) {
		t.Errorf("the other host: %v", hosts)
	}
	for range 2 { // looking changes nothing
		var keys []string
		for _, task := range next(t, s, start, "x") {
			keys = append(keys, task.Key)
		}
		if !cmp.Equal(keys, []string{"a", "c", "d"}) {
			t.Errorf("by priority, depth, age: %v", keys)
		}
	}
	if due, err := s.NextDue(t.Context(), start, "crawler-2", []string{"y"}); err != nil || !due.IsZero() {
		t.Errorf("tasks of x are due at %v, %v", due, err)
	}
	if _, err := s.NextDue(t.Context(), start, me, nil); !errors.Is(err, store.ErrDrained) {
		t.Errorf("all hosts are held: %v, want ErrDrained", err)
	}
}

func testOutcomes(t *testing.T, s store.Store) {
	if _, err := s.Enqueue(t.Context(), start, link("a", "x", 0, 0)); err != nil {
		t.Fatal(err)
	}
	end := func(o store.Outcome, at time.Time, links ...store.Link) store.Task {
		t.Helper()
		task := lease(t, s, at)
		v := store.Visit{Task: task, Outcome: o, Links: links}
		commit(t, s, v, v)
		return task
	}
	later := start.Add(time.Hour)
	first := end(store.Outcome{State: store.Queued, Reason: "máy chủ bận", DueAt: later}, start)
	if diff := cmp.Diff(link("a", "x", 0, 0), first.Link); diff != "" || first.Attempts != 0 {
		t.Errorf("leased task, attempts %d (-want +got):\n%s", first.Attempts, diff)
	}
	if hosts := leaseHosts(t, s, start, me); len(hosts) > 0 {
		t.Errorf("a task due later: %v", hosts)
	}
	if due, err := s.NextDue(t.Context(), start, me, nil); err != nil || !due.Equal(later) {
		t.Errorf("due at %v, %v, want %v", due, err, later)
	}
	second := end(store.Outcome{State: store.Failed, Reason: "404"}, later, link("b", "x", 0, 1))
	if second.Attempts != 1 {
		t.Errorf("attempts after one visit committed twice: %d", second.Attempts)
	}
	failures, err := s.Failures(t.Context(), 10)
	if err != nil || len(failures) != 1 || failures[0].Key != "a" || failures[0].Reason != "404" || failures[0].Attempts != 2 {
		t.Errorf("failures: %+v, %v", failures, err)
	}
	end(store.Outcome{State: store.Closed, Reason: "robots.txt"}, later)
	if _, err := s.NextDue(t.Context(), later, me, nil); !errors.Is(err, store.ErrDrained) {
		t.Errorf("only failures remain: %v, want ErrDrained", err)
	}
	if st, err := s.Stats(t.Context()); err != nil || st.Failed != 1 || st.Closed != 1 || st.Queued != 0 {
		t.Errorf("%+v, %v", st, err)
	}
	if n, err := s.Requeue(t.Context(), later); err != nil || n != 2 {
		t.Errorf("queued again: %d, %v", n, err)
	}
	held := store.Validators{ETag: `"1"`, Modified: "Fri, 18 Mar 2022 01:00:00 GMT"}
	if third := end(store.Outcome{State: store.Done, Validators: held}, later); third.Attempts != 0 {
		t.Errorf("attempts after Requeue: %d", third.Attempts)
	}
	if n, err := s.Enqueue(t.Context(), later, link("a", "x", 0, 0)); err != nil || n != 0 {
		t.Errorf("a link that was done is new again: %d, %v", n, err)
	}
	again := link("a", "x", 0, 0)
	again.Round = 1
	if n, err := s.Enqueue(t.Context(), later, again); err != nil || n != 1 {
		t.Errorf("a link of a later round: %d, %v", n, err)
	}
	if got := lease(t, s, later); got.Validators != held {
		t.Errorf("validators of the last answer: %+v", got.Validators)
	}
}

func testRecheck(t *testing.T, s store.Store) {
	if _, err := s.Enqueue(t.Context(), start, link("a", "x", 2, 1), link("b", "x", 2, 2), link("c", "x", 3, 3), link("d", "y", 2, 1)); err != nil {
		t.Fatal(err)
	}
	last := store.Last{Answer: "f00", Every: time.Hour, Priority: 7}
	soon, late := start.Add(time.Hour), start.Add(2*time.Hour)
	for key, o := range map[string]store.Outcome{
		"a": {State: store.Done, DueAt: soon, Last: last},
		"b": {State: store.Failed, Reason: "404", DueAt: late, Last: last},
		"c": {State: store.Done}, // once for all
	} {
		for _, task := range next(t, s, start, leaseHost(t, s, "x")) {
			if task.Key == key {
				commit(t, s, store.Visit{Task: task, Outcome: o})
			}
		}
		release(t, s, me)
	}
	recheck := func(at time.Time, want int, hosts ...string) {
		t.Helper()
		if n, err := s.Recheck(t.Context(), at, hosts); err != nil || n != want {
			t.Errorf("queued again at %v: %d, %v, want %d", at.Sub(start), n, err, want)
		}
	}
	recheck(soon.Add(-1), 0, "x", "y")
	recheck(late, 0, "y", "z")
	recheck(soon, 1, "x")
	recheck(soon, 0, "x") // it is queued already
	tasks := next(t, s, soon, leaseHost(t, s, "x"))
	if len(tasks) != 1 || tasks[0].Key != "a" || tasks[0].Last != last || tasks[0].Priority != 7 || tasks[0].Attempts != 0 {
		t.Fatalf("queued again: %+v", tasks)
	}
	recheck(late, 1, "x")
	if failed, err := s.Failures(t.Context(), 9); err != nil || len(failed) > 0 {
		t.Errorf("a failure that is due again: %v, %v", failed, err)
	}
}

// leaseHost leases one host alone.
func leaseHost(t *testing.T, s store.Store, host string) string {
	t.Helper()
	release(t, s, me)
	leaseHosts(t, s, start, me)
	return host
}

func testOwners(t *testing.T, s store.Store) {
	if _, err := s.Enqueue(t.Context(), start, link("a", "x", 0, 0), link("b", "y", 0, 0)); err != nil {
		t.Fatal(err)
	}
	if hosts := leaseHosts(t, s, start, me, "y"); !cmp.Equal(hosts, []string{"x"}) {
		t.Fatalf("leased %v", hosts)
	}
	if hosts := leaseHosts(t, s, start, "crawler-2"); !cmp.Equal(hosts, []string{"y"}) {
		t.Errorf("the second crawler holds %v", hosts)
	}
	kept, err := s.KeepHosts(t.Context(), store.Lease{Owner: me, Until: start.Add(time.Minute)})
	if err != nil || !cmp.Equal(kept, []string{"x"}) {
		t.Errorf("kept %v, %v", kept, err)
	}
	soon, late := start.Add(59*time.Second), start.Add(2*time.Minute)
	if tasks := next(t, s, soon, "x"); len(tasks) != 1 { // prolongs the lease
		t.Errorf("tasks of x: %v", tasks)
	}
	if hosts := leaseHosts(t, s, start.Add(61*time.Second), "crawler-2"); !cmp.Equal(hosts, []string{"y"}) {
		t.Errorf("of two leases, one prolonged, ran out: %v", hosts)
	}
	if hosts := leaseHosts(t, s, late, "crawler-2", "y"); !cmp.Equal(hosts, []string{"x"}) {
		t.Errorf("after the lease of x ran out: %v", hosts)
	}
	_, err = s.Next(t.Context(), late, store.Lease{Owner: me, Until: late}, "x", 1)
	if !errors.Is(err, store.ErrLease) {
		t.Errorf("tasks of a host that another holds: %v", err)
	}
	release(t, s, me, "x") // not its own any more
	if hosts := leaseHosts(t, s, late, me); len(hosts) > 0 {
		t.Errorf("a crawler gave back what another holds: %v", hosts)
	}
	release(t, s, "crawler-2")
	if hosts := leaseHosts(t, s, late, me); len(hosts) != 2 {
		t.Errorf("after ReleaseHosts: %v", hosts)
	}
}

func testHostDue(t *testing.T, s store.Store) {
	if _, err := s.Enqueue(t.Context(), start, link("a", "x", 0, 0), link("b", "x", 0, 1)); err != nil {
		t.Fatal(err)
	}
	task := lease(t, s, start)
	later := start.Add(time.Minute)
	commit(t, s, store.Visit{Task: task, Outcome: store.Outcome{State: store.Done}, HostDue: later})
	if hosts := leaseHosts(t, s, start.Add(59*time.Second), me); len(hosts) > 0 {
		t.Errorf("leased before its time: %v", hosts)
	}
	if due, err := s.NextDue(t.Context(), start, me, nil); err != nil || !due.Equal(later) {
		t.Errorf("due at %v, %v, want the host's time", due, err)
	}
	if hosts := leaseHosts(t, s, later, me); len(hosts) != 1 {
		t.Errorf("at its time: %v", hosts)
	}
}

// testManyLinks guards against looks that walk the queue of a busy host: they
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
	short := timeLook(t, s)
	enqueue(links[few:]...)
	long := timeLook(t, s)
	t.Logf("a look takes %v beside %d links of a busy host, %v beside %d", short, few, long, many)
	if long > 10*short {
		t.Error("it grows with the queue")
	}
}

// timeLook returns the shortest time to lease both hosts and see their heads.
func timeLook(t *testing.T, s store.Store) time.Duration {
	best := time.Hour
	for range 50 {
		began := time.Now()
		hosts := leaseHosts(t, s, start, me)
		tasks, err := s.Next(t.Context(), start, store.Lease{Owner: me, Until: start.Add(time.Minute)}, "x", 1)
		best = min(best, time.Since(began))
		if err != nil || len(tasks) != 1 || len(hosts) != 2 {
			t.Fatalf("leased %v, %v, %v", hosts, tasks, err)
		}
		release(t, s, me)
	}
	return best
}
