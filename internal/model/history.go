package model

import "time"

// Revision is what one capture of a page changed in its text.
type Revision struct {
	CaptureID string    `json:"capture_id"`          // that shows the new text
	BeforeID  string    `json:"before_id,omitempty"` // newest capture of the text before
	Time      time.Time `json:"time"`                // of the new capture, UTC
	Title     string    `json:"title"`               // before
	Removed   []string  `json:"removed"`             // lines, in reading order
	Added     []string  `json:"added"`
}

// Presence tells when a page was there. A page is gone when its server has said
// so (404, 410) on different days and never shown it in between; errors and
// silence say nothing. The text of a page that is gone stays.
type Presence struct {
	LastObserved time.Time `json:"last_observed"` // UTC
	MissingSince time.Time `json:"missing_since"` // zero: it is there as far as is known
	Gone         bool      `json:"gone"`
}

// GoneDays is on how many different days a page must be missing to be gone.
const GoneDays = 2
