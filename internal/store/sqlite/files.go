package sqlite

import (
	"context"
	"fmt"
	"strings"

	"tracuu/internal/model"
)

// FaultyFiles implements store.Files. The name is that of one of the links.
func (s *Store) FaultyFiles(ctx context.Context, faults ...model.Fault) ([]model.Attachment, error) {
	query := `SELECT f.url, COALESCE((SELECT MIN(a.name) FROM attachments a WHERE a.url = f.url), ''),
			f.media_type, f.state, f.reason, f.fault, f.capture_id
		FROM files f WHERE f.fault `
	var args []any
	if len(faults) == 0 {
		query += "<> ''"
	} else {
		query += "IN (?" + strings.Repeat(", ?", len(faults)-1) + ")"
		for _, f := range faults {
			args = append(args, f)
		}
	}
	files, err := list(ctx, s.read, func(r scanner) (model.Attachment, error) {
		var f model.Attachment
		return f, r.Scan(&f.URL, &f.Name, &f.MediaType, &f.State, &f.Reason, &f.Fault, &f.CaptureID)
	}, query+" ORDER BY f.url", args...)
	if err != nil {
		return nil, fmt.Errorf("files by their faults: %w", err)
	}
	return files, nil
}

// PutFile implements store.Files.
func (s *Store) PutFile(ctx context.Context, f model.Attachment) error {
	return s.update(ctx, func(t *tx) error { return t.putFile(ctx, f, "") })
}

// ScanPages implements store.Files.
func (s *Store) ScanPages(ctx context.Context, sha256 string) (map[int]string, error) {
	type row struct {
		page int
		text string
	}
	rows, err := list(ctx, s.read, func(r scanner) (row, error) {
		var p row
		return p, r.Scan(&p.page, &p.text)
	}, "SELECT page, body FROM scan_pages WHERE sha256 = ?", sha256)
	if err != nil {
		return nil, fmt.Errorf("pages of scan %s: %w", sha256, err)
	}
	pages := make(map[int]string, len(rows))
	for _, p := range rows {
		pages[p.page] = p.text
	}
	return pages, nil
}

// PutScanPage implements store.Files.
func (s *Store) PutScanPage(ctx context.Context, sha256 string, page int, text string) error {
	err := s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, `INSERT INTO scan_pages (sha256, page, body) VALUES (?, ?, ?)
			ON CONFLICT (sha256, page) DO UPDATE SET body = excluded.body`, sha256, page, text)
		return err
	})
	if err != nil {
		return fmt.Errorf("page %d of scan %s: %w", page, sha256, err)
	}
	return nil
}
