package docnum

import (
	"strconv"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Canonical joins the parts of a number in official form, or returns "" for a
// bare one. A number with a year or without a type code stands before "/", a
// party number (its symbol has "/") before "-".
func Canonical(no string, year int, symbol string) string {
	switch {
	case symbol == "":
		return ""
	case year != 0:
		return no + "/" + strconv.Itoa(year) + "/" + symbol
	case strings.Contains(symbol, "/") || isOldForm(symbol):
		return no + "-" + symbol
	default:
		return no + "/" + symbol
	}
}

// isOldForm tells the symbols of before 1992 that stand alone behind a dash,
// as in 130-CP and 111-HĐBT.
func isOldForm(symbol string) bool {
	return symbol == "CP" || symbol == "HĐBT" || symbol == "HĐCP" || symbol == "TTg"
}

// Key is what tells two documents apart: canonical number (type and number for
// a bare one), year and issuer. The year of the number wins over the given one,
// which is that of the issue date; 0 and "" mean not known.
//
// The form is canonical "." year "." issuer in lower-case ASCII that a URL path
// takes as it is, "/" written "_": 52_kh-ubnd.2022.ubnd-huyen-cang-long,
// ct~15..tinh-uy-tra-vinh.
func Key(n model.DocNumber, year int, issuer string) string {
	y := ""
	if n.Year != 0 {
		year = n.Year
	}
	if year != 0 {
		y = strconv.Itoa(year)
	}
	return Base(n) + "." + y + "." + vietnamese.Slug(issuer)
}

// Base is the part of a Key that the number alone gives.
func Base(n model.DocNumber) string {
	if n.Canonical == "" {
		return vietnamese.Slug(n.Type) + "~" + strings.ToLower(n.No)
	}
	canonical := n.Canonical
	switch {
	case n.Year != 0: // TTLT/BTC-BCA and TTLT-BTC-BCA were printed of one document
		canonical = n.No + "/" + strconv.Itoa(n.Year) + "/" + strings.ReplaceAll(n.Symbol, "/", "-")
	case isOldForm(n.Symbol): // 13-CP and 13/CP too
		canonical = n.No + "-" + n.Symbol
	}
	folded := strings.ReplaceAll(vietnamese.Fold(canonical), "/", "_")
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_', r == '-':
			return r
		}
		return '~'
	}, folded)
}

// FoldSymbol reduces a symbol to its letters and digits for comparing:
// KH-UBND -> khubnd.
func FoldSymbol(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, vietnamese.Fold(s))
}

// Format writes a number as a formal citation does: Kế hoạch số 52/KH-UBND.
func Format(n model.DocNumber) string {
	number := n.Canonical
	if number == "" {
		number = n.No
		if n.Year != 0 {
			number += "/" + strconv.Itoa(n.Year)
		}
	}
	if n.Type == "" {
		return "Văn bản số " + number
	}
	return TypeName(n.Type) + " số " + number
}
