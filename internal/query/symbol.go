package query

import (
	"strings"

	"tracuu/internal/extract/docnum"
)

// maxPart is the number of letters of the longest part of a symbol.
const maxPart = 14

// symbolBehind reads what follows the digits at i: a letter of the number, a
// year, then the parts of a symbol, in official form or with blanks or nothing
// between them. It returns the symbol and the index behind all of that.
func symbolBehind(tokens []token, i int) (symbol string, end int) {
	k := i + 1
	if isNumberLetter(tokens, k) {
		k++
	}
	end = k
	if k < len(tokens) && isYear(tokens[k]) && (tokens[k].sep == '/' || yearInFileName(tokens, i, k)) {
		k++
		end = k
	} else if yearBetween(tokens, i, k) {
		k++
	}
	var b strings.Builder
	for ; k < len(tokens) && continues(tokens, i, k, b.String()); k++ {
		b.WriteString(tokens[k].text)
		end = k + 1
	}
	return b.String(), end
}

// yearBetween tells the year of a number typed with blanks: "15 2020 nd cp".
func yearBetween(tokens []token, i, k int) bool {
	if k+1 >= len(tokens) || tokens[k].used || !isYear(tokens[k]) || tokens[k].sep != ' ' {
		return false
	}
	next := tokens[k+1].text
	_, glued := cutGlued(next)
	unit := isPart(next) && len(next) > 2 && !typedBefore(tokens, i) // else it is the issuer: "kh 41 2019 ubnd huyện"
	return glued || unit || isCode(next) && k+2 < len(tokens) && isPart(tokens[k+2].text)
}

// yearInFileName tells the year of "15-2022-QĐ-UBND" and "15.2022.QĐ.UBND", as
// files are named.
func yearInFileName(tokens []token, i, k int) bool {
	tied := func(k int) bool { return k < len(tokens) && (tokens[k].sep == '-' || dotted(tokens, k)) }
	return k == i+1 && tied(k) && tied(k+1) && (isCode(tokens[k+1].text) || isPart(tokens[k+1].text))
}

// dotted tells a token behind one sign, like a dot, without a blank.
func dotted(tokens []token, k int) bool {
	return tokens[k].sep == '.' && tokens[k].start == tokens[k-1].end+1
}

// isNumberLetter tells the letter of numbers as 1a/QĐ-UBND.
func isNumberLetter(tokens []token, k int) bool {
	if k >= len(tokens) || tokens[k].used || tokens[k].sep != 0 || len(tokens[k].text) != 1 {
		return false
	}
	return tokens[k].text >= "a" && tokens[k].text <= "h" && k+1 < len(tokens) && tokens[k+1].tight()
}

// continues tells whether token k goes on with the symbol read so far. A part
// that the tables do not know must be tied by a sign; behind a blank, two
// letters are a word ("tư", "vụ") unless a type code stands before them.
func continues(tokens []token, i, k int, sofar string) bool {
	t := tokens[k]
	if t.digits && t.sep == 0 && sofar != "" && !isYear(t) && !t.used { // BCĐĐ389
		return true
	}
	if t.used || t.digits || len(t.text) > maxPart || fillers[t.text] != "" {
		return false
	}
	_, glued := cutGlued(t.text)
	known := isPart(t.text) || glued
	code := isCode(t.text) && sofar == ""
	switch {
	case t.sep == '/' || t.sep == '-':
		return known || code || k == i+1 || sofar != "" || tokens[k-1].digits
	case t.sep == '.': // one dot without a blank stands for a dash: 52.KH.UBND
		return dotted(tokens, k) && (known || code || sofar != "" && isAbbreviation(t.text))
	case t.sep == 0:
		return known || code || holdsPart(t.text)
	case sofar != "" && isAbbreviation(t.text):
		return true
	case sofar == "" && known && endsLine(tokens, k) && typedBefore(tokens, i): // "nq 28 tu 2025"
		return true
	}
	return code && len(t.text) > 1 || known && (len(t.text) > 2 || isCode(sofar))
}

// endsLine tells that nothing but a year follows token k, which was typed
// without accents: "từ 2022" is no Tỉnh ủy.
func endsLine(tokens []token, k int) bool {
	return strings.EqualFold(tokens[k].word, tokens[k].text) && (k+1 == len(tokens) || isYear(tokens[k+1]) || tokens[k+1].text == "nam")
}

// typedBefore tells a type before the number at i.
func typedBefore(tokens []token, i int) bool {
	if i > 0 && tokens[i-1].text == "so" {
		i--
	}
	if i == 0 {
		return false
	}
	_, size := typeEndingAt(tokens, i-1)
	return size > 0
}

// holdsPart knows glued symbols that begin with a known part, ubndktth, or end
// with one, ktubnd, whose other part is in no table.
func holdsPart(s string) bool {
	for at := 3; at < len(s); at++ {
		if isPart(s[:at]) {
			return true
		}
	}
	for at := 1; at <= len(s)-4; at++ {
		if isPart(s[at:]) {
			return true
		}
	}
	return false
}

// placeLevels are abbreviations that begin a place: TP Trà Vinh.
var placeLevels = map[string]bool{"tp": true, "tx": true, "tt": true}

// isAbbreviation knows what is no syllable because it has no vowel.
func isAbbreviation(s string) bool {
	return len(s) > 1 && !strings.ContainsAny(s, "aeiouy0123456789") && !placeLevels[s]
}

// symbolBefore reads a symbol that ends at token i, as in "KH-UBND số 52"; from
// is i+1 when there is none.
func symbolBefore(tokens []token, i int) (from int, symbol string) {
	from = i + 1
	for k := i; k >= 0 && !tokens[k].used && !tokens[k].digits && endsSymbol(tokens, k, i); k-- {
		from = k
		symbol = tokens[k].text + symbol
		if codeOf(tokens[k]) != "" {
			break
		}
	}
	if from <= i && !hasPart(tokens[from:i+1]) {
		return i + 1, ""
	}
	return from, symbol
}

// endsSymbol tells whether token k can belong to a symbol that ends at i: it is
// a known part, a type code in front of one, or tied to its neighbour.
func endsSymbol(tokens []token, k, i int) bool {
	text := tokens[k].text
	_, glued := cutGlued(text)
	switch {
	case glued, isPart(text) && len(text) > 2:
		return true
	case k < i:
		return isCode(text) || tokens[k+1].tight() && len(text) > 1 && len(text) <= maxPart
	}
	return (tokens[k].sep == '-' || tokens[k].sep == '/') && len(text) <= 5
}

// hasPart tells that a symbol has a part that the tables know.
func hasPart(tokens []token) bool {
	for _, t := range tokens {
		if _, glued := cutGlued(t.text); glued || isPart(t.text) {
			return true
		}
	}
	return false
}

// codeOf is the type code that a token is or begins with.
func codeOf(t token) string {
	if isCode(t.text) {
		code, _ := docnum.TypeCode(t.word)
		return code
	}
	if code, ok := cutGlued(t.text); ok {
		official, _ := docnum.TypeCode(code)
		return official
	}
	return ""
}
