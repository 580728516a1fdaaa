package metrics

import (
	"context"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tracuu/internal/health"
	"tracuu/internal/store"
)

// State is what a data folder holds at a moment.
type State struct {
	Store   store.Stats
	Index   int64  // sequence number of the index
	Records uint64 // in the index
	Portals []health.Portal
}

// Bounds of reading the state: counting a large store takes a moment, and a
// store has as many portals as its operator named.
const (
	stateAge   = 5 * time.Second
	stateTime  = 5 * time.Second
	maxPortals = 500
)

// state is a collector that reads a data folder when it is scraped.
type state struct {
	read func(context.Context) (State, error)
	now  func() time.Time

	mu    sync.Mutex
	last  State
	err   error
	until time.Time
}

// The descriptions of what state collects.
type description struct {
	name, help string
	labels     []string
}

func (d description) desc() *prometheus.Desc {
	return prometheus.NewDesc("tracuu_"+d.name, d.help, d.labels, nil)
}

// Describe implements prometheus.Collector. It sends nothing: what is collected
// depends on the store, and such a collector is unchecked.
func (s *state) Describe(chan<- *prometheus.Desc) {}

// Collect implements prometheus.Collector.
func (s *state) Collect(to chan<- prometheus.Metric) {
	now, err := s.current()
	up := 1.0
	if err != nil {
		up = 0
	}
	gauge(to, description{name: "state_readable", help: "1 when the store and the index could be read."}, up)
	if err != nil {
		return
	}
	collectStore(to, now)
	for _, p := range now.Portals[:min(len(now.Portals), maxPortals)] {
		collectPortal(to, p)
	}
}

// current reads the state, or gives the one read a moment ago.
func (s *state) current() (State, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := s.now(); now.After(s.until) {
		ctx, cancel := context.WithTimeout(context.Background(), stateTime)
		defer cancel()
		s.last, s.err = s.read(ctx)
		s.until = now.Add(stateAge)
	}
	return s.last, s.err
}

func collectStore(to chan<- prometheus.Metric, now State) {
	st := now.Store
	gauge(to, description{name: "store_sequence", help: "Last number of the store's change sequence."}, float64(st.Sequence))
	gauge(to, description{name: "index_sequence", help: "Number of the change sequence that the index has reached."}, float64(now.Index))
	gauge(to, description{name: "index_lag", help: "Changes of the store that the index has not yet."}, float64(max(0, st.Sequence-now.Index)))
	gauge(to, description{name: "index_records", help: "Records in the index: articles and documents."}, float64(now.Records))
	kinds := description{name: "store_records", help: "Records in the store, by kind.", labels: []string{"kind"}}
	for kind, n := range map[string]int{
		"page": st.Pages, "article": st.Articles, "document": st.Documents, "held_document": st.HeldDocs,
		"attachment": st.Attachments, "capture": st.Captures,
	} {
		gauge(to, kinds, float64(n), kind)
	}
	tasks := description{name: "frontier_tasks", help: "Addresses the crawler knows and has not read, by state.", labels: []string{"state"}}
	gauge(to, tasks, float64(st.Queued), "queued")
	gauge(to, tasks, float64(st.Failed), "failed")
	gauge(to, tasks, float64(st.Closed), "closed")
	if !st.LastCapture.IsZero() {
		gauge(to, description{name: "last_capture_timestamp_seconds", help: "When the newest capture was taken."}, seconds(st.LastCapture))
	}
}

func collectPortal(to chan<- prometheus.Metric, p health.Portal) {
	label := []string{"portal"}
	if !p.Success.IsZero() {
		gauge(to, description{"portal_last_success_timestamp_seconds", "When a page of the portal was read last.", label}, seconds(p.Success), p.Portal)
	}
	gauge(to, description{"portal_run_started_timestamp_seconds", "When the portal's last run began.", label}, seconds(p.Run.Started), p.Portal)
	running := 0.0
	if p.Run.Ended.IsZero() {
		running = 1
	}
	gauge(to, description{"portal_run_open", "1 while the portal's last run has not ended.", label}, running, p.Portal)
	gauge(to, description{"portal_run_pages", "Pages read in the portal's last run.", label}, float64(p.Run.Pages), p.Portal)
	gauge(to, description{"portal_run_articles", "Articles read in the portal's last run.", label}, float64(p.Run.Articles), p.Portal)
	gauge(to, description{"portal_alarms", "Signs that the portal's template changed.", label}, float64(len(p.Alarms)), p.Portal)
	for _, f := range p.Run.Faults {
		gauge(to, description{"portal_run_failures", "Failures of the portal's last run, by kind.", []string{"portal", "kind"}},
			float64(f.Count), p.Portal, string(f.Kind))
	}
}

func gauge(to chan<- prometheus.Metric, d description, v float64, labels ...string) {
	to <- prometheus.MustNewConstMetric(d.desc(), prometheus.GaugeValue, v, labels...)
}

func seconds(t time.Time) float64 { return float64(t.UnixNano()) / 1e9 }
