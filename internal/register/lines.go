package register

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Bounds of one row. A longer one is a quotation mark that was never closed,
// or no table at all.
const (
	maxRowLines = 200
	maxRowBytes = 256 << 10
)

// record is one row as it stands in the file, quoted line breaks included.
type record struct {
	line int // the first one, from 1
	text string
}

// records cuts a file into rows. A row whose quotation mark is never closed
// ends with its first line, so that it cannot swallow the rows behind it.
type records struct {
	in     *bufio.Reader
	line   int      // lines taken so far
	unread []string // lines taken and given back
}

// newRecords reads UTF-8, and UTF-16 that says so by its byte order mark.
func newRecords(r io.Reader) *records {
	plain := transform.NewReader(r, unicode.BOMOverride(transform.Nop))
	return &records{in: bufio.NewReaderSize(plain, 64<<10)}
}

var (
	errRowTooLong = fmt.Errorf("dòng dài quá %d KB", maxRowBytes>>10)
	errOpenQuote  = errors.New("dấu ngoặc kép mở mà không đóng")
)

// next gives the next row that is not blank. io.EOF ends; errRowTooLong and
// errOpenQuote are faults of the row that is given with them.
func (s *records) next() (record, error) {
	for {
		line, err := s.take()
		if err != nil && !errors.Is(err, errRowTooLong) {
			return record{}, err
		}
		rec := record{line: s.line, text: line}
		if err != nil {
			return rec, err
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !opensQuote(line) {
			return rec, nil
		}
		return s.quoted(rec)
	}
}

// quoted takes the lines that a quotation mark of the row goes on over.
func (s *records) quoted(rec record) (record, error) {
	var more []string
	text := rec.text
	for range maxRowLines {
		line, err := s.take()
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errRowTooLong) {
			return rec, err
		}
		if err != nil {
			break
		}
		more = append(more, line)
		text += "\n" + line
		if len(text) > maxRowBytes {
			break
		}
		if !opensQuote(text) {
			rec.text = text
			return rec, nil
		}
	}
	s.unread = append(more, s.unread...)
	s.line -= len(more)
	return rec, errOpenQuote
}

// take gives the next line without its end.
func (s *records) take() (string, error) {
	if len(s.unread) > 0 {
		line := s.unread[0]
		s.unread = s.unread[1:]
		s.line++
		return line, nil
	}
	var line []byte
	long := false
	for {
		part, err := s.in.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxRowBytes; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) == 0 && !long:
			return "", io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return "", fmt.Errorf("đọc dòng %d: %w", s.line+1, err)
		}
		s.line++
		if long {
			return string(line), errRowTooLong
		}
		return string(bytes.TrimRight(line, "\r\n")), nil
	}
}

// opensQuote tells whether a quotation mark is still open at the end. A doubled
// mark counts twice, as it should.
func opensQuote(text string) bool { return strings.Count(text, `"`)%2 == 1 }
