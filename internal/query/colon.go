package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// colon reads the word from i, whose first colon is at: a filter when its name
// and what follows are known, else words.
func (x *lexer) colon(i, at, end int) int {
	tight := at+1 < len(x.text) && !unicode.IsSpace(rune(x.text[at+1]))
	head := x.text[i:at]
	if lettersOnly(head) {
		use, before, known := x.filterName(head)
		start := i
		if before > 0 {
			start = x.items[len(x.items)-before].start
		}
		switch {
		case known && !tight && use.open() && !x.opensClause(start):
		case known:
			if c, stop, ok := x.condition(use, at+1); ok && (tight || !use.open() || c.isKnown()) && x.afford(1+len(c.values)) {
				x.items = append(x.items[:len(x.items)-before], item{kind: filterItem, text: x.text[start:stop], start: start, end: stop, filter: &c})
				return stop
			}
			x.noteValue(start, at, end, tight)
		case tight:
			x.noteUnknown(i, at, end)
		}
	}
	return x.colonInWord(i, end)
}

// colonBehind reads a filter whose colon stands behind a blank: "loại : KH".
func (x *lexer) colonBehind(i, end int) (int, bool) {
	at := x.skipBlanks(end)
	if at == end || at >= len(x.text) || x.text[at] != ':' || !lettersOnly(x.text[i:end]) {
		return 0, false
	}
	use, before, known := x.filterName(x.text[i:end])
	if !known {
		return 0, false
	}
	c, stop, ok := x.condition(use, at+1)
	if !ok || use.open() && !c.isKnown() || !x.afford(1+len(c.values)) {
		return 0, false
	}
	start := i
	if before > 0 {
		start = x.items[len(x.items)-before].start
	}
	x.items = append(x.items[:len(x.items)-before], item{kind: filterItem, text: x.text[start:stop], start: start, end: stop, filter: &c})
	return stop, true
}

// colonInWord adds words: a colon parts them but in times and addresses (8:30,
// https://…).
func (x *lexer) colonInWord(i, end int) int {
	text := x.text[i:end]
	for at := range len(text) {
		if text[at] != ':' || strings.HasPrefix(text[at:], "://") || at > 0 && isDigit(text[at-1]) {
			continue
		}
		if at > 0 {
			x.addWord(text[:at], i, i+at)
		}
		return i + at + 1
	}
	x.addWord(text, i, end)
	return end
}

// opensClause tells whether the name at start begins the text or has a capital,
// as in the tables of registers: "Lĩnh vực: Y tế".
func (x *lexer) opensClause(start int) bool {
	first, _ := utf8.DecodeRuneInString(x.text[start:])
	return strings.TrimLeft(x.text[:start], " \n\t-(") == "" || unicode.IsUpper(first)
}

// filterName finds the longest name of a filter that ends with head, with up to
// two words before it.
func (x *lexer) filterName(head string) (use fieldUse, before int, ok bool) {
	for before := maxNameWords - 1; before >= 0; before-- {
		name, words := head, x.items
		if len(words) < before {
			continue
		}
		words = words[len(words)-before:]
		fits := true
		for k := len(words) - 1; k >= 0; k-- {
			fits = fits && words[k].kind == wordItem
			name = words[k].text + " " + name
		}
		if !fits {
			continue
		}
		if use, ok := useOf(name); ok {
			return use, before, true
		}
	}
	return fieldUse{}, 0, false
}

func lettersOnly(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}
