package query

// doubt is what is known around digits that look like a year.
type doubt struct {
	symbol, code string
	named        bool
	filters      told
	ahead        int // the token before type and "số"
}

// doubtOfYear takes away from digits that look like a year, unless another year
// is told, a symbol is tied to them, or a type that no year goes with stands
// before them: "qd 2052 2019", "2052/QĐ-UBND", "Quyết định 2052".
func doubtOfYear(tokens []token, i int, d doubt) int {
	other := d.filters.year || otherYear(tokens, i) || shortYear(tokens, i+1)
	switch {
	case d.symbol != "" && tokens[i+1].tight():
		return 0
	case d.symbol != "" && i > 0 && tokens[i-1].digits && !tokens[i-1].used, // "qd 2032 2021 ubnd"
		d.code != "" && d.ahead >= 0 && tokens[d.ahead].digits && !tokens[d.ahead].used: // "827 quyết định 2022"
		return likeYear
	case d.named && other, d.symbol != "" && other:
		return 0
	case (unplanned[d.code] || planned[d.code] && !plannedYear(digits(tokens[i]))) && (i+1 == len(tokens) || yearOfNumber(tokens, i+1)):
		return 0
	}
	return likeYear
}

// unplanned are types that are not called after the year that they are for;
// planned ones are.
var (
	unplanned = map[string]bool{"QĐ": true, "CV": true, "TB": true, "TTr": true, "GM": true}
	planned   = map[string]bool{"KH": true, "BC": true, "CTr": true, "ĐA": true, "PA": true, "DA": true}
)

// plannedYear tells years that plans of portals are for: since 2000, and far
// ahead only those that visions aim at.
func plannedYear(y int) bool { return y >= 2000 && (y <= 2035 || y%5 == 0) }

// yearOfNumber tells the year that a dash ties to a number: "QĐ 1991-2020".
func yearOfNumber(tokens []token, k int) bool {
	return isYear(tokens[k]) && tokens[k].sep == '-' && (k+1 == len(tokens) || !tokens[k+1].digits)
}

// shortYear tells the two digits of a year behind a slash, where they are no
// month: "kh 52/22", "qđ 2035/21".
func shortYear(tokens []token, k int) bool {
	if k == 0 || k >= len(tokens) || tokens[k].used || !tokens[k].digits || len(tokens[k].text) != 2 || tokens[k].sep != '/' {
		return false
	}
	more := k+1 < len(tokens) && tokens[k+1].tight()
	return !more && tokens[k-1].digits && (digits(tokens[k]) > 12 || digits(tokens[k-1]) > 31)
}

// otherYear tells that another year than the digits at i was typed.
func otherYear(tokens []token, i int) bool {
	for k, t := range tokens {
		if k != i && isYear(t) && (t.used || !inPeriod(tokens, k)) {
			return true
		}
	}
	return false
}
