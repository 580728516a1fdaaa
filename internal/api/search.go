package api

import (
	"context"

	"tracuu/internal/search"
)

// search adds GET /search: the questions of the page /tim.
func (r *resources) search() {
	read(r, operation{
		id: "search", path: v1 + "/search", tag: "search", summary: "Search documents and articles",
		description: "Answers a question as the page `/tim` does, with the same parameters. A number is looked up first (`lookups`, `near`); then the words are searched in the full text (`hits`).",
		parameters:  append(search.Parameters(), search.FormatParameter()), example: v1 + "/search?q=kh+52+2022&limit=3",
		file: r.service.SearchTable,
	}, func(ctx context.Context, _ *struct{}) (search.Answer, error) {
		q, err := search.ParseQuestion(asked(ctx))
		if err != nil {
			return search.Answer{}, err
		}
		return r.service.Search(ctx, q)
	})
}
