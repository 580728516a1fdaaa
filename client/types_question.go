// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "net/url"
import "strconv"

// Question is the parameters of a search; zero values are not sent.
type Question struct {
	// What is looked for: a document number in any spelling, words with or without diacritics, "phrases" in quotation marks. Only the first 4 KB are read.
	Q string
	// Code of a type of document: KH, CT, QĐ, NQ. Like every filter it may be given several times: one of the values must hold. Filters restrict the full text and put documents that contradict them aside.
	Type string
	// Name of the issuing body, or some of its words side by side.
	Issuer string
	// Level of the issuing body, from the centre down to communes.
	Level string
	// Administrative unit, with all that it holds; names before and since 1 July 2025.
	Place string
	// Year of issue or of posting, or a range of years; either end may be open.
	Year string
	// First day of issue or posting, ISO 8601.
	From string
	// Last day of issue or posting, ISO 8601.
	To string
	// Field of administration; the facet of this name lists the ids.
	Topic string
	// Id of a portal. Ids are listed by /api/v1/coverage.
	Portal string
	// yes: a file hangs on the page.
	File string
	// Whether the document is held, only listed in a register, or only cited.
	State string
	// Order of the hits.
	Sort string
	// Kinds of chips that are switched off, parted by commas: what they stand for is read as words.
	Off string
	// Whether to count the values of the filters among what is found.
	Facets bool
	// Where the page begins: the `next_cursor` of the page before, of the same question.
	Cursor string
	// How many hits a page has.
	Limit int64
	// Where the page begins: the `next` of the page before.
	Offset int64
	// Whether to tell what the score of each hit is made of.
	Explain bool
}

func (q Question) values() url.Values {
	v := url.Values{}
	if q.Q != "" {
		v.Set("q", q.Q)
	}
	if q.Type != "" {
		v.Set("type", q.Type)
	}
	if q.Issuer != "" {
		v.Set("issuer", q.Issuer)
	}
	if q.Level != "" {
		v.Set("level", q.Level)
	}
	if q.Place != "" {
		v.Set("place", q.Place)
	}
	if q.Year != "" {
		v.Set("year", q.Year)
	}
	if q.From != "" {
		v.Set("from", q.From)
	}
	if q.To != "" {
		v.Set("to", q.To)
	}
	if q.Topic != "" {
		v.Set("topic", q.Topic)
	}
	if q.Portal != "" {
		v.Set("portal", q.Portal)
	}
	if q.File != "" {
		v.Set("file", q.File)
	}
	if q.State != "" {
		v.Set("state", q.State)
	}
	if q.Sort != "" {
		v.Set("sort", q.Sort)
	}
	if q.Off != "" {
		v.Set("off", q.Off)
	}
	if q.Facets {
		v.Set("facets", "true")
	}
	if q.Cursor != "" {
		v.Set("cursor", q.Cursor)
	}
	if q.Limit != 0 {
		v.Set("limit", strconv.FormatInt(q.Limit, 10))
	}
	if q.Offset != 0 {
		v.Set("offset", strconv.FormatInt(q.Offset, 10))
	}
	if q.Explain {
		v.Set("explain", "true")
	}
	return v
}
