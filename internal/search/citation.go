package search

import (
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// citation is how a document is cited in another: "Kế hoạch số 52/KH-UBND ngày
// 18/3/2022 của UBND huyện Càng Long". The issuer is told in the words of a text
// that names the document, as a committee may number in the series of its body.
// What is not known is left out.
func citation(d model.Document, mentions []store.MentionAt) string {
	var b strings.Builder
	name := "Văn bản"
	if d.Number.Type != "" {
		name = docnum.TypeName(d.Number.Type)
	}
	number := d.Number.Canonical
	if number == "" {
		number = d.Number.No
	}
	b.WriteString(name + " số " + number)
	if !d.Issued.IsZero() {
		b.WriteString(" ngày " + formalDay(d.Issued))
	} else if d.Year != 0 && d.Number.Year == 0 {
		fmt.Fprintf(&b, " năm %d", d.Year)
	}
	if issuer := issuerWords(d, mentions); issuer != "" {
		b.WriteString(" của " + issuer)
	}
	return b.String()
}

// formalDay writes zeros as official documents do: before days under 10 and
// before January and February only (Nghị định 30/2020/NĐ-CP, Phụ lục I).
func formalDay(d model.Date) string {
	month := fmt.Sprintf("%d", int(d.Month))
	if d.Month <= 2 {
		month = "0" + month
	}
	return fmt.Sprintf("%02d/%s/%d", d.Day, month, d.Year)
}

// issuerWords prefers the words of a text that announces the document, then of
// any that cites it, to the body that it is filed under.
func issuerWords(d model.Document, mentions []store.MentionAt) string {
	for _, role := range []model.Role{model.Announced, model.Cited} {
		for _, m := range mentions {
			if m.Role == role && m.IssuerWords != "" {
				return completed(m.IssuerWords, d.Issuer)
			}
		}
	}
	return d.Issuer
}

// completed adds to the words of a page what only that page leaves unsaid: "Ban
// Thường vụ Tỉnh ủy" and "Tỉnh ủy Đắk Nông" are "Ban Thường vụ Tỉnh ủy Đắk Nông".
// Words of a body of some place that cannot be completed give way to the issuer.
func completed(words, issuer string) string {
	said, full := strings.Fields(words), strings.Fields(issuer)
	if len(full) == 0 {
		return words
	}
	for n := min(len(said), len(full)); n > 0; n-- {
		if strings.EqualFold(strings.Join(said[len(said)-n:], " "), strings.Join(full[:n], " ")) {
			return strings.Join(append(said, full[n:]...), " ")
		}
	}
	last := full[len(full)-1]
	for _, w := range said {
		if strings.EqualFold(w, last) {
			return words
		}
	}
	if local := strings.Fields(vietnamese.Fold(words)); slices.ContainsFunc(local, ofAPlace) {
		return issuer
	}
	return words
}

// ofAPlace knows the words of bodies that each place has.
func ofAPlace(folded string) bool {
	switch folded {
	case "tinh", "huyen", "quan", "xa", "phuong", "thi", "uy", "thanh":
		return true
	}
	return false
}
