package bleve

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"

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
	fieldPortal     = "portal"
	fieldPublished  = "published" // as the number 20220318
)

// postings is all that is kept of a field: texts are in the store, and the
// snippets are marked there, so neither stored values nor term vectors nor
// doc values are needed. (They make the index four times as large.)
const postings = bleveindex.IndexField

// newDocument lays a record out in fields. Documents are built directly
// rather than through an index mapping: there is no dynamic mapping, and no
// composite field "_all" to switch off.
func newDocument(r index.Record) *document.Document {
	doc := document.NewDocument(internalID(r))
	add := func(name, value string, a analysis.Analyzer) {
		if value != "" {
			doc.AddField(document.NewTextFieldCustom(name, nil, []byte(value), postings, a))
		}
	}
	add(fieldTitle, r.Title, words{})
	add(fieldTitlePairs, r.Title, pairs{})
	add(fieldText, r.Text, words{})
	add(fieldTextPairs, r.Text, pairs{})
	add(fieldNumbers, strings.Join(r.Numbers, "\n"), words{})
	add(fieldAgencies, strings.Join(r.Agencies, "\n"), words{})
	add(fieldPlace, r.Place, words{})
	add(fieldPortal, r.Portal, nil)
	var keys []string
	for _, n := range r.Numbers {
		if key := compactKey(n); key != "" {
			keys = append(keys, key)
		}
	}
	add(fieldKeys, strings.Join(keys, "\n"), lines{})
	if !r.Published.IsZero() {
		day := float64((r.Published.Year*100+int(r.Published.Month))*100 + r.Published.Day)
		doc.AddField(document.NewNumericFieldWithIndexingOptions(fieldPublished, nil, day, postings))
	}
	return doc
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
