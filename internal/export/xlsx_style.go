package export

import (
	"time"

	"tracuu/internal/model"

	"github.com/xuri/excelize/v2"
)

// styles are the ids of the styles of a workbook.
type styles struct{ head, title, day, time int }

func newStyles(f *excelize.File) (s styles, err error) {
	// The mark of Vietnamese keeps LibreOffice from putting the month first.
	day, clock := "[$-42A]dd/mm/yyyy", "[$-42A]dd/mm/yyyy hh:mm:ss"
	for _, made := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7ECF2"}},
			Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
		}},
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&s.day, excelize.Style{CustomNumFmt: &day}},
		{&s.time, excelize.Style{CustomNumFmt: &clock}},
	} {
		if *made.id, err = f.NewStyle(&made.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// firstYear is where the calendar of Excel begins; days before stay text.
const firstYear = 1900

// cell is a cell as the library takes it: nil when it is empty. Text is always
// typed as text, so that no formula comes of it.
func (s styles) cell(c cell, k Kind) any {
	if c.empty {
		return nil
	}
	switch k {
	case Integer:
		return c.whole
	case Number:
		return c.number
	case Date:
		if c.day.Year < firstYear {
			return c.day.Vietnamese()
		}
		return excelize.Cell{StyleID: s.day, Value: day(c.day)}
	case Time:
		return excelize.Cell{StyleID: s.time, Value: wallClock(c.time)}
	case Text, Link:
	}
	return c.text
}

// wallClock is what clocks in Vietnam show, to the second; cells know no zone.
func wallClock(t time.Time) time.Time {
	t = t.In(model.Vietnam())
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}
