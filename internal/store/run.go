package store

import (
	"context"
	"time"
)

// Run is one crawl over a portal, from its start until nothing of it was left
// in the queue. A crawl that was stopped or killed goes on in the same run.
type Run struct {
	ID      int64     `json:"id"`
	Portal  string    `json:"portal"` // Link.Seed: a portal's id, or an address
	Started time.Time `json:"started"`
	Ended   time.Time `json:"ended,omitzero"`
	Success time.Time `json:"last_success,omitzero"` // the last page that was read

	Pages      int `json:"pages"`
	Articles   int `json:"articles"` // of kind article or document, as the next four
	WithTitle  int `json:"with_title"`
	WithDate   int `json:"with_date"`
	WithBody   int `json:"with_body"`
	WithNumber int `json:"with_number"` // that name a document

	Faults []FaultCount `json:"errors"`
}

// FaultCount is how often one kind of fault was met in a run.
type FaultCount struct {
	Kind  Fault  `json:"kind"`
	Count int    `json:"count"`
	Last  string `json:"last"` // address and reason of the newest
}

// Fault is why a visit failed or had to wait, by kind.
type Fault string

// The kinds of fault.
const (
	FaultSilent    Fault = "no_answer" // time-out, connection, name, certificate
	FaultGone      Fault = "not_found"
	FaultForbidden Fault = "forbidden"
	FaultBusy      Fault = "busy"         // 429, 503
	FaultServer    Fault = "server_error" // other 5xx
	FaultStatus    Fault = "status"       // other statuses
	FaultRobots    Fault = "robots"
	FaultCut       Fault = "cut_off"
	FaultContent   Fault = "content"    // could not be read
	FaultTemplate  Fault = "empty_list" // a list without entries: its template changed
	FaultOther     Fault = "other"
)

// Runs is the record of how crawls went.
type Runs interface {
	// BeginRun starts a run over a portal, or goes on with the one that has not
	// ended.
	BeginRun(ctx context.Context, portal string, now time.Time) (Run, error)
	// EndRun marks a run as done.
	EndRun(ctx context.Context, id int64, now time.Time) error
	// Runs lists the newest runs of every portal, at most limit of each, by
	// portal and then newest first.
	Runs(ctx context.Context, limit int) ([]Run, error)
}
