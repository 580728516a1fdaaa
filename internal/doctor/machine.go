package doctor

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"time"

	"tracuu/internal/attachment/ocr"
	"tracuu/internal/browser"
	"tracuu/internal/store/sqlite"
)

// clock compares the machine's time with the newest capture: times of captures
// are evidence, so a clock that runs behind must show.
func clock(ctx context.Context, p Patient) Finding {
	f := finding("clock", "Đồng hồ")
	_, offset := p.Now.Zone()
	detail := p.Now.Format("02/01/2006 15:04:05 MST")
	if offset != 7*60*60 {
		detail += " (trang luôn ghi giờ Việt Nam)"
	}
	const advice = "chỉnh giờ máy, bật đồng bộ giờ (NTP): thời điểm chụp là bằng chứng"
	if p.Now.Year() < 2024 {
		return f.is(Error, detail, advice)
	}
	kept, err := sqlite.Open(ctx, p.Dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return f.fine(detail) // the store has a line of its own
	}
	stats, err := kept.Stats(ctx)
	if err := errors.Join(err, kept.Close()); err == nil && stats.LastCapture.After(p.Now.Add(5*time.Minute)) {
		return f.is(Error, detail+", chậm hơn bản chụp mới nhất ("+stats.LastCapture.In(p.Now.Location()).Format("02/01/2006 15:04:05")+")", advice)
	}
	return f.fine(detail)
}

// listening warns of an address that others reach: there is no TLS and no log-in.
func listening(_ context.Context, p Patient) Finding {
	f := finding("config", "Cấu hình")
	host, _, err := net.SplitHostPort(p.Listen)
	if err != nil {
		return f.is(Error, fmt.Sprintf("search.listen: %v", err), "viết địa chỉ:cổng, ví dụ 127.0.0.1:8080")
	}
	if ip, err := netip.ParseAddr(host); host == "localhost" || err == nil && ip.IsLoopback() {
		return f.fine("đọc được; trang ở http://" + p.Listen + "/, chỉ cho máy này")
	}
	return f.is(Warning, "đọc được; trang ở "+p.Listen+" mở cho cả mạng, không mã hóa", "đặt sau một máy chủ ủy nhiệm có TLS (docs/OPERATE.md), hoặc chỉ dùng trong mạng nội bộ")
}

// tesseract is needed for scans only.
func tesseract(ctx context.Context, _ Patient) Finding {
	f := finding("tesseract", "Tesseract (bản quét)")
	if _, err := ocr.Find(ctx); err != nil {
		return f.is(Warning, "chưa có tesseract với dữ liệu tiếng Việt: bản quét được lưu nhưng chưa đọc được", "cài tesseract-ocr và tesseract-ocr-vie, rồi: crawler attachments retry --reason scan")
	}
	return f.fine("có, với dữ liệu tiếng Việt")
}

// chromium is needed for portals that show nothing without a browser.
func chromium(context.Context, Patient) Finding {
	f := finding("chromium", "Chromium")
	path, err := browser.Find()
	if err != nil {
		return f.is(Warning, "chưa có", "không bắt buộc: chỉ cần cho cổng thông tin phải mở bằng trình duyệt")
	}
	return f.fine("có: " + path)
}
