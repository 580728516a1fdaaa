package search

// TargetParameters lists what ParseTargets reads.
func TargetParameters() []Parameter {
	own := []Parameter{
		{Name: "indicator", Kind: TextParameter, Example: "hộ nghèo", Help: "Words that stand in the name of the indicator."},
		{Name: "family", Kind: TextParameter, Example: "poverty_rate", Help: "Id of a family of indicators that are printed in different words; rows name theirs."},
		{Name: "unit", Kind: TextParameter, Example: "%", Help: "The unit as printed."},
		{Name: "value", Kind: TextParameter, Example: ">=50", Help: "The value in the printed unit: 50, >=50, <2.5, 50..80."},
		{Name: "year", Kind: TextParameter, Pattern: yearsPattern, Example: "2021..2025", Help: "Year of the deadline, of the document when there is none: 2019, 2021..2025, 2021.."},
	}
	return append(append(own, factParameters()...), pageParameters("-issued", "issued", "due", "-due", "value", "-value")...)
}

// AssignmentParameters lists what ParseAssignments reads.
func AssignmentParameters() []Parameter {
	own := []Parameter{{Name: "agency", Kind: TextParameter, Example: "Phòng Tài nguyên", Help: "Words that stand in the name of the agency that has the task."}}
	return append(append(own, factParameters()...), pageParameters("-issued", "issued", "due", "-due")...)
}

// MissingParameters lists what ParseMissing reads.
func MissingParameters() []Parameter {
	return append([]Parameter{
		{Name: "type", Kind: TextParameter, Example: "KH", Help: "Type of document, by code or name."},
		{Name: "year", Kind: TextParameter, Pattern: yearsPattern, Example: "2021..2025", Help: "Year of issue: 2019, 2021..2025, 2021.."},
		{Name: "issuer", Kind: TextParameter, Help: "Words that stand in the name of who issued it."},
		{Name: "portal", Kind: TextParameter, Help: "Id of a portal: documents that are cited there."},
		{Name: "least", Kind: NumberParameter, Least: 1, Most: maxLeast, Default: 1, Help: "By how many articles it is cited at least."},
	}, pageParameters("-citing", "citing", "issued", "-issued")...)
}

// factParameters are what targets and assignments are both asked by.
func factParameters() []Parameter {
	return []Parameter{
		{Name: "due", Kind: TextParameter, Example: "2022", Help: "Deadline: a day, month or year, or a range of them: 2022, 2022-06, 2022-06-30, 2022-01..2022-06."},
		{Name: "issued", Kind: TextParameter, Example: "2022", Help: "Day of the document, of the posting when the article announces none; as `due`."},
		{Name: "place", Kind: TextParameter, Help: "Administrative unit, with the former districts in it."},
		{Name: "portal", Kind: TextParameter, Help: "Id of a portal."},
		{Name: "issuer", Kind: TextParameter, Help: "Words that stand in the name of who issued the document."},
		{Name: "document", Kind: TextParameter, Help: "Id of a document."},
	}
}

// pageParameters order and part a table; the first order is the default.
func pageParameters(sorts ...string) []Parameter {
	return []Parameter{
		{Name: "sort", Kind: TextParameter, Values: sorts, Help: "The order of rows, " + sorts[0] + " when absent; - is the other way round."},
		{Name: "limit", Kind: NumberParameter, Least: 1, Most: MaxLimit, Default: DefaultLimit, Help: "How many rows a page has."},
		{Name: "cursor", Kind: TextParameter, Help: "Where the page begins: the `next_cursor` of the page before, of the same question."},
	}
}
