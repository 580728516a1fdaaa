package search

import (
	"tracuu/internal/export"
	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/query"
)

// ParameterKind is the form of a parameter's value.
type ParameterKind string

// The kinds of parameter.
const (
	TextParameter   ParameterKind = "string"
	NumberParameter ParameterKind = "integer"
	SwitchParameter ParameterKind = "boolean"
)

// Parameter describes one that a parser of this package reads, for the documents
// of the API. Tests hold parsers and descriptions against each other.
type Parameter struct {
	Name    string
	Kind    ParameterKind
	Help    string   // one or two sentences, in English
	Example string   // of a value that is accepted; empty: none
	Values  []string // all that are accepted, when they are few
	Many    bool     // may be given several times
	// Pattern is a regular expression for all that is accepted; empty: any text.
	Pattern string
	// Least, Most and Default are of NumberParameter; a Default below Least is none.
	Least, Most, Default int
}

// Forms of values.
const (
	yearsPattern = `^[0-9]{4}$|^[0-9]{4}\.\.([0-9]{4})?$|^\.\.[0-9]{4}$`
	dayPattern   = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
)

// Parameters lists what ParseQuestion reads, in the order of its documents.
func Parameters() []Parameter {
	out := []Parameter{{
		Name: "q", Kind: TextParameter, Example: "kh 52 2022 cang long",
		Help: "What is looked for: a document number in any spelling, words with or without diacritics, \"phrases\" in quotation marks, filters and exclusions (docs/QUERIES.md). Only the first 4 KB are read.",
	}}
	out = append(out, filterParameters()...)
	return append(
		out,
		Parameter{
			Name: "sort", Kind: TextParameter, Values: []string{"relevance", string(index.Newest), string(index.Oldest), string(index.ByNumber)},
			Help: "The order of hits; by relevance when absent.",
		},
		Parameter{
			Name: "off", Kind: TextParameter, Many: true,
			Values: []string{string(query.ChipType), string(query.ChipNumber), string(query.ChipSymbol), string(query.ChipYear), string(query.ChipPlace)},
			Help:   "Kinds of chips that are switched off: what they stand for is read as plain words.",
		},
		Parameter{
			Name: "limit", Kind: NumberParameter, Least: 1, Most: MaxLimit, Default: DefaultLimit,
			Help: "How many hits a page has.",
		},
		Parameter{
			Name: "cursor", Kind: TextParameter,
			Help: "Where the page begins: the `next_cursor` of the page before, of the same question. It goes as deep as there are hits.",
		},
		Parameter{
			Name: "offset", Kind: NumberParameter, Least: 0, Most: MaxOffset,
			Help: "Where the page begins: the `next` of the page before. Cursors go further.",
		},
		Parameter{Name: "facets", Kind: SwitchParameter, Help: "Whether to count the values of the fields under the filters."},
		Parameter{Name: "explain", Kind: SwitchParameter, Help: "Whether to tell what the score of each hit is made of."},
	)
}

// filterParameters are the filters on fields, as the facets name their values.
func filterParameters() []Parameter {
	some := func(f filter.Field, help string) Parameter {
		return Parameter{Name: string(f), Kind: TextParameter, Many: true, Help: help + " Given several times, one of the values must hold."}
	}
	types := some(filter.Type, "Type of document, by code or name: KH, Kế hoạch.")
	types.Example = "KH"
	issuer := some(filter.Issuer, "Name of the issuing body, or some of its words side by side.")
	issuer.Example = "UBND huyện Phước Điền"
	level := some(filter.Level, "Level of who issued it.")
	level.Values = filter.Levels()
	year := some(filter.Year, "Year of issue, else of the posting: 2022, 2021..2025, 2021.., ..2025.")
	year.Pattern, year.Example = yearsPattern, "2021..2022"
	state := some(filter.State, "What the store has of the document.")
	state.Values = states()
	file := some(filter.File, "Articles with an attachment.")
	file.Values = []string{filter.WithFile}
	portal := some(filter.Portal, "Id of a portal; /api/v1/coverage lists them.")
	portal.Example = "phuoc-dien"
	day := func(name, help string) Parameter {
		return Parameter{Name: name, Kind: TextParameter, Pattern: dayPattern, Example: "2022-03-18", Help: help}
	}
	return []Parameter{
		types, issuer, level,
		some(filter.Place, "Administrative unit, with all that it holds; names before and since 1 July 2025."),
		year,
		some(filter.Topic, "Field of administration; the facet of this name lists the ids."),
		portal, file, state,
		day("from", "First day of issue or posting."), day("to", "Last day of issue or posting."),
	}
}

// FormatParameter is what ParseFormat reads.
func FormatParameter() Parameter {
	p := Parameter{
		Name: "format", Kind: TextParameter, Values: []string{"json"},
		Help: "Other than json, all rows of the question, whatever page is asked for, come as a file to download, with what was asked, when, and what the store held.",
	}
	for _, f := range export.Formats() {
		p.Values = append(p.Values, string(f))
	}
	return p
}
