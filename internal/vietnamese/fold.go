package vietnamese

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case without diacritics; đ, Đ and their look-alikes
// Ð and ð become d, invisible characters go. NFC and NFD give the same. Text
// in other scripts stays, in lower case and NFC. Tone placement (hoà, hòa)
// folds away with the tones. Bytes that are not UTF-8 become U+FFFD.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	dst := append(make([]byte, 0, len(s)), s[:i]...)
	for i < len(s) {
		dst, i = foldCluster(dst, s, i)
	}
	return string(dst)
}

// Folded is folded text that knows where each byte came from.
type Folded struct {
	Text   string
	source string
	starts []uint32 // for each byte of Text, where its cluster starts in source
}

// FoldOffsets folds like Fold and keeps the offsets: four bytes for each byte
// of the result. Texts of 4 GB and more are beyond it.
func FoldOffsets(s string) Folded {
	dst := make([]byte, 0, len(s))
	starts := make([]uint32, 0, len(s))
	for i := 0; i < len(s); {
		from := i
		dst, i = foldCluster(dst, s, i)
		for len(starts) < len(dst) {
			starts = append(starts, uint32(from))
		}
	}
	return Folded{Text: string(dst), source: s, starts: starts}
}

// Original maps the byte range [start, end) of f.Text to the range of the
// source that it came from, on rune borders and with all combining marks of
// its letters. Ranges outside the text are cut to it.
func (f Folded) Original(start, end int) (int, int) {
	start = min(max(start, 0), len(f.Text))
	end = min(max(end, start), len(f.Text))
	from := len(f.source)
	if start < len(f.starts) {
		from = int(f.starts[start])
	}
	if start == end {
		return from, from
	}
	return from, clusterEnd(f.source, int(f.starts[end-1]))
}

// At returns the first offset of the folded text whose source is at or after
// offset i of the source.
func (f Folded) At(i int) int {
	// Nothing was folded away before: the text is ASCII up to here.
	if i <= 0 || i < len(f.starts) && int(f.starts[i]) == i && int(f.starts[i-1]) < i {
		return max(i, 0)
	}
	return sort.Search(len(f.starts), func(k int) bool { return int(f.starts[k]) >= i })
}

// foldCluster appends the folding of the rune at i and returns the offset of
// the next one. Marks and invisible characters append nothing.
func foldCluster(dst []byte, s string, i int) ([]byte, int) {
	c := s[i]
	if c < utf8.RuneSelf {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		return append(dst, c), i + 1
	}
	r, w := decode(s, i)
	switch f := fold(r); f {
	case asIs:
		return foldForeign(dst, s, i)
	case mark, invisible:
		return dst, i + w
	default:
		return append(dst, f), i + w
	}
}

// foldForeign appends the normal form of the segment at i, which does not
// begin with a Latin letter, and returns the offset of the next segment.
func foldForeign(dst []byte, s string, i int) ([]byte, int) {
	if r, w := decode(s, i); r == utf8.RuneError && w <= 1 {
		return utf8.AppendRune(dst, utf8.RuneError), i + 1
	}
	end := foreignEnd(s, i)
	latin := false // after composition the base may be Latin: U+212B is Å
	for _, r := range norm.NFC.String(s[i:end]) {
		switch f := fold(r); f {
		case asIs:
			dst = utf8.AppendRune(dst, unicode.ToLower(unicode.ToUpper(r)))
			latin = false
		case mark:
			if !latin {
				dst = utf8.AppendRune(dst, r)
			}
		case invisible:
		default:
			dst, latin = append(dst, f), true
		}
	}
	return dst, end
}

// foreignEnd is the end of the normalisation segment at i.
func foreignEnd(s string, i int) int {
	// A segment has at most some 30 marks; the window keeps the search short.
	window := s[i:min(len(s), i+256)]
	n := norm.NFC.NextBoundaryInString(window, true)
	if n <= 0 {
		_, n = decode(s, i)
	}
	return i + n
}

// clusterEnd is the end of the letter at i with its combining marks, also
// when an invisible character stands between the two.
func clusterEnd(s string, i int) int {
	r, w := decode(s, i)
	if fold(r) == asIs && r >= utf8.RuneSelf && (r != utf8.RuneError || w > 1) {
		return foreignEnd(s, i)
	}
	end := i + w
	for j := end; j < len(s) && s[j] >= utf8.RuneSelf; {
		r, w = decode(s, j)
		j += w
		switch fold(r) {
		case mark:
			end = j
		case invisible:
		default:
			return end
		}
	}
	return end
}
