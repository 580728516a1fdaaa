package store

import (
	"context"
	"time"
)

// Holding is what is held of one portal. Lists and pages that are no articles
// do not count.
type Holding struct {
	Portal   string      `json:"portal"`
	Articles int         `json:"articles"`
	Dated    int         `json:"dated"` // with a posted day
	Years    []YearCount `json:"years"` // by posted day, oldest first; years without an article are absent
	First    time.Time   `json:"first,omitzero"`
	Last     time.Time   `json:"last,omitzero"` // of the captures
	Files    int         `json:"files"`         // that articles link
	Read     int         `json:"read"`          // of them, with text
}

// YearCount is how many articles were posted in a year.
type YearCount struct {
	Year     int `json:"year"`
	Articles int `json:"articles"`
}

// Holder tells what is held.
type Holder interface {
	// Holdings lists the portals by id.
	Holdings(ctx context.Context) ([]Holding, error)
}
