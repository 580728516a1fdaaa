package search

import (
	"net/url"
	"slices"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/topic"
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
	Many    bool     // it may be given several times
	// Least, Most and Default are of NumberParameter.
	Least, Most, Default int
}

// Parameters lists what ParseQuestion reads, in the order of its documents.
func Parameters() []Parameter {
	return slices.Concat(wordParameters(), filterParameters(), pageParameters())
}

func wordParameters() []Parameter {
	return []Parameter{
		{
			Name: "q", Kind: TextParameter, Example: "kh 52 2022 cang long",
			Help: "What is looked for: a document number in any spelling, words with or without diacritics, \"phrases\" in quotation marks. Only the first 4 KB are read.",
		},
		{
			Name: "off", Kind: TextParameter, Example: "type,year", Many: true,
			Help: "Kinds of `chips` that are to be read as plain words: type, number, symbol, year, place; parted by commas.",
		},
	}
}

// filterParameters restrict what the full text finds: one of the values of each
// must hold.
func filterParameters() []Parameter {
	topics := make([]string, 0, len(topic.All()))
	for _, t := range topic.All() {
		topics = append(topics, t.ID)
	}
	filters := []Parameter{
		{Name: string(filter.Type), Example: "KH", Help: "Type of document: its code, or its name."},
		{Name: string(filter.Issuer), Example: "UBND huyện Phước Điền", Help: "Issuing body. A part of the name will do where no body is called just so."},
		{Name: string(filter.Level), Values: filter.Levels(), Help: "Level of the issuing body."},
		{Name: string(filter.Place), Example: "huyện Phước Điền", Help: "Administrative unit, of today or before July 2025, with all that lies in it. A part of the name will do."},
		{Name: string(filter.Year), Example: "2021..2022", Help: "Year of issue or posting, or a range that may be open: 2021..2025, 2021.., ..2025."},
		{Name: string(filter.Topic), Values: topics, Help: "Field of administration."},
		{Name: string(filter.Portal), Example: "phuoc-dien", Help: "Id of a portal. Ids are listed by /api/v1/coverage."},
		{Name: string(filter.File), Values: []string{hasFile}, Help: "Only what has files attached."},
		{Name: string(filter.State), Values: states(), Help: "Whether a document is held, listed in a register, or only cited."},
	}
	for i := range filters {
		filters[i].Kind, filters[i].Many = TextParameter, true
	}
	return append(filters,
		Parameter{Name: "from", Kind: TextParameter, Example: "2022-01-01", Help: "First day of posting or issue."},
		Parameter{Name: "to", Kind: TextParameter, Example: "2022-12-31", Help: "Last day of posting or issue."},
	)
}

func pageParameters() []Parameter {
	return []Parameter{
		{
			Name: "sort", Kind: TextParameter, Values: []string{"relevance", string(index.Newest), string(index.Oldest), string(index.ByNumber)},
			Help: "The order of hits; by relevance when absent, the newest first when there are no words.",
		},
		{
			Name: "facets", Kind: SwitchParameter,
			Help: "Whether to count the values of the filters among all that is found.",
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
			Name: "cursor", Kind: TextParameter,
			Help: "Where the page begins: the `next_cursor` of the page before, which reaches as far as there are hits. With it `offset` says nothing.",
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
