package sloppy

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// parted are ways that tell type, number, year, day, place or topic apart, in
// another order or in part.
func parted(place string) []Way {
	ways := []Way{
		plain("type code, number, year", Type|Year, func(d model.Document) string {
			if d.Number.Type == "" {
				return ""
			}
			return strings.ToLower(vietnamese.Fold(fmt.Sprintf("%s %s %d", d.Number.Type, d.Number.No, d.Year)))
		}),
		plain("type in words, number, year", Type|Year, func(d model.Document) string {
			return fmt.Sprintf("%s %s năm %d", name(d), d.Number.No, d.Year)
		}),
		plain("type in words, folded", Type|Year, func(d model.Document) string {
			return vietnamese.Fold(fmt.Sprintf("%s so %s nam %d", name(d), d.Number.No, d.Year))
		}),
		plain("type and number alone", Type, func(d model.Document) string { return name(d) + " " + d.Number.No }),
		plain("number and symbol alone", Type|Symbol, func(d model.Document) string {
			return d.Number.No + "/" + d.Number.Symbol
		}),
		plain("with its day", full|Day, func(d model.Document) string {
			return fmt.Sprintf("%s ngày %s", d.Number.Canonical, d.Issued.Vietnamese())
		}),
		plain("day first", full|Day, func(d model.Document) string {
			return fmt.Sprintf("%s ngày %s số %s", name(d), d.Issued.Vietnamese(), d.Number.Canonical)
		}),
		plain("day with dots", full|Day, func(d model.Document) string {
			return d.Number.Canonical + " " + strings.ReplaceAll(d.Issued.Vietnamese(), "/", ".")
		}),
		plain("day in words", Type|Year|Day, func(d model.Document) string {
			return fmt.Sprintf("%s số %s ngày %d tháng %d năm %d", name(d), d.Number.No, d.Issued.Day, int(d.Issued.Month), d.Issued.Year)
		}),
		plain("year first", full, func(d model.Document) string {
			if d.Number.Year != 0 {
				return ""
			}
			return fmt.Sprintf("%d %s", d.Year, d.Number.Canonical)
		}),
		plain("symbol before number", Type|Symbol|Year, func(d model.Document) string {
			return fmt.Sprintf("%s số %s năm %d", d.Number.Symbol, d.Number.No, d.Year)
		}),
		plain("type tied to number", full&^Inside, tied),
		plain("file name", full, func(d model.Document) string {
			return strings.NewReplacer("/", "-", " ", "_").Replace(year(d, d.Number.Canonical)) + "_signed.pdf"
		}),
		plain("short file name", Type|Year, func(d model.Document) string {
			if d.Number.Type == "" {
				return ""
			}
			return fmt.Sprintf("%s %s_%d_signed.pdf", vietnamese.Fold(d.Number.Type), d.Number.No, d.Year)
		}),
		plain("sentence", full|Day, func(d model.Document) string {
			return fmt.Sprintf("Căn cứ %s số %s ngày %s của UBND tỉnh về việc %s;", name(d), d.Number.Canonical, d.Issued.Vietnamese(), d.Title)
		}),
		{"topic words after", func(d model.Document, draw *rand.Rand) Typed {
			return Typed{Text: year(d, d.Number.Canonical) + " " + topic(d, draw), Tells: full}
		}},
		{"topic words before", func(d model.Document, draw *rand.Rand) Typed {
			words := topic(d, draw)
			if strings.ContainsAny(words, "0123456789") { // another number would stand first
				return Typed{}
			}
			return Typed{Text: vietnamese.Fold(words + " so " + year(d, d.Number.Canonical)), Tells: full}
		}},
	}
	if place != "" {
		ways = append(ways,
			plain("with place", full, func(d model.Document) string {
				return year(d, d.Number.Canonical) + " " + place
			}),
			plain("place in the middle", Type|Year, func(d model.Document) string {
				if !strings.HasPrefix(d.Issuer, "UBND") {
					return ""
				}
				return vietnamese.Fold(fmt.Sprintf("%s %s ubnd %s %d", name(d), d.Number.No, place, d.Year))
			}),
			plain("agency in words", Type|Year, func(d model.Document) string {
				if !strings.HasPrefix(d.Issuer, "UBND") {
					return ""
				}
				return fmt.Sprintf("%s %s năm %d của Ủy ban nhân dân %s", name(d), d.Number.No, d.Year, place)
			}))
	}
	return ways
}

// tied is "KH52-UBND 2022".
func tied(d model.Document) string {
	code, unit, ok := strings.Cut(d.Number.Symbol, "-")
	if !ok || d.Number.Type == "" || code != d.Number.Type || strings.ContainsAny(code, "0123456789") {
		return ""
	}
	return fmt.Sprintf("%s%s-%s %d", code, d.Number.No, unit, d.Year)
}

// topic is a few neighbouring words of the title.
func topic(d model.Document, draw *rand.Rand) string {
	words := strings.Fields(d.Title)
	if len(words) < 4 {
		return d.Title
	}
	at := draw.IntN(len(words) - 3)
	return strings.Join(words[at:at+4], " ")
}

// mistaken are ways that tell something wrong: the document must still be on
// the first page.
func mistaken() []Way {
	return []Way{
		{"wrong year", func(d model.Document, draw *rand.Rand) Typed {
			if d.Number.Year != 0 {
				return Typed{}
			}
			return Typed{Text: fmt.Sprintf("%s %d", d.Number.Canonical, d.Year+1+draw.IntN(2)), Tells: Type | Symbol, Wrong: true}
		}},
		{"wrong type", func(d model.Document, _ *rand.Rand) Typed {
			other := "KH"
			if docnum.FoldSymbol(d.Number.Type) == "kh" {
				other = "QĐ"
			}
			return Typed{Text: fmt.Sprintf("%s %s %d", docnum.TypeName(other), d.Number.No, d.Year), Tells: Year, Wrong: true}
		}},
	}
}
