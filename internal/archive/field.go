package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Names of WARC fields that are read and written here.
const (
	fieldType          = "WARC-Type"
	fieldID            = "WARC-Record-ID"
	fieldDate          = "WARC-Date"
	fieldURI           = "WARC-Target-URI"
	fieldIP            = "WARC-IP-Address"
	fieldProtocol      = "WARC-Protocol"
	fieldConcurrent    = "WARC-Concurrent-To"
	fieldTruncated     = "WARC-Truncated"
	fieldFilename      = "WARC-Filename"
	fieldInfoID        = "WARC-Warcinfo-ID"
	fieldBlockDigest   = "WARC-Block-Digest"
	fieldPayloadDigest = "WARC-Payload-Digest"
	fieldContentType   = "Content-Type"
	fieldContentLength = "Content-Length"

	// fieldSHA256 is an extension: SHA-256 of the payload in lower-case hex, as
	// in model.Capture, so that evidence can be checked without the store.
	fieldSHA256 = "X-Payload-SHA256"
)

// Field is one named field, in the spelling and order of the file.
type Field struct{ Name, Value string }

// Fields is the head of a record or of an HTTP message.
type Fields []Field

// Get returns the first value of a name, whatever its case, or "".
func (f Fields) Get(name string) string {
	for _, field := range f {
		if strings.EqualFold(field.Name, name) {
			return field.Value
		}
	}
	return ""
}

// appendTo writes the fields as lines. Control characters cannot end a line
// early: they become blanks.
func (f Fields) appendTo(b []byte) []byte {
	for _, field := range f {
		b = append(b, oneLine(field.Name)...)
		b = append(b, ": "...)
		b = append(b, oneLine(field.Value)...)
		b = append(b, "\r\n"...)
	}
	return b
}

// oneLine replaces control characters by blanks; all other bytes stay, also
// those that are not UTF-8.
func oneLine(s string) string {
	isControl := func(c byte) bool { return c < ' ' && c != '\t' || c == 0x7f }
	b := []byte(s)
	for i, c := range b {
		if isControl(c) {
			b[i] = ' '
		}
	}
	return string(b)
}

// Bounds of heads in bytes. Go's HTTP client takes headers up to 10 MB.
const (
	maxRecordHead  = 1 << 20
	maxMessageHead = 16 << 20
)

var errHeadTooLong = errors.New("head too long")

// readHead reads a start line and named fields up to the empty line, at most
// left bytes. Folded lines are joined; lines without a colon are skipped, as
// servers send them.
func readHead(r *bufio.Reader, left int) (start string, fields Fields, err error) {
	start, err = readLine(r, &left)
	if err != nil {
		return "", nil, err
	}
	for {
		line, err := readLine(r, &left)
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return start, fields, err
		}
		if line == "" {
			return start, fields, nil
		}
		if (line[0] == ' ' || line[0] == '\t') && len(fields) > 0 {
			last := &fields[len(fields)-1]
			last.Value = strings.TrimSpace(last.Value + " " + strings.TrimSpace(line))
			continue
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			fields = append(fields, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
}

// readLine reads a line of at most left bytes without its CRLF or LF.
func readLine(r *bufio.Reader, left *int) (string, error) {
	var long []byte
	for {
		part, err := r.ReadSlice('\n')
		if *left -= len(part); *left < 0 {
			return "", errHeadTooLong
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			long = append(long, part...)
			continue
		}
		if err == io.EOF && len(part)+len(long) > 0 {
			return "", fmt.Errorf("line without end: %w", io.ErrUnexpectedEOF)
		}
		if err != nil {
			return "", err
		}
		if long != nil {
			part = append(long, part...)
		}
		return string(bytes.TrimRight(part, "\r\n")), nil
	}
}
