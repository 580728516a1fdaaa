package sloppy

import (
	"math/rand/v2"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// Typed is one line for a document, and what it tells of it.
type Typed struct {
	Text  string
	Tells Tells
	Wrong bool // it also tells something that is not so: a year, a type
}

// Tells is a set of things that a line tells besides the number.
type Tells uint8

// What a line may tell. A symbol tells the type too.
const (
	Type Tells = 1 << iota
	Symbol
	Year
	Day
	Inside // that the year stands in the number, or that it does not
	Issuer
	DayMonth // a day without its year
)

// Way is one habit of typing. It says nothing for documents that it does not
// concern, with an empty text.
type Way struct {
	Name string
	Type func(d model.Document, draw *rand.Rand) Typed
}

// Fits tells whether a line for one document may as well mean another.
func (t Typed) Fits(asked, other model.Document) bool {
	a, b := asked.Number, other.Number
	switch {
	case a.No != b.No,
		t.Tells&Type != 0 && a.Type != b.Type,
		t.Tells&Symbol != 0 && docnum.FoldSymbol(a.Symbol) != docnum.FoldSymbol(b.Symbol),
		t.Tells&Year != 0 && asked.Year != other.Year,
		t.Tells&Issuer != 0 && asked.Issuer != other.Issuer,
		t.Tells&DayMonth != 0 && (asked.Issued.Day != other.Issued.Day || asked.Issued.Month != other.Issued.Month),
		t.Tells&Day != 0 && asked.Issued != other.Issued,
		t.Tells&Inside != 0 && (a.Year != 0) != (b.Year != 0):
		return false
	}
	return true
}
