package date

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// cueWord is the word right before an element.
type cueWord struct {
	word  string
	start int
}

// cueBefore reads the word right before i, one blank or line break between.
func cueBefore(s string, i int) cueWord {
	end := i
	if end > 0 && (s[end-1] == ' ' || s[end-1] == '\n') {
		end--
	}
	start := end
	for start > 0 && letter(s[start-1]) {
		start--
	}
	return cueWord{word: s[start:end], start: start}
}

// introductions are the words that belong to a date's quote when they stand
// right before it, blanks between: compared with their accents, so that "phấn
// đấu" is not "đầu", or without any, as people also write.
var introductions = []string{
	"năm học", "niên khóa", "ngày", "tháng", "quý", "quí", "giai đoạn", "nhiệm kỳ", "từ", "đến", "hết", "trước",
	"sau", "cuối", "đầu", "sáng", "chiều", "tối", "trong", "khóa", "năm",
}

// spelled is the introductions in all their spellings; those that introduce
// years only, "năm", stand last.
var spelled = sync.OnceValue(func() [][]string {
	all := make([][]string, len(introductions))
	for i, word := range introductions {
		all[i] = spellings(word)
	}
	return all
})

// spellings of a word: in small letters, with a capital, in capitals, each with
// accents and without; but "Nam" of "Việt Nam" is not "năm".
func spellings(word string) []string {
	var all []string
	for _, w := range []string{word, vietnamese.Fold(word)} {
		r, size := utf8.DecodeRuneInString(w)
		all = append(all, w, string(unicode.ToUpper(r))+w[size:], strings.ToUpper(w))
	}
	return slices.DeleteFunc(all, func(w string) bool { return w == "Nam" })
}

// introduction moves start, an offset of text, back over the words that
// introduce a date. The last word, "năm", introduces years only.
func introduction(text string, start int, u unit) int {
	words := spelled()
	if u != year {
		words = words[:len(words)-1]
	}
	for range 4 {
		moved := start
		for _, w := range words {
			if at, ok := wordBefore(text, start, w); ok {
				moved = at
				break
			}
		}
		if moved == start {
			break
		}
		start = moved
	}
	return start
}

// wordBefore tells whether a word, in one of its spellings, stands before start,
// and where.
func wordBefore(text string, start int, spellings []string) (int, bool) {
	head := strings.TrimRight(text[:start], " ")
	if len(head) == start { // one line break is a blank
		head = strings.TrimSuffix(head, "\n")
	}
	if len(head) == start {
		return 0, false
	}
	for _, w := range spellings {
		at := len(head) - len(w)
		if strings.HasSuffix(head, w) && (at == 0 || strings.IndexByte(" \n(", head[at-1]) >= 0) {
			return at, true
		}
	}
	return 0, false
}

// yearStands tells whether four digits are a year: a cue says so, or they are
// one end of a period of years.
func yearStands(s string, p period, cue cueWord) bool {
	if p.last.start != p.first.start {
		return p.first.year < p.last.year && p.last.year-p.first.year <= 150
	}
	switch cue.word {
	case "nam", "doan", "ky":
		return s[cue.start:p.first.start] == cue.word+" "
	case "den": // định hướng đến 2030
		head := s[:cue.start]
		return strings.HasSuffix(head, "dinh huong ") || strings.HasSuffix(head, "tam nhin ")
	case "nhin":
		return strings.HasSuffix(s[:p.first.start], "tam nhin ")
	}
	return false
}
