// Package metrics counts what the search service does, for Prometheus: requests
// by route, how long questions take, how far the index is behind the store, and
// how the collection goes. docs/OPERATE.md lists every name.
//
// A label has few values: routes are templates, portals are bounded.
package metrics

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"tracuu/internal/server"
)

// Metrics is the measures of one service. It may be shared.
type Metrics struct {
	registry  *prometheus.Registry
	requests  *prometheus.HistogramVec
	bytes     *prometheus.CounterVec
	questions *prometheus.HistogramVec
	failed    *prometheus.CounterVec
}

// New makes measures that know the Go runtime and the process.
func New() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "tracuu_http_request_duration_seconds", Help: "Time to answer a request, waiting in line included.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 20},
		}, []string{"route", "method", "code"}),
		bytes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tracuu_http_response_bytes_total", Help: "Bytes of bodies sent.",
		}, []string{"route"}),
		questions: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "tracuu_question_duration_seconds", Help: "Time the service takes for a question, by kind: lookup, search, suggest.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5},
		}, []string{"kind"}),
		failed: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tracuu_questions_failed_total", Help: "Questions that ended in an error, bad questions among them.",
		}, []string{"kind"}),
	}
	m.registry.MustRegister(m.requests, m.bytes, m.questions, m.failed,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Request counts a request that is over.
func (m *Metrics) Request(r server.Request) {
	m.requests.WithLabelValues(r.Route, method(r.Method), strconv.Itoa(r.Status)).Observe(r.Took.Seconds())
	m.bytes.WithLabelValues(r.Route).Add(float64(r.Bytes))
}

// method keeps words that anybody may send out of the labels.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodPost, http.MethodOptions, http.MethodPut, http.MethodDelete:
		return m
	}
	return "other"
}

// Question counts a question of a kind (lookup, search, suggest) that began at start.
func (m *Metrics) Question(kind string, start time.Time, err error) {
	m.questions.WithLabelValues(kind).Observe(time.Since(start).Seconds())
	if err != nil {
		m.failed.WithLabelValues(kind).Inc()
	}
}

// Watch adds the state of the data folder, read at most once in five seconds.
func (m *Metrics) Watch(read func(context.Context) (State, error)) {
	m.registry.MustRegister(&state{read: read, now: time.Now})
}

// Gate adds how many requests work, wait and were refused.
func (m *Metrics) Gate(g *server.Gate) {
	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "tracuu_http_working", Help: "Requests that work now."},
			func() float64 { return float64(g.Working()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "tracuu_http_waiting", Help: "Requests that wait in line now."},
			func() float64 { return float64(g.Waiting()) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "tracuu_http_refused_total", Help: "Requests told to come again, as the line was full or too slow."},
			func() float64 { return float64(g.Refused()) }))
}

// Handler answers with all measures in the format that the scraper asks for.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError})
}
