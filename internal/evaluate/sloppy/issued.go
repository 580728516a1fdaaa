package sloppy

import (
	"fmt"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// issued are ways that name the issuer, in full or by its place: of documents
// that share number and year only the issuer tells which is meant.
func issued() []Way {
	lower := strings.ToLower
	named := func(name string, tells Tells, text func(model.Document) string) Way {
		return plain(name, tells|Issuer, func(d model.Document) string {
			if d.Issuer == "" {
				return ""
			}
			return text(d)
		})
	}
	return []Way{
		named("issuer behind", full, func(d model.Document) string {
			return fmt.Sprintf("%s của %s", year(d, d.Number.Canonical), d.Issuer)
		}),
		named("issuer folded", Type|Year, func(d model.Document) string {
			return vietnamese.Fold(fmt.Sprintf("%s %s %d %s", code(d), d.Number.No, d.Year, d.Issuer))
		}),
		named("issuer between type and number", Type|Year, func(d model.Document) string {
			return lower(fmt.Sprintf("%s %s số %s năm %d", name(d), d.Issuer, d.Number.No, d.Year))
		}),
		named("issuer first", full, func(d model.Document) string {
			return fmt.Sprintf("%s %s", d.Issuer, year(d, d.Number.Canonical))
		}),
		named("issuer and place written out", Type|Year, func(d model.Document) string {
			issuer := strings.NewReplacer("UBND", "Ủy ban nhân dân", "HĐND", "Hội đồng nhân dân").Replace(d.Issuer)
			return fmt.Sprintf("%s số %s năm %d của %s", name(d), d.Number.No, d.Year, issuer)
		}),
		named("filters", full, func(d model.Document) string {
			return fmt.Sprintf(`%s năm:%d cơ quan:"%s"`, d.Number.Canonical, d.Year, d.Issuer)
		}),
		named("filters alone beside the number", Type|Year, func(d model.Document) string {
			if d.Number.Type == "" {
				return ""
			}
			return fmt.Sprintf(`số %s loại:%s năm:%d cơ quan:"%s"`, d.Number.No, d.Number.Type, d.Year, d.Issuer)
		}),
	}
}
