package api

import (
	"context"
	"fmt"
	"net/http"

	"tracuu/internal/search"
)

// Health says that the process runs.
type Health struct {
	Status string `json:"status"` // always ok
}

// health adds GET /healthz and /readyz, for whatever watches the service.
func (r *resources) health() {
	read(r, operation{
		id: "health", path: "/healthz", tag: "service", summary: "Whether the process runs",
		description: "Answers as long as the process does.", example: "/healthz",
	}, func(context.Context, *struct{}) (Health, error) { return Health{"ok"}, nil })
	read(r, operation{
		id: "ready", path: "/readyz", tag: "service", summary: "Whether the service can answer",
		description: "The store can be read and the index is in step with it; else status 503, with the number of changes that the index has still to follow.",
		example:     "/readyz",
	}, func(ctx context.Context, _ *struct{}) (search.Readiness, error) {
		ready, err := r.service.Ready(ctx)
		switch {
		case err != nil:
			p := unready("Không đọc được kho hoặc chỉ mục; nhật ký của máy chủ có chi tiết.")
			p.cause = err
			return ready, p
		case !ready.Ready:
			p := unready(fmt.Sprintf("Chỉ mục còn chậm %d thay đổi so với kho.", ready.Lag))
			p.Lag = ready.Lag
			return ready, p
		}
		return ready, nil
	})
}

func unready(detail string) *Problem {
	return &Problem{Status: http.StatusServiceUnavailable, Title: "Chưa sẵn sàng", Detail: detail}
}
