// Package msxlstest writes small Excel 97-2003 files for tests.
package msxlstest

import (
	"encoding/binary"
	"math"
	"slices"
	"unicode/utf16"

	"tracuu/internal/attachment/ole/oletest"
)

// Sheet is a sheet of rows; a cell is nil, a string, a number, a Shown number
// or a Legacy string.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   [][]any
}

// Shown is a number in a number format: a built-in one, or 164 and on, those
// of Formats.
type Shown struct {
	Value  float64
	Format int
}

// Legacy is a string in the font .VnTime.
type Legacy string

// Formats are the formats from 164 on.
func Formats() []string { return []string{`"ngày" dd/mm/yyyy`, `0.0" d"`} }

const (
	looks      = 256 // the look of a format is its number; the last one is .VnTime
	legacyLook = looks
	split      = 7 // bytes of the first part of the table of strings: strings go over its end
)

// File returns a workbook.
func File(sheets ...Sheet) []byte {
	var names []string
	bodies := make([][]byte, len(sheets))
	for i, s := range sheets {
		bodies[i] = sheet(s, &names)
	}
	globals := record(0x0809, 0, 6, 5, 0)
	globals = append(globals, font("Arial")...)
	globals = append(globals, font(".VnTime")...)
	for i := range looks {
		globals = append(globals, record(0xE0, 0, 0, byte(i), 0)...)
	}
	globals = append(globals, record(0xE0, 1, 0, 0, 0)...)
	for i, code := range Formats() {
		globals = append(globals, record(0x041E, append([]byte{byte(164 + i), 0}, wide(code)...)...)...)
	}
	end := slices.Concat(table(names), record(0x0A))
	at := len(globals) + len(end)
	for _, s := range sheets {
		at += 4 + 8 + 2*len(utf16.Encode([]rune(s.Name)))
	}
	for i, s := range sheets {
		place := binary.LittleEndian.AppendUint32(nil, uint32(at))
		hidden := byte(0)
		if s.Hidden {
			hidden = 1
		}
		name := wide(s.Name)
		globals = append(globals, record(0x85, slices.Concat(place, []byte{hidden, 0, name[0]}, name[2:])...)...)
		at += len(bodies[i])
	}
	return oletest.File(oletest.Stream{Name: "Workbook", Body: slices.Concat(globals, end, slices.Concat(bodies...))})
}

func record(kind uint16, data ...byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, kind)
	return append(binary.LittleEndian.AppendUint16(b, uint16(len(data))), data...)
}

// wide is a string behind its length (two bytes) and flag.
func wide(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := append(binary.LittleEndian.AppendUint16(nil, uint16(len(units))), 1)
	for _, u := range units {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

func font(name string) []byte {
	w := wide(name)
	return record(0x31, slices.Concat(make([]byte, 14), []byte{w[0]}, w[2:])...)
}

// table is the table of strings; the first one goes over the end of a record.
func table(names []string) []byte {
	all := binary.LittleEndian.AppendUint32(nil, uint32(len(names)))
	all = append(all, all...)
	for _, n := range names {
		all = append(all, wide(n)...)
	}
	cut := 8 + split
	if len(all) <= cut {
		return record(0xFC, all...)
	}
	return slices.Concat(record(0xFC, all[:cut]...), record(0x3C, append([]byte{1}, all[cut:]...)...))
}

func sheet(s Sheet, names *[]string) []byte {
	b := record(0x0809, 0, 6, 0x10, 0)
	for row, cells := range s.Rows {
		for column, cell := range cells {
			at := func(look int) []byte {
				return []byte{byte(row), byte(row >> 8), byte(column), 0, byte(look), byte(look >> 8)}
			}
			number := func(look int, v float64) {
				b = append(b, record(0x0203, binary.LittleEndian.AppendUint64(at(look), math.Float64bits(v))...)...)
			}
			text := func(look int, v string) {
				b = append(b, record(0xFD, binary.LittleEndian.AppendUint32(at(look), uint32(len(*names)))...)...)
				*names = append(*names, v)
			}
			switch v := cell.(type) {
			case string:
				text(0, v)
			case Legacy:
				text(legacyLook, string(v))
			case int:
				b = append(b, record(0x027E, binary.LittleEndian.AppendUint32(at(0), uint32(v)<<2|2)...)...)
			case float64:
				number(0, v)
			case Shown:
				number(v.Format, v.Value)
			}
		}
	}
	return append(b, record(0x0A)...)
}
