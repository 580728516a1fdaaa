// Package query reads what people type: a document number in any spelling,
// with or without diacritics, and words. It does no I/O and never fails:
// what is not understood stays words.
package query

import (
	"time"

	"tracuu/internal/filter"
	"tracuu/internal/model"
)

// Query is typed text as it was understood.
type Query struct {
	Number  *Number  // nil when no document number was recognised
	Text    string   // what remains for full text; all of it when the number may be just a number
	Line    string   // all words, those of the number too, without filters and exclusions
	Phrases []string // what stood in quotation marks
	// Where is what restricts the full text: filters, alternatives and
	// exclusions; nil when nothing does. Its positive words stand in Text too.
	Where *filter.Expr
	Chips []Chip // what was understood, in the order of typing
	Notes []Note // what was not understood as a filter, a group or an operator

	text string // as typed, cleaned
	tree *node
	full bool // it had too many constructs
}

// Number is a document number as typed. Only No is always there.
type Number struct {
	Type   string // code: KH
	No     string // without leading zeros
	Year   int    // of the number, a date, or typed beside
	Inside bool   // the year stood in the number: 15/2020/NĐ-CP
	Symbol string // folded letters and digits: khubnd; may be only a part of it
	Date   model.Date
	// Day and Month are those of a day that was typed without its year.
	Day    int
	Month  time.Month
	Words  []string // the other syllables, folded: place, issuer, topic
	Places []string // slugs of the units among the words: cang-long
}

// Options is what a reading depends on beside the text.
type Options struct {
	Off   []ChipKind // chips that the reader switched off
	Today model.Date // in Asia/Ho_Chi_Minh; relative dates need it
}

// Parse reads a typed text with no options.
func Parse(text string) Query { return Read(text, Options{}) }

// Read reads a typed text.
func Read(text string, o Options) Query {
	text = clean(text)
	x := lex(text, today{o.Today})
	tree := parse(x)
	l := lineOf(tree)
	q := Query{Text: l.text, Line: l.text, Phrases: l.phrases, Where: tree.where(false), text: text, tree: tree, full: x.full}
	r := reading{text: text, off: o.Off, line: l}
	q.Number, q.Text = r.number(tree)
	q.Chips = r.chips(tree)
	q.Notes = x.notes
	return q
}
