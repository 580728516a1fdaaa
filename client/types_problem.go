// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

// CheckRequest: a text to check.
type CheckRequest struct {
	// At most 100 KB of UTF-8.
	Text string `json:"text"`
}

// Flaw: one part of a request that cannot be used.
type Flaw struct {
	// query.limit, body.text, path.id.
	Location string `json:"location"`
	// Why, in Vietnamese.
	Message string `json:"message"`
	// What was sent, its beginning.
	Value string `json:"value"`
}

// Problem: an error as RFC 9457 tells it.
type Problem struct {
	// Always about:blank: the status says what kind it is.
	Type string `json:"type"`
	// The kind of problem, in Vietnamese.
	Title string `json:"title"`
	// The HTTP status.
	Status int64 `json:"status"`
	// What is wrong and what to do, in Vietnamese.
	Detail string `json:"detail"`
	// The path that was asked.
	Instance string `json:"instance"`
	// What is wrong with single parameters or fields.
	Errors []Flaw `json:"errors"`
	// Changes that the index has still to follow, of /readyz only.
	Lag int64 `json:"lag"`
}
