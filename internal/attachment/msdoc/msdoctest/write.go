// Package msdoctest writes small Word 97-2003 files for tests.
package msdoctest

import (
	"encoding/binary"
	"unicode/utf16"

	"tracuu/internal/attachment/ole/oletest"
)

// Part is some text of a document; its control characters are those of MS-DOC:
// \r ends a paragraph, \a a cell.
type Part struct {
	Text    string
	Font    string // "" is the document's own
	Deleted bool
	Style   bool // the font is that of the paragraph's style, not its own
	InTable bool // of the paragraph that the text belongs to
	RowEnd  bool
	Latin   bool // one byte a character, as in Windows-1252
}

const (
	textAt   = 0x800
	pageSize = 512
)

// File returns a document of a few parts; each part is a piece of its own.
func File(parts ...Part) []byte {
	main := make([]byte, textAt)
	var table, pieces []byte
	cps, fcs := []int{0}, []int{textAt}
	for _, p := range parts {
		units := utf16.Encode([]rune(p.Text))
		fc := uint32(len(main))
		if p.Latin {
			fc = 2*fc | 0x40000000
		}
		pieces = append(pieces, 0, 0)
		pieces = binary.LittleEndian.AppendUint32(pieces, fc)
		pieces = append(pieces, 0, 0)
		for _, u := range units {
			if p.Latin {
				main = append(main, byte(u))
			} else {
				main = binary.LittleEndian.AppendUint16(main, u)
			}
		}
		cps, fcs = append(cps, cps[len(cps)-1]+len(units)), append(fcs, len(main))
	}
	main = append(main, make([]byte, (pageSize-len(main)%pageSize)%pageSize)...)
	w := &file{main: main, table: table}
	plc := append(numbers(cps), pieces...)
	w.place(0x1A2, append(binary.LittleEndian.AppendUint32([]byte{2}, uint32(len(plc))), plc...))
	w.place(0xFA, w.page(fcs, characterPage(fcs, parts)))
	w.place(0x102, w.page(fcs, paragraphPage(fcs, parts)))
	w.place(0x112, fontTable(parts))
	w.place(0xA2, styleSheet(parts))
	binary.LittleEndian.PutUint16(w.main[0:], 0xA5EC)
	binary.LittleEndian.PutUint16(w.main[2:], 0xC1)
	binary.LittleEndian.PutUint16(w.main[0x0A:], 0x0200)
	binary.LittleEndian.PutUint32(w.main[0x4C:], uint32(cps[len(cps)-1]))
	return oletest.File(oletest.Stream{Name: "WordDocument", Body: w.main}, oletest.Stream{Name: "1Table", Body: w.table})
}

type file struct{ main, table []byte }

// place appends a structure to the table stream and names it in the FIB.
func (w *file) place(at int, b []byte) {
	binary.LittleEndian.PutUint32(w.main[at:], uint32(len(w.table)))
	binary.LittleEndian.PutUint32(w.main[at+4:], uint32(len(b)))
	w.table = append(w.table, b...)
}

// page appends a formatted disk page and returns the bin table that names it.
func (w *file) page(fcs []int, page []byte) []byte {
	at := uint32(len(w.main) / pageSize)
	w.main = append(w.main, page...)
	return binary.LittleEndian.AppendUint32(numbers([]int{fcs[0], fcs[len(fcs)-1]}), at)
}

func numbers(values []int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return b
}

// diskPage lays out lists of properties, each behind its size, from the end.
func diskPage(fcs []int, entry int, lists [][]byte) []byte {
	page := make([]byte, pageSize)
	copy(page, numbers(fcs))
	page[pageSize-1] = byte(len(lists))
	end := pageSize - 2
	for i, list := range lists {
		end -= len(list) + len(list)%2
		copy(page[end:], list)
		page[4*len(fcs)+entry*i] = byte(end / 2)
	}
	return page
}

func characterPage(fcs []int, parts []Part) []byte {
	var lists [][]byte
	for i, p := range parts {
		var list []byte
		if p.Font != "" && !p.Style {
			list = append(list, 0x4F, 0x4A, byte(i+1), 0)
		}
		if p.Deleted {
			list = append(list, 0x00, 0x08, 1)
		}
		lists = append(lists, append([]byte{byte(len(list))}, list...))
	}
	return diskPage(fcs, 1, lists)
}

func paragraphPage(fcs []int, parts []Part) []byte {
	var lists [][]byte
	for i, p := range parts {
		list := []byte{0, 0, 0}
		if p.Style {
			list[1] = byte(i + 1)
		}
		list = append(list, 0x16, 0x24, flag(p.InTable), 0x17, 0x24, flag(p.RowEnd), 0x1B, 0x24, 0) // the last for an even size
		list[0] = byte(len(list) / 2)
		lists = append(lists, list)
	}
	return diskPage(fcs, 13, lists)
}

func flag(set bool) byte {
	if set {
		return 1
	}
	return 0
}

// fontTable has Times New Roman at 0 and the font of each part behind it.
func fontTable(parts []Part) []byte {
	table := []byte{byte(len(parts) + 1), 0, 0, 0}
	add := func(name string) {
		entry := make([]byte, 39)
		for _, u := range utf16.Encode([]rune(name + "\x00")) {
			entry = binary.LittleEndian.AppendUint16(entry, u)
		}
		table = append(append(table, byte(len(entry))), entry...)
	}
	add("Times New Roman")
	for _, p := range parts {
		add(p.Font)
	}
	return table
}

// styleSheet has a style for each part, on top of style 0, in the part's font.
func styleSheet(parts []Part) []byte {
	sheet := make([]byte, 20)
	sheet[0] = 18
	sheet[2] = byte(len(parts) + 1)
	sheet[4] = 10
	for i := range len(parts) + 1 {
		std := []byte{0, 0, 1, 0, 2, 0, 0, 0, 0, 0} // a paragraph style based on 0
		if i == 0 {
			std[2], std[3] = 0xF1, 0xFF
		}
		std = append(std, 1, 0, 'x', 0, 0, 0) // its name
		std = append(std, 2, 0, byte(i), 0)   // paragraph properties
		list := []byte{0x4F, 0x4A, byte(i), 0}
		if i == 0 {
			list = nil
		}
		std = append(append(std, byte(len(list)), 0), list...)
		sheet = append(binary.LittleEndian.AppendUint16(sheet, uint16(len(std))), std...)
	}
	return sheet
}
