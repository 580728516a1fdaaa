package bleve

import (
	"math"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
)

// The fields of the index. Pairs have fields of their own, so that the length
// of a text counts once in each.
const (
	fieldTitle      = "title"
	fieldTitlePairs = "title2"
	fieldText       = "text"
	fieldTextPairs  = "text2"
	fieldNumbers    = "numbers"
	fieldKeys       = "keys" // compact keys of the numbers
	fieldAgencies   = "agencies"
	fieldPlace      = "place"
	fieldBeside     = "beside" // all words that may stand outside the text
	fieldNumber     = "number" // of the document, in figures
	fieldGroup      = "group"  // id of the record that stands for others; none for itself
)

// filterField holds the values of a field that is filtered by.
func filterField(f filter.Field) string { return "by." + string(f) }

// maxValue bounds a value in bytes: what is longer is no name.
const maxValue = 256

// newDocument lays a record out in fields. Documents are built directly
// rather than through an index mapping: there is no dynamic mapping, and no
// composite field "_all" to switch off.
func newDocument(r index.Record) *document.Document {
	doc := document.NewDocument(internalID(r))
	add := func(f *countedField) {
		if f.text != "" {
			doc.AddField(f)
		}
	}
	withPairs := func(name, nameOfPairs, text string) {
		pairs := &countedField{name: nameOfPairs}
		add(&countedField{name: name, text: text, count: countWords, pairs: pairs})
		if text != "" { // counted by the field before it
			doc.AddField(pairs)
		}
	}
	withPairs(fieldTitle, fieldTitlePairs, r.Title)
	withPairs(fieldText, fieldTextPairs, r.Text)
	add(&countedField{name: fieldNumbers, text: strings.Join(r.Numbers, "\n"), count: countWords})
	add(&countedField{name: fieldAgencies, text: strings.Join(r.Agencies, "\n"), count: countWords})
	add(&countedField{name: fieldPlace, text: r.Place, count: countWords})
	add(&countedField{name: fieldKeys, text: compactKeysOf(r.Numbers), count: countLines})
	add(&countedField{name: fieldBeside, text: beside(r), count: countWords})
	for _, f := range filter.Fields() {
		add(&countedField{name: filterField(f), text: lines(filterTerms(r, f)), count: countLines})
	}
	if r.Number > 0 {
		add(&countedField{name: fieldNumber, text: strconv.Itoa(min(r.Number, math.MaxInt32)), count: countLines})
	}
	if r.Group != r.ID {
		add(&countedField{name: fieldGroup, text: r.Group, count: countLines})
	}
	return doc
}

// beside is all that a record holds words of besides its text.
func beside(r index.Record) string {
	parts := append([]string{r.Title, r.Place}, r.Numbers...)
	parts = append(parts, r.Agencies...)
	for _, year := range r.Years {
		parts = append(parts, strconv.Itoa(year))
	}
	return strings.Join(parts, "\n")
}

// filterTerms are the values of a record in a field as the index has them.
func filterTerms(r index.Record, f filter.Field) []string {
	var terms []string
	switch f {
	case filter.Year:
		for _, year := range r.Years {
			terms = append(terms, figures(f, year))
		}
	case filter.Day:
		if !r.Day.IsZero() {
			terms = append(terms, figures(f, r.Day.Number()))
		}
	default:
		terms = r.Values(f)
	}
	return terms
}

// lines writes values one a line, and leaves out what cannot be one.
func lines(values []string) string {
	var kept []string
	for _, v := range values {
		if v != "" && len(v) <= maxValue && !strings.Contains(v, "\n") {
			kept = append(kept, v)
		}
	}
	return strings.Join(kept, "\n")
}

// compactKeysOf returns the compact keys of numbers, one a line.
func compactKeysOf(numbers []string) string {
	var keys []string
	for _, n := range numbers {
		if key := compactKey(n); key != "" {
			keys = append(keys, key)
		}
	}
	return strings.Join(keys, "\n")
}

// Ids inside the engine say what they stand for, so that a hit needs no second
// look: articles, lists and other pages, documents.
const (
	prefixArticle  = "a:"
	prefixList     = "l:"
	prefixDocument = "d:"
)

func internalID(r index.Record) string {
	switch {
	case r.Kind == model.DocumentChanged:
		return prefixDocument + r.ID
	case r.PageKind == model.KindList, r.PageKind == model.KindOther:
		return prefixList + r.ID
	}
	return prefixArticle + r.ID
}

// otherID is where a record stands when it was a list before and is an article
// now, or the reverse; empty for documents, which never change kind. Every id
// in a batch is looked up in every segment, so there is no more than this one.
func otherID(r index.Record) string {
	switch now := internalID(r); {
	case strings.HasPrefix(now, prefixArticle):
		return prefixList + r.ID
	case strings.HasPrefix(now, prefixList):
		return prefixArticle + r.ID
	}
	return ""
}

// internalIDs lists every id that a record may have had.
func internalIDs(id string) []string {
	return []string{prefixArticle + id, prefixList + id, prefixDocument + id}
}
