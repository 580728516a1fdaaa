package export

import (
	"github.com/xuri/excelize/v2"
)

// infoSheet is the name of the sheet that tells what the rows are.
const infoSheet = "Thông tin"

// information adds the sheet that tells of the rows.
func (x *xlsxWriter) information() error {
	if _, err := x.file.NewSheet(infoSheet); err != nil {
		return err
	}
	sheet, err := x.file.NewStreamWriter(infoSheet)
	if err != nil {
		return err
	}
	if err := sheet.SetColWidth(1, 6, 24); err != nil {
		return err
	}
	at := 0
	for _, row := range x.about() {
		at++
		first, err := excelize.CoordinatesToCellName(1, at)
		if err != nil {
			return err
		}
		if err := sheet.SetRow(first, row); err != nil {
			return err
		}
	}
	return sheet.Flush()
}

// about is the text of the sheet, a slice a row.
func (x *xlsxWriter) about() [][]any {
	h := x.head
	name := func(text string) excelize.Cell { return excelize.Cell{Value: text, StyleID: x.styles.head} }
	rows := [][]any{
		{excelize.Cell{Value: h.Title, StyleID: x.styles.title}},
		{},
		{name("Câu hỏi"), h.Question},
	}
	for i, f := range h.Filters {
		label := any(nil)
		if i == 0 {
			label = name("Bộ lọc")
		}
		rows = append(rows, []any{label, f})
	}
	rows = append(rows,
		[]any{name("Số dòng"), x.total},
		[]any{name("Thời điểm xuất"), excelize.Cell{Value: wallClock(h.Time), StyleID: x.styles.time}, "giờ Việt Nam"},
		[]any{name("Lưu ý"), "Bảng gồm những gì đã thu thập được từ các cổng dưới đây; không thấy ở đây không có nghĩa là không có."},
		[]any{},
		[]any{name("Cổng thông tin"), name("Mã"), name("Số bài"), name("Bài đăng các năm"), name("Chụp từ"), name("Chụp lần cuối")},
	)
	for _, c := range h.Coverage {
		row := []any{c.Name, c.Portal, c.Articles, years(c.From, c.To), nil, nil}
		if !c.First.IsZero() {
			row[4] = excelize.Cell{Value: wallClock(c.First), StyleID: x.styles.time}
			row[5] = excelize.Cell{Value: wallClock(c.Last), StyleID: x.styles.time}
		}
		rows = append(rows, row)
	}
	rows = append(rows, []any{}, []any{name("Cột"), name("Tên trong JSONL, Parquet và API")})
	for _, c := range h.Columns {
		rows = append(rows, []any{c.Head, c.Name})
	}
	return rows
}
