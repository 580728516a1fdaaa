// Package health judges how the portals that are collected are doing, from the
// record of their runs: when something was read last, what share of the
// articles had a title, a day, a body and a document's number, and whether such
// a share has fallen, as it does when a portal changes its template.
//
// It is pure: runs in, judgements out.
package health

import (
	"fmt"
	"math"
	"time"

	"tracuu/internal/store"
)

// Portal is how one portal is doing.
type Portal struct {
	Portal  string    `json:"portal"`
	Success time.Time `json:"last_success,omitzero"` // of any run
	Run     store.Run `json:"last_run"`
	Runs    int       `json:"runs"` // that were looked at
	Shares  []Share   `json:"shares"`
	Alarms  []string  `json:"alarms"` // for people; empty: nothing is wrong
}

// Share is the part of the articles of a run in which a field was found.
type Share struct {
	Field  string   `json:"field"`  // title, date, body, number
	Now    *float64 `json:"now"`    // 0 to 1, of the newest runs that read ten articles together; nil: they read none
	Before *float64 `json:"before"` // of the runs before it together; nil: there are none
	Fallen bool     `json:"fallen"` // further than chance explains
	Name   string   `json:"name"`   // in Vietnamese
	now    counted  // behind Now
	before counted  // behind Before
}

// counted is how many of all have something.
type counted struct{ have, all int }

// LookBack is how many runs of a portal tell how it was doing: the last one and
// those that it is compared with.
const LookBack = 24

const (
	// fewest articles on either side that a judgement may rest on.
	fewest = 10
	// least is the smallest fall that anyone is told of.
	least = 0.1
	// chance is how many standard errors the fall must exceed: 3 are met by
	// chance once in 700 comparisons.
	chance = 3
)

// Judge looks at runs that are ordered by portal and then newest first, as
// store.Runs lists them.
func Judge(runs []store.Run) []Portal {
	portals := []Portal{}
	for begin := 0; begin < len(runs); {
		end := begin
		for end < len(runs) && runs[end].Portal == runs[begin].Portal {
			end++
		}
		portals = append(portals, judge(runs[begin:end]))
		begin = end
	}
	return portals
}

func judge(runs []store.Run) Portal {
	p := Portal{Portal: runs[0].Portal, Run: runs[0], Runs: len(runs), Alarms: []string{}}
	for _, r := range runs {
		if r.Success.After(p.Success) {
			p.Success = r.Success
		}
	}
	// Runs that follow a portal read a few new articles each: the newest together
	// tell what one of them cannot.
	last, n := runs[0], 1
	for ; n < len(runs) && last.Articles < fewest; n++ {
		last = together(last, runs[n])
	}
	p.Shares = shares(last, runs[n:])
	for _, s := range p.Shares {
		if s.Fallen {
			p.Alarms = append(p.Alarms, fmt.Sprintf("%s chỉ còn tìm thấy ở %.0f %% số bài, trước đây %.0f %%: mẫu trang có thể đã đổi",
				s.Name, 100**s.Now, 100**s.Before))
		}
	}
	for _, f := range runs[0].Faults {
		if f.Kind == store.FaultTemplate {
			p.Alarms = append(p.Alarms, f.Last)
		}
	}
	return p
}

// together counts the articles of two runs.
func together(a, b store.Run) store.Run {
	a.Articles += b.Articles
	a.WithTitle += b.WithTitle
	a.WithDate += b.WithDate
	a.WithBody += b.WithBody
	a.WithNumber += b.WithNumber
	return a
}

func shares(last store.Run, before []store.Run) []Share {
	fields := []struct {
		field, name string
		of          func(store.Run) int
	}{
		{"title", "tiêu đề", func(r store.Run) int { return r.WithTitle }},
		{"date", "ngày đăng", func(r store.Run) int { return r.WithDate }},
		{"body", "nội dung", func(r store.Run) int { return r.WithBody }},
		{"number", "số, ký hiệu", func(r store.Run) int { return r.WithNumber }},
	}
	var all []Share
	for _, f := range fields {
		s := Share{Field: f.field, Name: f.name, now: counted{f.of(last), last.Articles}}
		for _, r := range before {
			s.before.have += f.of(r)
			s.before.all += r.Articles
		}
		s.Now, s.Before = s.now.share(), s.before.share()
		s.Fallen = fallen(s.now, s.before)
		all = append(all, s)
	}
	return all
}

func (c counted) share() *float64 {
	if c.all == 0 {
		return nil
	}
	s := float64(c.have) / float64(c.all)
	return &s
}

// fallen compares two shares by the test of two proportions with a common
// variance.
func fallen(now, before counted) bool {
	if now.all < fewest || before.all < fewest {
		return false
	}
	a, b := *now.share(), *before.share()
	common := float64(now.have+before.have) / float64(now.all+before.all)
	deviation := math.Sqrt(common * (1 - common) * (1/float64(now.all) + 1/float64(before.all)))
	return b-a >= least && b-a > chance*deviation
}
