package page

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

// decode returns the body as UTF-8.
func decode(body []byte, mediaType string) (string, error) {
	body, err := inflate(body)
	if err != nil {
		return "", err
	}
	if len(body) > MaxBody {
		return "", fmt.Errorf("%w (%d MB)", ErrTooLarge, MaxBody>>20)
	}
	if enc := utf16Mark(body); enc != nil {
		return transcode(enc, body)
	}
	if isBinary(body) {
		return "", ErrNotText
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	// Whole-body validity outweighs every declaration: text of another
	// encoding with Vietnamese letters is hardly ever valid UTF-8 by accident.
	if utf8.Valid(body) {
		return string(body), nil
	}
	enc, name, certain := charset.DetermineEncoding(body, mediaType)
	switch {
	case name == "utf-8":
		return strings.ToValidUTF8(string(body), "\uFFFD"), nil
	case name == "windows-1252" && !certain:
		enc = charmap.Windows1258
	}
	return transcode(enc, body)
}

func transcode(enc encoding.Encoding, body []byte) (string, error) {
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNotText, err)
	}
	return string(out), nil
}

// inflate undoes gzip that was saved as the body itself, twice at most.
func inflate(body []byte) ([]byte, error) {
	for range 2 {
		if !bytes.HasPrefix(body, gzipMagic) {
			break
		}
		limit := min(MaxBody, max(1<<20, maxRatio*len(body)))
		zr, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		out, err := io.ReadAll(io.LimitReader(zr, int64(limit)+1))
		if len(out) > limit {
			return nil, fmt.Errorf("%w: giải nén vượt %d byte", ErrTooLarge, limit)
		}
		// A stream that ends early still gives the page's beginning.
		if err != nil && (!errors.Is(err, io.ErrUnexpectedEOF) || len(out) == 0) {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		body = out
	}
	return body, nil
}

func utf16Mark(body []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(body, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(body, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// isBinary tells files from text by their first bytes and by NUL bytes.
func isBinary(body []byte) bool {
	for _, magic := range []string{"%PDF-", "PK\x03\x04", "\xd0\xcf\x11\xe0", "\xff\xd8\xff", "\x89PNG", "GIF8", "Rar!", "7z\xbc\xaf", `{\rtf`} {
		if bytes.HasPrefix(body, []byte(magic)) {
			return true
		}
	}
	return bytes.IndexByte(body[:min(len(body), 4096)], 0) >= 0
}

// isHTML tells markup from plain text. The declaration decides only when the
// body does not: servers send text as text/html and pages as text/plain.
func isHTML(text, mediaType, name string) bool {
	head := strings.ToLower(text[:min(len(text), 4096)])
	if strings.HasPrefix(strings.TrimSpace(head), "<") {
		return true
	}
	for _, tag := range []string{"<html", "<body", "<div", "<table", "<p>", "<p ", "<br", "<a href", "<h1"} {
		if strings.Contains(head, tag) {
			return true
		}
	}
	if strings.EqualFold(path.Ext(name), ".txt") || !strings.Contains(text, "<") {
		return false
	}
	mt, _, err := mime.ParseMediaType(mediaType)
	return err == nil && strings.Contains(mt, "html")
}
