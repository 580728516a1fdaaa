// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "net/url"
import "strconv"

// Question is the parameters of a search; zero values are not sent.
type Question struct {
	// What is looked for: a document number in any spelling, words with or without diacritics, "phrases" in quotation marks. Only the first 4 KB are read.
	Q string
	// Kinds of `chips` that are to be read as plain words: type, number, symbol, year, place; parted by commas.
	Off string
	// Type of document: its code, or its name.
	Type string
	// Issuing body. A part of the name will do where no body is called just so.
	Issuer string
	// Level of the issuing body.
	Level string
	// Administrative unit, of today or before July 2025, with all that lies in it. A part of the name will do.
	Place string
	// Year of issue or posting, or a range that may be open: 2021..2025, 2021.., ..2025.
	Year string
	// Field of administration.
	Topic string
	// Id of a portal. Ids are listed by /api/v1/coverage.
	Portal string
	// Only what has files attached.
	File string
	// Whether a document is held, listed in a register, or only cited.
	State string
	// First day of posting or issue.
	From string
	// Last day of posting or issue.
	To string
	// The order of hits; by relevance when absent, the newest first when there are no words.
	Sort string
	// Whether to count the values of the filters among all that is found.
	Facets bool
	// How many hits a page has.
	Limit int64
	// Where the page begins: the `next` of the page before.
	Offset int64
	// Where the page begins: the `next_cursor` of the page before, which reaches as far as there are hits. With it `offset` says nothing.
	Cursor string
	// Whether to tell what the score of each hit is made of.
	Explain bool
}

func (q Question) values() url.Values {
	v := url.Values{}
	if q.Q != "" {
		v.Set("q", q.Q)
	}
	if q.Off != "" {
		v.Set("off", q.Off)
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
	if q.From != "" {
		v.Set("from", q.From)
	}
	if q.To != "" {
		v.Set("to", q.To)
	}
	if q.Sort != "" {
		v.Set("sort", q.Sort)
	}
	if q.Facets {
		v.Set("facets", "true")
	}
	if q.Limit != 0 {
		v.Set("limit", strconv.FormatInt(q.Limit, 10))
	}
	if q.Offset != 0 {
		v.Set("offset", strconv.FormatInt(q.Offset, 10))
	}
	if q.Cursor != "" {
		v.Set("cursor", q.Cursor)
	}
	if q.Explain {
		v.Set("explain", "true")
	}
	return v
}
