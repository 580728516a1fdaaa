package attachment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Bounds of a workbook.
const (
	maxUnzipped   = 256 << 20 // bytes of all parts
	maxRows       = 1 << 20   // of all sheets together
	maxSheets     = 256
	maxRowsNoText = 10_000 // empty rows in a row: nothing follows
)

// readXLSX reads the visible sheets row by row, cells apart by tabs. With more
// than one sheet each begins with its name.
func readXLSX(ctx context.Context, body []byte, out *pages) (err error) {
	// Both limits are equal so that no part is laid out in a temporary file.
	book, err := excelize.OpenReader(bytes.NewReader(body), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	switch {
	case errors.Is(err, excelize.ErrWorkbookFileFormat), err == nil:
	case strings.Contains(err.Error(), "unzip size exceeds"):
		return fmt.Errorf("%w: %w", ErrTooLarge, err)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()

	left := maxRows
	names := book.GetSheetList()
	for _, name := range names[:min(len(names), maxSheets)] {
		visible, err := book.GetSheetVisible(name)
		if err != nil || !visible {
			continue
		}
		text, err := sheetText(ctx, book, name, &left, out.limit)
		if err != nil {
			return err
		}
		if text == "" {
			continue
		}
		if len(names) > 1 {
			text = name + "\n" + text
		}
		if err := out.add(text); err != nil {
			return unlessFull(err)
		}
	}
	return nil
}

// sheetText reads a sheet until its end, the limit of text or that of rows.
func sheetText(ctx context.Context, book *excelize.File, name string, left *int, limit int) (_ string, err error) {
	rows, err := book.Rows(name)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var text strings.Builder
	for empty := 0; rows.Next() && *left > 0 && text.Len() <= limit && empty < maxRowsNoText; *left-- {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		cells, err := rows.Columns()
		if err != nil {
			return "", err
		}
		line := rowText(cells)
		if line == "" {
			empty++
			continue
		}
		empty = 0
		text.WriteString(line + "\n")
	}
	return text.String(), rows.Error()
}

// rowText joins cells by tabs. Cells are one line each; empty ones at the end
// are dropped, those between keep their column.
func rowText(cells []string) string {
	for i, c := range cells {
		cells[i] = strings.Join(strings.Fields(c), " ")
	}
	return strings.TrimRight(strings.Join(cells, "\t"), "\t")
}
