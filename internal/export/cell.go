package export

import (
	"fmt"
	"math"
	"strings"
	"time"

	"tracuu/internal/model"
)

// cell is a cell as the writers take it. Only the field of its column's kind is
// set, and none when it is empty.
type cell struct {
	empty  bool
	text   string // Text and Link
	whole  int64
	number float64
	day    model.Date
	time   time.Time
}

// cells checks a row against its columns and reads it into buffer.
func cells(columns []Column, row []any, buffer []cell) ([]cell, error) {
	if len(row) != len(columns) {
		return nil, fmt.Errorf("a row has %d cells for %d columns", len(row), len(columns))
	}
	buffer = buffer[:0]
	for i, c := range columns {
		read, err := c.read(row[i])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", c.Name, err)
		}
		buffer = append(buffer, read)
	}
	return buffer, nil
}

func (c Column) read(v any) (cell, error) {
	if v == nil {
		return cell{empty: true}, nil
	}
	switch c.Kind {
	case Text, Link:
		if text, ok := v.(string); ok {
			return cell{text: strings.ToValidUTF8(text, "\uFFFD"), empty: text == ""}, nil
		}
	case Integer:
		switch n := v.(type) {
		case int:
			return cell{whole: int64(n)}, nil
		case int64:
			return cell{whole: n}, nil
		}
	case Number:
		switch n := v.(type) {
		case float64:
			return number(n), nil
		case *float64:
			if n == nil {
				return cell{empty: true}, nil
			}
			return number(*n), nil
		}
	case Date:
		if d, ok := v.(model.Date); ok {
			return cell{day: d, empty: d.IsZero()}, nil
		}
	case Time:
		if t, ok := v.(time.Time); ok {
			return cell{time: t, empty: t.IsZero()}, nil
		}
	}
	return cell{}, fmt.Errorf("a cell of kind %d cannot be %T", c.Kind, v)
}

func number(n float64) cell {
	return cell{number: n, empty: math.IsNaN(n) || math.IsInf(n, 0)}
}
