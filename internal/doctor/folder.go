package doctor

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// folder looks whether the data folder is there and can be written.
func folder(_ context.Context, p Patient) Finding {
	f := finding("data_folder", "Thư mục dữ liệu")
	at, err := filepath.Abs(p.Dir)
	if err != nil {
		at = p.Dir
	}
	info, err := os.Stat(p.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f.is(Error, at+" không có", "hãy thu thập trước (crawler crawl ĐỊA-CHỈ --data "+p.Dir+"), hoặc chỉ đúng thư mục bằng --data")
	case err != nil:
		return f.is(Error, fmt.Sprintf("%s không mở được: %v", at, err), "cho tài khoản đang chạy quyền đọc và ghi thư mục này")
	case !info.IsDir():
		return f.is(Error, at+" không phải thư mục", "chỉ đúng thư mục bằng --data")
	}
	probe, err := os.CreateTemp(p.Dir, "doctor-*")
	if err != nil {
		return f.is(Error, fmt.Sprintf("%s không ghi được: %v", at, err), "cho tài khoản đang chạy quyền ghi thư mục này; chỉ mục nằm trong đó")
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return f.is(Warning, fmt.Sprintf("%s ghi được nhưng không xóa được tệp thử: %v", at, err), "xem quyền của thư mục")
	}
	return f.fine(at + ", đọc và ghi được")
}

// Free space below which the crawler soon stops, and below which it is time to
// think of it. A WARC file alone grows to a gigabyte.
const (
	leastFree = 512 << 20
	lowFree   = 5 << 30
)

// disk looks at the free space of the disk that holds the data folder.
func disk(_ context.Context, p Patient) Finding {
	f := finding("disk", "Đĩa trống")
	free, err := freeSpace(p.Dir)
	if err != nil {
		return f.is(Warning, fmt.Sprintf("không hỏi được: %v", err), "tự xem chỗ trống của đĩa")
	}
	detail := fmt.Sprintf("còn %.1f GB", float64(free)/(1<<30))
	switch {
	case free < leastFree:
		return f.is(Error, detail, "giải phóng chỗ ngay: đĩa đầy thì việc thu thập và lập chỉ mục dừng")
	case free < lowFree:
		return f.is(Warning, detail, "nên giải phóng chỗ hoặc chuyển thư mục dữ liệu sang đĩa lớn hơn")
	}
	return f.fine(detail)
}
