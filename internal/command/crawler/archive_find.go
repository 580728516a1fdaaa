package crawler

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"tracuu/internal/crawl"
	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// found is a page with all that is kept of it.
type found struct {
	title    string
	captures []model.Capture // newest first, those of its files behind them
}

// findPage finds the captures of an address, however it is written: those of
// the article at it and of its files, else those of just this address.
func findPage(ctx context.Context, kept *sqlite.Store, address string) (found, error) {
	known, err := loadPortals()
	if err != nil {
		return found{}, err
	}
	at, err := crawl.Addresses{Portals: known}.Parse(address)
	if err != nil {
		return found{}, err
	}
	for _, scheme := range []string{"https://", "http://"} {
		a, err := kept.Article(ctx, model.ArticleID(scheme+at.Key))
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return found{}, err
		}
		return articleCaptures(ctx, kept, a)
	}
	for _, url := range []string{at.URL, address, at.Page} {
		captures, err := kept.AddressCaptures(ctx, url)
		if err != nil {
			return found{}, err
		}
		if len(captures) > 0 {
			return found{title: url, captures: captures}, nil
		}
	}
	return found{}, fmt.Errorf("kho lưu không có bản chụp nào của %s", address)
}

// articleCaptures gathers the captures of an article and of its files.
func articleCaptures(ctx context.Context, kept *sqlite.Store, a *model.Article) (found, error) {
	captures, err := store.Evidence(ctx, kept, a)
	return found{title: cmp.Or(a.Title, a.URL), captures: captures}, err
}

// captureLine is a capture in one line, for people and for programs: time,
// status, media type, digest, place, address, parted by tabs.
func captureLine(c model.Capture) string {
	return fmt.Sprintf("%s\t%d\t%s\tsha256:%s\t%s:%d+%d\t%s",
		c.Time.UTC().Format(time.RFC3339), c.Status, c.MediaType, c.SHA256, c.File, c.Offset, c.Length, c.URL)
}
