package sloppy

import (
	"fmt"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// code is the type as it is abbreviated, "CV" for numbers without a type.
func code(d model.Document) string {
	if d.Number.Type == "" {
		return "CV"
	}
	return d.Number.Type
}

// unit is the symbol without the type before it: UBND of QĐ-UBND.
func unit(d model.Document) string {
	return strings.TrimLeft(strings.TrimPrefix(d.Number.Symbol, d.Number.Type), "-/")
}

// ownType tells a document whose symbol begins with its type, and whose year
// stands outside the number.
func ownType(d model.Document) bool {
	return d.Number.Type != "" && strings.HasPrefix(d.Number.Symbol, d.Number.Type) && unit(d) != "" && d.Number.Year == 0
}

// onlyOwn makes a way of documents with their type in the symbol.
func onlyOwn(name string, text func(model.Document) string) Way {
	return plain(name, full&^Inside, func(d model.Document) string {
		if !ownType(d) {
			return ""
		}
		return text(d)
	})
}

// short are ways of people who type little: codes, glued parts, two-digit years.
func short() []Way {
	lower := strings.ToLower
	fold := vietnamese.Fold
	return []Way{
		plain("code: number, year", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("%s: %s năm %d", code(d), d.Number.No, d.Year)
		}),
		plain("code number/year", Type|Year, func(d model.Document) string {
			return lower(fmt.Sprintf("%s %s/%d", code(d), d.Number.No, d.Year))
		}),
		plain("code number/two-digit year", Type|Year, func(d model.Document) string {
			return lower(fmt.Sprintf("%s %s/%02d", code(d), d.Number.No, d.Year%100))
		}),
		plain("code tied to number/year", Type|Year, func(d model.Document) string {
			return fold(fmt.Sprintf("%s%s/%d", code(d), d.Number.No, d.Year))
		}),
		plain("code number-year", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("%s %s-%d", code(d), d.Number.No, d.Year)
		}),
		plain("code and number tied, dot, year", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("%s%s.%d", fold(code(d)), d.Number.No, d.Year)
		}),
		plain("số before code", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("số %s %s %d", lower(code(d)), d.Number.No, d.Year)
		}),
		plain("number before type in words", Type|Year, func(d model.Document) string {
			return lower(fmt.Sprintf("%s %s %d", d.Number.No, name(d), d.Year))
		}),
		plain("số number type in words, year", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("số %s %s năm %d", d.Number.No, lower(name(d)), d.Year)
		}),
		plain("year, type in words, number", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("năm %d %s số %s", d.Year, lower(name(d)), d.Number.No)
		}),
		onlyOwn("code.number.unit year", func(d model.Document) string {
			return lower(fmt.Sprintf("%s.%s.%s %d", code(d), d.Number.No, strings.NewReplacer("/", ".", "-", ".").Replace(unit(d)), d.Year))
		}),
		onlyOwn("code-number/unit year", func(d model.Document) string {
			return fmt.Sprintf("%s-%s/%s %d", code(d), d.Number.No, unit(d), d.Year)
		}),
		onlyOwn("code number unit year", func(d model.Document) string {
			return lower(fmt.Sprintf("%s %s %s %d", code(d), d.Number.No, unit(d), d.Year))
		}),
		onlyOwn("code number unit year, folded", func(d model.Document) string {
			return fold(fmt.Sprintf("%s %s %s %d", code(d), d.Number.No, unit(d), d.Year))
		}),
		onlyOwn("unit apart from number and code", func(d model.Document) string {
			return lower(fmt.Sprintf("%s %s %s năm %d", d.Number.No, code(d), strings.ReplaceAll(unit(d), "-", " "), d.Year))
		}),
		onlyOwn("all glued with year", func(d model.Document) string {
			if strings.ContainsAny(d.Number.Symbol, "0123456789()") {
				return ""
			}
			return strings.ToUpper(d.Number.No + docnum.FoldSymbol(d.Number.Symbol) + fmt.Sprint(d.Year))
		}),
		plain("slashes for dashes", full, func(d model.Document) string {
			return year(d, strings.ReplaceAll(d.Number.Canonical, "-", "/"))
		}),
		plain("slash and year behind", full&^Inside, func(d model.Document) string {
			if d.Number.Year != 0 {
				return ""
			}
			return fmt.Sprintf("%s/%d", d.Number.Canonical, d.Year)
		}),
		plain("mixed case", full, func(d model.Document) string { return year(d, titled(d.Number.Canonical)) }),
		plain("day without its year", Type|Symbol|DayMonth, func(d model.Document) string {
			if d.Number.Year != 0 {
				return ""
			}
			return fmt.Sprintf("%s số %s ngày %d tháng %d", name(d), d.Number.Canonical, d.Issued.Day, int(d.Issued.Month))
		}),
		plain("day first, code, number", Type|Year|Day, func(d model.Document) string {
			return fmt.Sprintf("%s %s %s", d.Issued.Vietnamese(), code(d), d.Number.No)
		}),
		plain("day with a two-digit year", full|Day, func(d model.Document) string {
			return fmt.Sprintf("%s ngày %d/%d/%02d", d.Number.Canonical, d.Issued.Day, int(d.Issued.Month), d.Issued.Year%100)
		}),
		plain("ISO day", full|Day, func(d model.Document) string { return d.Number.Canonical + " " + d.Issued.String() }),
		plain("month and year", full, func(d model.Document) string {
			return fmt.Sprintf("%s tháng %d/%d", d.Number.Canonical, int(d.Issued.Month), d.Issued.Year)
		}),
		plain("văn bản số", full, func(d model.Document) string { return "vb số " + year(d, d.Number.Canonical) }),
		plain("subject behind V/v", full, func(d model.Document) string {
			return fmt.Sprintf("%s V/v %s", year(d, d.Number.Canonical), d.Title)
		}),
	}
}

// titled writes each part of a number with one capital: Qđ-Ubnd.
func titled(s string) string {
	upper := true
	return strings.Map(func(r rune) rune {
		w := string(r)
		if upper {
			w = strings.ToUpper(w)
		} else {
			w = strings.ToLower(w)
		}
		upper = r == '-' || r == '/'
		return []rune(w)[0]
	}, s)
}
