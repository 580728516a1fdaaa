// Package msxls reads the cells of Excel 97-2003 files (MS-XLS, BIFF8).
package msxls

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"tracuu/internal/attachment/ole"
	"tracuu/internal/vietnamese"
)

// Why a file cannot be read.
var (
	ErrEncrypted = errors.New("workbook is encrypted")
	ErrOld       = errors.New("workbook of Excel 95 or before")
	errDamaged   = errors.New("damaged workbook")
)

// Sheet is a visible sheet.
type Sheet struct {
	Name string
	Text string // a line a row, cells apart by tabs
}

// Bounds of a workbook.
const (
	maxSheets = 256
	maxColumn = 256
)

// Read returns the visible sheets with text, until about limit bytes.
func Read(ctx context.Context, body []byte, limit int) ([]Sheet, error) {
	file, err := ole.Open(body)
	if err != nil {
		return nil, err
	}
	name := "Workbook"
	if !file.Has(name) {
		name = "Book"
	}
	stream, err := file.Stream(name)
	if err != nil {
		return nil, err
	}
	book := &workbook{limit: limit, formats: map[int]string{}}
	if err := book.globals(ctx, stream); err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, s := range book.sheets {
		if s.hidden || s.at <= 0 || s.at >= len(stream) || limit <= 0 {
			continue
		}
		text, err := book.sheet(ctx, stream[s.at:], limit)
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(text) != "" {
			sheets = append(sheets, Sheet{s.name, text})
		}
		limit -= len(text)
	}
	return sheets, nil
}

// Records that are looked at (MS-XLS 2.3.1).
const (
	recFormula  = 0x0006
	recEOF      = 0x000A
	recDateMode = 0x0022
	recFilePass = 0x002F
	recFont     = 0x0031
	recContinue = 0x003C
	recSheet    = 0x0085
	recMulRK    = 0x00BD
	recXF       = 0x00E0
	recStrings  = 0x00FC
	recLabelSST = 0x00FD
	recNumber   = 0x0203
	recLabel    = 0x0204
	recBool     = 0x0205
	recString   = 0x0207
	recRK       = 0x027E
	recFormat   = 0x041E
	recBOF      = 0x0809
	biff8       = 0x0600
)

// workbook is what the cells refer to.
type workbook struct {
	limit    int
	sheets   []sheetPlace
	strings  []string
	fonts    []string
	looks    []look
	formats  map[int]string
	since904 bool // days count from 1904
}

type sheetPlace struct {
	name   string
	at     int // of its first record
	hidden bool
}

// look is how a cell is shown.
type look struct{ font, format int }

// globals reads the part that stands before the sheets.
func (b *workbook) globals(ctx context.Context, stream []byte) error {
	r := &records{rest: stream}
	if kind, data, ok := r.next(); !ok || kind != recBOF || len(data) < 2 {
		return fmt.Errorf("%w: no beginning", errDamaged)
	} else if binary.LittleEndian.Uint16(data) != biff8 {
		return ErrOld
	}
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		kind, data, ok := r.next()
		if !ok || kind == recEOF {
			return nil
		}
		if err := b.global(r, kind, data); err != nil {
			return err
		}
	}
}

func (b *workbook) global(r *records, kind int, data []byte) error {
	switch kind {
	case recFilePass:
		return ErrEncrypted
	case recDateMode:
		b.since904 = len(data) > 0 && data[0] == 1
	case recSheet:
		if len(data) > 8 && data[5] == 0 && len(b.sheets) < maxSheets {
			b.sheets = append(b.sheets, sheetPlace{
				name: characters(data[8:], int(data[6]), data[7]&1 == 1), at: int(u32(data, 0)), hidden: data[4]&3 != 0,
			})
		}
	case recFont:
		name := ""
		if len(data) > 16 {
			name = characters(data[16:], int(data[14]), data[15]&1 == 1)
		}
		b.fonts = append(b.fonts, name)
	case recXF:
		b.looks = append(b.looks, look{int(u16(data, 0)), int(u16(data, 2))})
	case recFormat:
		if len(data) > 5 {
			b.formats[int(u16(data, 0))] = characters(data[5:], int(u16(data, 2)), data[4]&1 == 1)
		}
	case recStrings:
		b.strings = sharedStrings(r.continued(data), b.limit)
	}
	return nil
}

// encoding is that of the font of a cell. Font 4 is left out of the list.
func (b *workbook) encoding(xf int) vietnamese.FontEncoding {
	if xf >= len(b.looks) {
		return vietnamese.FontUnicode
	}
	n := b.looks[xf].font
	if n > 4 {
		n--
	}
	if n >= len(b.fonts) {
		return vietnamese.FontUnicode
	}
	return vietnamese.EncodingOfFont(b.fonts[n])
}
