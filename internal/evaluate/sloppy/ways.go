package sloppy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Ways lists the habits; names of their documents' place are typed as given.
func Ways(place string) []Way {
	return slices.Concat(spelled(), damaged(), parted(place), mistaken(), short(), pasted(), issued())
}

// full tells what a whole number with its year tells.
const full = Type | Symbol | Year | Inside

// plain makes a way that draws nothing.
func plain(name string, tells Tells, text func(model.Document) string) Way {
	return Way{name, func(d model.Document, _ *rand.Rand) Typed { return Typed{Text: text(d), Tells: tells} }}
}

// year adds the year, when the number has none inside.
func year(d model.Document, text string) string {
	if d.Number.Year != 0 {
		return text
	}
	return fmt.Sprintf("%s %d", text, d.Year)
}

// name is the type in words, "công văn" for numbers without a type.
func name(d model.Document) string {
	if d.Number.Type == "" {
		return "công văn"
	}
	return docnum.TypeName(d.Number.Type)
}

// flat puts one blank for every separator.
func flat(d model.Document) string {
	return strings.NewReplacer("/", " ", "-", " ").Replace(d.Number.Canonical)
}

// spelled are ways that spell the whole number otherwise.
func spelled() []Way {
	canonical := func(d model.Document) string { return d.Number.Canonical }
	return []Way{
		plain("official, year", full, func(d model.Document) string { return year(d, canonical(d)) }),
		plain("without diacritics", full, func(d model.Document) string { return vietnamese.Fold(year(d, canonical(d))) }),
		plain("no separators", full, func(d model.Document) string { return strings.ToLower(year(d, flat(d))) }),
		plain("no separators, folded", full, func(d model.Document) string { return vietnamese.Fold(year(d, flat(d))) }),
		plain("symbol glued", full, func(d model.Document) string {
			if d.Number.Year != 0 {
				return ""
			}
			return fmt.Sprintf("%s/%s %d", d.Number.No, docnum.FoldSymbol(d.Number.Symbol), d.Year)
		}),
		plain("all glued", full, func(d model.Document) string {
			if d.Number.Year != 0 {
				return ""
			}
			return fmt.Sprintf("%s%s %d", d.Number.No, docnum.FoldSymbol(d.Number.Symbol), d.Year)
		}),
		plain("capitals", full, func(d model.Document) string { return strings.ToUpper(year(d, canonical(d))) }),
		plain("blanks at separators", full, func(d model.Document) string {
			return year(d, strings.NewReplacer("/", " / ", "-", " – ").Replace(canonical(d)))
		}),
		plain("line break", full, func(d model.Document) string {
			return strings.Replace(year(d, canonical(d)), "/", " /\n", 1)
		}),
		plain("dashes for slashes", full, func(d model.Document) string {
			return year(d, strings.ReplaceAll(canonical(d), "/", "-"))
		}),
		plain("underscores", full, func(d model.Document) string {
			return year(d, strings.NewReplacer("/", "_", "-", "_").Replace(canonical(d)))
		}),
		plain("dots", full, func(d model.Document) string {
			return year(d, strings.NewReplacer("/", ".", "-", ".").Replace(canonical(d)))
		}),
		plain("leading zeros", full, func(d model.Document) string { return "00" + year(d, canonical(d)) }),
	}
}

// damaged are ways in which copying damages a number.
func damaged() []Way {
	canonical := func(d model.Document) string { return d.Number.Canonical }
	return []Way{
		plain("Đ as D", full, func(d model.Document) string {
			return strings.ReplaceAll(year(d, canonical(d)), "Đ", "D")
		}),
		plain("Đ as U+00D0", full, func(d model.Document) string {
			return strings.ReplaceAll(year(d, canonical(d)), "Đ", "Ð")
		}),
		plain("NFD", full, func(d model.Document) string { return norm.NFD.String(name(d) + " " + year(d, canonical(d))) }),
		plain("invisible characters", full, func(d model.Document) string {
			return strings.NewReplacer("/", "\u200b/", "-", "\u00ad-\u200b").Replace(year(d, canonical(d)))
		}),
		plain("no-break blanks and hyphens", full, func(d model.Document) string {
			return strings.NewReplacer("-", "\u2011", " ", "\u00a0").Replace(year(d, canonical(d)))
		}),
		{"O for 0, l for 1", func(d model.Document, draw *rand.Rand) Typed {
			no := []byte(d.Number.No)
			slips := 0
			for i, c := range no {
				if slip, ok := map[byte]byte{'0': 'O', '1': 'l'}[c]; ok && (i > 0 || c == '1') && draw.IntN(3) > 0 {
					no[i] = slip
					slips++
				}
			}
			if slips == 0 || slips == len(no) {
				return Typed{}
			}
			return Typed{Text: year(d, strings.Replace(canonical(d), d.Number.No, string(no), 1)), Tells: full}
		}},
	}
}
