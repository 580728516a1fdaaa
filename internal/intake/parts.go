package intake

import (
	"context"

	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Store is what an import needs of the store.
type Store interface {
	store.Writer
	ArticleTexts(ctx context.Context, ids []string) ([]*model.Article, error)
}

// Archive keeps what has no exchange of its own.
type Archive interface {
	WriteResource(ctx context.Context, r archive.Resource) (model.Capture, error)
}
