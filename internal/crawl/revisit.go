package crawl

import (
	"strconv"
	"time"

	"github.com/cespare/xxhash/v2"

	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// What was read is asked for again: soon when it changed lately, ever later
// while it stays as it is. Portals bound that, else these spans do.
const day = 24 * time.Hour

func usualSpans() portal.Revisit {
	return portal.Revisit{
		Lists: portal.Span{Least: time.Hour, Most: 7 * day},
		Pages: portal.Span{Least: day, Most: 180 * day},
		Files: portal.Span{Least: 7 * day, Most: 365 * day},
	}
}

// ageShare is the part of an article's age that it is left alone for at first:
// what has stood for a year hardly changes within a month (as RFC 9111, 4.2.2
// guesses freshness).
const ageShare = 10

// schedule decides when the address is asked for again, and how it is queued
// then: what leads to new articles before them, all else behind them. Pages of
// lists that rules name are asked for in every run without it.
func (v *visit) schedule() {
	o := &v.out.Outcome
	if v.task.Kind == store.TaskList || o.State != store.Done && o.State != store.Failed {
		return
	}
	span, now := v.span(), v.Now()
	last := store.Last{Answer: v.answer(), Priority: recheckLast}
	switch before := v.task.Last; {
	case before.Every == 0 && o.State == store.Done:
		last.Every = v.age(now) / ageShare
	case o.State == store.Done && last.Answer != before.Answer:
		last.Every = before.Every / 2
	default: // unchanged, or a failure, which says nothing
		last.Every = 2 * before.Every
	}
	last.Every = span.Bound(last.Every)
	if v.leads() {
		last.Priority = min(v.task.Priority, listFirst)
	}
	o.Last, o.DueAt = last, now.Add(last.Every)
}

// leads tells whether the address leads to new articles.
func (v *visit) leads() bool {
	a := v.out.Article
	return v.grows || v.task.Kind == store.TaskSitemap || v.task.Kind == store.TaskFeed ||
		v.task.Kind == store.TaskPage && (v.task.Referrer == "" || v.task.Priority <= listFirst && v.task.Position == "" || a != nil && a.Kind == model.KindList)
}

// span bounds the time until the next visit.
func (v *visit) span() portal.Span {
	usual, own := usualSpans(), portal.Revisit{}
	if p := v.portal(); p != nil {
		own = p.Revisit
	}
	pick := func(own, usual portal.Span) portal.Span {
		if own == (portal.Span{}) {
			return usual
		}
		return own
	}
	switch {
	case v.task.Kind == store.TaskAttachment:
		return pick(own.Files, usual.Files)
	case v.leads():
		return pick(own.Lists, usual.Lists)
	}
	return pick(own.Pages, usual.Pages)
}

// portal is whose page this is, nil when unknown: that of the seed, else the
// one that the page was recognised as.
func (v *visit) portal() *portal.Portal {
	if p := v.scope.sites[v.task.Seed].portal; p != nil || v.out.Article == nil {
		return p
	}
	if p, known := v.Portals.ByID(v.out.Article.Portal); known {
		return p
	}
	return nil
}

// age is how long an article has been there, 0 when it does not say.
func (v *visit) age(now time.Time) time.Duration {
	if v.out.Article == nil || v.out.Article.Published.IsZero() {
		return 0
	}
	d := v.out.Article.Published
	return max(now.Sub(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)), 0)
}

// noPage is the answer of an address where nothing is.
const noPage = "-"

// readBefore tells whether an earlier visit read something here.
func readBefore(t *store.Task) bool { return t.Last.Answer != "" && t.Last.Answer != noPage }

// answer is the digest of what was understood: of a page its text and files, so
// that counters and advertisements are no change; of anything else its bytes.
// An answer that brought nothing leaves the one before.
func (v *visit) answer() string {
	h := xxhash.New()
	write := func(parts ...string) {
		for _, p := range parts {
			_, _ = h.WriteString(p + "\x00") // it never fails
		}
	}
	switch a, c := v.out.Article, v.out.Capture; {
	case v.out.Outcome.State != store.Done || c == nil || v.out.Outcome.Reason == unchanged:
		return v.task.Last.Answer
	case v.out.Outcome.Reason == absent: // however the server puts it
		return noPage
	case a != nil && v.task.Kind == store.TaskPage:
		write(a.Title, a.Text)
		for i := range a.Attachments {
			write(a.Attachments[i].URL)
		}
	default:
		write(c.SHA256)
	}
	return strconv.FormatUint(h.Sum64(), 16)
}

// recheckHosts lists the hosts of the seeds' sites, as tasks name them.
func (s *scope) recheckHosts(seeds []Seed) []string {
	var all []string
	for _, seed := range seeds {
		for host := range s.sites[seed.Name].hosts {
			all = append(all, host, "www."+host)
		}
		for host := range s.sites[seed.Name].files {
			all = append(all, host, "www."+host)
		}
	}
	return all
}
