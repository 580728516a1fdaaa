package store

import (
	"context"
	"time"
)

// Frontier is the durable queue of addresses to visit, a queue for each host.
// A crawler leases hosts: while it holds one, no other crawler is given tasks
// of it, so that the host's politeness is kept by one alone. Tasks are not
// marked while they are visited: what a dead crawler had under way is due again
// as soon as its lease of the host has run out.
type Frontier interface {
	// Enqueue adds links whose Key is new, queues those again that were visited
	// in an earlier Round than the link's, and tells how many it queued.
	Enqueue(ctx context.Context, now time.Time, links ...Link) (int, error)
	// LeaseHosts gives l.Owner hosts that nobody holds, that may be asked now
	// and have a due task, none of except: first those that may be asked for
	// longest. No host at all is no error.
	LeaseHosts(ctx context.Context, now time.Time, l Lease, except []string, limit int) ([]string, error)
	// KeepHosts prolongs the leases of all hosts that l.Owner holds, and lists
	// them. A crawler that is alive calls it well before they run out.
	KeepHosts(ctx context.Context, l Lease) ([]string, error)
	// Next lists the best due tasks of a host that l.Owner holds, by priority,
	// depth and age, and prolongs the lease. It changes no task: the same ones
	// come again until their visits are committed. ErrLease: the lease is lost.
	Next(ctx context.Context, now time.Time, l Lease, host string, limit int) ([]Task, error)
	// NextDue is when the next task of a host outside except is due and its host
	// may be asked; zero when that is now. What is due of the hosts that owner holds does not
	// count, it knows that. ErrDrained: there is none.
	NextDue(ctx context.Context, now time.Time, owner string, except []string) (time.Time, error)
	// ReleaseHosts gives hosts back; all that owner holds when none is named.
	ReleaseHosts(ctx context.Context, owner string, hosts ...string) error
	// Recheck queues the visited tasks of hosts again whose time has come, each
	// with the priority that its last visit gave it, and tells how many.
	Recheck(ctx context.Context, now time.Time, hosts []string) (int, error)
	// Requeue makes failed and closed tasks due again and tells how many.
	Requeue(ctx context.Context, now time.Time) (int, error)
	// Failures lists what could not be fetched, newest first.
	Failures(ctx context.Context, limit int) ([]Task, error)
}

// Lease is who holds hosts, and until when.
type Lease struct {
	Owner string
	Until time.Time
}

// TaskKind orders the queue: lists lead to everything else.
type TaskKind string

// The kinds of task.
const (
	TaskPage       TaskKind = "page"
	TaskAttachment TaskKind = "attachment"
	TaskList       TaskKind = "list" // a page of a list that a portal's rules name
	TaskSitemap    TaskKind = "sitemap"
	TaskFeed       TaskKind = "feed"
)

// Link is an address found, not yet queued.
type Link struct {
	Key      string // canonical address, one per resource
	URL      string // address to ask for
	Host     string // host:port whose politeness applies
	Seed     string // the seed that opened the scope
	Kind     TaskKind
	Depth    int    // links from the seed
	Priority int    // lower comes first
	Referrer string // Article ID that links to an attachment; else the page's URL
	Text     string // words of the link
	Form     string // body of a POST; empty: GET
	Position string // where in the portal's lists, see discover.Position
	Round    int64  // Run.ID that queued it; 0: visited once for all
}

// Task is a queued link.
type Task struct {
	Link
	Attempts   int // visits that ended before this one, since the last Requeue
	State      TaskState
	Reason     string     // why it failed or waits
	Validators Validators // of its last answer
	Last       Last
}

// Validators are what a server names the state of a resource by (RFC 9110,
// 8.8), as sent: the next request asks whether they still hold.
type Validators struct {
	ETag     string
	Modified string // Last-Modified
}

// Last is what a task keeps of its last visit, to see how often it changes.
type Last struct {
	Answer   string        // digest of what was understood of the answer; "": not read yet
	Every    time.Duration // from that visit to the next
	Priority int           // of the next visit
}

// TaskState is where a task stands.
type TaskState string

// The states of a task.
const (
	Queued  TaskState = "queued"
	Waiting TaskState = "waiting" // queued, due later
	Done    TaskState = "done"
	Failed  TaskState = "failed"
	Closed  TaskState = "closed" // not to be asked for: robots.txt forbids it, or it is more of the same
)

// Outcome is what a visit makes of its task.
type Outcome struct {
	State      TaskState  // Done, Failed, Closed, or Queued to try again
	Reason     string     // for people: what, and what to do
	Fault      Fault      // "" when nothing went wrong
	DueAt      time.Time  // for Queued; for Done and Failed when Recheck queues it, zero: never
	Validators Validators // for Done
	Last       Last       // for Done and Failed with DueAt
}
