package vietnamese

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Slug returns the words of s folded and joined by "-", in ASCII: "UBND huyện
// Càng Long" gives "ubnd-huyen-cang-long". Letters of other scripts are
// written as "u" and their code point, so that different names stay different.
func Slug(s string) string {
	folded := Fold(s)
	dst := make([]byte, 0, len(folded))
	gap := false
	for _, r := range folded {
		word := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
		if !word {
			gap = len(dst) > 0
			continue
		}
		if gap {
			dst, gap = append(dst, '-'), false
		}
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
			continue
		}
		dst = append(dst, 'u')
		dst = strconv.AppendInt(dst, int64(r), 16)
	}
	return string(dst)
}
