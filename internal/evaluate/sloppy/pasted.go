package sloppy

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// pasted are ways of what is copied from pages, addresses, tables and scans.
func pasted() []Way {
	canonical := func(d model.Document) string { return d.Number.Canonical }
	return []Way{
		plain("slug of a page", full, func(d model.Document) string {
			return vietnamese.Slug(fmt.Sprintf("%s số %s", name(d), year(d, canonical(d))))
		}),
		plain("address of a page", full, func(d model.Document) string {
			if d.Number.Year != 0 {
				return ""
			}
			slug := vietnamese.Slug(fmt.Sprintf("%s số %s năm %d về việc", name(d), canonical(d), d.Year))
			return "https://portal.example.gov.vn/van-ban/" + slug + ".html"
		}),
		plain("percent signs", full, func(d model.Document) string { return url.QueryEscape(year(d, canonical(d))) }),
		plain("entities", full, func(d model.Document) string {
			return strings.ReplaceAll("Số:&nbsp;"+year(d, canonical(d)), " ", "&nbsp;")
		}),
		plain("number line of a head", full, func(d model.Document) string {
			return "Số: " + strings.Replace(year(d, canonical(d)), "/", " /", 1)
		}),
		plain("row of a table", full|Day, func(d model.Document) string {
			return fmt.Sprintf("1\t%s\t%s\t%s", canonical(d), d.Issued.Vietnamese(), d.Title)
		}),
		plain("cells in quotation marks", full|Day, func(d model.Document) string {
			return fmt.Sprintf("\"%s\",\"%s\"", canonical(d), d.Issued.Vietnamese())
		}),
		plain("in parentheses", full|Day, func(d model.Document) string {
			return fmt.Sprintf("(%s số %s ngày %s)", name(d), canonical(d), d.Issued.Vietnamese())
		}),
		plain("in square brackets", full, func(d model.Document) string { return "[" + year(d, canonical(d)) + "]" }),
		plain("in quotation marks", full, func(d model.Document) string { return "“" + year(d, canonical(d)) + "”" }),
		plain("stop and comma behind", full, func(d model.Document) string {
			return fmt.Sprintf("%s số %s; ", lowerFirst(name(d)), year(d, canonical(d)))
		}),
		plain("name of the portal behind", full, func(d model.Document) string {
			return year(d, name(d)+" "+canonical(d)) + " | Cổng thông tin điện tử"
		}),
		plain("tabs and double blanks", full, func(d model.Document) string {
			return strings.NewReplacer("/", "\t/ ", "-", "  -  ").Replace(name(d) + "\u00a0\u00a0" + year(d, canonical(d)))
		}),
		plain("doubled hyphens", full, func(d model.Document) string {
			return strings.ReplaceAll(year(d, canonical(d)), "-", "--")
		}),
		plain("blank before the hyphen", full, func(d model.Document) string {
			return strings.ReplaceAll(year(d, canonical(d)), "-", " -")
		}),
		plain("full-width letters", full, func(d model.Document) string { return wide(year(d, canonical(d))) }),
		plain("other slashes", full, func(d model.Document) string {
			return strings.NewReplacer("/", "⁄", "-", "−").Replace(year(d, canonical(d)))
		}),
		plain("sentence citing another", full|Day, func(d model.Document) string {
			return fmt.Sprintf("Thực hiện Nghị quyết của HĐND tỉnh, UBND ban hành %s số %s ngày %s triển khai Chỉ thị 16/CT-TTg",
				name(d), canonical(d), d.Issued.Vietnamese())
		}),
		plain("OCR of letters", full, func(d model.Document) string {
			return year(d, strings.NewReplacer("UBND", "UBNĐ", "HĐND", "HĐNĐ").Replace(canonical(d)))
		}),
		{"OCR of digits", func(d model.Document, draw *rand.Rand) Typed {
			no := slip(d.Number.No, draw)
			if no == "" {
				return Typed{}
			}
			return Typed{Text: year(d, strings.Replace(canonical(d), d.Number.No, no, 1)), Tells: full}
		}},
		{"a letter too many", func(d model.Document, draw *rand.Rand) Typed {
			return Typed{Text: strings.Replace(year(d, d.Number.Canonical), d.Number.Symbol, stutter(d.Number.Symbol, draw), 1), Tells: full}
		}},
	}
}

// slips are letters that scans show for digits.
var slips = map[byte]byte{'0': 'O', '1': 'I', '5': 'S', '8': 'B', '2': 'Z'}

// slip puts such a letter for one digit behind the first; it is empty when none
// can be.
func slip(no string, draw *rand.Rand) string {
	var at []int
	for i := 1; i < len(no); i++ {
		if slips[no[i]] != 0 {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return ""
	}
	i := at[draw.IntN(len(at))]
	return no[:i] + string(slips[no[i]]) + no[i+1:]
}

// stutter doubles one letter of a symbol.
func stutter(symbol string, draw *rand.Rand) string {
	letters := []rune(symbol)
	for range 20 {
		i := draw.IntN(len(letters))
		if letters[i] >= 'A' {
			return string(letters[:i+1]) + string(letters[i:])
		}
	}
	return symbol
}

// wide writes ASCII in the full-width forms of eastern keyboards.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r - '!' + '！'
		}
		return r
	}, s)
}

func lowerFirst(s string) string {
	r := []rune(s)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}
