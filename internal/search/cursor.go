package search

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash"
	"maps"
	"slices"

	"github.com/cespare/xxhash/v2"

	"tracuu/internal/index"
)

// cursor is where the next page of a question begins: by relevance an offset,
// in a sorted order the position of the last hit, which stays where it is while
// the index grows.
type cursor struct {
	after  *index.Position // nil by relevance
	offset int
	// sequence is what the index had seen when the page before was made; 0 in a
	// sorted order, which does not move.
	sequence int64
}

// The first byte of a cursor is the version of its form and the kind of order.
const (
	cursorOffset   = 'a'
	cursorPosition = 'b'
	maxCursor      = 100 // bytes as written
)

// write makes an opaque, short text of a cursor for a question.
func (c cursor) write(q Question) string {
	raw := binary.BigEndian.AppendUint32([]byte{cursorOffset}, q.print())
	if c.after == nil {
		raw = binary.AppendUvarint(raw, uint64(c.offset))
		raw = binary.AppendUvarint(raw, uint64(c.sequence))
		return base64.RawURLEncoding.EncodeToString(raw)
	}
	raw[0] = cursorPosition
	raw = binary.AppendUvarint(raw, uint64(c.after.Day))
	raw = binary.AppendUvarint(raw, uint64(c.after.Number))
	raw = binary.BigEndian.AppendUint64(raw, c.after.Key)
	return base64.RawURLEncoding.EncodeToString(raw)
}

// cursor reads that of a question; one that was forged or cut, or is of another
// question, is a FieldError.
func (q Question) cursor() (cursor, error) {
	if q.Cursor == "" {
		return cursor{offset: q.Offset}, nil
	}
	c, ok := readCursor(q.Cursor, q.print())
	if !ok || (c.after == nil) != (q.Sort == index.ByRelevance) {
		return c, &FieldError{"cursor", "không phải con trỏ của câu hỏi này; hãy bỏ đi để bắt đầu lại từ trang đầu"}
	}
	return c, nil
}

func readCursor(text string, print uint32) (cursor, bool) {
	if len(text) > maxCursor {
		return cursor{}, false
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) < 5 || binary.BigEndian.Uint32(raw[1:]) != print {
		return cursor{}, false
	}
	kind, raw := raw[0], raw[5:]
	var numbers [2]int64
	for i := range numbers {
		n, width := binary.Uvarint(raw)
		if width <= 0 || n > 1<<40 {
			return cursor{}, false
		}
		numbers[i], raw = int64(n), raw[width:]
	}
	switch {
	case kind == cursorOffset && len(raw) == 0:
		return cursor{offset: int(numbers[0]), sequence: numbers[1]}, true
	case kind == cursorPosition && len(raw) == 8:
		return cursor{after: &index.Position{
			Day: int(numbers[0]), Number: int(numbers[1]), Key: binary.BigEndian.Uint64(raw),
		}}, true
	}
	return cursor{}, false
}

// print is a fingerprint of what decides which hits come in which order.
func (q Question) print() uint32 {
	h := xxhash.New()
	part(h, q.Text, string(q.Sort))
	for _, f := range slices.Sorted(maps.Keys(q.Filters)) {
		if len(q.Filters[f]) > 0 {
			part(h, string(f))
			part(h, slices.Sorted(slices.Values(q.Filters[f]))...)
		}
	}
	for _, kind := range slices.Sorted(slices.Values(q.Off)) {
		part(h, string(kind))
	}
	return uint32(h.Sum64())
}

func part(h hash.Hash, texts ...string) {
	for _, t := range texts {
		_, _ = fmt.Fprintf(h, "%d:%s", len(t), t) // never fails
	}
}
