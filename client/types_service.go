// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "time"

// Coverage: what the store holds and how its portals are doing: what an answer, and the lack of one, can rest on.
type Coverage struct {
	// The size of the store.
	Stats Stats `json:"stats"`
	// What is held of a portal.
	Portals []PortalCoverage `json:"portals"`
	// Crawls that were started by an address, not by a portal's name.
	Addresses []Portal `json:"addresses"`
}

// FaultCount: how often one kind of fault was met in a run.
type FaultCount struct {
	// One of: no_answer (Time-out, connection, name, certificate); not_found; forbidden; busy (429, 503); server_error (Other 5xx); status (Other statuses); robots; cut_off; content (Could not be read); empty_list (A list without entries: its template changed); other.
	Kind  string `json:"kind"`
	Count int64  `json:"count"`
	// Address and reason of the newest.
	Last string `json:"last"`
}

// Health: says that the process runs.
type Health struct {
	// Always ok.
	Status string `json:"status"`
}

// HealthShare: the part of the articles of a run in which a field was found.
type HealthShare struct {
	// Title, date, body, number.
	Field string `json:"field"`
	// 0 to 1, of the newest runs that read ten articles together; null: they read none.
	Now *float64 `json:"now"`
	// Of the runs before it together; null: there are none.
	Before *float64 `json:"before"`
	// Further than chance explains.
	Fallen bool `json:"fallen"`
	// In Vietnamese.
	Name string `json:"name"`
}

// Portal: how one portal is doing.
type Portal struct {
	Portal string `json:"portal"`
	// Of any run.
	LastSuccess time.Time `json:"last_success"`
	// One crawl over a portal, from its start until nothing of it was left in the queue. A crawl that was stopped or killed goes on in the same run.
	LastRun Run `json:"last_run"`
	// That were looked at.
	Runs int64 `json:"runs"`
	// The part of the articles of a run in which a field was found.
	Shares []HealthShare `json:"shares"`
	// For people; empty: nothing is wrong.
	Alarms []string `json:"alarms"`
}

// PortalCoverage: what is held of a portal.
type PortalCoverage struct {
	Portal   string `json:"portal"`
	Articles int64  `json:"articles"`
	// With a posted day.
	Dated int64 `json:"dated"`
	// By posted day, oldest first; years without an article are absent.
	Years []YearCount `json:"years"`
	First time.Time   `json:"first"`
	// Of the captures.
	Last time.Time `json:"last"`
	// That articles link.
	Files int64 `json:"files"`
	// Of them, with text.
	Read int64  `json:"read"`
	Name string `json:"name"`
	// Years without an article between the first and the last.
	Gaps []int64 `json:"gaps"`
	// Null: its runs are not recorded (imports, registers).
	Health *Portal `json:"health"`
}

// Readiness: tells how far the index is behind the store.
type Readiness struct {
	Ready         bool  `json:"ready"`
	StoreSequence int64 `json:"store_sequence"`
	IndexSequence int64 `json:"index_sequence"`
	Lag           int64 `json:"lag"`
}

// Run: one crawl over a portal, from its start until nothing of it was left in the queue. A crawl that was stopped or killed goes on in the same run.
type Run struct {
	ID int64 `json:"id"`
	// Link.Seed: a portal's id, or an address.
	Portal  string    `json:"portal"`
	Started time.Time `json:"started"`
	Ended   time.Time `json:"ended"`
	// The last page that was read.
	LastSuccess time.Time `json:"last_success"`
	Pages       int64     `json:"pages"`
	// Of kind article or document, as the next four.
	Articles  int64 `json:"articles"`
	WithTitle int64 `json:"with_title"`
	WithDate  int64 `json:"with_date"`
	WithBody  int64 `json:"with_body"`
	// That name a document.
	WithNumber int64 `json:"with_number"`
	// How often one kind of fault was met in a run.
	Errors []FaultCount `json:"errors"`
}

// Stats: the size of the store.
type Stats struct {
	Pages int64 `json:"pages"`
	// Of kind article or document.
	Articles      int64 `json:"articles"`
	Documents     int64 `json:"documents"`
	HeldDocuments int64 `json:"held_documents"`
	Attachments   int64 `json:"attachments"`
	Captures      int64 `json:"captures"`
	Queued        int64 `json:"queued"`
	Failed        int64 `json:"failed"`
	// Not to be asked for, see store.Closed.
	Closed      int64     `json:"closed"`
	LastCapture time.Time `json:"last_capture"`
	Sequence    int64     `json:"sequence"`
}

// YearCount: how many articles were posted in a year.
type YearCount struct {
	Year     int64 `json:"year"`
	Articles int64 `json:"articles"`
}
