// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "net/url"

// Question is the parameters of /api/v1/search; zero values are not sent.
type Question struct {
	// What is looked for: a document number in any spelling, words with or without diacritics, "phrases" in quotation marks, filters and exclusions (docs/QUERIES.md). Only the first 4 KB are read.
	Q string
	// Type of document, by code or name: KH, Kế hoạch. Given several times, one of the values must hold.
	Type []string
	// Name of the issuing body, or some of its words side by side. Given several times, one of the values must hold.
	Issuer []string
	// Level of who issued it. Given several times, one of the values must hold.
	Level []string
	// Administrative unit, with all that it holds; names before and since 1 July 2025. Given several times, one of the values must hold.
	Place []string
	// Year of issue, else of the posting: 2022, 2021..2025, 2021.., ..2025. Given several times, one of the values must hold.
	Year []string
	// Field of administration; the facet of this name lists the ids. Given several times, one of the values must hold.
	Topic []string
	// Id of a portal; /api/v1/coverage lists them. Given several times, one of the values must hold.
	Portal []string
	// Articles with an attachment. Given several times, one of the values must hold.
	File []string
	// What the store has of the document. Given several times, one of the values must hold.
	State []string
	// First day of issue or posting.
	From string
	// Last day of issue or posting.
	To string
	// The order of hits; by relevance when absent.
	Sort string
	// Kinds of chips that are switched off: what they stand for is read as plain words.
	Off []string
	// How many hits a page has.
	Limit int64
	// Where the page begins: the `next_cursor` of the page before, of the same question. It goes as deep as there are hits.
	Cursor string
	// Where the page begins: the `next` of the page before. Cursors go further.
	Offset int64
	// Whether to count the values of the fields under the filters.
	Facets bool
	// Whether to tell what the score of each hit is made of.
	Explain bool
}

func (q Question) values() url.Values {
	v := parameters{}
	v.text("q", q.Q)
	v.list("type", q.Type)
	v.list("issuer", q.Issuer)
	v.list("level", q.Level)
	v.list("place", q.Place)
	v.list("year", q.Year)
	v.list("topic", q.Topic)
	v.list("portal", q.Portal)
	v.list("file", q.File)
	v.list("state", q.State)
	v.text("from", q.From)
	v.text("to", q.To)
	v.text("sort", q.Sort)
	v.list("off", q.Off)
	v.number("limit", q.Limit)
	v.text("cursor", q.Cursor)
	v.number("offset", q.Offset)
	v.flag("facets", q.Facets)
	v.flag("explain", q.Explain)
	return url.Values(v)
}

// TargetsQuestion is the parameters of /api/v1/targets; zero values are not sent.
type TargetsQuestion struct {
	// Words of the indicator, with or without diacritics; all must be there. Short forms (BHYT) also find the full ones.
	Indicator string
	// Id of a family of indicators that are printed in different words.
	Family string
	// Unit as printed.
	Unit string
	// Value in the printed unit: 50, >=50, >50, <=50, <50, or a range 50..80 with either end open. The decimal sign is a dot or a comma; a target that is a range agrees when the two meet.
	Value string
	// Year of the due time, else of the document, else of the posting: 2019, 2021..2025, 2021.., ..2025.
	Year string
	// Due day, or a range: 2022, 2022-06, 2022-06-30, 30/6/2022, 2022-01..2022-06. A year or a month is due on its last day.
	Due string
	// Day of the document that the article announces, else of the posting; written as due.
	Issued string
	// Place of the fact or its article. A province also means its former districts, a unit of today those that it was made of.
	Place string
	// Id of a portal. Ids are listed by /api/v1/coverage.
	Portal string
	// Words of the issuer of the announced document; all must be there.
	Issuer string
	// Id of the document that the article announces.
	Document string
	// Order of the rows, with - the other way round; what is not known comes last. Default: -issued.
	Sort string
	// Where the page begins: next_cursor of the page before, with the same filters and order.
	Cursor string
	// How many rows a page has. Files have them all.
	Limit int64
}

func (q TargetsQuestion) values() url.Values {
	v := parameters{}
	v.text("indicator", q.Indicator)
	v.text("family", q.Family)
	v.text("unit", q.Unit)
	v.text("value", q.Value)
	v.text("year", q.Year)
	v.text("due", q.Due)
	v.text("issued", q.Issued)
	v.text("place", q.Place)
	v.text("portal", q.Portal)
	v.text("issuer", q.Issuer)
	v.text("document", q.Document)
	v.text("sort", q.Sort)
	v.text("cursor", q.Cursor)
	v.number("limit", q.Limit)
	return url.Values(v)
}

// AssignmentsQuestion is the parameters of /api/v1/assignments; zero values are not sent.
type AssignmentsQuestion struct {
	// Words of the agency that is charged; all must be there.
	Agency string
	// Due day, or a range: 2022, 2022-06, 2022-06-30, 30/6/2022, 2022-01..2022-06. A year or a month is due on its last day.
	Due string
	// Day of the document that the article announces, else of the posting; written as due.
	Issued string
	// Place of the fact or its article. A province also means its former districts, a unit of today those that it was made of.
	Place string
	// Id of a portal. Ids are listed by /api/v1/coverage.
	Portal string
	// Words of the issuer of the announced document; all must be there.
	Issuer string
	// Id of the document that the article announces.
	Document string
	// Order of the rows, with - the other way round; what is not known comes last. Default: -issued.
	Sort string
	// Where the page begins: next_cursor of the page before, with the same filters and order.
	Cursor string
	// How many rows a page has. Files have them all.
	Limit int64
}

func (q AssignmentsQuestion) values() url.Values {
	v := parameters{}
	v.text("agency", q.Agency)
	v.text("due", q.Due)
	v.text("issued", q.Issued)
	v.text("place", q.Place)
	v.text("portal", q.Portal)
	v.text("issuer", q.Issuer)
	v.text("document", q.Document)
	v.text("sort", q.Sort)
	v.text("cursor", q.Cursor)
	v.number("limit", q.Limit)
	return url.Values(v)
}

// MissingQuestion is the parameters of /api/v1/missing; zero values are not sent.
type MissingQuestion struct {
	// Type of document, by code or name.
	Type string
	// Year of issue: 2019, 2021..2025, 2021.., ..2025.
	Year string
	// Words of the issuer; all must be there.
	Issuer string
	// Id of a portal whose articles cite the document.
	Portal string
	// How many articles must cite the document.
	Least int64
	// Order of the rows, with - the other way round; what is not known comes last. Default: -citing.
	Sort string
	// Where the page begins: next_cursor of the page before, with the same filters and order.
	Cursor string
	// How many rows a page has. Files have them all.
	Limit int64
}

func (q MissingQuestion) values() url.Values {
	v := parameters{}
	v.text("type", q.Type)
	v.text("year", q.Year)
	v.text("issuer", q.Issuer)
	v.text("portal", q.Portal)
	v.number("least", q.Least)
	v.text("sort", q.Sort)
	v.text("cursor", q.Cursor)
	v.number("limit", q.Limit)
	return url.Values(v)
}
