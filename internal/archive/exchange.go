package archive

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"tracuu/internal/model"
)

// Reasons why a body is shorter than what the server had, for
// Exchange.Truncated (WARC 1.1, section 5.13).
const (
	TruncatedLength     = "length"
	TruncatedTime       = "time"
	TruncatedDisconnect = "disconnect"
)

// Exchange is one request and what was answered.
type Exchange struct {
	URL  string    // the address asked for, absolute
	Time time.Time // when the request was sent; zero: the writer's clock
	IP   string    // of the server, without port; "" when not known

	// Request is the request as sent: request line, header, empty line, and
	// the body of a POST. Nil: no request record.
	Request []byte

	Proto  string      // of the response, "HTTP/1.1" when empty
	Status string      // code and phrase, as http.Response.Status: "200 OK"
	Header http.Header // of the response, as received

	// Body is the body as it is to be kept: chunks joined, its content
	// encoding (gzip …) untouched.
	Body      []byte
	Truncated string // "" or a Truncated… reason

	// About tells how the answer was got, for a metadata record. Mostly nil.
	About Fields

	// Revisits is an earlier capture with the same body, or the one that the
	// server says to be unchanged; the body is then not kept again. It may not
	// be a revisit itself. Nil: the body is kept.
	Revisits *model.Capture
}

// statusCode returns the number of the status line, 0 when there is none.
func (e *Exchange) statusCode() int {
	code, _, _ := strings.Cut(strings.TrimSpace(e.Status), " ")
	n, err := strconv.Atoi(code)
	if err != nil || n < 0 || n > 999 {
		return 0
	}
	return n
}

// responseHead makes the HTTP head that is stored with the body. Header names
// that no longer fit the stored body (transfer coding, another length) are
// kept under the prefix that Heritrix and pywb use.
func (e *Exchange) responseHead() []byte {
	const kept = "X-Archive-Orig-"
	// Readers take HTTP/1.x only; the protocol spoken stands in WARC-Protocol.
	proto := "HTTP/1.1"
	if e.Proto == "HTTP/1.0" {
		proto = e.Proto
	}
	b := []byte(proto + " " + oneLine(strings.TrimSpace(e.Status)) + "\r\n")

	var fields Fields
	length := strconv.Itoa(len(e.Body))
	hasLength := false
	for _, name := range sortedNames(e.Header) {
		for _, value := range e.Header[name] {
			switch {
			case strings.EqualFold(name, "Transfer-Encoding"):
				fields = append(fields, Field{kept + name, value})
			case strings.EqualFold(name, "Content-Length"):
				if strings.TrimSpace(value) != length && e.hasBody() {
					fields = append(fields, Field{kept + name, value})
					continue
				}
				hasLength = true
				fields = append(fields, Field{name, value})
			default:
				fields = append(fields, Field{name, value})
			}
		}
	}
	if !hasLength && e.hasBody() {
		fields = append(fields, Field{fieldContentLength, length})
	}
	return append(fields.appendTo(b), "\r\n"...)
}

// check refuses what could be written but not read again.
func (e *Exchange) check() error {
	switch {
	case e.URL == "" || len(e.URL) > maxRecordHead/4:
		return fmt.Errorf("an address of %d bytes cannot be archived", len(e.URL))
	case len(e.responseHead()) > maxMessageHead || len(e.Request) > maxMessageHead:
		return fmt.Errorf("%w: the HTTP head", ErrTooLarge)
	}
	return nil
}

// hasBody reports whether a response of this status carries a body at all: the
// length that a 304 tells is that of a body which is not sent.
func (e *Exchange) hasBody() bool {
	code := e.statusCode()
	return len(e.Body) > 0 || code != http.StatusNotModified && code != http.StatusNoContent && code >= http.StatusOK
}

// request returns the head of the request with the empty line that ends it,
// and its body.
func (e *Exchange) request() (head, body []byte) {
	const end = "\r\n\r\n"
	if i := bytes.Index(e.Request, []byte(end)); i >= 0 {
		return e.Request[:i+len(end)], e.Request[i+len(end):]
	}
	return append(bytes.TrimRight(slices.Clone(e.Request), "\r\n"), end...), nil
}

func sortedNames(h http.Header) []string {
	names := make([]string, 0, len(h))
	for name := range h {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// protocol returns the value of WARC-Protocol: "h2", "http/1.1".
func (e *Exchange) protocol() string {
	switch e.Proto {
	case "HTTP/2.0", "HTTP/2":
		return "h2"
	case "HTTP/1.0":
		return "http/1.0"
	}
	return "http/1.1"
}

// targetURI returns an address as a field may carry it: blanks and control
// characters are percent-encoded, everything else is left as asked for.
func targetURI(url string) string {
	if strings.IndexFunc(url, unsafeInURI) < 0 {
		return url
	}
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c == 0x7f {
			b.WriteString("%" + strings.ToUpper(strconv.FormatInt(int64(c)+0x100, 16)[1:]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unsafeInURI(r rune) bool { return r <= ' ' || r == 0x7f }
