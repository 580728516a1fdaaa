package attachment

import (
	"bytes"
	"context"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// readText reads plain text in UTF-8, UTF-16 with its mark, or else
// windows-1258.
func readText(_ context.Context, body []byte, out *pages) error {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(body, []byte("\xFF\xFE")), bytes.HasPrefix(body, []byte("\xFE\xFF")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case !utf8.Valid(body):
		from = charmap.Windows1258
	}
	if from != nil {
		decoded, err := from.NewDecoder().Bytes(body)
		if err != nil {
			return err
		}
		body = decoded
	}
	return unlessFull(out.add(string(body)))
}

// unlessFull takes a full output for an end without error.
func unlessFull(err error) error {
	if errors.Is(err, errFull) {
		return nil
	}
	return err
}
