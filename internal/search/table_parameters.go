package search

import "slices"

// TargetParameters lists what ParseTargets reads, and format, in the order of
// the documents of the API.
func TargetParameters() []Parameter {
	return slices.Concat([]Parameter{
		textParameter("indicator", "ty le ho ngheo", "Words of the indicator, with or without diacritics; all must be there. Short forms (BHYT) also find the full ones."),
		textParameter("family", "poverty_rate", "Id of a family of indicators that are printed in different words."),
		textParameter("unit", "%", "Unit as printed."),
		textParameter("value", ">=50", "Value in the printed unit: 50, >=50, >50, <=50, <50, or a range 50..80 with either end open. The decimal sign is a dot or a comma; a target that is a range agrees when the two meet."),
		yearsParameter("Year of the due time, else of the document, else of the posting: 2019, 2021..2025, 2021.., ..2025."),
	}, factParameters(), listParameters("-issued", "issued", "due", "-due", "value", "-value"))
}

// AssignmentParameters lists what ParseAssignments reads, and format.
func AssignmentParameters() []Parameter {
	return slices.Concat([]Parameter{
		textParameter("agency", "cong an huyen", "Words of the agency that is charged; all must be there."),
	}, factParameters(), listParameters("-issued", "issued", "due", "-due"))
}

// MissingParameters lists what ParseMissing reads, and format.
func MissingParameters() []Parameter {
	return slices.Concat([]Parameter{
		textParameter("type", "KH", "Type of document, by code or name."),
		yearsParameter("Year of issue: 2019, 2021..2025, 2021.., ..2025."),
		textParameter("issuer", "bo tai chinh", "Words of the issuer; all must be there."),
		textParameter("portal", "phuoc-dien", "Id of a portal whose articles cite the document."),
		{Name: "least", Kind: NumberParameter, Example: "2", Least: 1, Most: maxLeast, Help: "How many articles must cite the document."},
	}, listParameters("-citing", "citing", "issued", "-issued"))
}

func textParameter(name, example, help string) Parameter {
	return Parameter{Name: name, Kind: TextParameter, Example: example, Help: help}
}

func yearsParameter(help string) Parameter {
	return Parameter{Name: "year", Kind: TextParameter, Pattern: yearsPattern, Example: "2019", Help: help}
}

func factParameters() []Parameter {
	return []Parameter{
		textParameter("due", "2022-06", "Due day, or a range: 2022, 2022-06, 2022-06-30, 30/6/2022, 2022-01..2022-06. A year or a month is due on its last day."),
		textParameter("issued", "2022", "Day of the document that the article announces, else of the posting; written as due."),
		textParameter("place", "huyện Krông Nô", "Place of the fact or its article. A province also means its former districts, a unit of today those that it was made of."),
		textParameter("portal", "phuoc-dien", "Id of a portal. Ids are listed by /api/v1/coverage."),
		textParameter("issuer", "ubnd tinh", "Words of the issuer of the announced document; all must be there."),
		textParameter("document", "52_kh-ubnd.2022.ubnd-huyen-phuoc-dien", "Id of the document that the article announces."),
	}
}

// listParameters are of every table; the first of sorts is the default.
func listParameters(sorts ...string) []Parameter {
	return []Parameter{
		{Name: "sort", Kind: TextParameter, Example: sorts[0], Values: sorts, Help: "Order of the rows, with - the other way round; what is not known comes last. Default: " + sorts[0] + "."},
		{Name: "cursor", Kind: TextParameter, Help: "Where the page begins: next_cursor of the page before, with the same filters and order."},
		{Name: "limit", Kind: NumberParameter, Least: 1, Most: MaxLimit, Default: DefaultLimit, Help: "How many rows a page has. Files have them all."},
		FormatParameter(),
	}
}
