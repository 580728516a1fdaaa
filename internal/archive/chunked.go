package archive

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httputil"
	"strings"
)

// dechunked undoes the chunked coding of a body. Our own files hold joined
// chunks; those of others hold what went over the wire, or say so and do not,
// in which case the body is left as it is.
func dechunked(h http.Header, body []byte) []byte {
	if !strings.EqualFold(strings.TrimSpace(h.Get("Transfer-Encoding")), "chunked") {
		return body
	}
	joined, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
	if err != nil {
		return body
	}
	return joined
}
