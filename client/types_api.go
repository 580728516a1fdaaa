// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

// ArticleCaptures: the captures of a page.
type ArticleCaptures struct {
	ID string `json:"id"`
	// The bytes of one response at one time and where they are kept.
	Captures []Capture `json:"captures"`
}

// CheckRequest: a text to check.
type CheckRequest struct {
	// At most 100 KB of UTF-8.
	Text string `json:"text"`
}

// DocumentMentions: where a document is named.
type DocumentMentions struct {
	ID string `json:"id"`
	// Announcing ones first, the first 50.
	Places []Place `json:"places"`
	Total  int64   `json:"total"`
}

// DocumentRelations: what a document does to others and others to it.
type DocumentRelations struct {
	ID string `json:"id"`
	// A relation as one of its documents sees it. Other is null when an article that announces no document is the other end.
	Relations []Related `json:"relations"`
	// Those that change what the document says, or end it.
	Standing []Related `json:"standing"`
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

// Health: says that the process runs.
type Health struct {
	// Always ok.
	Status string `json:"status"`
}

// LookupAnswer: what a number may mean.
type LookupAnswer struct {
	// The words as understood, cleaned.
	Text string `json:"text"`
	// Null when no number was typed.
	Number *Number `json:"number"`
	// What fits the number; near ones when nothing does.
	Lookups []Found `json:"lookups"`
	// Beside those that fit: same number, but type, year or place differ.
	Near []Found `json:"near"`
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

// Similar: what is like an article or a document.
type Similar struct {
	ID string `json:"id"`
	// Of the same topic first; copies are left out.
	Hits []Hit `json:"hits"`
}

// Suggestions: suggestions completes what is being typed.
type Suggestions struct {
	// Best first.
	Suggestions []Suggestion `json:"suggestions"`
}
