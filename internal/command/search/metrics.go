package search

import (
	"context"
	"log/slog"
	"net"
	"net/http"

	"tracuu/internal/health"
	"tracuu/internal/metrics"
	"tracuu/internal/server"
)

// serveMetrics answers on a listener that has nothing but the measures.
func serveMetrics(ctx context.Context, l net.Listener, m *metrics.Metrics, log *slog.Logger) error {
	mux := http.NewServeMux()
	mux.Handle("GET "+metricsPath, m.Handler())
	return server.Server{Handler: mux, Log: log, Grace: stopTime}.Serve(ctx, l)
}

// state reads what the data folder holds, for /metrics.
func (h *house) state(ctx context.Context) (metrics.State, error) {
	stats, err := h.store.Stats(ctx)
	if err != nil {
		return metrics.State{}, err
	}
	at, err := h.index.Sequence(ctx)
	if err != nil {
		return metrics.State{}, err
	}
	records, err := h.index.Records()
	if err != nil {
		return metrics.State{}, err
	}
	runs, err := h.store.Runs(ctx, health.LookBack)
	if err != nil {
		return metrics.State{}, err
	}
	return metrics.State{Store: stats, Index: at, Records: records, Portals: health.Judge(runs)}, nil
}
