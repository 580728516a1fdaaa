package query

import "strings"

// maxDigits bounds the digits of a number; longer ones are telephone or file
// numbers.
const maxDigits = 6

// What speaks for digits being the number of a document, and how loudly.
const (
	bySymbolBehind = 4
	byType         = 3
	bySo           = 3
	bySymbolBefore = 3
	byPlaceFirst   = 1
	byTypeBehind   = 2
	firstWithSign  = 8 // "4343/UBND-VX 2021 chỉ thị số 16/CT-TTg": what is typed first is asked for
	likeYear       = -3
)

// told is what filters beside a line tell of its number.
type told struct{ kind, year bool }

// chooseNumber returns the index of the digits that are most likely the number
// of a document, the first of equals.
func chooseNumber(tokens []token, filters told) (int, bool) {
	best, at := 0, -1
	for i, t := range tokens {
		if t.used || !isNumber(t) {
			continue
		}
		if score := evidence(tokens, i, filters); score > best {
			best, at = score, i
		}
	}
	if at < 0 && filters.kind {
		return onlyNumber(tokens)
	}
	return at, at >= 0
}

func isNumber(t token) bool {
	return t.digits && len(t.text) <= maxDigits && strings.Trim(t.text, "0") != ""
}

// onlyNumber is the one number among the words of a question that a filter
// restricts to a type: "càng long 52 loại:KH".
func onlyNumber(tokens []token) (int, bool) {
	at := -1
	for i, t := range tokens {
		if t.used || !isNumber(t) || isYear(t) || counts(tokens, i) {
			continue
		}
		if at >= 0 {
			return 0, false
		}
		at = i
	}
	return at, at >= 0
}

// counters stand before digits that count or point, what is counted behind them.
var counters = map[string]bool{
	"nam": true, "thang": true, "quy": true, "dieu": true, "khoan": true, "muc": true, "chuong": true, "diem": true,
	"khoa": true, "ky": true, "tap": true, "trang": true, "covid": true, "lan": true, "loai": true, "doan": true,
}

var countable = map[string]bool{
	"nam": true, "thang": true, "ngay": true, "gio": true, "nguoi": true, "xa": true, "huyen": true, "tinh": true,
	"ty": true, "trieu": true, "dong": true, "ha": true, "km": true, "ho": true, "lan": true, "tuoi": true, "chi": true,
}

// evidence weighs what stands around the digits at i; 0 or less means that
// they are no number of a document.
func evidence(tokens []token, i int, filters told) int {
	score, named := 0, false
	before := i - 1
	if before >= 0 && tokens[before].text == "so" {
		score += bySo
		before--
		named = true
	}
	symbol, end := symbolBehind(tokens, i)
	if symbol != "" {
		score += bySymbolBehind
		if (tokens[i+1].sep == '/' || tokens[i+1].sep == '-') && begins(tokens, i) {
			score += firstWithSign
		}
	}
	code, size := "", 0
	if before >= 0 {
		if code, size = typeEndingAt(tokens, before); size > 0 {
			score += byType
			named = true
		} else if from, _ := symbolBefore(tokens, before); from <= before {
			score += bySymbolBefore
		}
	}
	if symbol == "" && size == 0 && (i == 0 || named) && typeBehind(tokens, end) {
		score += byTypeBehind
		named = true
	}
	if isYear(tokens[i]) {
		if i > 0 && tokens[i-1].text == "nam" && (symbol == "" || !tokens[i+1].tight()) {
			return 0
		}
		score += doubtOfYear(tokens, i, doubt{symbol: symbol, code: code, named: named, filters: filters, ahead: before - size})
	}
	if score <= 0 && i == 0 && score == 0 && !counts(tokens, i) {
		return byPlaceFirst
	}
	return max(score, 0)
}

// begins tells the number of what was typed first: nothing stands before it but
// its type, "số", and the number of a row in a table.
func begins(tokens []token, i int) bool {
	before := i - 1
	if before >= 0 && tokens[before].text == "so" {
		before--
	}
	if before >= 0 {
		_, size := typeEndingAt(tokens, before)
		before -= size
	}
	return before < 0 || before == 0 && tokens[0].digits && len(tokens[0].text) <= 4
}

// typeBehind tells the name of a type at k, behind a number: "52 kế hoạch 2022",
// "số 52 kế hoạch ubnd", and nothing that would make it a sentence.
func typeBehind(tokens []token, k int) bool {
	for size := min(maxNameWords, len(tokens)-k); size >= 1; size-- {
		if _, found := typeEndingAt(tokens[k:k+size], size-1); found != size {
			continue
		}
		next := k + size
		return next == len(tokens) || isYear(tokens[next]) || tokens[next].text == "nam" || tokens[next].used || isPart(tokens[next].text)
	}
	return false
}

// counts tells digits that count something, or a part of something.
func counts(tokens []token, i int) bool {
	counted := i > 0 && (counters[tokens[i-1].text] || tokens[i].tight())
	return counted || i+1 < len(tokens) && (countable[tokens[i+1].text] || tokens[i+1].digits && tokens[i+1].sep != ' ')
}
