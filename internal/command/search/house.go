package search

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"tracuu/data"
	"tracuu/internal/archive"
	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/portal"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// indexFolder is the index inside the data folder; it can be deleted and is
// rebuilt.
const indexFolder = "index"

// archiveFolder is where the crawler keeps its WARC files in the data folder.
const archiveFolder = "archive"

// house is an open data folder and the service over it.
type house struct {
	store   *sqlite.Store
	index   *bleve.Engine
	service *search.Service
}

// open opens the store for reading and the index. Errors tell people what to do.
func open(ctx context.Context, dir string) (*house, error) {
	name, err := portalNames()
	if err != nil {
		return nil, err
	}
	kept, err := sqlite.Open(ctx, dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil, explain(dir, err)
	}
	engine, err := bleve.Open(ctx, filepath.Join(dir, indexFolder), bleve.Options{Rebuild: true})
	if err != nil {
		return nil, errors.Join(explain(dir, err), kept.Close())
	}
	service := search.New(kept, engine, name)
	service.Evidence = search.Evidence{Archive: archive.NewReader(filepath.Join(dir, archiveFolder)), Software: "tracuu/" + Version}
	return &house{store: kept, index: engine, service: service}, nil
}

// portalNames gives the names of the portals that the program knows.
func portalNames() (search.PortalNames, error) {
	known, err := portal.Load(data.Portals())
	if err != nil {
		return nil, fmt.Errorf("đọc danh sách cổng thông tin: %w", err)
	}
	return func(id string) string {
		if p, ok := known.ByID(id); ok {
			return p.Name
		}
		return ""
	}, nil
}

// sync brings the index in step with the store once.
func (h *house) sync(ctx context.Context, dir string) error {
	if _, err := index.Sync(ctx, h.store, h.index); err != nil {
		return explain(dir, err)
	}
	return nil
}

// Close closes the index, then the store.
func (h *house) Close() error { return errors.Join(h.index.Close(), h.store.Close()) }

// explain puts what went wrong with a data folder, and the way out, into words
// for people. Errors that need none pass through.
func explain(dir string, err error) error {
	at := filepath.Join(dir, indexFolder)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return fmt.Errorf("thư mục dữ liệu %s chưa có kho: hãy thu thập trước (crawler crawl ĐỊA-CHỈ --data %s), hoặc chỉ đúng thư mục bằng --data [%w]", dir, dir, err)
	case errors.Is(err, index.ErrLocked):
		return fmt.Errorf("chỉ mục %s đang được một tiến trình khác dùng, có thể là search serve: hãy tra cứu trên trang của tiến trình đó, hoặc dừng nó rồi chạy lại [%w]", at, err)
	case errors.Is(err, index.ErrAhead), errors.Is(err, bleve.ErrUnusable):
		return fmt.Errorf("chỉ mục %s không khớp với kho hoặc đã hỏng: hãy xóa thư mục này rồi chạy lại, chỉ mục sẽ được lập lại từ kho [%w]", at, err)
	}
	return err
}
