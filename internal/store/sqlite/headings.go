package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Headings implements store.Headliner. The long columns of articles stand
// behind those that are read here, so that they stay on the disk.
func (s *Store) Headings(ctx context.Context, changes []model.Change) ([]store.Heading, error) {
	ids := map[model.ChangeKind][]string{}
	for _, c := range changes {
		ids[c.Kind] = append(ids[c.Kind], c.ID)
	}
	articles, err := headings(ctx, s, ids[model.ArticleChanged], scanArticleHeading,
		`SELECT id, kind, title, published, place, issuer FROM articles WHERE id IN (SELECT value FROM json_each(?))`)
	if err != nil {
		return nil, fmt.Errorf("headings of articles: %w", err)
	}
	documents, err := headings(ctx, s, ids[model.DocumentChanged], scanDocumentHeading,
		"SELECT "+documentColumns+`, (SELECT COUNT(*) FROM (SELECT 1 FROM names n JOIN mentions m ON m.name_id = n.id
			WHERE n.document_id = d.id LIMIT ?)) FROM documents d WHERE d.id IN (SELECT value FROM json_each(?))`, store.MaxMentions)
	if err != nil {
		return nil, fmt.Errorf("headings of documents: %w", err)
	}
	return append(articles, documents...), nil
}

// headings runs a query whose last argument is a list of ids.
func headings(ctx context.Context, s *Store, ids []string, scan func(scanner) (store.Heading, error), query string, args ...any) ([]store.Heading, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	among, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return list(ctx, s.read, scan, query, append(args, string(among))...)
}

func scanArticleHeading(r scanner) (store.Heading, error) {
	h := store.Heading{Kind: model.ArticleChanged}
	return h, r.Scan(&h.ID, &h.PageKind, &h.Title, day{&h.Published}, &h.Place, &h.Issuer)
}

func scanDocumentHeading(r scanner) (store.Heading, error) {
	var d model.Document
	h := store.Heading{Kind: model.DocumentChanged}
	err := r.Scan(append(documentFields(&d), &h.Mentions)...)
	h.ID, h.Title, h.Published, h.Issuer = d.ID, d.Title, d.Issued, d.Issuer
	h.Number, h.Year, h.Status = d.Number, d.Year, d.Status
	return h, err
}
