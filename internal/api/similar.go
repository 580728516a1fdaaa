package api

import (
	"context"

	"tracuu/internal/search"
)

// Similar is what is like an article or a document.
type Similar struct {
	ID   string       `json:"id"`
	Hits []search.Hit `json:"hits"` // of the same topic first; copies are left out
}

// similar adds GET /articles/{id}/similar and /documents/{id}/similar.
func (r *resources) similar() {
	const about = "What is about the same, by title and by the rarest words of the text; the thing itself and its copies are left out."
	limit := []search.Parameter{limitParameter(search.DefaultSimilar, search.MaxSimilar, "hits")}
	read(r, operation{
		id: "article-similar", path: v1 + "/articles/{id}/similar", tag: "articles", single: true,
		summary: "What is like an article", description: about, parameters: limit,
		example: v1 + "/articles/" + exampleArticle + "/similar",
	}, func(ctx context.Context, in *articleID) (Similar, error) { return r.like(ctx, in.ID) })
	read(r, operation{
		id: "document-similar", path: v1 + "/documents/{id}/similar", tag: "documents", single: true,
		summary: "What is like a document", description: about, parameters: limit,
		example: v1 + "/documents/52_kh-ubnd.2022.ubnd-huyen-phuoc-dien/similar",
	}, func(ctx context.Context, in *documentID) (Similar, error) { return r.like(ctx, in.ID) })
}

func (r *resources) like(ctx context.Context, id string) (Similar, error) {
	limit, err := search.ParseLimit(asked(ctx), search.MaxSimilar)
	if err != nil {
		return Similar{}, err
	}
	hits, err := r.service.Similar(ctx, id, limit)
	return Similar{id, hits}, err
}
