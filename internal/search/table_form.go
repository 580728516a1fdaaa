package search

import (
	"net/url"
	"slices"
	"strings"

	"tracuu/internal/vietnamese"
)

// Filter is one filter of a table as it was understood.
type Filter struct {
	Name  string `json:"name"`  // of the parameter
	Value string `json:"value"` // which gives the same filter again
	Words string `json:"words"` // for people: giá trị: ≥ 50
}

// listing is what every table is asked by beside its filters.
type listing struct {
	Filters []Filter // as understood, in the order of the columns
	Sort    string   // name of an order, with "-" in front for the other way round
	Cursor  string   // of the page before; empty: the first page
	Limit   int
}

// values gives the parameters of the table again, without page and length.
func (l listing) values() url.Values {
	v := url.Values{}
	for _, f := range l.Filters {
		v.Set(f.Name, f.Value)
	}
	v.Set("sort", l.Sort)
	return v
}

// words are the filters for people.
func (l listing) words() []string {
	words := []string{}
	for _, f := range l.Filters {
		words = append(words, f.Words)
	}
	return words
}

// form reads the parameters of a table. After the first that cannot be used,
// err is set and the others are read as absent.
type form struct {
	values url.Values
	given  []Filter
	err    error
}

// text reads a parameter as clean text and notes it as a filter.
func (f *form) text(name, label string) string {
	text := f.bare(name)
	if text != "" {
		f.note(name, text, label+": "+text)
	}
	return text
}

// bare reads a parameter as clean text.
func (f *form) bare(name string) string {
	if f.err != nil {
		return ""
	}
	var text string
	text, f.err = cleanText(name, f.values.Get(name))
	return text
}

func (f *form) note(name, value, words string) {
	f.given = append(f.given, Filter{name, value, words})
}

// fail keeps the first reason.
func (f *form) fail(name, reason string) {
	if f.err == nil {
		f.err = &FieldError{name, reason}
	}
}

// phrases reads words that must all stand in a text. Long questions and such
// without a letter or digit cannot be used.
func (f *form) phrases(name, label string) []string {
	text := f.text(name, label)
	if text == "" {
		return nil
	}
	words := foldedWords(text)
	switch {
	case len(words) == 0:
		f.fail(name, "không có chữ hoặc số nào")
	case len(words) > maxTableWords:
		f.fail(name, "dài quá: nhiều nhất 32 tiếng")
	}
	return words
}

// maxTableWords bounds the words of one filter, each of which every row is
// compared with.
const maxTableWords = 32

func foldedWords(text string) []string {
	return strings.FieldsFunc(vietnamese.Fold(text), func(r rune) bool { return r < 0x80 && !vietnamese.WordByte(byte(r)) })
}

// listing reads order, cursor and length, and takes the filters that were read.
// The first of sorts is the default.
func (f *form) listing(t table, sorts ...string) listing {
	l := listing{Filters: f.given, Sort: f.bare("sort"), Cursor: f.values.Get("cursor")}
	if l.Filters == nil {
		l.Filters = []Filter{}
	}
	if l.Sort == "" {
		l.Sort = sorts[0]
	}
	if !slices.Contains(sorts, l.Sort) {
		f.fail("sort", "phải là một trong: "+strings.Join(sorts, ", "))
	}
	if f.err == nil {
		l.Limit, f.err = whole(f.values, "limit", DefaultLimit, 1, MaxLimit)
	}
	if f.err == nil {
		_, f.err = l.position(t)
	}
	return l
}
