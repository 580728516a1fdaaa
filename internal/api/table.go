package api

import (
	"context"
	"net/url"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"tracuu/internal/export"
	"tracuu/internal/search"
)

// tables adds GET /targets, /assignments and /missing.
func (r *resources) tables() {
	readTable(r, operation{
		id: "targets", path: v1 + "/targets", tag: "tables", summary: "Targets",
		description: "Indicators with the values that documents set for them and by when, each with its sentence.",
		parameters:  search.TargetParameters(), example: v1 + "/targets?value=%3E%3D50&limit=2",
	}, search.ParseTargets, r.service.Targets, r.service.TargetsTable)
	readTable(r, operation{
		id: "assignments", path: v1 + "/assignments", tag: "tables", summary: "Assignments",
		description: "Tasks that documents give to agencies, with deadlines, each with its sentence.",
		parameters:  search.AssignmentParameters(), example: v1 + "/assignments?due=2022&limit=2",
	}, search.ParseAssignments, r.service.Assignments, r.service.AssignmentsTable)
	readTable(r, operation{
		id: "missing", path: v1 + "/missing", tag: "tables", summary: "Documents that are cited and not held",
		description: "What other texts name and the store has not met, by how many articles name it. That it is not held is no proof that it does not exist.",
		parameters:  search.MissingParameters(), example: v1 + "/missing?limit=2",
	}, search.ParseMissing, r.service.Missing, r.service.MissingTable)
}

// readTable adds a route for a page of a table, and for all of it as a file.
func readTable[Q, A any](
	r *resources, op operation, parse func(url.Values) (Q, error),
	page func(context.Context, Q) (A, error), whole func(context.Context, Q) (export.Table, error),
) {
	op.file = func(ctx context.Context, v url.Values) (export.Table, error) {
		q, err := parse(v)
		if err != nil {
			return export.Table{}, err
		}
		return whole(ctx, q)
	}
	read(r, op, func(ctx context.Context, _ *struct{}) (A, error) {
		q, err := parse(asked(ctx))
		if err != nil {
			var none A
			return none, err
		}
		return page(ctx, q)
	})
}

// tableOf gives all rows of a question.
type tableOf func(ctx context.Context, v url.Values) (export.Table, error)

// asFile answers with a file when the parameter format asks for one.
func (table tableOf) asFile(ctx huma.Context, next func(huma.Context)) {
	values := asked(ctx.Context())
	format, wanted, err := search.ParseFormat(values)
	if err == nil && !wanted {
		next(ctx)
		return
	}
	c := humagin.Unwrap(ctx)
	if err == nil {
		var rows export.Table
		if rows, err = table(ctx.Context(), values); err == nil {
			err = export.Respond(c.Writer, c.Request, format, rows)
		}
	}
	switch {
	case err == nil:
	case c.Writer.Written():
		_ = c.Error(err) // for the request log; the file was cut off
	default:
		write(c, problemOf(err, "query", values.Get))
	}
}
