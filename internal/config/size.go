package config

import (
	"fmt"
	"strconv"
	"strings"
)

// Size is a number of bytes, written as 64MB, 1GB, 500KB or plain bytes.
// Units are powers of 1024.
type Size int64

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	word := strings.ToUpper(strings.ReplaceAll(string(text), " ", ""))
	unit := int64(1)
	for _, u := range sizeUnits() {
		if digits, found := strings.CutSuffix(word, u.name); found {
			word, unit = digits, u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil || n < 0 || n > (1<<62)/unit {
		return fmt.Errorf("%q không phải dung lượng (ví dụ: 64MB, 1GB)", text)
	}
	*s = Size(n * unit)
	return nil
}

// String writes the size in the largest unit that keeps it whole.
func (s Size) String() string {
	for _, u := range sizeUnits() {
		if int64(s) >= u.bytes && int64(s)%u.bytes == 0 {
			return strconv.FormatInt(int64(s)/u.bytes, 10) + u.name
		}
	}
	return strconv.FormatInt(int64(s), 10)
}

type sizeUnit struct {
	name  string
	bytes int64
}

func sizeUnits() []sizeUnit {
	return []sizeUnit{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}}
}
