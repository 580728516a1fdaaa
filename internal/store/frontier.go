package store

import (
	"context"
	"time"
)

// Frontier is the durable queue of addresses to visit. A task is handed out
// under a lease; a lease that a dead process left behind is taken back.
type Frontier interface {
	// Enqueue adds links whose Key is new, queues those again that were visited
	// in an earlier Round than the link's, and tells how many it queued.
	Enqueue(ctx context.Context, now time.Time, links ...Link) (int, error)
	// Lease hands out the best due task of a host that is not in busy.
	// ErrIdle: tasks remain, none is due. ErrDrained: nothing remains.
	Lease(ctx context.Context, now, until time.Time, busy []string) (Task, error)
	// ReleaseLeases makes every leased task due again; for the start of a run.
	ReleaseLeases(ctx context.Context) error
	// Requeue makes failed tasks due again and tells how many.
	Requeue(ctx context.Context, now time.Time) (int, error)
	// Failures lists what could not be fetched, newest first.
	Failures(ctx context.Context, limit int) ([]Task, error)
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
	Attempts int // visits that ended before this one, since the last Requeue
	State    TaskState
	Reason   string // why it failed or waits
}

// TaskState is where a task stands.
type TaskState string

// The states of a task.
const (
	Queued TaskState = "queued"
	Leased TaskState = "leased"
	Done   TaskState = "done"
	Failed TaskState = "failed"
)

// Outcome is what a visit makes of its task.
type Outcome struct {
	State  TaskState // Done, Failed, or Queued to try again
	Reason string    // for people: what, and what to do
	Fault  Fault     // "" when nothing went wrong
	DueAt  time.Time // for Queued
}
