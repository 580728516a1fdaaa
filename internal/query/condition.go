package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/topic"
	"tracuu/internal/vietnamese"
)

// condition is a filter as understood: one of the values must hold.
type condition struct {
	field  filter.Field
	values []value
}

// value is a value of a field, or a period of years or days.
type value struct {
	text     string // what filter.Is compares
	name     string // for people
	from, to int    // of filter.In
	not      bool   // the value must not hold: tệp:không
}

// Bounds of a filter.
const (
	maxValues     = 20
	maxValueWords = 8
	maxValueRunes = 100
)

// condition reads the values from i on, and returns where they end.
func (x *lexer) condition(use fieldUse, i int) (condition, int, bool) {
	c := condition{field: use.field}
	for at := x.skipBlanks(i); len(c.values) < maxValues; {
		v, end, ok := x.value(use, at)
		if !ok {
			break
		}
		c.values = append(c.values, v)
		i, at = end, end+1
		if end+1 >= len(x.text) || !strings.ContainsRune(",;|", rune(x.text[end])) || unicode.IsSpace(rune(x.text[end+1])) {
			break
		}
	}
	return c, i, len(c.values) > 0
}

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
			return value{text: withFile, name: v.words[0], not: true}, true
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

// The values of filter.File.
const (
	withFile = "yes"
	noFile   = "no"
)

// typeNamed reads a code in any case, else a name.
func typeNamed(words string) (string, bool) {
	if upper, ok := docnum.TypeCode(strings.ToUpper(words)); ok && upper == strings.ToUpper(words) {
		return upper, true
	}
	return docnum.TypeCode(words)
}

// isKnown tells that every value of an open field is known, so that it is no
// sentence: "nơi: Càng Long".
func (c *condition) isKnown() bool {
	for _, v := range c.values {
		if _, ok := valueOf(c.field, v.name); !ok && !isKnown(c.field, v.text) {
			return false
		}
	}
	return true
}

// isKnown tells places of the gazetteer and names of agencies.
func isKnown(f filter.Field, words string) bool {
	switch f {
	case filter.Place:
		return isUnit(words)
	case filter.Issuer:
		folded := vietnamese.FoldOffsets(words)
		_, end, ok := agency.At(folded, words, 0)
		if !ok {
			return false
		}
		rest := strings.TrimSpace(folded.Text[end:])
		return rest == "" || isUnit(rest)
	}
	return false
}

// expr is the condition for an engine.
func (c *condition) expr() filter.Expr {
	of := make([]filter.Expr, len(c.values))
	for i, v := range c.values {
		e := filter.Expr{Op: filter.Is, Field: c.field, Value: v.text}
		if v.text == "" {
			e = filter.Expr{Op: filter.In, Field: c.field, From: v.from, To: v.to}
		}
		if v.not {
			e = filter.Expr{Op: filter.Not, Of: []filter.Expr{e}}
		}
		of[i] = e
	}
	if len(of) == 1 {
		return of[0]
	}
	return filter.Expr{Op: filter.Or, Of: of}
}

// name tells the values of a filter to people.
func (c *condition) name() string {
	names := make([]string, len(c.values))
	for i, v := range c.values {
		names[i] = v.name
	}
	return strings.Join(names, ", ")
}
