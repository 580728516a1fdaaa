package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\uFEFF"

// csvWriter writes RFC 4180: commas, quotes where needed, lines end with CRLF.
type csvWriter struct {
	columns []Column
	out     *csv.Writer
	buffer  []cell
	record  []string
}

func newCSV(w io.Writer, h Head) (Writer, error) {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return nil, err
	}
	c := &csvWriter{columns: h.Columns, out: csv.NewWriter(w), record: make([]string, len(h.Columns))}
	c.out.UseCRLF = true
	for i, column := range h.Columns {
		c.record[i] = harmless(column.Head)
	}
	return c, c.out.Write(c.record)
}

// Row implements Writer.
func (c *csvWriter) Row(row []any) (err error) {
	if c.buffer, err = cells(c.columns, row, c.buffer); err != nil {
		return err
	}
	for i, v := range c.buffer {
		c.record[i] = v.plain(c.columns[i].Kind)
	}
	return c.out.Write(c.record)
}

// plain is a cell as text.
func (c cell) plain(k Kind) string {
	if c.empty {
		return ""
	}
	switch k {
	case Integer:
		return strconv.FormatInt(c.whole, 10)
	case Number:
		return strconv.FormatFloat(c.number, 'f', -1, 64)
	case Date:
		return c.day.String()
	case Time:
		return c.time.In(model.Vietnam()).Format(time.DateTime)
	case Text, Link:
	}
	return harmless(c.text)
}

// harmless keeps a program that opens CSV from running text as a formula: text
// that would begin one gets an apostrophe before it, the sign of text in such
// programs. A plain number or a sign alone stays, as it computes nothing.
func harmless(text string) string {
	begin := strings.TrimLeftFunc(text, blank)
	first, size := utf8.DecodeRuneInString(begin)
	if !strings.ContainsRune("=+-@＝＋－＠", first) || len(begin) == size { // a sign alone is none
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil && first != '=' {
		return text
	}
	return "'" + text
}

// blank tells what programs skip before a formula.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// Close implements Writer.
func (c *csvWriter) Close() error {
	c.out.Flush()
	return c.out.Error()
}

// Discard implements Writer.
func (c *csvWriter) Discard() {}
