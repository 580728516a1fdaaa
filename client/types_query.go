// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

// Chip: one thing that was understood of the typed text, for people to see and to switch off. What is off was read as plain words.
type Chip struct {
	// One of: type; number; symbol; year (Or the day); place; filter (Or an exclusion).
	Kind string `json:"kind"`
	// Vietnamese: "loại: Kế hoạch".
	Label string `json:"label"`
	// KH.
	Value string `json:"value"`
	Off   bool   `json:"off"`
	// The same question with this chip the other way round, as the parameters q and off. A filter is taken out of q.
	Without string `json:"without"`
}

// Note: tells that a part of a typed text was read as plain words, or left out, and why.
type Note struct {
	// As typed; empty when it is no single part.
	Part string `json:"part"`
	// A sentence for people, in Vietnamese.
	Text string `json:"text"`
}
