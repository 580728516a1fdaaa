package archive

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Record is one WARC record as it stands in a file.
type Record struct {
	Fields Fields
	File   string // base name, without ".open"
	Offset int64  // of its gzip member in the file
	// HTTP is the head of a request or a response; nil when the block is not
	// an HTTP message.
	HTTP *Head
	// Payload is the block, behind the HTTP head when there is one. It streams
	// and is valid until the next record is asked for.
	Payload io.Reader
}

// Head is the start line and header of an HTTP message.
type Head struct {
	Start  string // "HTTP/1.1 200 OK", "GET / HTTP/1.1"
	Fields Fields
}

// Status returns the code of a response, 0 when the start line has none.
func (h *Head) Status() int {
	_, rest, _ := strings.Cut(h.Start, " ")
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.Atoi(code)
	if err != nil || n < 0 || n > 999 {
		return 0
	}
	return n
}

// Header returns the fields as a map with canonical names.
func (h *Head) Header() http.Header {
	header := make(http.Header, len(h.Fields))
	for _, f := range h.Fields {
		header.Add(f.Name, f.Value)
	}
	return header
}

// Type returns the record type: "response", "request", "warcinfo" …
func (r *Record) Type() string { return strings.ToLower(r.Fields.Get(fieldType)) }

// ID returns the UUID of the record.
func (r *Record) ID() string { return uuidOf(r.Fields.Get(fieldID)) }

// URL returns the target address without the brackets that WARC 1.0 allowed.
func (r *Record) URL() string { return strings.Trim(r.Fields.Get(fieldURI), "<>") }

// Truncated tells why the body is cut, or "".
func (r *Record) Truncated() string { return r.Fields.Get(fieldTruncated) }

// Time returns the capture time in UTC, the zero time when it cannot be read.
func (r *Record) Time() time.Time {
	t, err := time.Parse(time.RFC3339Nano, r.Fields.Get(fieldDate))
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// isHTTP reports whether the block is an HTTP message.
func (r *Record) isHTTP() bool {
	return strings.HasPrefix(strings.ToLower(r.Fields.Get(fieldContentType)), "application/http")
}

// uuidOf takes the UUID out of "<urn:uuid:…>".
func uuidOf(id string) string {
	id = strings.Trim(id, "<>")
	if len(id) > 9 && strings.EqualFold(id[:9], "urn:uuid:") {
		return id[9:]
	}
	return id
}

// damage is a place that is not a whole record. It is an ErrDamaged.
type damage struct {
	file   string
	offset int64
	cause  error
	tail   bool // no whole record was found behind it
}

func (d *damage) Error() string {
	return fmt.Sprintf("%s, byte %d: %v: %v", d.file, d.offset, ErrDamaged, d.cause)
}

func (d *damage) Unwrap() []error { return []error{ErrDamaged, d.cause} }
