package query

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/topic"
	"tracuu/internal/vietnamese"
)

// value reads one value: what stands in quotation marks, else the longest run of
// words that the field knows, else one word where any will do.
func (x *lexer) value(use fieldUse, i int) (value, int, bool) {
	if x.signs.at[i] == opening {
		end := x.signs.partner[i]
		_, first := utf8.DecodeRuneInString(x.text[i:])
		_, last := utf8.DecodeRuneInString(x.text[end:])
		v, ok := x.readValue(use, phraseText(x.text[i+first:end]), false)
		return v, end + last, ok
	}
	ends := x.valueWords(i)
	if v, end, ok := x.topic(use, i, ends); ok {
		return v, end, true
	}
	for k := len(ends) - 1; k >= 0; k-- {
		words := strings.Join(strings.Fields(x.text[i:ends[k]]), " ")
		if v, ok := x.readValue(use, words, k > 0); ok {
			return v, ends[k], true
		}
	}
	return value{}, i, false
}

// topic reads the name of a topic, else the fewest words that tell one.
func (x *lexer) topic(use fieldUse, i int, ends []int) (value, int, bool) {
	if use.field != filter.Topic {
		return value{}, i, false
	}
	for k := len(ends) - 1; k >= 0; k-- {
		if v, ok := valueOf(filter.Topic, x.text[i:ends[k]]); ok {
			return value{text: v.value, name: v.words[0]}, ends[k], true
		}
	}
	for _, end := range ends {
		if ids := topic.Of(x.text[i:end], ""); len(ids) > 0 {
			return value{text: ids[0], name: topic.Name(ids[0])}, end, true
		}
	}
	return value{}, i, false
}

// valueWords lists where the words from i end that may belong to one value.
func (x *lexer) valueWords(i int) []int {
	var ends []int
	for len(ends) < maxValueWords && i < len(x.text) {
		end := i
		for at, r := range x.text[i:x.wordEnd(i)] {
			if r == ',' || r == ';' || r == ':' {
				break
			}
			end = i + at + utf8.RuneLen(r)
		}
		if end == i || end < len(x.text) && x.text[end] == ':' {
			return ends
		}
		ends = append(ends, trimEnd(x.text, i, end))
		next := x.skipBlanks(end)
		last, _ := utf8.DecodeLastRuneInString(x.text[:end])
		first, _ := utf8.DecodeRuneInString(x.text[next:])
		if next == end || !wordRune(last) || !wordRune(first) { // "2021 .. 2025" needs quotation marks
			return ends
		}
		if _, ok := operatorOf(x.text[next:x.wordEnd(next)]); ok {
			return ends
		}
		i = next
	}
	return ends
}

// trimEnd leaves out the stop at the end of a sentence, but for an open period.
func trimEnd(text string, start, end int) int {
	word := strings.TrimRight(text[start:end], "!?")
	if strings.HasSuffix(word, ".") && !strings.HasSuffix(word, "..") {
		word = strings.TrimSuffix(word, ".")
	}
	return start + len(word)
}

// readValue reads words as a value of a field. Of several words that no
// quotation marks hold together, an open field takes only what is known.
func (x *lexer) readValue(use fieldUse, words string, loose bool) (value, bool) {
	if words == "" || utf8.RuneCountInString(words) > maxValueRunes || words[0] == '/' {
		return value{}, false
	}
	switch use.field {
	case filter.Type:
		code, ok := typeNamed(words)
		if english, found := valueOf(filter.Type, words); !ok && found {
			code, ok = english.value, true
		}
		return value{text: code, name: docnum.TypeName(code)}, ok
	case filter.Year:
		from, to, ok := years(words, x.today)
		return value{from: from, to: to, name: yearsName(from, to)}, ok
	case filter.Day:
		return days(use, words, x.today)
	}
	if use.prefix != "" && !strings.HasPrefix(vietnamese.Fold(words), vietnamese.Fold(use.prefix)+" ") {
		words = use.prefix + " " + words
	}
	if v, ok := valueOf(use.field, words); ok {
		if v.value == noFile {
			return value{text: filter.WithFile, name: v.words[0], not: true}, true
		}
		return value{text: v.value, name: v.words[0]}, true
	}
	if ids := topic.Of(words, ""); use.field == filter.Topic && len(ids) > 0 && !loose { // "y tế dự phòng" is of y tế
		return value{text: ids[0], name: topic.Name(ids[0])}, true
	}
	words = phraseText(words)
	ok := use.open() && words != "" && (!loose || isKnown(use.field, words))
	return value{text: words, name: words}, ok
}

// typeNamed reads a code in any case, else a name.
func typeNamed(words string) (string, bool) {
	if upper, ok := docnum.TypeCode(strings.ToUpper(words)); ok && upper == strings.ToUpper(words) {
		return upper, true
	}
	return docnum.TypeCode(words)
}
