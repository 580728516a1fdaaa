package search

import "net/url"

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
		{
			Name: "portal", Kind: TextParameter, Example: "phuoc-dien",
			Help: "Id of a portal: restricts the full text to its articles. Ids are listed by /api/v1/coverage.",
		},
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
