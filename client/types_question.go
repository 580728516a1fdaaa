// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "net/url"
import "strconv"

// Question is the parameters of a search; zero values are not sent.
type Question struct {
	// What is looked for: a document number in any spelling, words with or without diacritics, "phrases" in quotation marks. Only the first 4 KB are read.
	Q string
	// Id of a portal: restricts the full text to its articles. Ids are listed by /api/v1/coverage.
	Portal string
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
	if q.Portal != "" {
		v.Set("portal", q.Portal)
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
