package export

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Bounds of a sheet. The first is Excel's; the second keeps a sheet far below
// the 4 GB at which a ZIP entry needs a form that Excel is strict about.
const (
	sheetRows  = excelize.TotalRows // the head counts
	sheetBytes = 1 << 30            // of text
)

// dataSheet is the name of the first sheet; further ones have a number behind.
const dataSheet = "Dữ liệu"

// xlsxWriter writes rows into temporary files, a sheet each, and makes the
// workbook of them when it is closed.
type xlsxWriter struct {
	head   Head
	w      io.Writer
	file   *excelize.File
	sheet  *excelize.StreamWriter
	styles styles
	sheets int
	limit  int // rows of a sheet
	used   int // rows of the open sheet, the head among them
	bytes  int // of text in the open sheet
	total  int // rows of data
	buffer []cell
	row    []any
}

func newXLSX(w io.Writer, h Head) (Writer, error) { return newWorkbook(w, h, sheetRows) }

func newWorkbook(w io.Writer, h Head, limit int) (*xlsxWriter, error) {
	x := &xlsxWriter{head: h, w: w, file: excelize.NewFile(), limit: limit, row: make([]any, len(h.Columns))}
	err := x.properties()
	if err == nil {
		x.styles, err = newStyles(x.file)
	}
	if err == nil {
		err = x.begin()
	}
	if err != nil {
		x.Discard()
		return nil, err
	}
	return x, nil
}

func (x *xlsxWriter) properties() error {
	at := x.head.Time.UTC().Format(time.RFC3339)
	return x.file.SetDocProps(&excelize.DocProperties{Title: x.head.Title, Creator: "tracuu", Created: at, Modified: at, Language: "vi-VN"})
}

// begin opens a sheet of data with its head.
func (x *xlsxWriter) begin() (err error) {
	x.sheets++
	name := dataSheet
	if x.sheets == 1 {
		err = x.file.SetSheetName(x.file.GetSheetName(0), name)
	} else {
		name = fmt.Sprintf("%s %d", dataSheet, x.sheets)
		_, err = x.file.NewSheet(name)
	}
	if err != nil {
		return err
	}
	if x.sheet, err = x.file.NewStreamWriter(name); err != nil {
		return err
	}
	for i, c := range x.head.Columns {
		if err := x.sheet.SetColWidth(i+1, i+1, width(c.Kind)); err != nil {
			return err
		}
		x.row[i] = excelize.Cell{Value: c.Head, StyleID: x.styles.head}
	}
	frozen := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := x.sheet.SetPanes(frozen); err != nil {
		return err
	}
	x.used, x.bytes = 1, 0
	return x.sheet.SetRow("A1", x.row)
}

// width is of a column, in characters.
func width(k Kind) float64 {
	switch k {
	case Integer, Number, Date:
		return 12
	case Time:
		return 20
	case Link:
		return 30
	case Text:
	}
	return 36
}

// Row implements Writer.
func (x *xlsxWriter) Row(row []any) (err error) {
	if x.buffer, err = cells(x.head.Columns, row, x.buffer); err != nil {
		return err
	}
	if x.used >= x.limit || x.bytes >= sheetBytes {
		if err := x.end(); err != nil {
			return err
		}
		if err := x.begin(); err != nil {
			return err
		}
	}
	for i, c := range x.buffer {
		x.row[i] = x.styles.cell(c, x.head.Columns[i].Kind)
		x.bytes += len(c.text)
	}
	x.used++
	x.total++
	at, err := excelize.CoordinatesToCellName(1, x.used)
	if err != nil {
		return err
	}
	return x.sheet.SetRow(at, x.row)
}

// end closes the open sheet, with a filter over its columns.
func (x *xlsxWriter) end() error {
	last, err := excelize.CoordinatesToCellName(len(x.head.Columns), x.used)
	if err != nil {
		return err
	}
	if err := x.file.AutoFilter(x.sheet.Sheet, "A1:"+last, nil); err != nil {
		return err
	}
	return x.sheet.Flush()
}

// Close implements Writer.
func (x *xlsxWriter) Close() error {
	err := x.end()
	if err == nil {
		err = x.information()
	}
	if err == nil {
		err = x.pack()
	}
	x.Discard()
	return err
}

// pack writes the workbook as it is compressed: the library would gather it in
// memory first.
func (x *xlsxWriter) pack() error {
	archive := zip.NewWriter(x.w)
	x.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return archive })
	rest, err := x.file.WriteTo(x.w)
	if err == nil && rest != 0 {
		err = errors.New("the library wrote a workbook of its own beside the archive")
	}
	return err
}

// Discard implements Writer: the temporary files go.
func (x *xlsxWriter) Discard() {
	_ = x.file.Close() // what could not be removed lies in the system's folder for it
}
