package crawl

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var errBomb = errors.New("nội dung nén nở ra quá giới hạn")

// acceptEncoding names the content codings that decoder undoes.
const acceptEncoding = "gzip, deflate, br, zstd"

const (
	// maxRatio is how many times longer a body may become. Pages shrink 5 to 30
	// times, lists that repeat one line some hundred times.
	maxRatio = 500
	// freeSize is what may come of any body, however short.
	freeSize = 1 << 20
	// maxWindow bounds what a zstd stream may ask to be kept (RFC 8878, 3.1.1.1.2).
	maxWindow = 8 << 20
)

// decoded undoes the Content-Encoding of a response for reading. The result
// never exceeds limit bytes, nor maxRatio times what was sent.
func decoded(h http.Header, body []byte, limit int64) ([]byte, error) {
	codings := strings.FieldsFunc(strings.ToLower(strings.Join(h.Values("Content-Encoding"), ",")),
		func(r rune) bool { return r == ',' || r == ' ' })
	if len(codings) > 3 {
		return nil, fmt.Errorf("nén %d lớp: %w", len(codings), errBomb)
	}
	limit = min(limit, max(freeSize, maxRatio*int64(len(body))))
	for i := len(codings) - 1; i >= 0; i-- {
		if codings[i] == "identity" || len(body) == 0 {
			continue
		}
		r, err := decoder(codings[i], body)
		if err != nil {
			return nil, fmt.Errorf("giải nén %s: %w", codings[i], err)
		}
		body, err = readBounded(r, limit)
		if c, ok := r.(io.Closer); ok {
			_ = c.Close() // it only gives memory back
		}
		if err != nil {
			return nil, fmt.Errorf("giải nén %s: %w", codings[i], err)
		}
	}
	return body, nil
}

func decoder(coding string, body []byte) (io.Reader, error) {
	switch coding {
	case "gzip", "x-gzip":
		return gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		// The name stands for zlib; some servers send bare deflate.
		if r, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return r, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		return brotli.NewReader(bytes.NewReader(body)), nil
	case "zstd":
		r, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, err
		}
		return r.IOReadCloser(), nil
	default:
		return nil, fmt.Errorf("cách nén %q không đọc được", coding)
	}
}

// ungzipped opens a file that was saved or sent in gzip under another name.
func ungzipped(name string, body []byte, limit int64) ([]byte, error) {
	if !bytes.HasPrefix(body, []byte{0x1f, 0x8b, 8}) || strings.HasSuffix(strings.ToLower(name), "gz") {
		return body, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("giải nén tệp: %w", err)
	}
	return readBounded(r, limit)
}

func readBounded(r io.Reader, limit int64) ([]byte, error) {
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(out)) > limit {
		return nil, errBomb
	}
	return out, err
}
