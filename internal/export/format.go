package export

import (
	"fmt"
	"io"
)

// Format is a kind of file.
type Format string

// The formats.
const (
	CSV     Format = "csv"
	XLSX    Format = "xlsx"
	JSONL   Format = "jsonl"
	Parquet Format = "parquet"
)

// Formats lists them all.
func Formats() []Format { return []Format{CSV, XLSX, JSONL, Parquet} }

// MediaType is the Content-Type of a format.
func (f Format) MediaType() string {
	switch f {
	case CSV:
		return "text/csv; charset=utf-8; header=present"
	case XLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case JSONL:
		return "application/jsonl; charset=utf-8"
	case Parquet:
		return "application/vnd.apache.parquet"
	}
	return "application/octet-stream"
}

// Writer writes the rows of one table.
type Writer interface {
	// Row writes a row: a cell for each column, of the type of its kind.
	Row(row []any) error
	// Close completes the file. It does not close what the file is written to.
	Close() error
	// Discard gives back what the writer holds without completing the file. After
	// Close it does nothing.
	Discard()
}

// New begins a file. Close or Discard must be called.
func New(f Format, w io.Writer, h Head) (Writer, error) {
	switch f {
	case CSV:
		return newCSV(w, h)
	case XLSX:
		return newXLSX(w, h)
	case JSONL:
		return newJSONL(w, h)
	case Parquet:
		return newParquet(w, h)
	}
	return nil, fmt.Errorf("no export format %q", f)
}

// Write writes a whole table and tells how many rows it had. After an error
// what was written is no whole file.
func Write(f Format, w io.Writer, t Table) (rows int, err error) {
	out, err := New(f, w, t.Head)
	if err != nil {
		return 0, err
	}
	defer out.Discard()
	for row, err := range t.Rows {
		if err != nil {
			return rows, err
		}
		if err := out.Row(row); err != nil {
			return rows, fmt.Errorf("%s of %q, row %d: %w", f, t.Title, rows+1, err)
		}
		rows++
	}
	if err := out.Close(); err != nil {
		return rows, fmt.Errorf("%s of %q: %w", f, t.Title, err)
	}
	return rows, nil
}
