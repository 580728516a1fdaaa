package register

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Row is one row of a register.
type Row struct {
	Line  int    // in the file, from 1
	Raw   string // as it stands in the file, UTF-8, without its end
	Entry Entry
	Fault error // why the row is not taken; nil for a good one
}

// Reader reads the rows of a register, in order.
type Reader struct {
	place   Place
	in      *records
	comma   rune
	columns columns
	head    string
}

// maxHead is how many rows may stand before the head row: the title of a
// register and its office.
const maxHead = 20

// ErrNoHead tells that a file is no register.
var ErrNoHead = errors.New("không thấy dòng tiêu đề có cột số ký hiệu và ngày ban hành, trích yếu hoặc cột khác")

// NewReader finds the head row. Place is of the authority that keeps the
// register; it may be the zero value.
func NewReader(r io.Reader, place Place) (*Reader, error) {
	reader := &Reader{place: place, in: newRecords(r)}
	for range maxHead {
		rec, err := reader.in.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil, ErrNoHead
		case errors.Is(err, errRowTooLong), errors.Is(err, errOpenQuote):
			continue
		case err != nil:
			return nil, err
		}
		if reader.columns, reader.comma, err = bestSplit(rec.text); err != nil {
			return nil, err
		}
		if len(reader.columns.at) > 0 {
			reader.head = rec.text
			return reader, nil
		}
	}
	return nil, ErrNoHead
}

// bestSplit reads a head row by the separator that gives the most known
// columns: a head may hold another one ("Ngày, tháng, năm ban hành").
func bestSplit(row string) (best columns, comma rune, err error) {
	for _, try := range []rune{',', ';', '\t', '|'} {
		cells, err := split(row, try)
		if err != nil {
			continue
		}
		c, ok, err := readColumns(cells)
		if err != nil {
			return columns{}, 0, err
		}
		if ok && len(c.at) > len(best.at) {
			best, comma = c, try
		}
	}
	return best, comma, nil
}

// Head is the head row as it stands in the file.
func (r *Reader) Head() string { return r.head }

// Next gives the next row, io.EOF behind the last one. A bad row is no error:
// it says so itself.
func (r *Reader) Next() (Row, error) {
	rec, err := r.in.next()
	row := Row{Line: rec.line, Raw: rec.text}
	switch {
	case errors.Is(err, errRowTooLong), errors.Is(err, errOpenQuote):
		row.Fault = err
		return row, nil
	case err != nil:
		return Row{}, err
	}
	cells, err := split(rec.text, r.comma)
	if err != nil {
		row.Fault = fmt.Errorf("không đọc được các ô: %w", errors.Unwrap(err))
		return row, nil
	}
	row.Entry, row.Fault = r.place.entry(r.columns, cells)
	return row, nil
}

// split cuts a row into its cells. Marks inside a cell without quotation are
// letters: people write them.
func split(row string, comma rune) ([]string, error) {
	cells := csv.NewReader(strings.NewReader(row))
	cells.Comma, cells.LazyQuotes, cells.FieldsPerRecord = comma, true, -1
	out, err := cells.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("no cells: %w", err)
	}
	return out, err
}
