package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// itemKind tells what a piece of a typed text is in the grammar.
type itemKind uint8

const (
	wordItem itemKind = iota // what stands between blanks
	phraseItem
	filterItem
	notItem // "-" before a word, NOT
	andItem
	orItem
	inItem  // "("
	outItem // ")"
)

// item is a piece of a typed text.
type item struct {
	kind       itemKind
	text       string // of a word or a phrase; of an operator as it was typed
	start, end int    // in the text
	filter     *condition
}

// maxConstructs bounds what a question is made of, beside words: filters and
// their values, phrases, groups, exclusions, alternatives. What comes after
// them is read as words.
const maxConstructs = 95

// lexer cuts a text into items.
type lexer struct {
	text  string
	signs signs
	today today
	items []item
	notes []Note
	left  int  // constructs that may still come
	full  bool // there were more of them
}

func lex(text string, day today) *lexer {
	x := &lexer{text: text, signs: readSigns(text), today: day, left: maxConstructs}
	if x.signs.unclosed != "" {
		x.note(x.signs.unclosed, "dấu này không có dấu đi cặp, nên chỉ được hiểu là dấu cách")
	}
	for i := 0; i < len(text); {
		i = x.next(i)
	}
	return x
}

// next reads what stands at i and returns where to go on.
func (x *lexer) next(i int) int {
	r, size := utf8.DecodeRuneInString(x.text[i:])
	switch {
	case unicode.IsSpace(r):
		return i + size
	case x.signs.at[i] == stray, x.signs.at[i] == closing:
		return i + size
	case x.signs.at[i] == opening:
		return x.phrase(i, size)
	case x.signs.at[i] == groupIn:
		x.operator(inItem, i, i+1)
		return i + 1
	case x.signs.at[i] == groupOut:
		x.operator(outItem, i, i+1)
		return i + 1
	case r == '|':
		end := i + 1
		for end < len(x.text) && x.text[end] == '|' {
			end++
		}
		x.operator(orItem, i, end)
		return end
	case r == '-' && x.excludes(i):
		x.operator(notItem, i, i+1)
		return i + 1
	case r == '-' && x.bullet(i):
		return i + 1
	}
	return x.word(i)
}

// operator adds an item that is no word. When too many were typed, those that
// follow part words.
func (x *lexer) operator(kind itemKind, start, end int) {
	if kind != outItem && !x.afford(1) {
		return
	}
	x.items = append(x.items, item{kind: kind, text: x.text[start:end], start: start, end: end})
}

// afford counts constructs down and tells whether they may still come.
func (x *lexer) afford(n int) bool {
	if x.left < n {
		if !x.full {
			x.note("", "câu hỏi có quá nhiều bộ lọc, ngoặc và phép loại trừ; phần sau chỉ được tìm như từ thường")
		}
		x.left, x.full = 0, true
		return false
	}
	x.left -= n
	return true
}

// phrase adds what stands between quotation marks.
func (x *lexer) phrase(i, size int) int {
	end := x.signs.partner[i]
	_, last := utf8.DecodeRuneInString(x.text[end:])
	content := phraseText(x.text[i+size : end])
	switch {
	case content == "":
	case x.afford(1):
		x.items = append(x.items, item{kind: phraseItem, text: content, start: i, end: end + last})
	default:
		for _, w := range strings.Fields(content) {
			x.items = append(x.items, item{text: plainWord(w), start: i, end: end + last})
		}
	}
	return end + last
}

// phraseText is the content of a phrase on one line; it is empty when no letter
// or digit is in it.
func phraseText(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(doubleQuotes, r) {
			return ' '
		}
		return r
	}, s)
	if !strings.ContainsFunc(s, wordRune) {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}

// plainWord is a word in which no sign has a meaning.
func plainWord(w string) string { return strings.Trim(strings.ReplaceAll(w, ":", "."), "-'|()") }

// word reads up to the next blank or sign: an operator, a filter or a word.
func (x *lexer) word(i int) int {
	end := x.wordEnd(i)
	text := x.text[i:end]
	if sign, ok := operatorOf(text); ok {
		next := x.skipBlanks(end)
		if sign.vietnamese && (inCapitals(x.lastWord()) || inCapitals(x.text[next:x.wordEnd(next)])) {
			x.addWord(text, i, end)
		} else {
			x.operator(sign.kind, i, end)
		}
		return end
	}
	if colon := strings.IndexByte(text, ':'); colon >= 0 {
		return x.colon(i, i+colon, end)
	}
	if stop, ok := x.colonBehind(i, end); ok {
		return stop
	}
	x.addWord(text, i, end)
	return end
}

func (x *lexer) addWord(text string, start, end int) {
	if _, ok := operatorOf(text); ok { // it joins nothing here
		text = strings.ToLower(text)
	}
	x.items = append(x.items, item{text: text, start: start, end: end})
}

// wordEnd is where the word at i ends.
func (x *lexer) wordEnd(i int) int {
	for at, r := range x.text[i:] {
		if unicode.IsSpace(r) || r == '|' || x.signs.at[i+at] != noSign {
			return i + at
		}
	}
	return len(x.text)
}

func (x *lexer) skipBlanks(i int) int {
	for i < len(x.text) && (x.text[i] == ' ' || x.text[i] == '\t' || x.text[i] == '\n') {
		i++
	}
	return i
}

// lastWord is the item before, when it is a word that is not left out.
func (x *lexer) lastWord() string {
	if n := len(x.items); n > 0 && x.items[n-1].kind == wordItem && (n == 1 || x.items[n-2].kind != notItem) {
		return x.items[n-1].text
	}
	return ""
}
