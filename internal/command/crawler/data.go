package crawler

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracuu/data"
	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/portal"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// The parts of a data folder; store.db lies beside them.
const (
	archiveFolder = "archive"
	cacheFolder   = "cache"
)

func loadPortals() (*portal.Registry, error) {
	known, err := portal.Load(data.Portals())
	if err != nil {
		return nil, fmt.Errorf("các tệp cổng thông tin có lỗi: %w", err)
	}
	return known, nil
}

func openStore(ctx context.Context, dir string, readOnly bool) (*sqlite.Store, error) {
	s, err := sqlite.Open(ctx, dir, sqlite.Options{ReadOnly: readOnly})
	switch {
	case err == nil:
		return s, nil
	case errors.Is(err, store.ErrLocked):
		return nil, fmt.Errorf("thư mục dữ liệu %s đang được một crawler khác dùng; đợi nó xong, dừng nó, hoặc chọn --data khác", dir)
	case errors.Is(err, store.ErrNotFound):
		return nil, fmt.Errorf("thư mục dữ liệu %s chưa có gì; hãy thu thập trước: crawler crawl ĐỊA-CHỈ --data %s", dir, dir)
	}
	return nil, explain(dir, fmt.Errorf("không mở được thư mục dữ liệu %s: %w", dir, err))
}

// explain adds what to do to errors that a person can put right.
func explain(dir string, err error) error {
	if errors.Is(err, store.ErrFull) || errors.Is(err, archive.ErrFull) {
		first, _, _ := strings.Cut(err.Error(), "\n") // several visits meet the full disk at once
		return fmt.Errorf("đĩa chứa %s đã đầy; những gì đã thu thập vẫn nguyên vẹn: giải phóng chỗ rồi chạy lại đúng lệnh này (%s)", dir, first)
	}
	return err
}

// newFileReader reads attachments in processes of their own where that can be.
func (s *session) newFileReader(cache string) (*attachment.Reader, error) {
	opts := attachment.Options{CacheDir: cache}
	if s.self != "" {
		opts.Command = []string{s.self, "read-files", "--cache", cache}
	}
	r, err := attachment.New(opts)
	if err != nil {
		return nil, fmt.Errorf("chuẩn bị bộ đọc tệp đính kèm: %w", err)
	}
	return r, nil
}
