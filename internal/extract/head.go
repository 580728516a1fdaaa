package extract

import (
	"strings"
	"unicode"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/mention"
	"tracuu/internal/extract/official"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// headOf reads what an official document says of itself above its body: the
// span of its number, the day of its place and date line, its issuer, and the
// unit of the widest authority there. It is zero for a text that states no
// number, and empty where a head leaves it open.
func headOf(t Text, dates []model.DateFact) (h mention.Head, place string) {
	at := t.BodyStart
	for _, p := range official.Head(t.Text[at:]) {
		span := model.Span{Start: at + p.Start, End: at + p.End}
		switch {
		case p.Kind == official.Number && h.Number.End == 0:
			h.Number = span
		case p.Kind == official.PlaceDate && h.Issued.IsZero():
			h.Issued = dayWithin(dates, span)
		case p.Kind == official.Issuer && h.Issuer.Body == "":
			if all := headAgencies(t.Text[span.Start:span.End]); len(all) > 0 {
				h.Issuer, place = all[len(all)-1], all[0].Unit()
			}
		}
	}
	if h.Number.End == 0 {
		return mention.Head{}, ""
	}
	return h, place
}

func dayWithin(dates []model.DateFact, s model.Span) model.Date {
	for _, d := range dates {
		if d.Start >= s.Start && d.End <= s.End && d.From == d.To {
			return d.From
		}
	}
	return model.Date{}
}

// headAgencies reads the agencies of a head, the one that issues last. They are
// printed in capitals, a name over several lines: "UBND TỈNH TRÀ VINH / SỞ TÀI
// CHÍNH" is the province's committee and its department.
func headAgencies(printed string) []agency.Agency {
	lines := strings.FieldsFunc(capitalised(printed), func(r rune) bool { return r == '\n' })
	var names []string
	for i, l := range lines {
		l = strings.Join(strings.Fields(l), " ")
		_, begins := agencyOf(l + " " + strings.Join(lines[i+1:], " "))
		if begins || len(names) == 0 {
			names = append(names, l)
			continue
		}
		names[len(names)-1] += " " + l
	}
	var all []agency.Agency
	for _, name := range names {
		a, ok := agencyOf(name)
		if !ok {
			continue
		}
		if n := len(all); n > 0 {
			a = agency.Context{Place: all[n-1].Unit()}.Complete(a)
		}
		all = append(all, a)
	}
	return all
}

// agencyOf reads the agency that a name begins with. Its words are left out:
// the capitals of a head are not how it is written.
func agencyOf(name string) (agency.Agency, bool) {
	a, _, ok := agency.At(vietnamese.FoldOffsets(name), name, 0)
	a.Words = ""
	return a, ok
}

// capitalised writes every word with a capital and small letters, as the names
// of places are printed in running text.
func capitalised(s string) string {
	first := true
	return strings.Map(func(r rune) rune {
		defer func() { first = !unicode.IsLetter(r) }()
		if first {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}
