// Package filenumber tells the number of the document that an attached file
// is, not of those that it cites.
//
// On scans that number is mostly written by hand, and OCR invents one: it is
// taken from the file's name, the words of its link or the article that
// announces it. What OCR reads of the line gives the symbol, and can only
// speak against a number. When nothing is certain the number stays open.
//
// It is pure. Names of files follow no rule; the forms read here are those in
// which clerks write them (name.go).
package filenumber

import (
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Source tells where a number was read.
type Source string

// The sources, the surest first.
const (
	Text    Source = "text"    // the line of the number in a text layer
	Link    Source = "link"    // words of the link
	Name    Source = "name"    // file name
	Article Source = "article" // the one document that the article announces
)

// File is what is known of an attached file.
type File struct {
	Name      string            // of the file, as people see it: "220BCUB_2019.pdf"
	Link      string            // words of the link; may repeat the name
	Announced []model.DocNumber // by the article, when the file is its only one
	Text      string            // as vietnamese.Clean leaves it
	Scanned   bool              // Text comes from OCR, or is missing
}

// Own is the number of a file's own document. Symbol and type are empty as far
// as they are not known.
type Own struct {
	Number model.DocNumber
	Source Source
}

// candidate is a number that a name or an OCR line tells.
type candidate struct {
	no     string // with its zeros
	year   string // part of the number, or ""
	code   string // type or office as the name writes it, or ""
	symbol string // whole, or ""
}

// Of returns the number of a file; false when it stays open.
func Of(f File) (Own, bool) {
	line := numberLine(f.Text)
	if !f.Scanned {
		if n, ok := line.number(); ok {
			return Own{n, Text}, true
		}
	}
	for _, told := range []struct {
		source Source
		read   func() (model.DocNumber, bool)
	}{
		{Link, func() (model.DocNumber, bool) { return fromLink(f) }},
		{Name, func() (model.DocNumber, bool) { return fromName(f.Name, line, f.Scanned) }},
		{Article, func() (model.DocNumber, bool) { return single(f.Announced) }},
	} {
		n, ok := told.read()
		if !ok {
			continue
		}
		if n, ok = line.complete(n); !ok {
			return Own{}, false // what was read of the line speaks against it
		}
		return Own{n, told.source}, true
	}
	return Own{}, false
}

// fromLink reads words of a link that hold one number with its symbol.
func fromLink(f File) (model.DocNumber, bool) {
	if strings.TrimSpace(f.Link) == strings.TrimSpace(f.Name) {
		return model.DocNumber{}, false
	}
	var found []model.DocNumber
	for _, m := range docnum.Find(vietnamese.Clean(f.Link)) {
		if m.Number.Canonical != "" {
			found = append(found, m.Number)
		}
	}
	return single(found)
}

// single gives the one number of a list, however often it stands there.
func single(numbers []model.DocNumber) (model.DocNumber, bool) {
	for _, n := range numbers {
		if docnum.Base(n) != docnum.Base(numbers[0]) {
			return model.DocNumber{}, false
		}
	}
	if len(numbers) == 0 {
		return model.DocNumber{}, false
	}
	return numbers[0], true
}
