package api

import (
	"context"

	"tracuu/internal/search"
)

// documentID names a document in an address.
type documentID struct {
	ID string `path:"id" doc:"Id of the document, as answers give it." example:"52_kh-ubnd.2022.ubnd-huyen-phuoc-dien"`
}

// DocumentRelations is what a document does to others and others to it.
type DocumentRelations struct {
	ID        string           `json:"id"`
	Relations []search.Related `json:"relations"`
	Standing  []search.Related `json:"standing"` // those that change what the document says, or end it
}

// DocumentMentions is where a document is named.
type DocumentMentions struct {
	ID     string         `json:"id"`
	Places []search.Place `json:"places"` // announcing ones first, the first 50
	Total  int            `json:"total"`
}

// documents adds GET /documents/{id} and its parts.
func (r *resources) documents() {
	const path, example = v1 + "/documents/{id}", v1 + "/documents/52_kh-ubnd.2022.ubnd-huyen-phuoc-dien"
	read(r, operation{
		id: "document", path: path, tag: "documents", single: true, summary: "One document",
		description: "All that is known of a document: its formal citation, where it is announced and cited, relations both ways, targets and assignments.",
		example:     example,
	}, func(ctx context.Context, in *documentID) (search.DocumentView, error) {
		return r.service.Document(ctx, in.ID)
	})
	read(r, operation{
		id: "document-relations", path: path + "/relations", tag: "documents", single: true,
		summary:     "Relations of a document",
		description: "What the document carries out, is based on, amends, replaces or repeals, and what does so to it, each with its sentence.",
		example:     example + "/relations",
	}, func(ctx context.Context, in *documentID) (DocumentRelations, error) {
		d, err := r.service.Document(ctx, in.ID)
		return DocumentRelations{d.ID, d.Relations, d.Standing}, err
	})
	read(r, operation{
		id: "document-mentions", path: path + "/mentions", tag: "documents", single: true,
		summary:     "Where a document is named",
		description: "The places in articles that announce or cite the document, each with its sentence.",
		example:     example + "/mentions",
	}, func(ctx context.Context, in *documentID) (DocumentMentions, error) {
		d, err := r.service.Document(ctx, in.ID)
		return DocumentMentions{d.ID, d.Places, d.Total}, err
	})
}
