// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

// Part: a piece of a label.
type Part struct {
	Text string `json:"text"`
	// It was typed.
	Match bool `json:"match"`
}
