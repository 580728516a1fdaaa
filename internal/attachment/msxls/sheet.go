package msxls

import (
	"context"
	"math"
	"strings"

	"tracuu/internal/attachment/flow"
)

// sheetText collects the rows of a sheet.
type sheetText struct {
	*workbook
	out   strings.Builder
	row   int
	cells []string
	// A formula's string follows in a record of its own.
	formula struct{ row, column, xf int }
}

// sheet reads the records of a sheet up to its end.
func (b *workbook) sheet(ctx context.Context, stream []byte, limit int) (string, error) {
	r := &records{rest: stream}
	s := &sheetText{workbook: b, row: -1}
	depth := 0 // charts have a beginning and an end of their own
	for n := 0; s.out.Len() <= limit; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return "", ctx.Err()
		}
		kind, data, ok := r.next()
		switch {
		case !ok, kind == recEOF && depth <= 1:
			s.endRow()
			return s.out.String(), nil
		case kind == recBOF:
			depth++
		case kind == recEOF:
			depth--
		case depth == 1:
			s.record(kind, data)
		}
	}
	return s.out.String(), nil
}

func (s *sheetText) record(kind int, data []byte) {
	row, column, xf := int(u16(data, 0)), int(u16(data, 2)), int(u16(data, 4))
	switch kind {
	case recLabelSST:
		if n := int(u32(data, 6)); n >= 0 && n < len(s.strings) {
			s.put(row, column, s.encoding(xf).Decode(s.strings[n]))
		}
	case recLabel:
		if len(data) > 9 {
			s.put(row, column, s.encoding(xf).Decode(characters(data[9:], int(u16(data, 6)), data[8]&flagWide != 0)))
		}
	case recRK:
		s.put(row, column, s.number(xf, rk(u32(data, 6))))
	case recMulRK:
		for at := 4; at+6 <= len(data)-2; at += 6 {
			s.put(row, column, s.number(int(u16(data, at)), rk(u32(data, at+2))))
			column++
		}
	case recNumber:
		if len(data) >= 14 {
			s.put(row, column, s.number(xf, float(data[6:])))
		}
	case recBool:
		if len(data) >= 8 && data[7] == 0 {
			s.put(row, column, map[bool]string{true: "TRUE", false: "FALSE"}[data[6] != 0])
		}
	case recFormula:
		if len(data) < 14 {
			return
		}
		s.formula.row, s.formula.column, s.formula.xf = row, column, xf
		if u16(data, 12) != 0xFFFF { // else a string, truth value or error
			s.put(row, column, s.number(xf, float(data[6:])))
		}
	case recString:
		if len(data) > 3 {
			f := s.formula
			s.put(f.row, f.column, s.encoding(f.xf).Decode(characters(data[3:], int(u16(data, 0)), data[2]&flagWide != 0)))
		}
	}
}

// put keeps a cell; another row ends the open one.
func (s *sheetText) put(row, column int, text string) {
	if column >= maxColumn {
		return
	}
	if row != s.row {
		s.endRow()
		s.row = row
	}
	for len(s.cells) <= column {
		s.cells = append(s.cells, "")
	}
	s.cells[column] = flow.OneLine(text)
}

func (s *sheetText) endRow() {
	if line := strings.TrimRight(strings.Join(s.cells, "\t"), "\t"); line != "" {
		s.out.WriteString(line + "\n")
	}
	s.cells = s.cells[:0]
}

func float(b []byte) float64 {
	return math.Float64frombits(uint64(u32(b, 0)) | uint64(u32(b, 4))<<32)
}

// rk decodes a number of 30 bits (MS-XLS 2.5.217).
func rk(v uint32) float64 {
	var f float64
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	} else {
		f = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}
