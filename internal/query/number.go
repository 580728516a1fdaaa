package query

import (
	"strings"

	"tracuu/internal/extract/docnum"
)

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
			n.Year, n.Inside, role = digits(tokens[k]), symbol != "", ChipYear
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
		if n.Symbol != "" && size == 1 && isCode(tokens[i].text) && !strings.HasPrefix(n.Symbol, docnum.FoldSymbol(code)) && tokens[i+1].tight() {
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
