package date

import (
	"strings"

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
	"ngày", "tháng", "quý", "quí", "giai đoạn", "nhiệm kỳ", "từ", "đến", "hết", "trước",
	"sau", "cuối", "đầu", "sáng", "chiều", "tối", "trong", "khóa", "năm",
}

// introduction moves start, an offset of text, back over the words that
// introduce a date. The last word, "năm", introduces years only.
func introduction(text string, start int, u unit) int {
	words := introductions
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

// wordBefore tells whether the word stands before start, and where.
func wordBefore(text string, start int, word string) (int, bool) {
	head := strings.TrimRight(text[:start], " ")
	if len(head) == start {
		return 0, false
	}
	for _, w := range []string{word, vietnamese.Fold(word)} {
		at := len(head) - len(w)
		if at < 0 || !strings.EqualFold(head[at:], w) {
			continue
		}
		if at == 0 || strings.IndexByte(" \n(", head[at-1]) >= 0 {
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
	}
	return false
}
