package search

import (
	"net/url"

	"tracuu/internal/filter"
)

// ParameterKind is the form of a parameter's value.
type ParameterKind string

// The kinds of parameter.
const (
	TextParameter   ParameterKind = "string"
	NumberParameter ParameterKind = "integer"
	SwitchParameter ParameterKind = "boolean"
)

// Parameter describes one that ParseQuestion reads, for the documents of the
// API. Tests hold the two against each other.
type Parameter struct {
	Name    string
	Kind    ParameterKind
	Help    string   // one or two sentences, in English
	Example string   // of a value that is accepted; empty: none
	Values  []string // all that are accepted, when they are few
	// Least, Most and Default are of NumberParameter.
	Least, Most, Default int
}

// Parameters lists what ParseQuestion reads, in the order of its documents.
func Parameters() []Parameter {
	return []Parameter{
		{
			Name: "q", Kind: TextParameter, Example: "kh 52 2022 cang long",
			Help: "What is looked for: a document number in any spelling, words with or without diacritics, \"phrases\" in quotation marks. Only the first 4 KB are read.",
		},
		{Name: "type", Kind: TextParameter, Example: "KH", Help: "Code of a type of document: KH, CT, QĐ, NQ. Like every filter it may be given several times: one of the values must hold. Filters restrict the full text and put documents that contradict them aside."},
		{Name: "issuer", Kind: TextParameter, Example: "UBND huyện Phước Điền", Help: "Name of the issuing body, or some of its words side by side."},
		{Name: "level", Kind: TextParameter, Values: filter.Levels(), Help: "Level of the issuing body, from the centre down to communes."},
		{Name: "place", Kind: TextParameter, Example: "huyện Phước Điền", Help: "Administrative unit, with all that it holds; names before and since 1 July 2025."},
		{Name: "year", Kind: TextParameter, Example: "2021..2025", Help: "Year of issue or of posting, or a range of years; either end may be open."},
		{Name: "from", Kind: TextParameter, Example: "2021-06-01", Help: "First day of issue or posting, ISO 8601."},
		{Name: "to", Kind: TextParameter, Example: "2025-12-31", Help: "Last day of issue or posting, ISO 8601."},
		{Name: "topic", Kind: TextParameter, Example: "y-te", Help: "Field of administration; the facet of this name lists the ids."},
		{Name: "portal", Kind: TextParameter, Example: "phuoc-dien", Help: "Id of a portal. Ids are listed by /api/v1/coverage."},
		{Name: "file", Kind: TextParameter, Values: []string{"yes"}, Help: "yes: a file hangs on the page."},
		{Name: "state", Kind: TextParameter, Values: []string{"held", "listed", "cited"}, Help: "Whether the document is held, only listed in a register, or only cited."},
		{Name: "sort", Kind: TextParameter, Values: []string{"relevance", "newest", "oldest", "number"}, Help: "Order of the hits."},
		{Name: "off", Kind: TextParameter, Example: "year", Help: "Kinds of chips that are switched off, parted by commas: what they stand for is read as words."},
		{Name: "facets", Kind: SwitchParameter, Help: "Whether to count the values of the filters among what is found."},
		{Name: "cursor", Kind: TextParameter, Help: "Where the page begins: the `next_cursor` of the page before, of the same question."},
		{
			Name: "limit", Kind: NumberParameter, Least: 1, Most: MaxLimit, Default: DefaultLimit,
			Help: "How many hits a page has.",
		},
		{
			Name: "offset", Kind: NumberParameter, Least: 0, Most: MaxOffset,
			Help: "Where the page begins: the `next` of the page before.",
		},
		{
			Name: "explain", Kind: SwitchParameter,
			Help: "Whether to tell what the score of each hit is made of.",
		},
	}
}

// ParseLimit reads the parameter limit of a list that has one page, 1 to most;
// 0 stands for an absent one.
func ParseLimit(v url.Values, most int) (int, error) { return whole(v, "limit", 0, 1, most) }
