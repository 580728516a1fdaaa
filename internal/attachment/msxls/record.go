package msxls

import (
	"encoding/binary"
	"unicode/utf16"
)

// records walks a stream of records.
type records struct{ rest []byte }

// next gives the kind and the data of a record.
func (r *records) next() (kind int, data []byte, ok bool) {
	if len(r.rest) < 4 {
		return 0, nil, false
	}
	kind = int(u16(r.rest, 0))
	n := min(4+int(u16(r.rest, 2)), len(r.rest))
	data, r.rest = r.rest[4:n], r.rest[n:]
	return kind, data, true
}

// continued gives the data of a record and of those that go on with it.
func (r *records) continued(data []byte) [][]byte {
	parts := [][]byte{data}
	for len(r.rest) >= 4 && u16(r.rest, 0) == recContinue {
		_, more, _ := r.next()
		parts = append(parts, more)
	}
	return parts
}

func u16(b []byte, at int) uint16 {
	if at+2 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}

// characters decodes n characters, of one byte (Latin-1) or two.
func characters(b []byte, n int, wide bool) string {
	if !wide {
		runes := make([]rune, min(n, len(b)))
		for i := range runes {
			runes[i] = rune(b[i])
		}
		return string(runes)
	}
	units := make([]uint16, min(n, len(b)/2))
	for i := range units {
		units[i] = u16(b, 2*i)
	}
	return string(utf16.Decode(units))
}
