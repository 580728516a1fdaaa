package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/store/sqlite"
)

// rebuilt is why nothing of the index is ever lost.
const rebuilt = "không mất gì: search serve lập lại chỉ mục từ kho"

// indexed compares the index with the store. One that a service has open is
// asked about there.
func indexed(ctx context.Context, p Patient) Finding {
	f := finding("index", "Chỉ mục")
	dir := filepath.Join(p.Dir, "index")
	if entries, err := os.ReadDir(dir); errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return f.is(Warning, "chưa có", "chạy search serve: chỉ mục được lập từ kho")
	}
	engine, err := bleve.Open(ctx, dir, bleve.Options{})
	switch {
	case errors.Is(err, index.ErrLocked):
		return f.inService(ctx, p.Listen)
	case errors.Is(err, bleve.ErrUnusable):
		return f.is(Warning, fmt.Sprintf("của bản khác hoặc đã hỏng: %v", err), rebuilt)
	case err != nil:
		return f.is(Error, err.Error(), "xóa thư mục "+dir+"; "+rebuilt)
	}
	at, err := engine.Sequence(ctx)
	if err := errors.Join(err, engine.Close()); err != nil {
		return f.is(Error, err.Error(), "xóa thư mục "+dir+"; "+rebuilt)
	}
	return f.compare(ctx, p, at, dir)
}

func (f Finding) compare(ctx context.Context, p Patient, at int64, dir string) Finding {
	kept, err := sqlite.Open(ctx, p.Dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return f.is(Error, "không đọc được kho để so", "xem dòng về kho")
	}
	stats, err := kept.Stats(ctx)
	if err := errors.Join(err, kept.Close()); err != nil {
		return f.is(Error, err.Error(), "xem dòng về kho")
	}
	switch {
	case at > stats.Sequence:
		return f.is(Error, fmt.Sprintf("đi trước kho (%d, kho %d): của kho khác", at, stats.Sequence), "xóa thư mục "+dir+"; "+rebuilt)
	case at < stats.Sequence:
		return f.is(Warning, fmt.Sprintf("chậm %d thay đổi so với kho", stats.Sequence-at), "chạy search serve: chỉ mục tự theo kịp")
	}
	return f.fine(fmt.Sprintf("khớp với kho, ở thay đổi %d", at))
}

// inService asks the service that has the index open.
func (f Finding) inService(ctx context.Context, listen string) Finding {
	const advice = "nếu không có search serve nào đang chạy: xem tiến trình nào giữ thư mục index"
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+listen+"/readyz", nil)
	if err != nil {
		return f.is(Warning, "đang được một tiến trình khác dùng", advice)
	}
	resp, err := http.DefaultClient.Do(ask)
	if err != nil {
		return f.is(Warning, "đang được một tiến trình khác dùng; "+listen+" không trả lời", advice)
	}
	defer resp.Body.Close() //nolint:errcheck // the answer has been read
	var ready struct {
		Ready bool  `json:"ready"`
		Lag   int64 `json:"lag"`
	}
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<16)).Decode(&ready); err != nil {
		return f.is(Warning, "đang được một tiến trình khác dùng; "+listen+" trả lời lạ", advice)
	}
	if !ready.Ready {
		return f.is(Warning, fmt.Sprintf("search serve đang chạy, chưa sẵn sàng, còn chậm %d thay đổi", ready.Lag), "đợi; nếu không giảm, xem nhật ký của search serve")
	}
	return f.fine(fmt.Sprintf("search serve đang chạy và sẵn sàng, chậm %d thay đổi", ready.Lag))
}
