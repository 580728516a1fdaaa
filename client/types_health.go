// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "time"

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
