// Package doctor looks at everything a data folder and its machine need, and says
// in Vietnamese what is wrong and what to do. It changes nothing.
package doctor

import (
	"context"
	"time"
)

// State is how one thing is.
type State string

// The states, from best to worst.
const (
	OK      State = "ok"
	Warning State = "warning" // it works, with less
	Error   State = "error"   // something does not work
)

// Finding is what is said of one thing.
type Finding struct {
	Check  string `json:"check"` // id, for programs
	Name   string `json:"name"`  // for people
	State  State  `json:"state"`
	Detail string `json:"detail"`
	Advice string `json:"advice,omitempty"` // what to do; empty when OK
}

// Patient is what is looked at.
type Patient struct {
	Dir    string // the data folder
	Listen string // where the search service listens, when it runs
	Now    time.Time
}

// Examine looks at everything. A check that cannot go on says so in its finding.
func Examine(ctx context.Context, p Patient) []Finding {
	findings := []Finding{folder(ctx, p)}
	var checks []func(context.Context, Patient) Finding
	if Healthy(findings) { // else there is nothing to look into
		checks = append(checks, disk, database, archived, indexed)
	}
	for _, check := range append(checks, clock, listening, tesseract, chromium) {
		findings = append(findings, check(ctx, p))
	}
	return findings
}

// Healthy tells whether nothing is in error.
func Healthy(findings []Finding) bool {
	for _, f := range findings {
		if f.State == Error {
			return false
		}
	}
	return true
}

// finding begins a finding about a thing that is fine until something is found.
func finding(check, name string) Finding { return Finding{Check: check, Name: name, State: OK} }

// is sets what was found.
func (f Finding) is(state State, detail, advice string) Finding {
	f.State, f.Detail, f.Advice = state, detail, advice
	return f
}

// fine sets the detail of what is well.
func (f Finding) fine(detail string) Finding { return f.is(OK, detail, "") }
