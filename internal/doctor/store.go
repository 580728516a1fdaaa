package doctor

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// database reads the whole store once.
func database(ctx context.Context, p Patient) Finding {
	f := finding("store", "Kho (store.db)")
	in, err := sqlite.Inspect(ctx, p.Dir)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return f.is(Error, "chưa có", "hãy thu thập trước: crawler crawl ĐỊA-CHỈ --data "+p.Dir)
	case err != nil:
		return f.is(Error, fmt.Sprintf("không đọc được: %v", err), "khôi phục store.db từ bản sao lưu (docs/OPERATE.md)")
	case len(in.Damage) > 0:
		return f.is(Error, "hỏng: "+strings.Join(in.Damage, "; "), "dừng crawler, khôi phục store.db từ bản sao lưu (docs/OPERATE.md)")
	case in.Schema > in.Newest:
		return f.is(Error, fmt.Sprintf("lược đồ %d mới hơn chương trình này (%d)", in.Schema, in.Newest), "dùng bản chương trình mới hơn")
	case in.Schema < in.Newest:
		return f.is(Error, fmt.Sprintf("lược đồ %d cũ hơn chương trình này (%d)", in.Schema, in.Newest), "sao lưu, rồi chạy crawler cùng bản một lần: kho được nâng cấp")
	}
	return f.fine(fmt.Sprintf("nguyên vẹn, lược đồ %d", in.Schema))
}

// sampled is how many captures are read back from the archive.
const sampled = 20

// errEnough ends a walk.
var errEnough = errors.New("enough")

// archived reads some captures back.
func archived(ctx context.Context, p Patient) (f Finding) {
	f = finding("archive", "Bản lưu WARC")
	kept, err := sqlite.Open(ctx, p.Dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return f.is(Error, "không đọc được kho nên không biết phải có gì", "xem dòng về kho")
	}
	defer func() {
		if err := kept.Close(); err != nil && f.State == OK {
			f = f.is(Warning, err.Error(), "chạy lại")
		}
	}()
	folder := filepath.Join(p.Dir, "archive")
	files, err := archive.Files(folder)
	if err != nil {
		return f.is(Error, fmt.Sprintf("không mở được: %v", err), "chép lại thư mục archive từ bản sao lưu")
	}
	records, read := archive.NewReader(folder), 0
	err = kept.Captures(ctx, "", func(c model.Capture) error {
		if read == sampled {
			return errEnough
		}
		read++
		_, err := records.Read(ctx, c)
		return err
	})
	switch {
	case err != nil && !errors.Is(err, errEnough):
		return f.is(Error, fmt.Sprintf("bản chụp thứ %d không đọc được: %v", read, err), "chép lại thư mục archive từ bản sao lưu; xem hết: crawler archive verify --data "+p.Dir)
	case read == 0:
		return f.fine("chưa có bản chụp nào")
	}
	return f.fine(fmt.Sprintf("%d tệp; đọc lại thử %d bản chụp, được cả (kiểm tra hết: crawler archive verify)", len(files), read))
}
