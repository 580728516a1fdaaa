package query

import (
	"strings"

	"tracuu/internal/extract/docnum"
)

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
	firstWithSign  = 4 // "4343/UBND-VX 2021 chỉ thị 16/CT-TTg": what is typed first is asked for
	likeYear       = -3
)

// chooseNumber returns the index of the digits that are most likely the number
// of a document, the first of equals.
func chooseNumber(tokens []token) (int, bool) {
	best, at := 0, -1
	for i, t := range tokens {
		if t.used || !t.digits || len(t.text) > maxDigits || strings.Trim(t.text, "0") == "" {
			continue
		}
		if score := evidence(tokens, i); score > best {
			best, at = score, i
		}
	}
	return at, at >= 0
}

// onlyNumber is the one number among the words of a question that a filter
// restricts to a type: "càng long 52 loại:KH".
func onlyNumber(tokens []token) (int, bool) {
	at := -1
	for i, t := range tokens {
		if t.used || !t.digits || len(t.text) > maxDigits || isYear(t) || strings.Trim(t.text, "0") == "" || counts(tokens, i) {
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
func evidence(tokens []token, i int) int {
	score, named := 0, false
	before := i - 1
	if before >= 0 && tokens[before].text == "so" {
		score += bySo
		before--
		named = true
	}
	symbol, _ := symbolBehind(tokens, i)
	if symbol != "" {
		score += bySymbolBehind
		if i == 0 && tokens[1].sep == '/' {
			score += firstWithSign
		}
	}
	if before >= 0 {
		if _, size := typeEndingAt(tokens, before); size > 0 {
			score += byType
			named = true
		} else if from, _ := symbolBefore(tokens, before); from <= before {
			score += bySymbolBefore
		}
	}
	if isYear(tokens[i]) && (symbol == "" || !tokens[i+1].tight()) {
		if !named && symbol == "" || !otherYear(tokens, i) { // "qd 2052 2019" has both
			score += likeYear
		}
		if i > 0 && tokens[i-1].text == "nam" {
			return 0
		}
	}
	if score > 0 {
		return score
	}
	if i == 0 && score == 0 && !counts(tokens, i) {
		return byPlaceFirst
	}
	return 0
}

// counts tells digits that count something, or a part of something.
func counts(tokens []token, i int) bool {
	counted := i > 0 && (counters[tokens[i-1].text] || tokens[i].tight())
	return counted || i+1 < len(tokens) && (countable[tokens[i+1].text] || tokens[i+1].digits && tokens[i+1].sep != ' ')
}

// otherYear tells that another year than the digits at i was typed.
func otherYear(tokens []token, i int) bool {
	for k, t := range tokens {
		if k != i && !t.used && isYear(t) && !inPeriod(tokens, k) {
			return true
		}
	}
	return false
}

// readNumber reads the number whose digits are at i and marks its tokens.
func readNumber(tokens []token, i int) Number {
	n := Number{No: strings.TrimLeft(tokens[i].text, "0")}
	mark(tokens, ChipNumber, i, i+1)
	symbol, end := symbolBehind(tokens, i)
	n.Symbol = symbol
	var roles []ChipKind
	for k := i + 1; k < end; k++ {
		role := ChipSymbol
		if isYear(tokens[k]) {
			n.Year, n.Inside, role = digits(tokens[k]), true, ChipYear
		}
		if letter := tokens[k].text; k == i+1 && isNumberLetter(tokens, k) {
			n.No += letter
			role = ChipNumber
		}
		if n.Type == "" && !tokens[k].digits {
			n.Type = codeOf(tokens[k])
		}
		roles = append(roles, role)
	}
	for k, role := range roles {
		mark(tokens, role, i+1+k, i+2+k)
	}
	before := i - 1
	if before >= 0 && tokens[before].text == "so" {
		mark(tokens, ChipNumber, before, i)
		before--
	}
	readBefore(&n, tokens, before)
	if n.Type == "" {
		n.Type = typeAnywhere(tokens)
	}
	return n
}

// readBefore reads a type or a symbol that ends at token i.
func readBefore(n *Number, tokens []token, i int) {
	if i < 0 {
		return
	}
	if code, size := typeEndingAt(tokens, i); size > 0 {
		mark(tokens, ChipType, i+1-size, i+1)
		if n.Type == "" {
			n.Type = code
		}
		// In "KH52-UBND" the type stands before the number, the rest behind;
		// the two halves are the symbol when they were tied together.
		if n.Symbol != "" && !strings.HasPrefix(n.Symbol, docnum.FoldSymbol(code)) && tokens[i+1].tight() {
			n.Symbol = docnum.FoldSymbol(code) + n.Symbol
		}
		return
	}
	from, symbol := symbolBefore(tokens, i)
	if from > i {
		return
	}
	for k := from; k <= i && n.Type == ""; k++ {
		n.Type = codeOf(tokens[k])
	}
	if n.Symbol == "" {
		n.Symbol = symbol
	}
	mark(tokens, ChipSymbol, from, i+1)
}

// typeAnywhere finds the name of a type apart from the number; a code would be
// too short to be sure of, and one before other digits names another number.
func typeAnywhere(tokens []token) string {
	for i := range tokens {
		if next := i + 1; next < len(tokens) && (tokens[next].digits && !tokens[next].used && !isYear(tokens[next]) || tokens[next].text == "so") {
			continue
		}
		if code, size := typeEndingAt(tokens, i); size > 1 {
			mark(tokens, ChipType, i+1-size, i+1)
			return code
		}
	}
	return ""
}

// mark tells what tokens were understood as.
func mark(tokens []token, role ChipKind, from, to int) {
	for k := from; k < to; k++ {
		tokens[k].used, tokens[k].role = true, role
	}
}
