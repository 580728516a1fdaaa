package crawl

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"syscall"

	"tracuu/internal/store"
)

// unreachable says in words for people why no answer came.
func unreachable(a Address, err error) string {
	var dns *net.DNSError
	var timeout net.Error
	var cert *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.Is(err, errPrivate):
		return fmt.Sprintf("%s dẫn tới địa chỉ trong mạng nội bộ nên không được hỏi; nếu đây là máy của bạn, nêu địa chỉ đó và thêm --allow-private", a.Host)
	case errors.Is(err, errPort):
		return fmt.Sprintf("%v; chỉ hỏi cổng %s", err, strings.Join(webPorts, ", "))
	case errors.Is(err, errRobots):
		return fmt.Sprintf("%s: %v; theo quy ước chưa được hỏi gì thêm, hãy chạy lại sau", a.Host, err)
	case errors.As(err, &dns):
		return fmt.Sprintf("không tìm thấy máy chủ %s; kiểm tra tên miền và mạng", a.Host)
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Sprintf("máy chủ %s từ chối kết nối; có thể đang tắt, hãy chạy lại sau", a.Host)
	case errors.As(err, &cert), errors.As(err, &unknown):
		return fmt.Sprintf("chứng thư TLS của %s không hợp lệ (%v)", a.Host, err)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Sprintf("máy chủ %s không trả lời kịp", a.Host)
	default:
		return fmt.Sprintf("không nhận được trả lời từ %s: %v", a.Host, err)
	}
}

// refusedBy says in words for people what a status means.
func refusedBy(code int) string {
	switch code {
	case http.StatusNotFound, http.StatusGone:
		return fmt.Sprintf("không có ở địa chỉ này (mã %d)", code)
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusProxyAuthRequired, http.StatusUnavailableForLegalReasons:
		return fmt.Sprintf("máy chủ không cho xem (mã %d)", code)
	case http.StatusTooManyRequests:
		return "máy chủ yêu cầu hỏi chậm lại (mã 429); hãy chạy lại sau"
	}
	if code >= 500 {
		return fmt.Sprintf("máy chủ báo lỗi (mã %d); hãy chạy lại sau", code)
	}
	return fmt.Sprintf("máy chủ trả lời mã %d", code)
}

// faultOf sorts a status that is no success.
func faultOf(code int) store.Fault {
	switch code {
	case http.StatusNotFound, http.StatusGone:
		return store.FaultGone
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusProxyAuthRequired, http.StatusUnavailableForLegalReasons:
		return store.FaultForbidden
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return store.FaultBusy
	}
	if code >= http.StatusInternalServerError {
		return store.FaultServer
	}
	return store.FaultStatus
}

// cutOff says in words for people why a body is not whole; reason is one of
// the archive's Truncated words.
func cutOff(reason string, l Limits) string {
	switch reason {
	case "length":
		return fmt.Sprintf("dài hơn giới hạn %d MB nên bị cắt; tăng --max-size nếu cần", l.Size>>20)
	case "time":
		return "máy chủ gửi không xong trong thời gian cho phép nên bị cắt"
	default:
		return "máy chủ ngắt giữa chừng"
	}
}
