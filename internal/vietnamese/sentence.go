package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
)

// Sentences returns the sentences and list items of s in order, without the
// blanks around them. A sentence ends
//   - at "!", "?", "…" and ".", unless what follows goes on in lower case, the
//     dot stands inside a number, or it closes an abbreviation (TP.) or the
//     number of a heading (1., a., Điều 5.),
//   - at ";",
//   - at an empty line, and at a line end unless the line is visibly broken:
//     it ends in a comma or a word that needs a next one (số, ngày, của), or
//     the next line goes on in lower case.
func Sentences(s string) []model.Span {
	var spans []model.Span
	start := 0
	cut := func(end int) {
		if from, to := trimmed(s, start, end); from < to {
			spans = append(spans, model.Span{Start: from, End: to})
		}
		start = end
	}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ';':
			i++
			cut(i)
		case c == '\n':
			next := afterBlank(s, i)
			if lineEnds(s[start:i], s[i:next], s[next:]) {
				cut(next)
			}
			i = next
		case c == '.', c == '!', c == '?', strings.HasPrefix(s[i:], "…"):
			end := afterStops(s, i)
			if stopEnds(s, start, i, end) {
				cut(end)
			}
			i = end
		default:
			i++
		}
	}
	cut(len(s))
	return spans
}

// afterStops is the offset after the full stops at i and the quotes and
// brackets that close with them.
func afterStops(s string, i int) int {
	for i < len(s) {
		r, w := decode(s, i)
		if !strings.ContainsRune(`.!?…"'”’»)]`, r) {
			break
		}
		i += w
	}
	return i
}

func afterBlank(s string, i int) int {
	for i < len(s) {
		r, w := decode(s, i)
		if !unicode.IsSpace(r) {
			break
		}
		i += w
	}
	return i
}

// stopEnds decides on the stops s[at:end] of a sentence that began at start.
func stopEnds(s string, start, at, end int) bool {
	if end == len(s) {
		return true
	}
	next := afterBlank(s, end)
	if next == end {
		// 1.200 and abc.vn, but also "xong.Sau" where a space is missing.
		return glued(s, at, end)
	}
	if strings.Contains(s[end:next], "\n") {
		return false // the line end decides
	}
	if r, _ := decode(s, next); unicode.IsLower(r) {
		return false
	}
	return s[at] != '.' || !closesAbbreviation(s[start:at])
}

// glued reports whether a sentence ends at a stop that no blank follows: a
// small letter stands before it, a capital and then a small one after it.
func glued(s string, at, end int) bool {
	before := lastRune(s[:at])
	r, w := decode(s, end)
	if !unicode.IsLower(before) || !unicode.IsUpper(r) || end+w >= len(s) {
		return false
	}
	r, _ = decode(s, end+w)
	return unicode.IsLower(r)
}

// lineEnds decides whether the blank between two lines ends a sentence.
func lineEnds(line, blank, next string) bool {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	if line == "" || next == "" || strings.Count(blank, "\n") > 1 {
		return true
	}
	switch last := lastRune(line); {
	case strings.ContainsRune(".!?…:", last):
		return true
	case last == ',':
		return false
	}
	r, w := decode(next, 0)
	if strings.ContainsRune("-–•+*", r) {
		return true // the next item of a list
	}
	if unicode.IsLower(r) {
		after, _ := decode(next, w)
		return after == ')' || after == '.' // a) and a. begin an item
	}
	word := Fold(lastWord(line))
	if word == "so" { // "chuyển đổi số" ends a line, "Quyết định số" does not
		return !unicode.IsDigit(r) && r != ':'
	}
	return !needsNext[word]
}

// needsNext holds folded words that do not end a line of their own: a number,
// a name or a noun has to follow. Only words whose folding is not also a
// common last word ("năm" is, by "nằm").
var needsNext = map[string]bool{
	"ngay": true, "thang": true, "cua": true, "va": true,
	"hoac": true, "theo": true, "voi": true, "cac": true, "nhung": true,
	"huyen": true, "tinh": true, "tai": true, "ve": true, "cho": true,
}

// abbreviations are folded words after which a dot does not end a sentence.
var abbreviations = map[string]bool{
	"tp": true, "tx": true, "tt": true, "ths": true, "ts": true, "pgs": true,
	"gs": true, "bs": true, "ks": true, "ls": true, "cn": true, "dr": true, "mr": true,
}

// headings are folded words that a number with a dot follows.
var headings = map[string]bool{
	"dieu": true, "chuong": true, "muc": true, "phan": true, "khoan": true, "bang": true, "bieu": true, "hinh": true,
}

// closesAbbreviation looks at a sentence up to its dot.
func closesAbbreviation(sentence string) bool {
	word := lastWord(sentence)
	before := strings.TrimSpace(sentence[:len(sentence)-len(word)])
	folded := Fold(word)
	switch {
	case word == "":
		return false
	case ordinal(folded) && (before == "" || len(before) < 16 && headings[Fold(before)]):
		return true // 1. Mục tiêu, II. Nội dung, Điều 5. Tổ chức thực hiện
	case len(folded) == 1 && unicode.IsUpper(lastRune(word)):
		return true // P. Bến Nghé
	}
	return abbreviations[folded[strings.LastIndexByte(folded, '.')+1:]] && !unicode.IsLower(firstRune(word))
}

// ordinal reports whether a folded word numbers a heading: 1, 2.1, a, xiv.
func ordinal(word string) bool {
	if len(word) > 8 {
		return false
	}
	return strings.Trim(word, "0123456789.") == "" || strings.Trim(word, "ivx") == "" ||
		len(word) == 1 && word[0] >= 'a' && word[0] <= 'z'
}

// lastWord returns the end of s after its last blank or opening bracket. It
// looks back a bounded way, so that text without blanks stays cheap.
func lastWord(s string) string {
	const reach = 64
	from := max(0, len(s)-reach)
	i := strings.LastIndexAny(s[from:], " \t\n([\"")
	if i < 0 && from > 0 {
		return ""
	}
	return s[from+i+1:]
}

func firstRune(s string) rune {
	r, _ := decode(s, 0)
	return r
}

// trimmed narrows [start, end) to what is not blank.
func trimmed(s string, start, end int) (int, int) {
	part := strings.TrimLeftFunc(s[start:end], unicode.IsSpace)
	start = end - len(part)
	return start, start + len(strings.TrimRightFunc(part, unicode.IsSpace))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
