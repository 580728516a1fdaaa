package api

import (
	"context"

	"tracuu/internal/search"
)

// coverage adds GET /coverage: what is held, portal by portal.
func (r *resources) coverage() {
	read(r, operation{
		id: "coverage", path: v1 + "/coverage", tag: "service", summary: "What the store holds",
		description: "How much is held of each portal, since when, with what gaps, and how its collection is doing: what an answer, and the lack of one, can rest on.",
		example:     v1 + "/coverage",
	}, func(ctx context.Context, _ *struct{}) (search.Coverage, error) { return r.service.Coverage(ctx) })
}
